"""Asking where a table or a chart is to be written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ..places import export_folder


def ask_where(parent: QWidget, title: str, name: str, suffixes: Sequence[str], then: Callable[[Path], object]) -> None:
    """Open a dialog of this title that offers `name` with one of the suffixes; `then` gets the path chosen."""
    dialog = QFileDialog(parent, title, export_folder())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes])
    dialog.setDefaultSuffix(suffixes[0][1:])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.split()[0].lower()))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()
