"""A strip in the grid's window that lists cells and asks what to do, without covering the grid."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from ..look import look
from ..views.ground import Ground, Words

MOST_LISTED = 200
Choice = tuple[str, Callable[[], None]]


class Notice(Ground):
    """Hidden until `ask`; Esc or “Cancel” leaves everything as it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(look(), "warn_ground", parent)
        self.text = Words(look(), role="warn", bold=True, wrap=True, parent=self)
        self.list = QListWidget(self)
        self.list.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self._row = QHBoxLayout()
        self._cancelled: Callable[[], None] = lambda: None
        self.buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        px = look().px
        layout.setContentsMargins(px(12), px(8), px(12), px(8))
        layout.setSpacing(px(8))
        layout.addWidget(self.text)
        layout.addWidget(self.list)
        layout.addLayout(self._row)
        self.hide()

    def ask(
        self,
        text: str,
        lines: Sequence[str],
        choices: Sequence[Choice],
        cancelled: Callable[[], None] = lambda: None,
        chosen: Callable[[int], None] = lambda _row: None,
    ) -> None:
        """Say a sentence, list lines below, and offer choices beside Cancel; `chosen` hears which line is looked at."""
        self._empty()
        self._cancelled = cancelled
        self.text.setText(text)
        self.setAccessibleName(text)
        self.list.setAccessibleName(text)
        self.list.addItems(list(lines[:MOST_LISTED]))
        if len(lines) > MOST_LISTED:
            self.list.addItem(self.tr("and %n more", "", len(lines) - MOST_LISTED))
        self.list.setVisible(bool(lines))
        self.list.setFixedHeight(min(4, self.list.count()) * max(1, self.list.sizeHintForRow(0)) + look().px(4))
        self.list.currentRowChanged.connect(
            lambda row: chosen(row) if 0 <= row < min(len(lines), MOST_LISTED) else None
        )
        for number, (words, act) in enumerate(choices):
            self._add(words, lambda act=act: self._act(act), filled=number == 0)
        self._add(self.tr("Cancel"), self.cancel)
        self._row.addStretch(1)
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, words: str, act: Callable[[], None], filled: bool = False) -> None:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        if filled:
            button.setProperty("kind", "filled")
        button.clicked.connect(lambda _checked: act())
        self._row.addWidget(button)
        self.buttons.append(button)

    def _act(self, act: Callable[[], None]) -> None:
        self.hide()
        act()

    def cancel(self) -> None:
        """Go away without anything done."""
        if not self.isHidden():
            self.hide()
            self._cancelled()

    def _empty(self) -> None:
        self.list.clear()
        self.list.currentRowChanged.disconnect() if self.buttons else None
        self.buttons.clear()
        while (item := self._row.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QPushButton):
            self.focusWidget().click()
        else:
            super().keyPressEvent(event)
