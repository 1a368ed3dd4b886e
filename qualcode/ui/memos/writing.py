"""The field a memo is written in: plain Markdown, with keys for bold and italics."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ...domain.folding import is_cjk
from ..look import DOCUMENT, look

_BOLD, _ITALIC = QKeySequence("Ctrl+B"), QKeySequence("Ctrl+I")


class MemoText(QPlainTextEdit):
    """Ctrl+B and Ctrl+I put the signs of Markdown round the selection, or take them away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Memo"))
        self.setPlaceholderText(self.tr("What do you think? [[name]] links to a code, document, case or memo."))
        look().follow(self._take_look)
        self.textChanged.connect(self._check_script)
        self._chinese = False
        self._take_look()

    def event(self, event: QEvent) -> bool:
        # both keys mean something else in the window: here they are the field's
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _mark(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mark = _mark(event)
        if mark and not self.isReadOnly():
            self.wrap(mark)
        else:
            super().keyPressEvent(event)

    def wrap(self, mark: str) -> None:
        """Put a sign before and behind the selection, or take both away; without a selection the cursor goes
        between them."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        size = len(mark)
        around = QTextCursor(self.document())
        around.setPosition(max(0, start - size))
        around.setPosition(min(end + size, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        if around.selectedText() == f"{mark}{words}{mark}" and not (mark == "*" and self._bold_at(start)):
            around.insertText(words)
            start -= size
        elif len(words) > 2 * size and words.startswith(mark) and words.endswith(mark):
            words = words[size:-size]
            cursor.insertText(words)
        else:
            inner = words.strip()  # Markdown knows no sign beside a blank
            lead = len(words) - len(words.lstrip()) if inner else 0
            cursor.insertText(f"{words[:lead]}{mark}{inner}{mark}{words[lead + len(inner) :]}")
            start += size + lead
            words = inner
        cursor.endEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(start + _utf16(words), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _bold_at(self, start: int) -> bool:
        """Whether the stars round a selection are those of bold letters."""
        around = QTextCursor(self.document())
        around.setPosition(max(0, start - 3))
        around.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        before = around.selectedText()
        return before.endswith("**") and not before.endswith("***")

    def _check_script(self) -> None:
        chinese = any(map(is_cjk, self.toPlainText()[:400]))
        if chinese != self._chinese:
            self._chinese = chinese
            self._take_look()

    def _take_look(self) -> None:
        self.setFont(look().reading_font(DOCUMENT + 1, self._chinese))


def _mark(event: QKeyEvent) -> str:
    """The sign a key stands for."""
    keys = QKeySequence(event.keyCombination())
    return {_BOLD: "**", _ITALIC: "*"}.get(keys, "") if event.key() != Qt.Key.Key_unknown else ""


def _utf16(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
