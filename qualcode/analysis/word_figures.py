"""Figures of words: bars, a cloud, bars to both sides, and where words stand in the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..domain.errors import Phrase, paragraph
from ..domain.palette import HEAT_DARK, HEAT_LIGHT
from ..domain.selections import Selection
from .drawn import Drawn, Mark
from .sheets import DARK, LIGHT, Sheet, elided, text_width, wrapped

Say = Callable[[str], str]
_EDGE, _TOP, _ROW = 24.0, 60.0, 22.0
_CAPTION, _LINE = 12.0, 18.0
_APART = 6.0  # pixels between the borders of two documents that are drawn


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a figure: its number, that number as written, what its mark says and opens."""

    text: str
    value: float
    shown: str
    says: str
    opens: Selection | None = None


def word_bars(words: Sequence[Word], title: Phrase, caption: Sequence[Phrase], dark: bool, say: Say) -> Drawn:
    """A bar for each word, in their order."""
    tones = DARK if dark else LIGHT
    names = [elided(word.text, 240, 12) for word in words]
    left = _EDGE + max((text_width(name, 12) for name in names), default=0.0) + 12
    room = 440.0
    width = max(left + room + 70 + _EDGE, 640.0)
    lines = wrapped(paragraph(caption, say), width - 2 * _EDGE, _CAPTION)
    bottom = _TOP + _ROW * len(words)
    sheet = Sheet(width, bottom + 20 + len(lines) * _LINE + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, elided(say(title), width - 2 * _EDGE, 15, "bold"), 15, weight="bold")
    sheet.line([left, left], [_TOP - 2, bottom + 2], tones.line)
    highest = max((word.value for word in words), default=1.0) or 1.0
    boxes, marks = [], []
    for row, (word, name) in enumerate(zip(words, names, strict=True)):
        y = _TOP + (row + 0.5) * _ROW
        length = max(room * word.value / highest, 0.0)
        sheet.text(left - 10, y, name, 12, ha="right", color=tones.ink2)
        sheet.text(left + length + 8, y, word.shown, 11)
        boxes.append((left, y - 7, length, 14))
        marks.append(Mark(_EDGE, y - _ROW / 2, width - 2 * _EDGE, _ROW, word.says, word.opens))
    sheet.rectangles(boxes, tones.bar)
    caption_below(sheet, lines, bottom + 20)
    return sheet.drawn(marks)


def caption_below(sheet: Sheet, lines: Sequence[str], top: float) -> None:
    """Write the lines of a caption."""
    for place, line in enumerate(lines):
        sheet.text(_EDGE, top + (place + 0.5) * _LINE, line, _CAPTION, color=sheet.tones.ink2)


def key_bars(
    target: Sequence[Word],
    reference: Sequence[Word],
    title: Phrase,
    caption: Sequence[Phrase],
    dark: bool,
    say: Say,
) -> Drawn:
    """Bars from a middle line: to the right the words of the target, below them to the left those of the reference.

    The values of the reference are negative.
    """
    tones = DARK if dark else LIGHT
    words = [*target, *reference]
    names = [elided(word.text, 200, 12) for word in words]
    widest = max((text_width(name, 12) for name in names), default=0.0)
    room = 300.0
    left = sum(1 for _ in reference) and room + 60
    middle = _EDGE + max(left, widest + 14)
    right = (room + 60 if target else 0.0) if not reference else max(room + 60 if target else 0.0, widest + 14)
    width = max(middle + right + _EDGE, 640.0)
    lines = wrapped(paragraph(caption, say), width - 2 * _EDGE, _CAPTION)
    gap = _ROW / 2 if target and reference else 0.0
    bottom = _TOP + _ROW * len(words) + gap
    sheet = Sheet(width, bottom + 20 + len(lines) * _LINE + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, elided(say(title), width - 2 * _EDGE, 15, "bold"), 15, weight="bold")
    sheet.line([middle, middle], [_TOP - 2, bottom + 2], tones.line)
    highest = max((abs(word.value) for word in words), default=1.0) or 1.0
    boxes: tuple[list[tuple[float, float, float, float]], ...] = ([], [])
    marks = []
    for row, (word, name) in enumerate(zip(words, names, strict=True)):
        y = _TOP + (row + 0.5) * _ROW + (gap if row >= len(target) else 0)
        ours = row < len(target)
        sign = 1 if ours else -1
        length = room * abs(word.value) / highest
        sheet.text(middle - sign * 10, y, name, 12, ha="right" if ours else "left", color=tones.ink2)
        sheet.text(middle + sign * (length + 8), y, word.shown, 11, ha="left" if ours else "right")
        boxes[not ours].append((middle if ours else middle - length, y - 7, length, 14))
        marks.append(Mark(_EDGE, y - _ROW / 2, width - 2 * _EDGE, _ROW, word.says, word.opens))
    sheet.rectangles(boxes[0], tones.bar)
    sheet.rectangles(boxes[1], tones.tie)
    caption_below(sheet, lines, bottom + 20)
    return sheet.drawn(marks)


@dataclass(frozen=True, slots=True)
class Spread:
    """Where a word stands: for each document its number and the places in it as parts (0 to 1) of the whole line."""

    text: str
    note: str
    documents: tuple[tuple[int, tuple[float, ...], str, Selection], ...]


def dispersion_plot(
    rows: Sequence[Spread],
    borders: Sequence[float],
    names: Sequence[str],
    title: Phrase,
    caption: Sequence[Phrase],
    dark: bool,
    say: Say,
) -> Drawn:
    """A line for each word, a stroke wherever it stands; `borders` are where documents end, 0 to 1, `names` theirs."""
    tones = DARK if dark else LIGHT
    labels = [elided(row.text, 180, 12) for row in rows]
    left = _EDGE + max((text_width(label, 12) for label in labels), default=0.0) + 14
    notes = max((text_width(row.note, 11) for row in rows), default=0.0)
    room, height = 720.0, 26.0
    width = left + room + notes + 12 + _EDGE
    begins = [0.0, *borders][: len(borders)]  # where there is no word there is no document
    shown = [
        (low, high, elided(name, (high - low) * room - 6, 10))
        for low, high, name in zip(begins, borders, names, strict=True)
        if (high - low) * room >= 34
    ]
    top = _TOP + (18 if shown else 0)
    lines = wrapped(paragraph(caption, say), width - 2 * _EDGE, _CAPTION)
    bottom = top + height * len(rows)
    sheet = Sheet(width, bottom + 20 + len(lines) * _LINE + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, elided(say(title), width - 2 * _EDGE, 15, "bold"), 15, weight="bold")
    for low, high, name in shown:
        sheet.text(left + (low + high) / 2 * room, top - 14, name, 10, ha="center", color=tones.ink3)
    drawn = -_APART
    for at in (0.0, *(border * room for border in borders[:-1]), room):
        if at - drawn >= _APART or at == room:  # many short documents would make one grey field
            sheet.line([left + at] * 2, [top - 4, bottom + 2], tones.line)
            drawn = at
    boxes, marks = [], []
    for number, (row, label) in enumerate(zip(rows, labels, strict=True)):
        y = top + number * height
        sheet.text(left - 10, y + height / 2, label, 12, ha="right", color=tones.ink2)
        sheet.text(left + room + 10, y + height / 2, row.note, 11, color=tones.ink3)
        for document, places, says, opens in row.documents:
            # strokes that fall on one pixel are one stroke
            boxes += [(left + at / 2 - 0.5, y + 5, 1.2, height - 10) for at in {round(p * room * 2) for p in places}]
            low, high = begins[document] * room, borders[document] * room
            marks.append(Mark(left + low, y, max(high - low, 2.0), height, says, opens))
    sheet.rectangles(sorted(boxes), (HEAT_DARK if dark else HEAT_LIGHT)[4 if dark else 5])
    caption_below(sheet, lines, bottom + 20)
    return sheet.drawn(marks)
