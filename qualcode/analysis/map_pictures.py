"""A theme map as a figure for files: cards, lines and words where the canvas has them, a legend and a caption."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from ..domain.errors import Phrase, paragraph
from ..domain.palette import swatch
from ..domain.theme_maps import RELATION_KINDS
from .map_drawings import STYLES, Card, Drawing, Drawn, Line, crowded, kind_name, style_of
from .map_geometry import Box, Curve, around, curve_between, label_place, room_for, touch
from .sheets import LIGHT, Sheet, elided, text_width, wrapped

_EDGE, _PAGE_EDGE = 28.0, 4.0  # free space round the picture, and of one that fills a page
_MARGIN = 14.0  # inside a card
SMALL, SMALL_ROW, SMALL_MARGIN, SMALL_MARK = 11.0, 14.0, 7.0, 15.0  # letters and lines of a small card, and inside it
ON_PAGE = 0.93  # how much smaller a map is drawn on a page: its smallest letters, 11 px, have 7.7 points there
_CAPTION, _LINE = 12.0, 18.0
_SIZE, _SIZES_ROW = (38.0, 14.0), 34.0  # a card of usual size in the legend, and the row of them
_LABEL = 22.0  # height of the words of a line
_WIDEST = 200.0  # of these words
_LARGEST = 3_000.0  # pixels: larger maps are drawn smaller
_MANY = 40  # lines from which on their words are only the number, and left out where there is no room
_USUAL = 1.8  # thickness of a line
_RAISED, _CONTROL, _WARN, _NOTE = "#FFFFFF", "#8C8A84", "#7A4F00", "#FFF3D6"
_MOVE, _STRAIGHT, _BEND, _CLOSE = 1, 2, 3, 79  # kinds of points of `matplotlib.path.Path`


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Where everything of a map stands, in its own points: boxes of the cards, curves and words of the lines, a box
    around all."""

    boxes: dict[UUID, Box]
    curves: dict[UUID, Curve]
    labels: "dict[UUID, _Label]"
    extent: Box


def laid_out(drawing: Drawing, say: Callable[[str], str]) -> LaidOut:
    """Where everything stands, the words of the lines beside the cards and beside one another where there is room."""
    boxes = {card.key: card.box for card in drawing.cards}
    curves = _curves(drawing, boxes)
    labels = {} if crowded(drawing) else _labels(drawing, curves, boxes, say)
    every = [*boxes.values(), *(curve.bounds() for curve in curves.values()), *(one.box for one in labels.values())]
    return LaidOut(boxes, curves, labels, around(every) or (0.0, 0.0, 400.0, 120.0))


def map_figure(drawing: Drawing, say: Callable[[str], str] = str) -> Drawn:
    """The picture of a map, on light ground; a map larger than three thousand pixels is drawn smaller, one for a page
    as small as its letters allow."""
    drawing = drawing if drawing.page else _spread(drawing)  # on a page everything has its room
    laid = laid_out(drawing, say)
    boxes, curves, extent = laid.boxes, laid.curves, laid.extent
    wide, high = extent[2] - extent[0], extent[3] - extent[1]
    edge = _PAGE_EDGE if drawing.page else _EDGE
    scale = min(1.0, _LARGEST / max(wide, high, 1.0))
    width = max(wide * scale + 2 * edge, 640.0)
    if drawing.page:
        scale, width = min(ON_PAGE, (drawing.page - 2 * edge) / max(wide, 1.0)), drawing.page
    below = _Below(drawing, say, width)
    top = edge + (40 if drawing.title else 0)
    bottom = top + high * scale
    size = (width, bottom + below.height)
    sheet = Sheet(*size, LIGHT)
    left = (width - wide * scale) / 2
    pen = _Pen(sheet, scale, left - extent[0] * scale, top - extent[1] * scale)
    sheet.text(edge, edge + 8, elided(drawing.title, width - 2 * edge, 18, "bold"), 18, weight="bold")
    ordered = sorted(drawing.cards, key=lambda card: card.kind != "group")
    for card in ordered:
        if card.kind == "group":
            _group(pen, card)
    strongest = max((line.strength or 0.0 for line in drawing.lines), default=0.0)
    for line in drawing.lines:
        _line(pen, line, curves[line.key], _thickness(line, strongest))
    for card in ordered:
        if card.kind != "group":
            _card(pen.grown(card.x, card.y, card.grown), replace(card, grown=1.0))
    for label in laid.labels.values():
        label.draw(pen)
    below.draw(sheet, bottom)
    return Drawn(
        sheet.figure,
        size,
        {key: pen.box(box) for key, box in boxes.items()},
        {key: pen.box(label.box) for key, label in laid.labels.items()},
    )


class _Below:
    """What stands below a map: the legend, and the caption."""

    def __init__(self, drawing: Drawing, say: Callable[[str], str], width: float) -> None:
        self._edge = _PAGE_EDGE if drawing.page else _EDGE
        self._caption = wrapped(paragraph(drawing.caption, say), width - 2 * self._edge, _CAPTION)
        self._legend = _Legend(drawing, say, width - 2 * self._edge)
        self.height = 28 + self._legend.height + len(self._caption) * _LINE + self._edge

    def draw(self, sheet: Sheet, bottom: float) -> None:
        """Draw it below the map, which ends there."""
        self._legend.draw(sheet, self._edge, bottom + 28)
        for number, text in enumerate(self._caption):
            y = bottom + 28 + self._legend.height + number * _LINE + 6
            sheet.text(self._edge, y, text, _CAPTION, color=LIGHT.ink2)


def height_below(drawing: Drawing, say: Callable[[str], str], width: float) -> float:
    """How many pixels the legend and the caption of a map take in a picture of that width."""
    return _Below(drawing, say, width).height


def _spread(drawing: Drawing) -> Drawing:
    """The same with its cards farther apart where they have grown, so that none covers another."""
    solid = [card for card in drawing.cards if card.kind != "group"]
    by = room_for((replace(card, grown=1.0).box, card.box) for card in solid)
    cards = [
        replace(card, x=card.x * by, y=card.y * by, grown=by if card.kind == "group" else card.grown)
        for card in drawing.cards
    ]
    return replace(drawing, cards=tuple(cards))


def _curves(drawing: Drawing, boxes: dict[UUID, Box]) -> dict[UUID, Curve]:
    fans: dict[frozenset[UUID], list[UUID]] = {}
    for line in drawing.lines:
        fans.setdefault(frozenset((line.source, line.target)), []).append(line.key)
    curves = {}
    for line in drawing.lines:
        fan = sorted(fans[frozenset((line.source, line.target))])
        turned = line.source > line.target
        curves[line.key] = curve_between(boxes[line.source], boxes[line.target], fan.index(line.key), len(fan), turned)
    return curves


def _thickness(line: Line, strongest: float) -> float:
    if line.strength is None or strongest <= 0:
        return _USUAL
    return 1.4 + 4.6 * max(0.0, line.strength) / strongest


class _Pen:
    """Draws in points of the map on a sheet that is smaller or moved."""

    def __init__(self, sheet: Sheet, scale: float, right: float, down: float) -> None:
        self.sheet, self.scale, self._right, self._down = sheet, scale, right, down

    def grown(self, x: float, y: float, by: float) -> "_Pen":
        """A pen that draws so many times as large around a place that stays where it is."""
        scale = self.scale * by
        return _Pen(self.sheet, scale, self._right + x * (self.scale - scale), self._down + y * (self.scale - scale))

    def at(self, x: float, y: float) -> tuple[float, float]:
        return x * self.scale + self._right, y * self.scale + self._down

    def box(self, box: Box) -> Box:
        """A box as left, top, width and height on the sheet."""
        x, y = self.at(box[0], box[1])
        return x, y, (box[2] - box[0]) * self.scale, (box[3] - box[1]) * self.scale

    def text(self, x: float, y: float, text: str, size: float, **style: Any) -> None:
        self.sheet.text(*self.at(x, y), text, size * self.scale, **style)

    def mark(self, x: float, y: float, kind: str, color: str, diameter: float) -> None:
        self.sheet.mark(*self.at(x, y), kind, color, diameter * self.scale, z=4)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        kinds: Sequence[int],
        *,
        fill: str = "none",
        edge: str = "none",
        width: float = 1.0,
        dashes: Sequence[float] = (),
        z: float = 1,
    ) -> None:
        placed = [self.at(x, y) for x, y in points]
        shrunk = [length * self.scale for length in dashes]
        self.sheet.shape(placed, kinds, fill=fill, edge=edge, width=width * self.scale, dashes=shrunk, z=z)

    def polygon(self, points: Sequence[tuple[float, float]], fill: str, edge: str, width: float, z: float) -> None:
        closed = [*points, points[0]]
        kinds = [_MOVE, *([_STRAIGHT] * (len(points) - 1)), _CLOSE]
        self.path(closed, kinds, fill=fill, edge=edge, width=width, z=z)

    def round_box(
        self,
        box: Box,
        radius: float,
        *,
        fill: str = "none",
        edge: str = "none",
        width: float = 1.0,
        dashes: Sequence[float] = (),
        z: float = 1,
    ) -> None:
        left, top, right, bottom = box
        r = radius
        points = [
            (left + r, top),
            (right - r, top),
            (right, top),
            (right, top + r),
            (right, bottom - r),
            (right, bottom),
            (right - r, bottom),
            (left + r, bottom),
            (left, bottom),
            (left, bottom - r),
            (left, top + r),
            (left, top),
            (left + r, top),
            (left + r, top),
        ]
        corner = [_BEND, _BEND, _STRAIGHT]
        kinds = [_MOVE, _STRAIGHT, *corner, *corner, *corner, _BEND, _BEND, _CLOSE]
        self.path(points, kinds, fill=fill, edge=edge, width=width, dashes=dashes, z=z)


# ── lines ─────────────────────────────────────────────────────────────────────────────────────────────────────
def _line(pen: _Pen, line: Line, curve: Curve, width: float) -> None:
    dashes, head = style_of(line.kind, line.directed)
    hx, hy = curve.heading()
    back = {"filled": 8.0, "open": 12.0, "diamond": 14.0}.get(head, 0.0)
    end = (curve.x1 - hx * back, curve.y1 - hy * back)
    pen.path(
        [(curve.x0, curve.y0), (curve.cx, curve.cy), end],
        [_MOVE, _BEND, _BEND],
        edge=LIGHT.ink2,
        width=width,
        dashes=[
            length * max(1.0, width / _USUAL) for length in dashes
        ],  # the dots of a thick line must not run together
        z=2,
    )
    _head(pen, (curve.x1, curve.y1), (hx, hy), head, width)


def _head(pen: _Pen, tip: tuple[float, float], heading: tuple[float, float], head: str, width: float) -> None:
    x, y = tip
    hx, hy = heading
    grow = 1 + (width - 1.8) / 5
    if head == "bars":
        for back in (5.0, 9.5):
            bx, by = x - hx * back, y - hy * back
            sx, sy = -hy * 6 + hx * 2.2, hx * 6 + hy * 2.2  # slanted, so that they are no crossing line
            pen.path([(bx - sx, by - sy), (bx + sx, by + sy)], [_MOVE, _STRAIGHT], edge=LIGHT.ink2, width=1.8, z=3.5)
    elif head == "diamond":
        length, half = 14 * grow, 5 * grow
        mx, my = x - hx * length / 2, y - hy * length / 2
        corners = [
            (x, y),
            (mx - hy * half, my + hx * half),
            (x - hx * length, y - hy * length),
            (mx + hy * half, my - hx * half),
        ]
        pen.polygon(corners, LIGHT.ink2, LIGHT.ink2, 1.0, 3.5)
    elif head != "none":
        length, half = 12 * grow, 5.2 * grow
        bx, by = x - hx * length, y - hy * length
        corners = [(x, y), (bx - hy * half, by + hx * half), (bx + hy * half, by - hx * half)]
        pen.polygon(corners, LIGHT.ground if head == "open" else LIGHT.ink2, LIGHT.ink2, 1.6, 3.5)


@dataclass(frozen=True, slots=True)
class _Label:
    """The words of a line: its box, its kind and behind that how much shows it, so many points to the right."""

    box: Box
    kind: str
    words: str
    wide: float

    def draw(self, pen: "_Pen") -> None:
        left, top, _, bottom = self.box
        y = (top + bottom) / 2
        pen.round_box(self.box, 6, fill=_RAISED, edge=_CONTROL, width=1, z=5)
        if self.kind:
            pen.text(left + 8, y, self.kind, 12, zorder=6)
        if self.words:
            pen.text(left + 8 + self.wide, y, self.words, 11, color=LIGHT.ink2, zorder=6)


def _labels(
    drawing: Drawing, curves: dict[UUID, Curve], boxes: dict[UUID, Box], say: Callable[[str], str]
) -> dict[UUID, _Label]:
    """Kind and number of quotes of each line, beside the cards and beside one another where there is room."""
    solid = [boxes[card.key] for card in drawing.cards if card.kind != "group"]
    # small cards leave no room for more
    many = len(drawing.lines) > _MANY or any(card.small for card in drawing.cards)
    # a legend tells kinds apart by their lines, but not two kinds that are dotted
    own = {line.kind for line in drawing.lines if line.kind not in STYLES}
    placed: dict[UUID, _Label] = {}
    for line in drawing.lines:
        plain = many and (line.kind in STYLES or len(own) == 1)
        kind = "" if plain else elided(say(kind_name(line.kind)), _WIDEST, 12)
        if not kind and not line.words:
            continue
        wide = text_width(kind, 12) + 7 if kind else 0.0
        width = wide + 16 + (text_width(line.words, 11) if line.words else -7)
        curve = curves[line.key]
        near = curve.bounds()
        reach = (near[0] - width, near[1] - _LABEL, near[2] + width, near[3] + _LABEL)
        others = [box for box in (*solid, *(one.box for one in placed.values())) if touch(reach, box)]
        x, y = label_place(curve, width, _LABEL, others)
        box = (x - width / 2, y - _LABEL / 2, x + width / 2, y + _LABEL / 2)
        if many and any(touch(box, other) for other in others):
            continue
        placed[line.key] = _Label(box, kind, line.words, wide)
    return placed


# ── cards ─────────────────────────────────────────────────────────────────────────────────────────────────────
def _ink(card: Card) -> str:
    return swatch(card.color).light if card.color else LIGHT.ink2


def _group(pen: _Pen, card: Card) -> None:
    color = _ink(card) if card.color else _CONTROL
    pen.round_box(card.box, 12, fill="#F4F3F0", edge=color, width=1.4, z=0.5)
    name = elided(card.name, card.width - 24, 12, "bold")
    pen.text(card.box[0] + 12, card.box[1] + 17, name, 12, weight="bold", color=LIGHT.ink2, zorder=1)


def _card(pen: _Pen, card: Card) -> None:
    dashes: tuple[float, ...] = (4.0, 3.0) if card.dashed else ()
    colored = bool(card.color) and not card.dashed
    edge = _ink(card) if colored else _CONTROL
    width = 2.0 if card.kind == "theme" and not card.dashed else 1.4
    fill = _NOTE if card.kind == "note" else _RAISED
    pen.round_box(card.box, 8, fill=fill, edge=edge, width=width, dashes=dashes, z=3)
    if card.small:
        _small(pen, card)
        return
    left, top, right, bottom = card.box
    room = card.width - 2 * _MARGIN
    if card.kind in ("note", "segment"):
        size = 13.0
        rows = int((card.height - (34 if card.line else 16)) // 18)
        text = f"“{card.words}”" if card.kind == "segment" else card.words
        _lines(pen, text, left + _MARGIN, top + 18, room, size, rows, LIGHT.ink)
        if card.line:
            pen.text(left + _MARGIN, bottom - 14, elided(card.line, room, 11), 11, color=LIGHT.ink2, zorder=6)
        return
    indent = 24.0 if card.mark else 0.0
    weight = "bold" if card.kind in ("theme", "memo") else "normal"
    below = 1 + bool(card.stage)
    rows = 2 if card.kind == "memo" else max(2, int((card.height - 22 * below - 10) // 18))
    names = _fitted(card.name, room - indent, 14, rows, weight)
    # what there is stands in the middle of the card
    y = card.y - (18 * len(names) + 22 * below) / 2 + 9 if card.kind != "memo" else top + 20
    if card.mark:
        pen.mark(left + _MARGIN + 7, y, card.mark, _ink(card), 14 if card.mark == "hexagon" else 10)
    for number, name in enumerate(names):
        pen.text(left + _MARGIN + indent, y + 18 * number, name, 14, weight=weight, zorder=6)
    y += 18 * (len(names) - 1) + 22
    if card.kind == "memo":
        _lines(pen, card.words, left + _MARGIN, y, room, 12, int((bottom - y) // 16), LIGHT.ink2)
        return
    pen.text(left + _MARGIN, y, elided(card.line, room, 12), 12, color=LIGHT.ink2, zorder=6)
    if card.stage:
        y += 22
        for step in range(4):
            x = left + _MARGIN + step * 11.5
            full = LIGHT.ink2 if step < card.steps else "none"
            pen.round_box((x, y - 3, x + 9, y + 3), 2, fill=full, edge=LIGHT.ink2, width=1, z=4)
        pen.text(left + _MARGIN + 53, y, card.stage, 11, color=LIGHT.ink2, zorder=6)
    if card.caution:
        _caution(pen, right - _MARGIN - 16, bottom - _MARGIN - 15)


def words_of(card: Card) -> str:
    """What a small card says: its name, or what a note or quote says."""
    return {"segment": f"“{card.words}”", "note": card.words}.get(card.kind, card.name)


def _small(pen: _Pen, card: Card) -> None:
    left, top, _, bottom = card.box
    indent = SMALL_MARK if card.mark else 0.0
    weight = "bold" if card.kind in ("theme", "memo") else "normal"
    rows = max(1, int((bottom - top - SMALL_MARGIN) // SMALL_ROW))
    lines = _fitted(words_of(card), card.width - 2 * SMALL_MARGIN - indent, SMALL, rows, weight)
    y = card.y - SMALL_ROW * (len(lines) - 1) / 2
    if card.mark:
        pen.mark(left + SMALL_MARGIN + 5, y, card.mark, _ink(card), 10 if card.mark == "hexagon" else 8)
    for number, line in enumerate(lines):
        pen.text(left + SMALL_MARGIN + indent, y + SMALL_ROW * number, line, SMALL, weight=weight, zorder=6)


def _caution(pen: _Pen, x: float, y: float) -> None:
    """A triangle with a sign: something is missing."""
    pen.polygon([(x + 8, y + 1.5), (x + 15, y + 14), (x + 1, y + 14)], _RAISED, _WARN, 1.4, 4)
    pen.path([(x + 8, y + 6), (x + 8, y + 9.5)], [_MOVE, _STRAIGHT], edge=_WARN, width=1.4, z=5)
    pen.path([(x + 8, y + 11), (x + 8, y + 12.4)], [_MOVE, _STRAIGHT], edge=_WARN, width=1.6, z=5)


def _lines(pen: _Pen, text: str, x: float, y: float, room: float, size: float, rows: int, color: str) -> None:
    for number, line in enumerate(_fitted(text, room, size, max(rows, 1), "normal")):
        pen.text(x, y + number * round(size * 1.36), line, size, color=color, zorder=6)


def _fitted(text: str, room: float, size: float, rows: int, weight: str) -> list[str]:
    """The text in at most so many lines, the last one cut where there is more."""
    if text_width(text, size, weight) <= room:
        return [text]
    # lines are broken as those of usual weight; bold ones are a little wider
    lines = wrapped(text, room * (0.93 if weight == "bold" else 1), size)
    if len(lines) <= rows:
        return lines
    rest = text[len("".join(lines[: rows - 1])) :] if rows > 1 else text
    cut = " ".join(lines[rows - 1 :]) if rows > 1 else rest
    return [*lines[: rows - 1], elided(cut, room, size, weight)]


class _Legend:
    """What the kinds of lines on a map look like, side by side, in as many rows as it takes."""

    def __init__(self, drawing: Drawing, say: Callable[[str], str], width: float) -> None:
        kinds = dict.fromkeys((line.kind, line.directed) for line in drawing.lines)
        ranks = {kind: number for number, kind in enumerate(RELATION_KINDS)}
        ordered = sorted(kinds, key=lambda one: (ranks.get(one[0], len(ranks)), one[0].casefold(), not one[1]))
        both = {kind for kind, directed in kinds if (kind, not directed) in kinds}
        self._rows: list[list[tuple[float, str, str, bool]]] = []
        x = 0.0
        for kind, directed in ordered[:24]:
            name = say(kind_name(kind))
            if kind in both and not directed:
                name = f"{name} ({say(Phrase('both ways'))})"
            name = elided(name, 260, 12)
            wide = 56 + text_width(name, 12) + 26
            if not self._rows or x + wide > width:
                self._rows.append([])
                x = 0.0
            self._rows[-1].append((x, kind, name, directed))
            x += wide
        self._sizes: list[tuple[float, float, str]] = []
        x = 0.0
        for grown, name in drawing.sizes:
            self._sizes.append((x, grown, name))
            x += _SIZE[0] * grown + 8 + text_width(name, 12) + 26
        rows = len(self._rows) * 24.0 + (_SIZES_ROW if self._sizes else 0)
        self.height = rows + (14 if rows else 0)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draw it with its upper left corner there."""
        for number, row in enumerate(self._rows):
            y = top + number * 24.0
            for x, kind, name, directed in row:
                pen = _Pen(sheet, 1.0, left + x, y)
                line = Line(UUID(int=0), UUID(int=0), UUID(int=1), kind, directed)
                _line(pen, line, Curve(0, 0, 24, 0, 48, 0), 1.8)
                sheet.text(left + x + 56, y, name, 12, color=LIGHT.ink2)
        y = top + len(self._rows) * 24.0 + (_SIZES_ROW - 24) / 2
        for x, grown, name in self._sizes:
            width, height = _SIZE[0] * grown, _SIZE[1] * grown
            box = (left + x, y - height / 2, left + x + width, y + height / 2)
            _Pen(sheet, 1.0, 0.0, 0.0).round_box(box, 3, fill=_RAISED, edge=_CONTROL, width=1.4, z=3)
            sheet.text(left + x + width + 8, y, name, 12, color=LIGHT.ink2)
