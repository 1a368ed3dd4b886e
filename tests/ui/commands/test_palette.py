"""The command palette: what it offers, how it ranks, and that everything in it is real."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot
from ui.conftest import press, settled

from qualcode.ui.commands.actions import COMMANDS
from qualcode.ui.commands.palette import Palette
from qualcode.ui.commands.ranking import Entry, Searchable, marked, ranked
from qualcode.ui.memory import recall
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def entries(*names: str) -> list[Searchable]:
    return [Searchable(Entry(name, name, "Place", "", lambda: None)) for name in names]


def names(typed: str, *among: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [found.entry.text for found in ranked(typed, entries(*among), recent, 50)]


def test_beginnings_come_before_words_before_letters_inside_before_scattered_ones() -> None:
    among = ("Reword", "Key word", "Wolf ride", "Word list", "Sword")
    assert names("word", *among) == ["Word list", "Key word", "Sword", "Reword", "Wolf ride"]


def test_what_was_used_last_comes_first_among_equals_and_with_nothing_typed() -> None:
    among = ("Export codebook", "Export segments", "Undo")
    assert names("exp", *among, recent=("Export segments",)) == ["Export segments", "Export codebook"]
    assert names("", *among, recent=("Undo", "Export segments")) == ["Undo", "Export segments", "Export codebook"]


def test_case_accents_and_order_of_words_do_not_matter() -> None:
    assert names("cafe", "Café talk") == ["Café talk"]
    assert names("segments next", "Next segment", "Next segments of a code") == ["Next segments of a code"]
    assert names("place", "Undo") == ["Undo"], "the menu it stands in is found, too"
    assert names("信任", "刘：信任的开始") == ["刘：信任的开始"]
    assert names("xyz", "Undo") == []


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("Next uncoded", "unc", "unc"),
        ("Go to document", "gtd", "Gtd"),
        ("Café", "fé", "fé"),
        ("Sword word", "word", "word"),
    ],
)
def test_the_letters_typed_stand_out(text: str, typed: str, wanted: str) -> None:
    from qualcode.domain.folding import fold

    places = sorted(marked(text, fold(typed)))
    assert "".join(text[place] for place in places) == wanted


def palette(window: MainWindow) -> Palette:
    found = window.findChild(Palette)
    assert isinstance(found, Palette)
    return found


def shown(window: MainWindow) -> list[str]:
    return [found.entry.text for found in palette(window).model.found]


def test_without_a_project_only_what_can_be_done_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "palette")
    offered = {found.entry.key for found in palette(window).model.found}
    assert offered == {
        command.id
        for command in COMMANDS
        if window.commands[command.id].isEnabled() and command.id != "palette" and not command.id.startswith("digit_")
    }
    assert "undo" not in offered
    assert "new" in offered
    qtbot.keyClick(palette(window).field, Qt.Key.Key_Escape)
    assert palette(window).isHidden()


def test_its_own_key_opens_and_closes_it_and_gives_the_focus_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.activateWindow()
    view = workspace.coding.reader.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette(window).isVisible()
    assert palette(window).field.hasFocus()
    qtbot.keyClick(palette(window).field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert palette(window).isHidden()
    assert view.hasFocus()


def test_a_command_is_run_by_letters_and_enter_and_comes_first_the_next_time(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    press(qtbot, window, "palette")
    qtbot.keyClicks(palette(window).field, "nxt unc")
    assert shown(window)[0] == "Next uncoded passage"
    qtbot.keyClick(palette(window).field, Qt.Key.Key_Return)
    assert palette(window).isHidden()
    span = workspace.coding.reader.selection
    assert span is not None
    assert workspace.coding.text[slice(*span)] == "What changed after that?"
    press(qtbot, window, "palette")
    assert shown(window)[0] == "Next uncoded passage"
    assert json.loads(recall("palette"))[0] == "next_uncoded"
    palette(window).dismiss()


def test_documents_and_codes_are_gone_to(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "palette")
    settled(qtbot, workspace)
    qtbot.keyClicks(palette(window).field, "p06")
    assert shown(window)[0] == "P06 刘"
    qtbot.keyClick(palette(window).field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert workspace.coding.document is not None
    assert workspace.coding.document.name == "P06 刘"
    press(qtbot, window, "goto_code")
    settled(qtbot, workspace)
    assert shown(window) == ["Power", "who decides", "trust takes years"]
    qtbot.keyClick(palette(window).field, Qt.Key.Key_Down)
    qtbot.keyClick(palette(window).field, Qt.Key.Key_Return)
    chosen = workspace.codebook.current()
    assert chosen is not None
    assert chosen.name == "who decides"
    assert window.docks.shown("segments")
    press(qtbot, window, "goto_document")
    settled(qtbot, workspace)
    assert shown(window) == ["P06 刘", "P03 Rosa"], "what was gone to last comes first"
    qtbot.keyClicks(palette(window).field, "zzz")
    assert shown(window) == []
    assert palette(window).nothing.isVisible()
    qtbot.keyClick(palette(window).field, Qt.Key.Key_Return)
    assert palette(window).isVisible()
    palette(window).dismiss()


def test_an_analysis_is_gone_to(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "palette")
    settled(qtbot, workspace)
    qtbot.keyClicks(palette(window).field, "retriev")
    assert shown(window)[0] == "Retrieval"
    qtbot.keyClick(palette(window).field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert workspace.analyses.shown == "retrieval"
    assert workspace.views.currentWidget() is workspace.analyses.place
    press(qtbot, window, "palette")
    settled(qtbot, workspace)
    qtbot.keyClicks(palette(window).field, "cases by themes")
    assert shown(window).count("Cases by themes") == 1, "what is a command already is not listed twice"
    palette(window).dismiss()


def test_a_click_runs_and_a_click_beside_closes(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "goto_document")
    settled(qtbot, workspace)
    rows = palette(window).list
    qtbot.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(palette(window).model.index(1, 0)).center()
    )
    settled(qtbot, workspace)
    assert workspace.coding.document is not None
    assert workspace.coding.document.name == "P06 刘"
    press(qtbot, window, "palette")
    qtbot.mouseClick(window.status, Qt.MouseButton.LeftButton)
    assert palette(window).isHidden()


def test_arrows_go_round_and_pages_stop_at_the_ends(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "palette")
    card = palette(window)
    last = len(card.model.found) - 1
    for key, row in (
        (Qt.Key.Key_Up, last),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_Tab, 1),
        (Qt.Key.Key_PageDown, 13),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_PageUp, 0),
    ):
        qtbot.keyClick(card.field, key)
        assert card.list.currentIndex().row() == row
    card.dismiss()


def test_every_entry_names_its_menu_and_key_and_digits_name_their_code(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code = next(found for found in workspace.coding.codebook.ordered if found.name == "who decides")
    workspace.use.assign("3", code.id)
    press(qtbot, window, "palette")
    by_key = {found.entry.key: found.entry for found in palette(window).model.found}
    native = QKeySequence("Ctrl+3").toString(QKeySequence.SequenceFormat.NativeText)
    assert by_key["digit_3"].text == "Code with “who decides”"
    assert by_key["digit_3"].hint == native
    assert "digit_1" not in by_key
    assert by_key["next_uncoded"].beside == "Go"
    assert by_key["tab_code"].hint.startswith("✓")
    palette(window).dismiss()


def test_what_the_menus_hide_is_not_offered(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    settled(qtbot, workspace)
    assert not window.commands["review"].isVisible()
    press(qtbot, window, "palette")
    qtbot.keyClicks(palette(window).field, "look at")
    assert window.commands["review"].text() not in shown(window)
    palette(window).dismiss()
