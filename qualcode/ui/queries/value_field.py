"""A field for the name or value of a condition: typed, or chosen from what the project has."""

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from ..look import look
from .drafts import CODE
from .names import Offers

_NAMES = 340  # px: how wide the list of names is at least
_TYPING = 400  # milliseconds after the last key


class ValueField(QComboBox):
    """`changed` fires for a name when it is whole or left, for other values a moment after the last key. A name with
    which a longer one begins ("age", "age group") waits that moment, too. `done` fires when a name was chosen or
    Enter pressed: somebody goes on to what is next."""

    changed = Signal(str)
    done = Signal()

    def __init__(self, parent: QWidget, text: str = "") -> None:
        super().__init__(parent)
        self._offers, self._key, self._told = Offers(), ("", ""), text
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._completer = QCompleter(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(self._completer)
        for names in (self.view(), self._completer.popup()):
            names.setMinimumWidth(look().px(_NAMES))  # codes come with those above them
            names.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._completer.popup().setObjectName("popup")  # with an edge
        look().dress(self._completer.popup())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING)
        self._timer.timeout.connect(self._tell)
        self.setEditText(text)
        self.setToolTip(text)
        self.line.setCursorPosition(0)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._finish)
        self.textActivated.connect(lambda _text: self._finish())
        self._completer.activated[str].connect(lambda _text: self._soon())

    @property
    def line(self) -> QLineEdit:
        """Where it is typed."""
        field = self.lineEdit()
        assert field is not None
        return field

    def offer(self, offers: Offers, kind: str, variable: str = "") -> None:
        """Put the names of a kind, or the values of a variable, into the list; what is typed stays."""
        self._offers, self._key = offers, (kind, variable)
        model: QStringListModel = offers.model(kind, variable)
        text, place = self.currentText(), self.line.cursorPosition()
        blocker = QSignalBlocker(self)
        self.setModel(model)
        self.setCurrentIndex(-1)
        self.setEditText(text)
        del blocker
        self.line.setCursorPosition(place)
        self._completer.setModel(model)

    def _typed(self, text: str) -> None:
        kind, variable = self._key
        self._timer.stop()  # of a name that has grown meanwhile
        if not kind or not self._offers.model(kind, variable).rowCount():
            self._timer.start()
        elif self._offers.knows(kind, text, variable):
            if self._offers.begins_longer(kind, text, variable):
                self._timer.start()
            else:
                self._tell()
        elif kind and variable:
            self._timer.start()  # a value may be one that no case has, and a range

    def empty(self) -> None:
        """Take out what stands there without telling of it."""
        self._timer.stop()
        self._told = ""
        self.setEditText("")
        self.setToolTip("")

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self._finish)  # the completer writes its word after it has told of it

    def take(self) -> None:
        """What stands there now is meant, whether or not somebody is still typing."""
        self._tell()

    def _finish(self) -> None:
        kind, variable = self._key
        only = self._offers.only(kind, self.currentText()) if kind and not variable else ""
        if only and only != self.currentText():  # it is the one that is offered
            self.setEditText(only)
        self._tell()
        self.done.emit()

    def _tell(self) -> None:
        self._timer.stop()
        text = self.currentText().strip()
        if text != self._told:
            self._told = text
            self.setToolTip(text)
            self.changed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # the list of names takes the keys for a while
            self._tell()
            if self._key[0] == CODE:
                self.show_end()

    def show_end(self) -> None:
        """Of a long path show its end: a code is known by its name rather than by those it stands below."""
        self.line.end(False)
