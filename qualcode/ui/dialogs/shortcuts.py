"""The list of keys, and changing them."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...domain.folding import fold
from ..actions import BY_ID, COMMANDS, Actions
from ..look import look, resize

_DIGIT = "digit_"


class ShortcutsDialog(QDialog):
    """Every command with its keys; a chosen one can get another key, which takes effect at once."""

    def __init__(self, actions: Actions, own_keys: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own_keys = dict(own_keys)
        self._actions = actions
        self.setWindowTitle(self.tr("Shortcuts"))
        px = look().px
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find a command or a key"))
        self.words.setAccessibleName(self.tr("Find a command or a key"))
        self.words.textChanged.connect(self._filter)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda *_: self._chose())
        self.key = QKeySequenceEdit(self)
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(self.tr("New key"))
        self.use = QPushButton(self.tr("Use this key"), self)
        self.use.clicked.connect(self._use)
        self.usual = QPushButton(self.tr("Usual key"), self)
        self.usual.clicked.connect(self._usual)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.key, 1)
        for part in (self.use, self.usual, close):
            row.addWidget(part)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(8))
        for part in (self.words, self.list, self.problem):
            down.addWidget(part)
        down.addLayout(row)
        resize(self, px(560), px(600))
        self._fill()

    def _fill(self) -> None:
        chosen = self._chosen()
        self.list.clear()
        for command in COMMANDS:
            text = QCoreApplication.translate("Commands", command.text).rstrip("…")
            if command.id.startswith(_DIGIT):
                text = f"{text} {command.id.removeprefix(_DIGIT)}"
            native = QKeySequence.SequenceFormat.NativeText
            keys = ", ".join(key.toString(native) for key in self._actions.keys_of(command))
            item = QTreeWidgetItem([text, keys])
            item.setData(0, Qt.ItemDataRole.UserRole, command.id)
            self.list.addTopLevelItem(item)
            if command.id == chosen:
                self.list.setCurrentItem(item)
        self._filter()
        self._chose()

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _filter(self) -> None:
        wanted = fold(self.words.text())
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            item.setHidden(wanted not in fold(f"{item.text(0)} {item.text(1)}"))

    def _chose(self) -> None:
        chosen = self._chosen()
        self.problem.setText("")
        for part in (self.key, self.use):
            part.setEnabled(bool(chosen))
        self.usual.setEnabled(chosen in self.own_keys)
        self.key.clear()

    def _use(self) -> None:
        chosen, key = self._chosen(), self.key.keySequence()
        other = next(
            (
                command
                for command in COMMANDS
                if command.id != chosen and not key.isEmpty() and key in self._actions.keys_of(command)
            ),
            None,
        )
        if other is not None:
            name = QCoreApplication.translate("Commands", other.text).rstrip("…")
            text = self.tr("This key belongs to “{name}”. Choose another one, or give that command another first.")
            self.problem.setText(text.replace("{name}", name))
            return
        self.own_keys[chosen] = key.toString(QKeySequence.SequenceFormat.PortableText)
        self._changed()

    def _usual(self) -> None:
        self.own_keys.pop(self._chosen(), None)
        self._changed()

    def _changed(self) -> None:
        self.own_keys = {identity: key for identity, key in self.own_keys.items() if identity in BY_ID}
        self._actions.set_keys(self.own_keys)
        self._fill()
