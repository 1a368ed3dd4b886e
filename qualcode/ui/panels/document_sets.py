"""Document sets in the documents panel: the switch at its top, and the menu entries about them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from ...app import document_sets as actions
from ...domain.document_sets import DocumentSet
from ..bridge import Bridge
from ..filters import Filters
from ..models.documents_model import documents_of

Members = Mapping[UUID, frozenset[UUID]]


class DocumentSetSwitch(QComboBox):
    """“All documents”, and each set; shown once there is one. Choosing a set filters the window for it, and
    documents dropped here can be put into a set."""

    documents_dropped = Signal(object, QPoint)  # document ids, where on the screen

    def __init__(self, filters: Filters, parent: QWidget) -> None:
        super().__init__(parent)
        self._filters = filters
        self.sets: Sequence[DocumentSet] = ()
        self._members: Members = {}
        self.setAccessibleName(self.tr("Document set"))
        self.setToolTip(self.tr("Look only at the documents of a set: lists, counts, search and charts follow"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setAcceptDrops(True)
        self.activated.connect(self._chosen)
        filters.changed.connect(self._fill)
        self._fill()

    def show_sets(self, sets: Sequence[DocumentSet], members: Members) -> None:
        """Offer these sets."""
        if (sets, members) != (self.sets, self._members):
            self.sets, self._members = sets, members
            self._fill()

    def members(self, document_set: UUID) -> frozenset[UUID]:
        """The documents of a set."""
        return self._members.get(document_set, frozenset())

    @property
    def chosen(self) -> DocumentSet | None:
        """The one set the window is filtered for."""
        wanted = self._filters.choice.sets
        return next((one for one in self.sets if wanted == {one.id}), None)

    def choose(self, document_set: UUID | None) -> None:
        """Filter the window for a set, or for none."""
        sets = frozenset() if document_set is None else frozenset([document_set])
        self._filters.choose(replace(self._filters.choice, sets=sets))

    def _chosen(self, _row: int) -> None:
        if self.currentData() != "several":
            self.choose(self.currentData())

    def _fill(self) -> None:
        self.clear()
        self.addItem(self.tr("All documents"), None)
        for one in self.sets:
            number = str(len(self.members(one.id)))
            self.addItem(
                self.tr("Document set “{name}” · {number}").replace("{number}", number).replace("{name}", one.name)
            )
            self.setItemData(self.count() - 1, one.id)
        chosen, wanted = self.chosen, self._filters.choice.sets
        if len(wanted) > 1:
            self.addItem(self.tr("%n document set(s)", "", len(wanted)), "several")
            self.setCurrentIndex(self.count() - 1)
        else:
            rows = [row for row in range(self.count()) if chosen is not None and self.itemData(row) == chosen.id]
            self.setCurrentIndex(rows[0] if rows else 0)
        self.setVisible(bool(self.sets))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(documents_of(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(bool(documents_of(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        documents = documents_of(event.mimeData())
        if documents:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.documents_dropped.emit(documents, self.mapToGlobal(event.position().toPoint()))


class DocumentSetMenus(QObject):
    """The menu entries about document sets."""

    name_asked = Signal(str, str, object)  # a hint, the present name, what takes the name
    said = Signal(str)  # something was done that can be undone

    def __init__(self, bridge: Bridge, switch: DocumentSetSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._switch, self._panel = bridge, switch, parent

    def add_to(self, menu: QMenu, documents: Sequence[UUID]) -> None:
        """Add the submenu of sets for the chosen documents."""
        ids = list(documents)
        sub = menu.addMenu(self.tr("Document sets"))
        for one in self._switch.sets if ids else ():
            self._entry(sub, one, ids)
        if ids and self._switch.sets:
            sub.addSeparator()
        text = self.tr("New document set of these…") if ids else self.tr("New document set…")
        sub.addAction(text).triggered.connect(lambda _checked=False: self.ask_new(ids))
        chosen = self._switch.chosen
        if chosen is not None:
            self._about(sub, chosen)

    def _about(self, menu: QMenu, chosen: DocumentSet) -> None:
        """What can be done with the set that is looked at."""
        name = chosen.name.replace("&", "&&")
        menu.addSeparator()
        place = [one.id for one in self._switch.sets].index(chosen.id)
        for text, step, there in (
            (self.tr("Move the document set “{name}” up"), -1, place > 0),
            (self.tr("Move the document set “{name}” down"), 1, place + 1 < len(self._switch.sets)),
        ):
            action = menu.addAction(text.replace("{name}", name))
            action.setEnabled(there)
            action.triggered.connect(partial(self._shift, chosen, place + step))
        rename = self.tr("Rename the document set “{name}”…").replace("{name}", name)
        menu.addAction(rename).triggered.connect(lambda _checked=False: self._ask_rename(chosen))
        remove = self.tr("Remove the document set “{name}”").replace("{name}", name)
        menu.addAction(remove).triggered.connect(lambda _checked=False: self._remove(chosen))

    def _entry(self, menu: QMenu, one: DocumentSet, ids: list[UUID]) -> None:
        """One set with a tick if all the documents are in it; choosing it puts them in or takes them out."""
        inside = self._switch.members(one.id).issuperset(ids)
        action = menu.addAction(one.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(inside)
        action.triggered.connect(lambda _checked=False: self.take_out(one, ids) if inside else self.put_in(one, ids))

    def _shift(self, document_set: DocumentSet, position: int, _checked: bool = False) -> None:
        self._bridge.do(actions.move_document_set, document_set.id, position)

    def ask_at(self, documents: Sequence[UUID], place: QPoint) -> None:
        """Ask into which set dropped documents should go; where there is one, into that."""
        if len(self._switch.sets) == 1:
            self.put_in(self._switch.sets[0], list(documents))
            return
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._switch.sets:
            action = menu.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, one=one: self.put_in(one, list(documents)))
        menu.popup(place)

    def put_in(self, document_set: DocumentSet, documents: list[UUID]) -> None:
        """Put documents into a set."""
        said = self.tr("%n document(s) put into “{name}”.", "", len(documents))
        self._do(actions.add_to_document_set, document_set, documents, said)

    def take_out(self, document_set: DocumentSet, documents: list[UUID]) -> None:
        """Take documents out of a set."""
        said = self.tr("%n document(s) taken out of “{name}”.", "", len(documents))
        self._do(actions.remove_from_document_set, document_set, documents, said)

    def _do(self, action: Callable[..., Any], document_set: DocumentSet, documents: list[UUID], said: str) -> None:
        said = said.replace("{name}", document_set.name)
        self._bridge.do(action, document_set.id, documents, then=lambda _made: self.said.emit(said))

    def ask_new(self, documents: list[UUID]) -> None:
        """Ask for the name of a new set that holds these documents."""

        def named(name: str) -> None:
            said = self.tr("Document set “{name}” made.").replace("{name}", name)
            self._bridge.do(actions.add_document_set, name, documents, then=lambda _made: self.said.emit(said))

        self.name_asked.emit(self.tr("Name of the new document set"), "", named)

    def _ask_rename(self, document_set: DocumentSet) -> None:
        def named(name: str) -> None:
            self._bridge.do(actions.rename_document_set, document_set.id, name)

        self.name_asked.emit(self.tr("Name of the document set"), document_set.name, named)

    def _remove(self, document_set: DocumentSet) -> None:
        said = self.tr("Document set “{name}” removed; its documents stay.").replace("{name}", document_set.name)
        self._bridge.do(actions.remove_document_set, document_set.id, then=lambda _made: self.said.emit(said))
