"""A field for a name of the project: typed in part and chosen from what holds it, or from the whole list."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from ...domain.codebook import PATH_SEPARATOR
from ..look import Look

_NAMES = 340  # px: how wide the list of names is at least
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameField(QComboBox):
    """`meant` fires when a name is whole, chosen, confirmed by Enter or left, and not while a part of one is typed:
    names that hold what is typed are offered, and Enter takes the only one of them."""

    meant = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._half = False
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        for names in (self.view(), completer.popup()):
            names.setMinimumWidth(look.px(_NAMES))  # codes come with those above them
            names.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        completer.popup().setObjectName("popup")  # with an edge
        look.dress(completer.popup())
        completer.popup().installEventFilter(self)
        self.editTextChanged.connect(self._changed)
        self.line.returnPressed.connect(self._take)
        # behind what they do themselves: it puts the cursor to the end
        self.activated.connect(lambda _place: QTimer.singleShot(0, self, self._show_beginning))
        completer.activated.connect(lambda _name: QTimer.singleShot(0, self, self._show_beginning))

    @property
    def line(self) -> QLineEdit:
        """Where it is typed."""
        field = self.lineEdit()
        assert field is not None
        return field

    def _holding(self, typed: str) -> list[str]:
        """The names that hold what is typed."""
        sought = typed.casefold()
        return [name for name in map(self.itemText, range(self.count())) if sought in name.casefold()]

    def _changed(self, text: str) -> None:
        typed = text.strip()
        known = not typed or self.findText(typed) >= 0
        self._half = not known and self.line.hasFocus() and bool(self._holding(typed))
        if not self._half:
            self.meant.emit()

    def _take(self) -> None:
        """What is typed is meant: the one name that holds it, or whose own part begins so, else the words as they
        are."""
        typed = self.currentText().strip()
        if not self._half or not typed:
            return
        holding = self._holding(typed)
        own = [name for name in holding if name.split(PATH_SEPARATOR)[-1].casefold().startswith(typed.casefold())]
        only = next((names[0] for names in (holding, own) if len(names) == 1), typed)
        self._half = False
        if only == typed:
            self.meant.emit()
        else:
            self.setEditText(only)
            self._show_beginning()

    def _show_beginning(self) -> None:
        """A name is known by its beginning; what is typed next replaces it."""
        length = len(self.line.text())
        if self.line.hasFocus():
            self.line.setSelection(length, -length)
        else:
            self.line.home(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        completer = self.completer()
        if completer is not None and watched is completer.popup() and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
            if pressed and not completer.popup().currentIndex().isValid():
                completer.popup().hide()
                self._take()
                return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._half and event.reason() != Qt.FocusReason.PopupFocusReason:  # the list takes the keys for a while
            self._half = False
            self.meant.emit()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.line.home(False)
