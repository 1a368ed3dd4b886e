"""The line over a text that is being written on, and below it what would vanish with its words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..look import look

MOST_LISTED = 4  # of the codings, and of the parts of cases, that are named; of the rest only the number is said


class EditBanner(QFrame):
    """Plainly says that the text is being edited. Hidden while it is not."""

    ended = Signal()
    undo_wanted = Signal()  # what was typed since the last step
    keep_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("editBanner")
        self._vanishing: Sequence[tuple[str, str]] = ()
        self._parts: Sequence[tuple[str, str]] = ()
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.done = QPushButton(self)
        self.done.clicked.connect(self.ended)
        self.preview = QWidget(self)
        self.said = QLabel(self.preview)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QPushButton(self.preview)
        self.keep = QPushButton(self.preview)
        for button in (self.done, self.undo, self.keep):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
        self.undo.clicked.connect(self.undo_wanted)
        self.keep.clicked.connect(self.keep_wanted)
        self._row = QHBoxLayout()
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.done)
        self._below = QHBoxLayout(self.preview)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.addWidget(self.said, 1)
        self._below.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        self._down = QVBoxLayout(self)
        self._down.addLayout(self._row)
        self._down.addWidget(self.preview)
        look().follow(self._take_look)
        self._speak()
        self._take_look()
        self.preview.hide()
        self.hide()

    def show_vanishing(self, found: Sequence[tuple[str, str]], parts: Sequence[tuple[str, str]] = ()) -> None:
        """Say which codings would vanish, each by its code and words, and which `parts` of cases, each by the case and
        the words; none: say nothing."""
        if (list(found), list(parts)) == (list(self._vanishing), list(self._parts)):
            return
        grown = len(found) + len(parts) > len(self._vanishing) + len(self._parts)
        self._vanishing, self._parts = list(found), list(parts)
        self._speak()
        self.preview.setVisible(bool(found or parts))
        if grown:
            self.preview.setAccessibleName(self.said.text())
            QAccessible.updateAccessibility(QAccessibleEvent(self.preview, QAccessible.Event.Alert))

    @property
    def vanishing(self) -> Sequence[tuple[str, str]]:
        """The codings, and the parts of cases, that are said to vanish."""
        return [*self._vanishing, *self._parts]

    def _speak(self) -> None:
        self.text.setText(self.tr("Editing – codings move with the words."))
        self.setAccessibleName(self.text.text())
        self.done.setText(self.tr("Done (Esc)"))
        self.undo.setText(self.tr("Undo"))
        self.keep.setText(self.tr("Keep the change"))
        lines: list[str] = []
        if self._vanishing:
            lines.append(self.tr("%n coding(s) would lose all their words:", "", len(self._vanishing)))
            lines += self._named(self._vanishing)
        if self._parts:
            lines.append(self.tr("%n part(s) of cases would lose all their words:", "", len(self._parts)))
            lines += self._named(self._parts)
        self.said.setText("\n".join(lines))

    def _named(self, found: Sequence[tuple[str, str]]) -> list[str]:
        lines = [f"{name} – “{words}”" for name, words in found[:MOST_LISTED]]
        if len(found) > MOST_LISTED:
            lines.append(self.tr("and %n more", "", len(found) - MOST_LISTED))
        return lines

    def _take_look(self) -> None:
        px, tokens = look().px, look().current
        self._down.setContentsMargins(px(16), px(4), px(8), px(4))
        self._down.setSpacing(px(8))
        for row in (self._row, self._below):
            row.setSpacing(px(8))
        self.setStyleSheet(
            f"QFrame#editBanner {{ background: {tokens.warn_ground}; border: 0; "
            f"border-left: {px(3)}px solid {tokens.warn}; border-bottom: {tokens.edge}px solid {tokens.line}; }}"
        )
        ink = tokens.warn if tokens.high else tokens.ink
        self.text.setStyleSheet(f"color: {ink}; font-weight: bold;")
        self.said.setStyleSheet(f"color: {ink};")
        for button in (self.done, self.undo, self.keep):
            button.setStyleSheet(f"QPushButton {{ min-height: {px(24)}px; padding: 0 {px(10)}px; }}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
