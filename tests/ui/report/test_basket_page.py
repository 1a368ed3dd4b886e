"""The report basket in the Report tab: order, names, ticks, comments, and what is undone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled

from qualcode.app.basket import items, send_to_report
from qualcode.app.codebook import rename_code
from qualcode.domain.questions import BasketItem
from qualcode.store.reading import Reading
from qualcode.ui.report.basket_page import BasketPage
from qualcode.ui.report.report_tab import ReportTab
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def workspace(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    return opened(qtbot, window, coded_study)


@pytest.fixture
def tab(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> ReportTab:
    for title in ("One", "Two", "Three"):
        send_to_report(workspace.project, "frequencies", title=title)
    press(qtbot, window, "tab_report")
    settled(qtbot, workspace)
    assert workspace.report.tab is not None
    workspace.report.tab.tabs.setCurrentIndex(1)
    settled(qtbot, workspace)
    return workspace.report.tab


def kept(workspace: Workspace) -> list[BasketItem]:
    with workspace.project.read() as read:
        return items(read)


def titles(page: BasketPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_it_lists_what_was_sent_and_says_how_many(tab: ReportTab) -> None:
    assert titles(tab.basket) == ["One", "Two", "Three"]
    assert tab.tabs.tabText(1) == "Tables and figures (3)"
    assert tab.basket.kind.text() == "Table · Frequencies"
    assert tab.basket.currentWidget() is tab.basket.body


def test_keys_move_a_row_and_it_stays_chosen(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    tab.basket.list.setCurrentRow(2)
    QTest.keyClick(tab.basket.list, Qt.Key.Key_Up, HELD)
    settled(qtbot, workspace)
    assert [one.title for one in kept(workspace)] == titles(tab.basket) == ["One", "Three", "Two"]
    assert tab.basket.list.currentItem().text() == "Three"
    tab.basket.down.click()
    settled(qtbot, workspace)
    assert titles(tab.basket) == ["One", "Two", "Three"]
    QTest.keyClick(tab.basket.list, Qt.Key.Key_Down, HELD)
    settled(qtbot, workspace)
    assert titles(tab.basket) == ["One", "Two", "Three"], "the last one stays the last"


def test_a_row_that_was_dragged_is_moved(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    tab.basket.list.moved.emit(kept(workspace)[0].id, 2)
    settled(qtbot, workspace)
    assert [one.title for one in kept(workspace)] == titles(tab.basket) == ["Two", "Three", "One"]


def test_a_title_is_changed_in_place_and_undone(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    tab.basket.list.item(0).setText("How often")
    settled(qtbot, workspace)
    assert kept(workspace)[0].title == "How often"
    assert tab.basket.name.text() == "How often"
    workspace.bridge.undo()
    settled(qtbot, workspace)
    assert titles(tab.basket)[0] == "One"


def test_a_comment_is_kept_on_leaving(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    tab.basket.comment.setFocus()
    QTest.keyClicks(tab.basket.comment, "Mind the coders.")
    tab.basket.list.setCurrentRow(1)
    settled(qtbot, workspace)
    assert [one.comment for one in kept(workspace)] == ["Mind the coders.", "", ""]
    assert tab.basket.comment.toPlainText() == ""


def test_what_is_removed_can_be_brought_back(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    with qtbot.waitSignal(tab.said) as heard:
        QTest.keyClick(tab.basket.list, Qt.Key.Key_Delete)
    settled(qtbot, workspace)
    words, step = heard.args
    assert words == "“One” is no longer in the report."
    assert titles(tab.basket) == ["Two", "Three"]
    workspace.bridge.undo(step)
    settled(qtbot, workspace)
    assert titles(tab.basket) == ["One", "Two", "Three"]


def test_ticks_say_what_is_printed_and_are_remembered(
    qtbot: QtBot, tab: ReportTab, workspace: Workspace, window: MainWindow, coded_study: Path, tmp_path: Path
) -> None:
    assert tab.options().items is None
    tab.basket.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    chosen = {one.title for one in kept(workspace) if one.id in (tab.options().items or ())}
    assert chosen == {"One", "Three"}
    for key, box in tab.sections.items():
        box.setChecked(key == "basket")
    tab.send(tmp_path / "report.html")
    settled(qtbot, workspace)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "Table 2. Three" in page
    assert "Two" not in page
    window.close_project()
    again = opened(qtbot, window, coded_study)
    press(qtbot, window, "tab_report")
    settled(qtbot, again)
    assert again.report.tab is not None
    assert again.report.tab.basket.list.item(1).checkState() == Qt.CheckState.Unchecked


def test_an_empty_basket_says_how_to_fill_it(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    for _ in range(3):
        tab.basket.remove_button.click()
        settled(qtbot, workspace)
    assert tab.basket.currentWidget() is tab.basket.nothing
    assert tab.tabs.tabText(1) == "Tables and figures"


def test_after_a_look_at_the_past_rows_can_be_moved_and_said_again(
    qtbot: QtBot, tab: ReportTab, workspace: Workspace
) -> None:
    workspace.time.look_at(workspace.project.history()[-1].number - 1)
    qtbot.waitUntil(lambda: len(titles(tab.basket)) == 2, timeout=60_000)
    assert not tab.basket.list.dragEnabled()
    assert tab.basket.comment.isReadOnly()
    workspace.time.back_to_now()
    qtbot.waitUntil(lambda: len(titles(tab.basket)) == 3, timeout=60_000)
    assert tab.basket.list.dragEnabled()
    assert not tab.basket.comment.isReadOnly()


def test_an_answer_that_comes_late_does_not_take_the_place_of_the_newer_one(
    qtbot: QtBot, tab: ReportTab, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tab.basket
    asked: list[tuple[Callable[[Reading], Any], Callable[[Any], None]]] = []
    ask = workspace.bridge.ask

    def kept(question: Callable[[Reading], Any], then: Callable[[Any], None], *rest: Any, **more: Any) -> Any:
        if then == page._arrived:
            return asked.append((question, then))
        return ask(question, then, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(workspace.bridge, "ask", kept)
        page._ask()
        with workspace.project.read() as read:
            late = asked[0][0](read)
        send_to_report(workspace.project, "frequencies", title="Four")
        qtbot.waitUntil(lambda: len(asked) == 2, timeout=60_000)
        with workspace.project.read() as read:
            asked[1][1](asked[1][0](read))
        asked[0][1](late)
    assert titles(page) == ["One", "Two", "Three", "Four"]
    assert tab.tabs.tabText(1) == "Tables and figures (4)"


def test_in_a_narrow_tab_the_list_stands_above_what_it_says(window: MainWindow, tab: ReportTab) -> None:
    across = Qt.Orientation.Horizontal
    assert tab.basket.body.orientation() == across
    tab.basket.resize(500, 500)
    assert tab.basket.body.orientation() != across
    tab.basket.resize(900, 500)
    assert tab.basket.body.orientation() == across


def test_a_question_is_told_by_present_names(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    with workspace.project.read() as read:
        code = read.codebook.ordered[0]
    send_to_report(workspace.project, "frequencies", options={"codes": [str(code.id)]}, title="Four")
    settled(qtbot, workspace)
    tab.basket.list.setCurrentRow(3)
    before = tab.basket.list.item(3)
    rename_code(workspace.project, code.id, "Another name")
    settled(qtbot, workspace)
    qtbot.waitUntil(lambda: "Another name" in tab.basket.question.text(), timeout=60_000)
    assert tab.basket.list.item(3) is before


def test_a_title_that_is_refused_goes_back(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    tab.basket.list.item(1).setText("  ")
    settled(qtbot, workspace)
    qtbot.waitUntil(lambda: titles(tab.basket) == ["One", "Two", "Three"], timeout=60_000)
