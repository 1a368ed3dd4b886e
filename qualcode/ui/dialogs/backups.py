"""Chooses one of the backups of a project file."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..look import TITLE, look, resize
from ..parts.dates import short_moment


class _Backup(Protocol):
    @property
    def time(self) -> datetime: ...
    @property
    def step(self) -> int: ...


class BackupsDialog(QDialog):
    """The backups, newest first; `number` is the chosen one (1 = newest) once accepted."""

    def __init__(self, place: Path, backups: Sequence[_Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self.setWindowTitle(self.tr("Restore a backup"))
        px = look().px
        title = QLabel(self.tr("Backups of {name}").replace("{name}", place.stem), self)
        title.setFont(look().font(TITLE, bold=True))
        title.setWordWrap(True)
        words = QLabel(
            self.tr("The backup takes the project's place. The file as it is now stays beside it under another name.")
            if backups
            else self.tr("There are no backups of this file on this computer."),
            self,
        )
        words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups"))
        for number, backup in enumerate(backups, start=1):
            when = short_moment(backup.time.astimezone(UTC).isoformat())
            text = self.tr("{when} · step {step}").replace("{when}", when).replace("{step}", str(backup.step))
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(backups))
        buttons = QDialogButtonBox(self)
        if backups:
            restore = QPushButton(self.tr("Restore"), self)
            restore.setProperty("kind", "filled")  # before the box polishes it
            buttons.addButton(restore, QDialogButtonBox.ButtonRole.AcceptRole)
            restore.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(lambda _item: self._accept())
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(24)] * 4)
        down.setSpacing(px(12))
        for part in (title, words, self.list, buttons):
            down.addWidget(part)
        resize(self, px(480), px(400) if backups else px(160))

    def _accept(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.number = int(item.data(Qt.ItemDataRole.UserRole))
            self.accept()
