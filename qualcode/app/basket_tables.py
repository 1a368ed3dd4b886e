"""Tables of analyses for a page: their cells as words, cut at a number of rows, side by side where they are wide."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..domain.errors import cut_short
from ..formats.report_parts import Table

if TYPE_CHECKING:
    import pandas as pd

UNDEFINED = "–"
_ROOM = 96  # characters beside one another on a page
_GAP = 2  # of them between two columns
_WIDEST, _LONGEST = 34, 400  # characters of a column before its cells break, and of a cell before it is cut
_TWO_LABELS = 22  # characters of each of two columns that name the rows
_BLOCKS = 3  # tables that one wide one becomes, at most
_LABELS = 2  # columns that are said again in each of them, at most
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Cut:
    """A table as it is printed: `rows` of `all_rows` and `columns` of `all_columns` are in `tables`, which follow one
    another; `same` are the columns whose cells are all alike, with what they hold; `undefined` says that a number is
    missing."""

    tables: tuple[Table, ...]
    rows: int
    all_rows: int
    columns: int
    all_columns: int
    same: tuple[tuple[str, str], ...] = ()
    undefined: bool = False


def without_zeros(frame: "pd.DataFrame") -> tuple["pd.DataFrame", int, int]:
    """A matrix without its rows and columns in which every number is 0, and how many rows and columns these are; as it
    is where there is nothing else in it. What is not defined is no 0."""
    numeric = [place for place in range(frame.shape[1]) if _is_numeric(frame.iloc[:, place])]
    zero = frame.iloc[:, numeric] == 0
    rows, columns = zero.all(axis=1).to_numpy(), zero.all(axis=0).to_numpy()
    if not numeric or columns.all():
        return frame, 0, 0
    gone = {place for place, empty in zip(numeric, columns, strict=True) if empty}
    left = frame.iloc[~rows, [place for place in range(frame.shape[1]) if place not in gone]]
    return left, int(rows.sum()), len(gone)


def cut(frame: "pd.DataFrame", most: int, printed: Callable[[str, str], str]) -> Cut:
    """The first `most` rows of a frame; `printed(text, column)` are the words of a cell or a heading (column "")."""
    shown = frame.iloc[:most]
    names = [str(name) for name in frame.columns]
    numeric = [_is_numeric(frame.iloc[:, place]) for place in range(len(names))]
    cells = [
        [_cell(value, name, number, printed) for value in _values(shown.iloc[:, place])]
        for place, (name, number) in enumerate(zip(names, numeric, strict=True))
    ]
    heads = [name.replace("_", " ") if _IDENTIFIER.fullmatch(name) else printed(name, "") for name in names]
    widths = [_width(head, column, number) for head, column, number in zip(heads, cells, numeric, strict=True)]
    places = list(range(len(names)))
    same: list[int] = []
    if sum(widths) + _GAP * len(widths) > _ROOM:
        plain = [place for place in places[1:] if _IDENTIFIER.fullmatch(names[place])]
        same = [place for place in plain if len(shown) > 1 and _alike(frame.iloc[:, place])]
        places = [place for place in places if place not in same]
    labels = _labels(places, numeric)
    if len(labels) > 1:
        widths = [min(width, _TWO_LABELS) if place in labels else width for place, width in enumerate(widths)]
    blocks = _blocks(places, labels, widths)
    tables = tuple(
        Table(
            tuple(heads[place] for place in block),
            tuple(tuple(cells[place][row] for place in block) for row in range(len(shown))),
            tuple(float(widths[place]) for place in block),
            frozenset(at for at, place in enumerate(block) if numeric[place]),
        )
        for block in blocks[:_BLOCKS]
    )
    return Cut(
        tables,
        len(shown),
        len(frame),
        len({place for block in blocks[:_BLOCKS] for place in block}) + len(same),
        len(names),
        tuple((heads[place], cells[place][0]) for place in same),
        any(cell == UNDEFINED for place in places for cell in cells[place] if numeric[place]),
    )


def _is_numeric(column: "pd.Series[Any]") -> bool:
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    return bool(is_numeric_dtype(column.dtype)) and not is_bool_dtype(column.dtype)


def _alike(column: "pd.Series[Any]") -> bool:
    return column.nunique(dropna=False) == 1


def _values(column: "pd.Series[Any]") -> list[Any]:
    """The values of a column, None for nan and for what pandas says instead of a whole number."""
    return [None if gap else value for value, gap in zip(column.tolist(), column.isna().tolist(), strict=True)]


def _cell(value: Any, column: str, numeric: bool, printed: Callable[[str, str], str]) -> str:
    if value is None:
        return UNDEFINED if numeric else ""
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return number(value)
    text = printed(str(value), column)
    return cut_short(text, _LONGEST)


def number(value: float) -> str:
    """A number as a report prints it: three digits of a fraction, more where it would be nought."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞"
    if value == int(value) and (abs(value) >= 1 or value == 0):
        return f"{value:,.0f}"
    return f"{value:,.3f}" if abs(value) >= 0.001 else f"{value:.2g}"


def _width(head: str, cells: Sequence[str], numeric: bool) -> int:
    longest = max(map(len, cells), default=0)
    word = max(map(len, head.split()), default=0)
    return max(longest, word, min(len(head) // 3 + 1, 12), 4) if numeric else min(max(longest, word, 6), _WIDEST)


def _labels(places: Sequence[int], numeric: Sequence[bool]) -> list[int]:
    """The first columns, which name the rows."""
    labels = []
    for place in places[:_LABELS]:
        if numeric[place]:
            break
        labels.append(place)
    return labels or list(places[:1])


def _blocks(places: Sequence[int], labels: Sequence[int], widths: Sequence[int]) -> list[list[int]]:
    """The columns of each table; those that name the rows stand in all of them."""
    room = _ROOM - sum(widths[place] + _GAP for place in labels)
    blocks: list[list[int]] = [[]]
    left = room
    for place in places[len(labels) :]:
        needed = widths[place] + _GAP
        if needed > left and blocks[-1]:
            blocks.append([])
            left = room
        blocks[-1].append(place)
        left -= needed
    return [[*labels, *block] for block in blocks]
