import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from extractor.errors import ExtractorError
from extractor.evaluation import compare, evaluate, evaluate_command, fallen, metrics, raise_floors, read_floors
from extractor.evaluation.evaluate import Evaluation, pair_up
from extractor.evaluation.misses import as_lines, sentence_around
from extractor.evaluation.report import as_json, as_table
from extractor.model import Article, Extraction
from tests.evaluation.records import TEXT, extraction, gold, place, result

GOLD = gold(
    drugs=[{**place("veltorimab"), "name": "veltorimab"}, {**place("Veltorimab"), "name": "veltorimab"}],
    percentages=[
        {**place("41%"), "nth": 1, "value": 41, "role": "result"},
        {**place("12%"), "nth": 1, "value": 12, "role": "result"},
        {**place("3%"), "nth": 1, "value": 3, "role": "financial"},
    ],
    dates=[
        {**place("mid-2027"), "type": "DATE", "from": "2027-01-01", "to": "2027-12-31"},
        {**place("24 weeks"), "type": "DURATION", "value": "P24W"},
    ],
    quotes=[
        {
            **place("We are thrilled,"),
            "speaker": "Ada Norrby",
            "organization": "Halsen",
            "polarity": "positive",
            "drug": "veltorimab",
        }
    ],
    results=[
        {
            "percentage": {"text": "41%", "nth": 1},
            "value": 41,
            "measure": "proportion",
            "drug": "veltorimab",
            "arm": "veltorimab",
            "comparator": "placebo",
            "comparator_value": 12,
            "endpoint": "had a response",
            "timepoint": None,
            "trial": None,
            "phase": None,
        }
    ],
)

FOUND: dict[str, list[dict[str, Any]]] = {
    "drug_mentions": [
        {**place("veltorimab"), "drug": "veltorimab"},
        {**place("Halsen"), "drug": "halsen"},
    ],
    "percentages": [
        {**place("41%"), "value": 41.0, "role": "result"},
        {**place("12%"), "value": 12.0, "role": "population"},
        {**place("3% more"), "value": 3.0, "role": "financial"},
    ],
    "dates": [
        {**place("2027"), "type": "DATE", "value": "2027", "date_from": "2027-01-01", "date_to": "2027-12-31"},
        {**place("24 weeks"), "type": "DURATION", "value": "P24M"},
    ],
    "quotes": [
        {
            **place("We are thrilled,"),
            "speaker": "Dr. Ada Norrby",
            "organization": "Halsen Inc.",
            "polarity": "neutral",
        },
        {**place("Filing is planned"), "direct": False},
    ],
}
SLOTS = {"value": 41.0, "drug": "veltorimab", "arm": "placebo", "comparator_value": 12.0, "endpoint": "response"}


def evaluation(**slots: Any) -> Evaluation:
    return compare([(GOLD, extraction(results=(result("41%", **{**SLOTS, **slots}),), **FOUND))])


def test_scores_counted_by_hand() -> None:
    scores = evaluation().scores
    drugs, percentages, dates, quotes, results = (scores[kind] for kind in scores)

    assert (drugs.strict.gold, drugs.strict.found, drugs.strict.right) == (2, 2, 1)
    assert (drugs.strict.precision, drugs.strict.recall, drugs.strict.f1) == (0.5, 0.5, 0.5)
    assert drugs.attributes["name"].share == 1.0

    assert (percentages.strict.right, percentages.relaxed.right) == (2, 3)
    assert percentages.attributes["value"].relaxed.f1 == 1.0
    assert percentages.attributes["value"].strict.f1 == pytest.approx(2 / 3)
    assert percentages.attributes["role"].share == pytest.approx(2 / 3)

    assert (dates.strict.right, dates.relaxed.right) == (1, 2)
    assert dates.attributes["type"].share == 1.0
    assert dates.attributes["value"].relaxed.f1 == 0.5
    assert dates.attributes["value"].strict.f1 == 0.0
    assert (dates.attributes["interval"].matched, dates.attributes["interval"].share) == (1, 1.0)

    assert (quotes.strict.found, quotes.strict.right) == (1, 1)
    assert quotes.attributes["speaker"].share == quotes.attributes["organization"].share == 1.0
    assert quotes.attributes["polarity"].share == 0.0
    assert quotes.attributes["drug"].share == 0.0
    assert quotes.macro_f1 == 0.0

    assert results.attributes["arm"].share == 0.0
    assert results.attributes["comparator"].share == 0.0
    assert results.attributes["comparator"].filled.f1 == 0.0
    assert results.attributes["endpoint"].share == 0.0  # one of the gold's three words
    assert results.attributes["phase"].share == 1.0
    assert results.attributes["phase"].filled.f1 is None
    assert results.joint is not None and results.joint.relaxed.f1 == 1.0


@pytest.mark.parametrize("wrong", [{"drug": None}, {"comparator_value": None}, {"comparator_value": 11.9}])
def test_a_result_counts_jointly_only_with_drug_and_comparator_value_right(wrong: dict[str, Any]) -> None:
    joint = evaluation(**wrong).scores["results"].joint
    assert joint is not None and joint.relaxed.f1 == 0.0


def test_scores_are_counted_over_all_articles_together() -> None:
    both = compare([(GOLD, extraction(**FOUND)), (GOLD, extraction())])
    assert (both.scores["drugs"].strict.gold, both.scores["drugs"].strict.right) == (4, 1)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("++ -- 00", 1.0),
        ("++ +- ++ -0", (2 * 2 / (3 + 2) + 0 + 0) / 3),
        ("++ ++", 1.0),
        ("++ 0+", (2 / 3 + 0) / 2),
    ],
)
def test_macro_f1_of_polarity_is_the_mean_over_the_classes_that_occur(labels: str, expected: float) -> None:
    polarity = {"+": "positive", "-": "negative", "0": "neutral"}
    spans = [{"start": 3 * n, "end": 3 * n + 2, "text": TEXT[3 * n : 3 * n + 2]} for n in range(len(labels.split()))]
    nobody = {"speaker": None, "organization": None, "drug": None}
    golds = gold(
        quotes=[
            {**span, **nobody, "polarity": polarity[label[0]]}
            for span, label in zip(spans, labels.split(), strict=True)
        ]
    )
    found = [{**span, "polarity": polarity[label[1]]} for span, label in zip(spans, labels.split(), strict=True)]
    assert compare([(golds, extraction(quotes=found))]).scores["quotes"].macro_f1 == pytest.approx(expected)


def test_a_date_without_interval_is_right_only_where_the_gold_has_none() -> None:
    one = {**place("mid-2027"), "type": "DATE"}
    for gold_from, found_from, right in [(None, None, 1), ("2027-01-01", None, 0), (None, "2027-01-01", 0)]:
        golds = gold(dates=[{**one, "from": gold_from, "to": gold_from}])
        found = extraction(dates=[{**one, "date_from": found_from, "date_to": found_from}])
        assert compare([(golds, found)]).scores["dates"].attributes["value"].right == right


def test_nothing_to_divide_by_is_none_not_zero() -> None:
    score = compare([(gold(), extraction())]).scores["drugs"]
    assert score.strict.f1 is score.strict.precision is score.strict.recall is None
    assert score.attributes["name"].share is None


def test_misses_are_listed_with_what_is_wrong_and_their_sentence() -> None:
    misses = evaluation().misses("drugs")
    assert [(miss.problem, miss.text) for miss in misses] == [("spurious", "Halsen"), ("missed", "Veltorimab")]
    assert misses[1].sentence == "Veltorimab costs 3% more."

    wrong = {miss.text: miss for miss in evaluation().misses("percentages")}
    assert wrong["12%"].wrong == ("role",)
    assert wrong["3%"].wrong == ("span",)
    lines = "\n".join(as_lines(list(wrong.values())))
    assert "role: expected result, found population" in lines
    assert "span: expected '3%', found '3% more'" in lines
    assert "by made.rule" in lines
    assert lines.endswith("\n1 wrong role, 1 wrong span")
    assert list(as_lines([])) == ["no mistakes"]

    assert [miss.wrong for miss in evaluation().misses("dates")] == [("span",), ("value",)]
    assert evaluation().misses("results")[0].wrong == ("arm", "comparator", "endpoint")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("placebo", "Of patients on veltorimab, 41% had a response, against 12% on placebo."),
        ("24 weeks", "Filing is planned for mid-2027, after 24 weeks."),
        ("3%", "Veltorimab costs 3% more."),
    ],
)
def test_the_sentence_around_a_span(words: str, sentence: str) -> None:
    where = place(words)
    assert sentence_around(TEXT, where["start"], where["end"]) == sentence


def test_reports_hold_every_kind() -> None:
    said = json.loads(as_json(evaluation(), evaluation().misses("dates")))
    assert list(said["scores"]) == ["drugs", "percentages", "dates", "quotes", "results"]
    assert said["scores"]["drugs"]["strict"]["f1"] == 0.5
    assert len(said["misses"]) == 2
    table = as_table(evaluation())
    assert "percentages, exact span" in table and "polarity, macro-F1" in table
    assert all(line == line.rstrip() for line in table.splitlines())


def test_articles_and_gold_are_paired_by_bytes_or_by_name() -> None:
    by_bytes = gold().model_copy(update={"id": "other", "sha256": "a" * 64})
    by_name = gold().model_copy(update={"id": "named"})
    alone = gold().model_copy(update={"id": "alone"})
    articles = [
        Article(text="", id="a" * 16, path="x/one.html"),
        Article(text="", id="b" * 16, path="x/named.txt", published=date(2026, 1, 1)),
        Article(text="", id="c" * 16, path="x/two.txt"),
    ]
    pairs = pair_up(articles, [by_bytes, by_name, alone])
    assert [(one.id, article.path) for one, article in pairs] == [("other", "x/one.html"), ("named", "x/named.txt")]


def test_floors_only_rise_and_a_fall_is_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    scored = {name: value for name, value in metrics(evaluation()).items() if value}
    assert read_floors(path) == {}
    assert raise_floors(evaluation(), path)
    assert read_floors(path) == scored
    assert fallen(evaluation(), read_floors(path)) == []
    assert raise_floors(evaluation(), path) == []

    worse = evaluation(drug=None)
    assert fallen(worse, read_floors(path)) == [
        "results.drug.f1 fell from 1.000 to 0.000",
        "results.joint.f1 fell from 1.000 to 0.000",
    ]
    assert raise_floors(worse, path) == []
    assert read_floors(path) == scored
    assert fallen(evaluation(), {"gone.f1": 0.1}) == ["gone.f1 is no longer measured"]


def test_floors_that_are_no_numbers_are_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text("[1]")
    with pytest.raises(ExtractorError, match="no JSON object"):
        read_floors(path)


class Finder:
    """Stands for the pipeline: finds the one name it was made with."""

    def __init__(self, name: str) -> None:
        self.name = name

    def extract(self, article: Article) -> Extraction:
        found = [{**place(self.name, text=article.text), "drug": self.name}] if self.name in article.text else []
        return replace(extraction(text=article.text, drug_mentions=found), article=article)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two articles with gold, one article extra, one gold extra; the gold of `two` is one character off."""
    articles, golds = tmp_path / "articles", tmp_path / "gold"
    articles.mkdir()
    golds.mkdir()
    for name, shift in (("one", 0), ("two", 1), ("lost", 0)):
        span = {"text": "velto", "start": 3 + shift, "end": 8 + shift, "name": "velto"}
        made = gold(drugs=[span]).model_copy(update={"id": name})
        (golds / f"{name}.json").write_text(made.model_dump_json(by_alias=True, exclude_none=False))
    for name in ("one", "two", "extra"):
        (articles / f"{name}.txt").write_text(f"On velto in {name}.\n")
    return articles, golds


def test_a_folder_is_evaluated_and_what_does_not_fit_is_told(folders: tuple[Path, Path]) -> None:
    found = evaluate(Finder("velto"), *folders)
    assert found.scores["drugs"].strict.right == 1
    assert found.scores["drugs"].relaxed.right == 2
    assert [Path(path).name for path in found.without_gold] == ["extra.txt"]
    assert found.without_article == ("lost",)
    assert [notice.split(":")[0] for notice in found.notices] == ["two"]


def test_only_limits_to_an_article(folders: tuple[Path, Path]) -> None:
    found = evaluate(Finder("velto"), *folders, only="one")
    assert [article.gold.id for article in found.compared] == ["one"]
    assert (found.without_gold, found.without_article) == ((), ())
    with pytest.raises(ExtractorError, match="no article that has gold"):
        evaluate(Finder("velto"), *folders, only="extra")


def test_the_command_prints_json_and_lifts_floors(folders: tuple[Path, Path], tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(evaluate_command)
    floors = tmp_path / "floors.json"
    call = [str(folders[0]), str(folders[1]), "--format", "json", "--raise-floors", str(floors)]
    done = CliRunner().invoke(app, call)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["without_article"] == ["lost"]
    refused = CliRunner().invoke(app, [*call, "--only", "one"])
    assert refused.exit_code == 2
    assert "leave --only out" in refused.stderr


def test_kinds_without_gold_are_not_scored():
    firm = {**place("Halsen Inc."), "organization": "Halsen Inc.", "kind": "company"}
    person = {**place("Ada Norrby"), "person": "Ada Norrby", "role": None, "organization": "Halsen"}
    filing = {**place("mid-2027"), "event": "submission", "modality": "planned"}
    found = extraction(
        organizations=[{**firm, "organization": "Halsen", "kind": "society"}],
        persons=[{**person, "role": "chair"}],
        dates=[
            {**place("mid-2027"), "type": "DATE", "event": "submission", "modality": "expected"},
            {**place("24 weeks"), "type": "DURATION"},
        ],
    )
    with_gold = compare([(gold(organizations=[firm], persons=[person], events=[filing]), found), (gold(), found)])
    assert {
        name: value
        for name, value in metrics(with_gold).items()
        if name.split(".")[0] in ("organizations", "persons", "events")
    } == {
        "organizations.strict.f1": 1.0,
        "organizations.relaxed.f1": 1.0,
        "organizations.organization.f1": 1.0,
        "organizations.kind.f1": 0.0,
        "persons.strict.f1": 1.0,
        "persons.relaxed.f1": 1.0,
        "persons.person.f1": 1.0,
        "persons.role.f1": 0.0,
        "persons.organization.f1": 1.0,
        "events.strict.f1": 1.0,
        "events.relaxed.f1": 1.0,
        "events.event.f1": 1.0,
        "events.modality.f1": 0.0,
    }
    assert [miss.problem for miss in with_gold.misses("persons")] == ["wrong"]
    assert "organizations" not in compare([(gold(), found)]).scores
