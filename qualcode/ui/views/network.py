"""The network as the window paints it: places from the record, names pushed apart for the room there is."""

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..look import META, Look
from ..marks import paint_mark

if TYPE_CHECKING:
    from ...analysis.matrices import Label
    from ...analysis.networks import Network

_MARK = 24  # diameter of the largest mark
_NAME = 150  # the longest name; the rest is elided
_THIN, _THICK = 1.4, 6.0
_ROUNDS = 160
_AIR = 2.2  # the canvas is that many times as large as all marks and names together
_TALLEST = 900
_REACH = 7  # how near to a line a click still means it
_TIES = {False: "#A8A7A3", True: "#75787E"}


class NetworkView(QWidget):
    """Codes that meet, tied by lines. A click on a line or a mark chooses it; so do the arrow keys."""

    edge_chosen = Signal(int, int)  # places of two nodes
    node_chosen = Signal(int)
    activated = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._network: Network | None = None
        self._places: list[QPointF] = []
        self._boxes: list[QRectF] = []
        self._names: list[str] = []
        self._chosen: frozenset[int] = frozenset()
        self._hover: tuple[int, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Network of codes"))
        look.follow(self._arrange)

    # ── what is shown ──
    def show_network(self, network: "Network | None") -> None:
        """Show another network; nothing in it is chosen."""
        self._network = network
        self._chosen = frozenset()
        self._arrange()

    def choose(self, codes: frozenset[int]) -> None:
        """Mark one code or a pair (indices of codes as in the labels), without telling anybody."""
        self._chosen = codes
        self.setAccessibleDescription(self._in_words())
        self.update()

    def node_place(self, node: int) -> QPointF:
        """The middle of a mark."""
        return self._places[node]

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(560), self._look.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(160))

    def _in_words(self) -> str:
        if self._network is None:
            return ""
        for edge in self._network.edges:
            if self._codes(edge.a, edge.b) == self._chosen:
                return self._edge_text(edge.a, edge.b, edge.value)
        return ", ".join(node.label.name for node in self._network.nodes if node.label.code in self._chosen)

    def _edge_text(self, a: int, b: int, value: float) -> str:
        from ...analysis.matrices import number_text

        assert self._network is not None
        first, second = (self._network.nodes[node].label.name for node in (a, b))
        number = number_text(value, self._network.measure)
        return self.tr("{a} with {b}: {value}").format(a=first, b=second, value=number)

    def _codes(self, *nodes: int) -> frozenset[int]:
        assert self._network is not None
        return frozenset(self._network.nodes[node].label.code for node in nodes)

    # ── places ──
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _radius(self, node: int) -> float:
        assert self._network is not None
        crowd = len(self._network.nodes)
        largest = _MARK if crowd <= 20 else 20 if crowd <= 32 else 16
        return self._look.px(largest) * self._network.nodes[node].size / 2

    def _arrange(self) -> None:
        """Give every node its place: the layout stretched to the room, then boxes of mark and name apart."""
        self._hover = ()
        network = self._network
        if network is None or not network.nodes:
            self._places, self._boxes, self._names = [], [], []
            self.update()
            return
        look = self._look
        metrics = QFontMetricsF(look.font(META, bold=True))
        most = min(look.px(_NAME), max(look.px(60), self.width() / 4))
        self._names = [metrics.elidedText(node.label.name, Qt.TextElideMode.ElideRight, most) for node in network.nodes]
        sizes = [
            (
                max(metrics.horizontalAdvance(name), 2 * self._radius(number)) + look.px(8),
                2 * self._radius(number) + metrics.height() + look.px(4),
            )
            for number, name in enumerate(self._names)
        ]
        # crowded: grow, and let whoever holds us scroll
        needed = _AIR * sum(width * height for width, height in sizes) / max(self.width(), 1)
        self.setMinimumHeight(int(min(max(needed, look.px(160)), look.px(_TALLEST))))
        room = QRectF(self.rect()).adjusted(look.px(8), look.px(6), -look.px(8), -look.px(6))
        middles = [
            [
                room.left() + w / 2 + node.x * max(room.width() - w, 0),
                room.top() + h / 2 + (1 - node.y) * max(room.height() - h, 0),
            ]
            for node, (w, h) in zip(network.nodes, sizes, strict=True)
        ]
        _push_apart(middles, sizes, room)
        self._boxes = [QRectF(x - w / 2, y - h / 2, w, h) for (x, y), (w, h) in zip(middles, sizes, strict=True)]
        self._places = [
            QPointF(box.center().x(), box.top() + self._radius(number)) for number, box in enumerate(self._boxes)
        ]
        self.update()

    def _node_at(self, place: QPointF) -> int | None:
        for number, middle in enumerate(self._places):
            reach = max(self._radius(number) + 3, self._look.px(12))
            if hypot(place.x() - middle.x(), place.y() - middle.y()) <= reach:
                return number
        for number, box in enumerate(self._boxes):
            if box.contains(place):
                return number
        return None

    def _edge_at(self, place: QPointF) -> tuple[int, int] | None:
        assert self._network is not None
        best: tuple[float, tuple[int, int]] | None = None
        for edge in self._network.edges:
            away = _distance(place, self._places[edge.a], self._places[edge.b])
            if away <= self._look.px(_REACH) and (best is None or away < best[0]):
                best = (away, (edge.a, edge.b))
        return best[1] if best else None

    def hit(self, place: QPointF) -> tuple[int, ...]:
        """What is at a place: a node, the two nodes of a line, or nothing."""
        if self._network is None or not self._network.nodes:
            return ()
        node = self._node_at(place)
        return (node,) if node is not None else (self._edge_at(place) or ())

    # ── painting ──
    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # charts are never mirrored
        painter.fillRect(self.rect(), look.color("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._network is not None:
            self._paint_edges(painter)
            self._paint_nodes(painter)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_edges(self, painter: QPainter) -> None:
        assert self._network is not None
        look = self._look
        tie = look.color("ink2") if look.current.high else QColor(_TIES[look.current.dark])
        on_top = []
        for edge in self._network.edges:
            codes = self._codes(edge.a, edge.b)
            width = look.px(10 * (_THIN + (_THICK - _THIN) * edge.width)) / 10
            if codes == self._chosen:
                on_top.append((edge, QPen(look.color("accent"), width + look.px(1))))
                continue
            pen = QPen(look.color("ink2") if self._hover == (edge.a, edge.b) else tie, width)
            painter.setPen(pen)
            painter.drawLine(self._places[edge.a], self._places[edge.b])
        for edge, pen in on_top:
            painter.setPen(pen)
            painter.drawLine(self._places[edge.a], self._places[edge.b])

    def _paint_nodes(self, painter: QPainter) -> None:
        assert self._network is not None
        for number, node in enumerate(self._network.nodes):
            radius, place = self._radius(number), self._places[number]
            self._paint_node(painter, node.label, place, radius)
        for number, node in enumerate(self._network.nodes):
            self._paint_name(painter, number, node.label.code in self._chosen)

    def _paint_node(self, painter: QPainter, label: "Label", place: QPointF, radius: float) -> None:
        look = self._look
        around = radius + look.px(2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("paper"))  # lines end before the mark
        painter.drawEllipse(place, around, around)
        kind = "theme" if label.mark == "hexagon" else "code"
        box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
        paint_mark(painter, box, label.light, kind, look.current.dark)

    def _paint_name(self, painter: QPainter, number: int, bold: bool) -> None:
        look, box = self._look, self._boxes[number]
        font = look.font(META, bold)
        metrics = QFontMetricsF(font)
        name = self._names[number]
        base = QPointF(
            box.center().x() - metrics.horizontalAdvance(name) / 2,
            box.top() + 2 * self._radius(number) + look.px(3) + metrics.ascent(),
        )
        painter.setFont(font)
        # lines end before the name; a stroked outline of its letters would take fifty times as long
        ground = QRectF(base.x(), base.y() - metrics.ascent(), metrics.horizontalAdvance(name), metrics.height())
        painter.fillRect(ground.adjusted(-look.px(2), look.px(2), look.px(2), -look.px(2)), look.color("paper"))
        painter.setPen(look.color("ink"))
        painter.drawText(base, name)

    # ── mouse, keys ──
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.hit(event.position())
        if found != self._hover:
            self._hover = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = ()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.hit(event.position())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self._pick(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.hit(event.position()):
            self.activated.emit()

    def _pick(self, nodes: tuple[int, ...]) -> None:
        self.choose(self._codes(*nodes))
        if len(nodes) == 2:
            self.edge_chosen.emit(*nodes)
        else:
            self.node_chosen.emit(nodes[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, network = Qt.Key, self._network
        key = keys(event.key())
        if key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.activated.emit()
        elif (
            key in (keys.Key_Left, keys.Key_Right, keys.Key_Up, keys.Key_Down) and network is not None and network.edges
        ):
            # strongest first; the record has them weakest first
            edges = list(reversed(network.edges))
            now = next(
                (place for place, edge in enumerate(edges) if self._codes(edge.a, edge.b) == self._chosen),
                None,
            )
            step = 1 if key in (keys.Key_Right, keys.Key_Down) else -1
            edge = edges[0 if now is None else (now + step) % len(edges)]
            self._pick((edge.a, edge.b))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, place: QPoint, where: QPoint) -> None:
        found = self.hit(QPointF(place))
        network = self._network
        if not found or network is None:
            QToolTip.hideText()
            return
        if len(found) == 1:
            label = network.nodes[found[0]].label
            text = self.tr("{path}: {count} segments").format(path=label.path, count=label.segments)
        else:
            edge = next(edge for edge in network.edges if (edge.a, edge.b) == found)
            text = self._edge_text(*found, edge.value)
        QToolTip.showText(where, text, self)


def _distance(place: QPointF, one: QPointF, other: QPointF) -> float:
    """From a place to the line between two places."""
    along, across = other.x() - one.x(), other.y() - one.y()
    length = along * along + across * across
    share = 0.0
    if length:
        share = ((place.x() - one.x()) * along + (place.y() - one.y()) * across) / length
        share = max(0.0, min(1.0, share))
    return hypot(place.x() - one.x() - share * along, place.y() - one.y() - share * across)


def _push_apart(middles: list[list[float]], sizes: list[tuple[float, float]], room: QRectF) -> None:
    """Move boxes until none lies on another, as far as there is room; always in the same order."""
    count = len(middles)
    for turn in range(_ROUNDS):
        clashes = False
        for one in range(count):
            for other in range(one + 1, count):
                across = middles[one][0] - middles[other][0]
                down = middles[one][1] - middles[other][1]
                over_x = (sizes[one][0] + sizes[other][0]) / 2 - abs(across)
                over_y = (sizes[one][1] + sizes[other][1]) / 2 - abs(down)
                if over_x <= 0.5 or over_y <= 0.5:
                    continue
                clashes = True
                # the shorter way out; when that has not helped for long, the other one
                axis = int(over_y < over_x) ^ (turn % 10 == 9)
                over, apart = ((over_x, across), (over_y, down))[axis]
                push = over * 0.52 * (1 if apart >= 0 else -1)
                middles[one][axis] += push
                middles[other][axis] -= push
        for middle, (width, height) in zip(middles, sizes, strict=True):
            middle[0] = _clamped(middle[0], room.left() + width / 2, room.right() - width / 2)
            middle[1] = _clamped(middle[1], room.top() + height / 2, room.bottom() - height / 2)
        if not clashes:
            break


def _clamped(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else max(low, min(value, high))
