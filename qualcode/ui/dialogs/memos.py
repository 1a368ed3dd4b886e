"""Memos about one thing: a list of them and of those that lead to it, and the one being read or written."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.history import Step
from ...domain.memos import Memo
from ...store import memo_rows
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import look, resize
from ..memos.editor import MemoEditor
from ..memos.types import type_name
from ..method_hints import default_type
from ..parts.dates import short_moment

_Answer = tuple[UUID, list[Memo], dict[UUID, str]]
_RECORD = Qt.ItemDataRole.UserRole


class MemoDialog(QDialog):
    """Reads and writes the memos about a project, document, segment, code or case; what was written is kept
    when another memo is chosen or the window is closed."""

    opened = Signal(str, object)  # kind and id of what a link leads to, but for memos, which are shown here

    def __init__(
        self, bridge: Bridge, about_kind: str, about: UUID | None, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._kind, self.about = bridge, about_kind, about
        self._closing = False  # to be closed as soon as everything is written
        self._blank = False  # the user asked for a new one
        self.wanted: UUID | None = None  # the memo to choose when the list arrives
        self.setWindowTitle(self.tr("Memos: {name}").replace("{name}", name))
        self._lay_out()
        bridge.followed.connect(self._stepped)
        self._load()

    def _lay_out(self) -> None:
        px = look().px
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Memos"))
        self.list.setWordWrap(True)
        self.list.setStyleSheet(f"QListView::item {{ padding: {px(4)}px {px(6)}px; }}")  # rows of several lines
        self.list.setMinimumWidth(px(200))
        self.list.currentItemChanged.connect(self._chosen)
        self.new_button = QPushButton(self.tr("New memo"), self)
        self.new_button.clicked.connect(self.start_new)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.clicked.connect(self.remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new_button, 1)
        buttons.addWidget(self.remove_button)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        self.editor = MemoEditor(self._bridge, self)
        self.editor.made.connect(self._made)
        self.editor.opened.connect(self._lead)
        self.editor.settled.connect(self._settled)
        self.editor.changed.connect(self._check)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(16), px(16), px(16))
        row.setSpacing(px(16))
        row.addLayout(left, 2)
        row.addWidget(self.editor, 5)
        for button in (self.new_button, self.remove_button):
            button.setAutoDefault(False)
            button.setEnabled(not self._bridge.project.read_only)
        resize(self, px(840), px(560))
        self._check()
        self.editor.text.setFocus()

    # ── the list ──
    def _stepped(self, step: Step) -> None:
        if step.touches("memo", "memo_link"):
            self._load()

    def _load(self) -> None:
        self._bridge.ask(self._question, self._arrived)

    def _question(self, read: Reading) -> _Answer:
        about = read.study().id if self.about is None else self.about
        return about, memo_rows.memos_with(read, about), {coder.id: coder.name for coder in read.coders()}

    def _arrived(self, answer: _Answer) -> None:
        subject, memos, coders = answer
        present = self.editor.memo
        wanted = self.wanted or (present.id if present is not None else None)
        if present is not None and present.id == self.wanted:
            self.wanted = None
        self.list.blockSignals(True)
        self.list.clear()
        current = None
        for memo in reversed(memos):
            facts = [short_moment(memo.created), coders.get(memo.coder, ""), type_name(memo.kind)]
            if memo.about != subject:
                facts.append(self.tr("leads here"))
            item = QListWidgetItem(f"{memo.title}\n{' · '.join(filter(None, facts))}", self.list)
            item.setData(_RECORD, memo.id)
            item.setToolTip(memo.text[:600])
            if memo.id == wanted:
                current = item
        if current is None and wanted is None and self.list.count() and not self.editor.dirty and not self._blank:
            current = self.list.item(0)
        if current is not None:
            self.list.setCurrentItem(current)
        self.list.blockSignals(False)
        if current is not None and not self.editor.dirty:
            self.editor.show_memo(current.data(_RECORD))
        elif not self.list.count() and not self.editor.writing:
            self.start_new()
        self._check()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._blank, self.wanted = False, None
            self.editor.show_memo(item.data(_RECORD))

    def show_memo(self, memo: UUID) -> None:
        """Show one of the memos listed here, or another one."""
        self._blank, self.wanted = False, memo
        self.editor.show_memo(memo)
        self._load()

    def _lead(self, kind: str, key: UUID) -> None:
        if kind == "memo":
            self.show_memo(key)
        else:
            self.opened.emit(kind, key)

    # ── writing ──
    def start_new(self) -> None:
        """Begin another memo; the present one is kept."""
        if self._bridge.project.read_only:
            return
        self._blank, self.wanted = True, None
        self.list.blockSignals(True)
        self.list.setCurrentItem(None)
        self.list.clearSelection()
        self.list.blockSignals(False)
        self.editor.start(self._kind, self.about, default_type(self._bridge))

    def _made(self, memo: Memo) -> None:
        if self.editor.memo is not None and self.editor.memo.id == memo.id:  # else another one was begun since
            self._blank, self.wanted = False, memo.id
        self._load()

    def _check(self) -> None:
        self.remove_button.setEnabled(self.editor.memo is not None and not self._bridge.project.read_only)

    def remove(self) -> None:
        """Take the memo away; Undo brings it back."""
        self.editor.remove()

    # ── closing ──
    def _settled(self) -> None:
        if self._closing:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._kept():
            super().closeEvent(event)
        else:
            event.ignore()

    def reject(self) -> None:
        if self._kept():
            super().reject()

    def _kept(self) -> bool:
        """Whether everything is written; else it is being written, and the window closes after that."""
        self.editor.save()
        self._closing = self.editor.under_way
        return not self._closing


def show_memos(
    bridge: Bridge, about_kind: str, about: UUID | None, name: str, parent: QWidget, memo: UUID | None = None
) -> MemoDialog:
    """Open the memos about something, or come back to them where they are open; `memo` is the one to be shown."""
    window = parent.window()
    there = [found for found in window.findChildren(MemoDialog) if found.isVisible()]  # a closed one is going away
    dialog = next((found for found in there if found.about == about), None)
    if dialog is None:
        dialog = MemoDialog(bridge, about_kind, about, name, window)
        workspace = getattr(window, "workspace", None)
        if workspace is not None:
            dialog.opened.connect(workspace.journal.go)
            dialog.editor.parted.connect(workspace.journal.tell_parted)
            dialog.editor.wordless.connect(workspace.journal.tell_wordless)
    if memo is not None:
        dialog.show_memo(memo)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
