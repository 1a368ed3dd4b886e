"""Points of the history in the window: naming them, and what became of the codebook between them."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ..app.codebook_diff import Changes
    from ..app.leaving import Leaving
    from ..app.project import Project
    from ..domain.progress import Progress
    from .dialogs.codebook_changes import CodebookChangesDialog
    from .dialogs.name_point import NamePointDialog
    from .workspace import Workspace


class PointErrands(QObject):
    """Opens the dialogs of one project when they are asked for."""

    def __init__(self, workspace: "Workspace", window: QWidget) -> None:
        super().__init__(workspace)
        self._workspace, self._window = workspace, window

    def name_point(self, step: int | None = None) -> "NamePointDialog":
        """Ask for a name for the point after a step (None: the last one)."""
        from .dialogs.name_point import show_name_point

        workspace = self._workspace
        title = workspace.methods.words("name_point") or self.tr("Name this point")
        words = workspace.history.model.words
        dialog = show_name_point(workspace.bridge, words, title.rstrip("…"), step, self._window)
        dialog.said.connect(workspace.said)
        dialog.changes_wanted.connect(self.codebook_changes)
        return dialog

    def codebook_changes(self, since: str = "") -> "CodebookChangesDialog":
        """Show what became of the codebook, since a moment if one is given."""
        from .dialogs.codebook_changes import show_codebook_changes

        workspace = self._workspace
        words = workspace.history.model.words
        dialog, new = show_codebook_changes(workspace.bridge, words, since, self._window)
        if new:
            dialog.code_wanted.connect(self._show_code)
            dialog.export_wanted.connect(self._export_changes)
        return dialog

    def _export_changes(self, place: Path, found: "Changes") -> None:
        """Write changes of the codebook to a file, looked through before."""
        from ..app.codebook_diff import write_changes
        from ..app.history_leaving import check_changes
        from .leaving.outgoing import Export, send

        def check(project: "Project", progress: "Progress", display_ids: bool) -> "Leaving":
            return check_changes(project, found, progress, display_ids)

        def write(project: "Project", _progress: "Progress", display_ids: bool) -> Path:
            return write_changes(project, place, found, display_ids=display_ids)

        workspace = self._workspace
        export = Export(self.tr("Export codebook changes"), place, check, write, workspace.say_written)
        send(workspace.bridge, workspace.page, export)

    def _show_code(self, code: UUID) -> None:
        self._workspace.journal.go("code", code)
