"""Tables that are brought in, speakers that become cases, and where all of it hangs in the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from ui.cases.conftest import GROUP

from qualcode.app import case_tables, cases, documents, variables
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.cases.speakers import CASE, SPEAKER, TURNS, SpeakerCases
from qualcode.ui.cases.table_dialog import TableDialog
from qualcode.ui.cases.table_rows import NEW
from qualcode.ui.dialogs.speakers import SpeakersDialog
from qualcode.ui.filters import Choice, SavedFilters
from qualcode.ui.workspace import Workspace

Rest = Callable[[], None]
TABLE = "who\tAge\tTown\nrosa\t32\tUlm\nP02 Liu.txt\told\tBonn\nCy\t20\t\nP09 Group\t9\tx\n"


def values(project: Project) -> dict[str, dict[str, str]]:
    with project.read() as read:
        named = {variable.id: variable.name for variable in read.variables()}
        people = {case.id: case.name for case in read.cases()}
        found: dict[str, dict[str, str]] = {name: {} for name in people.values()}
        for value in read.values():
            found[people[value.case]][named[value.variable]] = value.text
    return found


def table_dialog(bridge: Bridge, qtbot: QtBot, rest: Rest, text: str = TABLE) -> TableDialog:
    dialog = TableDialog(bridge, case_tables.sheet_of_text(text, "people"), None)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()
    return dialog


def test_a_table_is_matched_and_brought_in(bridge: Bridge, project: Project, qtbot: QtBot, rest: Rest) -> None:
    cases.speakers_to_cases(project, "P09 Group", {"MARY": "Mary", "BEN": "Ben"})
    dialog = table_dialog(bridge, qtbot, rest)
    assert dialog.key.currentText() == "who"
    assert [(dialog.unmatched.index(row, 1).data(), dialog.unmatched.index(row, 2).data()) for row in range(2)] == [
        ("Cy", "Nobody has this name"),
        ("P09 Group", "Could be several cases"),
    ]
    assert [dialog.without.item(row).text() for row in range(dialog.without.count())] == ["Ana", "Mary", "Ben"]
    assert [dialog.columns.index(row, 1).data() for row in range(2)] == ["Age", "Town (new)"]
    # one row becomes a new case, the other is matched by hand
    dialog.tabs.setCurrentIndex(1)
    dialog.unmatched.setData(dialog.unmatched.index(0, 3), NEW)
    view = dialog.rows_view
    view.setCurrentIndex(dialog.unmatched.index(1, 3))
    view.edit(dialog.unmatched.index(1, 3))
    field = view.findChild(QComboBox)
    assert field is not None
    field.setEditText("mary")
    view.commitData(field)
    assert dialog.unmatched.index(1, 3).data() == "Mary"
    dialog.columns.setData(dialog.columns.index(1, 1), "City")
    dialog.columns.setData(dialog.columns.index(1, 2), "choice")
    steps = len(project.history())
    dialog.bring()
    rest()
    assert dialog.notice.isVisible()
    assert dialog.notice.list.item(0).text() == "row 3, Age: “old” is not a number."
    assert len(project.history()) == steps
    with qtbot.waitSignal(dialog.said):
        dialog.notice.buttons[0].click()
    rest()
    assert len(project.history()) == steps + 1
    found = values(project)
    assert found["Rosa"]["Age"] == "32"
    assert found["Rosa"]["City"] == "Ulm"
    assert found["Liu"]["Age"] == "44"
    assert found["Cy"] == {"Age": "20"}
    assert found["Mary"] == {"Age": "9", "City": "x"}


def test_a_messy_table_says_which_rows_it_means(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Rest, tmp_path: Path
) -> None:
    path = tmp_path / "messy.csv"
    path.write_text(
        "People 2024,,\n Name ,Age,Town\nROSA ,32,Ulm\n\nrosa,33,Bonn\n王小明,x,北京\n,1,Bern\n", "utf-8-sig"
    )
    dialog = TableDialog(bridge, case_tables.read_sheet(path), None)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()
    assert (dialog.key.currentText(), dialog.summary.text().partition("\n")[2]) == (
        "Name",
        "Left out what stands above the header: “People 2024”",
    )
    rows = dialog.unmatched
    assert [[rows.index(row, column).data() for column in range(3)] for row in range(3)] == [
        ["5", "rosa", "A second row of its case"],
        ["6", "王小明", "Nobody has this name"],
        ["7", "", "No name"],
    ]
    dialog.new_all.click()
    assert [rows.index(row, 3).data() for row in range(3)] == ["Leave out", "New case", "Leave out"]
    assert not rows.setData(rows.index(0, 3), NEW), "it is Rosa, who has a row"
    dialog.rows_view.edit(rows.index(0, 3))
    field = dialog.rows_view.findChild(QComboBox)
    assert [field.itemText(at) for at in range(field.count())] == ["Leave out", "Rosa", "Liu", "Ana"]
    dialog.bring()
    rest()
    assert dialog.notice.list.item(0).text() == "row 6, Age: “x” is not a number."
    dialog.notice.buttons[0].click()
    rest()
    assert values(project)["Rosa"]["Age"] == "32"
    assert values(project)["王小明"] == {"Town": "北京"}


def test_a_column_that_is_not_ticked_stays_out(bridge: Bridge, project: Project, qtbot: QtBot, rest: Rest) -> None:
    dialog = table_dialog(bridge, qtbot, rest, "case\tdocuments\tTown\tNothing\nRosa\tP01\tUlm\t\n")
    assert [one.variable for one in dialog.columns.chosen()] == ["Town"]
    dialog.columns.setData(dialog.columns.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.way.setCurrentIndex(dialog.way.findData("document"))
    dialog.way.activated.emit(0)
    assert len(dialog.unmatched.rows) == 1
    assert not dialog.bring_button.isEnabled()
    dialog.new_all.click()
    assert dialog.bring_button.isEnabled()
    dialog.leave_all.click()
    assert not dialog.bring_button.isEnabled()


def speaker_dialog(bridge: Bridge, document: object, qtbot: QtBot, rest: Rest) -> SpeakerCases:
    dialog = SpeakerCases(bridge, document, None)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()
    return dialog


def test_speakers_become_cases_without_the_moderator(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    with project.read() as read:
        group = read.document_named("P09 Group")
    dialog = speaker_dialog(bridge, group.id, qtbot, rest)
    table = dialog.table
    rows = [(table.item(row, SPEAKER).text(), table.item(row, TURNS).text()) for row in range(3)]
    assert rows == [("MOD", "1"), ("MARY", "2"), ("BEN", "1")]
    assert dialog.names() == {"MOD": "", "MARY": "MARY", "BEN": "BEN"}
    table.cellWidget(2, CASE).setEditText("Ana")
    dialog.accept()
    rest()
    with project.read() as read:
        names = {case.id: case.name for case in read.cases()}
        found = {one.speaker: names[one.case] for one in read.assignments(document=group.id)}
    assert found == {"MARY": "MARY", "BEN": "Ana"}
    again = speaker_dialog(bridge, group.id, qtbot, rest)
    assert again.names() == {"MOD": "", "MARY": "MARY", "BEN": "Ana"}
    assert not again.save.isEnabled(), "nothing is changed yet"
    again.table.item(2, SPEAKER).setCheckState(Qt.CheckState.Unchecked)
    assert again.save.isEnabled()
    again.accept()
    rest()
    with project.read() as read:
        assert [one.speaker for one in read.assignments(document=group.id)] == ["MARY"]


def test_what_is_ticked_stays_while_documents_change(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    with project.read() as read:
        group = read.document_named("P09 Group")
    dialog = speaker_dialog(bridge, group.id, qtbot, rest)
    dialog.table.item(2, SPEAKER).setCheckState(Qt.CheckState.Unchecked)
    dialog.table.cellWidget(1, CASE).setEditText("Ana")
    kept = {"MOD": "", "MARY": "Ana", "BEN": ""}
    documents.rename_document(project, "P01 Rosa", "P01 Rosa Díaz")
    rest()
    assert dialog.documents.itemText(0) == "P01 Rosa Díaz"
    assert dialog.documents.currentText() == "P09 Group"
    assert dialog.names() == kept
    documents.edit_text(project, group.id, len(GROUP) - 1, len(GROUP) - 1, "\n\nBEN: Not me.\n")
    rest()
    assert dialog.table.item(2, TURNS).text() == "2"
    assert dialog.names() == kept
    assert not dialog.table.cellWidget(2, CASE).isEnabled()
    dialog.documents.setCurrentIndex(0)
    dialog.documents.activated.emit(0)
    rest()
    dialog.documents.setCurrentIndex(2)
    dialog.documents.activated.emit(2)
    rest()
    assert dialog.names()["BEN"] == "BEN", "another document is a new beginning"


def test_what_was_done_is_said_though_the_dialog_closes(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Rest
) -> None:
    with project.read() as read:
        group = read.document_named("P09 Group")
    dialog = speaker_dialog(bridge, group.id, qtbot, rest)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said: list[tuple[str, int]] = []
    dialog.said.connect(lambda text, step: said.append((text, step)))
    dialog.accept()
    rest()
    assert [step for _, step in said] == [project.history()[-1].number]
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_document_is_offered_where_none_was_named(bridge: Bridge, qtbot: QtBot, rest: Rest) -> None:
    dialog = speaker_dialog(bridge, None, qtbot, rest)
    assert [dialog.documents.itemText(row) for row in range(3)] == ["P01 Rosa", "P02 Liu", "P09 Group"]
    dialog.documents.setCurrentIndex(2)
    dialog.documents.activated.emit(2)
    rest()
    assert "MARY" in dialog.names()


def test_corrected_speakers_lead_on_to_cases(bridge: Bridge, project: Project, qtbot: QtBot, rest: Rest) -> None:
    with project.read() as read:
        group = read.document_named("P09 Group")
    dialog = SpeakersDialog(bridge, group.id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()
    dialog.editor.none.click()
    with qtbot.waitSignal(dialog.cases_wanted):
        dialog.cases_button.click()
    rest()
    with project.read() as read:
        assert read.document_named("P09 Group").speakers == ""


def test_the_window_opens_from_the_command_and_follows(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    def settle() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: workspace.bridge.idle, timeout=60_000)
            qtbot.wait(10)

    cases.add_case(workspace.project, "Rosa", Sector="food")
    cases.assign(workspace.project, "Rosa", "P03 Rosa")
    workspace.filters.choose(Choice(variables={"Sector": frozenset(["food"])}))
    SavedFilters(workspace.study.id).keep("mine", workspace.filters.choice)
    settle()
    variables.rename_variable(workspace.project, "Sector", "Field")
    settle()
    assert workspace.filters.choice.variables == {"Field": frozenset(["food"])}
    assert SavedFilters(workspace.study.id).all()["mine"].variables == {"Field": frozenset(["food"])}
    workspace.project.undo()
    settle()
    assert workspace.filters.choice.variables == {"Sector": frozenset(["food"])}
    document = workspace.coding.document
    assert document is not None
    workspace.documents.cases_wanted.emit(document.id)
    settle()
    window = workspace.cases.window
    assert window is not None
    assert [case.name for case in window.model.rows] == ["Rosa"]
    with workspace.project.read() as read:
        rosa = read.cases()[0]
    workspace.cases.show_case(rosa.id)
    settle()
    assert window.view.currentIndex().row() == 0
    QGuiApplication.clipboard().setText("")
    window.table_wanted.emit(None)
    settle()
    assert "no table" in window.toast.text.text()
    QGuiApplication.clipboard().setText("case\tTown\nRosa\tUlm\n")
    window.table_wanted.emit(None)
    settle()
    dialog = window.findChild(TableDialog)
    assert dialog is not None
    dialog.bring()
    settle()
    assert values(workspace.project)["Rosa"] == {"Sector": "food", "Town": "Ulm"}
    window.toast.button.click()
    settle()
    assert values(workspace.project)["Rosa"] == {"Sector": "food"}
    window.close()
    settle()
    assert workspace.cases.window is None
    workspace.documents.speaker_cases_wanted.emit(document.id)
    settle()
