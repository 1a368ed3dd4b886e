"""How a relation is painted: its line by kind, its heads, and a label with kind and number of quotes."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ...analysis.map_geometry import Curve
from ..look import letter_pen
from .pens import Pens, arrow, dashed, diamond
from .scene import Label, Scene, Tie
from .thing_painter import NEAR
from .wording import kind_name, mark_names, quotes_text

_LABEL_HEIGHT = 24.0
_READABLE = 0.85  # labels are not painted smaller than at this zoom
_WIDEST = 220.0  # points of a label
_USUAL = 1.8  # points of a line
_HEAVY = 3.0  # points: what is as strong stays as thick among very many
_CROWD_NEAR = 0.8  # among very many, lines become curves from this zoom on
_PLAIN_TIES = 160  # more than that are painted as straight lines while the map is small


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of relation is drawn."""

    dashes: tuple[float, ...]
    head: str  # filled, open, diamond, bars or none


STYLES = {
    "leads to": Style((), "filled"),
    "condition for": Style((), "open"),
    "part of": Style((), "diamond"),
    "contradicts": Style((8, 4), "bars"),
    "co-occurs with": Style((), "none"),
}
OWN = Style((1.8, 3.2), "filled")


def style_of(tie: Tie) -> Style:
    """Its style; a kind of the user's own is dotted, one that leads nowhere has no head."""
    style = STYLES.get(tie.kind, OWN)
    if not tie.directed and style.head != "bars":
        return Style(style.dashes, "none")
    if tie.directed and tie.kind == "co-occurs with":
        return Style(style.dashes, "filled")
    return style


class TiePainter:
    """Paints relations in points of the map."""

    def __init__(self, pens: Pens, scene: Scene) -> None:
        self._pens = pens
        self._scene = scene

    # ── many at once ──
    def paint_far(self, painter: QPainter, ties: list[Tie], zoom: float) -> None:
        """From far away: straight lines, all of a colour in one go."""
        by_role: dict[tuple[str, int], list[QLineF]] = {}
        for tie in ties:
            curve = self._scene.curve(tie.id)
            width = round(max(self._scene.width(tie) * zoom, 1.0))
            lines = by_role.setdefault((self._role(tie, False), width), [])
            lines.append(QLineF(curve.x0, curve.y0, curve.x1, curve.y1))
        for (role, width), lines in by_role.items():
            pen = QPen(self._faint(role), width)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(lines)

    def _faint(self, role: str) -> QColor:
        color = QColor(self._pens.color(role))
        if role == "ink2" and not self._pens.look.current.high:
            color.setAlphaF(0.55)
        return color

    def plain(self, zoom: float) -> bool:
        """Whether there are so many that they are painted as straight lines at this zoom."""
        return zoom < _CROWD_NEAR if self._scene.crowded else zoom < NEAR and len(self._scene.ties) > _PLAIN_TIES

    # ── one ──
    def paint(self, painter: QPainter, tie: Tie, chosen: bool, current: bool) -> None:
        """The line with its heads."""
        curve = self._scene.curve(tie.id)
        color = QColor(self._pens.color("accent" if chosen else self._role(tie, current)))
        width = self._scene.width(tie) + (0.8 if chosen else 0.0)
        hair = self._scene.crowded and not (chosen or current or tie.mark) and width < _HEAVY
        if hair:
            width = 1.0  # in pixels; a hair line is painted in a fifth of the time
        style = style_of(tie)
        dashes = (6.0, 4.0) if tie.mark == "removed" else style.dashes
        path = QPainterPath(QPointF(curve.x0, curve.y0))
        end = self._stop_short(curve, style.head)
        path.quadTo(QPointF(curve.cx, curve.cy), end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if current:
            halo = QPen(self._pens.color("focus"), width + 5)
            painter.setPen(halo)
            painter.drawPath(path)
            painter.setPen(QPen(self._pens.color("paper"), width + 2))
            painter.drawPath(path)
        coarse = max(1.0, width / _USUAL)  # the dots of a thick line must not run together
        pen = dashed(color, width, *(length * coarse for length in dashes)) if dashes else QPen(color, width)
        pen.setCosmetic(hair)
        painter.setPen(pen)
        painter.drawPath(path)
        self._head(painter, curve, style.head, color, max(width, 1.8))

    def _role(self, tie: Tie, current: bool) -> str:
        if tie.mark:
            return {"added": "good", "removed": "danger", "changed": "warn"}[tie.mark]
        return "ink" if current else "ink2"

    @staticmethod
    def _stop_short(curve: Curve, head: str) -> QPointF:
        """Thick lines end before the tip of their head."""
        back = {"filled": 8.0, "open": 12.0, "diamond": 14.0}.get(head, 0.0)
        hx, hy = curve.heading()
        return QPointF(curve.x1 - hx * back, curve.y1 - hy * back)

    def _head(self, painter: QPainter, curve: Curve, head: str, color: QColor, width: float) -> None:
        if head == "none":
            return
        hx, hy = curve.heading()
        pen = QPen(color, 1.6)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        grow = 1 + (width - 1.8) / 5
        if head == "bars":
            painter.setPen(QPen(color, 1.8))
            for back in (5.0, 9.5):
                x, y = curve.x1 - hx * back, curve.y1 - hy * back
                # slanted, so that they are no crossing line
                sx, sy = -hy * 6 + hx * 2.2, hx * 6 + hy * 2.2
                painter.drawLine(QPointF(x - sx, y - sy), QPointF(x + sx, y + sy))
            return
        painter.setBrush(self._pens.color("paper") if head == "open" else color)
        if head == "diamond":
            painter.drawPolygon(diamond(curve.x1, curve.y1, hx, hy, 14 * grow, 5 * grow))
        else:
            painter.drawPolygon(arrow(curve.x1, curve.y1, hx, hy, 12 * grow, 5.2 * grow))

    # ── its words ──
    def words(self, tie: Tie) -> tuple[str, str, str]:
        """The label's words: kind, quotes and what a comparison says."""
        mark = ""
        if tie.mark:
            sign = {"added": "+", "removed": "−", "changed": "~"}[tie.mark]
            mark = f"{sign} {mark_names()[tie.mark]}"
        return kind_name(tie.kind), quotes_text(tie), mark

    @staticmethod
    def label_scale(zoom: float) -> float:
        """How much larger labels are painted while the map is small, so that they can be read."""
        return max(1.0, _READABLE / zoom)

    def place(self, tie: Tie, zoom: float) -> Label:
        """Where the label stands, measured by its words."""
        grow = self.label_scale(zoom)
        kind, quotes, mark = self.words(tie)
        big, small = self._pens.font(12, True)[1], self._pens.font(11)[1]
        width = min(big.horizontalAdvance(kind), _WIDEST) + 16
        for words in filter(None, (quotes, mark)):
            width += small.horizontalAdvance(words) + 8
        return self._scene.label(tie.id, float(int(width) + 1) * grow, _LABEL_HEIGHT * grow)

    def paint_label(self, painter: QPainter, tie: Tie, zoom: float, chosen: bool) -> None:
        """The label on its line."""
        label, grow = self.place(tie, zoom), self.label_scale(zoom)
        painter.save()
        painter.translate(label.x, label.y)
        painter.scale(grow, grow)
        width, height = label.width / grow, label.height / grow
        self._write_label(painter, tie, QRectF(-width / 2, -height / 2, width, height), chosen)
        painter.restore()

    def _write_label(self, painter: QPainter, tie: Tie, box: QRectF, chosen: bool) -> None:
        pens = self._pens
        role = "accent" if chosen else self._role(tie, False) if tie.mark else "line2"
        painter.setPen(QPen(pens.color(role), 2 if chosen or pens.look.current.high else 1))
        painter.setBrush(pens.color("raised"))
        painter.drawRoundedRect(box, 6, 6)
        kind, quotes, mark = self.words(tie)
        left = box.left() + 8
        for words, size, bold, ink in (
            (pens.elide(kind, _WIDEST, 12, chosen), 12, chosen, "accent" if chosen else "ink"),
            (quotes, 11, False, "ink2"),
            (mark, 11, False, role),
        ):
            if not words:
                continue
            font, metrics = pens.font(size, bold)
            painter.setFont(font)
            painter.setPen(letter_pen(pens.color(ink), words))
            painter.drawText(QPointF(left, box.center().y() + (metrics.ascent() - metrics.descent()) / 2), words)
            left += metrics.horizontalAdvance(words) + 8
