"""Picks a code from the codebook by typing: to merge into, to move below, to put on passages."""

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
from ..icons import icon
from ..look import META, look, resize
from ..marks import mark_icon
from ..parts.field_icon import ClearCross
from ..reader.matching import PanelEntry, draft, is_taken
from ..reader.panel_rows import create_text
from ..views.ground import Words
from .why import WhyField

_RECORD = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ChooseCodeDialog(QDialog):
    """A field that filters and the codes by path. `chose` gives the code's id, or None for the top.

    With `why` there is a line for the reason, with `copy` a box of those words to tick. With `creates` a name that no
    code has may be typed: `created` gives the `Draft` of the code to make.
    """

    chose = Signal(object)
    created = Signal(object)

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
        creates: bool = False,
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
        self._entries = [
            PanelEntry(key, codebook.by_id[key].name, path, "", 0, "", "", codebook.by_id[key].kind)
            for key, path in codebook.paths().items()
        ]
        self._new = QListWidgetItem(icon("add", "accent"), "", self.list) if creates else None
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
            hidden = self._offer_new(typed) if item is self._new else wanted not in fold(item.text())
            item.setHidden(hidden)
            if first is None and not hidden:
                first = item
        current = self.list.currentItem()
        if current is None or current.isHidden() or not wanted:
            self.list.setCurrentItem(first)
        self.button.setEnabled(first is not None)
        self.nothing.setVisible(first is None)

    def _offer_new(self, typed: str) -> bool:
        """Name the code that would be made; whether there is none to make."""
        assert self._new is not None
        made = draft(typed, self._entries, None)
        parent = next((entry.name for entry in self._entries if entry.code_id == made.parent), "")
        self._new.setText(create_text(made, parent))
        return not made.name or is_taken(typed, self._entries)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            if event.type() == QEvent.Type.KeyPress:
                QApplication.sendEvent(self.list, event)
            return True
        return bool(super().eventFilter(watched, event))

    def accept(self) -> None:
        item = self.list.currentItem()
        if item is None or item.isHidden():
            return
        if item is self._new:
            self.created.emit(draft(self.field.text(), self._entries, None))
        else:
            self.chose.emit(item.data(_RECORD))
        super().accept()
