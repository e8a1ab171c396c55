"""Copies of one text under other headlines, datelines and furniture are found; other texts are not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.duplicates import Candidate, duplicates, signature
from extractor.readers import article_from_text

BODY = (
    "Norvanta Therapeutics said on Tuesday that it would stop work on merlacitinib, its once-daily pill for psoriasis, "
    "after the second of two late-stage trials missed its main goal.\n\n"
    "At week 16, 41% of patients on merlacitinib had a 75% improvement in skin symptoms, compared to 37% of those "
    "on placebo, the company said. The difference was not significant, and the shares fell by a third.\n\n"
    "“We are disappointed for the patients who took part,” said Helen Ostrander, chief medical officer of Norvanta. "
    "The company has cash until the end of 2027 and will now concentrate on its cream for hand eczema, which is in "
    "a mid-stage trial that should report by the autumn of next year, she added.\n"
)
COPY = "Skin Pill Fails Again\n\nNEW YORK, March 4, 2026 (Reuters) - " + BODY.replace("by a third", "by 33%")
FURNISHED = BODY + "\nAbout the Wire\n\n" + "The Wire carries the news of many companies to many readers. " * 12
OTHER = BODY.replace("psoriasis", "eczema").replace("41%", "52%").upper()[::-1]
SHORT = "Norvanta drops merlacitinib. Shares fell."


def candidate(name: str, text: str, published: str = "2026-03-03") -> Candidate:
    """A document of the text."""
    article = article_from_text(text, path=name)
    return Candidate(published, name, name, signature(article))


def test_copies_point_to_the_first() -> None:
    texts = [candidate("c.txt", FURNISHED, "9999-12-31"), candidate("b.txt", COPY, "2026-03-04")]
    texts += [candidate("z.txt", BODY), candidate("a.txt", OTHER), candidate("s.txt", SHORT), candidate("t.txt", SHORT)]
    assert duplicates(texts) == {"c.txt": "z.txt", "b.txt": "z.txt"}


def test_a_signature_is_the_same_everywhere() -> None:
    made = signature(article_from_text(BODY))
    assert len(made) == 512 and made == signature(article_from_text(BODY, title="Another", path="x.txt"))
    assert made[:8].hex() == "193d08009de0ed01"
    assert signature(article_from_text(SHORT)) == b""


@settings(max_examples=30)
@given(st.permutations([("a", BODY), ("b", COPY), ("c", FURNISHED), ("d", OTHER)]))
def test_the_order_does_not_matter(texts: list[tuple[str, str]]) -> None:
    assert duplicates(candidate(name, text) for name, text in texts) == {"b": "a", "c": "a"}
