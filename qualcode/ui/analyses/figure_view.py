"""A chart in the window: the picture that files get too, whose marks say their number and open their quotes."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from ...analysis.drawn import Drawn, Mark
from ...analysis.sheets import DRAWING, PIXELS
from ...domain.progress import SILENT, Progress, alone
from ..look import Look

_BAND = 24  # pixels of a figure: a big one has thousands of marks, and the mouse asks for one at every move
_SMALLEST = 0.78  # to which a chart shrinks where it would not fit across: its words must stay readable


def fitted(drawn: Drawn, room: int, scale: float) -> float:
    """By how much a figure is enlarged that should be `scale` times as large, but fit into `room` pixels across."""
    return scale * min(1.0, max(_SMALLEST, room / (drawn.width * scale)))


def painted(drawn: Drawn, scale: float, ratio: float, ground: str, progress: Progress = SILENT) -> QImage:
    """The figure `scale` times as large on this ground, as an image of `ratio` dots to a pixel; for a worker's thread.

    The ground is that of the window: in high contrast it is black, not the dark grey of files. While another figure is
    drawn it waits, and can be cancelled.
    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    # signs of slanted words stand unevenly where each is fitted to whole pixels: Chinese could hardly be read;
    # and a line of small ones is up to 7 % wider or narrower than it was measured
    with alone(DRAWING, progress), rc_context({"text.hinting": "none"}):
        figure = drawn.figure
        figure.set_dpi(PIXELS * scale * ratio)
        figure.set_facecolor(ground)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        width, height = canvas.get_width_height()
        shown = QImage(bytes(canvas.buffer_rgba()), width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
    shown.setDevicePixelRatio(ratio)
    return shown


class _Canvas(QWidget):
    """The image itself; arrow keys go from mark to mark."""

    pointed = Signal(int)  # number of the mark that was chosen
    opened = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self._marks: Sequence[Mark] = ()
        self._bands: dict[int, list[int]] = {}  # the marks that touch each stretch of the height
        self._whole = 1.0  # the figure's own width
        self.chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_image(self, image: QImage, drawn: Drawn, again: bool) -> None:
        """Show a figure that was painted; `again` in another size."""
        self._image, self._whole = image, drawn.width
        if not again:
            self._marks, self._bands = drawn.marks, {}
            for number, mark in enumerate(drawn.marks):
                for band in range(int(mark.top // _BAND), int((mark.top + mark.height) // _BAND) + 1):
                    self._bands.setdefault(band, []).append(number)
        self.chosen = self.chosen if again else -1
        self.setFixedSize(image.deviceIndependentSize().toSize())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        if 0 <= self.chosen < len(self._marks):
            mark = self._marks[self.chosen]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.current.focus), 2))
            painter.drawRoundedRect(self.box(mark).adjusted(-2, -2, 2, 2), 4, 4)
        painter.end()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def _scale(self) -> float:
        return 1.0 if self._image.isNull() else self.width() / self._whole

    def box(self, mark: Mark) -> QRectF:
        """Where a mark is shown."""
        scale = self._scale()
        return QRectF(mark.left * scale, mark.top * scale, mark.width * scale, mark.height * scale)

    def at(self, place: QPoint) -> int:
        """The number of the mark there, -1 for none; of several the one drawn last."""
        there = self._bands.get(int(place.y() / self._scale() // _BAND), ())
        return next((number for number in reversed(there) if self.box(self._marks[number]).contains(place)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.at(event.position().toPoint())
        if number < 0:
            QToolTip.hideText()
            self.unsetCursor()
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._marks[number].opens else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), self._marks[number].says, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.at(event.position().toPoint())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.choose(number)
            self.opened.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._marks:
            start = self.chosen if self.chosen >= 0 else (-1 if steps[key] > 0 else 0)
            self.choose((start + steps[key]) % len(self._marks))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen >= 0:
            self.opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def choose(self, number: int) -> None:
        """Choose a mark by its number."""
        self.chosen = number
        self.setAccessibleDescription(self._marks[number].says)
        self.update()
        self.pointed.emit(number)


class FigureView(QScrollArea):
    """The chart as large as it is; `opened` fires with what a mark stands for."""

    opened = Signal(object)  # a Mark
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._drawn: Drawn | None = None
        self.canvas = _Canvas(look)
        self.canvas.setAccessibleName(self.tr("Chart"))
        self.canvas.pointed.connect(self._reach)
        self.canvas.opened.connect(self._open)
        self.setWidget(self.canvas)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its canvas alone is a stop of the tab key
        self.setFocusProxy(self.canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def margin(self) -> int:
        """How many pixels the bar at its side takes."""
        return self.verticalScrollBar().sizeHint().width()

    def show_drawn(self, drawn: Drawn, image: QImage) -> None:
        """Show a chart that was painted."""
        again = drawn is self._drawn
        self._drawn = drawn
        self.canvas.show_image(image, drawn, again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("paper"))
        painter.end()

    @property
    def drawn(self) -> Drawn | None:
        """What is shown."""
        return self._drawn

    def _reach(self, number: int) -> None:
        assert self._drawn is not None
        box = self.canvas.box(self._drawn.marks[number]).toRect()
        self.ensureVisible(box.center().x(), box.center().y(), box.width() // 2 + 8, box.height() // 2 + 8)

    def _open(self, number: int) -> None:
        assert self._drawn is not None
        if self._drawn.marks[number].opens is not None:
            self.opened.emit(self._drawn.marks[number])
