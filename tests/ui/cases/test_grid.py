"""The grid, by the keys a spreadsheet has."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from qualcode.app import case_tables, cases, display_names, variables
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.cases.columns import NewVariable
from qualcode.ui.cases.model import DISPLAY, DOCUMENTS, FIRST, NAME, Table
from qualcode.ui.cases.pattern import PatternDialog
from qualcode.ui.cases.window import CasesWindow

Rest = Callable[[], None]
AGE, SECTOR, PAID, SINCE, NOTE = range(FIRST, FIRST + 5)


def values(project: Project) -> dict[str, dict[str, str]]:
    with project.read() as read:
        named = {variable.id: variable.name for variable in read.variables()}
        people = {case.id: case.name for case in read.cases()}
        found: dict[str, dict[str, str]] = {name: {} for name in people.values()}
        for value in read.values():
            found[people[value.case]][named[value.variable]] = value.text
    return found


def go(grid: CasesWindow, row: int, column: int) -> None:
    grid.view.setCurrentIndex(grid.model.index(row, column))
    grid.view.setFocus()


def editor(grid: CasesWindow) -> QWidget:
    found = [
        widget
        for widget in grid.view.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(widget, (QLineEdit, QComboBox)) and widget.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def words(grid: CasesWindow, row: int, column: int) -> str:
    return str(grid.model.index(row, column).data())


def test_typing_replaces_and_enter_goes_down(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    steps = len(project.history())
    go(grid, 0, AGE)
    qtbot.keyClicks(grid.view, "3")
    qtbot.keyClicks(editor(grid), "2")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    assert words(grid, 0, AGE) == "32", "seen before it is written"
    assert (grid.view.currentIndex().row(), grid.view.currentIndex().column()) == (1, AGE)
    rest()
    assert values(project)["Rosa"]["Age"] == "32"
    assert len(project.history()) == steps + 1
    qtbot.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert words(grid, 0, AGE) == "31"
    qtbot.keyClick(grid, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert words(grid, 0, AGE) == "32"


def test_tab_arrows_and_f2(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    go(grid, 0, NOTE)
    qtbot.keyClick(grid.view, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(grid), "kind")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Tab)
    assert (grid.view.currentIndex().row(), grid.view.currentIndex().column()) == (1, NAME), "on in the next row"
    qtbot.keyClick(grid.view, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert (grid.view.currentIndex().row(), grid.view.currentIndex().column()) == (0, NOTE)
    qtbot.keyClick(grid.view, Qt.Key.Key_Down)
    qtbot.keyClick(grid.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert grid.view.currentIndex().row() == 0
    rest()
    assert values(project)["Rosa"]["Note"] == "kind"


def test_a_bad_value_is_said_in_place(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    go(grid, 0, SINCE)
    qtbot.keyClicks(grid.view, "y")
    qtbot.keyClicks(editor(grid), "esterday")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    assert "is not a date" in grid.view.delegate.said
    assert grid.view.currentIndex().row() == 0
    field = editor(grid)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "2026-11-22")
    assert grid.view.delegate.said == ""
    qtbot.keyClick(field, Qt.Key.Key_Return)
    rest()
    assert values(project)["Rosa"]["Since"] == "2026-11-22"


def test_a_bad_value_left_by_a_click_is_not_kept(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    go(grid, 0, AGE)
    qtbot.keyClicks(grid.view, "o")
    grid.filter.setFocus()
    rest()
    assert "The cell is as it was" in grid.toast.text.text()
    assert values(project)["Rosa"]["Age"] == "31"


def test_choices_offer_what_is_known(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    go(grid, 2, SECTOR)
    qtbot.keyClick(grid.view, Qt.Key.Key_F2)
    field = editor(grid)
    assert isinstance(field, QComboBox)
    assert [field.itemText(row) for row in range(field.count())] == ["", "care", "food"]
    field.setEditText("school")
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    go(grid, 2, PAID)
    qtbot.keyClick(grid.view, Qt.Key.Key_F2)
    field = editor(grid)
    assert isinstance(field, QComboBox)
    qtbot.keyClick(field, Qt.Key.Key_N)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    rest()
    assert values(project)["Ana"] == {"Age": "5", "Sector": "school", "Paid": "no"}
    assert words(grid, 2, PAID) == "no"


def test_blocks_are_copied_pasted_cleared_and_filled(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    grid.view.choose(range(2), [AGE, SECTOR])
    qtbot.keyClick(grid.view, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == "31\tfood\n44\tcare"
    steps = len(project.history())
    QGuiApplication.clipboard().setText('50\t"two\nlines"\r\n51\tart\r\n52\tx\r\n53\ty\r\n')
    go(grid, 1, AGE)
    qtbot.keyClick(grid.view, Qt.Key.Key_V, control)
    rest()
    assert len(project.history()) == steps + 1
    assert values(project)["Ana"] == {"Age": "51", "Sector": "art"}
    assert values(project)["Liu"]["Sector"] == "two\nlines"
    assert "2 row" in grid.toast.text.text()
    grid.view.choose(range(1, 3), [AGE, SECTOR])
    qtbot.keyClick(grid.view, Qt.Key.Key_Delete)
    rest()
    assert values(project)["Ana"] == {}
    grid.view.choose(range(3), [AGE, SECTOR])
    qtbot.keyClick(grid.view, Qt.Key.Key_D, control)
    rest()
    assert values(project)["Ana"] == {"Age": "31", "Sector": "food"}
    assert len(project.history()) == steps + 3
    QGuiApplication.clipboard().setText("7")
    grid.view.choose(range(3), [AGE])
    qtbot.keyClick(grid.view, Qt.Key.Key_V, control)
    rest()
    assert [row["Age"] for row in values(project).values()] == ["7", "7", "7"]


def test_a_large_copy_is_of_the_moment_it_was_asked_for(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    text = "who\tAge\n" + "".join(f"Case {number}\t{number}\n" for number in range(900))
    sheet = case_tables.sheet_of_text(text, "many")
    with project.read() as read:
        columns = case_tables.columns_of(sheet, read.variables(), 0)
    case_tables.bring_in_table(
        project, sheet, columns, [case_tables.Target(row, None, f"Case {row}") for row in range(900)]
    )
    rest()
    grid.view.choose(range(903), [NAME, DOCUMENTS, AGE, SECTOR, PAID])
    go_on = Event()
    for _ in range(2):  # both readers are busy
        grid.acts._bridge.run(lambda _project, _progress: go_on.wait(10))
    qtbot.keyClick(grid.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    grid.model.foresee([(case.id, grid.model.variable(AGE).id, "") for case in grid.model.rows])
    grid.model.show(Table())
    go_on.set()
    rest()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 903
    assert (lines[0], lines[-1]) == ("Rosa\t1\t\t31\tfood\tyes", "Case 899\t0\t\t899\t\t")


def test_what_does_not_fit_waits_for_a_choice(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    steps = len(project.history())

    def paste() -> None:
        QGuiApplication.clipboard().setText("Rosa B.\t\t\t50\nLiu\t\t\told\n")
        go(grid, 0, NAME)
        grid.acts.paste()
        rest()

    paste()
    assert len(project.history()) == steps, "nothing is half written"
    assert grid.notice.isVisible()
    assert [grid.notice.list.item(row).text() for row in range(grid.notice.list.count())] == [
        "Liu · Age: “old” is not a number."
    ]
    assert [button.text() for button in grid.notice.buttons] == ["Paste the rest", "Make “Age” text", "Cancel"]
    qtbot.keyClick(grid.notice, Qt.Key.Key_Escape)
    rest()
    assert len(project.history()) == steps
    paste()
    grid.notice.buttons[0].click()
    rest()
    assert values(project)["Rosa B."]["Age"] == "50"
    assert values(project)["Liu"]["Age"] == "44"
    assert len(project.history()) == steps + 1
    grid.undo_wanted.emit(None)
    rest()
    paste()
    grid.notice.buttons[1].click()
    rest()
    assert values(project)["Liu"]["Age"] == "old"


def test_sorting_and_filtering(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    def names() -> list[str]:
        return [case.name for case in grid.model.rows]

    header = grid.view.horizontalHeader()
    header.sectionClicked.emit(AGE)
    assert names() == ["Ana", "Rosa", "Liu"], "numbers by size"
    header.sectionClicked.emit(AGE)
    assert names() == ["Liu", "Rosa", "Ana"]
    header.sectionClicked.emit(AGE)
    assert names() == ["Rosa", "Liu", "Ana"]
    grid.sort(SINCE, False)
    assert names() == ["Liu", "Rosa", "Ana"], "empty cells last"
    grid.sort(DOCUMENTS, True)
    assert names() == ["Ana", "Rosa", "Liu"]
    qtbot.keyClicks(grid.filter, "P0 FOOD")
    assert names() == ["Rosa"]
    assert "1 shown" in grid.count.text()
    grid.acts.write([(grid.model.rows[0].id, grid.model.variable(SECTOR).id, "care")])
    grid.filter.setText("care rosa")
    assert names() == ["Rosa"], "what was just typed is found"
    grid.filter.setText("nobody")
    assert grid.stack.currentWidget() is grid.empty
    rest()


def test_cases_are_added_renamed_merged_and_removed(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    grid.add_case.click()
    rest()
    field = editor(grid)
    assert isinstance(field, QLineEdit)
    assert field.text() == "Case 4"
    qtbot.keyClicks(field, "Cy")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    rest()
    assert list(values(project)) == ["Rosa", "Liu", "Ana", "Cy"]
    grid.view.choose(range(2, 4), [NAME, AGE])
    grid.view.selectionModel().setCurrentIndex(
        grid.model.index(2, NAME), grid.view.selectionModel().SelectionFlag.NoUpdate
    )
    grid.rows.merge()
    rest()
    assert list(values(project)) == ["Rosa", "Liu", "Ana"]
    go(grid, 0, NAME)
    grid.rows.remove()
    rest()
    assert list(values(project)) == ["Liu", "Ana"]
    grid.toast.button.click()
    rest()
    assert values(project)["Rosa"]["Age"] == "31"


def test_a_name_that_is_taken_goes_back(
    grid: CasesWindow, bridge: object, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    go(grid, 0, NAME)
    qtbot.keyClick(grid.view, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(grid), "Liu")
    with qtbot.waitSignal(grid._bridge.failed):
        qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    rest()
    assert words(grid, 0, NAME) == "Rosa"


def test_a_cell_that_is_written_in_stays_open_while_the_table_changes(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    go(grid, 0, NAME)
    qtbot.keyClicks(grid.view, "R")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    qtbot.keyClicks(grid.view, "L")
    rest()  # the first name is written, and others were at work
    cases.add_case(project, "Noor")
    rest()
    qtbot.keyClicks(editor(grid), "i")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    rest()
    assert sorted(values(project)) == ["Ana", "Li", "Noor", "R"]
    assert [words(grid, row, NAME) for row in range(4)] == ["R", "Li", "Ana", "Noor"]


def test_a_refusal_is_heard_though_the_window_is_closed(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    failures: list[str] = []
    bridge.failed.connect(lambda error: failures.append(str(error)))
    host = QWidget()
    qtbot.addWidget(host)
    grid = CasesWindow(bridge, None, host)  # type: ignore[arg-type]
    rest()
    grid.acts.write([], {grid.model.rows[0].id: "Liu"})
    shiboken6.delete(grid)
    rest()
    assert len(failures) == 1
    assert sorted(values(project)) == ["Ana", "Liu", "Rosa"]


def test_what_does_not_fit_goes_where_it_was_meant_to(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    go(grid, 0, AGE)
    QGuiApplication.clipboard().setText("old\tfood")
    qtbot.keyClick(grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rest()
    variables.remove_variable(project, "Age")  # the columns behind it move up
    cases.add_variable(project, "Town", "text")
    variables.change_variable_type(project, "Sector", "text")
    rest()
    grid.notice.buttons[1].click()
    rest()
    assert values(project)["Rosa"].get("Sector") == "food"


def test_the_keys_go_to_the_column_of_a_new_variable(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    grid.activateWindow()
    grid.view.setCurrentIndex(grid.model.index(1, SECTOR))
    grid.add_variable.setFocus()
    qtbot.keyClick(grid.add_variable, Qt.Key.Key_Space)
    dialog = grid.findChild(NewVariable)
    assert dialog is not None
    qtbot.keyClicks(dialog.name, "Town")
    dialog.button.click()
    rest()
    assert grid.focusWidget() is grid.view
    assert grid.view.currentIndex() == grid.model.index(1, NOTE + 1)
    qtbot.keyClicks(grid.view, "L")
    qtbot.keyClicks(editor(grid), "eeds")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    rest()
    assert values(project)[grid.model.rows[1].name]["Town"] == "Leeds"


def test_variables_are_added_renamed_changed_and_removed(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    grid.columns.add("Town", "text")
    rest()
    assert grid.model.columnCount() == NOTE + 2
    assert grid.model.headerData(NOTE + 1, Qt.Orientation.Horizontal) == "Town\nText"
    grid.columns.rename(grid.model.variable(NOTE + 1), "City")
    rest()
    assert grid.model.variable(NOTE + 1).name == "City"
    sector = grid.model.variable(SECTOR)
    steps = len(project.history())
    grid.columns.change_type(sector, "number")
    rest()
    assert len(project.history()) == steps, "what does not fit is listed first"
    assert grid.notice.list.count() == 2
    grid.notice.buttons[0].click()
    rest()
    assert grid.model.variable(SECTOR).type == "number"
    assert "Sector" not in values(project)["Rosa"]
    grid.toast.button.click()
    rest()
    assert values(project)["Rosa"]["Sector"] == "food"
    grid.columns.change_type(grid.model.variable(AGE), "text")
    rest()
    assert grid.model.variable(AGE).type == "text"
    grid.columns.remove(grid.model.variable(AGE))
    rest()
    assert grid.model.variable(AGE).name == "Sector"


def test_documents_of_a_case(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    assert words(grid, 0, DOCUMENTS) == "1 · P01 Rosa"
    go(grid, 2, DOCUMENTS)
    qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    from qualcode.ui.cases.documents import DocumentsOfCase

    dialog = grid.findChild(DocumentsOfCase)
    assert dialog is not None
    qtbot.keyClicks(dialog.field, "gro")
    shown = [row for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden()]
    assert [dialog.list.item(row).text() for row in shown] == ["P09 Group"]
    dialog.list.item(shown[0]).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    rest()
    assert words(grid, 2, DOCUMENTS) == "1 · P09 Group"
    with project.read() as read:
        group = read.document_named("P09 Group")
    grid.show_document(group.id)
    assert [case.name for case in grid.model.rows] == ["Ana"]
    grid.case_field.setEditText("Cy")
    grid.assign_button.click()
    rest()
    assert [case.name for case in grid.model.rows] == ["Ana", "Cy"]
    grid.all_button.click()
    assert len(grid.model.rows) == 4


def test_changes_of_others_are_seen(grid: CasesWindow, project: Project, rest: Rest) -> None:
    variables.set_values(project, [("Rosa", "Age", 60), ("Liu", "Age", "")])
    rest()
    assert (words(grid, 0, AGE), words(grid, 1, AGE)) == ("60", "")
    variables.set_values(project, [("Liu", "Age", 3)])
    rest()
    project.undo()
    rest()
    assert words(grid, 1, AGE) == ""


def test_the_table_is_exported(grid: CasesWindow, tmp_path: Path, qtbot: QtBot, rest: Rest) -> None:
    with qtbot.waitSignal(grid.written):
        grid.rows.write(str(tmp_path / "cases.csv"))
    assert (tmp_path / "cases.csv").read_text("utf-8").splitlines()[1] == "Rosa,P01 Rosa,31,food,yes,,,"


def test_every_control_has_a_name(grid: CasesWindow, rest: Rest) -> None:
    from PySide6.QtWidgets import QAbstractButton

    for control in grid.findChildren(QWidget):
        if isinstance(control, (QLineEdit, QComboBox)) and not isinstance(control.parent(), QComboBox):
            assert control.accessibleName() or control.isHidden(), control
        if isinstance(control, QAbstractButton) and control.isVisible() and control.focusPolicy():
            assert control.text() or control.accessibleName(), control


# ── display ids ──
def displays(project: Project) -> dict[str, str | None]:
    with project.read() as read:
        return {case.name: case.display for case in read.cases()}


def test_display_ids_are_typed_pasted_cleared_and_found(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    assert grid.model.headerData(DISPLAY, Qt.Orientation.Horizontal) == "Display id"
    go(grid, 0, DISPLAY)
    qtbot.keyClick(grid.view, Qt.Key.Key_P)
    editor(grid).setText("P01")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    rest()
    assert displays(project)["Rosa"] == "P01"
    assert project.history()[-1].action == "display_names.set_displays"
    steps = len(project.history())
    QGuiApplication.clipboard().setText("P07\t50\nP08\t51\n")
    go(grid, 1, DISPLAY)
    grid.acts.paste()
    rest()
    assert len(project.history()) == steps + 1
    assert displays(project) == {"Rosa": "P01", "Liu": "P07", "Ana": "P08"}
    assert values(project)["Liu"]["Age"] == "50"
    grid.filter.setText("p08")
    assert [case.name for case in grid.model.rows] == ["Ana"]
    grid.filter.clear()
    grid.sort(DISPLAY, False)
    assert [case.name for case in grid.model.rows] == ["Ana", "Liu", "Rosa"]
    grid.sort(-1, True)
    grid.view.choose(range(2), [DISPLAY])
    qtbot.keyClick(grid.view, Qt.Key.Key_Delete)
    rest()
    assert displays(project) == {"Rosa": None, "Liu": None, "Ana": "P08"}
    project.undo()
    rest()
    assert words(grid, 0, DISPLAY) == "P01"


def test_a_display_id_that_is_taken_is_refused_and_the_cell_is_as_it_was(
    grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    display_names.set_display(project, "Liu", "P07")
    rest()
    failures: list[Exception] = []
    grid._bridge.failed.connect(failures.append)
    go(grid, 0, DISPLAY)
    qtbot.keyClick(grid.view, Qt.Key.Key_P)
    editor(grid).setText("P07")
    qtbot.keyClick(editor(grid), Qt.Key.Key_Return)
    rest()
    assert "stands for “Liu” already" in str(failures[0])
    assert words(grid, 0, DISPLAY) == ""
    assert displays(project)["Rosa"] is None


def test_all_cases_get_display_ids_by_a_pattern(grid: CasesWindow, project: Project, qtbot: QtBot, rest: Rest) -> None:
    display_names.set_display(project, "Liu", "Partner B")
    rest()
    menu = QMenu()
    grid.columns.fill_menu(menu, DISPLAY)
    next(action for action in menu.actions() if action.text() == "Give display ids…").trigger()
    dialog = grid.findChild(PatternDialog)
    assert dialog.example.text() == "P01, P02, P03 …"
    dialog.field.setText("Partner")
    assert not dialog.button.isEnabled()
    assert "does not count" in dialog.example.text()
    dialog.field.setText("Partner {A}")
    assert dialog.example.text() == "Partner A, Partner B, Partner C …"
    dialog.accept()
    rest()
    assert displays(project) == {"Rosa": "Partner A", "Liu": "Partner B", "Ana": "Partner C"}
    assert grid.toast.isVisible()
