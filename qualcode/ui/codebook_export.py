"""The codebook as a file, in the window: all formats by name, labels in the language of the window."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from ..app import settings
from .leaving.outgoing import exported, send
from .places import export_folder
from .translation import chosen_language

if TYPE_CHECKING:
    from .workspace import Workspace


class CodebookExport(QObject):
    """Asks once where to and in which format, and writes it."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.formats = {  # what is chosen → its suffix and the style of a Word document
            self.tr("Word document, a card for each code (*.docx)"): (".docx", "cards"),
            self.tr("Word document, a table for each theme (*.docx)"): (".docx", "tables"),
            self.tr("PDF with contents (*.pdf)"): (".pdf", ""),
            self.tr("Web page (*.html)"): (".html", ""),
            self.tr("Excel table, to be read back (*.xlsx)"): (".xlsx", ""),
            self.tr("Table, to be read back (*.csv)"): (".csv", ""),
            self.tr("For other programs, REFI-QDA (*.qdc)"): (".qdc", ""),
            self.tr("Markdown (*.md)"): (".md", ""),
            self.tr("JSON (*.json)"): (".json", ""),
        }

    def ask(self, folder: str = "") -> QFileDialog:
        """Ask for a file, in the folder of the last one; before the first in this one."""
        dialog = QFileDialog(self._workspace.page.window(), self.tr("Export codebook"), export_folder(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(self.formats))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(self.formats[chosen][0][1:]))
        dialog.setDefaultSuffix(next(iter(self.formats.values()))[0][1:])
        dialog.selectFile(self.tr("Codebook"))
        dialog.fileSelected.connect(lambda path: self.write(path, dialog.selectedNameFilter()))
        dialog.finished.connect(self.deleteLater)
        dialog.open()
        return dialog

    def write(self, path: str | Path, chosen: str = "") -> None:
        """Write the codebook; the suffix says how, and of two ways for one suffix the chosen format."""
        target = Path(path)
        suffix, style = self.formats.get(chosen, ("", ""))
        options: dict[str, Any] = {"language": chosen_language(settings.load().language)}
        if style and target.suffix.lower() == suffix:
            options["style"] = style
        workspace = self._workspace
        export = exported("codebook", target, self.tr("Export codebook"), options, workspace.say_written)
        send(workspace.bridge, workspace.page, export, workspace.open_segment, workspace.said.emit)
