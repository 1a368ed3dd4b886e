"""The documents of the project by folder: opening, renaming, filing and removing them, and letting files in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ...app import documents as actions
from ...domain.document_sets import DocumentSet
from ...domain.documents import Document
from ...domain.history import Step
from ...store.reading import Reading
from ..bridge import Bridge
from ..dialogs.memos import show_memos
from ..filters import Filters
from ..icons import icon
from ..look import Look
from ..memory import recall, remember
from ..models.counts import counts_of
from ..models.documents_model import FOLDER, ORDERS, RECORD, DocumentsModel
from .document_folders import DocumentFolders
from .document_menu import empty_page, fill_menu
from .document_sets import DocumentSetMenus, DocumentSetSwitch
from .document_tree import DocumentTree
from .header import PanelHeader, tip
from .name_field import NameField, find_field
from .rows import plain_ground


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the panel asks for."""

    study: UUID
    documents: list[Document]
    several: frozenset[UUID]
    memos: dict[UUID, int]
    sets: list[DocumentSet]
    members: dict[UUID, frozenset[UUID]]


class DocumentsPanel(QWidget):
    """The list of documents. `header` may serve as a dock's title bar."""

    opened = Signal(object)  # document id
    beside_wanted = Signal(object)  # document id
    retrieve_wanted = Signal(object)  # document ids: their coded passages are to be looked for
    newer_wanted = Signal(object)  # document id: a newer file of it
    cases_wanted = Signal(object)  # document id
    speakers_wanted = Signal(object)  # document id: who speaks in it is to be corrected
    speaker_cases_wanted = Signal(object)  # document id: its speakers are to become cases
    versions_wanted = Signal(object)  # document id
    import_requested = Signal(object)  # paths that were dropped, or None: ask for files
    said = Signal(str)  # something was done that can be undone: for a toast

    def __init__(
        self, bridge: Bridge, look: Look, filters: Filters | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self.filters = filters or Filters(self)
        self._study: UUID | None = None
        self._open: UUID | None = None  # the document that was chosen last; the list may not hold it yet
        self._collapsed: set[str] = set()
        self._arranging = False  # the tree opens and closes folders, not the user
        self._asking = False
        self._again = False
        self._named: Callable[[str], None] | None = None  # takes the name that is being written
        self.counts = counts_of(bridge)
        self.model = DocumentsModel(self.counts, self)
        self.header = PanelHeader(self.tr("Documents"), look, self)
        self.tree = DocumentTree(look, self.model, self)
        self.tree.setAccessibleName(self.tr("Documents"))
        self.folders = DocumentFolders(bridge, self.model, self)
        self.switch = DocumentSetSwitch(self.filters, self)
        self.set_menus = DocumentSetMenus(bridge, self.switch, self)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._load()

    # ── making ──
    def _make_actions(self) -> None:
        def make(name: str, run: Callable[[], object], keys: object = None, picture: str = "") -> QAction:
            action = QAction(name, self)
            action.triggered.connect(lambda _checked: run())
            if keys is not None:
                action.setShortcut(keys)
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if picture:
                action.setIcon(icon(picture))
            tip(action)
            self.tree.addAction(action)
            return action

        self.import_action = make(self.tr("Import files…"), lambda: self.import_requested.emit(None), None, "add")
        self.find_action = make(self.tr("Find a document"), self.find, None, "search")
        self.open_action = make(self.tr("Open"), self.open_current)
        self.beside_action = make(self.tr("Open beside"), self.open_current_beside, "Ctrl+Return")
        self.rename_action = make(self.tr("Rename"), self.rename_current, QKeySequence(Qt.Key.Key_F2))
        self.folder_action = make(self.tr("New folder of these…"), self.new_folder, QKeySequence(Qt.Key.Key_Insert))
        self.only_action = make(self.tr("Filter for these"), self.show_only)
        text = self.tr("Retrieve passages of these documents")
        self.retrieve_action = make(text, lambda: self.retrieve_wanted.emit(self.meant()))
        self.up_action = make(self.tr("Move up"), lambda: self._shift(-1), "Ctrl+Shift+Up")
        self.down_action = make(self.tr("Move down"), lambda: self._shift(1), "Ctrl+Shift+Down")
        self.case_action = make(self.tr("Cases…"), lambda: self._want(self.cases_wanted))
        self.memo_action = make(self.tr("Memo…"), self.show_memos)
        self.speakers_action = make(self.tr("Speakers…"), lambda: self._want(self.speakers_wanted))
        self.speaker_cases_action = make(self.tr("Speakers as cases…"), lambda: self._want(self.speaker_cases_wanted))
        self.newer_action = make(self.tr("Replace with a newer file…"), lambda: self._want(self.newer_wanted))
        self.versions_action = make(self.tr("Versions…"), lambda: self._want(self.versions_wanted))
        self.remove_action = make(self.tr("Remove"), self.remove_current, QKeySequence(Qt.Key.Key_Delete))
        self.orders = QActionGroup(self)
        titles = {
            "own": self.tr("Own order"),
            "name": self.tr("By name"),
            "date": self.tr("By date of import"),
            "codings": self.tr("Most coded first"),
        }
        for order in ORDERS:
            action = make(titles[order], lambda order=order: self.sort_by(order))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(order == "own")
            action.setData(order)
            self.orders.addAction(action)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(lambda: fill_menu(self, self._menu))

    def _lay_out(self) -> None:
        self.header.add(self.find_action)
        self.header.add(self.import_action)
        self.header.add_menu(self.tr("More"), self._menu)
        self.sorted_line = QPushButton(self)
        self.sorted_line.setProperty("kind", "quiet")
        self.sorted_line.setToolTip(self.tr("Back to the documents' own order, in which they can be dragged"))
        self.sorted_line.clicked.connect(lambda: self.sort_by("own"))
        self.field = find_field(self.tr("Find a document"), self)
        self.name = NameField(self)
        self._rows = QVBoxLayout()
        rows = (self.switch, self.sorted_line, self.field, self.name)
        for widget, below in zip(rows, (*rows[1:], self.tree), strict=True):
            self._rows.addWidget(widget)
            self.setTabOrder(widget, below)
        for widget in (self.sorted_line, self.field, self.name):
            widget.hide()
        self._nothing = QLabel(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._nothing.setWordWrap(True)
        self._stack = QStackedWidget(self)
        for page in (self.tree, empty_page(self, self._look), self._nothing):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(self._rows)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.tree)
        self._look.follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = self._look.px
        plain_ground(self, self._look)
        self._rows.setContentsMargins(px(8), px(4), px(8), px(4))
        self._rows.setSpacing(px(4))
        self._nothing.setContentsMargins(px(12), px(8), px(12), 0)

    def _connect(self) -> None:
        self.tree.activated.connect(self._activated)
        self.tree.clicked.connect(self._clicked)
        self.tree.typed.connect(self.find)
        self.tree.left_field.connect(self._catch_up)
        self.tree.customContextMenuRequested.connect(self._context_menu)
        self.tree.collapsed.connect(lambda index: self._fold(str(index.data(FOLDER)), True))
        self.tree.expanded.connect(lambda index: self._fold(str(index.data(FOLDER)), False))
        self.model.renamed.connect(self._rename)
        self.model.modelAboutToBeReset.connect(self._keep_place)
        self.model.modelReset.connect(self._back_to_place)
        self.switch.documents_dropped.connect(self.set_menus.ask_at)
        for part in (self.folders, self.set_menus):
            part.name_asked.connect(self._ask_name)
            part.said.connect(self.said)
        self.field.textChanged.connect(self._find)
        self.field.left.connect(self._leave_search)
        self.field.returnPressed.connect(self._first_found)
        self.field.down.connect(self._first_found)
        self.name.returnPressed.connect(self._take_name)
        self.name.left.connect(self._leave_name)
        self._bridge.followed.connect(self._stepped)

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("document", "assignment", "memo", "document_set", "document_set_member"):
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
        if self.tree.editing:
            self._again = True  # it is read again when the name is written
            return
        if self._study is None:
            self._study = answer.study
            self._collapsed = set(recall(f"closed_folders/{answer.study}").splitlines())
        self.switch.show_sets(answer.sets, answer.members)
        self.model.show(answer.documents, answer.several, answer.memos)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._again and not self._asking:
            self._again = False
            self._load()

    # ── the tree keeps its place ──
    def _keep_place(self) -> None:
        index = self.tree.currentIndex()
        document = index.data(RECORD) if index.isValid() else None
        self._place = (
            self.tree.verticalScrollBar().value(),
            document.id if document is not None else None,
            str(index.data(FOLDER)) if index.isValid() and document is None else "",
            [one.id for one in self.chosen()],
        )

    def _back_to_place(self) -> None:
        scrolled, document, folder, chosen = self._place
        self._arranging = True
        for path in self.model.shown_folders:
            if path not in self._collapsed or self.model.found:
                self.tree.setExpanded(self.model.folder_index(path), True)
        self._arranging = False
        if folder:
            self.tree.setCurrentIndex(self.model.folder_index(folder))
        elif document is not None or self._open is not None:
            self.choose(document or self._open, open_folder=False)
        if len(chosen) > 1:
            for one in chosen:
                index = self.model.index_of(one)
                if index.isValid():
                    self.tree.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        if scrolled:  # setting it lays all rows out, and at first nobody has scrolled
            self.tree.verticalScrollBar().setValue(scrolled)
        shown, total = self.model.numbers
        self._nothing.setText(
            self.tr("No document has these letters.") if self.model.found else self.tr("The filter leaves no document.")
        )
        self._stack.setCurrentIndex(0 if shown else 2 if total else 1)

    def _fold(self, folder: str, closed: bool) -> None:
        """Remember that the user opened or closed a folder."""
        if self._arranging or self.model.found or closed == (folder in self._collapsed):
            return
        (self._collapsed.add if closed else self._collapsed.discard)(folder)
        if self._study is not None:
            remember(f"closed_folders/{self._study}", "\n".join(sorted(self._collapsed)))

    # ── choosing and finding ──
    def current(self) -> Document | None:
        """The chosen document."""
        index = self.tree.currentIndex()
        return index.data(RECORD) if index.isValid() else None

    def current_folder(self) -> str:
        """The path of the folder that alone is chosen, or ""."""
        chosen = self._chosen_folders()
        return chosen[0] if len(chosen) == 1 and not self.chosen() else ""

    def _chosen_folders(self) -> list[str]:
        found = [index.data(FOLDER) for index in self.tree.selectionModel().selectedIndexes()]
        return [folder for folder in found if folder]

    def chosen(self) -> list[Document]:
        """All documents that are chosen, in their order in the list."""
        found = [index.data(RECORD) for index in self.tree.selectionModel().selectedIndexes()]
        return self.model.in_order([one for one in found if one is not None])

    def meant(self) -> list[UUID]:
        """The documents a command is about: all chosen ones, and those of the chosen folders."""
        found = dict.fromkeys(one for folder in self._chosen_folders() for one in self.model.inside(folder))
        found |= dict.fromkeys(one.id for one in self.chosen())
        return list(found)

    def choose(self, document: UUID, open_folder: bool = True) -> None:
        """Choose a document in the list, for instance the one that is open."""
        self._open = document
        index = self.model.index_of(document)
        if not index.isValid():
            self.tree.setCurrentIndex(index)  # it is not listed: no other one is the open one
            return
        above = index.parent()
        while open_folder and above.isValid():
            self.tree.expand(above)
            above = above.parent()
        if open_folder or self._in_sight(index):
            self.tree.setCurrentIndex(index)

    def _in_sight(self, index: QModelIndex) -> bool:
        above = index.parent()
        while above.isValid():
            if not self.tree.isExpanded(above):
                return False
            above = above.parent()
        return True

    def limit(self, documents: frozenset[UUID] | None) -> None:
        """Show only the documents the window's filter leaves; None: all."""
        self.model.limit(documents)

    def sort_by(self, order: str) -> None:
        """Show the documents in another order; the project keeps its own, and only in that can they be dragged."""
        self.model.sort_by(order)
        for action in self.orders.actions():
            action.setChecked(action.data() == order)
            if action.data() == order:
                self.sorted_line.setText(self.tr("{order} · back").replace("{order}", action.text()))
        self.sorted_line.setVisible(order != "own")
        for action in (self.up_action, self.down_action):
            action.setEnabled(order == "own")

    def find(self, typed: str = "") -> None:
        """Open the field that finds documents, with what was typed already."""
        self.field.show()
        self.field.setFocus()
        if typed:
            self.field.setText(typed)
        else:
            self.field.selectAll()

    def _find(self, typed: str) -> None:
        self.model.find(typed)

    def _first_found(self) -> None:
        """Open the first document that has the letters."""
        index = self.model.index(0, 0)
        while index.isValid() and index.data(RECORD) is None:
            index = self.model.index(0, 0, index)
        if index.isValid():
            document = index.data(RECORD).id
            self._leave_search()
            self.choose(document)
            self.opened.emit(document)

    def _leave_search(self) -> None:
        self.field.clear()
        self.field.hide()
        self.tree.setFocus()

    def _clicked(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            return  # several are being chosen
        self._activated(index)

    def _activated(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if record is not None:
            self.opened.emit(record.id)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    # ── names ──
    def _ask_name(self, hint: str, present: str, named: Callable[[str], None]) -> None:
        self._named = named
        self.name.setPlaceholderText(hint)
        self.name.setAccessibleName(hint)
        self.name.setText(present)
        self.name.selectAll()
        self.name.show()
        self.name.setFocus()

    def _take_name(self) -> None:
        name, named = self.name.text().strip(), self._named
        self._leave_name()
        if name and named is not None:
            named(name)

    def _leave_name(self) -> None:
        self._named = None
        self.name.clear()
        self.name.hide()
        self.tree.setFocus()

    # ── the menu ──
    def _context_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if index.isValid() and not self.tree.selectionModel().isSelected(index):
            self.tree.setCurrentIndex(index)
        self._menu.popup(self.tree.viewport().mapToGlobal(place))

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
        """Rename the chosen document or folder in its place."""
        if self.tree.currentIndex().isValid():
            self.tree.edit(self.tree.currentIndex())

    def _rename(self, document: UUID, name: str) -> None:
        self._bridge.do(actions.rename_document, document, name)

    def new_folder(self) -> None:
        """Ask for the name of a folder for the chosen documents; with a folder chosen, of one in it."""
        if self.meant():
            self.folders.ask_new(self.meant(), self.current_folder())

    def show_only(self) -> None:
        """Filter the window for the chosen documents, or for the chosen folder."""
        folder = self.current_folder()
        folders = frozenset([folder] if folder else ())
        documents = frozenset() if folder else frozenset(self.meant())
        if folders or documents:
            self.filters.choose(replace(self.filters.choice, documents=documents, folders=folders))

    def _shift(self, step: int) -> None:
        document = self.current()
        if document is not None:
            self.folders.shift(document.id, document.folder, step)

    def remove_current(self) -> None:
        """Remove the chosen documents with their codings, or the chosen folder alone; a toast offers to undo."""
        chosen, folder = self.chosen(), self.current_folder()
        if folder:
            self.folders.remove(folder)
        elif len(chosen) == 1:
            said = self.tr("“{name}” removed.").replace("{name}", chosen[0].name)
            self._bridge.do(actions.remove_document, chosen[0].id, then=lambda _: self.said.emit(said))
        elif chosen:
            said = self.tr("%n document(s) removed.", "", len(chosen))
            ids = [one.id for one in chosen]
            self._bridge.do(actions.remove_documents, ids, then=lambda _: self.said.emit(said))

    def _want(self, signal: SignalInstance) -> None:
        document = self.current()
        if document is not None:
            signal.emit(document.id)

    def show_memos(self) -> None:
        """Open the memos about the chosen document."""
        document = self.current()
        if document is not None:
            show_memos(self._bridge, "document", document.id, document.name, self)

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
    members: dict[UUID, set[UUID]] = {}
    for member in read.document_set_members():
        members.setdefault(member.document_set, set()).add(member.document)
    inside = {key: frozenset(found) for key, found in members.items()}
    return _Answer(read.study().id, read.documents(), several, read.memo_counts(), read.document_sets(), inside)
