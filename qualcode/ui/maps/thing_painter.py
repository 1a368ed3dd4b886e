"""How a thing on a map is painted: a card with name, counts, stage and caution, a quote, a note, a group."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from ...domain.folding import is_cjk
from ..icons import icon
from ..look import letter_pen
from ..marks import paint_mark
from ..themes.wording import stage_names
from .pens import Pens, dashed
from .scene import ADDED, REMOVED, Scene, Thing
from .wording import counts_text, mark_names, thing_names

NEAR, MIDDLE = 0.55, 0.16  # from this zoom on everything, names only; below it shapes
LABELS = 0.3  # from this zoom on relations are named, where there are not very many
ROUND = 8.0
_MARGIN = 14.0
_READABLE, _MOST_GROWN = 0.74, 1.3  # letters are painted as at this zoom, and at most so much larger
_FAR, _SHRUNK = 11.5, 0.7  # px of a name from far away, and how much smaller it may be to be written in full
_ICONS = {"case": "case", "memo": "memo"}
_TAG_WITHIN = 8  # how far the sign of a comparison reaches into its box


def _compared_edge(pens: Pens, mark: str) -> QPen:
    """What a comparison says of a thing: added, removed or changed."""
    if mark == REMOVED:
        return dashed(pens.color("danger"), 2.5, 6, 4)
    return QPen(pens.color("good" if mark == ADDED else "warn"), 3)


class ThingPainter:
    """Paints things in points of the map; `zoom` says how much is worth painting."""

    def __init__(self, pens: Pens, scene: Scene) -> None:
        self._pens = pens
        self._scene = scene
        self._icons: dict[tuple[str, str], QPixmap] = {}

    def forget(self) -> None:
        """The look has changed."""
        self._icons.clear()

    def paint(self, painter: QPainter, thing: Thing, zoom: float, chosen: bool, current: bool) -> None:
        """Paint one thing, larger where what stands behind it makes it so."""
        left, top, right, bottom = self._scene.box(thing.id)
        if thing.kind == "group":
            self._group(painter, thing, QRectF(left, top, right - left, bottom - top), zoom, chosen)
        elif zoom < NEAR:
            self._far(painter, thing, QRectF(left, top, right - left, bottom - top), zoom, chosen)
        else:
            # what is written keeps a size that can be read, as long as there is room for all of it
            factor = self._scene.scale(thing) * min(max(1.0, _READABLE / zoom), _MOST_GROWN)
            box = QRectF(0, 0, (right - left) / factor, (bottom - top) / factor)
            painter.save()
            painter.translate(left, top)
            painter.scale(factor, factor)
            self._card(painter, thing, box, chosen)
            getattr(self, f"_{'code' if thing.is_code else thing.kind}")(painter, thing, box)
            self._compared(painter, thing, box, zoom)
            painter.restore()
        if current:
            gap = 4 / max(zoom, 0.3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._pens.color("focus"), 2 / max(zoom, 0.3)))
            ring = QRectF(left - gap, top - gap, right - left + 2 * gap, bottom - top + 2 * gap)
            painter.drawRoundedRect(ring, ROUND + gap, ROUND + gap)

    # ── frames ──
    def _edge(self, thing: Thing, chosen: bool) -> QPen:
        pens = self._pens
        high = pens.look.current.high
        if thing.mark:
            return _compared_edge(pens, thing.mark)
        if chosen:
            return QPen(pens.color("accent"), 3)
        if thing.stage_key in ("candidate", "dropped"):
            return dashed(pens.color("line2"), 1.5, 4, 3)
        if thing.color and (thing.is_code or thing.kind == "note"):
            return QPen(pens.own(thing.color), 2 if thing.kind == "theme" or high else 1.4)
        return QPen(pens.color("line2"), 2 if high else 1.2)

    def _ground(self, thing: Thing, chosen: bool) -> str:
        if chosen:
            return "soft"
        return "warn_ground" if thing.kind == "note" else "raised"

    def _card(self, painter: QPainter, thing: Thing, box: QRectF, chosen: bool) -> None:
        pen = self._edge(thing, chosen)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(self._pens.color(self._ground(thing, chosen)))
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), ROUND, ROUND)

    def _compared(self, painter: QPainter, thing: Thing, box: QRectF, zoom: float) -> None:
        """A sign and a word in the corner, as large as it can be read: colour never speaks alone."""
        if thing.mark:
            grow = max(1.0, 0.9 / zoom)
            painter.save()
            # where it is larger it grows upwards: the name stands below it
            painter.translate(box.right(), box.top() - _TAG_WITHIN * (grow - 1))
            painter.scale(grow, grow)
            self._tag(painter, thing)
            painter.restore()

    def _tag(self, painter: QPainter, thing: Thing) -> None:
        role = {"added": "good", "removed": "danger", "changed": "warn"}[thing.mark]
        sign = {"added": "+", "removed": "−", "changed": "~"}[thing.mark]
        font, metrics = self._pens.font(11, True)
        text = f"{sign} {mark_names()[thing.mark]}"
        width = metrics.horizontalAdvance(text) + 12
        tag = QRectF(-width - 4, _TAG_WITHIN - 20, width, 20)
        painter.setPen(QPen(self._pens.color(role), 1))
        painter.setBrush(self._pens.color(f"{role}_ground"))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setFont(font)
        painter.setPen(letter_pen(self._pens.color(role), text))
        painter.drawText(QPointF(tag.left() + 6, tag.top() + 10 + metrics.capHeight() / 2), text)

    # ── what stands in them ──
    def _line(
        self,
        painter: QPainter,
        text: str,
        x: float,
        middle: float,
        width: float,
        size: int,
        role: str = "ink",
        bold: bool = False,
        face: str = "ours",
    ) -> float:
        """One line around the height `middle`; how wide it came out."""
        font, metrics = self._pens.font(size, bold, face)
        text = self._pens.elide(text, width, size, bold, face)
        painter.setFont(font)
        painter.setPen(letter_pen(self._pens.color(role), text))
        painter.drawText(QPointF(x, middle + (metrics.ascent() - metrics.descent()) / 2), text)
        return metrics.horizontalAdvance(text)

    def _code(self, painter: QPainter, thing: Thing, box: QRectF) -> None:
        dropped = thing.stage_key == "dropped"
        high = box.height()
        middle = high * (0.26 if thing.kind == "theme" else 0.38)
        kind = "theme" if thing.kind == "theme" else "code"
        side = 14.0 if kind == "theme" else 9.0
        mark = QRectF(_MARGIN + 7 - side / 2, middle - side / 2, side, side)
        paint_mark(painter, mark, thing.color, kind, self._pens.look.current.dark)
        room = box.width() - 36 - _MARGIN
        self._line(painter, thing.name, 36, middle, room, 14, "ink3" if dropped else "ink", thing.kind == "theme")
        self._line(painter, counts_text(thing), _MARGIN, middle + high * 0.25, box.width() - 2 * _MARGIN, 12, "ink2")
        if thing.kind == "theme":
            width = self._steps(painter, thing.stage, _MARGIN, high * 0.77)
            name = stage_names().get(thing.stage_key, "")
            self._line(
                painter, name, _MARGIN + width + 8, high * 0.77, box.width() - 2 * _MARGIN - width - 32, 11, "ink2"
            )
        if thing.caution:
            self._warning(painter, box.right() - _MARGIN - 16, high * 0.77 - 9)

    def _steps(self, painter: QPainter, stage: int, x: float, middle: float) -> float:
        """How far a theme has grown, in four small boxes."""
        ink = self._pens.color("ink2")
        for step in range(4):
            small = QRectF(x + step * 11.5 + 0.5, middle - 3, 9, 6)
            painter.setPen(QPen(ink, 1))
            painter.setBrush(ink if step < stage else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(small, 2, 2)
        return 45.5

    def _warning(self, painter: QPainter, x: float, y: float) -> None:
        ink = self._pens.color("warn")
        pen = QPen(ink, 1.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(x + 8, y + 1.5), QPointF(x + 15, y + 14), QPointF(x + 1, y + 14)]))
        painter.drawLine(QPointF(x + 8, y + 6), QPointF(x + 8, y + 9.5))
        painter.drawPoint(QPointF(x + 8, y + 11.8))

    def _icon(self, painter: QPainter, name: str, x: float, y: float, role: str = "ink2") -> None:
        found = self._icons.get((name, role))
        if found is None:
            found = icon(name, role).pixmap(64, 64)
            self._icons[name, role] = found
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRectF(x, y, 16, 16), found, QRectF(found.rect()))

    def _case(self, painter: QPainter, thing: Thing, box: QRectF) -> None:
        self._icon(painter, _ICONS[thing.kind], _MARGIN - 1, box.height() * 0.38 - 8)
        self._line(painter, thing.name, 36, box.height() * 0.38, box.width() - 36 - _MARGIN, 14)
        self._line(painter, counts_text(thing), _MARGIN, box.height() * 0.63, box.width() - 2 * _MARGIN, 12, "ink2")

    def _memo(self, painter: QPainter, thing: Thing, box: QRectF) -> None:
        self._icon(painter, _ICONS[thing.kind], _MARGIN - 1, box.height() * 0.24 - 8)
        self._line(painter, thing.name, 36, box.height() * 0.24, box.width() - 36 - _MARGIN, 14, bold=True)
        self._lines(painter, thing.words, box.adjusted(_MARGIN, box.height() * 0.43, -_MARGIN, -4), 12, "ink2")

    def _segment(self, painter: QPainter, thing: Thing, box: QRectF) -> None:
        face = self._pens.face_of(thing.words)
        self._lines(painter, f"“{thing.words}”", box.adjusted(_MARGIN, 9, -_MARGIN, -26), 13, "ink", face)
        self._line(painter, thing.source, _MARGIN, box.bottom() - 15, box.width() - 2 * _MARGIN, 11, "ink2")

    def _note(self, painter: QPainter, thing: Thing, box: QRectF) -> None:
        self._lines(painter, thing.words, box.adjusted(_MARGIN, 10, -_MARGIN, -8), 13, "ink")

    def _lines(self, painter: QPainter, text: str, room: QRectF, size: int, role: str, face: str = "ours") -> None:
        font, metrics = self._pens.font(size, False, face)
        pitch = max(metrics.height(), size * 1.35)
        rows = max(1, int((room.height() + 2) / pitch))
        painter.setFont(font)
        for row, words in enumerate(self._pens.wrap(text, room.width(), rows, size, face)):
            painter.setPen(letter_pen(self._pens.color(role), words))
            painter.drawText(QPointF(room.left(), room.top() + row * pitch + metrics.ascent()), words)

    def _group(self, painter: QPainter, thing: Thing, box: QRectF, zoom: float, chosen: bool) -> None:
        pens = self._pens
        if thing.mark or chosen:
            pen = self._edge(thing, chosen)
        else:
            pen = QPen(pens.own(thing.color) if thing.color else pens.color("line2"), 1.4 / min(zoom, 1))
        fill = QColor(pens.own(thing.color) if thing.color else pens.color("ink3"))
        fill.setAlphaF(0.0 if pens.look.current.high else 0.07)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, ROUND + 4, ROUND + 4)
        if zoom >= NEAR:
            self._line(painter, thing.name, box.left() + 12, box.top() + 16, box.width() - 24, 12, "ink2", True)
        elif zoom >= MIDDLE:  # over the frame: within, what stands in the group would cover it
            size = int(min(_FAR / zoom, 62))
            middle = box.top() - size * 0.75
            self._line(painter, thing.name, box.left() + 4, middle, box.width() - 8, size, "ink2", True)
        self._compared(painter, thing, box, zoom)

    def _far(self, painter: QPainter, thing: Thing, box: QRectF, zoom: float, chosen: bool) -> None:
        """From far away: the frame, and the name as large as it can be read."""
        pen = self._edge(thing, chosen)
        pen.setWidthF(max(pen.widthF(), 1.2 / zoom))
        painter.setPen(pen)
        painter.setBrush(self._pens.color(self._ground(thing, chosen)))
        painter.drawRoundedRect(box, ROUND, ROUND)
        if zoom < MIDDLE:
            self._far_mark(painter, thing, box.center(), min(box.height() * 0.6, 60))
        else:
            self._far_words(painter, thing, box, zoom)
        self._compared(painter, thing, box, zoom)

    def _far_mark(self, painter: QPainter, thing: Thing, middle: QPointF, side: float) -> None:
        if thing.is_code:
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            paint_mark(painter, box, thing.color, thing.kind, self._pens.look.current.dark)

    @staticmethod
    def _room(box: QRectF, size: int, pitch: float, marked: bool) -> tuple[int, float, float]:
        """Rows, left edge and width of a name in its box."""
        rows = max(1, min(3, int((box.height() - 4) / pitch)))
        mark = size * 1.3 if marked else 0.0
        return rows, box.left() + size * 0.4 + mark, box.width() - size * 0.8 - mark

    def _fits(self, name: str, box: QRectF, size: int, marked: bool, bold: bool) -> bool:
        """Whether all of a name stands in its box in letters of that size, no word broken."""
        metrics = self._pens.font(size, bold)[1]
        rows, _, width = self._room(box, size, metrics.ascent() + metrics.descent(), marked)
        if any(metrics.horizontalAdvance(word) > width for word in name.split() if not any(map(is_cjk, word))):
            return False
        lines = self._pens.wrap(name, width, rows, size, bold=bold)
        return "".join("".join(lines).split()) == "".join(name.split())

    def _far_words(self, painter: QPainter, thing: Thing, box: QRectF, zoom: float) -> None:
        name = thing.name or thing.words or thing_names()[thing.kind]
        marked, bold = thing.is_code and zoom >= LABELS, thing.kind == "theme"
        widest = int(min(_FAR / zoom, 62))
        size = next(
            (size for size in range(widest, int(widest * _SHRUNK), -2) if self._fits(name, box, size, marked, bold)),
            widest,
        )
        font, metrics = self._pens.font(size, bold)
        pitch = metrics.ascent() + metrics.descent()
        rows, left, width = self._room(box, size, pitch, marked)
        lines = self._pens.wrap(name, width, rows, size, bold=bold)
        more = counts_text(thing) if len(lines) < rows and (thing.is_code or thing.kind == "case") else ""
        top = box.center().y() - pitch * (len(lines) + bool(more)) / 2
        if marked:
            self._far_mark(painter, thing, QPointF(box.left() + size, top + pitch / 2), size * 0.85)
        painter.setFont(font)
        for row, words in enumerate(lines):
            painter.setPen(letter_pen(self._pens.color("ink"), words))
            painter.drawText(QPointF(left, top + row * pitch + metrics.ascent()), words)
        if more:
            small, width = int(size * 0.92), box.width() - size * 0.8
            if self._pens.font(small)[1].horizontalAdvance(more) > width:
                more = more.partition(" · ")[0]  # rather one number than two halves
            middle = top + (len(lines) + 0.5) * pitch
            self._line(painter, more, box.left() + size * 0.4, middle, width, small, "ink2")
