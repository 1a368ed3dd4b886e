"""Which documents belong to a case, ticked in a list that can be searched."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.cases import Case
from ...domain.folding import fold
from ..look import look, resize

_PART = Qt.ItemDataRole.UserRole


class DocumentsOfCase(QDialog):
    """What belongs stands first; a speaker's turns in a document have a line of their own."""

    def __init__(
        self, case: Case, documents: Mapping[UUID, str], parts: Sequence[tuple[UUID, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Documents of “{name}”").replace("{name}", case.name))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Search"))
        self.field.setAccessibleName(self.tr("Search"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setUniformItemSizes(True)
        whole = {document for document, speaker in parts if not speaker}
        first = [part for part in parts if part[1]] + [(document, "") for document in documents if document in whole]
        for document, speaker in [*first, *((document, "") for document in documents if document not in whole)]:
            words = documents[document]
            if speaker:
                words = self.tr("{speaker} in {document}").replace("{document}", words).replace("{speaker}", speaker)
            item = QListWidgetItem(words, self.list)
            item.setData(_PART, (document, speaker))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            there = (document, speaker) in parts
            item.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = QPushButton(self.tr("Save"), self)
        save.setProperty("kind", "filled")
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._search)
        down = QVBoxLayout(self)
        px = look().px
        down.setContentsMargins(px(16), px(16), px(16), px(12))
        down.setSpacing(px(8))
        down.addWidget(self.field)
        down.addWidget(self.list, 1)
        down.addWidget(buttons)
        resize(self, px(420), px(460))

    def _search(self, text: str) -> None:
        words = fold(text).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in fold(item.text()) for word in words))

    def chosen(self) -> list[tuple[UUID, str]]:
        """The documents and speakers that are ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(_PART) for item in items if item.checkState() == Qt.CheckState.Checked]
