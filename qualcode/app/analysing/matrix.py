"""Codes or themes by documents, cases, speakers, coders, sets, folders or the values of a variable: *matrix*."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ...domain.errors import BadInput, Phrase
from ...domain.options import FIGURE, TABLE, WHOLE, option
from ...domain.plain_names import plain_names
from ...domain.selections import Selection
from .case_values import case_columns
from .cautions import nobody_coded, note, note_unanswered, whole_of
from .code_rows import CODE, THEME, CodeRow, code_rows
from .registry import Analysis, Asked, Say
from .sides import CASE, DOCUMENT, KINDS, Crossed, crossed

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.crossings import Crossing
    from ...analysis.drawn import Drawn
    from ...analysis.material import FloatArray

SEGMENTS, CHARACTERS, PRESENCE, ROW_SHARE, COLUMN_SHARE = (
    "segments",
    "characters",
    "presence",
    "row-share",
    "column-share",
)
TOTAL, ALL_ROWS = "total", "(total)"
AS_IS, PLAIN = "as-is", "plain"
_RULES = {
    SEGMENTS: Phrase("Distinct spans; two coders, or two codes that count as one, on one span count once."),
    CHARACTERS: Phrase("Characters that carry the code; several coders on one passage count once."),
    PRESENCE: Phrase("1 where there is at least one segment, else 0."),
    ROW_SHARE: Phrase(
        "Segments as a share of all segments of the matrix in their row; what is in two columns counts in both."
    ),
    COLUMN_SHARE: Phrase(
        "Segments as a share of all segments of the matrix in their column; a segment with two codes counts for both."
    ),
}
_PLACES = Phrase("One of {kinds}, or the name of a variable of the cases.", kinds=", ".join((CODE, THEME, *KINDS)))


@dataclass(frozen=True, slots=True)
class Options:
    """What a matrix shows: one of its sides are codes or themes, the other one what they are crossed with."""

    rows: str = option(CODE, Phrase("Rows"), _PLACES, names="side")
    columns: str = option(DOCUMENT, Phrase("Columns"), _PLACES, names="side")
    value: str = option(
        SEGMENTS,
        Phrase("Show"),
        Phrase("What a cell holds."),
        choices=(
            (SEGMENTS, Phrase("segments")),
            (CHARACTERS, Phrase("characters")),
            (PRESENCE, Phrase("presence")),
            (ROW_SHARE, Phrase("share of the row")),
            (COLUMN_SHARE, Phrase("share of the column")),
        ),
    )
    rollup: bool = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
    totals: bool = option(
        False, Phrase("Totals"), Phrase("Add a column and a row in which each segment counts once."), only=TABLE
    )
    bins: int | None = option(
        None,
        Phrase("Groups"),
        Phrase("Put numbers and dates into so many groups of cases; 0 lists each value."),
        kind=WHOLE,
        least=0,
        most=50,
        optional=True,
        unset=Phrase("automatic"),
        zero=Phrase("each value"),
        quiet=True,
    )
    names: str = option(
        AS_IS,
        Phrase("Names"),
        Phrase(
            "Names of columns as they are, or plain ones for R and SPSS, with what they stand for beside the table."
        ),
        choices=((AS_IS, Phrase("as they are")), (PLAIN, Phrase("for R and SPSS"))),
        only=TABLE,
        quiet=True,
    )
    with_variables: bool = option(
        False,
        Phrase("With variables"),
        Phrase("Add the variables of the cases to rows that are cases or documents."),
        only=TABLE,
        quiet=True,
    )
    order: str = option(
        "codebook",
        Phrase("Order"),
        Phrase("Codes in the order of the codebook, or those with most segments first."),
        choices=(("codebook", Phrase("codebook")), ("frequency", Phrase("frequency"))),
        only=FIGURE,
    )
    most: int = option(
        40, Phrase("Codes at most"), Phrase("At most so many codes: those with most segments."), least=1, only=FIGURE
    )
    most_sides: int = option(
        60,
        Phrase("Others at most"),
        Phrase("At most so many of what codes are crossed with: those with most segments."),
        least=1,
        only=FIGURE,
        quiet=True,
    )
    smart: bool = option(False, Phrase("Smart codes"), Phrase("List the smart codes as further rows."), quiet=True)
    ids: bool = option(False, Phrase("Ids"), Phrase("Add the columns of ids."), only=TABLE, quiet=True)


class Matrix:
    """A matrix that was asked for: its codes, what they are crossed with, and the counts when they are needed."""

    def __init__(self, asked: Asked, options: Options) -> None:
        rows, columns = options.rows.casefold() or CODE, options.columns.casefold() or DOCUMENT
        ours = [side for side in (rows, columns) if side in (CODE, THEME)]
        if len(ours) != 1:
            raise BadInput(
                "One side of a matrix is code or theme, the other one of {kinds}, or a variable. These are {rows} and "
                "{columns}.",
                kinds=", ".join(KINDS),
                rows=options.rows,
                columns=options.columns,
            )
        asked = asked.smart if options.smart else asked
        self.asked, self.value, self.kind = asked, options.value, ours[0]
        self.units_are_rows = columns in (CODE, THEME)
        self.codes: tuple[CodeRow, ...] = code_rows(asked, self.kind, options.rollup)
        self.crossed: Crossed = crossed(asked, options.rows if self.units_are_rows else options.columns, options.bins)
        self._every: frozenset[int] = frozenset().union(*(row.group for row in self.codes))
        self._ids: dict[frozenset[int], frozenset[UUID]] = {}
        # a row of a data set is a unit: what belongs to none is no unit
        self.parts = [
            part
            for part in range(len(self.crossed.names))
            if not (self.units_are_rows and options.value == PRESENCE and part == self.crossed.rest)
        ]

    @cached_property
    def counts(self) -> "Crossing":
        """Segments and characters of codes (rows) by sides, totals last."""
        from ...analysis.crossings import crossing

        groups = [row.group for row in self.codes]
        return crossing(self.asked.material, groups, self.crossed.sides, self.value == CHARACTERS)

    @property
    def paths(self) -> list[str]:
        """The codes by path."""
        return [self.asked.material.codes[row.code].path for row in self.codes]

    @property
    def unit_names(self) -> list[str]:
        """What they are crossed with, by name."""
        return [str(self.crossed.names[part]) for part in self.parts]

    @cached_property
    def cells(self) -> "FloatArray":
        """The values, codes by sides, with totals in the last row and column; nan where a share is not defined."""
        import numpy as np

        taken = [*self.parts, len(self.crossed.names)]
        if self.value == PRESENCE:
            values = self.counts.presence[:, taken].astype(np.float64)
            values[:, -1] = values[:, :-1].sum(axis=1)
        elif self.value == CHARACTERS:
            values = self.counts.characters[:, taken].astype(np.float64)
        else:
            values = self.counts.segments[:, taken].astype(np.float64)
        if self.value in (ROW_SHARE, COLUMN_SHARE):
            by_code = (self.value == ROW_SHARE) != self.units_are_rows
            whole = values[:, -1:] if by_code else values[-1:, :]
            with np.errstate(invalid="ignore"):
                values = np.asarray(np.where(whole > 0, values / whole, np.nan))
        values[self.unanswered] = np.nan
        return values

    @property
    def unanswered(self) -> list[int]:
        """The places of smart codes that have no answer: a 0 would be one."""
        return [place for place, row in enumerate(self.codes) if row.code in self.asked.unanswered]

    def selection(self, code: int | None, part: int | None) -> Selection:
        """What a cell stands for: the code at that place in `codes`, what is at that place in `parts`; None: all."""
        material = self.asked.material
        codes = self._every if code is None else self.codes[code].group
        if codes not in self._ids:
            self._ids[codes] = frozenset(material.codes[number].id for number in codes)
        if part is None:
            return Selection(codes=self._ids[codes])
        return self.crossed.selection(material, codes, self._ids[codes], self.parts[part])

    def said(self) -> tuple[Phrase, ...]:
        """How it was counted, in sentences."""
        takes_in = (
            (Phrase("A theme takes in the codes below it and those linked to it."),) if self.kind == THEME else ()
        )
        return (_RULES[self.value], *takes_in, *self.crossed.said)

    @cached_property
    def uncoded(self) -> int:
        """How many of the documents or cases have no coding of any code in what is looked at; 0 of other things."""
        from ...analysis.crossings import crossing

        if self.crossed.kind not in (DOCUMENT, CASE):
            return 0
        material = whole_of(self.asked)
        every = frozenset(range(len(material.codes)))
        there = crossing(material, [every], self.crossed.sides, with_characters=False).segments[0, :-1]
        return sum(not there[part] for part in self.parts if part != self.crossed.rest)

    def caution(self) -> Phrase | None:
        """What a 0 may mean where nobody has coded anything."""
        if self.value == (ROW_SHARE if self.units_are_rows else COLUMN_SHARE):
            return None  # a share of nothing is not defined, and no 0
        whole = sum(part != self.crossed.rest for part in self.parts)
        return nobody_coded(self.uncoded, whole, self.crossed.unit)


def _named(heads: list[str], labels: list[str], how: str) -> tuple[list[str], dict[str, str]]:
    """Names of columns, unique, `heads` before those of `labels`; and what plain ones stand for."""
    if how == PLAIN:
        names = plain_names([*heads, *labels])
        return list(names), dict(zip(names, [*heads, *labels], strict=True))
    found: list[str] = []
    for label in (*heads, *labels):
        name, number = label, 1
        while name in found:
            number += 1
            name = f"{label} ({number})"
        found.append(name)
    return found, {}


def _heads(matrix: Matrix, options: Options) -> list[str]:
    if matrix.units_are_rows:
        return [matrix.crossed.heading]
    return [matrix.kind, f"{matrix.kind}_id"] if options.ids else [matrix.kind]


def _labels(matrix: Matrix) -> list[str]:
    if not matrix.units_are_rows:
        return matrix.unit_names
    codes = [matrix.asked.material.codes[row.code] for row in matrix.codes]
    return [code.path for code in codes]


def _whole(column: "FloatArray") -> Any:
    """Whole numbers; with gaps where one is not defined."""
    import numpy as np
    import pandas as pd

    if not np.isnan(column).any():
        return column.astype(np.int64)
    return pd.Series(column).astype("Int64")


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    import numpy as np
    import pandas as pd

    matrix = Matrix(asked, options)
    if options.with_variables and not (matrix.units_are_rows and matrix.crossed.kind in (CASE, DOCUMENT)):
        raise BadInput("Variables stand beside rows that are cases or documents: --rows case --columns code.")
    cells = matrix.cells.T if matrix.units_are_rows else matrix.cells
    heads, labels = _heads(matrix, options), _labels(matrix)
    row_names = matrix.unit_names if matrix.units_are_rows else matrix.paths
    extra = case_columns(asked, matrix.crossed.kind, row_names) if options.with_variables else {}
    labels = labels + ([TOTAL] if options.totals else [])
    names, stands_for = _named(heads, [*labels, *extra], options.names)
    height = cells.shape[0] if options.totals else cells.shape[0] - 1
    whole = options.value in (SEGMENTS, CHARACTERS, PRESENCE)
    columns: dict[str, Any] = {}
    row_names = row_names + ([ALL_ROWS] if options.totals else [])
    columns[names[0]] = np.array(row_names, dtype=object)
    if len(heads) == 2:
        ids = [str(matrix.asked.material.codes[row.code].id) for row in matrix.codes]
        columns[names[1]] = np.array(ids + ([None] if options.totals else []), dtype=object)
    for place in range(len(labels)):
        column = cells[:height, place]
        columns[names[len(heads) + place]] = _whole(column) if whole else column
    for place, values in enumerate(extra.values()):
        columns[names[len(heads) + len(labels) + place]] = np.array(
            [*values, *([None] if options.totals else [])], dtype=object
        )
    table = pd.DataFrame(columns)
    table.attrs = {
        "rule": " ".join(matrix.said()),
        "value": options.value,
        "rows": options.rows,
        "columns": options.columns,
        "unit": "character" if options.value == CHARACTERS else "segment",
        "n_codes": len(matrix.codes),
        f"n_{matrix.crossed.kind}s": len(matrix.parts),
        "n_segments": int(matrix.counts.segments[:-1, -1].sum()),
        **({f"n_uncoded_{matrix.crossed.kind}s": matrix.uncoded} if matrix.crossed.kind in (DOCUMENT, CASE) else {}),
        **{f"column {name}": label for name, label in stands_for.items()},
    }
    note(table, matrix.caution())
    note_unanswered(table, matrix.asked)
    return table


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    matrix = Matrix(asked, options)
    heads = _heads(matrix, options)
    place = list(table.columns).index(column) - len(heads)
    across = len(matrix.codes) if matrix.units_are_rows else len(matrix.parts)
    down = len(matrix.parts) if matrix.units_are_rows else len(matrix.codes)
    if place > across - (not options.totals):
        return None  # a variable
    if row > down - (not options.totals):
        return None  # of no row of this matrix
    first = row if row < down else None
    second = place if 0 <= place < across else None
    return matrix.selection(second, first) if matrix.units_are_rows else matrix.selection(first, second)


def _own_columns(options: Options, table: "pd.DataFrame") -> set[int]:
    """What its rows are called, where that is no variable, and the totals."""
    rows = options.rows.casefold() or CODE
    ours = rows in (CODE, THEME)
    heads = 1 + (options.ids and ours)
    own = set(range(heads)) if rows in (CODE, THEME, *KINDS) else set()
    if options.totals:  # a part may be called so, too: theirs stands behind the last of them
        own.add(heads + int(table.attrs["n_codes"]) if options.with_variables else table.shape[1] - 1)
    return own


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.grids import grid_chart
    from .matrix_figure import grid_of

    return grid_chart(grid_of(Matrix(asked, options), options, say), dark, say)


ANALYSIS = Analysis(
    name="matrix",
    title=Phrase("Matrix"),
    about=Phrase("See where codes or themes stand: in which documents, with whom, and in which groups of cases."),
    columns=(
        "a row for each code or theme, and a column for each document, case, speaker, coder, set, folder or value of a "
        "variable; or the other way round."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="cases",
    proof=True,
    own_columns=_own_columns,
)
