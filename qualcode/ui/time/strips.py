"""What stands above and below the views while the past is looked at: the banner that says so, and the slider."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ..icons import icon
from ..look import Look
from ..parts.toast import AT_FOOT
from ..views.ground import Ground, Words
from .slider import TimeSlider

HEIGHT = 116


class PastBanner(Ground):
    """Says which moment is looked at, that nothing can change there, and leads back."""

    back_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, "soft", parent)
        self._look = look
        self._sign = QLabel(self)
        self.text = Words(look, bold=True, wrap=True, parent=self)
        self.note = Words(look, role="ink2", wrap=True, parent=self)
        self.note.setText(self.tr("Look only; nothing here can change."))
        self.back = QPushButton(self.tr("Back to now"), self)
        self.back.setProperty("kind", "filled")
        self.back.clicked.connect(self.back_wanted)
        row = QHBoxLayout(self)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.text)
        self._words.addWidget(self.note, 1)
        row.addWidget(self._sign)
        row.addLayout(self._words, 1)
        row.addWidget(self.back)
        look.follow(self._take_look)
        self._take_look()

    def show_moment(self, moment: str) -> None:
        """Say the moment; a screen reader hears it."""
        self.text.setText(self.tr("The project as it was: {moment}").replace("{moment}", moment))
        self._arrange()
        self.setAccessibleName(f"{self.text.text()}. {self.note.text()}")
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other where there is room for both on one line, else one below the other."""
        px = self._look.px
        widths = [part.fontMetrics().horizontalAdvance(part.text()) for part in (self.text, self.note)]
        room = self.width() - self.back.sizeHint().width() - px(16) - 6 * px(12)
        beside = sum(widths) < room
        self._words.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(px(12) if beside else px(2))
        for part in (self.text, self.note):
            part.setWordWrap(not beside)

    def _take_look(self) -> None:
        px = self._look.px
        self._arrange()
        self._sign.setPixmap(icon("history", "accent").pixmap(QSize(px(16), px(16))))
        self.layout().setContentsMargins(px(16), px(8), px(12), px(8))
        self.layout().setSpacing(px(12))


class TimeStrip(QWidget):
    """The slider with a line above it and a way to put it away."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(AT_FOOT)
        self._look = look
        self.slider = TimeSlider(look, self)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip(self.tr("Put the time line away"))
        self.close_button.setAccessibleName(self.close_button.toolTip())
        self.close_button.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.slider)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = self._look.px
        self.setFixedHeight(px(HEIGHT))
        self.layout().setContentsMargins(px(4), px(6), px(6), px(4))
        self.close_button.setFixedSize(px(28), px(28))
        self.close_button.setIconSize(QSize(px(16), px(16)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("panel"))
        edge = self._look.current.edge
        painter.fillRect(0, 0, self.width(), edge, self._look.color("line"))
        painter.end()
