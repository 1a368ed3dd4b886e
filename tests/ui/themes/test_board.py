"""The board: cards in their columns, moved by keys, by dragging and by the menu, each move with an undo."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui.conftest import press, settled
from ui.themes.conftest import names, theme

from qualcode.app import codebook
from qualcode.app import themes as actions
from qualcode.ui.filters import Choice
from qualcode.ui.themes.column import FACTS, THEME
from qualcode.ui.themes.themes_tab import ThemesTab
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier


def stage_of(workspace: Workspace, name: str) -> str | None:
    with workspace.project.read() as read:
        return next(one for one in read.codes() if one.name == name).stage


def test_themes_stand_in_the_column_of_their_stage(tab: ThemesTab) -> None:
    assert [names(tab, stage) for stage in tab.board.columns] == [["Power"], ["Time"], [], ["Place"], []]
    assert [one.facts.theme.name for one in tab.stages.model.entries if one.facts] == ["Place", "Time", "Power"]


def test_a_card_says_that_the_theme_is_unfinished(tab: ThemesTab) -> None:
    said = tab.board.columns["candidate"].cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "no search for counter-evidence" in said
    assert "2" in said
    assert "Rests on one case: Rosa gives 100 %" in said


def test_alt_and_an_arrow_move_a_card_and_the_toast_takes_it_back(
    qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab
) -> None:
    column = tab.board.columns["candidate"]
    column.take_keys(0)
    qtbot.keyClick(column, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: names(tab, "reviewed") == ["Power", "Time"])
    assert stage_of(themed, "Power") == "reviewed"
    assert "“Power” is now: Reviewed" in window.toasts.text.text()
    assert tab.theme == theme(tab, "Power").theme.id
    assert tab.board.columns["reviewed"].current() == tab.theme
    window.toasts.button.click()
    qtbot.waitUntil(lambda: names(tab, "candidate") == ["Power"])
    assert stage_of(themed, "Power") is None


def test_nothing_lies_before_the_first_stage(qtbot: QtBot, themed: Workspace, tab: ThemesTab) -> None:
    steps = len(themed.project.history())
    column = tab.board.columns["candidate"]
    column.take_keys(0)
    qtbot.keyClick(column, Qt.Key.Key_Left, ALT)
    settled(qtbot, themed)
    assert len(themed.project.history()) == steps


def test_arrows_go_to_the_next_card_that_is_there_and_enter_opens_it(
    qtbot: QtBot, window: MainWindow, tab: ThemesTab
) -> None:
    tab.board.columns["reviewed"].take_keys(0)
    qtbot.keyClick(tab.board.columns["reviewed"], Qt.Key.Key_Right)
    assert tab.theme == theme(tab, "Place").theme.id, "over the empty column"
    assert tab.inspector.name.text() == "Place"
    qtbot.keyClick(tab.board.columns["named"], Qt.Key.Key_Return)
    assert window.focusWidget() is tab.inspector.name
    tab.board.focus_theme()
    qtbot.keyClick(tab.board.columns["named"], Qt.Key.Key_Left)
    assert tab.theme == theme(tab, "Time").theme.id


def test_the_board_opens_with_the_keys_at_the_chosen_card(
    qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab
) -> None:
    tab.choose(theme(tab, "Place").theme.id)
    press(qtbot, window, "tab_code")
    window.commands["theme_board"].trigger()
    settled(qtbot, themed)
    assert tab.board.columns["named"].hasFocus()
    tab.board.columns["candidate"].setFocus()
    tab.choose(theme(tab, "Time").theme.id)
    assert tab.board.columns["reviewed"].hasFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: names(tab, "defined") == ["Time"])


def test_a_card_dropped_on_a_column_gets_its_stage(qtbot: QtBot, themed: Workspace, tab: ThemesTab) -> None:
    source, target = tab.board.columns["named"], tab.board.columns["dropped"]
    data = source.cards.mimeData([source.cards.index(0)])
    assert isinstance(data, QMimeData)
    assert data.hasFormat(THEME)
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    target.dropEvent(event)
    qtbot.waitUntil(lambda: names(tab, "dropped") == ["Place"])
    assert stage_of(themed, "Place") == "dropped"
    qtbot.keyClick(tab.window().focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: names(tab, "named") == ["Place"])


def test_the_menu_offers_the_stages_with_the_present_one_ticked(
    qtbot: QtBot, themed: Workspace, tab: ThemesTab
) -> None:
    menu = tab.menu.show(theme(tab, "Time"), QPoint(0, 0))
    stages = next(one for one in menu.findChildren(QMenu) if one.title() == "Stage")
    assert [one.text() for one in stages.actions() if one.isChecked()] == ["Reviewed"]
    next(one for one in stages.actions() if one.text() == "Defined").trigger()
    menu.close()
    qtbot.waitUntil(lambda: names(tab, "defined") == ["Time"])
    assert stage_of(themed, "Time") == "defined"


def test_a_new_theme_is_named_in_the_field_and_chosen(qtbot: QtBot, themed: Workspace, tab: ThemesTab) -> None:
    tab.new_button.click()
    qtbot.keyClicks(tab.name, "Place")
    qtbot.keyClick(tab.name, Qt.Key.Key_Return)
    settled(qtbot, themed)
    assert "already" in tab.problem.text()
    tab.name.setText("Care")
    qtbot.keyClick(tab.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Care" in names(tab, "candidate"))
    settled(qtbot, themed)
    assert tab.inspector.name.text() == "Care"
    assert not tab.name.isVisible()


def test_escape_leaves_the_field_for_a_name(qtbot: QtBot, window: MainWindow, tab: ThemesTab) -> None:
    tab.ask_name()
    qtbot.keyClick(tab.name, Qt.Key.Key_Escape)
    assert not tab.name.isVisible()
    assert window.focusWidget() in tab.board.columns.values()


def test_list_and_board_mean_the_same_theme(qtbot: QtBot, tab: ThemesTab) -> None:
    row = next(n for n, one in enumerate(tab.stages.model.entries) if one.facts and one.facts.theme.name == "Time")
    tab.stages.list.setCurrentIndex(tab.stages.model.index(row))
    assert tab.board.current == theme(tab, "Time").theme.id
    tab.board.columns["named"].clicked.emit(tab.board.columns["named"].cards.index(0))
    assert tab.stages.current == theme(tab, "Place").theme.id


def test_steps_of_others_and_the_filter_are_followed(qtbot: QtBot, themed: Workspace, tab: ThemesTab) -> None:
    themed.bridge.do(codebook.rename_code, "Time", "Waiting")
    qtbot.waitUntil(lambda: names(tab, "reviewed") == ["Waiting"])
    assert theme(tab, "Power").segments == 2
    with themed.project.read() as read:
        liu = read.document_named("P06 刘").id
    themed.filters.choose(Choice(documents=frozenset([liu])))
    qtbot.waitUntil(lambda: theme(tab, "Power").segments == 0)
    assert "within the filter" in tab.facts.text()


def test_the_tab_is_made_when_it_is_first_shown(qtbot: QtBot, window: MainWindow, themed: Workspace) -> None:
    assert themed.themes.tab is None
    press(qtbot, window, "tab_themes")
    assert themed.views.currentWidget() is themed.themes.tab
    assert window.bar.tabs.tabText(window.bar.tabs.currentIndex()) == "Themes"
    press(qtbot, window, "tab_code")
    assert themed.views.currentWidget() is themed.pair


def test_what_happened_while_nobody_looked_is_there_on_coming_back(
    qtbot: QtBot, window: MainWindow, themed: Workspace, tab: ThemesTab
) -> None:
    press(qtbot, window, "tab_code")
    themed.bridge.do(actions.set_stage, "Time", "defined")
    settled(qtbot, themed)
    assert names(tab, "defined") == []
    press(qtbot, window, "tab_themes")
    qtbot.waitUntil(lambda: names(tab, "defined") == ["Time"])


@pytest.mark.parametrize("width", [90, 150])
def test_cards_are_as_high_as_their_words_need(tab: ThemesTab, width: int) -> None:
    column = tab.board.columns["candidate"]
    index = column.cards.index(0)
    assert index.data(FACTS).theme.name == "Power"
    column.setFixedWidth(tab.board._look.px(width))
    high = column.itemDelegate().sizeHint(None, index).height()
    column.setFixedWidth(tab.board._look.px(600))
    assert column.itemDelegate().sizeHint(None, index).height() < high
