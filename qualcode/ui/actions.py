"""Everything a person can ask the window for: name, words, keys and place in the menus, as data."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from .icons import icon

ALWAYS, PROJECT, WRITE, DOCUMENT = "always", "project", "write", "document"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to ask for. `keys` as Qt writes them, several mean the same; `needs` is what must be there."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    needs: str = ALWAYS
    icon: str = ""
    checkable: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    mac: tuple[str, ...] = ()


def _c(identity: str, text: str, *keys: str, **more: object) -> Command:
    return Command(identity, text, keys, **more)  # type: ignore[arg-type]


COMMANDS = (
    _c("new", QT_TRANSLATE_NOOP("Commands", "New project…"), "Ctrl+N", icon="add"),
    _c("open", QT_TRANSLATE_NOOP("Commands", "Open project…"), "Ctrl+O"),
    _c("sample", QT_TRANSLATE_NOOP("Commands", "Open the sample project")),
    _c("import", QT_TRANSLATE_NOOP("Commands", "Import files…"), "Ctrl+Shift+I", needs=WRITE, icon="import"),
    _c("export_codebook", QT_TRANSLATE_NOOP("Commands", "Export codebook…"), needs=PROJECT, icon="export"),
    _c("export_segments", QT_TRANSLATE_NOOP("Commands", "Export segments…"), needs=PROJECT, icon="export"),
    _c("backup", QT_TRANSLATE_NOOP("Commands", "Back up now"), needs=WRITE),
    _c("restore", QT_TRANSLATE_NOOP("Commands", "Restore a backup…")),
    _c("check", QT_TRANSLATE_NOOP("Commands", "Check the project"), needs=PROJECT),
    _c("close", QT_TRANSLATE_NOOP("Commands", "Close project"), "Ctrl+W", needs=PROJECT),
    _c("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q", role=QAction.MenuRole.QuitRole),
    _c("undo", QT_TRANSLATE_NOOP("Commands", "Undo"), "Ctrl+Z", needs=WRITE, icon="undo"),
    _c(
        "redo",
        QT_TRANSLATE_NOOP("Commands", "Redo"),
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        needs=WRITE,
        icon="redo",
        mac=("Ctrl+Shift+Z",),
    ),
    _c("find", QT_TRANSLATE_NOOP("Commands", "Find in document…"), "Ctrl+F", needs=DOCUMENT, icon="search"),
    _c("find_next", QT_TRANSLATE_NOOP("Commands", "Find next"), "Ctrl+G", needs=DOCUMENT),
    _c("find_previous", QT_TRANSLATE_NOOP("Commands", "Find previous"), "Ctrl+Shift+G", needs=DOCUMENT),
    _c("find_all", QT_TRANSLATE_NOOP("Commands", "Find in project…"), "Ctrl+Shift+F", needs=PROJECT, icon="search"),
    _c(
        "settings",
        QT_TRANSLATE_NOOP("Commands", "Settings…"),
        "Ctrl+,",
        icon="settings",
        role=QAction.MenuRole.PreferencesRole,
    ),
    _c("documents", QT_TRANSLATE_NOOP("Commands", "Documents"), needs=PROJECT, checkable=True),
    _c("codebook", QT_TRANSLATE_NOOP("Commands", "Codebook"), needs=PROJECT, checkable=True),
    _c(
        "segments",
        QT_TRANSLATE_NOOP("Commands", "Segments"),
        "Ctrl+Alt+S",
        needs=PROJECT,
        checkable=True,
        icon="panels",
    ),
    _c(
        "history",
        QT_TRANSLATE_NOOP("Commands", "History"),
        "Ctrl+H",
        needs=PROJECT,
        checkable=True,
        icon="history",
        mac=("Ctrl+Y",),
    ),
    _c("panels_back", QT_TRANSLATE_NOOP("Commands", "Panels back to their places"), needs=PROJECT),
    _c("next_panel", QT_TRANSLATE_NOOP("Commands", "Next panel"), "F6", needs=PROJECT),
    _c("previous_panel", QT_TRANSLATE_NOOP("Commands", "Previous panel"), "Shift+F6", needs=PROJECT),
    _c("tab_code", QT_TRANSLATE_NOOP("Commands", "Code"), "Alt+1", needs=PROJECT, checkable=True, mac=("Meta+1",)),
    _c(
        "tab_analyse", QT_TRANSLATE_NOOP("Commands", "Analyse"), "Alt+2", needs=PROJECT, checkable=True, mac=("Meta+2",)
    ),
    _c("look_system", QT_TRANSLATE_NOOP("Commands", "As the system"), checkable=True),
    _c("look_light", QT_TRANSLATE_NOOP("Commands", "Light"), checkable=True),
    _c("look_dark", QT_TRANSLATE_NOOP("Commands", "Dark"), checkable=True),
    _c("look_contrast", QT_TRANSLATE_NOOP("Commands", "High contrast"), checkable=True),
    _c("text_larger", QT_TRANSLATE_NOOP("Commands", "Larger text"), "Ctrl++", "Ctrl+=", needs=DOCUMENT),
    _c("text_smaller", QT_TRANSLATE_NOOP("Commands", "Smaller text"), "Ctrl+-", needs=DOCUMENT),
    _c("text_usual", QT_TRANSLATE_NOOP("Commands", "Usual text size"), "Ctrl+0", needs=DOCUMENT),
    _c("full_screen", QT_TRANSLATE_NOOP("Commands", "Full screen"), "F11", checkable=True, mac=("Meta+Ctrl+F",)),
    _c("code", QT_TRANSLATE_NOOP("Commands", "Code the selection…"), "Ctrl+J", needs=DOCUMENT),
    _c("in_vivo", QT_TRANSLATE_NOOP("Commands", "Code in their words"), "Ctrl+I", needs=DOCUMENT),
    _c("again", QT_TRANSLATE_NOOP("Commands", "Same code again"), "Ctrl+L", needs=DOCUMENT),
    _c("uncode", QT_TRANSLATE_NOOP("Commands", "Remove coding"), "Ctrl+Shift+J", needs=DOCUMENT),
    _c("new_code", QT_TRANSLATE_NOOP("Commands", "New code…"), "Alt+N", needs=WRITE, icon="add"),
    _c("new_below", QT_TRANSLATE_NOOP("Commands", "New code below…"), "Alt+Shift+N", needs=WRITE),
    _c("new_theme", QT_TRANSLATE_NOOP("Commands", "New theme…"), needs=WRITE, icon="theme"),
    _c(
        "memo",
        QT_TRANSLATE_NOOP("Commands", "Write a memo…"),
        "Ctrl+M",
        needs=WRITE,
        icon="memo",
        mac=("Ctrl+Shift+M",),
    ),
    _c("next_coding", QT_TRANSLATE_NOOP("Commands", "Next coding"), "F4", needs=DOCUMENT),
    _c("previous_coding", QT_TRANSLATE_NOOP("Commands", "Previous coding"), "Shift+F4", needs=DOCUMENT),
    _c("next_same", QT_TRANSLATE_NOOP("Commands", "Next segment of the same code"), "F3", needs=DOCUMENT),
    _c("next_uncoded", QT_TRANSLATE_NOOP("Commands", "Next uncoded passage"), "F7", needs=DOCUMENT),
    _c("grow", QT_TRANSLATE_NOOP("Commands", "Grow the selection"), "Alt+Up", needs=DOCUMENT),
    _c("shrink", QT_TRANSLATE_NOOP("Commands", "Shrink the selection"), "Alt+Down", needs=DOCUMENT),
    _c("next_turn", QT_TRANSLATE_NOOP("Commands", "Next turn"), "Alt+Right", needs=DOCUMENT),
    _c("previous_turn", QT_TRANSLATE_NOOP("Commands", "Previous turn"), "Alt+Left", needs=DOCUMENT),
    _c("cooccurrence", QT_TRANSLATE_NOOP("Commands", "Co-occurrence of codes"), needs=PROJECT),
    _c("shortcuts", QT_TRANSLATE_NOOP("Commands", "Shortcuts")),
    _c("folders", QT_TRANSLATE_NOOP("Commands", "Where is my data?")),
    _c("about", QT_TRANSLATE_NOOP("Commands", "About qualcode"), role=QAction.MenuRole.AboutRole),
    *(
        _c(f"digit_{number}", QT_TRANSLATE_NOOP("Commands", "Code by digit"), f"Ctrl+{number}", needs=DOCUMENT)
        for number in range(1, 10)
    ),
)
BY_ID = {command.id: command for command in COMMANDS}

# menus in order: None is a line, a name in brackets a menu the window fills itself
MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Menus", "&Project"),
        ("new", "open", "(recent)", "sample", None, "import", "export_codebook", "export_segments", None,
         "backup", "restore", "check", None, "close", "quit"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Edit"),
        ("undo", "redo", None, "find", "find_next", "find_previous", "find_all", None, "settings"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&View"),
        ("tab_code", "tab_analyse", None, "documents", "codebook", "segments", "history", "panels_back", None,
         "(look)", "(size)", "text_larger", "text_smaller", "text_usual", None, "next_panel", "previous_panel",
         None, "full_screen"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Code"),
        ("code", "in_vivo", "again", "(digits)", "uncode", None, "memo", None, "new_code", "new_below", "new_theme",
         None, "next_coding", "previous_coding", "next_same", "next_uncoded", None, "grow", "shrink", "next_turn",
         "previous_turn"),
    ),
    (QT_TRANSLATE_NOOP("Menus", "&Analyse"), ("cooccurrence",)),
    (QT_TRANSLATE_NOOP("Menus", "&Help"), ("shortcuts", "folders", None, "about")),
)  # fmt: skip


class Actions(QObject):
    """The QActions of the commands, by id."""

    def __init__(self, parent: QObject, own_keys: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._by_id: dict[str, QAction] = {}
        self._own_keys = dict(own_keys)
        for command in COMMANDS:
            action = QAction(self)
            action.setObjectName(command.id)
            action.setCheckable(command.checkable)
            action.setMenuRole(command.role)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if command.icon:
                action.setIcon(icon(command.icon))
            action.setIconVisibleInMenu(False)
            self._by_id[command.id] = action
        self.speak()
        self.set_state(project=False, writes=False, document=False)

    def __getitem__(self, identity: str) -> QAction:
        return self._by_id[identity]

    def connect_all(self, handlers: Mapping[str, Callable[[], None]]) -> None:
        """Call `handlers[id]` when a command is chosen; every command needs one."""
        for identity, action in self._by_id.items():
            action.triggered.connect(lambda _checked=False, handler=handlers[identity]: handler())

    def speak(self) -> None:
        """Write words and keys anew: another language, other keys."""
        for command in COMMANDS:
            action = self._by_id[command.id]
            text = QCoreApplication.translate("Commands", command.text)
            action.setText(text)
            sequences = self.keys_of(command)
            action.setShortcuts(sequences)
            self.set_tip(command.id, text)

    def keys_of(self, command: Command) -> list[QKeySequence]:
        """The keys of a command now: the user's own, or ours."""
        if command.id in self._own_keys:
            own = self._own_keys[command.id]
            return [QKeySequence(own)] if own else []
        usual = command.mac if sys.platform == "darwin" and command.mac else command.keys
        return [QKeySequence(key) for key in usual]

    def set_keys(self, own_keys: Mapping[str, str]) -> None:
        """Use these keys instead of ours: command id to key, "" for none."""
        self._own_keys = dict(own_keys)
        self.speak()

    def set_tip(self, identity: str, text: str) -> None:
        """What hovers over the command's button: its name and its key."""
        action = self._by_id[identity]
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        plain = text.rstrip("…")
        action.setToolTip(f"{plain} ({key})" if key else plain)

    @staticmethod
    def plain(identity: str) -> str:
        """A command's bare name, whatever its action says now."""
        return QCoreApplication.translate("Commands", BY_ID[identity].text)

    def set_state(self, project: bool, writes: bool, document: bool) -> None:
        """Enable what can be done now."""
        there = {ALWAYS: True, PROJECT: project, WRITE: project and writes, DOCUMENT: project and document}
        for command in COMMANDS:
            self._by_id[command.id].setEnabled(there[command.needs])
