"""Keys: no two commands share one, whatever the user and another program's habits say; the system keeps its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from qualcode.ui.commands.actions import BY_ID, COMMANDS, MENUS, menu_names
from qualcode.ui.commands.handlers import handlers
from qualcode.ui.commands.keymap import PRESETS, SEPARATOR, Keys, is_reserved, resolved, split
from qualcode.ui.dialogs.shortcuts import PRESET_NAMES, mnemonics
from qualcode.ui.memos.editor import LINK, PREVIEW
from qualcode.ui.window import MainWindow

PLATFORMS = ("linux", "win32", "darwin")
KEYS = [Keys(command.id, command.keys) for command in COMMANDS]
_SOME = st.sampled_from(sorted({key for command in COMMANDS for key in command.keys} | {"F12", "Ctrl+Alt+Shift+9"}))


def usual(platform: str) -> list[Keys]:
    return [Keys(one.id, one.mac if platform == "darwin" and one.mac else one.keys) for one in COMMANDS]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_command_keeps_all_its_usual_keys(platform: str) -> None:
    found = resolved(usual(platform), "qualcode", {}, platform)
    assert found == {one.id: one.usual for one in usual(platform)}, "two commands have one key"


@given(
    st.dictionaries(st.sampled_from([one.id for one in KEYS]), st.lists(_SOME, max_size=3)),
    st.sampled_from(sorted(PRESETS)),
    st.sampled_from(PLATFORMS),
)
def test_a_key_belongs_to_one_command_and_the_users_own_go_first(
    own: dict[str, list[str]], preset: str, platform: str
) -> None:
    written = {identity: SEPARATOR.join(keys) for identity, keys in own.items()}
    found = resolved(KEYS, preset, written, platform)
    everything = [key for keys in found.values() for key in keys]
    assert len(everything) == len(set(everything))
    mine = {key for keys in own.values() for key in keys}
    assert mine == {key for identity in own for key in found[identity]}


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_presets_name_real_commands_and_real_keys(preset: str) -> None:
    assert preset in PRESET_NAMES
    for identity, keys in PRESETS[preset].items():
        assert identity in BY_ID
        assert all(QKeySequence(key).toString() == key for key in keys)
        assert not any(is_reserved(key, "linux") or is_reserved(key, "win32") for key in keys)
        assert not set(keys) & set(mnemonics())


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_usual_key_is_stolen_from_the_system(platform: str) -> None:
    for one in usual(platform):
        for key in one.usual:
            assert QKeySequence(key).toString() == key
            assert not is_reserved(key, platform), one.id
    assert not {key for one in usual("linux") for key in one.usual} & set(mnemonics())


@pytest.mark.parametrize(
    ("key", "platform", "reserved"),
    [
        ("A", "linux", True),
        ("Shift+A", "linux", True),
        ("Ctrl+C", "linux", True),
        ("Alt+F4", "win32", True),
        ("Ctrl+H", "darwin", True),
        ("Ctrl+H", "linux", False),
        ("Meta+L", "win32", True),
        ("Shift+Left", "linux", True),
        ("Alt+Left", "linux", False),
        ("Ctrl++", "linux", False),
        ("F3", "linux", False),
        ("Ctrl+Alt+Q", "win32", True),  # AltGr+Q is @ on a German keyboard
        ("Ctrl+Alt+Shift+S", "win32", True),
        ("Ctrl+Alt+7", "win32", True),
        ("Ctrl+Alt+Q", "linux", False),
        ("Ctrl+Alt+F5", "win32", False),
    ],
)
def test_what_the_system_or_typing_needs_is_known(key: str, platform: str, reserved: bool) -> None:
    assert is_reserved(key, platform) is reserved


def test_several_keys_are_written_as_one_text() -> None:
    assert split("Ctrl+Z; Ctrl+;") == ("Ctrl+Z", "Ctrl+;")
    assert split("") == ()


def test_every_command_has_a_function_and_a_place(qtbot: QtBot, window: MainWindow) -> None:
    assert set(handlers(window)) == {command.id for command in COMMANDS}
    placed = [entry for _, entries in MENUS for entry in entries if entry is not None]
    assert len(placed) == len(set(placed))
    assert set(menu_names()) >= {command.id for command in COMMANDS}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_keys_of_the_memo_editor_are_no_commands_keys(platform: str) -> None:
    there = {key for one in usual(platform) for key in one.usual}
    for key in (PREVIEW.toString(), LINK.toString()):
        assert key not in there
        assert not is_reserved(key, platform)
