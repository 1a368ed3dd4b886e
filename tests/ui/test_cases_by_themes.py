"""The matrix of cases by themes in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, opened, press, settled, write_so

from qualcode.app import cases, coding, methods
from qualcode.app.project import open_project
from qualcode.ui.filters import Choice
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


def matrix(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> FrameworkView:
    """The view, with its numbers in it."""
    press(qtbot, window, "cases_by_themes")
    qtbot.waitUntil(lambda: workspace.analyses.framework is not None and workspace.analyses.framework.isVisible())
    view = workspace.analyses.framework
    assert view is not None
    qtbot.waitUntil(lambda: view.data.matrix is not None, timeout=10_000)
    settled(qtbot, workspace)
    return view


def test_a_cell_says_how_much_and_shows_its_quotes(qtbot: QtBot, window: MainWindow, told: Path) -> None:
    workspace = opened(qtbot, window, told)
    view = matrix(qtbot, window, workspace)
    model = view.table.cells
    assert (model.rowCount(), model.columnCount()) == (2, 1)
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(2)]
    assert (names, model.headerData(0, Qt.Orientation.Horizontal)) == (["Rosa", "Liu"], "Power")
    assert model.index(0, 0).data() == "2"
    assert model.index(1, 0).data() == ""
    assert "We started from what we both needed" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(lambda: view.quotes.model.rowCount() == 2, timeout=5_000)
    assert [label.text() for label in view.quotes._names] == ["Rosa", "Power"]
    view.table.selectionModel().setCurrentIndex(model.index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.waitUntil(lambda: view.quotes.foot.text() == "Nothing of this case is coded with this theme.", timeout=5_000)
    qtbot.keyClick(view.table, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: view.quotes.model.rowCount() == 2, timeout=5_000)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.quotes.list.hasFocus()
    qtbot.keyClick(view.quotes.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.views.currentWidget() is workspace.pair, timeout=5_000)


def test_it_follows_the_coding_and_the_filter(qtbot: QtBot, window: MainWindow, told: Path) -> None:
    workspace = opened(qtbot, window, told)
    view = matrix(qtbot, window, workspace)
    coding.apply_code(workspace.project, "P06 刘", 0, 3, "Power")
    qtbot.waitUntil(lambda: view.table.cells.index(1, 0).data() == "1", timeout=5_000)
    with workspace.project.read() as read:
        liu = next(document.id for document in read.documents() if document.name == "P06 刘")
    workspace.filters.choose(Choice(documents=frozenset([liu])))
    qtbot.waitUntil(lambda: view.table.cells.rowCount() == 1, timeout=5_000)
    assert "counted within the filter" in view.facts.text()


def test_without_themes_or_cases_it_says_what_is_missing(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    view = matrix(qtbot, window, workspace)
    assert view.pages.currentWidget() is view.message
    assert "No document belongs to a case yet" in view.message.text.text()
    cases.add_case(workspace.project, "Rosa")
    cases.assign(workspace.project, "Rosa", "P03 Rosa")
    qtbot.waitUntil(lambda: view.pages.currentWidget() is view.body, timeout=5_000)


def test_it_is_written_after_it_was_looked_through(
    qtbot: QtBot, window: MainWindow, told: Path, tmp_path: Path
) -> None:
    workspace = opened(qtbot, window, told)
    view = matrix(qtbot, window, workspace)
    place = tmp_path / "cells.csv"
    view.export_button.menu().actions()[1].trigger()
    assert isinstance(view.exports.dialog, QFileDialog)
    view.exports.dialog.reject()
    view.exports.write(place, square=False)
    write_so(qtbot, window)
    qtbot.waitUntil(place.exists, timeout=10_000)
    settled(qtbot, workspace)
    assert "Rosa,Power,2,We started from what we both needed" in place.read_text("utf-8")


def test_framework_analysis_begins_with_it_and_others_with_cooccurrence(
    qtbot: QtBot, window: MainWindow, told: Path
) -> None:
    workspace = opened(qtbot, window, told)
    methods.set_method(workspace.project, "framework")
    settled(qtbot, workspace)
    assert window.commands["cases_by_themes"].text() == "Framework matrix"
    press(qtbot, window, "tab_analyse")
    analyses = workspace.analyses
    assert analyses.shown == "cases_by_themes"
    assert analyses.cooccurrence is None, "what nobody looks at is not made"
    place = analyses.place
    assert place is not None
    assert place.names[0] == "cases_by_themes"
    row = next(row for row in range(place.list.count()) if place.list.item(row).text() == "Co-occurrence")
    spot = place.list.visualItemRect(place.list.item(row)).center()
    qtbot.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert analyses.shown == "cooccurrence"
    press(qtbot, window, "tab_code")
    methods.set_method(workspace.project, "")
    settled(qtbot, workspace)
    press(qtbot, window, "tab_analyse")
    assert analyses.shown == "cooccurrence"
    assert analyses.order[0] == "cooccurrence"
    qtbot.waitUntil(lambda: place.names[0] == "cooccurrence", timeout=5_000)
