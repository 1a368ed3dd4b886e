"""The matrix of cases by themes in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QListView
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, opened, press, settled, write_so

from qualcode.app import cases, codebook, coding, methods
from qualcode.app.passages import PAGE
from qualcode.app.project import open_project
from qualcode.ui.filters import Choice
from qualcode.ui.look import look
from qualcode.ui.marks import code_color
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
    qtbot.waitUntil(lambda: view.data.matrix is not None, timeout=60_000)
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
    qtbot.waitUntil(lambda: view.quotes.model.rowCount() == 2, timeout=60_000)
    assert [label.text() for label in view.quotes._names] == ["Rosa", "Power"]
    view.table.selectionModel().setCurrentIndex(model.index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.waitUntil(lambda: view.quotes.foot.text() == "Nothing of this case is coded with this theme.", timeout=60_000)
    qtbot.keyClick(view.table, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: view.quotes.model.rowCount() == 2, timeout=60_000)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.quotes.list.hasFocus()
    qtbot.keyClick(view.quotes.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.views.currentWidget() is workspace.pair, timeout=60_000)


def test_it_follows_the_coding_and_the_filter(qtbot: QtBot, window: MainWindow, told: Path) -> None:
    workspace = opened(qtbot, window, told)
    view = matrix(qtbot, window, workspace)
    coding.apply_code(workspace.project, "P06 刘", 0, 3, "Power")
    qtbot.waitUntil(lambda: view.table.cells.index(1, 0).data() == "1", timeout=60_000)
    with workspace.project.read() as read:
        liu = next(document.id for document in read.documents() if document.name == "P06 刘")
    workspace.filters.choose(Choice(documents=frozenset([liu])))
    qtbot.waitUntil(lambda: view.table.cells.rowCount() == 1, timeout=60_000)
    assert "counted within the filter" in view.facts.text()


def test_without_themes_or_cases_it_says_what_is_missing(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    view = matrix(qtbot, window, workspace)
    assert view.pages.currentWidget() is view.message
    assert "No document belongs to a case yet" in view.message.text.text()
    cases.add_case(workspace.project, "Rosa")
    cases.assign(workspace.project, "Rosa", "P03 Rosa")
    qtbot.waitUntil(lambda: view.pages.currentWidget() is view.body, timeout=60_000)


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
    qtbot.waitUntil(place.exists, timeout=60_000)
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
    qtbot.waitUntil(lambda: place.names[0] == "cooccurrence", timeout=60_000)


def test_a_recount_leaves_whoever_reads_quotes_where_they_are(qtbot: QtBot, window: MainWindow, told: Path) -> None:
    with open_project(told, coder="AB") as project:
        for start in range(NEED, NEED + 70):
            coding.apply_code(project, "P03 Rosa", start, start + 12, "who decides")
    workspace = opened(qtbot, window, told)
    view = matrix(qtbot, window, workspace)
    quotes = view.quotes
    qtbot.waitUntil(lambda: quotes.model.rowCount() == PAGE, timeout=60_000)
    quotes.model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: quotes.model.rowCount() == 2 * PAGE, timeout=60_000)
    quotes.list.setCurrentIndex(quotes.model.index(41, 0))
    quotes.list.scrollTo(quotes.model.index(40, 0), QListView.ScrollHint.PositionAtTop)
    bar = quotes.list.verticalScrollBar()
    bar.setValue(bar.value() + 7)
    settled(qtbot, workspace)

    def reads() -> tuple[int, str, int, str]:
        top = quotes.list.indexAt(QPoint(1, 1))
        words = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in (top, quotes.list.currentIndex())]
        return top.row(), words[0], quotes.list.visualRect(top).top(), words[1]

    before = reads()
    assert before[0] == 40
    coding.apply_code(workspace.project, "P03 Rosa", 0, 3, "who decides")
    qtbot.waitUntil(lambda: view.table.cells.index(0, 0).data() == "73", timeout=60_000)
    settled(qtbot, workspace)
    assert quotes.model.total == 73
    assert quotes.model.rowCount() == 2 * PAGE
    assert reads() == (41, *before[1:]), "one more stands before it"
    quotes.list.setFocus()
    view.table.selectionModel().setCurrentIndex(
        view.table.cells.index(1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    qtbot.waitUntil(lambda: quotes.model.rowCount() == 0, timeout=60_000)
    view.table.selectionModel().setCurrentIndex(
        view.table.cells.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    qtbot.waitUntil(lambda: quotes.model.rowCount() == PAGE, timeout=60_000)
    assert quotes.list.indexAt(QPoint(1, 1)).row() == 0, "another cell is read from its beginning"


def test_columns_keep_the_widths_they_were_drawn_to(qtbot: QtBot, window: MainWindow, told: Path) -> None:
    with open_project(told, coder="AB") as project:
        codebook.add_code(project, "Care", kind="theme")
        codebook.add_code(project, "Money", kind="theme")
    workspace = opened(qtbot, window, told)
    table = matrix(qtbot, window, workspace).table
    header = table.horizontalHeader()

    def widths() -> dict[str, int]:
        return {table.cells.headerData(at, Qt.Orientation.Horizontal): header.sectionSize(at) for at in range(3)}

    assert len(set(widths().values())) == 1
    header.resizeSection(1, 111)
    wide = window.width()
    window.resize(wide + 240, window.height())
    qtbot.waitUntil(lambda: window.width() == wide + 240)
    settled(qtbot, workspace)
    drawn = widths()
    assert drawn["Care"] == 111
    assert drawn["Power"] == drawn["Money"] == (table.viewport().width() - 111) // 2, "the others share what is left"
    codebook.move_code(workspace.project, "Money", None, 0)
    qtbot.waitUntil(lambda: list(widths()) == ["Money", "Power", "Care"], timeout=60_000)
    assert widths() == drawn, "the width goes with the theme"
    look().set_scale(200)
    look().finish()
    qtbot.waitUntil(lambda: widths()["Care"] == 222)


def test_the_marks_of_the_themes_grow_with_the_letters(qtbot: QtBot, window: MainWindow, told: Path) -> None:
    workspace = opened(qtbot, window, told)
    view = matrix(qtbot, window, workspace)
    with workspace.project.read() as read:
        theme = next(one for one in read.codebook.ordered if one.kind == "theme")
    wide = {}
    for percent in (100, 200):
        look().set_scale(percent)
        look().finish()
        settled(qtbot, workspace)
        head = view.table.horizontalHeader()
        shown = head.grab().toImage()
        ink = code_color(theme.color, look().current.dark).rgb()
        ratio = shown.devicePixelRatio()
        colored = [x for x in range(shown.width()) for y in range(shown.height()) if shown.pixel(x, y) == ink]
        wide[percent] = (max(colored) - min(colored) + 1) / ratio
    look().set_scale(100)
    look().finish()
    assert 8 <= wide[100] <= 12
    assert wide[200] >= 1.8 * wide[100]


def test_where_no_case_has_words_nothing_goes_to_the_report(
    qtbot: QtBot, window: MainWindow, coded_study: Path
) -> None:
    workspace = opened(qtbot, window, coded_study)
    view = matrix(qtbot, window, workspace)
    assert view.pages.currentWidget() is view.message
    assert not view.report_button.isEnabled()
    cases.add_case(workspace.project, "Rosa")
    cases.assign(workspace.project, "Rosa", "P03 Rosa")
    qtbot.waitUntil(view.report_button.isEnabled, timeout=60_000)
    settled(qtbot, workspace)
