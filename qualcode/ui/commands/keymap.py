"""Which keys mean which command: ours, another program's, the user's own; nobody takes a key that is in use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

SEPARATOR = "; "  # between several keys of one command, as Qt writes lists of them
USUAL = "qualcode"

# Keys of other programs, by our commands. Which of them their manuals name stands in docs/user-guide.md.
PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        USUAL: {},
        "maxqda": {"new_code": ("Alt+N",), "code_new": ("Alt+W",), "in_vivo": ("Alt+I", "Ctrl+I")},
        "nvivo": {
            "code": ("Ctrl+F2", "Ctrl+/", "Ctrl+J"),
            "code_new": ("Ctrl+F3",),
            "in_vivo": ("Ctrl+F8", "Ctrl+I"),
            "again": ("Ctrl+F9", "Ctrl+L"),
            "uncode": ("Ctrl+Shift+F9", "Ctrl+Shift+J"),
        },
        "atlasti": {
            "code": ("Ctrl+J", "Ctrl+Shift+L"),
            "code_new": ("Ctrl+Shift+O",),
            "in_vivo": ("Ctrl+I", "Ctrl+Shift+V"),
            "again": ("Ctrl+L", "Ctrl+Shift+Q"),
        },
    }
)

# what belongs to the system, to every text field, or to moving about: no command may have it
_EDITING = ("Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Ctrl+Insert", "Shift+Insert", "Shift+Delete")
_BARE = ("Return", "Enter", "Tab", "Shift+Tab", "Backtab", "Esc", "Space", "Backspace", "Del", "Ins", "Menu", "F10",
         "Shift+F10")  # fmt: skip
_SYSTEM = {
    "linux": ("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+F2", "Ctrl+Alt+Del", "Ctrl+Alt+Backspace",
              "Ctrl+Alt+T", "Ctrl+Alt+L", "Ctrl+Alt+Left", "Ctrl+Alt+Right", "Ctrl+Alt+Up", "Ctrl+Alt+Down", "Print",
              *(f"Ctrl+Alt+F{number}" for number in range(1, 13))),
    "win32": ("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Esc", "Ctrl+Shift+Esc",
              "Ctrl+Alt+Del", "F12", "Print"),
    # Qt's Ctrl is the Mac's command key, its Meta the control key
    "darwin": ("Ctrl+H", "Ctrl+Alt+H", "Ctrl+M", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+`", "Ctrl+Space",
               "Ctrl+Alt+Space", "Meta+Space", "Ctrl+Alt+Esc", "Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5",
               "Ctrl+Shift+Q", "Ctrl+Alt+D", "Meta+Up", "Meta+Down", "Meta+Left", "Meta+Right"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keys:
    """A command as this module sees it: its id and the keys it usually has on this machine."""

    id: str
    usual: tuple[str, ...]


def split(written: str) -> tuple[str, ...]:
    """The keys of a command as the settings hold them; "" are none."""
    return tuple(key for key in written.split(SEPARATOR) if key)


def resolved(
    commands: Iterable[Keys], preset: str, own: Mapping[str, str], platform: str
) -> dict[str, tuple[str, ...]]:
    """The keys of every command, each key with one command only.

    The user's own come first, then those of the chosen program, then ours; among equals the earlier command. What
    belongs to the system here is left out of another program's keys.
    """
    given = PRESETS.get(preset, PRESETS[USUAL])
    ordered = list(commands)
    ranks: list[list[tuple[str, tuple[str, ...]]]] = [[], [], []]
    for command in ordered:
        if command.id in own:
            ranks[0].append((command.id, split(own[command.id])))
        elif command.id in given:
            ranks[1].append((command.id, tuple(key for key in given[command.id] if not is_reserved(key, platform))))
        else:
            ranks[2].append((command.id, command.usual))
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for rank in ranks:
        for identity, keys in rank:
            free = tuple(key for key in dict.fromkeys(keys) if key not in taken)
            taken.update(free)
            found[identity] = free
    return {command.id: found[command.id] for command in ordered}


def is_reserved(key: str, platform: str) -> bool:
    """Whether a key (as Qt writes it, portable) belongs to the system, to text fields or to typing."""
    if key in _EDITING or key in _BARE or key in _SYSTEM.get(platform, _SYSTEM["linux"]):
        return True
    last = "+" if key.endswith("+") else key.rpartition("+")[2]
    modifiers = key[: len(key) - len(last)].rstrip("+").split("+")
    pressed = {modifier for modifier in modifiers if modifier}
    if "Meta" in pressed and platform != "darwin":
        return True  # the Windows key and the Super key are the desktop's
    if platform == "win32" and len(last) == 1 and {"Ctrl", "Alt"} <= pressed:
        return True  # AltGr is Ctrl+Alt there: on many keyboards it writes @, €, { or letters
    types = len(last) == 1 and pressed <= {"Shift"}
    moves = last in ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown") and pressed <= {"Shift", "Ctrl"}
    return types or (moves and "Alt" not in pressed)
