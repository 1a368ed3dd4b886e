"""Folders in the documents panel: making, moving, renaming and removing them, and what the menu says about them."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ...app import folders as actions
from ...domain.folders import name_of, parent_of, within
from ..bridge import Bridge
from ..models.documents_model import DocumentsModel


class DocumentFolders(QObject):
    """What can be done with folders."""

    name_asked = Signal(str, str, object)  # a hint, the present name, what takes the name
    said = Signal(str)  # something was done that can be undone

    def __init__(self, bridge: Bridge, model: DocumentsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._model = bridge, model
        model.moved.connect(self.move_documents)
        model.folder_moved.connect(self.move_folder)
        model.folder_renamed.connect(self.rename)

    # ── menus ──
    def add_to(self, menu: QMenu, documents: Sequence[UUID], folder: str) -> None:
        """Add “Move to folder” for these documents, or for a folder."""
        sub = menu.addMenu(self.tr("Move to folder"))
        for path in self._model.folders:
            if folder and within(path, folder):
                continue
            action = sub.addAction(path.replace("&", "&&"))
            here = self._all_in(path, documents, folder)
            action.setCheckable(True)
            action.setChecked(here)
            action.triggered.connect(partial(self._move, documents, folder, path))
        sub.addSeparator()
        if documents:
            sub.addAction(self.tr("New folder…")).triggered.connect(lambda _checked=False: self.ask_new(documents))
        if not self._all_in("", documents, folder):
            action = sub.addAction(self.tr("No folder"))
            action.triggered.connect(partial(self._move, documents, folder, ""))

    def _all_in(self, path: str, documents: Sequence[UUID], folder: str) -> bool:
        if folder:
            return parent_of(folder) == path
        return set(documents) <= set(self._model.siblings(path))

    def _move(self, documents: Sequence[UUID], folder: str, into: str, _checked: bool = False) -> None:
        if folder:
            self.move_folder(folder, into)
        else:
            self.move_documents(documents, into)

    # ── doing ──
    def move_documents(self, documents: Sequence[UUID], folder: str, position: int | None = None) -> None:
        """Put documents into a folder; "" takes them out of theirs."""
        if folder:
            said = self.tr("%n document(s) moved to “{name}”.", "", len(documents)).replace("{name}", name_of(folder))
        else:
            said = self.tr("%n document(s) moved.", "", len(documents))
        moves = not set(documents) <= set(self._model.siblings(folder))
        self._bridge.do(
            actions.move_documents,
            list(documents),
            folder,
            position,
            then=lambda _made: self.said.emit(said) if moves else None,
        )

    def shift(self, document: UUID, folder: str, step: int) -> None:
        """Let a document change places with its neighbour in the folder."""
        siblings = self._model.siblings(folder)
        place = siblings.index(document) + step
        if 0 <= place < len(siblings):
            self._bridge.do(actions.move_documents, [document], folder, place)

    def move_folder(self, folder: str, into: str) -> None:
        """Put a folder into another one; "" takes it out."""
        said = self.tr("Folder “{name}” moved.").replace("{name}", name_of(folder))
        self._bridge.do(actions.move_folder, folder, into, then=lambda _path: self.said.emit(said))

    def rename(self, folder: str, name: str) -> None:
        """Give a folder another name."""
        self._bridge.do(actions.rename_folder, folder, name)

    def remove(self, folder: str) -> None:
        """Take a folder away; what is in it moves up."""
        said = self.tr("Folder “{name}” removed; its documents stay.").replace("{name}", name_of(folder))
        self._bridge.do(actions.remove_folder, folder, then=lambda _path: self.said.emit(said))

    def ask_new(self, documents: Sequence[UUID], inside: str = "") -> None:
        """Ask for the name of a new folder for these documents."""

        def named(name: str) -> None:
            self.move_documents(documents, f"{inside}/{name}" if inside else name)

        hint = self.tr("Name of the folder for %n document(s)", "", len(documents))
        self.name_asked.emit(hint, "", named)
