"""The canvas in the hands of a person: mouse, wheel and fingers; keys are in `canvas_keys`."""

from enum import Enum, auto
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ...analysis.map_geometry import Box, Point
from ..look import Look
from .canvas_keys import CanvasKeys
from .dropping import things_in
from .handles import REACH, HandledView

GRID = 4  # points; places snap to it
_SMALLEST_GROUP, _SMALLEST_NOTE = (120.0, 80.0), (96.0, 48.0)
_WHEEL = 120  # units of one step


class _Doing(Enum):
    NOTHING, PRESSED, PANNING, MOVING, BAND, DRAWING, SIZING = (auto() for _ in range(7))


def snapped(value: float) -> float:
    """The nearest place of the grid."""
    return float(round(value / GRID) * GRID)


class MapCanvas(HandledView):
    """A map to work in; `locked` to look only. Signals say what is wanted, the place of the map does it."""

    moved = Signal(object)  # {id of a thing: (x, y)}
    resized = Signal(object, float, float, float, float)  # id, width, height, x, y
    relate_wanted = Signal(object, object, QPoint)  # source, target, where to ask for the kind
    taking_off_wanted = Signal()  # what is chosen
    inspecting_wanted = Signal()
    menu_wanted = Signal(QPoint)
    editing_wanted = Signal(object)  # id of a note or a group
    dropped = Signal(object, float, float)  # ids of codes, place
    told = Signal(str)  # what to do next, "" for nothing
    tool_wanted = Signal(str)  # add, note or group
    holding = Signal(bool)  # something is in somebody's hands: it is not to be shown anew meanwhile

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._doing = _Doing.NOTHING
        self._began = QPointF()
        self._last = QPointF()
        self._start: Point = (0.0, 0.0)  # where the leading thing was
        self._lead: UUID | None = None
        self._before: dict[UUID, Point] = {}  # where what is carried was
        self._sized: Box | None = None  # width, height and place of what is being sized, as it was
        self._space = False
        self._keys = CanvasKeys(self)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Theme map"))

    # ── mouse ──
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keys.settle()
        place, button = event.position(), event.button()
        self._began = self._last = place
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._space):
            self._begin(_Doing.PANNING, Qt.CursorShape.ClosedHandCursor)
            return
        if button != Qt.MouseButton.LeftButton:
            return
        self._press(place, event.modifiers())

    def _press(self, place: QPointF, held: Qt.KeyboardModifier) -> None:
        found = self.hit(place)
        if self.relating is not None:
            if found in self.scene.things:
                self.finish_relating(found, self.mapToGlobal(place.toPoint()))
            else:
                self.stop_relating()
            return
        corner, handle = self.sizing_corner(place), self.handle_at(place)
        if corner is not None:
            self._take_corner(corner)
        elif handle is not None:
            self._lead = handle
            self._begin(_Doing.DRAWING, Qt.CursorShape.CrossCursor)
        elif found is None:
            self._press_ground(bool(held & Qt.KeyboardModifier.ShiftModifier))
        else:
            more = held & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
            self._press_on(found, bool(more))

    def _press_ground(self, shift: bool) -> None:
        """With Shift a rubber band begins, else the map is moved."""
        if shift:
            self._begin(_Doing.BAND, Qt.CursorShape.CrossCursor)
        else:
            self.choose(())
            self._begin(_Doing.PANNING, Qt.CursorShape.ClosedHandCursor)

    def _press_on(self, found: UUID, more: bool) -> None:
        """Choose what was pressed on; the next move may drag it."""
        if more:
            self.choose(self.chosen ^ {found}, found)
        elif found not in self.chosen:
            self.choose({found})
        else:
            self.choose(self.chosen, found)
        if found in self.scene.things and found in self.chosen and not self.locked:
            self._lead = found
            self._doing = _Doing.PRESSED

    def _begin(self, doing: _Doing, cursor: Qt.CursorShape) -> None:
        self._doing = doing
        self.resting = doing == _Doing.NOTHING
        self.setCursor(cursor)

    def _end(self) -> _Doing:
        """Nothing is in hand any more; what was."""
        doing, self._doing = self._doing, _Doing.NOTHING
        self.resting, self.band, self.draft = True, None, None
        self.unsetCursor()
        return doing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._doing == _Doing.NOTHING:
            self._hover_at(place)
        elif self._doing == _Doing.PANNING:
            step = (place - self._last).toPoint()
            self._last = self._last + QPointF(step)
            self.pan(step.x(), step.y())
        elif self._doing == _Doing.PRESSED:
            if (place - self._began).manhattanLength() >= QApplication.startDragDistance():
                self._take_up()
                self._carry(place, event.modifiers())
        elif self._doing == _Doing.MOVING:
            self._carry(place, event.modifiers())
        else:
            self._last = place
            if self._doing == _Doing.SIZING:
                self._size(place)
            elif self._doing == _Doing.DRAWING and self._lead is not None:
                self.draft = self._lead, place
            else:
                self.band = QRectF(self._began, place).normalized()
            self.update()

    def _take_up(self) -> None:
        """The hand has begun to drag what is chosen, with what stands in chosen groups."""
        assert self._lead is not None
        keys = self.scene.with_contents(key for key in self.chosen if key in self.scene.things)
        self._before = {key: (self.scene.things[key].x, self.scene.things[key].y) for key in keys}
        self._start = self._before[self._lead]
        self._begin(_Doing.MOVING, Qt.CursorShape.ClosedHandCursor)
        self.holding.emit(True)
        self.lift(keys)

    def _take_corner(self, key: UUID) -> None:
        """The hand has taken a note or a group by its corner."""
        left, top, right, bottom = self.scene.box(key)
        self._lead, self._sized = key, (right - left, bottom - top, (left + right) / 2, (top + bottom) / 2)
        self._begin(_Doing.SIZING, Qt.CursorShape.SizeFDiagCursor)
        self.holding.emit(True)

    def _carry(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        assert self._lead is not None
        moved = (place - self._began) / self.scale
        x, y = self._start[0] + moved.x(), self._start[1] + moved.y()
        if not keys & Qt.KeyboardModifier.AltModifier:
            x, y = snapped(x), snapped(y)
        now = self.scene.things[self._lead]
        if (now.x, now.y) != (x, y):
            self.scene.move(self.lifted, x - now.x, y - now.y)
            self.update()

    def _size(self, place: QPointF) -> None:
        assert self._lead is not None
        thing = self.scene.things[self._lead]
        x, y = self.to_map(place)
        left, top, _, _ = self.scene.box(thing.id)
        least = _SMALLEST_GROUP if thing.kind == "group" else _SMALLEST_NOTE
        width, height = max(snapped(x - left), least[0]), max(snapped(y - top), least[1])
        self.scene.resize(thing.id, width, height, left + width / 2, top + height / 2)
        self.redraw()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        doing = self._end()
        place = event.position()
        if doing == _Doing.MOVING:
            before, self._before = self._before, {}
            things = self.scene.things
            places = {key: (things[key].x, things[key].y) for key in before if key in things}
            self.put_down()
            if any(before[key] != spot for key, spot in places.items()):
                self.moved.emit(places)
            self.holding.emit(False)
        elif doing == _Doing.BAND:
            x, y = self.to_map(self._began)
            to_x, to_y = self.to_map(place)
            band = min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)
            self.choose(self.chosen | self.scene.within(band))
        elif doing == _Doing.DRAWING:
            target = self.scene.thing_at(*self.to_map(place))
            if target is not None and target != self._lead:
                self.relate_wanted.emit(self._lead, target, self.mapToGlobal(place.toPoint()))
        elif doing == _Doing.SIZING:
            self._leave_corner()
        self._lead = None
        self.update()

    def _leave_corner(self) -> None:
        thing = self.scene.things.get(self._lead) if self._lead is not None else None
        if thing is not None and thing.width and thing.height:
            sized = thing.width, thing.height, thing.x, thing.y
            if sized != self._sized:
                self.resized.emit(thing.id, *sized)
        self._sized = None
        self.holding.emit(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.hit(event.position())
        if found is None:
            return
        thing = self.scene.things.get(found)
        if thing is not None and thing.kind in ("note", "group") and not self.locked:
            self.editing_wanted.emit(found)
        else:
            self.inspecting_wanted.emit()

    def let_go(self) -> None:
        """Nothing can be changed any more: what keys have moved is written, what is in hand lies where it was."""
        self._keys.settle()
        self.cancel()

    def cancel(self) -> bool:
        """Let go of what is in hand, as it was; whether there was anything."""
        doing = self._end()
        if self.relating is not None:
            self.stop_relating()
            return True
        if doing == _Doing.MOVING:
            self.scene.put(self._before)
            self.put_down()
            self.holding.emit(False)
        elif doing == _Doing.SIZING and self._lead in self.scene.things and self._sized is not None:
            self.scene.resize(self._lead, *self._sized)
            self._sized = None
            self.redraw()
            self.holding.emit(False)
        self._lead = None
        self.update()
        return doing not in (_Doing.NOTHING, _Doing.PRESSED)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            found = self.hit(QPointF(event.pos()))
            if found is not None and found not in self.chosen:
                self.choose({found})
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.mapToGlobal(self.spot_of_current()))

    def spot_of_current(self) -> QPoint:
        """Where to open what is about the chosen thing."""
        if self.current in self.scene.things:
            return self.box_in_widget(self.current).center().toPoint()
        if self.current in self.scene.ties:
            return self.from_map(*self.scene.curve(self.current).at(0.5)).toPoint()
        return self.rect().center()

    # ── hovering ──
    def _hover_at(self, place: QPointF) -> None:
        hover = self.scene.thing_at(*self.to_map(place), reach=self.look.px(REACH) / self.scale)
        if hover != self.hover:
            self.hover = hover
            self.update()
        if self.handle_at(place) is not None:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif self.sizing_corner(place) is not None:
            self.setCursor(Qt.CursorShape.SizeFDiagCursor)
        elif self.hit(place) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover = None
        self.update()

    # ── drawing a relation by keys ──
    def start_relating(self) -> bool:
        """Draw a relation from the thing the keys are at; the next one chosen is its end."""
        if self.locked or self.current not in self.scene.things:
            return False
        self.relating = self.current
        self.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # R was typed on one of the tools: the arrows are the canvas's now
        words = self.tr("Relate “{name}” to: choose with the arrow keys or a click, then Enter. Esc stops.")
        self.told.emit(words.replace("{name}", self.name_of(self.current)))
        self.update()
        return True

    def finish_relating(self, target: UUID, where: QPoint) -> None:
        """The other end is chosen."""
        source = self.relating
        self.stop_relating()
        if source is not None and source != target:
            self.relate_wanted.emit(source, target, where)

    def stop_relating(self) -> None:
        """No relation is drawn any more."""
        self.relating = None
        self.told.emit("")
        self.update()

    # ── wheel, fingers, keys ──
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / _WHEEL, event.position())
        else:
            step = event.pixelDelta()
            if step.isNull():
                step = event.angleDelta() / 2
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not step.x():
                step = QPoint(step.y(), 0)
            self.pan(step.x(), step.y())
        event.accept()

    def event(self, event: QEvent) -> bool:
        zooms = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == zooms:
            self.set_zoom(self.zoom * (1 + event.value()), event.position())
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._keys.tab(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._space = True
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self._keys.settle()
        super().focusOutEvent(event)

    # ── dropped from a list ──
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if things_in(event.mimeData()) and not self.locked:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        things = things_in(event.mimeData())
        if things and not self.locked:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(things, *self.to_map(event.position()))
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # what is done next is done here
