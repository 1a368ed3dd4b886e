"""The quotes behind a cell: as many as the cell says, each holding both codes, the same in pages."""

from itertools import combinations

import pytest
from analysis.brute_force import Study, below, characters, spans_of
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.cooccurrence import count
from qualcode.analysis.quotes import Page, Quote, coders_at, cooccurring_spans

RULES = ("overlap", "same-segment", "sentence", "turn", "paragraph", "near:2", "document")


@pytest.mark.parametrize("rule", RULES)
@given(study=studies(), rollup=st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_cell_has_as_many_quotes_as_it_says(rule: str, study: Study, rollup: bool) -> None:
    material = material_of(study)
    counts = count(material, rule, rollup, all_pairs=True)
    numbers = counts.pairs if rule == "overlap" else counts.n_ab
    for first, second, number in zip(counts.a, counts.b, numbers, strict=True):
        a, b = int(counts.codes[first]), int(counts.codes[second])
        page = cooccurring_spans(material, a, b, rule, rollup)
        assert page.total == len(page.quotes)
        assert (page.pairs if rule == "overlap" else page.total) == number
        assert [(q.document, q.start) for q in page.quotes] == sorted((q.document, q.start) for q in page.quotes)
        if rule == "overlap":
            assert len({(q.document, q.start, q.end) for q in page.quotes}) == page.total
        for quote in page.quotes:
            text = characters(quote.document, quote.start, quote.end)
            for side, code in ((quote.a, a), (quote.b, b)):
                assert side
                assert {(quote.document, *span) for span in side} <= spans_of(study, code, rollup)
                assert all(characters(quote.document, *span) & text for span in side)
            members = (below(study, a) | below(study, b)) if rollup else {a, b}
            spans = {*quote.a, *quote.b}
            if rule == "overlap":
                spans = sharing(study, a, b, rollup, quote)
            assert set(quote.coders) == {
                coder for d, c, coder, s, e in study.codings if d == quote.document and c in members and (s, e) in spans
            }


def sharing(study: Study, a: int, b: int, rollup: bool, quote: Quote) -> set[tuple[int, int]]:
    """The spans of both codes of which a pair shares just what is quoted."""
    found = set()
    for d, s, e in spans_of(study, a, rollup):
        for other, start, end in spans_of(study, b, rollup):
            if d == other == quote.document and (max(s, start), min(e, end)) == (quote.start, quote.end):
                found |= {(s, e), (start, end)}
    return found


def test_a_passage_that_two_pairs_share_stands_once() -> None:
    codings = [(0, 0, 0, 2, 20), (0, 0, 1, 4, 20), (0, 1, 1, 10, 20), (0, 1, 0, 10, 26), (0, 1, 0, 30, 40)]
    material = material_of(Study([50], [-1, -1], codings, [], {}))
    page = cooccurring_spans(material, 0, 1)
    assert (page.total, page.pairs) == (1, 4)
    (quote,) = page.quotes
    assert (quote.start, quote.end, quote.a, quote.b) == (10, 20, ((2, 20),), ((10, 26),))
    assert quote.coders == (0, 1)
    names = material.coders
    assert coders_at(material, 0, 0, 10, 20) == names[:2]
    assert coders_at(material, 1, 0, 30, 40) == names[:1]


@given(study=studies(), rollup=st.booleans())
@settings(max_examples=60, deadline=None)
def test_case_quotes_belong_to_exactly_the_cases_that_hold_both(study: Study, rollup: bool) -> None:
    study.cases.append(("Dan", 0, 0, study.texts[0]))
    material = material_of(study)
    counts = count(material, "case", rollup)
    met = {
        (int(counts.codes[a]), int(counts.codes[b])): int(n)
        for a, b, n in zip(counts.a, counts.b, counts.n_ab, strict=True)
    }
    for a, b in combinations(range(len(study.parents)), 2):
        if rollup and (a in below(study, b) or b in below(study, a)):
            continue
        quotes = cooccurring_spans(material, a, b, "case", rollup).quotes
        assert len({quote.case for quote in quotes}) == met.get((a, b), 0)
        assert all(quote.a or quote.b for quote in quotes)


@given(study=studies(), rule=st.sampled_from(RULES), size=st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_pages_join_to_the_whole(study: Study, rule: str, size: int) -> None:
    material = material_of(study)
    for a, b in combinations(range(len(study.parents)), 2):
        whole = cooccurring_spans(material, a, b, rule)
        pages = [
            cooccurring_spans(material, a, b, rule, offset=offset, limit=size) for offset in range(0, whole.total, size)
        ]
        assert all(page.total == whole.total for page in pages)
        assert tuple(quote for page in pages for quote in page.quotes) == whole.quotes


def test_the_diagonal_opens_the_codes_own_spans() -> None:
    study = Study([50], [-1, 0], [(0, 0, 0, 5, 9), (0, 0, 1, 5, 9), (0, 1, 1, 1, 30)], [], {})
    material = material_of(study)
    own = cooccurring_spans(material, 0, 0)
    assert [(q.start, q.end, q.coders) for q in own.quotes] == [(5, 9, (0, 1))]
    assert [q.start for q in cooccurring_spans(material, 0, 0, rollup=True).quotes] == [1, 5]
    assert cooccurring_spans(material, 0, 0, offset=1) == Page(1, ())
