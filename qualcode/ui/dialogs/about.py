"""About the program, and where it keeps what."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ... import __version__
from ...app import settings
from ..look import META, TITLE, look


class AboutDialog(QDialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About qualcode"))
        px = look().px
        title = QLabel(f"qualcode {__version__}", self)
        title.setFont(look().font(TITLE, bold=True))
        words = QLabel(
            self.tr(
                "A workbench for qualitative thematic analysis. Free software under the MIT licence. It sends nothing "
                "anywhere: your interviews stay on this computer."
            ),
            self,
        )
        words.setWordWrap(True)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(24)] * 4)
        down.setSpacing(px(12))
        down.addWidget(title)
        down.addWidget(words)
        down.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setFixedWidth(px(440))


class FoldersDialog(QDialog):
    """The places of the open project, its backups, the settings and the log, each with a button to open it."""

    def __init__(self, project: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Where is my data?"))
        px = look().px
        grid = QGridLayout()
        grid.setSpacing(px(12))
        grid.setColumnStretch(1, 1)
        places = [
            (self.tr("Backups"), settings.backups_folder()),
            (self.tr("Settings"), settings.settings_file().parent),
            (self.tr("Log (no texts of yours)"), settings.log_folder()),
        ]
        if project and "://" not in project:
            places.insert(0, (self.tr("This project"), Path(project).absolute()))
        for row, (name, place) in enumerate(places):
            head = QLabel(name, self)
            head.setFont(look().font(META, bold=True))
            path = QLabel(str(place), self)
            path.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            path.setAccessibleName(f"{name}: {place}")
            path.setWordWrap(True)
            show = QPushButton(self.tr("Show"), self)
            show.setAccessibleName(self.tr("Show") + f": {name}")
            folder = place if place.is_dir() else place.parent
            show.clicked.connect(
                lambda _checked=False, folder=folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
            )
            for column, part in enumerate((head, path, show)):
                grid.addWidget(part, row, column)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(24)] * 4)
        down.setSpacing(px(16))
        down.addLayout(grid)
        down.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setMinimumWidth(px(640))
