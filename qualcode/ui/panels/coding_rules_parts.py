"""What the coding rules are made of: a titled text, and a passage or memo that opens where it stands."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..look import BODY, META, Look
from ..reader.blocks import mostly_cjk
from .rows import draw, paint_ground
from .segment_rows import LINE, META_LINE, paint_quote

_LINES = 3  # of a passage


class RuleText(QWidget):
    """A text under its title; not there while there is no text. `quoted`: it is somebody's words."""

    def __init__(self, title: str, look: Look, parent: QWidget, quoted: bool = False) -> None:
        super().__init__(parent)
        self._look, self._quoted, self._cjk = look, quoted, False
        self.title, self.text = QLabel(title, self), QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.text.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        look.follow(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        look = self._look
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self.title.setFont(look.font(META, bold=True))
        self.text.setFont(look.reading_font(BODY, self._cjk) if self._quoted else look.font(BODY))
        palette = self.title.palette()
        palette.setColor(self.title.foregroundRole(), look.color("ink2"))
        self.title.setPalette(palette)

    def show_text(self, text: str) -> None:
        """Show a text, or nothing."""
        if text != self.text.text():
            if self._quoted and mostly_cjk(text) != self._cjk:
                self._cjk = not self._cjk
                self._dress()
            self.text.setText(text)
        self.setVisible(bool(text))


class RuleRow(QAbstractButton):
    """One row that can be clicked: words of at most three lines, and a quieter line below. `quoted`: their words."""

    def __init__(self, look: Look, parent: QWidget, quoted: bool) -> None:
        super().__init__(parent)
        self._look, self._quoted = look, quoted
        self._words = self._below = ""
        self.target: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.follow(self.updateGeometry)

    def show_row(self, target: Any, words: str, below: str, spoken: str) -> None:
        """Show another row, and remember what it opens."""
        self.target, self._words, self._below = target, words, below
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        lines = _LINES if self._quoted else 1
        return QSize(px(120), px(lines * LINE + META_LINE + 14))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._look.px
        mirrored = self.isRightToLeft()
        hovered = self.underMouse()
        paint_ground(
            painter, self.rect(), self._look, chosen=False, hovered=hovered, focused=self.hasFocus(), mirrored=mirrored
        )
        box = self.rect().adjusted(px(16), px(6), -px(16), -px(6))
        if self._quoted:
            lines = paint_quote(painter, box, self._words, self._look, _LINES)
        else:
            lines = 1
            top = QRect(box.left(), box.top(), box.width(), px(LINE))
            draw(painter, top, self._words, self._look.font(BODY), self._look.color("ink"), trailing=mirrored)
        below = QRect(box.left(), box.top() + lines * px(LINE), box.width(), px(META_LINE))
        draw(painter, below, self._below, self._look.font(META), self._look.color("ink2"), trailing=mirrored)


class RuleRows(QWidget):
    """Rows under a title, made as they are needed and used again; not there while there are none."""

    def __init__(self, title: str, look: Look, parent: QWidget, opened: Callable[[Any], None], quoted: bool) -> None:
        super().__init__(parent)
        self._title, self._look, self._opened, self._quoted = title, look, opened, quoted
        self.title = QLabel(title, self)
        self.rows: list[RuleRow] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        look.follow(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.title.setFont(self._look.font(META, bold=True))
        self.title.setContentsMargins(px(16), 0, px(16), px(2))
        palette = self.title.palette()
        palette.setColor(self.title.foregroundRole(), self._look.color("ink2"))
        self.title.setPalette(palette)

    def show_rows(self, rows: list[tuple[Any, str, str, str]], number: int) -> None:
        """Show rows (what they open, words, line below, as they are spoken) of so many there are."""
        self.title.setText(f"{self._title} · {number:,}" if number > len(rows) else self._title)
        while len(self.rows) < len(rows):
            row = RuleRow(self._look, self, self._quoted)
            row.clicked.connect(lambda _checked=False, row=row: self._opened(row.target))
            self._column.addWidget(row)
            self.rows.append(row)
        for row, shown in zip(self.rows, rows, strict=False):
            row.show_row(*shown)
        for number_, row in enumerate(self.rows):
            row.setVisible(number_ < len(rows))
        self.setVisible(bool(rows))
