"""The lexicon: what its tables say, its cache, and what it costs."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.components.drugs import DrugLexicon, form_of, load_drug_lexicon
from extractor.components.drugs.lexicon import active_part, build_lexicon, clean_name
from extractor.components.drugs.matching import begun_at, match_at, match_begun
from extractor.errors import RuleError
from extractor.rulebook import load_rulebook

KNOWN = {
    "rocatinlimab": ("AMG 451", "KHK4083", "amg-451"),
    "dupilumab": ("Dupixent",),
    "lebrikizumab": ("Ebglyss",),
    "tralokinumab": ("Adbry",),
    "maridebart cafraglutide": ("MariTide",),
    "pembrolizumab": ("Keytruda", "MK-3475", "pembrolizumab"),
    "datopotamab deruxtecan": ("Datroway", "DS-1062"),
    "sotorasib": ("Lumakras", "AMG 510"),
    "olezarsen": ("Tryngolza",),
    "suzetrigine": ("Journavx", "VX-548"),
    "xanomeline-trospium": ("Cobenfy", "KarXT"),
    "iptacopan": ("Fabhalta",),
    "deucravacitinib": ("Sotyktu",),
    "efgartigimod alfa": ("Vyvgart", "ARGX-113"),
    "pumitamig": ("BNT327",),
    "plozasiran": ("ARO-APOC3",),
    "aspirin": ("aspirin",),
    "sildenafil": ("Viagra",),
    "dasatinib": ("dasatinib", "Sprycel"),
    "metformin": ("metformin hydrochloride",),
    "onasemnogene abeparvovec": ("Zolgensma",),
    "ciltacabtagene autoleucel": ("Carvykti", "cilta-cel"),
}


@pytest.fixture(scope="module")
def lexicon() -> DrugLexicon:
    return load_drug_lexicon(load_rulebook())


@pytest.mark.parametrize(("drug", "name"), [(drug, name) for drug, names in KNOWN.items() for name in names])
def test_names_stand_under_their_generic_name(drug: str, name: str, lexicon: DrugLexicon) -> None:
    found = lexicon.get(form_of(name))
    assert found is not None
    assert found.preferred == drug


@pytest.mark.parametrize("name", ["cholesterol", "water", "olive oil", "placebo", "peptide"])
def test_what_is_no_medicine(name: str, lexicon: DrugLexicon) -> None:
    found = lexicon.get(form_of(name))
    assert found is None or found.condition == "never"


def test_survives_pickling(lexicon: DrugLexicon) -> None:
    copy = pickle.loads(pickle.dumps(lexicon))
    assert copy == lexicon
    assert sum(map(sys.getsizeof, (copy.forms, copy.starts, copy.names, copy.traits))) < 20_000_000


@pytest.mark.parametrize(
    ("name", "kind", "clean"),
    [
        ("(+)-MBX-8025", "code", "MBX-8025"),
        ("INTERFERON BETA-1A (AVONEX)", "brand", "INTERFERON BETA-1A"),
        ("TRIPHASIL COMPONENT X", "brand", None),
        ("INS NO.434", "code", None),
        ("31814", "code", None),
    ],
)
def test_names_of_the_register_as_articles_write_them(name: str, kind: str, clean: str | None) -> None:
    assert clean_name(name, kind) == clean


@pytest.mark.parametrize(
    ("salt", "base"),
    [("x mesylate", "x"), ("x sodium hydrate", "x"), ("x acetate", "x acetate"), ("sodium x", "sodium x")],
)
def test_active_part(salt: str, base: str) -> None:
    generic = {"x"} if base == "x" else {"x acetate", "sodium x"}
    assert active_part(salt, generic, {"mesylate", "sodium", "hydrate", "acetate"}) == base


def test_a_table_of_the_user_wins_and_errors_name_their_line(tmp_path: Path) -> None:
    (tmp_path / "salts.tsv").write_text("word\nmesylate\n")
    table = tmp_path / "additions.tsv"
    table.write_text("name\tkind\tpreferred\tcondition\nQXR-071\tcode\tmerlocitinib\t\nQXR-071\tcode\tother\t\n")
    found = build_lexicon([tmp_path / "salts.tsv", table]).get("qxr071")
    assert found is not None
    assert found.preferred == "other"
    table.write_text("name\tkind\tpreferred\tcondition\nQXR-071\tpill\tmerlocitinib\t\n")
    with pytest.raises(RuleError, match=r"additions\.tsv:2"):
        build_lexicon([tmp_path / "salts.tsv", table])


@given(st.text())
def test_forms_of_any_text(text: str) -> None:
    form = form_of(text)
    assert form == form_of(text.upper().lower()) or not text.isascii()
    assert " " not in form


@given(
    prefix=st.text(max_size=20),
    name=st.sampled_from(["AMG 451", "Keytruda", "insulin glargine"]),
    suffix=st.text(max_size=9),
)
def test_a_name_matches_where_it_stands(prefix: str, name: str, suffix: str, lexicon: DrugLexicon) -> None:
    text = f"{prefix} {name} {suffix}"
    found = match_at(lexicon, text, len(prefix) + 1)
    assert found is not None
    assert text[found.start : found.end].startswith(name)


@given(
    name=st.sampled_from(
        [
            "AMG 451",
            "AMG\u00a0451",
            "AMG -451",
            "Keytruda",
            "insulin glargine",
            "INSULIN G",
            "insulin",
            "interferon \u03b1",
        ]
    ),
    suffix=st.text(" -/,.TMab1\u00e9", max_size=6),
    length=st.integers(1, 12),
)
def test_what_begins_in_a_word_is_what_is_found_at_its_start(
    name: str, suffix: str, length: int, lexicon: DrugLexicon
) -> None:
    text = f"on {name}{suffix}"
    word = text[3 : 3 + length]
    begun = begun_at(lexicon, word, 0)
    assert begun is None or match_begun(lexicon, text, begun, 3, 3 + len(word)) == match_at(lexicon, text, 3)
