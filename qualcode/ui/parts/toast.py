"""The toast: one line at the foot of the window that says what happened and offers to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QEnterEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QWidget,
)

from ..look import BODY, look

HEIGHT, RADIUS, SHADOW = 40, 8, 16
WIDEST = 560  # px of words before they go on in a second line
SHOWN_MILLISECONDS = 6_000
FADE_MILLISECONDS = 120
ABOVE_STATUS = 44  # px between the toast and the window's foot
AT_FOOT = "atFoot"  # the name of what stands at the window's foot with buttons of its own: it is not covered


class Toast(QFrame):
    """A card over the window; a new message takes the place of the old one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = None
        self._shadow_kept: tuple[tuple[int, int, float], QPixmap] | None = None
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.setFlat(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._act)
        self._explain: Callable[[str], None] | None = None
        self.why = QLineEdit(self)
        self.why.setPlaceholderText(self.tr("Why?"))
        self.why.setAccessibleName(self.tr("Why?"))
        self.why.setToolTip(self.tr("A line for the history; Enter keeps it. It may stay empty."))
        self.why.returnPressed.connect(self.settle)
        self.why.textEdited.connect(lambda _text: self._timer.stop())
        layout = QHBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.why)
        layout.addWidget(self.button)
        self._layout = layout
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        self._effect = QGraphicsOpacityEffect(self)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(FADE_MILLISECONDS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._fade.finished.connect(lambda: self._effect.setEnabled(False))
        self.setGraphicsEffect(self._effect)
        self._effect.setEnabled(False)
        window.installEventFilter(self)
        look().follow(self._take_look)
        self._take_look()
        self.hide()

    def say(
        self,
        text: str,
        action: str = "",
        then: Callable[[], None] | None = None,
        explain: Callable[[str], None] | None = None,
    ) -> None:
        """Show a sentence for six seconds, with a button that calls `then` if there is one; with `explain` there is
        room for a line that says why, which need not be filled."""
        if self.why.text().strip():
            self.settle()  # the next message does not take away what is being written
        self._explain = explain
        self.why.clear()
        self.why.setVisible(explain is not None)
        self.text.setText(text)
        self.text.setToolTip(text)
        self._then = then
        self.button.setText(action)
        self.button.setVisible(then is not None)
        self._place()
        was_visible = self.isVisible()
        self.show()
        self.raise_()
        # longer sentences take longer to read
        self._timer.start(SHOWN_MILLISECONDS + 50 * max(0, len(text) - 60))
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) == 0
        if not was_visible and not still:
            self._effect.setEnabled(True)
            self._fade.stop()
            self._fade.setStartValue(0.0)
            self._fade.setEndValue(1.0)
            self._fade.start()
        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def settle(self) -> None:
        """Go away; what stands in the line is the reason."""
        explain, words = self._explain, self.why.text().strip()
        self._explain = None
        self.why.clear()
        self.hide()
        if explain is not None and words:
            explain(words)

    def _act(self) -> None:
        then, self._then = self._then, None
        self._explain = None  # what is taken back needs no reason
        self.why.clear()
        self.hide()
        if then is not None:
            then()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self.why.text():  # what is being written is not taken away
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _take_look(self) -> None:
        px, tokens = look().px, look().current
        self._layout.setContentsMargins(SHADOW + px(16), SHADOW + px(4), SHADOW + px(8), SHADOW + px(4))
        self._layout.setSpacing(px(12))
        self.text.setStyleSheet(f"color: {tokens.toast_text}; background: transparent;")
        self.text.setFont(look().font(BODY))
        self.button.setStyleSheet(
            f"QPushButton {{ color: {tokens.toast_link}; background: transparent; border: 2px solid transparent; "
            f"font-weight: bold; padding: 0 {px(8)}px; min-height: {px(28)}px; }}"
            f"QPushButton:focus, QPushButton:hover {{ border-color: {tokens.toast_link}; border-radius: {px(6)}px; }}"
        )
        self.button.setFont(look().font(BODY, bold=True))
        self.why.setFixedWidth(px(180))
        self.why.setFont(look().font(BODY))
        self._place()

    def _place(self) -> None:
        window, px = self.parentWidget(), look().px
        most = min(px(WIDEST), window.width() - px(200))
        wraps = self.text.fontMetrics().horizontalAdvance(self.text.text()) > most
        self.text.setWordWrap(wraps)
        self.text.setMinimumWidth(most if wraps else 0)
        self._layout.activate()
        width = min(self._layout.sizeHint().width() + px(8), window.width() - px(16))
        height = max(px(HEIGHT) + 2 * SHADOW, self._layout.sizeHint().height())
        x = (window.width() - width) // 2
        below = window.height() - px(ABOVE_STATUS)
        for part in window.findChildren(QWidget, AT_FOOT):
            top = part.mapTo(window, QPoint(0, 0)).y()
            if part.isVisible() and top > window.height() // 2:
                below = min(below, top - px(4))
        self.setGeometry(x, below - height + SHADOW, width, height)

    def _shadow(self, card: QRectF) -> QPixmap:
        """The shadow round the card, drawn once per size: the fade paints many times a second."""
        ratio = self.devicePixelRatioF()
        key = (self.width(), self.height(), ratio)
        if self._shadow_kept is None or self._shadow_kept[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 8))
            for reach in range(SHADOW - 4, 0, -2):
                painter.drawRoundedRect(
                    card.adjusted(-reach, -reach + 4, reach, reach + 3), RADIUS + reach, RADIUS + reach
                )
            painter.end()
            self._shadow_kept = (key, picture)
        return self._shadow_kept[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        if not look().current.high:
            painter.drawPixmap(0, 0, self._shadow(card))
        painter.setBrush(look().color("toast"))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        painter.end()
