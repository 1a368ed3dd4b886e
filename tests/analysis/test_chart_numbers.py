"""The numbers of the charts against slow counts, on small random projects."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from analysis import brute_force
from analysis.brute_force import Study, codings_of, seen
from analysis.studies import material_of, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.bubbles import bubble_table, theme_of
from qualcode.analysis.chart_rows import Themes, rows_of
from qualcode.analysis.codelines import bars_of, codeline_table, lanes_of
from qualcode.analysis.comparisons import comparison_table
from qualcode.analysis.coverages import TOTAL, coverage, coverage_table, uncoded
from qualcode.analysis.frequencies import frequencies
from qualcode.analysis.frequency_groups import NONE, SEVERAL, by_coder, by_value, parted_frequencies
from qualcode.analysis.material import Material
from qualcode.analysis.portraits import NOT_CODED, OTHER_CODES, OUTSIDE, UNCODED, portrait_table, portraits
from qualcode.analysis.spreads import spread_table
from qualcode.analysis.timelines import EVERYBODY, timeline_table
from qualcode.domain.hours import STEPS, begun, following, hour_text


def voiced(study: Study) -> Material:
    """The study with speakers: every third turn has none."""
    material = material_of(study)
    names = ("", "INT", "Ana")
    return replace(
        material, speakers=lambda document: tuple(names[n % 3] for n in range(len(material.units(document, "turn"))))
    )


def grouped(study: Study) -> Themes:
    """Every code that has a code below it, with all of these, as themes take them in."""
    return tuple(
        (code, frozenset(brute_force.below(study, code)))
        for code in range(len(study.parents))
        if len(brute_force.below(study, code)) > 1
    )


def rows_by_hand(study: Study, themes: Themes | None) -> Iterator[tuple[int, set[int]]]:
    used = {code for _, code, *_ in codings_of(study)}
    for code, held in themes or [(code, frozenset({code})) for code in range(len(study.parents))]:
        if used & held:
            yield code, set(held)


def carrying(study: Study, codes: set[int] | None, coder: int | None = None) -> set[brute_force.Place]:
    """The characters looked at that carry one of these codes."""
    places: set[brute_force.Place] = set()
    for document, code, who, start, end in codings_of(study):
        if (codes is None or code in codes) and coder in (None, who):
            places |= seen(study, document, start, end)
    return places


def whole(study: Study, document: int) -> set[brute_force.Place]:
    return seen(study, document, 0, study.texts[document])


def path_of(study: Study, code: int) -> str:
    return material_of(study).codes[code].path


@given(study=studies(), by=st.sampled_from(["document", "coder", "speaker"]))
@settings(max_examples=60, deadline=None)
def test_coverage(study: Study, by: str) -> None:
    material = voiced(study)
    expected: dict[tuple[str, str], tuple[int, int]] = {}
    for document, name in enumerate(one.name for one in material.documents):
        if by == "document":
            groups = {"": (whole(study, document), carrying(study, None))}
        elif by == "coder":
            groups = {
                coder: (whole(study, document), carrying(study, None, number))
                for number, coder in enumerate(material.coders)
            }
        else:
            groups = {}
            turns = material.units(document, "turn").tolist()
            for (start, end), who in zip(turns, material.speakers(document), strict=True):
                held = groups.setdefault(who, (set(), carrying(study, None)))
                held[0].update(seen(study, document, start, end))
        for group, (text, coded) in groups.items():
            if text or by != "speaker":
                expected[name, group] = (len(text), len(text & coded))
    for group in dict.fromkeys(group for _, group in expected):
        both = [pair for (_, own), pair in expected.items() if own == group]
        expected[TOTAL, group] = (sum(text for text, _ in both), sum(coded for _, coded in both))
    table = coverage_table(material, by)
    groups = table[by] if by != "document" else [""] * len(table)
    found = {
        (name, group): (size, coded)
        for name, group, size, coded in zip(table["document"], groups, table["characters"], table["coded"], strict=True)
    }
    assert found == expected
    for size, coded, share in zip(table["characters"], table["coded"], table["share"], strict=True):
        assert share == pytest.approx(coded / size if size else float("nan"), nan_ok=True)


def only(material: Material, codes: set[int]) -> Material:
    """What a filter of codes leaves."""
    kept = np.isin(material.code, sorted(codes))
    columns = ("document", "code", "coder", "start", "end")
    return replace(material, **{name: getattr(material, name)[kept] for name in columns}, chosen=frozenset(codes))


@given(study=studies(), chosen=st.sets(st.integers(0, 3)))
@settings(max_examples=60, deadline=None)
def test_text_with_other_codes_is_not_uncoded(study: Study, chosen: set[int]) -> None:
    """With some codes chosen: what carries one of them, what carries others only, and what carries none."""
    whole_material = material_of(study)
    own, any_code = carrying(study, chosen), carrying(study, None)
    found = coverage(only(whole_material, chosen), "document", whole_material)
    table = portrait_table(only(whole_material, chosen), None, whole_material)
    documents = [number for number in range(len(study.texts)) if whole(study, number)]
    data = portraits(only(whole_material, chosen), None, documents, 12, 12, None, whole_material)
    for number, document in enumerate(whole_material.documents):
        text = whole(study, number)
        others, left = len(text & (any_code - own)), len(text - any_code)
        assert (found[number].coded, found[number].others) == (len(text & own), others)
        rows = table[table["document"] == document.name].set_index("code")["characters"]
        assert rows.get(NOT_CODED, 0) == left
        assert rows.get(OTHER_CODES, 0) == others
    for portrait in data.portraits:
        assert portrait.coded == len(whole(study, portrait.document) & any_code)
        for number, value in enumerate(portrait.cells.tolist()):
            end = min((number + 1) * data.size, study.texts[portrait.document])
            text = seen(study, portrait.document, number * data.size, end)
            if text and text <= any_code:
                assert value not in (UNCODED, OUTSIDE)


@given(study=studies(), least=st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_uncoded_stretches(study: Study, least: int) -> None:
    material = material_of(study)
    coded = carrying(study, None)
    expected = []
    for document in range(len(study.texts)):
        turns = study.units["turn"][document]
        spoken = {place for start, end in turns for place in range(start, end)}
        parts = study.parts.get(document, [(0, study.texts[document])])
        for low, high in parts:
            run: list[int] = []
            for place in [*range(low, high), high]:
                if place < high and (document, place) not in coded:
                    run.append(place)
                    continue
                inside = [one for one in run if one in spoken]
                if inside and inside[-1] + 1 - inside[0] >= least:
                    first = next(n for n, (start, end) in enumerate(turns, 1) if start <= inside[0] < end)
                    expected.append((document, inside[0], inside[-1] + 1, first))
                run = []
    assert uncoded(material, least) == expected


@given(study=studies(), gathered=st.booleans())
@settings(max_examples=60, deadline=None)
def test_codeline(study: Study, gathered: bool) -> None:
    themes = grouped(study) if gathered else None
    material = voiced(study)
    rows = rows_of(material, themes)
    for document in range(len(study.texts)):
        turns = material.units(document, "turn").tolist()
        expected = []
        for code, held in rows_by_hand(study, themes):
            spans: dict[tuple[int, int], set[int]] = {}
            for home, own, coder, start, end in codings_of(study):
                if home == document and own in held:
                    spans.setdefault((start, end), set()).add(coder)
            for (start, end), coders in sorted(spans.items()):
                touched = [n for n, (low, high) in enumerate(turns, 1) if low < end and high > start]
                expected.append(
                    (
                        path_of(study, code),
                        start,
                        end,
                        touched[0] if touched else 0,
                        len(touched),
                        material.speakers(document)[touched[0] - 1] if touched else "",
                        ", ".join(f"coder {coder}" for coder in sorted(coders)),
                    )
                )
        table = codeline_table(material, rows, document)
        found = table[["code", "start", "end", "turn", "turns", "speaker", "coders"]]
        assert list(found.itertuples(index=False, name=None)) == expected
        bars = bars_of(material, rows, document)
        lanes, many = lanes_of(bars)
        for one, lane in zip(bars, lanes, strict=True):
            assert lane < many[one.row]
            for other, beside in zip(bars, lanes, strict=True):
                if other is not one and (other.row, beside) == (one.row, lane):
                    assert other.end <= one.start or one.end <= other.start


@given(study=studies(), gathered=st.booleans())
@settings(max_examples=60, deadline=None)
def test_portrait_shares(study: Study, gathered: bool) -> None:
    themes = grouped(study) if gathered else None
    expected = []
    for document in range(len(study.texts)):
        text = whole(study, document)
        if not text:
            continue
        for code, held in rows_by_hand(study, themes):
            count = len(carrying(study, held) & text)
            if count:
                expected.append((f"P{document + 1:02d}", path_of(study, code), count, count / len(text)))
        listed = set().union(*(held for _, held in rows_by_hand(study, themes)))
        other = len(text & (carrying(study, None) - carrying(study, listed)))
        if other:
            expected.append((f"P{document + 1:02d}", OTHER_CODES, other, other / len(text)))
        left = len(text - carrying(study, None))
        expected.append((f"P{document + 1:02d}", NOT_CODED, left, left / len(text)))
    table = portrait_table(material_of(study), themes)
    assert list(table.itertuples(index=False, name=None)) == expected


@given(study=studies(), cells=st.integers(3, 30), most=st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_portrait_cells(study: Study, cells: int, most: int) -> None:
    material = material_of(study)
    documents = range(len(study.texts))
    data = portraits(material, None, documents, cells, most)
    shown = [label.code for label in data.rows.labels]
    for portrait in data.portraits:
        length = study.texts[portrait.document]
        assert portrait.cells.size == -(-length // data.size) <= cells
        for number, value in enumerate(portrait.cells.tolist()):
            text = seen(study, portrait.document, number * data.size, min((number + 1) * data.size, length))
            counts = [len(carrying(study, {code}) & text) for code in shown]
            others = set(range(len(study.parents))) - set(shown)
            counts.append(len(carrying(study, others) & text))
            none = len(text - carrying(study, None))
            if not text:
                assert value == OUTSIDE
            elif max(counts) == 0 or max(counts) < none:
                assert value == UNCODED
            else:
                assert counts[value] == max(counts)
                assert max(counts) not in counts[:value]


@given(study=studies(), gathered=st.booleans(), parts=st.integers(2, 12))
@settings(max_examples=60, deadline=None)
def test_comparison(study: Study, gathered: bool, parts: int) -> None:
    themes = grouped(study) if gathered else None
    expected = []
    for document, length in enumerate(study.texts):
        for part in range(parts):
            text = seen(study, document, part * length // parts, (part + 1) * length // parts)
            for code, held in rows_by_hand(study, themes):
                count = len(carrying(study, held) & text)
                if count:
                    expected.append((f"P{document + 1:02d}", part + 1, path_of(study, code), count, count / len(text)))
    table = comparison_table(material_of(study), themes, parts)
    assert list(table.itertuples(index=False, name=None)) == expected


@given(study=studies(), gathered=st.booleans())
@settings(max_examples=60, deadline=None)
def test_spread_and_bubbles(study: Study, gathered: bool) -> None:
    themes = grouped(study) if gathered else None
    material = material_of(study)
    expected = []
    for code, held in rows_by_hand(study, themes):
        spans = {(d, s, e) for d, c, _, s, e in codings_of(study) if c in held}
        for document in sorted({d for d, *_ in spans}):
            expected.append((path_of(study, code), f"P{document + 1:02d}", sum(d == document for d, *_ in spans)))
    table = spread_table(material, themes)
    assert list(table.itertuples(index=False, name=None)) == expected
    counted = frequencies(material).set_index("code")
    for row in bubble_table(material).itertuples(index=False):
        for column in ("segments", "documents", "cases"):
            assert getattr(row, column) == counted.loc[row.code, column]
    kinds = tuple(replace(code, kind="theme" if code.parent < 0 else "code") for code in material.codes)
    for code, theme in enumerate(theme_of(replace(material, codes=kinds))):
        while kinds[code].parent >= 0:
            code = kinds[code].parent  # noqa: PLW2901
        assert theme == code


@given(study=studies(), step=st.sampled_from(STEPS), draw=st.data())
@settings(max_examples=60, deadline=None)
def test_timeline(study: Study, step: str, draw: st.DataObject) -> None:
    study.parts.clear()
    hours = draw.draw(st.lists(st.integers(400_000, 400_900), min_size=len(study.codings), max_size=len(study.codings)))
    material = replace(material_of(study), made=np.array(hours, dtype=np.int64))
    table = timeline_table(material, step)
    rows = list(table.itertuples(index=False, name=None))
    if not hours:
        assert rows == []
        return
    expected = []
    begin = begun(min(hours), step)
    before: list[tuple[int, int]] = []  # code and coder of all codings so far
    while begin <= max(hours):
        end = following(begin, step)
        now = [
            (code, coder)
            for (_, code, coder, *_), hour in zip(study.codings, hours, strict=True)
            if begin <= hour < end
        ]
        for coder, name in [*enumerate(material.coders), (None, EVERYBODY)]:
            own = [code for code, who in now if coder in (None, who)]
            old = [code for code, who in before if coder in (None, who)]
            fresh, known = set(own) - set(old), set(own) | set(old)
            expected.append((hour_text(begin, step), name, len(own), len(own) + len(old), len(fresh), len(known)))
        before += now
        begin = end
    assert rows == expected


@given(study=studies(), rollup=st.booleans(), gathered=st.booleans(), named=st.booleans())
@settings(max_examples=60, deadline=None)
def test_parted_frequencies(study: Study, rollup: bool, gathered: bool, named: bool) -> None:
    themes = (grouped(study) or None) if gathered else None
    material = material_of(study)
    values = {"old": ["Ana", "Chi"], "young": ["Ben"]}
    parted = by_value(material, "age", values) if named else by_coder(material)
    text = brute_force.case_text(study)
    expected = []
    rows = themes or [
        (code, brute_force.below(study, code) if rollup else {code}) for code in range(len(study.parents))
    ]
    for code, held in rows:
        parts: dict[str, set[tuple[int, int, int]]] = {}
        spans: dict[tuple[int, int, int], set[int]] = {}
        for document, own, coder, start, end in codings_of(study):
            if own in held:
                spans.setdefault((document, start, end), set()).add(coder)
        for span, coders in spans.items():
            touched = {case for case, places in text.items() if places & brute_force.characters(*span)}
            of = (
                [value for value, cases in values.items() if touched & set(cases)]
                if named
                else [f"coder {coder}" for coder in sorted(coders)]
            )
            parts.setdefault(of[0] if len(of) == 1 else SEVERAL if of else NONE, set()).add(span)
        for part in [*parted.names, SEVERAL, NONE]:
            if found := parts.get(part):
                cases = {
                    case for case, places in text.items() if any(places & brute_force.characters(*one) for one in found)
                }
                expected.append((path_of(study, code), part, len(found), len({d for d, *_ in found}), len(cases)))
    table = parted_frequencies(material, parted, rollup, themes)
    assert list(table.itertuples(index=False, name=None)) == expected
    sums = table.groupby("code", sort=False)["segments"].sum()
    whole_table = frequencies(material, rollup, themes=themes).set_index("code")["segments"]
    assert all(whole_table[code] == number for code, number in sums.items())


@given(study=studies())
@settings(max_examples=60, deadline=None)
def test_frequencies_of_themes_count_what_counts_as_them(study: Study) -> None:
    themes = tuple((code, held | {0}) for code, held in grouped(study))  # the first code is linked to all of them
    if not themes:
        return
    table = frequencies(material_of(study), themes=themes)
    for (code, held), (_, row) in zip(themes, table.iterrows(), strict=True):
        own = [one for one in codings_of(study) if one[1] in held]
        assert row["code"] == path_of(study, code)
        assert row["segments"] == len({(d, s, e) for d, _, _, s, e in own})
        assert row["codings"] == len(own)
        assert row["documents"] == len({d for d, *_ in own})
        assert row["characters"] == len(carrying(study, set(held)))


def test_steps_begin_where_calendars_say() -> None:
    hour = 24 * 20_415 + 15  # 2025-11-23, a Sunday, 15:00
    assert [hour_text(begun(hour, step), step) for step in STEPS] == [
        "2025-11-23 15:00",
        "2025-11-23",
        "2025-11-17",
        "2025-11",
    ]
    assert hour_text(following(begun(hour, "month"), "month"), "month") == "2025-12"
    assert hour_text(following(begun(hour, "week"), "week"), "week") == "2025-11-24"
