"""A thin strip beside the scroll bar: where the text is coded, where the bookmarks are, where one reads now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ...domain.codings import PlacedCoding
from ...domain.coverage import Place, gaps, merged
from ...domain.documents import Turn
from ...domain.percents import whole_percent
from ..look import look
from .gutter import pass_on_wheel
from .uncoded import coded_share, counted, uncoded_passages
from .view import TextView

WIDTH = 8


class CoverageStrip(QWidget):
    """The whole text from top to bottom; a click goes there. Nothing is laid out for it: characters count."""

    gone_to = Signal(int)  # code point

    def __init__(self, view: TextView, tell: Callable[[], str]) -> None:
        super().__init__(view)
        self._view, self._tell = view, tell
        self._covered: Sequence[Place] = ()
        self._marks: Sequence[int] = ()
        self._length = 0

    def show_covered(self, covered: Sequence[Place], length: int) -> None:
        """These disjoint spans of a text carry a code."""
        if covered != self._covered or length != self._length:
            self._covered, self._length = covered, length
            self.update()

    def show_marks(self, marks: Sequence[int]) -> None:
        """Bookmarks stand at these places."""
        self._marks = marks
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color("paper"))
        if not self._length:
            return
        left, width, height = look().px(2), look().px(4), self.height()
        painter.fillRect(QRectF(left, 0, width, height), look().color("line"))
        scale = height / self._length
        ink = look().color("ink3")
        top, bottom = 0.0, -1.0
        for start, end in self._covered:
            first, last = start * scale, max(end * scale, start * scale + 1)
            if first > bottom + 0.5:  # passages of the same pixel row are one
                painter.fillRect(QRectF(left, top, width, max(0.0, bottom - top)), ink)
                top = first
            bottom = last
        painter.fillRect(QRectF(left, top, width, max(0.0, bottom - top)), ink)
        accent = look().color("accent")
        for mark in self._marks:
            painter.fillRect(QRectF(0, mark * scale - 1, self.width(), look().px(2)), accent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._length and self.height():
            self.gone_to.emit(round(self._length * max(0.0, min(1.0, event.position().y() / self.height()))))

    def wheelEvent(self, event: QWheelEvent) -> None:
        pass_on_wheel(event, self._view)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tell(), self)
            return True
        return bool(super().event(event))


class Covering(QObject):
    """What of the document is coded and what is not: the strip, and on demand a ground under what nobody has coded."""

    gone_to = Signal(int)

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._text = ""
        self._turns: Sequence[Turn] = ()
        self._codings: Sequence[PlacedCoding] = ()
        self.uncoded = False
        self.participants = False  # whether only their words count, not those of who asks
        self.strip = CoverageStrip(view, self.tell)
        self.strip.gone_to.connect(self.gone_to)

    def show_text(self, text: str, turns: Sequence[Turn]) -> None:
        """Another document."""
        self._text, self._turns = text, turns

    def show_codings(self, codings: Sequence[PlacedCoding]) -> None:
        """These codings are on it, whoever made them and whether their stripes are shown or not."""
        self._codings = codings
        self.strip.show_covered(merged((one.start, one.end) for one in codings), len(self._text))
        self._mark()

    def set_uncoded(self, on: bool) -> None:
        """Set off what nobody has coded, or no more."""
        self.uncoded = on
        self._mark()
        self._view.viewport().update()

    def set_participants(self, on: bool) -> None:
        """Count only the participants' words, or all."""
        self.participants = on
        self._mark()
        self._view.viewport().update()

    def passages(self) -> list[Place]:
        """What nobody has coded of what is counted, in order."""
        spans = [(one.start, one.end) for one in self._codings]
        return uncoded_passages(self._text, counted(self._turns, self.participants), spans)

    def _mark(self) -> None:
        self._view.marking.uncoded = self.passages() if self.uncoded else ()

    def tell(self) -> str:
        """How much is coded and what is counted, in a sentence or two."""
        covered = merged((one.start, one.end) for one in self._codings)
        part = whole_percent(coded_share(self._turns, covered, self.participants))
        bare = sum(turn.body < turn.end and gaps(covered, turn.body, turn.end) == [(turn.body, turn.end)]
                   for turn in counted(self._turns, self.participants))  # fmt: skip
        if self.participants:
            said = self.tr("{share} % of the participants' words are coded.")
        else:
            said = self.tr("{share} % of what is said is coded.")
        said = said.replace("{share}", part) + " " + self.tr("%n turn(s) without a code.", "", bare)
        if self.participants:
            return said + " " + self.tr("Not counted: the interviewer's turns and the speakers' names.")
        if any(turn.speaker for turn in self._turns):
            return said + " " + self.tr("The interviewer's turns count, the speakers' names do not.")
        return said
