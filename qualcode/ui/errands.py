"""What the window does beside coding: exports, backups, checks, and the dialogs about the program."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from ..app import settings
from .memory import change
from .opening import SUFFIX
from .places import export_folder
from .reader.style import style_of
from .translation import say

if TYPE_CHECKING:
    from .window import MainWindow


class Errands(QObject):
    """The errands of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def export(self, kind: str) -> None:
        """Write the codebook, the segments or the memos to a file the user chooses. What was said about codings
        (certainty, mark, question, links) is written too where there is any."""
        if self._window.workspace is None:
            return
        if kind == "codebook":
            from .codebook_export import CodebookExport  # loaded when it is asked for

            file = "" if "://" in self._window.place else self._window.place
            CodebookExport(self._window.workspace).ask(str(Path(file).parent) if file else "")
            return
        from ..app.export import KINDS

        workspace = self._window.workspace
        names = {"segments": self.tr("Segments"), "memos": self.tr("Memos")}
        title = {
            "segments": self.tr("Export segments"),
            "memos": self.tr("Export memos"),
        }[kind]
        usual = ".docx" if kind == "memos" else ".xlsx"
        filters = ";;".join(f"{suffix.lstrip('.').upper()} (*{suffix})" for suffix in KINDS[kind])
        filtered = workspace.filters.summary() if kind == "segments" else ""
        title = f"{title} · {filtered}" if filtered else title
        beside = str(Path(self._window.place).parent) if "://" not in self._window.place else ""
        start = str(Path(export_folder(beside)) / f"{names[kind]}{usual}")
        place, picked = QFileDialog.getSaveFileName(
            self._window, title, start, filters, f"{usual[1:].upper()} (*{usual})"
        )
        if not place:
            return
        if not Path(place).suffix and picked:
            place += picked.partition("*")[2].rstrip(")")
        options = workspace.filters.options() if kind == "segments" else {}
        from .leaving.outgoing import exported, send

        export = exported(kind, place, title, options, lambda written: workspace.say_written(written, filtered))
        send(workspace.bridge, workspace.page, export, workspace.open_segment, workspace.said.emit)

    def back_up(self) -> None:
        """Copy the project to its backups now."""

        def done(backup: object) -> None:
            old = self.tr("The newest backup holds this state already.")
            self._window.toast(old if backup is None else self.tr("Backed up."))

        self._window.with_project(
            lambda workspace: workspace.run(
                lambda project, _progress: project.backup(), done, self.tr("Backing up"), writes=True
            )
        )

    def restore_backup(self) -> None:
        """Choose a backup of the open project, or of a file."""
        if self._window.place:
            self._window.opening.ask_restore(self._window.place, self._window.close_project)
            return
        place, _ = QFileDialog.getOpenFileName(self._window, self.tr("Restore a backup of"), "", f"(*{SUFFIX})")
        if place:
            self._window.opening.ask_restore(place)

    def check(self) -> None:
        """Look for anything wrong in the project."""

        def done(problems: list[Any]) -> None:
            if not problems:
                self._window.toast(self.tr("Checked: structure, texts, positions, search and history are sound."))
                return
            from .dialogs.problem import ProblemDialog

            words = "\n".join(say(problem.what) for problem in problems[:20])
            dialog = ProblemDialog(self.tr("%n problem(s) found", "", len(problems)), words, [], self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        self._window.with_project(
            lambda workspace: workspace.run(
                lambda project, progress: project.check(progress), done, self.tr("Checking the project")
            )
        )

    def settings(self) -> None:
        """Let the user change the settings; what can, takes effect at once."""
        from .dialogs.settings import SettingsDialog

        before = settings.load()
        dialog = SettingsDialog(settings.load(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def keep() -> None:
            after = dialog.chosen
            change(dialog.write)
            self._window.choose_look(after.look)
            self._window.look.set_scale(after.scale)
            if self._window.workspace is not None:
                self._window.workspace.pair.set_style(style_of(after))
            if after.language != before.language:
                self._window.language_chosen.emit(after.language)

        dialog.accepted.connect(keep)
        dialog.open()

    def shortcuts(self) -> None:
        """List the keys, and let them be changed."""
        from .dialogs.shortcuts import ShortcutsDialog

        kept = settings.load()
        dialog = ShortcutsDialog(self._window.commands, kept.keys, kept.keymap, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def keep() -> None:
            def write(now: settings.Settings) -> None:
                now.keys, now.keymap = dialog.own_keys, dialog.preset

            change(write)

        dialog.changed.connect(keep)
        dialog.open()

    def folders(self) -> None:
        """Say where everything is kept."""
        from .dialogs.about import FoldersDialog

        dialog = FoldersDialog(self._window.place, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def about(self) -> None:
        """Say what this program is."""
        from .dialogs.about import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def import_filters() -> str:
    """What a file dialog offers for importing: the kinds that can be read, and everything."""
    from ..app.previews import readable

    kinds = " ".join(f"*{suffix}" for suffix in (*readable(), ".qcreview"))
    readable_ones = QCoreApplication.translate("Errands", "Transcripts and tables")
    everything = QCoreApplication.translate("Errands", "All files")
    return f"{readable_ones} ({kinds});;{everything} (*)"
