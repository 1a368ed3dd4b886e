"""How often codes meet: one sweep over sorted spans for every rule, then coefficients on units."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ..domain.column_names import columns_beside
from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from .extents import Extent
from .material import BoolArray, FloatArray, IntArray, Material, Spans, ancestry, text_starts
from .sweeps import Gathered, Tally, distinct_rows, overlapping, runs, touching, union
from .unit_spaces import (
    Rule,
    UnitSpace,
    distinct_spans,
    parse_rule,
    parts_of,
    require_cases,
    unit_space,
)

if TYPE_CHECKING:
    import pandas as pd

COEFFICIENTS = ("jaccard", "dice", "overlap", "p_b_given_a", "p_a_given_b", "lift", "phi")
MEASURES = ("n_ab", "pairs", *COEFFICIENTS, "documents", "cases")


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """What a rule counted.

    `codes` are the codes in use (indices into the material's), with `n` units, `spans` distinct spans,
    `code_documents` documents and `code_cases` cases each. Pair k is `codes[a[k]]` with `codes[b[k]]`,
    a < b, in codebook order. `n_ab` are shared units, `pairs` distinct spans of a and b that share a
    character, `documents` and `cases` how many hold at least one co-occurrence under the rule.
    `touching` has the `pairs` of every pair, by its number `a * size + b`, also where the rule sees no
    co-occurrence; `kin` are the numbers of the pairs that are none: a code and one below it.
    """

    rule: str
    unit: str
    n_units: int
    codes: IntArray
    n: IntArray
    spans: IntArray
    code_documents: IntArray
    code_cases: IntArray
    a: IntArray
    b: IntArray
    n_ab: IntArray
    pairs: IntArray
    documents: IntArray
    cases: IntArray
    touching: Tally
    kin: IntArray

    def coefficients(self) -> dict[str, FloatArray]:
        """The coefficients of every pair, by name; see `coefficients`."""
        return coefficients(self.n[self.a], self.n[self.b], self.n_ab, self.n_units)

    def measure(self, name: str) -> FloatArray:
        """A count or coefficient of every pair. Raises `BadInput` for an unknown name."""
        if name not in MEASURES:
            raise BadInput(
                "There is no measure “{name}”. Choose one of {measures}.",
                name=name,
                measures=", ".join(MEASURES),
            )
        if name in COEFFICIENTS:
            return self.coefficients()[name]
        counted: IntArray = getattr(self, name)
        return counted.astype(np.float64)

    def own(self, measure: str) -> IntArray:
        """What stands on the diagonal of a matrix of counts: what each code has of it itself."""
        own = {"pairs": self.spans, "documents": self.code_documents, "cases": self.code_cases}
        return own.get(measure, self.n)

    def matrix(self, measure: str) -> FloatArray:
        """Codes x codes in both halves, for pairs that do not meet too: a coefficient as it is (undefined: nan),
        of a count 0. The diagonal and the pairs of a code with one below it are nan.

        Row a, column b of `p_b_given_a` is the share of a's units that carry b too; `p_a_given_b` is the
        same matrix turned over.
        """
        size = self.codes.size
        square = np.zeros((size, size))
        if measure in COEFFICIENTS:
            shared = np.zeros((size, size), dtype=np.int64)
            shared[self.a, self.b] = shared[self.b, self.a] = self.n_ab
            square = coefficients(self.n[:, None], self.n[None, :], shared, self.n_units)[measure]
        elif measure == "pairs":
            first, second = np.triu_indices(size, 1)
            values = self.touching.at((first * size + second).astype(np.int64))
            square[first, second] = square[second, first] = values
        else:
            square[self.a, self.b] = square[self.b, self.a] = self.measure(measure)
        first, second = np.divmod(self.kin, max(size, 1))
        square[first, second] = square[second, first] = np.nan
        np.fill_diagonal(square, np.nan)
        return square

    def undefined(self, measure: str) -> BoolArray:
        """Codes x codes: the pairs of which a measure is not defined."""
        square = np.isnan(self.matrix(measure))
        first, second = np.divmod(self.kin, max(self.codes.size, 1))
        square[first, second] = square[second, first] = False
        np.fill_diagonal(square, False)
        return square


def coefficients(n_a: IntArray, n_b: IntArray, n_ab: IntArray, n_units: int) -> dict[str, FloatArray]:
    """Association of two codes from the units that carry them; nan where a denominator is 0.

    jaccard = n_ab / (n_a + n_b - n_ab) (Jaccard 1901), dice = 2 n_ab / (n_a + n_b) (Dice 1945), overlap =
    n_ab / min(n_a, n_b) (Simpson 1943), p_b_given_a = n_ab / n_a, lift = n_ab * n_units / (n_a * n_b)
    (0 upwards, 1 = as often as by chance), phi = the correlation of the two codes over all units (-1 to 1).
    All others lie between 0 and 1.
    """
    a, b, both, units = (np.asarray(x, dtype=np.float64) for x in (n_a, n_b, n_ab, n_units))
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.sqrt(a) * np.sqrt(b) * np.sqrt(units - a) * np.sqrt(units - b)
        found = {
            "jaccard": both / (a + b - both),
            "dice": 2 * both / (a + b),
            "overlap": both / np.minimum(a, b),
            "p_b_given_a": both / a,
            "p_a_given_b": both / b,
            "lift": both * units / (a * b),
            "phi": np.clip((both * units - a * b) / spread, -1, 1),
        }
    return {name: np.where(np.isfinite(values), values, np.nan) for name, values in found.items()}


def count(
    material: Material,
    rule: str = "overlap",
    rollup: bool = False,
    all_pairs: bool = False,
    progress: Progress = SILENT,
) -> Counts:
    """Count how the codes in use meet under `rule`: the pairs that do, or with `all_pairs` every pair.

    With `rollup` a code takes in the codings of the codes below it, and is no pair with one of them.
    Raises `BadInput` for an unknown rule, or for the rule case when there is no case.
    """
    chosen = parse_rule(rule)
    if chosen.kind == "case":
        require_cases(material)
    spans = distinct_spans(material, rollup)
    used = np.bincount(spans.code, minlength=len(material.codes)) > 0
    codes = np.flatnonzero(used).astype(np.int64)
    compact = (np.cumsum(used) - 1).astype(np.int64)
    spans = Spans(compact[spans.code], spans.document, spans.start, spans.end)
    meetings = Meetings(material, spans, codes.size)
    met_pairs = meetings.overlapping_pairs(progress)
    if chosen.kind in ("document", "case"):
        n, n_units = meetings.in_groups(chosen.kind)
    else:
        n, n_units = meetings.in_space(chosen, unit_space(material, chosen, progress), progress)
    keys = meetings.shared.keys()
    if all_pairs:
        first, second = np.triu_indices(codes.size, 1)
        keys = (first * codes.size + second).astype(np.int64)
    keys = keys[keys // codes.size != keys % codes.size] if keys.size else keys
    kin = kin_of(material, codes) if rollup else np.empty(0, np.int64)
    keys = keys[~np.isin(keys, kin)]
    return Counts(
        rule=chosen.text,
        unit=chosen.unit,
        n_units=n_units,
        codes=codes,
        n=n,
        spans=np.bincount(spans.code, minlength=codes.size).astype(np.int64),
        code_documents=np.bincount(distinct_rows(spans.code, spans.document)[0], minlength=codes.size).astype(np.int64),
        code_cases=meetings.code_cases(),
        a=keys // max(codes.size, 1),
        b=keys % max(codes.size, 1),
        n_ab=meetings.shared.at(keys),
        pairs=met_pairs.at(keys),
        documents=meetings.documents.at(keys),
        cases=meetings.cases.at(keys),
        touching=met_pairs,
        kin=kin,
    )


def cooccurrence(
    material: Material,
    rule: str = "overlap",
    rollup: bool = False,
    *,
    square: bool = False,
    all_pairs: bool = False,
    measure: str = "pairs",
    ids: bool = False,
    progress: Progress = SILENT,
) -> "pd.DataFrame":
    """The table of co-occurrence: each unordered pair of codes that meet once, in codebook order.

    With `square` a code x code table of `measure` over the codes in use instead: both halves, every pair;
    on the diagonal of a count what the code has of it itself, of a coefficient nothing. `ids` adds the codes' ids.
    `attrs` of the table are `described`.
    """
    counts = count(material, rule, rollup, all_pairs, progress)
    table = square_table(material, counts, measure, ids) if square else pair_table(material, counts, ids)
    table.attrs.update(described(material, counts, measure if square else "").items())
    return table


def described(material: Material, counts: Counts, measure: str = "") -> dict[str, str | int]:
    """How a table of co-occurrence was made: rule, measure ("" for all), unit, and the n of the codes in use."""
    return {
        "rule": counts.rule,
        "measure": measure or "all",
        "unit": counts.unit,
        "n_units": counts.n_units,
        "n_codes": int(counts.codes.size),
        "n_segments": int(counts.spans.sum()),
        "n_codings": int(material.code.size),
    }


def pair_table(material: Material, counts: Counts, ids: bool = False) -> "pd.DataFrame":
    """The pairs of `counts` as a table with the published columns."""
    import pandas as pd

    paths = np.array([material.codes[code].path for code in counts.codes], dtype=object)
    columns: dict[str, object] = {
        "code_a": paths[counts.a],
        "code_b": paths[counts.b],
        "unit": np.full(counts.a.size, counts.unit, dtype=object),
        "n_units": np.full(counts.a.size, counts.n_units, dtype=np.int64),
        "n_a": counts.n[counts.a],
        "n_b": counts.n[counts.b],
        "n_ab": counts.n_ab,
        "pairs": counts.pairs,
        **counts.coefficients(),
        "documents": counts.documents,
        "cases": counts.cases,
    }
    if ids:
        known = np.array([str(material.codes[code].id) for code in counts.codes], dtype=object)
        columns |= {"code_a_id": known[counts.a], "code_b_id": known[counts.b]}
    return pd.DataFrame(columns)


def square_table(material: Material, counts: Counts, measure: str = "pairs", ids: bool = False) -> "pd.DataFrame":
    """A measure as a code x code table; column `code`, then one column per code in use, named by its path."""
    import pandas as pd

    values = counts.matrix(measure)
    paths = [material.codes[code].path for code in counts.codes]
    columns = columns_beside(("code", "code_id"), paths, "code")
    table: pd.DataFrame
    if measure in COEFFICIENTS:
        table = pd.DataFrame(values, columns=columns)
    else:
        np.fill_diagonal(values, counts.own(measure))
        # a code and one below it are no pair: their cells are empty, and whole numbers stay whole beside them
        whole = pd.DataFrame(values, columns=columns)
        table = whole.astype("Int64") if counts.kin.size else whole.astype("int64")
    table.insert(0, "code", np.array(paths, dtype=object))
    if ids:
        known = [str(material.codes[code].id) for code in counts.codes]
        table.insert(1, "code_id", np.array(known, dtype=object))
    return table


def kin_of(material: Material, codes: IntArray) -> IntArray:
    """The numbers of the pairs that are a code and one below it."""
    chains = ancestry(material)
    places = {int(code): place for place, code in enumerate(codes)}
    kin = [
        places[above] * codes.size + place
        for place, code in enumerate(codes)
        for above in chains[code][1:]
        if above in places
    ]
    return np.array(kin, dtype=np.int64)


class Meetings:
    """Where pairs of codes meet; pairs are numbered `a * size + b`, a < b."""

    def __init__(self, material: Material, spans: Spans, size: int) -> None:
        self.spans = spans
        self.size = size
        self._material = material
        self._text = text_starts(material)
        self._extent = Extent(material)
        self._names, self._case, *self._parts = parts_of(material)
        self.shared, self.documents, self.cases = (Tally(size * size) for _ in range(3))

    def overlapping_pairs(self, progress: Progress) -> Tally:
        """For every pair of codes the pairs of distinct spans that share a character that is looked at."""
        tally = Tally(self.size * self.size)
        base = self._text[self.spans.document]
        order = np.argsort(base + self.spans.start, kind="stable")
        start, end = (base + self.spans.start)[order], (base + self.spans.end)[order]
        code, document = self.spans.code[order], self.spans.document[order]
        for row, other in overlapping(start, end):
            progress.tick(int(row[-1]) if row.size else 0, start.size, "pairs")
            keys = self._keys(code[row], code[other])
            if self._material.parts:
                home = document[row]
                shift = self._text[home]
                keys = keys[self._extent.holds(home, start[other] - shift, np.minimum(end[row], end[other]) - shift)]
            tally.add(keys)
        return tally

    def in_space(self, rule: Rule, space: UnitSpace, progress: Progress) -> tuple[IntArray, int]:
        """Fill the tallies under a rule whose units stand on one line; returns units per code and in all."""
        spans = self.spans if rule.kind == "same-segment" else self._extent.pieces(self.spans)
        row, low, high = space.own(spans.document, spans.start, spans.end)
        code = spans.code[row]
        if rule.kind != "overlap":  # there the spans are sorted already
            code, low, high = distinct_rows(code, low, high)
        first, high = union(code, low, high)
        code, low = code[first], low[first]
        n = np.bincount(code, high - low, minlength=self.size).astype(np.int64)
        order = np.argsort(low, kind="stable")
        code, low, high = code[order], low[order], high[order]
        document = space.document_of(low)
        homes = Gathered()
        partial = _PartialCases(self, space)
        for row, other in overlapping(low, high):
            progress.tick(int(row[-1]) if row.size else 0, low.size, "units")
            keys = self._keys(code[row], code[other])
            begin = low[other]  # of two runs that meet, the later one's start
            finish = np.minimum(high[row], high[other])
            self.shared.add(keys, finish - begin)
            homes.add(keys * len(self._material.documents) + document[row])
            partial.add(keys, document[row], begin, finish)
        self._holding(homes.distinct(), partial)
        return n, space.count

    def _holding(self, homes: IntArray, partial: "_PartialCases") -> None:
        """Count documents and cases from the distinct (pair, document) and the cases of parts."""
        keys, document = np.divmod(homes, max(len(self._material.documents), 1))
        self.documents.add(keys)
        if not self._names:
            return
        row, case = partial.whole_cases(document)
        partial.found.add(keys[row] * len(self._names) + case)
        self.cases.add(partial.found.distinct() // len(self._names))

    def in_groups(self, kind: str) -> tuple[IntArray, int]:
        """Fill the tallies for whole documents or cases as units; returns units per code and in all."""
        in_document = distinct_rows(self.spans.document, self.spans.code)
        if kind == "document":
            unit, code = in_document
            self._shared_in_groups(unit, unit, code, self.shared)
            self.documents = self.shared
            # a case holds what a document shares when any of its parts lies in that document
            case, home = distinct_rows(self._case, self._parts[0])
            counts = np.bincount(unit, minlength=len(self._material.documents))
            row, place = runs((np.cumsum(counts) - counts)[home].astype(np.int64), counts[home])
            self._shared_in_groups(case[row], home[row], code[place], self.cases)
            return np.bincount(code, minlength=self.size).astype(np.int64), len(self._material.documents)
        case, document, code = self._in_cases()
        unit, distinct_code = distinct_rows(case, code)
        self._shared_in_groups(unit, unit, distinct_code, self.shared)
        self.cases = self.shared
        self._shared_in_groups(document, case, code, self.documents)
        return np.bincount(distinct_code, minlength=self.size).astype(np.int64), len(self._names)

    def code_cases(self) -> IntArray:
        """How many cases each code is in."""
        case, _, code = self._in_cases()
        return np.bincount(distinct_rows(case, code)[1], minlength=self.size).astype(np.int64)

    def _in_cases(self) -> tuple[IntArray, IntArray, IntArray]:
        """The distinct (case, document, code) where a span of the code touches a part of the case."""
        home, start, end = self._parts
        whole = (start <= 0) & (end >= _lengths(self._material)[home])
        code, document = distinct_rows(self.spans.code, self.spans.document)
        # documents that belong to a case as a whole need no look at the spans
        counts = np.bincount(home[whole], minlength=len(self._material.documents)).astype(np.int64)
        ordered = self._case[whole][np.argsort(home[whole], kind="stable")]
        row, place = runs((np.cumsum(counts) - counts)[document], counts[document])
        found = [(ordered[place], document[row], code[row])]
        if not whole.all():
            case, home, start, end = (x[~whole] for x in (self._case, home, start, end))
            near = np.isin(self.spans.document, home)
            places, base = self._text[self.spans.document[near]], self._text[home]
            for span, part in touching(
                places + self.spans.start[near], places + self.spans.end[near], base + start, base + end
            ):
                found.append((case[part], home[part], self.spans.code[near][span]))
        columns = [np.concatenate(column) for column in zip(*found, strict=True)]
        return distinct_rows(*columns)[:3]  # type: ignore[return-value]

    def _shared_in_groups(self, group: IntArray, unit: IntArray, code: IntArray, tally: Tally) -> None:
        """Count for every pair of codes the groups in which at least one unit carries both."""
        group, unit, code = distinct_rows(group, unit, code)
        bounds = np.append(np.flatnonzero(np.diff(group, prepend=-1)), group.size)
        for begin, stop in pairwise(bounds.tolist()):
            codes, column = np.unique(code[begin:stop], return_inverse=True)
            units, line = np.unique(unit[begin:stop], return_inverse=True)
            if units.size == 1:
                first, second = np.triu_indices(codes.size, 1)
            else:
                carries = np.zeros((units.size, codes.size), dtype=np.float32)
                carries[line, column] = 1
                first, second = np.nonzero(np.triu(carries.T @ carries, 1))
            tally.add((codes[first] * self.size + codes[second]).astype(np.int64))

    def _keys(self, first: IntArray, second: IntArray) -> IntArray:
        return np.minimum(first, second) * self.size + np.maximum(first, second)


def _lengths(material: Material) -> IntArray:
    return np.fromiter((document.characters for document in material.documents), np.int64)


class _PartialCases:
    """The cases that a shared run of units touches, where a case has only parts of a document."""

    def __init__(self, meetings: Meetings, space: UnitSpace) -> None:
        material = meetings._material
        case, (home, start, end) = meetings._case, meetings._parts
        whole = (start <= 0) & (end >= _lengths(material)[home])
        self.found = Gathered()
        self._number = len(meetings._names)
        self._size = meetings.size
        counts = np.bincount(home[whole], minlength=len(material.documents)).astype(np.int64)
        self._counts, self._firsts = counts, np.cumsum(counts) - counts
        self._whole = case[whole][np.argsort(home[whole], kind="stable")]
        self._mixed = np.zeros(len(material.documents), dtype=np.bool_)
        self._mixed[home[~whole]] = True
        row, low, high = space.place(home[~whole], start[~whole], end[~whole])
        case, low, high = distinct_rows(case[~whole][row], low, high)
        first, high = union(case, low, high)
        self._case, self._low, self._high = case[first], low[first], high

    def whole_cases(self, document: IntArray) -> tuple[IntArray, IntArray]:
        """Row and case for the cases to which these documents belong as a whole."""
        row, place = runs(self._firsts[document], self._counts[document])
        return row, self._whole[place]

    def add(self, keys: IntArray, document: IntArray, begin: IntArray, finish: IntArray) -> None:
        """Take in shared runs `[begin, finish)` of the pairs `keys`."""
        if not self._case.size:
            return
        near = np.flatnonzero(self._mixed[document])
        for row, part in touching(begin[near], finish[near], self._low, self._high):
            self.found.add(keys[near[row]] * self._number + self._case[part])
