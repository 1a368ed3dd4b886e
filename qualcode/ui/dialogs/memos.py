"""Memos about one thing: a list of them with date and coder, and the one being read or written."""

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
from ..look import look, resize
from ..parts.dates import short_moment

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
        self._number = 0  # grows with every memo that comes into the editor
        self._under_way = 0  # how many writes
        self._being_made: dict[int, tuple[str, str] | None] = {}  # new memos under way, and what they became since
        self._closing = False  # to be closed as soon as that is done
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
        resize(self, px(720), px(420))
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
        self._number += 1
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
        if not self.dirty or not text:
            return
        if self._memo is not None:
            self._edit(self._memo, text, title, self._number)
        elif self._number in self._being_made:
            self._being_made[self._number] = (text, title)  # more was typed while it was on its way
        else:
            self._being_made[self._number] = None
            number = self._number
            self._under_way += 1
            self._bridge.do(
                actions.write_memo, text, self.about, title,
                then=lambda memo: self._made(memo, number, text), failed=self._refused,
            )  # fmt: skip
        self._blank = False

    def _made(self, memo: Memo, number: int, text: str) -> None:
        more = self._being_made.pop(number)
        if more is not None and more[0] != memo.text:
            self._edit(memo, *more, number)
        self._written(memo, number, text)

    def _edit(self, memo: Memo, text: str, title: str, number: int) -> None:
        self._under_way += 1
        self._bridge.do(
            actions.edit_memo, memo.id, text, title,
            then=lambda written: self._written(written, number, text), failed=self._refused,
        )  # fmt: skip

    def _written(self, memo: Memo, number: int, text: str) -> None:
        self._under_way -= 1
        if number == self._number:  # the editor still holds this memo
            self._take_saved(memo, text)
        if self._closing and not self._under_way:
            self.close()
        else:
            self._edited()

    def _take_saved(self, memo: Memo, text: str) -> None:
        self._memo = memo
        if self.text.toPlainText().strip() == text:
            self.title.setText(memo.title)
            self.about_line.setText(short_moment(memo.created))
            self._wanted = memo.id
            self._load()

    def _refused(self, error: Exception) -> None:
        self._under_way, self._closing = 0, False
        self._being_made.clear()
        self._edited()
        self._bridge.failed.emit(error)

    def remove(self) -> None:
        """Take the memo away; Undo brings it back."""
        if self._memo is not None:
            self._bridge.do(actions.remove_memo, self._memo.id)
            self._show(None)

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
        self.save()
        self._closing = self._under_way > 0
        return not self._closing


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
