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
from qualcode.analysis.picking import GOOD_LENGTH, ORDERS, candidates, picked, ranks

Span = tuple[int, int, int]


def who_of(study: Study, span: Span) -> tuple[str, ...]:
    """The cases a span shares a looked-at character with; in a study without cases its document."""
    parts = [part for part in study.cases if seen(study, *part[1:])]
    if not parts:
        return (str(span[0]),)
    mine = characters(*span)
    return tuple(sorted({case for case, *place in parts if mine & seen(study, *place)})) or ("",)


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

    if not balance:
        return sorted(spans, key=key)[:most]
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
    chosen = picked(found, ranks(found, allowed, order, exemplar), most, balance)
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
