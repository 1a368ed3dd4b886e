"""In which folder a dialog for files begins."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from .memory import recall, remember

_EXPORTS = "export_folder"


def documents_folder() -> str:
    """Where the user keeps documents; the home folder where there is no such folder: it would be taken for a file."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if place and Path(place).is_dir() else str(Path.home())


def export_folder(otherwise: str = "") -> str:
    """Where the last file was written, whatever was in it; before the first one `otherwise`."""
    for place in (recall(_EXPORTS), otherwise):
        if place and Path(place).is_dir():
            return place
    return documents_folder()


def remember_export(path: str | Path) -> None:
    """The next file begins beside this one."""
    remember(_EXPORTS, str(Path(path).absolute().parent))
