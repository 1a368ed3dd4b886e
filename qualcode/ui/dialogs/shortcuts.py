"""All keys in one place, and changing them: by pressing other ones, or by taking those of another program."""

import sys

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
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
from ..commands.actions import BY_ID, COMMANDS, MENUS, Actions, Command, menu_names
from ..commands.keymap import SEPARATOR, USUAL, is_reserved
from ..look import look, resize

_DIGIT = "digit_"
_NATIVE = QKeySequence.SequenceFormat.NativeText
_PORTABLE = QKeySequence.SequenceFormat.PortableText

PRESET_NAMES = {
    USUAL: QT_TRANSLATE_NOOP("Presets", "qualcode"),
    "maxqda": QT_TRANSLATE_NOOP("Presets", "like MAXQDA"),
    "nvivo": QT_TRANSLATE_NOOP("Presets", "like NVivo"),
    "atlasti": QT_TRANSLATE_NOOP("Presets", "like ATLAS.ti"),
}

# keys that always mean the same where they work; they are listed, not changed
_FIXED = (
    (QT_TRANSLATE_NOOP("FixedKeys", "Choose a code for the selected words"), QT_TRANSLATE_NOOP("FixedKeys", "type")),
    (QT_TRANSLATE_NOOP("FixedKeys", "Remove the chosen coding"), "Del"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Let go of a coding or selection, end a mode, close a panel"), "Esc"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Select letter by letter"), "Shift+Left; Shift+Right"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Select word by word"), "Ctrl+Shift+Left; Ctrl+Shift+Right"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Leave the text"), "Tab"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Code panel: apply"), "Return"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Code panel: apply and stay"), "Tab"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Code panel: make a new code"), "Shift+Return"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Code panel: put the new code below the one found"), ">"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Code panel: code in their words"), "Ctrl+I"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Documents: rename a document or folder"), "F2"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Documents: new folder of what is chosen"), "Ins"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Documents: move up or down"), "Ctrl+Shift+Up; Ctrl+Shift+Down"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Codebook: rename"), "F2"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Codebook: list its segments"), "Space"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Codebook: move up or down"), "Ctrl+Shift+Up; Ctrl+Shift+Down"),
    (QT_TRANSLATE_NOOP("FixedKeys", "Report: move a table or figure up or down"), "Ctrl+Shift+Up; Ctrl+Shift+Down"),
)


class _KeyEdit(QKeySequenceEdit):
    """Takes the next keys pressed; Tab and Esc go on to the dialog."""

    def begin_again(self, words: str) -> None:
        """Wait for other keys, and say so: clearing puts words of Qt's own there."""
        self.clear()
        field = self.findChild(QLineEdit)
        if isinstance(field, QLineEdit):
            field.setPlaceholderText(words)
            field.setAccessibleName(self.accessibleName())  # it is the one that has the focus

    def event(self, event: QEvent) -> bool:
        leaving = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
        bare = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        if isinstance(event, QKeyEvent) and event.key() in leaving and event.modifiers() in bare:
            if event.type() == QEvent.Type.KeyPress and event.key() != Qt.Key.Key_Escape:
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
                return True
            event.ignore()
            return False
        return bool(super().event(event))


class ShortcutsDialog(QDialog):
    """Every command with its keys; what is changed takes effect at once."""

    changed = Signal()

    def __init__(self, actions: Actions, own_keys: dict[str, str], preset: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own_keys = dict(own_keys)
        self.preset = preset if preset in PRESET_NAMES else USUAL
        self._actions = actions
        self.setWindowTitle(self.tr("Shortcuts"))
        self._make_list()
        self._make_change()
        px = look().px
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self._preset_label)
        top.addWidget(self.presets)
        row = QHBoxLayout()
        row.addWidget(self.key, 1)
        for part in (self.use, self.add):
            row.addWidget(part)
        foot = QHBoxLayout()
        for part in (self.none, self.usual, self.reset):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(8))
        down.addLayout(top)
        down.addWidget(self.list, 1)
        down.addLayout(row)
        down.addWidget(self.problem)
        down.addLayout(foot)
        resize(self, px(720), px(640))
        self._fill()
        self.words.setFocus()

    # ── parts ──
    def _make_list(self) -> None:
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find a command or a key"))
        self.words.setAccessibleName(self.tr("Find a command or a key"))
        self.words.textChanged.connect(self._filter)
        self.presets = QComboBox(self)
        for key, name in PRESET_NAMES.items():
            self.presets.addItem(QCoreApplication.translate("Presets", name), key)
        self.presets.setCurrentIndex(self.presets.findData(self.preset))
        self.presets.activated.connect(self._take_preset)
        self._preset_label = QLabel(self.tr("&Keys"), self)
        self._preset_label.setBuddy(self.presets)
        self.presets.setAccessibleName(self.tr("Whose keys"))
        self.list = QTreeWidget(self)
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Menu"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda *_: self._chose())
        self.list.itemActivated.connect(lambda *_: self.key.setFocus())

    def _make_change(self) -> None:
        self.key = _KeyEdit(self)
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(self.tr("New key"))
        self.key.keySequenceChanged.connect(lambda _key: self._check())
        self.key.editingFinished.connect(self._pressed)
        self.use = QPushButton(self.tr("Use this key"), self)
        self.use.clicked.connect(lambda: self._use(False))
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setToolTip(self.tr("Add this key to those it has"))
        self.add.clicked.connect(lambda: self._use(True))
        self.none = QPushButton(self.tr("No key"), self)
        self.none.clicked.connect(self._none)
        self.usual = QPushButton(self.tr("Usual key"), self)
        self.usual.clicked.connect(self._usual)
        self.reset = QPushButton(self.tr("All usual keys"), self)
        self.reset.setToolTip(self.tr("Forget every key you changed yourself"))
        self.reset.clicked.connect(self._reset)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setMinimumHeight(2 * self.problem.fontMetrics().lineSpacing())
        self.problem.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.accept)
        for button in (self.use, self.add, self.none, self.usual, self.reset, self.close_button):
            button.setAutoDefault(False)

    # ── the list ──
    def _fill(self) -> None:
        chosen = self._chosen()
        self.list.clear()
        menus = menu_names()
        for command in COMMANDS:
            keys = ", ".join(key.toString(_NATIVE) for key in self._actions.keys_of(command))
            item = QTreeWidgetItem([command_name(command), menus.get(command.id, ""), keys])
            item.setData(0, Qt.ItemDataRole.UserRole, command.id)
            if command.id in self.own_keys:
                font = item.font(2)
                font.setBold(True)
                item.setFont(2, font)
                item.setToolTip(2, self.tr("Your own key"))
            self.list.addTopLevelItem(item)
            if command.id == chosen:
                self.list.setCurrentItem(item)
        for text, written in _FIXED:
            native = (QKeySequence(key).toString(_NATIVE) if key else "" for key in written.split(SEPARATOR))
            typing = written == _FIXED[0][1]
            keys = QCoreApplication.translate("FixedKeys", written) if typing else ", ".join(native)
            row = [QCoreApplication.translate("FixedKeys", text), self.tr("always"), keys]
            item = QTreeWidgetItem(row)
            item.setData(0, Qt.ItemDataRole.UserRole, "")
            self.list.addTopLevelItem(item)
        self._filter()
        self._chose()

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _filter(self) -> None:
        wanted = fold(self.words.text())
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            item.setHidden(wanted not in fold(f"{item.text(0)} {item.text(1)} {item.text(2)}"))

    def _chose(self) -> None:
        chosen = self._chosen()
        self.key.begin_again(self.tr("Press the new keys"))
        self.problem.setText("")
        self.key.setEnabled(bool(chosen))
        self.none.setEnabled(bool(chosen) and bool(self._actions.keys_of(BY_ID[chosen])))
        self.usual.setEnabled(chosen in self.own_keys)
        self.reset.setEnabled(bool(self.own_keys))
        self._check()

    # ── a new key ──
    def _owner(self, key: QKeySequence) -> Command | None:
        """The other command that has this key now."""
        chosen = self._chosen()
        found = (one for one in COMMANDS if one.id != chosen and key in self._actions.keys_of(one))
        return next(found, None) if not key.isEmpty() else None

    def _check(self) -> None:
        """Say what stands in the way of the key that was pressed."""
        key = self.key.keySequence()
        owner = self._owner(key)
        refused = "" if key.isEmpty() else self._refused(key)
        self.use.setEnabled(not key.isEmpty() and not refused)
        self.add.setEnabled(not key.isEmpty() and not refused)
        self.use.setText(self.tr("Use this key") if owner is None else self.tr("Take it from there"))
        if refused:
            self.problem.setText(refused)
        elif owner is not None:
            text = self.tr("This key belongs to “{name}”. Press another one, or take it from there.")
            self.problem.setText(text.replace("{name}", command_name(owner)))
        elif not key.isEmpty():
            self.problem.setText(self.tr("This key is free."))

    def _refused(self, key: QKeySequence) -> str:
        written = key.toString(_PORTABLE)
        if is_reserved(written, sys.platform):
            return self.tr("The system, or every text field, needs this key. Press another one.")
        menu = mnemonics().get(written)
        if menu and sys.platform != "darwin":
            return self.tr("This key opens the menu “{name}”. Press another one.").replace("{name}", menu)
        return ""

    def _pressed(self) -> None:
        if self.use.isEnabled() and self.key.hasFocus():
            self.use.setFocus()

    def _use(self, besides: bool) -> None:
        chosen, key = self._chosen(), self.key.keySequence()
        if not chosen or key.isEmpty() or self._refused(key):
            return
        owner = self._owner(key)
        if owner is not None:
            self.own_keys[owner.id] = self._written([one for one in self._actions.keys_of(owner) if one != key])
        before = self._actions.keys_of(BY_ID[chosen]) if besides else []
        self.own_keys[chosen] = self._written([*(one for one in before if one != key), key])
        self._take()
        self.list.setFocus()

    @staticmethod
    def _written(keys: list[QKeySequence]) -> str:
        return SEPARATOR.join(key.toString(_PORTABLE) for key in keys)

    def _none(self) -> None:
        self.own_keys[self._chosen()] = ""
        self._take()

    def _usual(self) -> None:
        self.own_keys.pop(self._chosen(), None)
        self._take()

    def _reset(self) -> None:
        self.own_keys = {}
        self._take()

    def _take_preset(self, number: int) -> None:
        self.preset = str(self.presets.itemData(number))
        self._take()

    def _take(self) -> None:
        self.own_keys = {identity: key for identity, key in self.own_keys.items() if identity in BY_ID}
        self._actions.set_keys(self.own_keys, self.preset)
        self._fill()
        self.changed.emit()


def command_name(command: Command) -> str:
    """A command's words without the dots; the digits with their digit."""
    text = QCoreApplication.translate("Commands", command.text).rstrip("…")
    return f"{text} {command.id.removeprefix(_DIGIT)}" if command.id.startswith(_DIGIT) else text


def mnemonics() -> dict[str, str]:
    """The keys that open the menus, and what they are called."""
    found = {}
    for title, _ in MENUS:
        text = QCoreApplication.translate("Menus", title)
        letter = text.partition("&")[2][:1]
        if letter:
            found[f"Alt+{letter.upper()}"] = text.partition("(&")[0].replace("&", "")
    return found
