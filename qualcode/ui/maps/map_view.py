"""The canvas of a theme map: what is in view is painted once into a layer; what is in somebody's hands above it."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from ...analysis.map_geometry import Box, Point, around, grown, touch
from ..look import Look
from .map_layer import MapLayer
from .scene import Thing, Tie
from .thing_painter import LABELS, NEAR, ThingPainter
from .tie_painter import TiePainter
from .wording import thing_text, tie_text

_MOST_NAMED = 12  # chosen things whose relations are named where there are very many


class MapView(MapLayer):
    """Shows a scene; knows what is where. Mouse and keys are the canvas's, built on it."""

    chosen_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.thing_painter = ThingPainter(self.pens, self.scene)
        self.tie_painter = TiePainter(self.pens, self.scene)
        self.chosen: set[UUID] = set()  # things and ties
        self.current: UUID | None = None  # the one the keys are at
        self.lifted: set[UUID] = set()  # things in somebody's hands
        self._lifted_ties: set[UUID] = set()
        self._lift: tuple[QPixmap, Point] | None = None  # many things at once, as a picture
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        look.follow(self._take_look)

    def _take_look(self) -> None:
        self.pens.forget()
        self.thing_painter.forget()
        self.scene.size_by(self.scene.sized)  # labels are measured anew
        self.redraw()

    # ── what is shown ──
    def show_things(self, things: Iterable[Thing], ties: Iterable[Tie]) -> None:
        """Show the present state of the map; what is chosen stays so as long as it is there."""
        changed, _ = self.scene.show(things, ties)
        there = self.scene.things.keys() | self.scene.ties.keys()
        kept = self.chosen & there
        if self.current is not None and self.current not in there:
            self.current = None
        if changed:
            self.redraw()
        if kept != self.chosen:
            self.chosen = kept
            self.chosen_changed.emit()

    def choose(self, keys: Iterable[UUID], current: UUID | None = None) -> None:
        """Choose things and ties; the keys are at `current`, else at the only one chosen."""
        wanted = set(keys)
        at = current if current is not None or len(wanted) != 1 else next(iter(wanted))
        if (wanted, at) == (self.chosen, self.current):
            return
        touched = (wanted ^ self.chosen) | {key for key in (at, self.current) if key is not None}
        changed = wanted != self.chosen
        self.chosen, self.current = wanted, at
        self._redraw_of(touched)
        self._tell_current()
        if changed:
            self.chosen_changed.emit()

    def _redraw_of(self, keys: Iterable[UUID]) -> None:
        known = {key for key in keys if key in self.scene.things or key in self.scene.ties}
        if self.scene.crowded:
            known |= self.scene.ties_of(known)  # their names come and go
        box = around(
            grown(self.scene.box(key) if key in self.scene.things else self.scene.bounds(key), 16) for key in known
        )
        if box is not None:
            self.redraw(box)

    def _tell_current(self) -> None:
        """Who listens hears what the keys are at."""
        words = self.words_of(self.current) if self.current is not None else ""
        self.setAccessibleDescription(words)
        if words and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def words_of(self, key: UUID) -> str:
        """A thing or a tie in one line."""
        thing = self.scene.things.get(key)
        if thing is not None:
            return thing_text(thing)
        tie = self.scene.ties[key]
        return tie_text(tie, *(self.name_of(end) for end in (tie.source, tie.target)))

    def name_of(self, key: UUID) -> str:
        """What a thing is called."""
        thing = self.scene.things[key]
        return thing.name or thing.words

    # ── places ──
    def box_in_widget(self, key: UUID) -> QRectF:
        """Where a thing is in the widget."""
        left, top, right, bottom = self.scene.box(key)
        return QRectF(self.from_map(left, top), self.from_map(right, bottom))

    def hit(self, place: QPointF) -> UUID | None:
        """The thing or the tie at a place of the widget."""
        x, y = self.to_map(place)
        found = self.scene.thing_at(x, y)
        if found is not None and self.scene.things[found].kind != "group":
            return found
        return self.scene.tie_at(x, y, self.look.px(6) / self.scale) or found

    def reveal(self, key: UUID) -> None:
        """Bring a thing or a tie into view, where it is not."""
        box = self.scene.box(key) if key in self.scene.things else self.scene.bounds(key)
        seen = self.in_view()
        if not (seen[0] <= box[0] and seen[1] <= box[1] and box[2] <= seen[2] and box[3] <= seen[3]):
            self._fitted = False
            self.middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            self.redraw()

    # ── painting ──
    def paint_map(self, painter: QPainter, view: Box) -> None:
        scene, zoom = self.scene, self.zoom
        things = [
            thing for key, thing in scene.things.items() if key not in self.lifted and touch(scene.box(key), view)
        ]
        ties = [
            tie
            for tie, bounds in scene.bounded_ties()
            if touch(bounds, view) and tie.id not in self._lifted_ties and self._seen(tie.id, view)
        ]
        self.paint_all(painter, things, ties, zoom)

    def _seen(self, key: UUID, view: Box) -> bool:
        """Whether a line or its words are in view; its box is much larger than it is."""
        label = self.scene.placed_label(key)
        return self.scene.curve(key).crosses(view, 20) or (label is not None and touch(label.box, view))

    def paint_all(self, painter: QPainter, things: list[Thing], ties: list[Tie], zoom: float) -> None:
        """Groups, then lines, then what they lead to, then their words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, current = self.chosen, self.current if self.hasFocus() else None
        for thing in things:
            if thing.kind == "group":
                self.thing_painter.paint(painter, thing, zoom, thing.id in chosen, thing.id == current)
        if self.tie_painter.plain(zoom):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(ties) <= 400)
            self.tie_painter.paint_far(painter, [tie for tie in ties if tie.id not in chosen], zoom)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ties = [tie for tie in ties if tie.id in chosen]
        for tie in ties:
            self.tie_painter.paint(painter, tie, tie.id in chosen, tie.id == current)
        for thing in things:
            if thing.kind != "group":
                self.thing_painter.paint(painter, thing, zoom, thing.id in chosen, thing.id == current)
        if zoom < (NEAR if self.scene.crowded else LABELS):
            return
        named = self._named() if self.scene.crowded else None
        for tie in ties:
            if named is None or tie.id in named:
                self.tie_painter.paint_label(painter, tie, zoom, tie.id in chosen)

    def _named(self) -> set[UUID]:
        """The relations that are named where not all can be: what is chosen, and those of what is chosen."""
        ties, things = self.chosen & self.scene.ties.keys(), self.chosen & self.scene.things.keys()
        return ties | self.scene.ties_of(things) if len(things) <= _MOST_NAMED else ties

    # ── in somebody's hands ──
    def lift(self, keys: Iterable[UUID]) -> None:
        """Take things up: they and their lines are painted above the rest, until they are put down."""
        self.lifted = set(keys)
        self._lifted_ties = self.scene.ties_of(self.lifted)
        self._lift = None
        self.redraw()
        if len(self.lifted) > 12:
            self._lift = self._picture_of_lifted(), self._lifted_corner()

    def put_down(self) -> None:
        """They lie on the map again."""
        if self.lifted:
            self.lifted, self._lifted_ties, self._lift = set(), set(), None
            self.redraw()

    def _inner_ties(self) -> list[Tie]:
        ties = (self.scene.ties[key] for key in self._lifted_ties)
        return [tie for tie in ties if tie.source in self.lifted and tie.target in self.lifted]

    def _lifted_corner(self) -> Point:
        thing = self.scene.things[min(self.lifted)]
        return thing.x, thing.y

    def _picture_of_lifted(self) -> QPixmap:
        """As much of them as can be seen at once, around the middle of the view."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        self.go_to_map(painter)
        view = self.in_view()
        things = [self.scene.things[key] for key in self.lifted if touch(self.scene.box(key), view)]
        ties = [tie for tie in self._inner_ties() if touch(self.scene.bounds(tie.id), view)]
        self.paint_all(painter, things, ties, self.zoom)
        painter.end()
        return picture

    def _paint_lifted(self, painter: QPainter) -> None:
        view = grown(self.in_view(), 20)
        scene = self.scene
        things = [scene.things[key] for key in self.lifted if touch(scene.box(key), view)]
        if self._lift is None:
            ties = [scene.ties[key] for key in self._lifted_ties if touch(scene.bounds(key), view)]
            self.paint_all(painter, things, ties, self.zoom)
            return
        outer = [
            tie
            for tie in (scene.ties[key] for key in self._lifted_ties)
            if not (tie.source in self.lifted and tie.target in self.lifted)
        ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.tie_painter.paint_far(painter, outer, self.zoom)
        picture, (x, y) = self._lift
        now = self._lifted_corner()
        painter.resetTransform()
        painter.drawPixmap(QPointF((now[0] - x) * self.scale, (now[1] - y) * self.scale), picture)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_layer(painter)
        if self.lifted:
            painter.save()
            self.go_to_map(painter)
            self._paint_lifted(painter)
            painter.restore()
        self.paint_above(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(self.pens.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def paint_above(self, painter: QPainter) -> None:
        """What a hand is drawing; the canvas does."""

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            if self.current is not None:
                self._redraw_of([self.current])
            self.update()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.hit(QPointF(event.pos()))
            if found is None:
                QToolTip.hideText()
            else:
                box = self.box_in_widget(found).toRect() if found in self.scene.things else QRect()
                QToolTip.showText(event.globalPos(), self.words_of(found), self, box)
            return True
        return super().event(event)
