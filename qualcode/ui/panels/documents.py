"""The documents of the project by folder: opening, renaming, filing and removing them, and letting files in."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...app import documents as actions
from ...domain.documents import Document
from ...domain.history import Step
from ...store.reading import Reading
from ..bridge import Bridge
from ..dialogs.cases import CasesDialog
from ..dialogs.memos import show_memos
from ..dialogs.speakers import SpeakersDialog
from ..icons import icon
from ..look import Look
from ..models.counts import counts_of
from ..models.documents_model import COUNT, MEMOS, PICTURE, RECORD, DocumentsModel
from .header import PanelHeader, tip
from .rows import Cursor, Index, RowDelegate, RowTree, plain_ground

_Answer = tuple[list[Document], frozenset[UUID], dict[UUID, int]]


class _Rows(RowDelegate):
    """A folder in bold; a document with its picture, memo sign and count."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        cursor = Cursor(painter, option.rect, self.look, mirrored)
        painter.save()
        if index.data(RECORD) is None:
            cursor.words(str(index.data()), bold=True)
        else:
            cursor.leading(self.look.px(2))
            cursor.picture(str(index.data(PICTURE)))
            cursor.count(str(index.data(COUNT) or ""))
            if index.data(MEMOS):
                cursor.picture("memo", at_end=True)
            cursor.words(str(index.data()))
        painter.restore()


class DocumentsPanel(QWidget):
    """The list of documents. `header` may serve as a dock's title bar."""

    opened = Signal(object)  # document id
    beside_wanted = Signal(object)  # document id
    newer_wanted = Signal(object)  # document id: a newer file of it
    versions_wanted = Signal(object)  # document id
    import_requested = Signal(object)  # paths that were dropped, or None: ask for files
    said = Signal(str)  # something was done that can be undone: for a toast

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self._collapsed: set[str] = set()
        self._asking = False
        self._again = False
        self.counts = counts_of(bridge)
        self.model = DocumentsModel(self.counts, self)
        self.header = PanelHeader(self.tr("Documents"), look, self)
        self.tree = RowTree(look, self)
        self.tree.setAccessibleName(self.tr("Documents"))
        self.tree.setItemDelegate(_Rows(look, self.tree))
        self.tree.setModel(self.model)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._load()

    # ── making ──
    def _make_actions(self) -> None:
        def make(name: str, run: object, keys: object = None) -> QAction:
            action = QAction(name, self)
            action.triggered.connect(lambda _checked: run())
            if keys is not None:
                action.setShortcut(keys)
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            tip(action)
            self.tree.addAction(action)
            return action

        self.import_action = make(self.tr("Import files…"), lambda: self.import_requested.emit(None))
        self.import_action.setIcon(icon("add"))
        self.open_action = make(self.tr("Open"), self.open_current)
        self.beside_action = make(self.tr("Open beside"), self.open_current_beside, "Ctrl+Return")
        self.rename_action = make(self.tr("Rename"), self.rename_current, QKeySequence(Qt.Key.Key_F2))
        self.case_action = make(self.tr("Case…"), self.show_cases)
        self.memo_action = make(self.tr("Memo…"), self.show_memos)
        self.speakers_action = make(self.tr("Speakers…"), self.show_speakers)
        self.newer_action = make(self.tr("Replace with a newer file…"), lambda: self._want(self.newer_wanted))
        self.versions_action = make(self.tr("Versions…"), lambda: self._want(self.versions_wanted))
        self.remove_action = make(self.tr("Remove"), self.remove_current, QKeySequence(Qt.Key.Key_Delete))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)

    def _lay_out(self) -> None:
        self.header.add(self.import_action)
        self.header.add_menu(self.tr("More"), self._menu)
        self._empty = QWidget(self)
        words = QLabel(self.tr("No documents yet."), self._empty)
        words.setWordWrap(True)
        button = QPushButton(self.tr("Import files…"), self._empty)
        button.clicked.connect(lambda: self.import_requested.emit(None))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        inner = QVBoxLayout(self._empty)
        px = self._look.px
        inner.setContentsMargins(px(12), px(8), px(12), px(8))
        inner.addWidget(words)
        inner.addLayout(row)
        inner.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.tree)
        self._look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        plain_ground(self, self._look)

    def _connect(self) -> None:
        self.tree.activated.connect(self._activated)
        self.tree.clicked.connect(self._clicked)
        self.tree.customContextMenuRequested.connect(self._context_menu)
        self.tree.collapsed.connect(lambda index: self._collapsed.add(str(index.data())))
        self.tree.expanded.connect(lambda index: self._collapsed.discard(str(index.data())))
        self.model.renamed.connect(self._rename)
        self._bridge.followed.connect(self._stepped)

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("document", "assignment", "memo"):
            self._load()

    def _load(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._bridge.ask(_documents, self._arrived, self._failed)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._bridge.failed.emit(error)

    def _arrived(self, answer: _Answer) -> None:
        self._asking = False
        current = self.current()
        place = self.tree.verticalScrollBar().value()
        collapsed = set(self._collapsed)
        self.model.show(*answer)
        self.tree.expandAll()
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            if str(index.data()) in collapsed and self.model.hasChildren(index):
                self.tree.collapse(index)
        if current is not None:
            self.choose(current.id, open_folder=False)
        self.tree.verticalScrollBar().setValue(place)
        self._stack.setCurrentIndex(0 if answer[0] else 1)
        if self._again:
            self._again = False
            self._load()

    # ── choosing ──
    def current(self) -> Document | None:
        """The chosen document."""
        index = self.tree.currentIndex()
        return index.data(RECORD) if index.isValid() else None

    def choose(self, document: UUID, open_folder: bool = True) -> None:
        """Choose a document in the list, for instance the one that is open."""
        index = self.model.index_of(document)
        if not index.isValid():
            return
        if open_folder and index.parent().isValid():
            self.tree.expand(index.parent())
        if open_folder or not index.parent().isValid() or self.tree.isExpanded(index.parent()):
            self.tree.setCurrentIndex(index)

    def _clicked(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if record is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self.opened.emit(record.id)

    def _activated(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if record is not None:
            self.opened.emit(record.id)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    # ── the menu ──
    def _context_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if index.isValid():
            self.tree.setCurrentIndex(index)
        self._menu.popup(self.tree.viewport().mapToGlobal(place))

    def _fill_menu(self) -> None:
        menu, document = self._menu, self.current()
        menu.clear()
        if document is not None:
            for action in (self.open_action, self.beside_action, self.rename_action):
                menu.addAction(action)
            menu.addSeparator()
            for action in (self.case_action, self.memo_action, self.speakers_action):
                menu.addAction(action)
            for action in (self.newer_action, self.versions_action):
                menu.addAction(action)
            self._add_folders(menu.addMenu(self.tr("Move to folder")), document)
            menu.addSeparator()
        menu.addAction(self.import_action)
        if document is not None:
            menu.addSeparator()
            count = self.counts.document(document.id)
            self.remove_action.setText(self.tr("Remove with its %n coding(s)", "", count))
            menu.addAction(self.remove_action)

    def _add_folders(self, menu: QMenu, document: Document) -> None:
        for folder in self.model.folders:
            action = menu.addAction(folder.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(folder == document.folder)
            action.triggered.connect(lambda _checked, folder=folder: self._file(document, folder))
        menu.addSeparator()
        menu.addAction(self.tr("New folder…")).triggered.connect(lambda: self._ask_folder(document))
        if document.folder:
            menu.addAction(self.tr("No folder")).triggered.connect(lambda: self._file(document, ""))

    # ── doing ──
    def open_current(self) -> None:
        """Open the chosen document."""
        document = self.current()
        if document is not None:
            self.opened.emit(document.id)

    def open_current_beside(self) -> None:
        """Open the chosen document beside the one that is worked in."""
        document = self.current()
        if document is not None:
            self.beside_wanted.emit(document.id)

    def rename_current(self) -> None:
        """Rename the chosen document in its place."""
        if self.current() is not None:
            self.tree.edit(self.tree.currentIndex())

    def _rename(self, document: UUID, name: str) -> None:
        self._bridge.do(actions.rename_document, document, name)

    def _file(self, document: Document, folder: str) -> None:
        if folder != document.folder:
            self._bridge.do(actions.file_document, document.id, folder)

    def _ask_folder(self, document: Document) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("New folder"))
        dialog.setLabelText(self.tr("Name of the folder"))
        dialog.textValueSelected.connect(lambda name: self._file(document, name) if name.strip() else None)
        dialog.open()

    def remove_current(self) -> None:
        """Remove the chosen document with its codings; a toast offers to undo."""
        document = self.current()
        if document is None:
            return
        said = self.tr("“{name}” removed.").replace("{name}", document.name)
        self._bridge.do(actions.remove_document, document.id, then=lambda _: self.said.emit(said))

    def _want(self, signal: SignalInstance) -> None:
        document = self.current()
        if document is not None:
            signal.emit(document.id)

    def show_cases(self) -> None:
        """Open the cases of the chosen document."""
        document = self.current()
        if document is not None:
            CasesDialog(self._bridge, document.id, self).show()

    def show_memos(self) -> None:
        """Open the memos about the chosen document."""
        document = self.current()
        if document is not None:
            show_memos(self._bridge, "document", document.id, document.name, self)

    def show_speakers(self) -> None:
        """Look at and correct the speakers of the chosen document."""
        document = self.current()
        if document is not None:
            SpeakersDialog(self._bridge, document.id, self).show()

    # ── files dropped here ──
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _files(event)
        if paths:
            event.acceptProposedAction()
            self.import_requested.emit(paths)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _documents(read: Reading) -> _Answer:
    people: dict[UUID, set[UUID]] = {}
    for assignment in read.assignments():
        people.setdefault(assignment.document, set()).add(assignment.case)
    several = frozenset(document for document, cases in people.items() if len(cases) > 1)
    return read.documents(), several, read.memo_counts()
