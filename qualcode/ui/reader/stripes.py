"""The margin beside the text: a stripe and a name for every coding in sight."""

from collections.abc import Callable
from html import escape
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ...domain.codings import PlacedCoding
from ...domain.palette import swatch
from ..coding.signs import hint_width, paint_hint
from ..look import META, look
from ..marks import code_color, paint_mark
from .gutter import pass_on_wheel
from .scene import MOST_LANES, Label, Laid, Stripe
from .underlines import DIMMED, line_pen, opacity_of, tint
from .view import TextView

INSET = 12  # px from the text's edge to the middle of the first lane
LANE_PITCH = 10
STRIPE, CHOSEN_STRIPE = 4, 6
DENSITY = 12
HANDLE, HANDLE_HIT = 9, 24
LABEL_HEIGHT = 20
NAMED_LANES = 3  # names stand right of this many lanes at least, so that they mostly align
MORE_NAMED = 12  # names listed in the tip of a “+n more”


def lanes_in(width: int) -> int:
    """How many lanes a margin of `width` px has room for beside the density bar; 12 at most."""
    room = (width - look().px(INSET) - look().px(DENSITY)) // look().px(LANE_PITCH)
    return max(1, min(MOST_LANES, room))


class Margin(QWidget):
    """Paints and hits stripes, names, the density bar and the chosen coding's handles."""

    chose = Signal(object)  # coding id, or None for a click beside everything
    handle_dragged = Signal(bool, QPointF, bool, object)  # start?, place in the viewport, finished?, modifiers
    menu_wanted = Signal(object, QPoint)  # coding id, global place
    walked = Signal(object)  # coding id the arrow keys went to
    remove_wanted = Signal()  # the chosen coding
    left = Signal()  # back to the text

    def __init__(self, view: TextView, card: Callable[[PlacedCoding], str]) -> None:
        super().__init__(view)
        self._view = view
        self._card = card
        self._handle: bool | None = None
        self._seen = (0, 0)  # the part of the document being painted, in px
        self._elided: dict[tuple[str, int, int], str] = {}
        self.mirrored = False  # the text is on the right, the lanes go out to the left
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self._carded: tuple[UUID | None, QPoint] = (None, QPoint())

    # ── measures ──
    @property
    def _lanes(self) -> int:
        return self._view.scene.lanes if self._view.scene is not None else MOST_LANES

    def _away(self, lane: int | None) -> float:
        """How far from the text the middle of a lane is, or of the density bar."""
        if lane is None:
            return look().px(INSET + LANE_PITCH * self._lanes) + look().px(DENSITY) / 2 - look().px(STRIPE) / 2
        return look().px(INSET) + look().px(LANE_PITCH) * lane

    def _lane_x(self, lane: int | None) -> float:
        """The x of the middle of a lane, or of the density bar."""
        away = self._away(lane)
        return self.width() - away if self.mirrored else away

    def _label_away(self, laid: Laid) -> float:
        if laid.density:
            return self._away(None) + look().px(DENSITY)
        return self._away(max(NAMED_LANES, laid.lanes)) + look().px(2)

    def _label_box(self, laid: Laid, label: Label) -> QRectF:
        away = self._label_away(laid)
        left = 0 if self.mirrored else away
        return QRectF(left, label.top - look().px(2), self.width() - away, look().px(LABEL_HEIGHT))

    # ── painting ──
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().color("paper"))
        scene = self._view.scene
        if scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._view.verticalScrollBar().value())
        chosen = self._view.marking.chosen
        offset = self._view.verticalScrollBar().value()
        self._seen = (offset + event.rect().top(), offset + event.rect().bottom())
        for laid in scene.visible(self._view.window()):
            self._paint_density(painter, laid)
            for stripe in laid.stripes:
                seen = stripe.top < self._seen[1] and stripe.bottom > self._seen[0]
                if seen and stripe.lane is not None and stripe.coding.id != chosen:
                    self._paint_stripe(painter, stripe, chosen)
            self._paint_labels(painter, laid, chosen)
            for stripe in laid.stripes:
                if stripe.coding.id == chosen:
                    self._paint_stripe(painter, stripe, chosen)
                    self._paint_handles(painter, stripe)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(look().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
        painter.end()

    def _color(self, coding: PlacedCoding) -> str:
        return self._view.scene.color_of(coding) if self._view.scene else "#000000"

    def _paint_stripe(self, painter: QPainter, stripe: Stripe, chosen: UUID | None) -> None:
        tokens = look().current
        color = self._color(stripe.coding)
        width = look().px(CHOSEN_STRIPE if stripe.coding.id == chosen else STRIPE)
        opacity = opacity_of(stripe.coding.id, chosen, tokens.high, 1.0)
        x = self._lane_x(stripe.lane)
        if swatch(color).dashes:
            painter.setPen(line_pen(color, tokens.dark, width, opacity))
            painter.drawLine(QPointF(x, stripe.top), QPointF(x, stripe.bottom))
            return
        ink = code_color(color, tokens.dark)
        ink.setAlphaF(opacity)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(
            QRectF(x - width / 2, stripe.top, width, stripe.bottom - stripe.top), width / 2, width / 2
        )

    def _paint_density(self, painter: QPainter, laid: Laid) -> None:
        if not laid.density:
            return
        most = max(count for _, _, count in laid.density)
        width = look().px(DENSITY)
        left = self._lane_x(None) - width / 2
        for top, bottom, count in laid.density:
            ink = look().color("ink3")
            ink.setAlphaF(0.25 + 0.75 * count / most)
            painter.fillRect(QRectF(left, top, width, bottom - top), ink)

    def _paint_labels(self, painter: QPainter, laid: Laid, chosen: UUID | None) -> None:
        if self.width() - self._label_away(laid) < look().px(32):
            return
        for label in laid.labels:
            seen = self._seen[0] - LABEL_HEIGHT * 2 < label.top < self._seen[1]
            if seen and (label.coding.id != chosen or label.more):
                self._paint_label(painter, laid, label, chosen)
        # the chosen coding's tag lies over whatever had its place
        for stripe in laid.stripes:
            if stripe.coding.id == chosen:
                own = next((label for label in laid.labels if label.coding.id == chosen and not label.more), None)
                self._paint_label(painter, laid, own or Label(stripe.coding, stripe.top), chosen)

    def _paint_label(self, painter: QPainter, laid: Laid, label: Label, chosen: UUID | None) -> None:
        scene, tokens = self._view.scene, look().current
        if scene is None:
            return
        box = self._label_box(laid, label)
        code, color = scene.codes[label.coding.code], scene.color_of(label.coding)
        tagged = label.coding.id == chosen and not label.more
        font = look().font(META, bold=tagged)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        mark = look().px(8)
        gap, end = mark + look().px(7), look().px(6)
        hint = 0.0 if label.more else hint_width(label.coding)
        room = box.width() - gap - end - hint
        if label.more:
            text = self.tr("+{n} more").replace("{n}", str(len(label.more)))
            if metrics.horizontalAdvance(text) > room:
                text = f"+{len(label.more)}"
        else:
            name = scene.name_of(label.coding)
            key = (name, int(room), font.pixelSize() * 2 + tagged)
            text = self._elided.get(key, "")
            if not text:
                text = self._elided[key] = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room))
        if tagged:
            width = look().px(7) + gap + metrics.horizontalAdvance(text) + hint + look().px(8)
            tag = QRectF(box.left() - look().px(7), box.top() - 1, min(width, box.width() + end), box.height() + 2)
            if self.mirrored:
                tag.moveRight(box.right() + look().px(7))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().color("paper"))
            painter.drawRoundedRect(tag, 4, 4)
            painter.setBrush(tint(color, tokens.dark))
            painter.drawRoundedRect(tag, 4, 4)
        dims = chosen is not None and not tagged and not tokens.high
        painter.setOpacity(DIMMED if dims else 1.0)
        if not label.more:
            left = box.right() - mark if self.mirrored else box.left()
            paint_mark(painter, QRectF(left, box.center().y() - mark / 2, mark, mark), color, code.kind, tokens.dark)
        # names keep their full contrast while others are chosen: only the mark steps back
        painter.setOpacity(1.0)
        painter.setPen(look().color("ink3" if label.more or dims else "ink"))
        left = box.left() + hint if self.mirrored else box.left() + gap
        where = QRectF(left, box.top(), max(0.0, room) + end, box.height())
        if hint:
            wide = metrics.horizontalAdvance(text)
            right = where.right() - wide if self.mirrored else where.left() + wide + hint
            paint_hint(painter, label.coding, right, box.center().y())
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | side, text)

    def _paint_handles(self, painter: QPainter, stripe: Stripe) -> None:
        ink = code_color(self._color(stripe.coding), look().current.dark)
        radius = look().px(HANDLE) / 2
        painter.setPen(QPen(ink, 2))
        painter.setBrush(look().color("paper"))
        for y in (stripe.top, stripe.bottom):
            painter.drawEllipse(QPointF(self._lane_x(stripe.lane), y), radius, radius)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elided.clear()

    # ── hitting ──
    def _document_place(self, place: QPointF) -> QPointF:
        return place + QPointF(0, self._view.verticalScrollBar().value())

    def _handle_at(self, place: QPointF) -> bool | None:
        scene, chosen = self._view.scene, self._view.marking.chosen
        found = scene.find(chosen) if scene is not None and chosen is not None else None
        if found is None:
            return None
        stripe, where = found[1], self._document_place(place)
        reach = look().px(HANDLE_HIT) / 2
        if abs(where.x() - self._lane_x(stripe.lane)) > reach:
            return None
        ends = sorted(((abs(where.y() - stripe.top), True), (abs(where.y() - stripe.bottom), False)))
        return ends[0][1] if ends[0][0] <= reach else None

    def label_at(self, place: QPointF) -> Label | None:
        """The name under a place of this widget."""
        scene, where = self._view.scene, self._document_place(place)
        if scene is None:
            return None
        for laid in scene.visible(self._view.window()):
            for label in laid.labels:
                if self._label_box(laid, label).contains(where):
                    return label
        return None

    def coding_at(self, place: QPointF) -> PlacedCoding | None:
        """The coding whose stripe or name is under a place; the nearest lane within half a pitch."""
        label = self.label_at(place)
        if label is not None:
            return label.coding
        scene, where = self._view.scene, self._document_place(place)
        if scene is None:
            return None
        best: tuple[float, PlacedCoding] | None = None
        for laid in scene.visible(self._view.window()):
            for stripe in laid.stripes:
                away = abs(where.x() - self._lane_x(stripe.lane))
                inside = stripe.top - 3 <= where.y() <= stripe.bottom + 3
                if inside and away <= look().px(LANE_PITCH) / 2 + 1 and (best is None or away < best[0]):
                    best = (away, stripe.coding)
        return best[1] if best else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._handle = self._handle_at(event.position())
        if self._handle is None:
            found = self.coding_at(event.position())
            self.chose.emit(found.id if found else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._handle is not None:
            self._drag(event, finished=False)
        elif self._handle_at(event.position()) is not None:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        elif self.coding_at(event.position()) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._handle is not None:
            self._drag(event, finished=True)
            self._handle = None

    def _drag(self, event: QMouseEvent, finished: bool) -> None:
        place = QPointF(self._view.viewport().mapFromGlobal(event.globalPosition()))
        self.handle_dragged.emit(bool(self._handle), place, finished, event.modifiers())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found = self.coding_at(QPointF(event.pos()))
        if found is not None:
            self.menu_wanted.emit(found.id, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        pass_on_wheel(event, self._view)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return bool(super().event(event))

    def _tell(self, event: QHelpEvent) -> None:
        """The card of what is under the mouse; of “+n more”, the names."""
        label = self.label_at(QPointF(event.pos()))
        scene = self._view.scene
        if label is not None and label.more and scene is not None:
            names = [escape(scene.name_of(coding)) for coding in label.more[:MORE_NAMED]]
            rest = ["…"] if len(label.more) > MORE_NAMED else []
            QToolTip.showText(event.globalPos(), "<div>" + "<br>".join(names + rest) + "</div>", self)
            return
        found = self.coding_at(QPointF(event.pos()))
        if found is None:
            QToolTip.hideText()
        else:
            self._show_card(found, event.globalPos())

    # ── keyboard: the stripes as a list ──
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -(10**9), Qt.Key.Key_End: 10**9}
        chosen = self._view.marking.chosen
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Space and chosen is not None:
            self.show_card(chosen)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen is not None:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_Menu and chosen is not None:
            self.menu_wanted.emit(chosen, self.mapToGlobal(self._spot_of(chosen)))
        elif event.key() == Qt.Key.Key_Escape:
            QToolTip.hideText()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """Choose the coding so many further on in the text; the first or last in sight where none is chosen."""
        scene = self._view.scene
        order = sorted(scene.codings.values(), key=lambda one: (one.start, one.end, one.id)) if scene else []
        if not order:
            return
        here = next((number for number, one in enumerate(order) if one.id == self._view.marking.chosen), None)
        if here is None:
            first = self._view.point_at(QPointF(1, 1))
            here = sum(one.start < first for one in order) - (1 if step > 0 else 0)
        QToolTip.hideText()
        self.walked.emit(order[max(0, min(len(order) - 1, here + step))].id)

    def _spot_of(self, coding: UUID) -> QPoint:
        """The top of a coding's stripe in this widget, as far as it is in sight."""
        found = self._view.scene.find(coding) if self._view.scene is not None else None
        if found is None:
            return QPoint(0, 0)
        y = found[1].top - self._view.verticalScrollBar().value()
        return QPoint(round(self._lane_x(found[1].lane)), round(max(0.0, min(float(self.height() - 1), y))))

    def show_card(self, coding: UUID) -> None:
        """The hover card of a coding, for who does not hover."""
        scene = self._view.scene
        if scene is not None and coding in scene.codings:
            place = self.mapToGlobal(self._spot_of(coding) + QPoint(look().px(12), look().px(12)))
            self._show_card(scene.codings[coding], place)

    def _show_card(self, coding: PlacedCoding, place: QPoint) -> None:
        self._carded = coding.id, place
        QToolTip.showText(place, self._card(coding), self)

    def renew_card(self, coding: UUID) -> None:
        """More is known about a coding: say it, where its card is still open."""
        scene, (shown, place) = self._view.scene, self._carded
        if shown == coding and QToolTip.isVisible() and scene is not None and coding in scene.codings:
            QToolTip.showText(place, self._card(scene.codings[coding]), self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
