"""Shares with their intervals as a figure: a dot and a line for each group."""

from collections.abc import Callable
from dataclasses import dataclass

from ..domain.errors import Phrase, paragraph
from ..domain.palette import HEAT_DARK, HEAT_LIGHT
from ..domain.percents import per_cent
from ..domain.selections import Selection
from .drawn import Drawn, Mark
from .sheets import DARK, LIGHT, Sheet, elided, text_width, wrapped

Say = Callable[[str], str]
_EDGE, _ROW, _ROOM, _CAPTION, _LINE = 24.0, 28.0, 420.0, 12.0, 18.0


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """A group: its share with the ends of the interval (0 to 1, nan where not defined), and its counts as text."""

    name: str
    share: float
    low: float
    high: float
    text: str
    opens: Selection | None


@dataclass(frozen=True, slots=True)
class IntervalChart:
    """What is drawn: a row for each group on a scale from 0 to 100 %."""

    title: Phrase
    rows: tuple[IntervalRow, ...]
    caption: tuple[Phrase, ...]


def interval_chart(data: IntervalChart, dark: bool = False, say: Say = str) -> Drawn:
    """Title, scale, a dot with its line and counts for each group, caption."""
    tones, ramp = (DARK, HEAT_DARK) if dark else (LIGHT, HEAT_LIGHT)
    names = [elided(row.name, 240, 12) for row in data.rows]
    left = _EDGE + max((text_width(name, 12) for name in names), default=0.0) + 16
    width = max(left + _ROOM + 70 + _EDGE, 640.0)
    top = 72.0
    bottom = top + len(names) * _ROW
    caption = wrapped(paragraph(data.caption, say), width - 2 * _EDGE, _CAPTION)
    sheet = Sheet(width, bottom + 52 + len(caption) * _LINE + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, elided(say(data.title), width - 2 * _EDGE, 15, "bold"), 15, weight="bold")
    for quarter in range(5):
        x = left + _ROOM * quarter / 4
        sheet.line([x, x], [top - 4, bottom + 4], tones.line)
        sheet.text(x, bottom + 16, say(per_cent(f"{25 * quarter}")), 11, ha="center", color=tones.ink3)
    marks = []
    for place, (row, name) in enumerate(zip(data.rows, names, strict=True)):
        y = top + (place + 0.5) * _ROW
        sheet.text(left - 12, y, name, 12, ha="right", color=tones.ink2)
        says = f"{row.name}: {row.text}"
        if row.share == row.share:
            sheet.line([left + _ROOM * row.low, left + _ROOM * row.high], [y, y], ramp[3], 3)
            sheet.mark(left + _ROOM * row.share, y, "circle", ramp[5], 10, z=3)
            says = f"{says} ({say(per_cent(f'{100 * row.share:.0f}'))})"
        sheet.text(left + _ROOM + 14, y, row.text, 11, color=tones.ink)
        marks.append(Mark(_EDGE, y - _ROW / 2, width - 2 * _EDGE, _ROW, says, row.opens))
    for place, line in enumerate(caption):
        sheet.text(_EDGE, bottom + 52 + (place + 0.5) * _LINE, line, _CAPTION, color=tones.ink2)
    return sheet.drawn(marks)
