"""Combinations: two to five codes at once, in a unit of a rule or on one stretch of text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .code_runs import CodeRuns, cases_touched
from .extents import Extent
from .holders import holders_of_units
from .material import BoolArray, IntArray, Spans
from .sweeps import distinct_rows, overlapping, touching
from .unit_spaces import EMPTY, parts_of

if TYPE_CHECKING:
    import pandas as pd

COUNTED = ("units", "documents", "cases")
LARGEST = 5
MOST_STRETCHES = 12_000_000  # on which sets of one size meet: counting them takes 2 GB


@dataclass(frozen=True, slots=True, eq=False)
class Combinations:
    """Sets of codes that meet, all of one size or more; row k of `sets` holds places in `runs.codes`, filled up
    with -1, in codebook order.

    `units` carry all codes of a set, `only` none but these of the codes in use (of those in the codes' runs that were
    given as `others`); `segments` are the distinct spans of
    these codes that touch such a unit; `documents` and `cases` hold at least one. The units stand in the runs
    `[low, high)` of set `owner`, sorted by both.
    """

    runs: CodeRuns
    sets: IntArray
    units: IntArray
    only: IntArray
    segments: IntArray
    documents: IntArray
    cases: IntArray
    owner: IntArray
    low: IntArray
    high: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """All sets of one size that are common enough, with their counts and the runs of units that carry them."""

    sets: IntArray
    counts: dict[str, IntArray]
    owner: IntArray
    low: IntArray
    high: IntArray


class _Found:
    """Stretches on which sets of one size meet, as they are found."""

    def __init__(self, size: int, progress: Progress) -> None:
        self._size, self._progress, self._held = size, progress, 0
        self._pieces = [(EMPTY, EMPTY, EMPTY, EMPTY)]

    def add(self, *piece: IntArray) -> None:
        """Take in more: the set before, the code that comes to it, where they begin and where they end."""
        owner, code, low, high = piece
        self._pieces.append((owner, code, low, high))
        self._held += low.size
        self._progress.tick(0, 1, "combinations")
        if self._held > MOST_STRETCHES:
            raise BadInput(
                "Sets of {size} codes meet more than {most} times here, too often to be listed. Ask for fewer codes at "
                "once, for some of the codes alone, for sets that are in more, or by a narrower rule.",
                size=self._size,
                most=f"{MOST_STRETCHES:,}",
            )

    def columns(self) -> tuple[IntArray, ...]:
        """All of them, column by column."""
        return tuple(np.concatenate(column) for column in zip(*self._pieces, strict=True))


def combinations(
    runs: CodeRuns,
    fewest: int = 3,
    largest: int = 5,
    least: int = 2,
    of: str = "documents",
    progress: Progress = SILENT,
    others: CodeRuns | None = None,
) -> Combinations:
    """The sets of `fewest` to `largest` codes that have at least `least` of `of` (units, documents or cases). `others`
    are the runs of all codes, where `runs` are those of chosen ones: `only` asks after them.

    No set is missed: a set never has more of these than any of its subsets, so larger sets are looked for only among
    those whose smaller ones are common enough (Agrawal and Srikant 1994). Raises `BadInput` for sizes outside 2 to
    5, the smaller above the larger, another `of`, and where so many sets meet that no machine could list them.
    """
    if not 2 <= fewest <= largest <= LARGEST:
        raise BadInput("Between 2 and 5 codes can be looked for at once, and not more at least than at most.")
    if of not in COUNTED:
        raise BadInput("“{of}” cannot be counted. Choose one of {choices}.", of=of, choices=", ".join(COUNTED))
    kin = _kin_square(runs)
    level = _common(_singles(runs), least, of)
    kept = []
    for size in range(2, largest + 1):
        progress.tick(size - 2, largest - 1, "combinations")
        level = _common(_next(runs, level, kin, progress), least, of)
        if size >= fewest:
            kept.append(level)
        if not level.sets.size:
            break
    return _joined(runs, kept, largest, others or runs)


def single_counts(runs: CodeRuns) -> dict[str, IntArray]:
    """The units, documents and cases of each code by itself."""
    return _singles(runs).counts


def _singles(runs: CodeRuns) -> _Level:
    return _counted(runs, np.arange(runs.size, dtype=np.int64)[:, None], runs.code, runs.low, runs.high)


def _kin_square(runs: CodeRuns) -> BoolArray:
    kin = np.zeros((runs.size, runs.size), dtype=np.bool_)
    first, second = np.divmod(runs.kin, max(runs.size, 1))
    kin[first, second] = kin[second, first] = True
    return kin


def _next(runs: CodeRuns, level: _Level, kin: BoolArray, progress: Progress) -> _Level:
    """The sets with one code more, behind their last one in codebook order."""
    found = _Found(level.sets.shape[1] + 1, progress)
    single = level.sets.shape[1] == 1
    if single:
        order = np.argsort(level.low, kind="stable")
        owner, low, high = level.owner[order], level.low[order], level.high[order]
        for one, other in overlapping(low, high):
            pair = np.sort(np.stack([owner[one], owner[other]]), axis=0)
            code = level.sets[pair[1], 0]
            fits = ~kin[level.sets[pair[0], 0], code]
            begin, finish = low[other], np.minimum(high[one], high[other])
            found.add(pair[0][fits], code[fits], begin[fits], finish[fits])
    else:
        for one, other in touching(level.low, level.high, runs.low, runs.high):
            fits = np.flatnonzero(level.sets[level.owner[one], -1] < runs.code[other])
            fits = fits[~kin[level.sets[level.owner[one[fits]]], runs.code[other[fits]][:, None]].any(axis=1)]
            stretch, run = one[fits], other[fits]
            begin = np.maximum(level.low[stretch], runs.low[run])
            finish = np.minimum(level.high[stretch], runs.high[run])
            found.add(level.owner[stretch], runs.code[run], begin, finish)
    owner, code, low, high = found.columns()
    key, place = np.unique(owner * max(runs.size, 1) + code, return_inverse=True)
    before, added = np.divmod(key, max(runs.size, 1))
    sets = np.concatenate([level.sets[before], added[:, None]], axis=1)
    return _counted(runs, sets, place.astype(np.int64), low, high)


def _counted(runs: CodeRuns, sets: IntArray, owner: IntArray, low: IntArray, high: IntArray) -> _Level:
    order = np.lexsort((low, owner))
    owner, low, high = owner[order], low[order], high[order]
    size = len(sets)
    held = holders_of_units(runs)
    held.add(owner, documents_of(runs, low), low, high)
    documents = held.documents(size)
    if runs.rule.kind == "case":
        documents = _documents_in_cases(runs, sets, owner, low)
    counts = {
        "units": np.bincount(owner, high - low, minlength=size).astype(np.int64),
        "documents": documents,
        "cases": held.cases(size),
    }
    return _Level(sets, counts, owner, low, high)


def documents_of(runs: CodeRuns, places: IntArray) -> IntArray:
    """The document of each unit; 0 under the rule case, whose units lie in no one document."""
    if runs.space is not None:
        return runs.space.document_of(places)
    return places if runs.rule.kind == "document" else np.zeros(places.size, np.int64)


def _documents_in_cases(runs: CodeRuns, sets: IntArray, owner: IntArray, case: IntArray) -> IntArray:
    """Documents in which all codes of a set are in the text of one and the same case."""
    material = runs.material
    names, number, document, start, end = parts_of(material)
    many, size = max(len(material.documents), 1), max(runs.size, 1)
    # a document's part of a case is looked at as if it were a case of its own
    group, home = cases_touched(material, runs.spans, (number * many + document, document, start, end))
    carries = np.zeros((len(names) * many, size), dtype=np.bool_)
    carries[home, group] = True
    found = np.zeros(len(sets), dtype=np.int64)
    for place in range(many):
        inside = carries[case * many + place]
        whole = np.ones(case.size, dtype=np.bool_)
        for column in range(sets.shape[1]):
            whole &= inside[np.arange(case.size), sets[owner, column]]
        found += np.bincount(owner[whole], minlength=len(sets)) > 0
    return found


def _common(level: _Level, least: int, of: str) -> _Level:
    kept = level.counts[of] >= least
    numbers = (np.cumsum(kept) - 1).astype(np.int64)
    rows = kept[level.owner]
    return _Level(
        level.sets[kept],
        {name: values[kept] for name, values in level.counts.items()},
        numbers[level.owner[rows]],
        level.low[rows],
        level.high[rows],
    )


def _joined(runs: CodeRuns, levels: list[_Level], largest: int, others: CodeRuns) -> Combinations:
    sets = [np.empty((0, largest), dtype=np.int64)]
    owners, before = [EMPTY], 0
    for level in levels:
        filled = np.full((len(level.sets), largest), -1, dtype=np.int64)
        filled[:, : level.sets.shape[1]] = level.sets
        sets.append(filled)
        owners.append(level.owner + before)
        before += len(level.sets)
    every, owner = np.concatenate(sets), np.concatenate(owners)
    low, high = (np.concatenate([EMPTY, *(getattr(level, name) for level in levels)]) for name in ("low", "high"))
    counts = {name: np.concatenate([EMPTY, *(level.counts[name] for level in levels)]) for name in COUNTED}
    only = _alone(others, every, *_placed_in(others, runs, owner, low, high))
    segments = _segments(runs, every, owner, low, high)
    return Combinations(
        runs, every, counts["units"], only, segments, counts["documents"], counts["cases"], owner, low, high
    )


def _placed_in(
    others: CodeRuns, runs: CodeRuns, owner: IntArray, low: IntArray, high: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """Runs of units among those of `others`; only under same-segment do the codes that are chosen make the units."""
    if others is runs or runs.space is None or others.space is None or runs.rule.kind != "same-segment":
        return owner, low, high
    sizes = high - low
    first = np.repeat(low - (np.cumsum(sizes) - sizes), sizes)
    units = first + np.arange(first.size, dtype=np.int64)
    row, begin, finish = others.space.own(*runs.space.bounds(units))
    return np.repeat(owner, sizes)[row], begin, finish


def _alone(runs: CodeRuns, sets: IntArray, owner: IntArray, low: IntArray, high: IntArray) -> IntArray:
    """Units of each set that carry no other code: of those that carry all of it, where as many codes are as it has."""
    edges, carried = _codes_at(runs)
    if not owner.size:
        return np.zeros(len(sets), dtype=np.int64)
    widths = np.diff(edges)
    sizes = (sets >= 0).sum(axis=1)[owner]
    found = np.zeros(owner.size, dtype=np.int64)
    for size in np.unique(sizes).tolist():
        upto = np.append(0, np.cumsum(np.where(carried == size, widths, 0)))
        mine = sizes == size
        found[mine] = upto[np.searchsorted(edges, high[mine])] - upto[np.searchsorted(edges, low[mine])]
    return np.bincount(owner, found, minlength=len(sets)).astype(np.int64)


def _codes_at(runs: CodeRuns) -> tuple[IntArray, IntArray]:
    """The places where a code begins or ends, and how many codes there are from each to the next."""
    edges, place = np.unique(np.concatenate([runs.low, runs.high]), return_inverse=True)
    steps = np.bincount(place[: runs.low.size], minlength=edges.size)
    steps = steps - np.bincount(place[runs.low.size :], minlength=edges.size)
    return edges, np.cumsum(steps)[:-1]


def _segments(runs: CodeRuns, sets: IntArray, owner: IntArray, low: IntArray, high: IntArray) -> IntArray:
    """Distinct spans of each set's codes that touch one of its units, each once however many of the codes it has."""
    code, span, first, last = _placed_spans(runs)
    found = [(EMPTY, EMPTY)]
    for row, other in touching(low, high, first, last):
        mine = (sets[owner[row]] == code[other][:, None]).any(axis=1)
        found.append(distinct_rows(owner[row][mine], span[other][mine]))  # type: ignore[arg-type]
    columns = (np.concatenate(column) for column in zip(*found, strict=True))
    return np.bincount(distinct_rows(*columns)[0], minlength=len(sets)).astype(np.int64)


def _placed_spans(runs: CodeRuns) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Code, number of the span (whatever its codes) and the run of units of every span of every code."""
    material, spans = runs.material, runs.spans
    where = np.stack([spans.document, spans.start, spans.end])
    span = np.unique(where, axis=1, return_inverse=True)[1].reshape(-1).astype(np.int64)
    if runs.rule.kind == "document":
        return spans.code, span, spans.document, spans.document + 1
    if runs.rule.kind == "case":
        _, *parts = parts_of(material)
        alone = Spans(np.arange(span.size, dtype=np.int64), spans.document, spans.start, spans.end)
        row, case = cases_touched(material, alone, (parts[0], parts[1], parts[2], parts[3]))
        return spans.code[row], span[row], case, case + 1
    assert runs.space is not None
    row = np.arange(span.size, dtype=np.int64)
    document, start, end = spans.document, spans.start, spans.end
    if runs.rule.kind != "same-segment":
        row, start, end = Extent(material).cut(document, start, end)
        document = document[row]
    held, low, high = runs.space.own(document, start, end)
    return spans.code[row[held]], span[row[held]], low, high


def order_of(found: Combinations, by: str = "documents") -> IntArray:
    """The sets, those with most of `by` first, then with most units, then in codebook order."""
    columns = [*found.sets.T[::-1], -found.units, -getattr(found, by)]
    return np.lexsort(columns).astype(np.int64)


def combination_table(found: Combinations, by: str = "documents", ids: bool = False) -> "pd.DataFrame":
    """A row for each set, those with most of `by` first; the columns code_1, code_2 … are empty behind its last."""
    import pandas as pd

    runs = found.runs
    order = order_of(found, by)
    sets = found.sets[order]
    paths = np.array([*(runs.material.codes[code].path for code in runs.codes), None], dtype=object)
    columns: dict[str, object] = {"size": (sets >= 0).sum(axis=1)}
    columns |= {f"code_{place + 1}": paths[sets[:, place]] for place in range(sets.shape[1])}
    columns["unit"] = np.full(len(sets), runs.rule.unit, dtype=object)
    for name in ("units", "only", "segments", "documents", "cases"):
        columns[name] = getattr(found, name)[order]
    if ids:
        known = np.array([*(str(runs.material.codes[code].id) for code in runs.codes), None], dtype=object)
        columns |= {f"code_{place + 1}_id": known[sets[:, place]] for place in range(sets.shape[1])}
    table = pd.DataFrame(columns)
    table.attrs = {
        "rule": runs.rule.text,
        "unit": runs.rule.unit,
        "n_units": runs.n_units,
        "n_codes": runs.size,
        "n_segments": int(runs.spans.code.size),
    }
    return table


def stretches(found: Combinations, number: int, alone: CodeRuns | None = None) -> tuple[tuple[int, int, int], ...]:
    """Where a set is: document, start and end of each run of its units; with `alone`, the runs of all codes, only
    where no other code is. Under document and case the spans of its codes there."""
    runs = found.runs
    if number >= len(found.sets):
        return ()
    mine = found.owner == number
    low, high, space = found.low[mine], found.high[mine], runs.space
    if alone is not None:
        space = alone.space
        _, low, high = _placed_in(alone, found.runs, found.owner[mine], low, high)
        edges, carried = _codes_at(alone)
        lone = np.flatnonzero(carried == (found.sets[number] >= 0).sum())
        pieces = [
            (np.maximum(low[one], edges[lone][other]), np.minimum(high[one], edges[lone + 1][other]))
            for one, other in touching(low, high, edges[lone], edges[lone + 1])
        ]
        low, high = (np.concatenate([EMPTY, *column]) for column in (zip(*pieces, strict=True) if pieces else ((), ())))
    if space is not None:
        document, start, _ = space.bounds(low)
        end = space.bounds(high - 1)[2]
        return tuple(zip(document.tolist(), start.tolist(), end.tolist(), strict=True))
    code, span, first, _ = _placed_spans(runs)
    kept = np.isin(first, low) & np.isin(code, found.sets[number])
    where = np.unique(np.stack([runs.spans.document, runs.spans.start, runs.spans.end]), axis=1)
    return tuple((int(d), int(s), int(e)) for d, s, e in where[:, np.unique(span[kept])].T)
