"""A table of shaded cells with numbers, as a figure: any codes by anything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..domain.errors import Phrase, paragraph
from ..domain.palette import HEAT_DARK, HEAT_LIGHT
from ..domain.selections import Selection
from .drawn import Drawn, Mark
from .material import IntArray
from .matrices import Label, better_ink
from .sheets import DARK, LIGHT, Sheet, elided, text_width, wrapped

Say = Callable[[str], str]
_EDGE = 24.0  # free space round a chart
_ROW_NAME, _COLUMN_NAME = 240.0, 170.0  # the widest names
_SLANT = 0.5, 0.866  # cosine and sine of the 60 degrees at which column names stand
_TITLE, _CAPTION, _LINE = 15.0, 12.0, 18.0
_FLAT = 84.0  # up to this width of a column its name may stand level above it
_CELLS = ((28, 34.0, 26.0), (60, 24.0, 20.0), (120, 14.0, 13.0), (240, 8.0, 8.0))  # columns or rows, width, height
_FINE = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """What is drawn: `bins` are steps 0..6 of the heat ramp for each cell, `texts` what stands in it.

    `marks` has the label of a code for each row or, with `marks_across`, for each column. `opens(row, column)` is what
    a cell stands for; cells of step 0 without text are not pointed at where there are very many.
    """

    title: Phrase
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    marks: tuple[Label, ...]
    marks_across: bool
    bins: IntArray
    texts: tuple[tuple[str, ...], ...]
    measure: Phrase
    legend: tuple[tuple[int, str], ...]
    caption: tuple[Phrase, ...]
    opens: Callable[[int, int], Selection | None]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the cells stand."""

    left: float
    top: float
    wide: float
    high: float
    size: float
    gap: float


def grid_chart(data: Grid, dark: bool = False, say: Say = str) -> Drawn:
    """Title, names, shaded cells with their numbers, legend and caption; a mark for each cell."""
    tones = DARK if dark else LIGHT
    ramp = HEAT_DARK if dark else HEAT_LIGHT
    frame, level, names, heads = _measured(data)
    lean = 0.0
    if not level:
        lean = max(
            (
                text_width(name, frame.size) * _SLANT[0] - (len(heads) - 1 - n) * frame.wide
                for n, name in enumerate(heads)
            ),
            default=0.0,
        )
    width = max(frame.left + len(heads) * frame.wide + max(lean, 0) + _EDGE, 600.0)
    bottom = frame.top + len(names) * frame.high
    caption = wrapped(paragraph(data.caption, say), width - 2 * _EDGE, _CAPTION)
    sheet = Sheet(width, bottom + 74 + len(caption) * _LINE + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, elided(say(data.title), width - 2 * _EDGE, _TITLE, "bold"), _TITLE, weight="bold")
    _names(sheet, data, frame, level, names, heads, dark)
    _cells(sheet, data, frame, ramp)
    _legend(sheet, data, ramp, frame.left, bottom + 20, say)
    for place, line in enumerate(caption):
        sheet.text(_EDGE, bottom + 74 + (place + 0.5) * _LINE, line, _CAPTION, color=tones.ink2)
    return sheet.drawn(_marks(data, frame))


def _measured(data: Grid) -> tuple[_Frame, bool, list[str], list[str]]:
    """The frame, whether column names stand level, and names as they fit."""
    wide, high = _cell_size(len(data.columns), 1), _cell_size(len(data.rows), 2)
    longest = max((len(text) for row in data.texts for text in row), default=0)
    if len(data.columns) <= _CELLS[0][0] and longest > 3:
        wide = max(wide, text_width("0" * longest, 11) + 10)
    size = min(12.0, max(high - 3, 3.0))
    across = min(12.0, max(wide - 3, 3.0))
    size = min(size, across) if len(data.columns) > _CELLS[1][0] else size
    few = data.columns if len(data.columns) <= 8 else ()
    broadest = max((text_width(name, 12) for name in few), default=0.0)
    level = bool(few) and broadest <= 130
    if level:
        wide = max(wide, broadest + 12, 46.0 if len(data.columns) > 4 else _FLAT)
    names = [elided(name, _ROW_NAME, size) for name in data.rows]
    heads = list(data.columns) if level else [elided(name, _COLUMN_NAME, size) for name in data.columns]
    widest = max((text_width(name, size) for name in names), default=0.0)
    tall = 26.0 if level else max((text_width(name, size) for name in heads), default=0.0) * _SLANT[1] + size + 6
    marks = 14.0 if data.marks else 0.0
    top = _EDGE + 40 + tall + (marks if data.marks_across else 0)
    left = max(_EDGE + widest + 14 + (0 if data.marks_across else marks), 120.0)
    gap = 1.0 if min(wide, high) > 9 else 0.5 if min(wide, high) > 5 else 0.0
    return _Frame(left, top, wide, high, size, gap), level, names, heads


def _cell_size(count: int, which: int) -> float:
    return next((size[which] for size in _CELLS if count <= size[0]), _FINE)


def _names(
    sheet: Sheet, data: Grid, frame: _Frame, level: bool, names: list[str], heads: list[str], dark: bool
) -> None:
    marked = 14.0 if data.marks else 0.0
    side, above = (0.0, marked) if data.marks_across else (marked, 0.0)
    for place, name in enumerate(names):
        y = frame.top + (place + 0.5) * frame.high
        sheet.text(frame.left - 8 - side, y, name, frame.size, ha="right", color=sheet.tones.ink2)
    for place, name in enumerate(heads):
        x = frame.left + (place + 0.5) * frame.wide
        if level:
            sheet.text(x, frame.top - 14 - above, name, 12, ha="center", color=sheet.tones.ink2)
        else:
            style: dict[str, Any] = {"rotation": 60, "rotation_mode": "anchor", "ha": "left", "color": sheet.tones.ink2}
            sheet.text(x + 2, frame.top - 6 - above, name, frame.size, **style)
    for place, label in enumerate(data.marks):
        color = label.dark if dark else label.light
        step = frame.wide if data.marks_across else frame.high
        x, y = frame.left - 9, frame.top + (place + 0.5) * frame.high
        if data.marks_across:
            x, y = frame.left + (place + 0.5) * frame.wide, frame.top - 8
        sheet.mark(x, y, label.mark, color, max(min(9.0, step - 4), 2.0))


def _cells(sheet: Sheet, data: Grid, frame: _Frame, ramp: Sequence[str]) -> None:
    ink = [better_ink(color) for color in ramp]
    for step, color in enumerate(ramp):
        rows, columns = np.nonzero(data.bins == step)
        lefts, tops = frame.left + columns * frame.wide + frame.gap, frame.top + rows * frame.high + frame.gap
        wide, high = frame.wide - 2 * frame.gap, frame.high - 2 * frame.gap
        sheet.rectangles([(x, y, wide, high) for x, y in zip(lefts.tolist(), tops.tolist(), strict=True)], color)
        numbers = []
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            text = data.texts[row][column]
            size = min(11.0, frame.high * 0.6, frame.wide * 1.5 / max(len(text), 1))
            if text and size >= 5.5:
                numbers.append(
                    (frame.left + (column + 0.5) * frame.wide, frame.top + (row + 0.5) * frame.high, text, size)
                )
        sheet.numbers(numbers, ink[step])


def _legend(sheet: Sheet, data: Grid, ramp: Sequence[str], left: float, top: float, say: Say) -> None:
    measure = say(data.measure)
    steps = [(ramp[step], say(text)) for step, text in data.legend]
    left = max(left, _EDGE + text_width(measure, _CAPTION) + 14)
    sheet.text(left - 12, top + 7, measure, _CAPTION, ha="right", color=sheet.tones.ink2)
    step = max(46.0, max((text_width(text, 11) for _, text in steps), default=0.0) + 10)
    for place, (color, text) in enumerate(steps):
        sheet.rectangles([(left + place * step, top, step, 14)], color)
        sheet.text(left + (place + 0.5) * step, top + 24, text, 11, ha="center", color=sheet.tones.ink3)


_MANY = 20_000  # cells: more of them, and only those that hold something are marked


def _marks(data: Grid, frame: _Frame) -> list[Mark]:
    held = data.bins > 0 if data.bins.size > _MANY else np.ones(data.bins.shape, dtype=np.bool_)
    found = []
    for row, column in zip(*(places.tolist() for places in np.nonzero(held)), strict=True):
        x, y = frame.left + column * frame.wide, frame.top + row * frame.high
        says = f"{data.rows[row]} · {data.columns[column]}: {data.texts[row][column] or '–'}"
        found.append(Mark(x, y, frame.wide, frame.high, says, data.opens(row, column)))
    return found
