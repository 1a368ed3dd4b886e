"""The slider through a project's time: how much was done when, flags at named points, a step at a time by arrows."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QToolTip, QWidget

from ..look import HINT, META, Look
from ..parts.dates import day_words, local_day, short_moment, short_time

_BAR, _PITCH, _TALLEST = 4, 6, 24  # px: bars of activity
_SIDE, _KNOB = 20, 8
_DAY = 86_400  # seconds
_KEYS = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}  # up is more, as of every slider


@dataclass(frozen=True, slots=True)
class Course:
    """All steps of a project, oldest first: their numbers, times (ISO, UTC) and the same in seconds; `flags` are the
    names of points by the place of their step among them."""

    numbers: Sequence[int]
    times: Sequence[str]
    seconds: Sequence[float]
    flags: Mapping[int, str]


def course(steps: Sequence[tuple[int, str]], names: Mapping[int, str]) -> Course:
    """The course of steps by their numbers and times, and the names of points by the numbers of their steps; worked
    out beside the window's thread."""
    places = {number: place for place, (number, _) in enumerate(steps)}
    return Course(
        [number for number, _ in steps],
        [time for _, time in steps],
        [_seconds(time) for _, time in steps],
        {places[number]: name for number, name in names.items() if number in places},
    )


class TimeSlider(QAbstractSlider):
    """Its value is the place of a step among all steps; the last one is now."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self.numbers: Sequence[int] = ()
        self._times: Sequence[str] = ()
        self._seconds: Sequence[float] = ()
        self._flags: Mapping[int, str] = {}  # by place
        self._bars: list[int] = []  # how many steps stand at each pitch, worked out when they are painted
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSingleStep(1)
        self.setPageStep(0)  # a day, which has no fixed number of steps
        self.setAccessibleName(self.tr("Moment of the project"))
        self.valueChanged.connect(lambda _value: self._tell())
        look.follow(self._take_look)

    # ── what it shows ──
    def show_steps(self, course: Course) -> None:
        """Take a course of steps. Where now was looked at, it still is; else the same step."""
        at_now = not self.numbers or self.value() == self.maximum()
        looked = self.number
        self.numbers, self._times, self._seconds = course.numbers, course.times, course.seconds
        self._flags = course.flags
        self._bars = []
        self.blockSignals(True)
        self.setRange(0, max(0, len(self.numbers) - 1))
        self.setValue(self.maximum() if at_now or looked is None else self.place_of(looked))
        self.blockSignals(False)
        self._tell()
        self.update()

    @property
    def number(self) -> int | None:
        """The number of the step that is looked at."""
        return self.numbers[self.value()] if self.numbers else None

    def place_of(self, number: int) -> int:
        """The place of a step, or of the last one before it."""
        return max(0, bisect_right(self.numbers, number) - 1)

    def to_step(self, number: int) -> None:
        """Stand at a step, without telling anybody."""
        self._stand(self.place_of(number))

    def to_now(self) -> None:
        """Stand at the last step, without telling anybody."""
        self._stand(self.maximum())

    def _stand(self, place: int) -> None:
        self.blockSignals(True)
        self.setValue(place)
        self.blockSignals(False)
        self._tell()

    def moment(self, place: int) -> str:
        """When a step was made, and what the point is called."""
        if not self._times:
            return ""
        return " · ".join(part for part in (self._flags.get(place, ""), short_moment(self._times[place])) if part)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.moment(self.value()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._bars = []
        super().resizeEvent(event)

    def _take_look(self) -> None:
        self._bars = []
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._look.px(100))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(100))

    # ── where a step stands ──
    def _room(self) -> tuple[float, float]:
        side = self._look.px(_SIDE)
        return side, max(1.0, self.width() - 2 * side)

    def x_of(self, place: int) -> float:
        """Where a step stands, by its time; steps of one moment by their order."""
        left, room = self._room()
        if len(self._seconds) < 2:
            return left + room
        first, last = self._seconds[0], self._seconds[-1]
        share = (self._seconds[place] - first) / (last - first) if last > first else place / (len(self._seconds) - 1)
        return left + room * share

    def place_at(self, x: float) -> int:
        """The step nearest to a point."""
        left, room = self._room()
        share = min(1.0, max(0.0, (x - left) / room))
        if len(self._seconds) < 2:
            return 0
        first, last = self._seconds[0], self._seconds[-1]
        if last == first:
            return round(share * (len(self._seconds) - 1))
        wanted = first + share * (last - first)
        after = bisect_left(self._seconds, wanted)
        if after == 0:
            return 0
        if after == len(self._seconds):
            return after - 1
        return after if self._seconds[after] - wanted < wanted - self._seconds[after - 1] else after - 1

    # ── keys and mouse ──
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None or not self.numbers:
            super().keyPressEvent(event)
            return
        self.setValue(self._day_on(way))

    def _day_on(self, way: int) -> int:
        """The last step of the day before or after that has any; the same day's last one first."""
        place, last = self.value(), self.maximum()
        if way > 0:
            place = min(place + 1, last)
            day = local_day(self._times[place])
            while place < last and local_day(self._times[place + 1]) == day:
                place += 1
            return place
        day = local_day(self._times[place])
        while place > 0 and local_day(self._times[place]) == day:
            place -= 1
        return place

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.numbers:
            self.setSliderDown(True)
            self.setValue(self.place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.place_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.numbers:
            QToolTip.showText(event.globalPos(), self.moment(self.place_at(event.pos().x())), self)
            return True
        return super().event(event)

    # ── painting ──
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.numbers:
            line = self.height() - self._look.px(30)
            self._paint_bars(painter, line)
            self._paint_line(painter, line)
            self._paint_flags(painter, line)
            self._paint_dates(painter, line)
            self._paint_knob(painter, line)
        painter.end()

    def _paint_bars(self, painter: QPainter, line: int) -> None:
        px, (left, room) = self._look.px, self._room()
        pitch = px(_PITCH)
        counts = self._bars = self._bars or self._counted(left, room, pitch)
        most, knob = max(counts), self.x_of(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        for number, count in enumerate(counts):
            if count:
                x = left + number * pitch
                height = max(px(2), px(_TALLEST) * (count / most) ** 0.5)
                painter.setBrush(self._look.color("line2" if x <= knob else "line"))
                painter.drawRect(QRectF(x, line - height, px(_BAR), height))

    def _counted(self, left: float, room: float, pitch: int) -> list[int]:
        """How many steps stand at each pitch: looked up by its edges, as there may be many steps."""
        edges = [self._first_at(left + pitch * number) for number in range(int(room // pitch) + 1)]
        return [end - start for start, end in zip(edges, [*edges[1:], len(self.numbers)], strict=True)]

    def _first_at(self, x: float) -> int:
        """The first step that stands at a point or behind it."""
        left, room = self._room()
        share = (x - left) / room
        first, last = self._seconds[0], self._seconds[-1]
        if last > first:
            return bisect_left(self._seconds, first + share * (last - first))
        return min(len(self._seconds), math.ceil(share * (len(self._seconds) - 1)))

    def _paint_line(self, painter: QPainter, line: int) -> None:
        left, room = self._room()
        knob = self.x_of(self.value())
        painter.setPen(QPen(self._look.color("line2"), 1))
        painter.drawLine(QPointF(knob, line), QPointF(left + room, line))
        painter.setPen(QPen(self._look.color("accent"), self._look.px(3)))
        painter.drawLine(QPointF(left, line), QPointF(knob, line))

    def _paint_flags(self, painter: QPainter, line: int) -> None:
        px = self._look.px
        painter.setFont(self._look.font(META))
        metrics = painter.fontMetrics()
        top = px(4) + metrics.height()
        taken = float("-inf")
        for place in sorted(self._flags):
            x = self.x_of(place)
            painter.setPen(QPen(self._look.color("ink2"), 1.4))
            painter.drawLine(QPointF(x, top), QPointF(x, line))
            cloth = [QPointF(x, top), QPointF(x + px(8), top + px(3)), QPointF(x, top + px(6))]
            painter.setBrush(self._look.color("ink2"))
            painter.drawPolygon(QPolygonF(cloth))
            words = metrics.elidedText(self._flags[place], Qt.TextElideMode.ElideRight, px(140))
            width = metrics.horizontalAdvance(words)
            start = min(max(x - width / 2, 0), self.width() - width)
            if start > taken:  # names never cover each other; the flag's tip has them all
                painter.setPen(self._look.color("ink"))
                painter.drawText(QPointF(start, px(4) + metrics.ascent()), words)
                taken = start + width + px(8)

    def _paint_dates(self, painter: QPainter, line: int) -> None:
        painter.setFont(self._look.font(HINT))
        painter.setPen(self._look.color("ink2"))
        metrics = painter.fontMetrics()
        baseline = line + self._look.px(14) + metrics.ascent() / 2
        taken = float("-inf")
        one_day = self._seconds[-1] - self._seconds[0] < _DAY
        now = self.tr("Now")
        left, room = self._room()
        end = left + room + metrics.horizontalAdvance(now) / 2
        end = min(end, self.width()) - metrics.horizontalAdvance(now)
        for quarter in range(4):
            x = left + room * quarter / 4
            time = self._times[self.place_at(x)]
            words = short_time(time) if one_day else day_words(local_day(time))
            width = metrics.horizontalAdvance(words)
            start = max(0, x - width / 2)
            if taken < start and start + width < end:
                painter.drawText(QPointF(start, baseline), words)
                taken = start + width + self._look.px(16)
        painter.drawText(QPointF(end, baseline), now)

    def _paint_knob(self, painter: QPainter, line: int) -> None:
        px = self._look.px
        middle = QPointF(self.x_of(self.value()), line)
        painter.setBrush(self._look.color("paper"))
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawEllipse(middle, px(_KNOB) + 3, px(_KNOB) + 3)
        painter.setPen(QPen(self._look.color("accent"), px(3)))
        painter.drawEllipse(middle, px(_KNOB) - 1, px(_KNOB) - 1)


def _seconds(time: str) -> float:
    return datetime.fromisoformat(time.replace("Z", "+00:00")).astimezone(UTC).timestamp()
