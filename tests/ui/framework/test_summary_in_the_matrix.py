"""Written summaries in the view of cases by themes: written below the quotes, linked to them, shown in the cell."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, opened, press, settled, write_so

from qualcode.app import cases, coding, summaries
from qualcode.app.basket import items
from qualcode.app.basket_questions import asked_again
from qualcode.app.project import open_project
from qualcode.ui.views.framework import FrameworkView
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

NEED = ROSA.index("We started")
TRUST = ROSA.index("Trust takes")


@pytest.fixture
def told(coded_study: Path) -> Path:
    """Rosa and Liu as cases, two passages of Rosa below the theme Power."""
    with open_project(coded_study, coder="AB") as project:
        for name, document in (("Rosa", "P03 Rosa"), ("Liu", "P06 刘")):
            cases.add_case(project, name)
            cases.assign(project, name, document)
        coding.apply_code(project, "P03 Rosa", NEED, NEED + 37, "who decides")
        coding.apply_code(project, "P03 Rosa", TRUST, TRUST + 17, "who decides")
    return coded_study


@pytest.fixture
def workspace(qtbot: QtBot, window: MainWindow, told: Path) -> Workspace:
    workspace = opened(qtbot, window, told)
    press(qtbot, window, "cases_by_themes")
    return workspace


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace) -> FrameworkView:
    """The matrix with Rosa's quotes on Power."""
    qtbot.waitUntil(lambda: workspace.analyses.framework is not None and workspace.analyses.framework.isVisible())
    view = workspace.analyses.framework
    assert view is not None
    qtbot.waitUntil(lambda: view.data.matrix is not None, timeout=60_000)
    qtbot.waitUntil(lambda: view.quotes.model.rowCount() == 2, timeout=60_000)
    settled(qtbot, workspace)
    return view


def choose(view: FrameworkView, row: int) -> None:
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.table.selectionModel().setCurrentIndex(view.table.cells.index(row, 0), flag)


def test_a_summary_is_written_with_the_keyboard_in_one_step_and_the_cell_shows_it(
    qtbot: QtBot, workspace: Workspace, view: FrameworkView
) -> None:
    view.table.setFocus()
    before = workspace.project.history()[-1].number
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    assert view.summary.text.hasFocus()
    QTest.keyClicks(view.summary.text, "Need came first.")
    QTest.keyClick(view.summary.text, Qt.Key.Key_Escape)
    assert view.table.hasFocus()
    cell = view.table.cells.index(0, 0)
    qtbot.waitUntil(lambda: view.table.cells.summary(cell) == "Need came first.", timeout=60_000)
    settled(qtbot, workspace)
    steps = [step for step in workspace.project.history() if step.number > before]
    assert len(steps) == 1
    assert "Summary: Need came first." in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert view.table.cells.summary(view.table.cells.index(1, 0)) is None
    assert "1 summary" in view.facts.text()
    workspace.project.undo(steps[0].number)
    qtbot.waitUntil(lambda: view.table.cells.summary(cell) is None, timeout=60_000)


def test_chosen_quotes_are_linked_and_stay_chosen(qtbot: QtBot, workspace: Workspace, view: FrameworkView) -> None:
    quotes = view.quotes.list
    assert not view.summary.link_button.isEnabled()
    for row in range(2):
        spot = quotes.visualRect(view.quotes.model.index(row)).center()
        held = Qt.KeyboardModifier.ControlModifier if row else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(quotes.viewport(), Qt.MouseButton.LeftButton, held, pos=spot)
    assert workspace.views.currentWidget() is workspace.analyses.place, "a click chooses a quote and stays here"
    assert len(view.quotes.chosen_places()) == 2
    qtbot.mouseClick(view.summary.link_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(view.summary.model.rows) == 2, timeout=60_000)
    settled(qtbot, workspace)
    assert len(view.quotes.chosen_places()) == 2, "the quotes are not fetched anew for a summary"
    assert view.table.cells.summary(view.table.cells.index(0, 0)) == "", "linked, without a word"
    view.summary.list.setCurrentIndex(view.summary.model.index(0))
    QTest.keyClick(view.summary.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(view.summary.model.rows) == 1, timeout=60_000)
    assert workspace.project.check() == []


def test_each_cell_has_its_own_and_what_is_typed_is_not_lost(
    qtbot: QtBot, workspace: Workspace, view: FrameworkView
) -> None:
    QTest.keyClicks(view.summary.text, "Rosa's.")
    choose(view, 1)
    qtbot.waitUntil(lambda: view.summary.text.toPlainText() == "", timeout=60_000)
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert list(summaries.written(read).values()) == ["Rosa's."]
    choose(view, 0)
    qtbot.waitUntil(lambda: view.summary.text.toPlainText() == "Rosa's.", timeout=60_000)


def test_what_somebody_else_wrote_is_there_on_coming_back(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, view: FrameworkView
) -> None:
    press(qtbot, window, "tab_code")
    with workspace.project.read() as read:
        theme = next(code.id for code in read.codes() if code.kind == "theme")
    summaries.write_summary(workspace.project, "Liu", theme, "Elsewhere.")
    settled(qtbot, workspace)
    press(qtbot, window, "cases_by_themes")
    qtbot.waitUntil(lambda: view.table.cells.summary(view.table.cells.index(1, 0)) == "Elsewhere.", timeout=60_000)


def test_the_matrix_to_read_holds_the_summaries(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, view: FrameworkView, tmp_path: Path
) -> None:
    QTest.keyClicks(view.summary.text, "Need came first.")
    view.summary.text.save()
    settled(qtbot, workspace)
    assert [action.text() for action in view.export_button.menu().actions()][2] == "Matrix of summaries to read…"
    place = tmp_path / "matrix.html"
    view.exports.write(place, square=False)
    write_so(qtbot, window)
    qtbot.waitUntil(place.exists, timeout=60_000)
    settled(qtbot, workspace)
    page = place.read_text("utf-8")
    assert "Need came first." in page
    assert 'scope="row" dir="auto">Rosa<' in page
    assert view.quotes.list.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection


def test_the_matrix_goes_to_the_report(qtbot: QtBot, workspace: Workspace, view: FrameworkView) -> None:
    view.report_button.choices.aboutToShow.emit()
    numbers, words = view.report_button.choices.actions()
    for action in (numbers, words):
        with qtbot.waitSignal(view.said, timeout=60_000):
            action.trigger()
    project = workspace.bridge.project
    with project.read() as read:
        square, listed = (asked_again(read, item) for item in items(read))
    table = project.analyse("cases-by-themes", **square)
    assert table.columns[0] == "case"
    assert "first_words" in project.analyse("cases-by-themes", **listed).columns
