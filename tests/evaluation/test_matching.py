import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.matching import Item, align


def items(*spans: tuple[int, int]) -> list[Item]:
    return [Item(start, end, "", {}) for start, end in spans]


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        ([(0, 5)], [(0, 5)], [(0, 0)]),
        ([(0, 5)], [(5, 9)], []),
        ([(0, 5)], [(4, 9)], [(0, 0)]),
        ([(0, 5)], [(0, 2), (2, 5)], [(0, 1)]),
        ([(0, 2), (3, 5)], [(0, 5)], [(0, 0)]),
        ([(0, 9), (2, 4)], [(2, 4), (0, 3)], [(0, 1), (1, 0)]),
        ([(0, 5), (0, 5)], [(0, 5)], [(0, 0)]),
    ],
    ids=["equal", "adjacent", "overlap", "longest first", "one found for two", "equal before longer", "twice in gold"],
)
def test_align(gold: list[tuple[int, int]], found: list[tuple[int, int]], pairs: list[tuple[int, int]]) -> None:
    expected, actual = items(*gold), items(*found)
    alignment = align(expected, actual)
    assert [(p.gold, p.found) for p in alignment.pairs] == [(expected[g], actual[f]) for g, f in pairs]


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1])), max_size=8)


@given(SPANS, SPANS)
def test_matching_is_one_to_one_and_loses_nothing(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    alignment = align(items(*gold), items(*found))
    assert len(alignment.pairs) + len(alignment.missed) == len(gold)
    assert len(alignment.pairs) + len(alignment.spurious) == len(found)
    exact = sum(min(gold.count(span), found.count(span)) for span in set(gold))
    assert sum(pair.exact for pair in alignment.pairs) == exact


@given(SPANS)
def test_all_matches_itself(spans: list[tuple[int, int]]) -> None:
    alignment = align(items(*spans), items(*spans))
    assert all(pair.exact for pair in alignment.pairs)
    assert not alignment.missed and not alignment.spurious
