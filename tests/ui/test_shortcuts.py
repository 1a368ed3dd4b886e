"""The list of keys: changing them by pressing others, conflicts, presets, and that menus and tips follow at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from qualcode.app import settings
from qualcode.ui.commands.actions import COMMANDS
from qualcode.ui.dialogs.shortcuts import ShortcutsDialog
from qualcode.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> Iterator[ShortcutsDialog]:
    window.commands["shortcuts"].trigger()
    found = window.findChild(ShortcutsDialog)
    assert isinstance(found, ShortcutsDialog)
    qtbot.waitExposed(found)
    yield found
    found.accept()


def choose(dialog: ShortcutsDialog, name: str) -> QTreeWidgetItem:
    item = dialog.list.findItems(name, Qt.MatchFlag.MatchExactly, 0)[0]
    dialog.list.setCurrentItem(item)
    return item


def keys(dialog: ShortcutsDialog, name: str) -> str:
    return dialog.list.findItems(name, Qt.MatchFlag.MatchExactly, 0)[0].text(2)


def native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def test_every_command_is_listed_with_menu_and_keys(dialog: ShortcutsDialog) -> None:
    assert dialog.list.topLevelItemCount() > len(COMMANDS), "and the keys that never change"
    assert keys(dialog, "Next uncoded passage") == native("F7")
    assert choose(dialog, "Next uncoded passage").text(1) == "Go"
    choose(dialog, "Codebook: rename")
    assert not dialog.key.isEnabled()


def test_a_key_is_changed_by_pressing_another_and_is_seen_at_once(
    qtbot: QtBot, window: MainWindow, dialog: ShortcutsDialog
) -> None:
    choose(dialog, "Next uncoded passage")
    dialog.key.setFocus()
    qtbot.keyClick(dialog.key, Qt.Key.Key_U, CTRL)
    assert dialog.problem.text() == "This key is free."
    dialog.use.click()
    assert window.commands["next_uncoded"].shortcut() == QKeySequence("Ctrl+U")
    assert native("Ctrl+U") in window.commands["next_uncoded"].toolTip()
    assert keys(dialog, "Next uncoded passage") == native("Ctrl+U")
    assert settings.load().keys == {"next_uncoded": "Ctrl+U"}
    dialog.usual.click()
    assert window.commands["next_uncoded"].shortcut() == QKeySequence("F7")
    assert settings.load().keys == {}


def test_a_conflict_is_named_and_the_key_can_be_taken(window: MainWindow, dialog: ShortcutsDialog) -> None:
    choose(dialog, "Same code again")
    dialog.key.setKeySequence(QKeySequence("Ctrl+Y"))
    assert "Redo" in dialog.problem.text()
    assert dialog.use.text() == "Take it from there"
    assert window.commands["redo"].shortcuts() == [QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")]
    dialog.use.click()
    assert window.commands["again"].shortcuts() == [QKeySequence("Ctrl+Y")]
    assert window.commands["redo"].shortcuts() == [QKeySequence("Ctrl+Shift+Z")], "the other one stays"
    dialog.reset.click()
    assert window.commands["again"].shortcuts() == [QKeySequence("Ctrl+L")]
    assert settings.load().keys == {}


def test_a_second_key_and_none(window: MainWindow, dialog: ShortcutsDialog) -> None:
    choose(dialog, "Same code again")
    dialog.key.setKeySequence(QKeySequence("Ctrl+F12"))
    dialog.add.click()
    assert window.commands["again"].shortcuts() == [QKeySequence("Ctrl+L"), QKeySequence("Ctrl+F12")]
    assert settings.load().keys == {"again": "Ctrl+L; Ctrl+F12"}
    dialog.none.click()
    assert window.commands["again"].shortcuts() == []
    assert settings.load().keys == {"again": ""}


@pytest.mark.parametrize("key", ["Ctrl+C", "A", "Alt+F4", "Alt+C", "Return"])
def test_keys_of_the_system_of_fields_and_of_menus_are_refused(dialog: ShortcutsDialog, key: str) -> None:
    choose(dialog, "Same code again")
    dialog.key.setKeySequence(QKeySequence(key))
    assert dialog.problem.text()
    assert not dialog.use.isEnabled()
    assert not dialog.add.isEnabled()


def test_keys_like_another_programs_under_ones_own(window: MainWindow, dialog: ShortcutsDialog) -> None:
    choose(dialog, "Same code again")
    dialog.key.setKeySequence(QKeySequence("Ctrl+F8"))
    dialog.use.click()
    number = dialog.presets.findData("nvivo")
    dialog.presets.setCurrentIndex(number)
    dialog.presets.activated.emit(number)
    assert window.commands["code"].shortcut() == QKeySequence("Ctrl+F2")
    assert window.commands["again"].shortcuts() == [QKeySequence("Ctrl+F8")], "the user's own go first"
    assert QKeySequence("Ctrl+F8") not in window.commands["in_vivo"].shortcuts()
    assert settings.load().keymap == "nvivo"


def test_keys_are_kept_for_the_next_window(make_window, window: MainWindow, dialog: ShortcutsDialog) -> None:
    number = dialog.presets.findData("maxqda")
    dialog.presets.activated.emit(number)
    second = make_window()
    assert second.commands["code_new"].shortcut() == QKeySequence("Alt+W")


def test_the_list_is_searched_by_words_and_keys(dialog: ShortcutsDialog) -> None:
    dialog.words.setText("f7")
    shown = [
        dialog.list.topLevelItem(number).text(0)
        for number in range(dialog.list.topLevelItemCount())
        if not dialog.list.topLevelItem(number).isHidden()
    ]
    assert shown == ["Next uncoded passage", "Previous uncoded passage"]


def test_tab_and_esc_leave_the_field_that_takes_keys(qtbot: QtBot, dialog: ShortcutsDialog) -> None:
    choose(dialog, "Same code again")
    dialog.key.setFocus()
    qtbot.keyClick(dialog.key, Qt.Key.Key_Tab)
    assert dialog.key.keySequence().isEmpty()
    assert not dialog.key.hasFocus()


def test_everything_in_it_has_a_name(dialog: ShortcutsDialog) -> None:
    for part in (dialog.words, dialog.presets, dialog.list, dialog.key):
        assert part.accessibleName()
