"""Everything a person can ask the window for: name, words, keys and place in the menus, as data.

To add a command:
1. a line in `COMMANDS`: `_c("my_command", QT_TRANSLATE_NOOP("Commands", "Do this…"), "Ctrl+X", needs=DOCUMENT)`; "…" at
   the end where it asks something first; no key, or one that no other command has (tests/ui/commands/test_keymap.py);
2. its id in `MENUS`, where people will look for it;
3. a line in `handlers.py` with the function that does it (and in it alone: a command without one stops the start).
Menus, tooltips, the list of shortcuts and the palette (Ctrl+K) know it then. What is done differently in another state
is switched off with `actions[id].setEnabled(False)`: the palette offers only what can be done.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from ..icons import icon
from .keymap import USUAL, Keys, resolved

if TYPE_CHECKING:
    from ...app.project import Project

ALWAYS, PROJECT, REMARK, WRITE = "always", "project", "remark", "write"
DOCUMENT, CODING, OURS = "document", "coding", "ours"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to ask for. `keys` as Qt writes them, several mean the same; `needs` is what must be there: `REMARK` is
    a project one may comment on, `CODING` a document in a project one may write in; `OURS` no project that is open for
    review: it is the analyst's."""

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
    _c("export_memos", QT_TRANSLATE_NOOP("Commands", "Export memos…"), needs=PROJECT, icon="export"),
    _c("send_review", QT_TRANSLATE_NOOP("Commands", "Send for review…"), needs=PROJECT, icon="people"),
    _c("remark", QT_TRANSLATE_NOOP("Commands", "New remark…"), needs=REMARK, icon="memo"),
    _c("open_reviewing", QT_TRANSLATE_NOOP("Commands", "Open as reviewer…")),
    _c("sign_off", QT_TRANSLATE_NOOP("Commands", "Sign off…"), needs=WRITE),
    _c("backup", QT_TRANSLATE_NOOP("Commands", "Back up now"), needs=WRITE),
    _c("restore", QT_TRANSLATE_NOOP("Commands", "Restore a backup…"), needs=OURS),
    _c("check", QT_TRANSLATE_NOOP("Commands", "Check the project"), needs=PROJECT),
    _c("name_point", QT_TRANSLATE_NOOP("Commands", "Name this point…"), "Ctrl+S", needs=WRITE, icon="flag"),
    _c("codebook_changes", QT_TRANSLATE_NOOP("Commands", "Codebook changes…"), needs=PROJECT, icon="changes"),
    _c("method", QT_TRANSLATE_NOOP("Commands", "Method…"), needs=WRITE),
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
    _c("palette", QT_TRANSLATE_NOOP("Commands", "Command palette…"), "Ctrl+K", icon="search"),
    _c("goto_document", QT_TRANSLATE_NOOP("Commands", "Go to document…"), "Ctrl+D", needs=PROJECT),
    _c("goto_code", QT_TRANSLATE_NOOP("Commands", "Go to code…"), "Ctrl+Shift+D", needs=PROJECT),
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
        "Ctrl+Shift+S",
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
    _c("time_line", QT_TRANSLATE_NOOP("Commands", "Time line"), needs=PROJECT),
    _c("add_to_map", QT_TRANSLATE_NOOP("Commands", "Add to map…"), needs=WRITE, icon="add"),
    _c("theme_board", QT_TRANSLATE_NOOP("Commands", "Theme board"), needs=PROJECT),
    _c("theme_map", QT_TRANSLATE_NOOP("Commands", "Theme map"), needs=PROJECT),
    _c("map_history", QT_TRANSLATE_NOOP("Commands", "History of the theme map"), needs=PROJECT, icon="map_history"),
    _c(
        "rules",
        QT_TRANSLATE_NOOP("Commands", "Coding rules"),
        "Ctrl+Shift+P",
        needs=PROJECT,
        checkable=True,
        icon="rules",
    ),
    _c(
        "journal",
        QT_TRANSLATE_NOOP("Commands", "Journal of memos"),
        "Ctrl+Shift+M",
        needs=PROJECT,
        checkable=True,
        icon="journal",
        mac=("Ctrl+Alt+M",),
    ),
    _c("reviews", QT_TRANSLATE_NOOP("Commands", "Reviews"), needs=PROJECT, checkable=True, icon="people"),
    _c("filter", QT_TRANSLATE_NOOP("Commands", "Filter…"), "Ctrl+T", needs=PROJECT, icon="filter"),
    _c("clear_filter", QT_TRANSLATE_NOOP("Commands", "Clear all filters"), "Ctrl+Shift+X", needs=PROJECT),
    _c("panels_back", QT_TRANSLATE_NOOP("Commands", "Panels back to their places"), needs=PROJECT),
    _c("next_panel", QT_TRANSLATE_NOOP("Commands", "Next panel"), "F6", needs=PROJECT),
    _c("previous_panel", QT_TRANSLATE_NOOP("Commands", "Previous panel"), "Shift+F6", needs=PROJECT),
    _c("tab_code", QT_TRANSLATE_NOOP("Commands", "Code"), "Alt+1", needs=PROJECT, checkable=True, mac=("Meta+1",)),
    _c("tab_themes", QT_TRANSLATE_NOOP("Commands", "Themes"), "Alt+2", needs=PROJECT, checkable=True, mac=("Meta+2",)),
    _c(
        "tab_analyse", QT_TRANSLATE_NOOP("Commands", "Analyse"), "Alt+3", needs=PROJECT, checkable=True, mac=("Meta+3",)
    ),
    _c("tab_report", QT_TRANSLATE_NOOP("Commands", "Report"), "Alt+4", needs=PROJECT, checkable=True, mac=("Meta+4",)),
    _c("look_system", QT_TRANSLATE_NOOP("Commands", "As the system"), checkable=True),
    _c("look_light", QT_TRANSLATE_NOOP("Commands", "Light"), checkable=True),
    _c("look_dark", QT_TRANSLATE_NOOP("Commands", "Dark"), checkable=True),
    _c("look_contrast", QT_TRANSLATE_NOOP("Commands", "High contrast"), checkable=True),
    _c("text_larger", QT_TRANSLATE_NOOP("Commands", "Larger text"), "Ctrl++", "Ctrl+=", needs=DOCUMENT),
    _c("text_smaller", QT_TRANSLATE_NOOP("Commands", "Smaller text"), "Ctrl+-", needs=DOCUMENT),
    _c("text_usual", QT_TRANSLATE_NOOP("Commands", "Usual text size"), "Ctrl+0", needs=DOCUMENT),
    _c("full_screen", QT_TRANSLATE_NOOP("Commands", "Full screen"), "F11", checkable=True, mac=("Meta+Ctrl+F",)),
    _c("replace_words", QT_TRANSLATE_NOOP("Commands", "Find and replace…"), "Ctrl+R", needs=WRITE),
    _c("redact", QT_TRANSLATE_NOOP("Commands", "Redact in exports"), needs=CODING),
    _c("unredact", QT_TRANSLATE_NOOP("Commands", "Take back redaction"), needs=CODING),
    _c("replace_file", QT_TRANSLATE_NOOP("Commands", "Replace with a newer file…"), needs=CODING),
    _c("versions", QT_TRANSLATE_NOOP("Commands", "Versions of this document…"), needs=DOCUMENT),
    _c("review", QT_TRANSLATE_NOOP("Commands", "Segments to look at…"), needs=PROJECT),
    _c("edit_text", QT_TRANSLATE_NOOP("Commands", "Edit the text"), "Ctrl+E", needs=CODING, checkable=True),
    _c("code", QT_TRANSLATE_NOOP("Commands", "Code the selection…"), "Ctrl+J", needs=CODING),
    _c("code_new", QT_TRANSLATE_NOOP("Commands", "Code with a new code…"), needs=CODING),
    _c("in_vivo", QT_TRANSLATE_NOOP("Commands", "Code in their words"), "Ctrl+I", needs=CODING),
    _c("again", QT_TRANSLATE_NOOP("Commands", "Same code again"), "Ctrl+L", needs=CODING),
    _c("uncode", QT_TRANSLATE_NOOP("Commands", "Remove coding"), "Ctrl+Shift+J", needs=CODING),
    _c("autocode", QT_TRANSLATE_NOOP("Commands", "Autocode…"), needs=WRITE),
    _c(
        "one_code",
        QT_TRANSLATE_NOOP("Commands", "Same code for every selection…"),
        "Ctrl+Shift+K",
        needs=CODING,
        checkable=True,
    ),
    _c(
        "open_coding",
        QT_TRANSLATE_NOOP("Commands", "Open coding: a new code for every selection"),
        "Ctrl+Shift+O",
        needs=CODING,
        checkable=True,
    ),
    _c("next_code_set", QT_TRANSLATE_NOOP("Commands", "Digits for the next code set"), needs=DOCUMENT),
    _c("end_later", QT_TRANSLATE_NOOP("Commands", "Coding ends a word later"), "Alt+Shift+Right", needs=CODING),
    _c("end_earlier", QT_TRANSLATE_NOOP("Commands", "Coding ends a word earlier"), "Alt+Shift+Left", needs=CODING),
    _c("start_earlier", QT_TRANSLATE_NOOP("Commands", "Coding begins a word earlier"), "Alt+Shift+Up", needs=CODING),
    _c("start_later", QT_TRANSLATE_NOOP("Commands", "Coding begins a word later"), "Alt+Shift+Down", needs=CODING),
    _c("new_code", QT_TRANSLATE_NOOP("Commands", "New code…"), "Alt+N", needs=WRITE, icon="add"),
    _c("new_below", QT_TRANSLATE_NOOP("Commands", "New code below…"), "Alt+Shift+N", needs=WRITE),
    _c("new_theme", QT_TRANSLATE_NOOP("Commands", "New theme…"), needs=WRITE, icon="theme"),
    _c("rename_code", QT_TRANSLATE_NOOP("Commands", "Rename the chosen code"), needs=WRITE),
    _c("define_code", QT_TRANSLATE_NOOP("Commands", "Define the chosen code…"), needs=WRITE),
    _c("code_history", QT_TRANSLATE_NOOP("Commands", "History of the chosen code…"), needs=PROJECT),
    _c("move_code", QT_TRANSLATE_NOOP("Commands", "Move the chosen codes…"), needs=WRITE),
    _c("merge_code", QT_TRANSLATE_NOOP("Commands", "Merge the chosen codes…"), needs=WRITE),
    _c("split_code", QT_TRANSLATE_NOOP("Commands", "Split the chosen code…"), needs=WRITE),
    _c("new_code_set", QT_TRANSLATE_NOOP("Commands", "New set of the chosen codes…"), needs=WRITE),
    _c(
        "memo",
        QT_TRANSLATE_NOOP("Commands", "Write a memo…"),
        "Ctrl+M",
        needs=WRITE,
        icon="memo",
        mac=("Ctrl+Shift+M",),
    ),
    _c("next_coding", QT_TRANSLATE_NOOP("Commands", "Next segment"), "F4", needs=DOCUMENT),
    _c("previous_coding", QT_TRANSLATE_NOOP("Commands", "Previous segment"), "Shift+F4", needs=DOCUMENT),
    _c("next_same", QT_TRANSLATE_NOOP("Commands", "Next segment of the same code"), "F3", needs=DOCUMENT),
    _c("previous_same", QT_TRANSLATE_NOOP("Commands", "Previous segment of the same code"), "Shift+F3", needs=DOCUMENT),
    _c("next_uncoded", QT_TRANSLATE_NOOP("Commands", "Next uncoded passage"), "F7", needs=DOCUMENT),
    _c("previous_uncoded", QT_TRANSLATE_NOOP("Commands", "Previous uncoded passage"), "Shift+F7", needs=DOCUMENT),
    _c("next_here", QT_TRANSLATE_NOOP("Commands", "Next coding at the cursor"), "F8", needs=DOCUMENT),
    _c("previous_here", QT_TRANSLATE_NOOP("Commands", "Previous coding at the cursor"), "Shift+F8", needs=DOCUMENT),
    _c("grow", QT_TRANSLATE_NOOP("Commands", "Grow the selection"), "Alt+Up", needs=DOCUMENT),
    _c("shrink", QT_TRANSLATE_NOOP("Commands", "Shrink the selection"), "Alt+Down", needs=DOCUMENT),
    _c("bookmark", QT_TRANSLATE_NOOP("Commands", "Bookmark here, or none"), "Ctrl+B", needs=CODING),
    _c("bookmarks", QT_TRANSLATE_NOOP("Commands", "Bookmarks…"), "Ctrl+Shift+B", needs=DOCUMENT),
    _c("next_bookmark", QT_TRANSLATE_NOOP("Commands", "Next bookmark"), "F9", needs=DOCUMENT),
    _c("previous_bookmark", QT_TRANSLATE_NOOP("Commands", "Previous bookmark"), "Shift+F9", needs=DOCUMENT),
    _c("copy_citation", QT_TRANSLATE_NOOP("Commands", "Copy with its place"), "Ctrl+Shift+C", needs=DOCUMENT),
    _c(
        "uncoded",
        QT_TRANSLATE_NOOP("Commands", "Set off uncoded text"),
        "Ctrl+Shift+U",
        needs=DOCUMENT,
        checkable=True,
    ),
    _c(
        "participants",
        QT_TRANSLATE_NOOP("Commands", "Count the participants' words only"),
        needs=DOCUMENT,
        checkable=True,
    ),
    _c("reading", QT_TRANSLATE_NOOP("Commands", "Letters, spacing and numbers…"), needs=DOCUMENT),
    _c("stripes", QT_TRANSLATE_NOOP("Commands", "Stripes…"), needs=DOCUMENT),
    _c("beside", QT_TRANSLATE_NOOP("Commands", "Open this document beside"), needs=DOCUMENT),
    _c("close_beside", QT_TRANSLATE_NOOP("Commands", "Close the document beside"), needs=DOCUMENT),
    _c("next_turn", QT_TRANSLATE_NOOP("Commands", "Next turn"), "Alt+Right", needs=DOCUMENT),
    _c("previous_turn", QT_TRANSLATE_NOOP("Commands", "Previous turn"), "Alt+Left", needs=DOCUMENT),
    _c(
        "mark_exemplar",
        QT_TRANSLATE_NOOP("Commands", "Exemplar of its code"),
        "Ctrl+Shift+E",
        needs=CODING,
        icon="star",
    ),
    _c("mark_near_miss", QT_TRANSLATE_NOOP("Commands", "Near miss of its code"), needs=CODING, icon="near"),
    _c("discuss", QT_TRANSLATE_NOOP("Commands", "Needs discussion"), "Ctrl+Shift+T", needs=CODING, icon="discuss"),
    _c("certainty_sure", QT_TRANSLATE_NOOP("Commands", "Coding is sure"), needs=CODING, icon="sure"),
    _c("certainty_likely", QT_TRANSLATE_NOOP("Commands", "Coding is likely"), needs=CODING, icon="likely"),
    _c("certainty_unsure", QT_TRANSLATE_NOOP("Commands", "Coding is unsure"), needs=CODING, icon="unsure"),
    _c("weigh", QT_TRANSLATE_NOOP("Commands", "Weight of the coding…"), needs=CODING),
    _c("use_example", QT_TRANSLATE_NOOP("Commands", "Use as example of the code"), needs=CODING),
    _c("use_near_miss", QT_TRANSLATE_NOOP("Commands", "Use as near miss of the code"), needs=CODING),
    _c("link_from", QT_TRANSLATE_NOOP("Commands", "Link from here…"), "Ctrl+Shift+R", needs=CODING, icon="link"),
    _c("links", QT_TRANSLATE_NOOP("Commands", "Links between segments…"), needs=PROJECT, icon="link"),
    _c("cases", QT_TRANSLATE_NOOP("Commands", "Cases and variables…"), "Ctrl+Shift+A", needs=PROJECT, icon="case"),
    _c("cooccurrence", QT_TRANSLATE_NOOP("Commands", "Co-occurrence of codes"), needs=PROJECT),
    _c("cases_by_themes", QT_TRANSLATE_NOOP("Commands", "Cases by themes"), needs=PROJECT, icon="table"),
    _c("shortcuts", QT_TRANSLATE_NOOP("Commands", "Shortcuts")),
    _c("folders", QT_TRANSLATE_NOOP("Commands", "Where is my data?")),
    _c("about", QT_TRANSLATE_NOOP("Commands", "About qualcode"), role=QAction.MenuRole.AboutRole),
    *(
        _c(f"digit_{number}", QT_TRANSLATE_NOOP("Commands", "Code by digit"), f"Ctrl+{number}", needs=CODING)
        for number in range(1, 10)
    ),
)
BY_ID = {command.id: command for command in COMMANDS}

# submenus and the commands in them
SEGMENT = ("mark_exemplar", "mark_near_miss", "discuss", None, "certainty_sure", "certainty_likely", "certainty_unsure",
           "weigh", None, "link_from", "use_example", "use_near_miss")  # fmt: skip
CHOSEN_CODE = ("rename_code", "define_code", "code_history", None, "move_code", "merge_code", "split_code", None,
               "new_code_set", "add_to_map")  # fmt: skip
SUBMENUS: dict[str, tuple[str | None, ...]] = {
    "(look)": ("look_system", "look_light", "look_dark", "look_contrast"),
    "(digits)": tuple(f"digit_{number}" for number in range(1, 10)),
    "(segment)": SEGMENT,
    "(code)": CHOSEN_CODE,
}

# menus in order: None is a line, a name in brackets a menu the window fills itself
MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Menus", "&Project"),
        ("new", "open", "open_reviewing", "(recent)", "sample", None, "import", "export_codebook", "export_segments",
         "export_memos", "send_review", "remark", None, "name_point", "codebook_changes", "sign_off", "method", None,
         "backup", "restore", "check", None, "close", "quit"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Edit"),
        ("undo", "redo", None, "copy_citation", None, "find", "find_next", "find_previous", "find_all",
         "replace_words", None, "edit_text", "replace_file", "versions", "review", None, "redact", "unredact", None,
         "palette", None, "settings"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&View"),
        ("tab_code", "tab_themes", "tab_analyse", "tab_report", None, "documents", "codebook", "segments", "rules",
         "journal", "reviews", "history", "time_line", None, "theme_board", "theme_map", "map_history", None,
         "panels_back", None, "filter", "clear_filter", None, "(look)", "(size)", "text_larger", "text_smaller",
         "text_usual", "reading", None, "stripes", "uncoded", "participants", None, "bookmark", "bookmarks",
         "next_bookmark", "previous_bookmark", None, "beside", "close_beside", None, "next_panel", "previous_panel",
         None, "full_screen"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Code"),
        ("code", "code_new", "in_vivo", "again", "(digits)", "next_code_set", "uncode", "autocode", None, "one_code",
         "open_coding", None, "memo", "(segment)", "links", None, "start_earlier", "start_later", "end_earlier",
         "end_later", None, "new_code", "new_below", "new_theme", "(code)"),
    ),
    (
        QT_TRANSLATE_NOOP("Menus", "&Go"),
        ("goto_document", "goto_code", None, "next_turn", "previous_turn", "next_coding", "previous_coding",
         "next_same", "previous_same", "next_uncoded", "previous_uncoded", "next_here", "previous_here", None,
         "grow", "shrink"),
    ),
    (QT_TRANSLATE_NOOP("Menus", "&Analyse"), ("cases", "cooccurrence", "cases_by_themes")),
    (QT_TRANSLATE_NOOP("Menus", "&Help"), ("shortcuts", "folders", None, "about")),
)  # fmt: skip


def menu_names() -> dict[str, str]:
    """What the menu is called that a command stands in, itself or in a submenu."""
    found: dict[str, str] = {}
    for title, entries in MENUS:
        name = QCoreApplication.translate("Menus", title).partition("(&")[0].replace("&", "")
        for entry in entries:
            inside = SUBMENUS.get(entry or "", (entry,))
            found.update((identity, name) for identity in inside if identity is not None)
    return found


def usual_keys(command: Command) -> tuple[str, ...]:
    """The keys a command has on this system when nobody changed them."""
    return command.mac if sys.platform == "darwin" and command.mac else command.keys


def _resolved(own_keys: Mapping[str, str], preset: str) -> dict[str, tuple[str, ...]]:
    return resolved([Keys(found.id, usual_keys(found)) for found in COMMANDS], preset, own_keys, sys.platform)


class Actions(QObject):
    """The QActions of the commands, by id."""

    keys_changed = Signal()

    def __init__(self, parent: QObject, own_keys: Mapping[str, str], preset: str = USUAL) -> None:
        super().__init__(parent)
        self._by_id: dict[str, QAction] = {}
        self._keys = _resolved(own_keys, preset)
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
        self.set_state(None, document=False)

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
        """The keys of a command now: the user's own, another program's, or ours."""
        return [QKeySequence(key) for key in self._keys[command.id]]

    def set_keys(self, own_keys: Mapping[str, str], preset: str = USUAL) -> None:
        """Use these keys: the user's own (command id to keys, "" for none), else those of a preset, else ours."""
        self._keys = _resolved(own_keys, preset)
        for command in COMMANDS:
            action = self._by_id[command.id]
            action.setShortcuts(self.keys_of(command))
            self.set_tip(command.id, action.text().replace("&&", "&"))
        self.keys_changed.emit()

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

    def set_state(self, opened: "Project | None", document: bool) -> None:
        """Enable what can be done now in the open project, and in its document if one is shown."""
        project = opened is not None
        writes = opened is not None and not opened.read_only
        there = {
            ALWAYS: True,
            PROJECT: project,
            REMARK: opened is not None and opened.takes_remarks,
            WRITE: writes,
            DOCUMENT: project and document,
            CODING: document and writes,
            OURS: opened is None or not opened.reviewing,
        }
        for command in COMMANDS:
            self._by_id[command.id].setEnabled(there[command.needs])
