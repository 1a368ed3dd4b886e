"""The canvas by keys: arrows go to the next thing, Shift moves it, R relates, Del takes off, + and − enlarge."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from ...analysis.map_geometry import Point, next_in_direction

if TYPE_CHECKING:
    from .canvas import MapCanvas

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS = {"+": 1, "=": 1, "-": -1, "−": -1}
_WRITING = (
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_R,
    Qt.Key.Key_F2,
    Qt.Key.Key_A,
    Qt.Key.Key_N,
    Qt.Key.Key_G,
)
_TOOLS = {Qt.Key.Key_A: "add", Qt.Key.Key_N: "note", Qt.Key.Key_G: "group"}
_STEP, _LONG_STEP = 4.0, 32.0  # points
_REST_MILLISECONDS = 600  # after the last key what was moved is written, in one step
_ROW = 60.0  # points: what stands less apart is one row when Tab goes through the map


class CanvasKeys:
    """Keys of one canvas."""

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._around: UUID | None = None  # whose relations T goes through
        self._moved: dict[UUID, Point] = {}  # where things were before the keys moved them
        self._timer = QTimer(canvas)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MILLISECONDS)
        self._timer.timeout.connect(self.settle)

    # ── Tab ──
    def tab(self, event: QKeyEvent) -> bool:
        """Tab and Shift+Tab go through the things as they are read; behind the last it leaves the canvas."""
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        order = self.order()
        step = -1 if event.key() == Qt.Key.Key_Backtab else 1
        at = self._canvas.current
        place = order.index(at) + step if at in order else (0 if step > 0 else len(order) - 1)
        if not 0 <= place < len(order):
            return False
        self._go(order[place])
        event.accept()
        return True

    def order(self) -> list[UUID]:
        """Things row by row; T goes to the relations of one."""
        scene = self._canvas.scene
        things = scene.things
        return sorted(things, key=lambda key: (round(things[key].y / _ROW), things[key].x))

    def _go(self, key: UUID) -> None:
        self._canvas.choose({key}, key)
        self._canvas.reveal(key)
        self._canvas.update()

    # ── all others ──
    def press(self, event: QKeyEvent) -> bool:
        """Whether a key was one of ours."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if held & Qt.KeyboardModifier.AltModifier:
            return False
        if key in _ARROWS:
            self._arrow(*_ARROWS[key], shift, control)
            return True
        if control:
            return self._with_control(key)
        if event.text() in _ZOOMS:
            self._canvas.zoom_by(_ZOOMS[event.text()])
            return True
        return self._plain(key)

    def _plain(self, key: Qt.Key) -> bool:
        if self._canvas.locked and key in _WRITING:
            return False
        acts: dict[Qt.Key, Callable[[], bool]] = {
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_Delete: self._take_off,
            Qt.Key.Key_Backspace: self._take_off,
            Qt.Key.Key_R: self._canvas.start_relating,
            Qt.Key.Key_T: self._next_tie,
            Qt.Key.Key_F: self._fit,
            Qt.Key.Key_0: self._fit,
            Qt.Key.Key_F2: self._edit,
        }
        if key in _TOOLS:
            self._canvas.tool_wanted.emit(_TOOLS[key])
            return True
        return key in acts and acts[key]()

    def _with_control(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_A:
            self._canvas.choose(self._canvas.scene.things, self._canvas.current)
            return True
        return False

    def _fit(self) -> bool:
        self._canvas.fit()
        return True

    def _take_off(self) -> bool:
        if self._canvas.chosen:
            self._canvas.taking_off_wanted.emit()
        return bool(self._canvas.chosen)

    def _edit(self) -> bool:
        at = self._canvas.current
        if at in self._canvas.scene.things:
            self._canvas.editing_wanted.emit(at)
        return at in self._canvas.scene.things

    def _escape(self) -> bool:
        canvas = self._canvas
        if canvas.cancel():
            return True
        if canvas.chosen or canvas.current is not None:
            canvas.choose(())
            return True
        return False

    def _enter(self) -> bool:
        canvas = self._canvas
        if canvas.relating is not None:
            if canvas.current in canvas.scene.things:
                canvas.finish_relating(canvas.current, canvas.mapToGlobal(canvas.spot_of_current()))
        elif canvas.current is not None:
            canvas.choose({canvas.current}, canvas.current)
            canvas.inspecting_wanted.emit()
        return True

    def _arrow(self, dx: int, dy: int, shift: bool, control: bool) -> None:
        canvas = self._canvas
        things = canvas.scene.things
        if shift:
            self._move(dx, dy, _LONG_STEP if control else _STEP)
            return
        if control:
            canvas.pan(-dx * canvas.look.px(64), -dy * canvas.look.px(64))
            return
        if canvas.current in canvas.scene.ties:
            here = canvas.scene.curve(canvas.current).at(0.5)
        elif canvas.current in things:
            here = things[canvas.current].x, things[canvas.current].y
        else:
            order = self.order()
            if order:
                self._go(order[0])
            return
        places = {key: (thing.x, thing.y) for key, thing in things.items() if key != canvas.current}
        found = next_in_direction(here, places, dx, dy)
        if found is not None:
            self._go(found)

    def _next_tie(self) -> bool:
        """Through the relations of the thing the keys are at, and back to it."""
        canvas = self._canvas
        scene, at = canvas.scene, canvas.current
        if at in scene.things:
            ties = sorted(scene.ties_of([at]))
            self._around = at
            if ties:
                self._go(ties[0])
            return bool(ties)
        if at in scene.ties:
            tie = scene.ties[at]
            end = self._around if self._around in (tie.source, tie.target) else tie.source
            ties = sorted(scene.ties_of([end]))
            place = ties.index(at) + 1
            self._go(ties[place] if place < len(ties) else end)
            return True
        return False

    # ── moving things ──
    def _move(self, dx: int, dy: int, by: float) -> None:
        canvas = self._canvas
        keys = canvas.scene.with_contents(key for key in canvas.chosen if key in canvas.scene.things)
        if canvas.locked or not keys:
            return
        if not self._moved:
            canvas.holding.emit(True)
        for key in keys:
            thing = canvas.scene.things[key]
            self._moved.setdefault(key, (thing.x, thing.y))
        canvas.scene.move(keys, dx * by, dy * by)
        canvas.redraw()
        self._timer.start()

    def settle(self) -> None:
        """What the keys have moved is written, as one step."""
        self._timer.stop()
        before, self._moved = self._moved, {}
        if not before:
            return
        things = self._canvas.scene.things
        places = {key: (things[key].x, things[key].y) for key in before if key in things}
        if any(before[key] != spot for key, spot in places.items()):
            self._canvas.moved.emit(places)
        self._canvas.holding.emit(False)
