"""Two documents side by side in the real window: both are coded, scroll by themselves and follow the same look."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, settled

from qualcode.app import documents, settings
from qualcode.ui.coding.coding_tab import CodingTab
from qualcode.ui.panels.document_menu import fill_menu
from qualcode.ui.reader.showing import Showing
from qualcode.ui.reader.style import ReadingStyle, style_of
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def ids(workspace: Workspace) -> list[UUID]:
    with workspace.project.read() as read:
        return read.document_ids()


@pytest.fixture
def pair(qtbot: QtBot, workspace: Workspace) -> tuple[CodingTab, CodingTab]:
    """Both documents open, the second one active."""
    first = workspace.coding
    panel = workspace.documents
    panel.choose(ids(workspace)[1])
    panel.beside_action.trigger()
    settled(qtbot, workspace)
    return first, workspace.coding


def test_the_menu_of_the_list_opens_a_document_beside(
    qtbot: QtBot, workspace: Workspace, pair: tuple[CodingTab, CodingTab]
) -> None:
    left, right = pair
    assert [tab.document.name for tab in (left, right) if tab.document] == ["P03 Rosa", "P06 刘"]
    assert workspace.pair.tabs == [left, right]
    assert left.width() > 200
    assert right.width() > 200
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(workspace.documents, menu)
    assert workspace.documents.beside_action in menu.actions()
    bar = left.reader.view.verticalScrollBar()
    before = right.reader.view.verticalScrollBar().value()
    bar.setValue(bar.maximum())
    assert right.reader.view.verticalScrollBar().value() == before
    assert right.tools.close.isVisible()
    workspace.documents.opened.emit(ids(workspace)[0])  # goes where one works
    settled(qtbot, workspace)
    assert right.document is not None
    assert right.document.name == "P03 Rosa"


def test_the_one_with_the_focus_is_coded(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, pair: tuple[CodingTab, CodingTab]
) -> None:
    left, right = pair
    code_by_keyboard(qtbot, workspace, "信任要很多年", "trust")
    assert [len(tab.codings) for tab in pair] == [0, 1]
    qtbot.mouseClick(left.reader.view.viewport(), Qt.MouseButton.LeftButton)
    assert workspace.coding is left
    assert workspace.documents.current().name == "P03 Rosa"
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    assert [len(tab.codings) for tab in pair] == [1, 1]
    press(qtbot, window, "undo")
    settled(qtbot, workspace)
    assert [len(tab.codings) for tab in pair] == [0, 1]
    assert [panel for panel in workspace.panels() if panel in (left.reader, right.reader)] == [
        left.reader,
        right.reader,
    ]


def test_the_buttons_over_a_document_are_meant_for_it(
    qtbot: QtBot, workspace: Workspace, pair: tuple[CodingTab, CodingTab]
) -> None:
    left, right = pair
    find = next(button for button in left._buttons if button.defaultAction() is not None)
    qtbot.mouseClick(find, Qt.MouseButton.LeftButton)
    assert workspace.coding is left
    assert left.find_bar.isVisible()
    assert not right.find_bar.isVisible()
    right.reader.context_menu.emit("text", (0, 0), right.mapToGlobal(right.rect().center()))
    assert workspace.coding is right
    QApplication.activePopupWidget().close()


def test_a_passage_opens_where_its_document_is(
    qtbot: QtBot, workspace: Workspace, pair: tuple[CodingTab, CodingTab]
) -> None:
    left, right = pair
    workspace.open_segment(ids(workspace)[0], 5, 9)
    settled(qtbot, workspace)
    assert workspace.coding is left
    assert left.reader.selection == (5, 9)
    assert right.document is not None
    assert right.document.name == "P06 刘"


@pytest.mark.parametrize("which", [0, 1])
def test_either_can_be_closed_and_opened_again(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, pair: tuple[CodingTab, CodingTab], which: int
) -> None:
    qtbot.mouseClick(pair[which].tools.close, Qt.MouseButton.LeftButton)
    left = pair[1 - which]
    assert workspace.coding is left
    assert workspace.pair.tabs == [left]
    assert not left.tools.close.isVisible()
    assert pair[which].document is None
    press(qtbot, window, "beside")  # the same document at another place
    settled(qtbot, workspace)
    assert len(workspace.pair.tabs) == 2
    assert {tab.document.id for tab in workspace.pair.tabs if tab.document} == {
        left.document.id if left.document else 0
    }
    press(qtbot, window, "close_beside")
    assert len(workspace.pair.tabs) == 1
    press(qtbot, window, "close_beside")  # nothing left to close
    assert len(workspace.pair.tabs) == 1


def test_a_document_that_is_removed_closes_its_side(
    qtbot: QtBot, workspace: Workspace, pair: tuple[CodingTab, CodingTab]
) -> None:
    documents.remove_document(workspace.project, ids(workspace)[1])
    qtbot.waitUntil(lambda: len(workspace.pair.tabs) == 1, timeout=60_000)
    settled(qtbot, workspace)
    assert workspace.coding is pair[0]
    assert workspace.coding.document is not None


def test_style_and_stripes_are_the_same_on_both_sides_and_kept(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Workspace,
    pair: tuple[CodingTab, CodingTab],
    coded_study: Path,
) -> None:
    code_by_keyboard(qtbot, workspace, "信任要很多年", "trust")
    press(qtbot, window, "text_larger")
    assert [tab.reader.text_size for tab in pair] == [18, 18]
    workspace.pair.choose_style(ReadingStyle("DejaVu Sans", 14, 90, 500, "line"))
    assert [tab.reader.style_of_text.numbers for tab in pair] == ["line", "line"]
    assert style_of(settings.load()) == ReadingStyle("DejaVu Sans", 14, 90, 500, "line")
    power = next(code.id for code in workspace.coding.codebook.ordered if code.name == "Power")
    workspace.pair.choose_showing(Showing("chosen", frozenset([power]), "left"))
    assert [tab.tools.chip.isVisible() for tab in pair] == [False, True]
    window.close_project()
    again = opened(qtbot, window, coded_study)
    assert again.coding.reader.showing == Showing("chosen", frozenset([power]), "left")
    assert again.coding.reader.style_of_text == ReadingStyle("DejaVu Sans", 14, 90, 500, "line")
    again.documents.opened.emit(ids(again)[1])
    settled(qtbot, again)
    assert again.coding.tools.chip.isVisible()
    qtbot.mouseClick(again.coding.tools.chip, Qt.MouseButton.LeftButton)
    assert again.coding.reader.showing == Showing(side="left")
    assert not again.coding.tools.chip.isVisible()
