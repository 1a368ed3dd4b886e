"""Quotes picked so that everybody is heard, against plain loops over plain Python."""

import math
from statistics import median

import numpy as np
import pytest
from analysis.brute_force import Study, characters, codings_of, seen
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.material import case_names
from qualcode.analysis.picking import GOOD_LENGTH, ORDERS, SharedCodes, candidates, picked, ranks, words_used

Span = tuple[int, int, int]


def who_of(study: Study, span: Span) -> tuple[str, ...]:
    """The cases a span shares a looked-at character with; in a study without cases its document."""
    parts = [part for part in study.cases if seen(study, *part[1:])]
    if not parts:
        return (str(span[0]),)
    mine = characters(*span)
    return tuple(sorted({case for case, *place in parts if mine & seen(study, *place)})) or ("",)


def alike(study: Study, one: Span, other: Span) -> bool:
    """Whether two spans share a code and more than half of the characters of one of them."""
    codes = [
        {code for document, code, _, start, end in codings_of(study) if (document, start, end) == span}
        for span in (one, other)
    ]
    shared = len(characters(*one) & characters(*other))
    return shared > min(one[2] - one[1], other[2] - other[1]) / 2 and bool(codes[0] & codes[1])


def slowly(study: Study, spans: list[Span], order: str, exemplars: set[Span], most: int, balance: bool) -> list[Span]:
    """The picks by plain loops; `spans` in text order."""
    middle = median(math.log(end - start) for _, start, end in spans) if spans else 0

    def key(span: Span) -> tuple[float, ...]:
        length = span[2] - span[1]
        keys: dict[str, tuple[float, ...]] = {
            "telling": (span not in exemplars, round(abs(math.log(length / GOOD_LENGTH)), 12)),
            "typical": (round(abs(math.log(length) - middle), 12),),
            "shortest": (length,),
            "longest": (-length,),
            "text": (),
        }
        return (*keys[order], spans.index(span))

    picks: list[Span] = []
    if not balance:
        for span in sorted(spans, key=key):
            if len(picks) < most and not any(alike(study, span, other) for other in picks):
                picks.append(span)
        return picks
    heard: dict[str, int] = {}
    left, taken = list(spans), []
    while left and len(taken) < most:
        first: dict[tuple[str, ...], int] = {}
        for span in spans:  # of several the first of the texts, whether it was taken or not
            first.setdefault(who_of(study, span), spans.index(span))
        groups = {who_of(study, span) for span in left}
        turn = min(groups, key=lambda who: (min(heard.get(name, 0) for name in who), first[who]))
        span = min((one for one in left if who_of(study, one) == turn), key=key)
        left.remove(span)
        if any(alike(study, span, other) for other in taken):
            continue
        taken.append(span)
        for name in turn:
            heard[name] = heard.get(name, 0) + 1
    return sorted(taken, key=key)


@settings(max_examples=80)
@given(study=studies(), data=st.data(), order=st.sampled_from(ORDERS), balance=st.booleans(), most=st.integers(1, 6))
def test_picks_are_those_of_plain_loops(
    study: Study, data: st.DataObject, order: str, balance: bool, most: int
) -> None:
    material = material_of(study)
    found = candidates(material, np.ones(material.code.size, np.bool_))
    spans = sorted({(document, start, end) for document, _, _, start, end in codings_of(study)})
    rows = list(zip(found.document.tolist(), found.start.tolist(), found.end.tolist(), strict=True))
    assert rows == spans
    names = case_names(material)
    for span, who in zip(spans, found.who.tolist(), strict=True):
        said = (
            tuple(sorted(names[one] if one >= 0 else "" for one in found.speakers[who]))
            if found.by_case
            else (str(span[0]),)
        )
        assert said == who_of(study, span)
    flags = st.lists(st.booleans(), min_size=len(spans), max_size=len(spans))
    allowed = np.array(data.draw(flags), dtype=np.bool_)
    exemplar = np.array(data.draw(flags), dtype=np.bool_)
    kept = [span for span, yes in zip(spans, allowed, strict=True) if yes]
    marked = {span for span, yes in zip(spans, exemplar, strict=True) if yes}
    shared = SharedCodes(material, np.ones(material.code.size, np.bool_))
    chosen = picked(found, ranks(found, allowed, order, exemplar), most, balance, shared)
    assert [rows[one] for one in chosen.tolist()] == slowly(study, kept, order, marked, most, balance)


def example(codings: list[tuple[int, int, int, int, int]], cases: list[tuple[str, int, int, int]]) -> Study:
    return Study([400, 400], [-1], codings, cases, {"turn": [[], []]})


def picks(study: Study, order: str, most: int, balance: bool) -> list[Span]:
    material = material_of(study)
    found = candidates(material, np.ones(material.code.size, np.bool_))
    every = np.ones(found.size, np.bool_)
    chosen = picked(found, ranks(found, every, order, ~every), most, balance).tolist()
    return [(int(found.document[one]), int(found.start[one]), int(found.end[one])) for one in chosen]


TALKATIVE = example(
    [(0, 0, 0, start, start + 5) for start in range(0, 60, 10)]
    + [(0, 0, 1, 0, 5), (1, 0, 0, 0, 90), (1, 0, 0, 90, 93)],
    [("Ana", 0, 0, 400), ("Bo", 1, 0, 400)],
)


def test_two_coders_on_one_passage_are_one_and_a_talkative_case_waits() -> None:
    assert picks(TALKATIVE, "text", 4, balance=True) == [(0, 0, 5), (0, 10, 15), (1, 0, 90), (1, 90, 93)]
    assert picks(TALKATIVE, "text", 3, balance=False) == [(0, 0, 5), (0, 10, 15), (0, 20, 25)]


@pytest.mark.parametrize(
    ("order", "first"),
    [("shortest", (1, 90, 93)), ("longest", (1, 0, 90)), ("typical", (0, 0, 5)), ("telling", (1, 0, 90))],
)
def test_orders(order: str, first: Span) -> None:
    assert picks(TALKATIVE, order, 1, balance=False) == [first]


@settings(max_examples=60)
@given(study=studies(), data=st.data())
def test_used_words_are_those_of_plain_sets(study: Study, data: st.DataObject) -> None:
    material = material_of(study)
    found = candidates(material, np.ones(material.code.size, np.bool_))
    lengths = [document.characters for document in material.documents]
    spans = []
    for document in data.draw(st.lists(st.integers(0, len(lengths) - 1), max_size=6)):
        start = data.draw(st.integers(0, max(lengths[document] - 1, 0)))
        spans.append((document, start, data.draw(st.integers(start + 1, max(lengths[document], start + 1)))))
    quoted = set().union(*(characters(*span) for span in spans))
    rows = zip(found.document.tolist(), found.start.tolist(), found.end.tolist(), strict=True)
    wanted = [2 * len(characters(*row) & quoted) > row[2] - row[1] for row in rows]
    assert words_used(material, found, spans).tolist() == wanted


def test_words_in_each_other_are_offered_once() -> None:
    every_other = [(0, 0, 0, 0, 40), (0, 0, 0, 10, 20), (0, 0, 0, 30, 80), (0, 1, 0, 12, 18), (1, 0, 0, 0, 40)]
    study = example(every_other, [])
    material = material_of(study)
    codings = np.ones(material.code.size, np.bool_)
    found = candidates(material, codings)
    every = np.ones(found.size, np.bool_)
    rank = ranks(found, every, "longest", ~every)
    for balance in (False, True):
        chosen = picked(found, rank, 9, balance, SharedCodes(material, codings)).tolist()
        assert {(int(found.document[one]), int(found.start[one]), int(found.end[one])) for one in chosen} == {
            (0, 0, 40),
            (0, 30, 80),  # only ten characters are the same
            (0, 12, 18),  # of another code
            (1, 0, 40),  # in another document
        }
