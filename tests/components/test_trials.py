"""Trials by name and number, with their phase."""

from __future__ import annotations

import pytest

from tests.marked import marked

NAMES = [
    "the [ORCHID-2]{phase=3} Phase 3 trial met its endpoint",
    "results of the [POLARIS]{phase=2b} phase 2b study",
    "In the late-stage [LUMEN AD-1]{phase=3} trial",
    "the [KESTREL-305] and [KESTREL-306] trials",
    "[SUNBEAM-Lung 03], a Phase 3 trial, enrolled 636 patients",
    "a phase 3 study, [OCTET-CV]{phase=3}, began in May",
    "In [Trial 1] and [Study 302] the cream did better.",
    "registered as [NCT04123456] in the United States",
    "the study (EudraCT [2021-004567-31])",
    "[ISRCTN12345678] and [jRCT2031230123]",
    "In the first Phase 3, [MERIDIEM-1]{phase=3}, more patients responded",
    "the [CaMPoint] trial",
    "the [ORCHID-2] Clinical Trial",
    "the open-label [POLARIS] extension",
    "[HARBOR 2] enrolled 447 patients at 48 sites",
    "following the full Phase 2 [ReLUMA]{phase=2} data",
    "in the trial, called [Harmony], four in ten responded",
    "a study of 402 patients called [Sprint] began, and [Sprint] went on",
    "the trial, named the [Heart Protection Study], found",
    "the Phase 3 study, known as [Clarity AD]{phase=3}, ended",
    "the international trial - called [PACIFIC] - ended",
    "in the first of the trials, [ADVOCATE], it worked",
    "in the [Orion-10] and [Orion-11] trials",
    "the [POLARIS]{phase=2b} trial, a randomized, controlled, open-label and late phase 2b one, began",
]

NONE = [
    "an FDA study group",
    "the Phase III trial",
    "a COVID-19 trial",
    "IND-enabling studies",
    "amyotrophic lateral sclerosis (ALS). The ALS trial is new",
    "Study 24-week data",
    "the Phase 2 PASI data",
    "call 2021-555-1234 for details",
    "a study that was called off, and a trial, called a success",
    "the Covid-19 trial and the Claudin-18 study",
]


@pytest.mark.parametrize("example", NAMES)
def test_names(extract, example):
    expected = marked(example)
    found = {(t.start, t.end): t for t in extract(expected.text).trials}
    for span, values in zip(expected.spans, expected.values, strict=True):
        assert span in found, [t.text for t in found.values()]
        for key, value in values.items():
            assert getattr(found[span], key) == value


@pytest.mark.parametrize("text", NONE)
def test_no_trials(extract, text):
    assert [t.text for t in extract(text).trials] == []


def test_a_name_is_found_again(extract):
    found = extract("The POLARIS trial ran for a year. In POLARIS, patients took one pill a day.").trials
    assert [t.text for t in found] == ["POLARIS", "POLARIS"]


def test_a_registry_number_belongs_to_the_name_before_it(extract):
    name, number = extract("The POLARIS trial (NCT04123456) ran for a year.").trials
    assert name.registry_number == "NCT04123456"
    assert number.trial == "POLARIS"
