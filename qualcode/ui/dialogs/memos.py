"""Memos about one thing: a list of them with date and coder, and the one being read or written."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...app import memos as actions
from ...domain.history import Step
from ...domain.memos import Memo
from ...store.reading import Reading
from ..bridge import Bridge
from ..dates import short_moment
from ..look import look

_Answer = tuple[list[Memo], dict[UUID, str]]
_RECORD = Qt.ItemDataRole.UserRole


class MemoDialog(QDialog):
    """Reads and writes the memos about a project, document, segment, code or case; what was written is kept
    when another memo is chosen or the window is closed."""

    def __init__(
        self, bridge: Bridge, about_kind: str, about: UUID | None, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._kind, self.about = bridge, about_kind, about
        self._memo: Memo | None = None  # the one in the editor; None: a new one
        self._on_its_way: tuple[str, str] | None = None  # what is being written now
        self._wanted: UUID | None = None  # the memo to choose when the list arrives
        self._blank = False  # the user asked for a new one
        self.setWindowTitle(self.tr("Memos: {name}").replace("{name}", name))
        self._lay_out()
        bridge.followed.connect(self._stepped)
        self._load()

    def _lay_out(self) -> None:
        px = look().px
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Memos"))
        self.list.setWordWrap(True)
        self.list.setMinimumWidth(px(200))
        self.list.currentItemChanged.connect(self._chosen)
        self.new_button = QPushButton(self.tr("New memo"), self)
        self.new_button.clicked.connect(self.start_new)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.new_button)
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Title (else the first words)"))
        self.title.setAccessibleName(self.tr("Title"))
        self.text = QPlainTextEdit(self)
        self.text.setPlaceholderText(self.tr("What do you think?"))
        self.text.setAccessibleName(self.tr("Memo"))
        self.text.setTabChangesFocus(True)
        self.about_line = QLabel(self)
        self.about_line.setWordWrap(True)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.clicked.connect(self.remove)
        self.save_button = QPushButton(self.tr("Save memo"), self)
        self.save_button.setProperty("kind", "filled")
        self.save_button.clicked.connect(self.save)
        buttons = QHBoxLayout()
        buttons.addWidget(self.about_line, 1)
        buttons.addWidget(self.remove_button)
        buttons.addWidget(self.save_button)
        right = QVBoxLayout()
        right.addWidget(self.title)
        right.addWidget(self.text, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(16), px(16), px(16))
        row.setSpacing(px(16))
        row.addLayout(left, 2)
        row.addLayout(right, 5)
        for button in (self.new_button, self.remove_button, self.save_button):
            button.setAutoDefault(False)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        self.resize(px(720), px(420))
        self.text.textChanged.connect(self._edited)
        self.title.textEdited.connect(self._edited)
        self.text.setFocus()
        self._edited()

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("memo"):
            self._load()

    def _load(self) -> None:
        self._bridge.ask(self._question, self._arrived)

    def _question(self, read: Reading) -> _Answer:
        about = read.study().id if self.about is None else self.about
        return read.memos(about), {coder.id: coder.name for coder in read.coders()}

    def _arrived(self, answer: _Answer) -> None:
        memos, coders = answer
        wanted = self._wanted or (self._memo.id if self._memo else None)
        self._wanted = None
        self.list.blockSignals(True)
        self.list.clear()
        current = None
        for memo in reversed(memos):
            line = f"{memo.title}\n{short_moment(memo.created)} · {coders.get(memo.coder, '')}"
            item = QListWidgetItem(line, self.list)
            item.setData(_RECORD, memo)
            item.setToolTip(memo.text[:600])
            if memo.id == wanted:
                current = item
        if current is None and memos and not self.dirty and not self._blank:
            current = self.list.item(0)
        if current is not None:
            self.list.setCurrentItem(current)
        self.list.blockSignals(False)
        if current is not None and not self.dirty:
            self._show(current.data(_RECORD))

    def _show(self, memo: Memo | None) -> None:
        self._memo = memo
        self.title.setText(memo.title if memo else "")
        self.text.setPlainText(memo.text if memo else "")
        self.about_line.setText(short_moment(memo.created) if memo else self.tr("New memo"))
        self._edited()

    # ── writing ──
    @property
    def dirty(self) -> bool:
        """Whether there is something that has not been saved."""
        text, title = self.text.toPlainText().strip(), self.title.text().strip()
        if self._memo is None:
            return bool(text)
        return text != self._memo.text or title != self._memo.title

    def _edited(self) -> None:
        self.save_button.setEnabled(self.dirty and bool(self.text.toPlainText().strip()))
        self.remove_button.setEnabled(self._memo is not None)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.save()
            self._blank = False
            self._show(item.data(_RECORD))

    def start_new(self) -> None:
        """Begin another memo; the present one is kept."""
        self.save()
        self._blank = True
        self.list.blockSignals(True)
        self.list.setCurrentItem(None)
        self.list.clearSelection()
        self.list.blockSignals(False)
        self._show(None)
        self.text.setFocus()

    def save(self) -> None:
        """Write what is in the editor."""
        text, title = self.text.toPlainText().strip(), self.title.text().strip()
        if not self.dirty or not text or self._on_its_way == (text, title):
            return
        self._on_its_way = (text, title)
        if self._memo is not None:
            self._bridge.do(actions.edit_memo, self._memo.id, text, title, then=self._saved, failed=self._refused)
        else:
            self._bridge.do(actions.write_memo, text, self.about, title, then=self._saved, failed=self._refused)
        self._blank = False

    def _saved(self, memo: Any) -> None:
        self._on_its_way = None
        editing = self._memo is None or self._memo.id == memo.id
        if editing and self.text.toPlainText().strip() == memo.text:
            self._memo = memo
            self.title.setText(memo.title)
            self.about_line.setText(short_moment(memo.created))
            self._wanted = memo.id
            self._load()
        self._edited()

    def _refused(self, error: Exception) -> None:
        self._on_its_way = None
        self._bridge.failed.emit(error)

    def remove(self) -> None:
        """Take the memo away; Undo brings it back."""
        if self._memo is not None:
            self._bridge.do(actions.remove_memo, self._memo.id)
            self._show(None)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save()
        super().closeEvent(event)

    def reject(self) -> None:
        self.save()
        super().reject()


def show_memos(bridge: Bridge, about_kind: str, about: UUID | None, name: str, parent: QWidget) -> MemoDialog:
    """Open the memos about something, or come back to them where they are open."""
    window = parent.window()
    there = [found for found in window.findChildren(MemoDialog) if found.isVisible()]  # a closed one is going away
    dialog = next((found for found in there if found.about == about), None)
    if dialog is None:
        dialog = MemoDialog(bridge, about_kind, about, name, window)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
