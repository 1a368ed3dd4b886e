"""Citations, bookmarks, coverage and the popups of the reader's header, in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, code_by_keyboard, press, select, settled

from qualcode.app import memos, settings
from qualcode.ui.dialogs.bookmarks import BookmarksPopup
from qualcode.ui.dialogs.reading import ReadingPopup
from qualcode.ui.dialogs.settings import SettingsDialog
from qualcode.ui.dialogs.stripes import StripesPopup
from qualcode.ui.reader.blocks import is_asking
from qualcode.ui.reader.style import ReadingStyle, style_of
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    """What the toasts said."""
    found: list[str] = []
    workspace.said.connect(lambda text, _step: found.append(text))
    return found


def popup(workspace: Workspace, kind: type) -> object:
    return next(one for one in workspace.coding.findChildren(kind) if one.isVisible())


# ── citations ──
def test_the_header_says_where_the_selection_is_and_copies_it(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, said: list[str]
) -> None:
    tools = workspace.coding.tools
    select(workspace, "a steering group")
    assert tools.place.text() == "P03 Rosa, turn 4"
    assert tools.place.isVisible()
    press(qtbot, window, "copy_citation")
    assert QGuiApplication.clipboard().text() == "“a steering group” (P03 Rosa, turn 4)"
    workspace.pair.choose_style(ReadingStyle(numbers="line"))
    assert tools.place.text() == "P03 Rosa, line 7"
    workspace.coding.reader.select(0, 0)
    assert not tools.place.isVisible()
    press(qtbot, window, "copy_citation")
    assert said[-1].startswith("Select words")


def test_a_chosen_segment_is_cited_too(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    placed = workspace.coding.codings[0]
    workspace.coding.reader.choose(placed.id)
    assert workspace.coding.tools.place.text() == "P03 Rosa, turn 6"
    press(qtbot, window, "copy_citation")
    assert QGuiApplication.clipboard().text() == "“Trust takes years” (P03 Rosa, turn 6)"
    memos.write_memo(workspace.project, "It turns here.", about=placed)
    qtbot.waitUntil(lambda: "It turns here." in workspace.coding.reader.card(placed), timeout=60_000)


# ── bookmarks ──
def test_a_bookmark_is_set_gone_to_and_taken_away(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, said: list[str]
) -> None:
    tab = workspace.coding
    press(qtbot, window, "next_bookmark")
    assert said == ["There is no bookmark in this document."]
    places = []
    for words in ("Who decides?", "Trust takes years"):
        places.append(select(workspace, words)[0])
        press(qtbot, window, "bookmark")
        settled(qtbot, workspace)
    assert [one.at for one in tab.bookmarks] == places
    assert [one.name for one in tab.bookmarks] == [
        "Who decides?",
        "Trust takes years. They asked early, and that was the…",
    ]
    assert list(tab.reader.gutter.bookmarks) == tab.bookmarks
    tab.reader.select(0, 0)
    seen = []
    for identity in ("next_bookmark", "next_bookmark", "next_bookmark", "previous_bookmark"):
        press(qtbot, window, identity)
        seen.append(tab.reader.cursor)
    assert seen == [places[0], places[1], places[0], places[1]]
    press(qtbot, window, "bookmark")  # there is one in this line: it goes
    settled(qtbot, workspace)
    assert said[-1] == "Bookmark removed."
    assert [one.at for one in tab.bookmarks] == places[:1]
    press(qtbot, window, "undo")
    settled(qtbot, workspace)
    assert [one.at for one in tab.bookmarks] == places


def test_two_clicks_in_the_gutter_set_a_bookmark(qtbot: QtBot, workspace: Workspace) -> None:
    gutter = workspace.coding.reader.gutter
    qtbot.mouseDClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    settled(qtbot, workspace)
    assert [one.name for one in workspace.coding.bookmarks] == ["What changed after that?"]
    qtbot.mouseDClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
    settled(qtbot, workspace)
    assert workspace.coding.bookmarks == []


def test_the_list_of_bookmarks_renames_removes_and_goes_to_another_document(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    select(workspace, "Who decides?")
    press(qtbot, window, "bookmark")
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        other = read.document_ids()[1]
    workspace.coding.open_document(other)
    settled(qtbot, workspace)
    press(qtbot, window, "bookmarks")
    settled(qtbot, workspace)
    shown = popup(workspace, BookmarksPopup)
    assert isinstance(shown, BookmarksPopup)
    group = shown.tree.topLevelItem(0)
    assert (group.text(0), group.child(0).text(0)) == ("P03 Rosa", "Who decides?")
    shown.tree.setCurrentItem(group.child(0))
    shown.rename_button.click()
    editor = shown.tree.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "deciding")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert shown.bookmark() is not None
    assert shown.bookmark().name == "deciding"
    qtbot.keyClick(shown.tree, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert workspace.coding.document.name == "P03 Rosa"
    assert workspace.coding.reader.cursor == ROSA.index("Who decides?")
    press(qtbot, window, "bookmarks")
    settled(qtbot, workspace)
    again = popup(workspace, BookmarksPopup)
    assert isinstance(again, BookmarksPopup)
    qtbot.keyClick(again.tree, Qt.Key.Key_Delete)
    settled(qtbot, workspace)
    assert workspace.coding.bookmarks == []
    assert again.none.isVisible()
    assert "Ctrl+B" in again.none.text()
    assert not again.remove_button.isEnabled()
    qtbot.keyClick(again, Qt.Key.Key_Escape)


# ── letters ──
def test_the_letters_change_live_and_are_kept(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "reading")
    shown = popup(workspace, ReadingPopup)
    assert isinstance(shown, ReadingPopup)
    shown.fields.size.setValue(24)
    assert workspace.coding.reader.text_size == 24
    shown.fields.numbers.setCurrentIndex(shown.fields.numbers.findData("paragraph"))
    shown.fields.spacing.setValue(120)
    shown.fields.width_.setValue(500)
    assert style_of(settings.load()) == ReadingStyle("", 24, 120, 500, "paragraph")
    shown.usual.click()
    assert workspace.coding.reader.style_of_text == ReadingStyle(numbers="paragraph")
    for field in (
        shown.fields.family,
        shown.fields.size,
        shown.fields.spacing,
        shown.fields.width_,
        shown.fields.numbers,
    ):
        assert field.accessibleName()
    shown.close()


def test_the_settings_hold_the_same_fields(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    window.errands.settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.reading.size.setValue(15)
    dialog.reading.numbers.setCurrentIndex(dialog.reading.numbers.findData("none"))
    dialog._accept()
    assert workspace.coding.reader.style_of_text == ReadingStyle(size=15, numbers="none")
    assert settings.load().reader_numbers == "none"


# ── stripes ──
def test_the_stripes_popup_ticks_codes_and_says_what_colours_mean(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    tab = workspace.coding
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    press(qtbot, window, "stripes")
    shown = popup(workspace, StripesPopup)
    assert isinstance(shown, StripesPopup)
    assert not shown.list.isVisible()
    shown.button("chosen").click()
    assert [shown.list.item(row).text() for row in range(2)] == ["who decides (1)", "trust takes years (1)"]
    assert tab.reader.hidden == 0
    shown.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert tab.reader.hidden == 1
    assert tab.tools.chip.isVisible()
    shown.button("coder").click()
    assert [shown.list.item(row).text() for row in range(shown.list.count())] == ["AB"]
    assert tab.reader.hidden == 0
    shown.button("theme").click()
    assert [shown.list.item(row).text() for row in range(2)] == ["Power", "trust takes years"]
    shown.button("left").click()
    assert tab.reader.margin.x() < tab.reader.view.viewport().x()
    shown.close()


def test_the_latest_codes_follow_the_use(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    tab = workspace.coding
    press(qtbot, window, "stripes")
    shown = popup(workspace, StripesPopup)
    assert isinstance(shown, StripesPopup)
    shown.button("recent").click()
    shown.close()
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    qtbot.waitUntil(lambda: tab.reader.hidden == 0, timeout=60_000)
    assert len(tab.reader.describe_codings()) == 1


# ── coverage ──
def test_only_the_participants_words_can_be_counted_and_all_numbers_agree(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    tab = workspace.coding
    covering = tab.reader.covering
    press(qtbot, window, "uncoded")
    press(qtbot, window, "participants")
    own = [turn for turn in tab.turns if turn.speaker and not is_asking(turn.speaker)]
    assert 0 < len(own) < len(tab.turns)
    assert all(any(turn.body <= start < turn.end for turn in own) for start, _ in tab.reader.view.marking.uncoded)
    for turn in own:
        tab.flow.apply(tab.codebook.ordered[0].id, (turn.body, turn.end))
        settled(qtbot, workspace)
    assert covering.tell().startswith("100 % of the participants' words are coded. 0 turns without a code.")
    assert "Not counted: the interviewer's turns and the speakers' names." in covering.tell()
    assert "100 % of the participants' words coded" in tab.tools._facts.text()
    assert list(tab.reader.view.marking.uncoded) == []
    with qtbot.waitSignal(tab.moving.said) as said:
        press(qtbot, window, "next_uncoded")
    assert said.args == ["Every turn of the participants carries a code."]
    press(qtbot, window, "participants")
    assert not covering.tell().startswith("100 %")
    assert " % of what is said coded" in tab.tools._facts.text(), "coverage is of all characters: another number"
    assert list(tab.reader.view.marking.uncoded) == covering.passages() != []


def test_uncoded_text_is_set_off_by_a_command(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "uncoded")
    assert len(workspace.coding.reader.view.marking.uncoded) == 6
    code_by_keyboard(qtbot, workspace, "Who decides?", "who")
    assert len(workspace.coding.reader.view.marking.uncoded) == 5
    press(qtbot, window, "uncoded")
    assert list(workspace.coding.reader.view.marking.uncoded) == []
    header = workspace.coding._header
    QApplication.sendEvent(header, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), header.mapToGlobal(QPoint(5, 5))))
    assert "5 turns without a code." in QToolTip.text()
