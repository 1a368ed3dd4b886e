"""Picks a code from the codebook by typing: to merge into, or to move below."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.codebook import Codebook
from ...domain.folding import fold
from ..look import META, look, resize
from ..marks import mark_icon
from ..parts.field_icon import ClearCross
from ..views.ground import Words
from .why import WhyField

_RECORD = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ChooseCodeDialog(QDialog):
    """A field that filters and the codes by path. `chose` gives the code's id, or None for the top.

    With `why` there is a line for the reason, with `copy` a box of those words to tick.
    """

    chose = Signal(object)

    def __init__(
        self,
        title: str,
        button: str,
        codebook: Codebook,
        without: Collection[UUID] = (),
        top: str = "",
        parent: QWidget | None = None,
        why: bool = False,
        copy: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        px = look().px
        label = QLabel(title, self)
        label.setFont(look().font(15, bold=True))
        label.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type part of a name"))
        self.field.setAccessibleName(self.tr("Find a code"))
        ClearCross(self.field)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Codes"))
        self.list.setUniformItemSizes(True)
        if top:
            QListWidgetItem(top, self.list).setData(_RECORD, None)
        dark = look().current.dark
        for key, path in codebook.paths().items():
            if key not in without:
                code = codebook.by_id[key]
                item = QListWidgetItem(mark_icon(code.color, code.kind, dark, px(16)), path, self.list)
                item.setData(_RECORD, key)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.button = QPushButton(button, self)
        self.button.setProperty("kind", "filled")  # before the box polishes it
        buttons.addButton(self.button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(12))
        layout.setSpacing(px(12))
        self.copy = QCheckBox(copy, self)
        self.copy.setVisible(bool(copy))
        self.why = WhyField(self)
        self.why.setVisible(why)
        self.nothing = Words(look(), META, "ink2", wrap=True, parent=self)
        self.nothing.setText(self.tr("No code has these letters."))
        for widget in (label, self.field, self.list, self.nothing, self.copy, self.why, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self._filter("")
        resize(self, px(420), px(440))
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """Why, if that was said."""
        return self.why.reason

    @property
    def copies(self) -> bool:
        """Whether the box is ticked."""
        return self.copy.isChecked()

    def _filter(self, typed: str) -> None:
        wanted = fold(typed.strip())
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            hidden = wanted not in fold(item.text())
            item.setHidden(hidden)
            if first is None and not hidden:
                first = item
        current = self.list.currentItem()
        if current is None or current.isHidden() or not wanted:
            self.list.setCurrentItem(first)
        self.button.setEnabled(first is not None)
        self.nothing.setVisible(first is None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            if event.type() == QEvent.Type.KeyPress:
                QApplication.sendEvent(self.list, event)
            return True
        return bool(super().eventFilter(watched, event))

    def accept(self) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.chose.emit(item.data(_RECORD))
            super().accept()
