"""The bookmarks of all documents: going to one, renaming and removing it."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from ...app import bookmarks as actions
from ...domain.bookmarks import Bookmark
from ...domain.documents import Document
from ...domain.history import Step
from ..bridge import Bridge
from ..look import look
from ..parts.popup import Popup
from ..views.ground import Words

_KEY = Qt.ItemDataRole.UserRole
_Answer = tuple[list[Document], list[Bookmark]]


class BookmarksPopup(Popup):
    """A list by document. Enter or a click goes there, F2 renames, Del removes."""

    chosen = Signal(object)  # Bookmark

    def __init__(self, bridge: Bridge, current: UUID | None, key: str, parent: QWidget) -> None:
        super().__init__(self.tr("Bookmarks"), parent)
        self._bridge, self._current = bridge, current
        self._found: dict[UUID, Bookmark] = {}
        self._filling = False
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(look().px(16))
        self.tree.setAccessibleName(self.tr("Bookmarks"))
        self.tree.setMinimumSize(look().px(340), look().px(260))
        self.tree.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        self.tree.itemClicked.connect(lambda item, _column: self._go(item))
        self.tree.itemChanged.connect(self._renamed)
        self.tree.currentItemChanged.connect(lambda *_items: self._enable())
        self.none = Words(look(), role="ink2", wrap=True, parent=self)
        said = self.tr("No bookmarks yet. Put one at the cursor: {key}") if key else self.tr("No bookmarks yet.")
        self.none.setText(said.replace("{key}", key))
        self.none.hide()
        self.rename_button = QPushButton(self.tr("Rename"), self)
        self.rename_button.clicked.connect(self._edit)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.addWidget(self.rename_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        for part in (self.tree, self.none):
            self.body.addWidget(part)
        self.body.addLayout(row)
        bridge.followed.connect(self._stepped)
        self._enable()
        self._load()

    def _stepped(self, step: Step) -> None:
        if step.touches("bookmark", "document"):
            self._load()

    def _load(self) -> None:
        self._bridge.ask(lambda read: (read.documents(), read.bookmarks()), self.show_all)

    def show_all(self, answer: _Answer) -> None:
        """Fill the list; the first bookmark of the open document is the current one."""
        documents, found = answer
        kept = self.bookmark()
        self._found = {bookmark.id: bookmark for bookmark in found}
        self._filling = True
        self.tree.clear()
        first = None
        for document in documents:
            there = [bookmark for bookmark in found if bookmark.document == document.id]
            if not there:
                continue
            group = QTreeWidgetItem(self.tree, [document.name])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.tree.font()
            font.setBold(True)
            group.setFont(0, font)
            group.setExpanded(True)
            for bookmark in there:
                item = QTreeWidgetItem(group, [bookmark.name])
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setToolTip(0, bookmark.name)
                item.setData(0, _KEY, str(bookmark.id))
                if (kept is not None and bookmark.id == kept.id) or (first is None and document.id == self._current):
                    first = item
        self._filling = False
        if first is not None:
            self.tree.setCurrentItem(first)
        self.tree.setVisible(bool(found))
        self.none.setVisible(not found)
        self._enable()
        if not found:
            self.body.activate()
            self.resize(self.width(), self.sizeHint().height())

    def bookmark(self) -> Bookmark | None:
        """The current one."""
        item = self.tree.currentItem()
        key = item.data(0, _KEY) if item is not None else None
        return self._found.get(UUID(key)) if key else None

    def _enable(self) -> None:
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(self.bookmark() is not None and not self._bridge.project.read_only)
            button.setVisible(not self.tree.isHidden())

    def _go(self, item: QTreeWidgetItem | None) -> None:
        key = item.data(0, _KEY) if item is not None else None
        if key:
            found = self._found[UUID(key)]
            self.close()
            self.chosen.emit(found)

    def _edit(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tree.editItem(self.tree.currentItem())

    def _renamed(self, item: QTreeWidgetItem, _column: int) -> None:
        key = item.data(0, _KEY)
        if self._filling or not key:
            return
        name = " ".join(item.text(0).split())
        if name and name != self._found[UUID(key)].name:
            self._bridge.do(actions.rename_bookmark, UUID(key), name, failed=self._refused)
        else:
            self._load()

    def _refused(self, error: Exception) -> None:
        self._load()
        self._bridge.failed.emit(error)

    def _remove(self) -> None:
        bookmark = self.bookmark()
        if bookmark is not None:
            self._bridge.do(actions.remove_bookmark, bookmark.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.tree.currentItem())
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)
