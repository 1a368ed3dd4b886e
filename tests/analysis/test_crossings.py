"""Codes crossed with documents, coders and texts, against a slow count with sets of characters."""

from dataclasses import replace

import numpy as np
from analysis.brute_force import Study, case_text, codings_of, seen
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.crossings import CODERS, DOCUMENTS, Sides, case_sides, crossing, places_in, speaker_sides
from qualcode.analysis.frequencies import frequencies
from qualcode.analysis.material import case_names

Span = tuple[int, int, int]


def groups_of(draw: st.DrawFn, study: Study) -> list[frozenset[int]]:
    codes = st.sets(st.integers(0, len(study.parents) - 1), min_size=1)
    return [frozenset(group) for group in draw(st.lists(codes, min_size=1, max_size=4))]


def spans(study: Study, group: frozenset[int], coder: int | None = None) -> set[Span]:
    return {(d, s, e) for d, c, by, s, e in codings_of(study) if c in group and coder in (None, by)}


def covered(study: Study, found: set[Span]) -> set[tuple[int, int]]:
    return set().union(*(seen(study, *span) for span in found))


def equal(ours: np.ndarray, slow: list[list[int]]) -> None:
    assert ours.tolist() == slow


def with_all(groups: list[frozenset[int]]) -> list[frozenset[int]]:
    return [*groups, frozenset().union(*groups)]


@given(study=studies(), data=st.data())
@settings(max_examples=80, deadline=None)
def test_documents_and_coders_equal_the_slow_count(study: Study, data: st.DataObject) -> None:
    material = material_of(study)
    groups = groups_of(data.draw, study)
    members = data.draw(st.lists(st.tuples(st.integers(0, 1), st.integers(0, len(study.texts) - 1)), unique=True))
    part, document = np.array(members, dtype=np.int64).reshape(-1, 2).T
    ours = crossing(material, groups, Sides(DOCUMENTS, 2, part, document))
    homes = [{d for p, d in members if p == number} for number in (0, 1)] + [set(range(len(study.texts)))]
    slow = [[{span for span in spans(study, group) if span[0] in home} for home in homes] for group in with_all(groups)]
    equal(ours.segments, [[len(found) for found in row] for row in slow])
    equal(ours.characters, [[len(covered(study, found)) for found in row] for row in slow])
    ours = crossing(material, groups, Sides(CODERS, study.coders))
    slow = [[spans(study, group, coder) for coder in (*range(study.coders), None)] for group in with_all(groups)]
    equal(ours.segments, [[len(found) for found in row] for row in slow])
    equal(ours.characters, [[len(covered(study, found)) for found in row] for row in slow])


def check_texts(study: Study, groups: list[frozenset[int]], sides: Sides, texts: list[set[tuple[int, int]]]) -> None:
    """`texts` are the characters of every part without what lies in none."""
    material = material_of(study)
    ours = crossing(material, groups, sides)
    every = set().union(*texts)
    segments, lengths = [], []
    for group in with_all(groups):
        found = spans(study, group)
        inside = [{span for span in found if seen(study, *span) & text} for text in texts]
        whole = covered(study, found)
        sizes = [len(whole & text) for text in texts]
        if sides.rest >= 0:
            inside[sides.rest] |= {span for span in found if not seen(study, *span) & every}
            sizes[sides.rest] += len(whole - every)
        segments.append([*map(len, inside), len(found)])
        lengths.append([*sizes, len(whole)])
        for part, expected in enumerate(inside):
            ids = [(material.documents[d].id, s, e) for d, s, e in sorted(expected)]
            assert list(places_in(material, group, sides, part)) == ids
    equal(ours.segments, segments)
    equal(ours.characters, lengths)
    assert ours.presence[:-1, :-1].tolist() == [[int(cell > 0) for cell in row[:-1]] for row in segments[:-1]]


@given(study=studies(), data=st.data())
@settings(max_examples=80, deadline=None)
def test_cases_equal_the_slow_count(study: Study, data: st.DataObject) -> None:
    groups = groups_of(data.draw, study)
    cases = [
        frozenset(names) for names in data.draw(st.lists(st.sets(st.sampled_from(["Ana", "Ben", "Chi"])), min_size=1))
    ]
    rest = data.draw(st.integers(-1, len(cases) - 1))
    text = case_text(study)
    texts = [set().union(*(text.get(name, set()) for name in group)) for group in cases]
    check_texts(study, groups, case_sides(material_of(study), cases, rest), texts)


@given(study=studies(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_speakers_equal_the_slow_count(study: Study, data: st.DataObject) -> None:
    who = [[data.draw(st.sampled_from(["", "Ana", "Ben"])) for _ in turns] for turns in study.units["turn"]]
    texts: dict[str, set[tuple[int, int]]] = {}
    for document, names in enumerate(who):
        for name, (start, end) in zip(names, study.units["turn"][document], strict=True):
            if name and seen(study, document, start, end):
                texts.setdefault(name, set()).update(seen(study, document, start, end))
    material = replace(material_of(study), speakers=lambda document: tuple(who[document]))
    names, sides = speaker_sides(material)
    assert names == tuple(texts)
    groups = groups_of(data.draw, study)
    check_texts(study, groups, sides, [*texts.values(), set()])


@given(study=studies(), rollup=st.booleans())
@settings(max_examples=50, deadline=None)
def test_the_last_column_is_what_frequencies_say(study: Study, rollup: bool) -> None:
    from analysis.brute_force import below

    material = material_of(study)
    groups = [frozenset(below(study, code)) if rollup else frozenset({code}) for code in range(len(study.parents))]
    ours = crossing(material, groups, case_sides(material, [frozenset({name}) for name in case_names(material)]))
    table = frequencies(material, rollup)
    assert ours.segments[:-1, -1].tolist() == table["segments"].tolist()
    assert ours.characters[:-1, -1].tolist() == table["characters"].tolist()
    present = ours.presence
    assert present[:-1, -1].tolist() == table["cases"].tolist()
