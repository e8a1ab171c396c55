"""Results from tables: each table with the values expected of its figures in brackets; figures without head no
result."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from extractor.readers.reading import read_content
from tests.marked import marked

LEAD = """HX-201 meets its goal in psoriasis

BASEL, March 3, 2026 - Corvane AG said today that HX-201 met its goals in a phase 2 trial. HX-201 was well tolerated, \
and HX-201 will be studied further.

"""
TABLES = {
    "arms across": """Table 1. Efficacy at Week 16

Endpoint | HX-201 (n=120) | Placebo (n=118) | p value
Response | [38%]{drug=HX-201 arm=HX-201 comparator=Placebo comparator_value=19 endpoint=Response timepoint='Week 16' \
p_value=<0.001 patients=120} | 19% | <0.001
PASI 75, n (%) | 45 ([38.1%]{endpoint='PASI 75' comparator_value=19 p_value=0.003}) | 22 (19%) | 0.003
Patients with ≥50% less itch, % (95% CI) | [38.1%]{measure=proportion ci_low=30.2 ci_high=46 ci_level=95} (30.2, 46.0) | \
20% (12, 28) |
Mean change in weight | [−1.2%]{value=-1.2 measure=change comparator_value=0.3} | 0.3% |
Mean weight loss | [12.1%]{value=-12.1 measure=change comparator_value=-0.3} | 0.3% |
""",
    "the control first": """Endpoint | Placebo | HX-201
Response | 19% | [38%]{drug=HX-201 comparator=Placebo comparator_value=19}
""",
    "doses, a section, a difference": """| Endpoint | HX-201 10 mg | 20 mg | Placebo | Difference vs placebo |
|---|---|---|---|---|
| Week 12 | | | | |
| Response | [38%]{arm='HX-201 10 mg' comparator_value=19 timepoint='Week 12'} | [44%]{arm='20 mg' drug=HX-201} | 19% | \
[25%]{measure=difference drug=HX-201 arm=- comparator=Placebo} |
""",
    "arms down": """Arm\tORR\tDCR
HX-201 10 mg (n=20)\t[38%]{arm='HX-201 10 mg' endpoint=ORR comparator=Placebo comparator_value=8}\t\
[60%]{endpoint=DCR comparator_value=30 patients=20}
Placebo (n=20)\t8%\t30%
""",
    "side effects": """Most common adverse events

Adverse event | HX-201 (N=120) | Placebo (N=118)
Nausea | [12%]{drug=HX-201 endpoint=Nausea comparator_value=5} | 5%
""",
    "a medicine that no rule knows": """Endpoint | Zelvora (n=120) | Placebo (n=118)
Response | [38%]{drug=- arm=Zelvora comparator=Placebo comparator_value=19} | 19%
""",
    "heads that cannot be read": """Endpoint | First | Second
Response | [38%]{drug=- arm=- comparator=-} | [19%]{drug=- arm=-}
""",
    "one arm": """Adverse event | All grades | Grade ≥3
Nausea | [38%]{drug=HX-201 arm=- endpoint=Nausea} | [1%]{drug=HX-201}
""",
    "patients": """Baseline characteristics

 | HX-201 (N=120) | Placebo (N=118)
Female | 12% | 5%
""",
    "money": """Net sales | Q3 2025 | Q3 2024 | Change
HX-201 | $120 | $100 | 20%
""",
    "a row that lacks a cell": """Endpoint | HX-201 | Placebo
Response | [38%]{drug=HX-201} | 19%
Remission | [8%]{drug=HX-201} | 2%
Relapse | 9%
""",
}
AFTER = "\nCorvane is a company. It has many plans and studies that will go on.\n"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_results_of_a_table(extract, table):
    expected = marked(LEAD + table + AFTER)
    extraction = extract(expected.text, published=date(2026, 3, 3))
    places = {p.id: (p.start, p.end) for p in extraction.percentages}
    found = {places[result.percentage_id]: result for result in extraction.results}
    assert sorted(found) == sorted(expected.spans)
    for span, values in zip(expected.spans, expected.values, strict=True):
        for name, value in values.items():
            slot = getattr(found[span], name)
            same = (
                slot in (None, "")
                if value == "-"
                else slot == float(value)
                if isinstance(slot, (int, float))
                else str(slot) == value
            )
            assert same, f"{name} of {expected.text[slice(*span)]}: {slot!r}"


ROLES = [
    ("Endpoint | HX-201 | Placebo\nLoss of 20% | 38% | 19%\n", ["threshold", "result", "result"]),
    ("Characteristic | HX-201 | Placebo\nFemale | 38% | 49%\n", ["population", "population"]),
    ("Net sales | 2025 | Change\nHX-201 | $12 | 20%\n", ["financial"]),
]


@pytest.mark.parametrize(("table", "roles"), ROLES)
def test_roles_in_tables(extract, table, roles):
    assert [p.role for p in extract(LEAD + table + AFTER).percentages] == roles


ROWS = [["Endpoint", "HX-201 (n=120)", "Placebo (n=118)"], ["Response", "38%", "19%"], ["Remission", "12%", "4%"]]


def word_document() -> bytes:
    document = docx.Document()
    document.add_heading("HX-201 meets its goal in psoriasis", 0)
    document.add_paragraph(LEAD.split("\n\n")[1])
    table = document.add_table(rows=3, cols=3)
    for number, row in enumerate(ROWS):
        for at, text in enumerate(row):
            table.cell(number, at).text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def page() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    title, lead = LEAD.strip().split("\n\n")
    prose = f"<p>{lead}</p>" * 3
    return f"<html><body><article><h1>{title}</h1>{prose}<table>{rows}</table>{prose}</article></body></html>".encode()


@pytest.mark.parametrize(("content", "name"), [(word_document, "release.docx"), (page, "release.html")])
def test_tables_of_documents(pipeline, content, name):
    (article,) = read_content(content(), name)
    results = pipeline.extract(article).results
    assert [(r.value, r.drug, r.comparator, r.comparator_value, r.endpoint) for r in results] == [
        (38.0, "HX-201", "Placebo", 19.0, "Response"),
        (12.0, "HX-201", "Placebo", 4.0, "Remission"),
    ]
