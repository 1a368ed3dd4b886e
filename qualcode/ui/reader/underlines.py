"""Paints what lies under the words: grounds (chosen coding, hits, selection) and the codings' underlines."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ...domain.palette import swatch
from ..look import Look
from ..marks import code_color
from .scene import Laid, Scene

TINT = {False: 0.16, True: 0.26}  # share of the code's colour behind a chosen coding, by darkness
DIMMED = 0.5
REST = 0.8
BRACKET = 4.0  # px of the arms of the brackets around what is redacted
HATCHING = 0.4  # share of the ink in the hatching of what is redacted: words stay readable
BASE_SIZE = 17  # px of text the offsets below are drawn for
FIRST, PITCH = 4.5, 3.0  # px from the baseline to the first underline, and on to the next


@dataclass(slots=True)
class Marking:
    """What is marked in the text beside the codings at rest; spans are code points."""

    chosen: UUID | None = None
    hits: Sequence[tuple[int, int]] = ()
    current_hit: int = -1
    drop: tuple[int, int] | None = None
    selection: tuple[int, int] | None = None
    uncoded: Sequence[tuple[int, int]] = ()  # ascending and disjoint, what nobody has coded
    redacted: Sequence[tuple[int, int]] = ()  # ascending and disjoint, what no export prints


def tint(color: str, dark: bool) -> QColor:
    """The ground of a chosen coding."""
    ground = code_color(color, dark)
    ground.setAlphaF(TINT[dark])
    return ground


@lru_cache(maxsize=1024)
def line_pen(color: str, dark: bool, width: float, opacity: float) -> QPen:
    """The pen of a code: its colour and dash pattern at a width in px."""
    found = swatch(color)
    ink = code_color(color, dark)
    ink.setAlphaF(opacity)
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if found.dashes:
        pen.setDashPattern([length / width for length in found.dashes])
    return pen


def opacity_of(coding: UUID, chosen: UUID | None, high: bool, rest: float) -> float:
    """How strongly a coding is drawn: others step back while one is chosen, except in high contrast."""
    if coding == chosen or (high and chosen is None):
        return 1.0
    return rest if chosen is None or high else rest * DIMMED


def paint_grounds(painter: QPainter, scene: Scene, marking: Marking, window: tuple[int, int], look: Look) -> None:
    """Paint, in document pixels, the grounds below the words of the blocks in `window`."""
    dark = look.current.dark
    for number in _hits_in(scene, marking.uncoded, window):
        ground = look.color("soft" if look.current.high else "hover")
        _fill(painter, scene.geometry.boxes(*marking.uncoded[number], window), ground)
    chosen = scene.codings.get(marking.chosen) if marking.chosen is not None else None
    if chosen is not None:
        ground = tint(scene.color_of(chosen), dark)
        _fill(painter, scene.geometry.boxes(chosen.start, chosen.end, window), ground)
    for number in _hits_in(scene, marking.hits, window):
        boxes = scene.geometry.boxes(*marking.hits[number], window)
        _fill(painter, boxes, look.color("warn_ground"))
        if number == marking.current_hit or look.current.high:
            painter.setPen(QPen(look.color("warn"), 2 if number == marking.current_hit else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in boxes:
                painter.drawRoundedRect(box.adjusted(-1, 3, 1, -2), 2, 2)
    for number in _hits_in(scene, marking.redacted, window):
        _hatch(painter, scene.geometry.boxes(*marking.redacted[number], window), look)
    if marking.drop is not None:
        _fill(painter, scene.geometry.boxes(*marking.drop, window), look.color("soft"))
    if marking.selection is not None:
        _fill(painter, scene.geometry.boxes(*marking.selection, window), look.color("selection"))


def _fill(painter: QPainter, boxes: Iterable[QRectF], color: QColor) -> None:
    for box in boxes:
        painter.fillRect(box, color)


def _hatch(painter: QPainter, boxes: Sequence[QRectF], look: Look) -> None:
    """Words that are not to leave: hatched, between brackets, and still read with ease."""
    lines = look.color("ink3")
    lines.setAlphaF(1.0 if look.current.high else HATCHING)
    painter.setPen(QPen(look.color("ink2"), 1.5 * look.current.edge))
    for number, box in enumerate(boxes):
        inside = box.adjusted(0, 3, 0, -3)
        painter.fillRect(inside, QBrush(lines, Qt.BrushStyle.BDiagPattern))
        ends = [(inside.left(), BRACKET)] if number == 0 else []
        ends += [(inside.right(), -BRACKET)] if number == len(boxes) - 1 else []
        for x, tick in ends:
            corners = [(x + tick, inside.top()), (x, inside.top()), (x, inside.bottom()), (x + tick, inside.bottom())]
            painter.drawPolyline([QPointF(*corner) for corner in corners])


def _hits_in(scene: Scene, hits: Sequence[tuple[int, int]], window: tuple[int, int]) -> range:
    if not hits:
        return range(0)
    blocks = scene.geometry.blocks
    start, end = blocks[window[0]].start, blocks[window[1] - 1].end
    first = bisect_left(hits, start, key=lambda hit: hit[1])
    return range(first, bisect_left(hits, end, key=lambda hit: hit[0]))


def paint_underlines(
    painter: QPainter,
    laid: Iterable[Laid],
    scene: Scene,
    marking: Marking,
    exposed: QRectF,
    look: Look,
    size: int,
) -> None:
    """Paint, in document pixels, the underlines that meet `exposed`; `size` of the text in px."""
    dark, high = look.current.dark, look.current.high
    unit = size / BASE_SIZE
    resting = 2.0 if high else 1.5
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for group in laid:
        if group.bottom < exposed.top() or group.top > exposed.bottom():
            continue
        for underline in group.underlines:
            chosen = underline.coding.id == marking.chosen
            offset = (FIRST + PITCH * underline.level) * unit
            lines = [
                QLineF(run.left, run.baseline + offset, run.right, run.baseline + offset)
                for run in underline.runs
                if exposed.top() - 20 * unit <= run.baseline <= exposed.bottom() + 20 * unit
            ]
            if not lines:
                continue
            opacity = opacity_of(underline.coding.id, marking.chosen, high, REST)
            color = scene.color_of(underline.coding)
            painter.setPen(line_pen(color, dark, (2.5 if chosen else resting) * max(1.0, unit**0.5), opacity))
            painter.drawLines(lines)
