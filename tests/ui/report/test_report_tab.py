"""The Report tab: items of a guideline, what is said of them, and the file."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled

from qualcode.app import codebook, coding
from qualcode.app.basket import send_to_report
from qualcode.app.methods import set_method
from qualcode.app.report_answers import answer_item, answers
from qualcode.ui.look import look
from qualcode.ui.report.report_tab import ReportTab
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture
def workspace(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    return opened(qtbot, window, coded_study)


@pytest.fixture
def tab(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> ReportTab:
    assert workspace.report.tab is None, "nothing is made before it is shown"
    press(qtbot, window, "tab_report")
    settled(qtbot, workspace)
    assert workspace.report.tab is not None
    return workspace.report.tab


def said(workspace: Workspace, guideline: str = "COREQ") -> dict[str, str]:
    with workspace.project.read() as read:
        return answers(read, guideline)


def choose(tab: ReportTab, number: str) -> None:
    items = tab.items.list
    place = next(row for row in range(items.count()) if items.item(row).data(Qt.ItemDataRole.UserRole) == number)
    items.setCurrentRow(place)


def test_items_say_what_the_project_tells(tab: ReportTab) -> None:
    choose(tab, "25")
    assert tab.items.name.text() == "25  Description of the coding tree"
    assert tab.items.fact.text().startswith("The codebook has ")
    choose(tab, "13")
    assert tab.items.fact.text() == "The project knows nothing of this."
    assert "of 32 items stated" in tab.facts.text()


def test_what_only_helps_with_an_answer_is_told_and_ticks_nothing_off(tab: ReportTab) -> None:
    choose(tab, "31")
    assert "Power (candidate)" in tab.items.fact.text()
    spoken = tab.items.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("not stated yet")
    choose(tab, "25")
    assert tab.items.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole).endswith(", stated")


def test_what_is_typed_is_kept_on_leaving_and_undone(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    before = tab.facts.text()
    choose(tab, "13")
    tab.items.answer.setFocus()
    QTest.keyClicks(tab.items.answer, "Two refused.")
    tab.items.list.setFocus()
    settled(qtbot, workspace)
    assert said(workspace) == {"13": "Two refused."}
    assert tab.facts.text() != before
    workspace.bridge.undo()
    settled(qtbot, workspace)
    assert said(workspace) == {}
    assert tab.items.answer.toPlainText() == ""
    assert tab.facts.text() == before


def test_another_item_and_closing_keep_what_was_typed(
    qtbot: QtBot, tab: ReportTab, window: MainWindow, workspace: Workspace, coded_study: Path
) -> None:
    choose(tab, "13")
    QTest.keyClicks(tab.items.answer, "Two")
    choose(tab, "14")
    settled(qtbot, workspace)
    assert tab.items.answer.toPlainText() == ""
    QTest.keyClicks(tab.items.answer, "At work")
    window.close_project()
    again = opened(qtbot, window, coded_study)
    assert said(again) == {"13": "Two", "14": "At work"}


def test_each_guideline_has_its_own_answers(qtbot: QtBot, tab: ReportTab, workspace: Workspace) -> None:
    choose(tab, "10")
    QTest.keyClicks(tab.items.answer, "By post")
    tab.guideline.setCurrentIndex(1)
    settled(qtbot, workspace)
    assert said(workspace) == {"10": "By post"}
    choose(tab, "S8")
    assert tab.items.answer.toPlainText() == ""
    assert "of 21 items stated" in tab.facts.text()


def test_an_answer_does_not_stop_facts_that_are_on_their_way(
    qtbot: QtBot, tab: ReportTab, workspace: Workspace
) -> None:
    choose(tab, "25")
    assert "1 theme and 2 codes" in tab.items.fact.text()
    workspace.bridge.do(codebook.add_code, "who waits")
    workspace.bridge.do(answer_item, "COREQ", "10", "By post")  # before the facts are there
    settled(qtbot, workspace)
    assert "1 theme and 3 codes" in tab.items.fact.text()
    assert said(workspace) == {"10": "By post"}


def test_facts_about_quotes_are_those_of_the_report_that_is_chosen(
    qtbot: QtBot, tab: ReportTab, workspace: Workspace
) -> None:
    with workspace.project.read() as read:
        document = read.documents()[0]
    workspace.bridge.do(coding.apply_code, document, 0, 8, "trust takes years")
    settled(qtbot, workspace)
    choose(tab, "29")
    assert tab.items.fact.text().startswith("Each quotation is given with its document.")
    tab.sections["themes"].setChecked(False)
    settled(qtbot, workspace)
    assert tab.items.fact.text() == "The project knows nothing of this."


def test_the_guideline_suits_the_method_until_one_is_chosen(
    qtbot: QtBot, tab: ReportTab, window: MainWindow, workspace: Workspace
) -> None:
    def again() -> str:
        press(qtbot, window, "tab_code")
        press(qtbot, window, "tab_report")
        settled(qtbot, workspace)
        return str(tab.guideline.currentData())

    assert tab.guideline.currentData() == "COREQ"
    assert "RTARG" not in tab.about.text()
    workspace.bridge.do(set_method, "reflexive")
    settled(qtbot, workspace)
    assert tab.guideline.currentData() == "SRQR", "at once, while it is looked at"
    assert "RTARG" in tab.about.text()
    assert again() == "SRQR"
    QTest.keyClick(tab.guideline, Qt.Key.Key_Up)
    assert again() == "COREQ"
    workspace.bridge.do(set_method, "")
    workspace.bridge.do(set_method, "reflexive")
    settled(qtbot, workspace)
    assert tab.guideline.currentData() == "COREQ"


def test_list_and_page_stand_one_above_the_other_where_there_is_no_room(
    qtbot: QtBot, tab: ReportTab, window: MainWindow
) -> None:
    items = tab.items
    assert items.orientation() == Qt.Orientation.Horizontal
    window.resize(1280, 800)
    look().set_scale(200)
    look().finish()
    qtbot.waitUntil(lambda: items.orientation() == Qt.Orientation.Vertical)
    assert items.answer.visibleRegion().boundingRect().width() > 200
    look().set_scale(100)
    look().finish()
    qtbot.waitUntil(lambda: items.orientation() == Qt.Orientation.Horizontal)
    assert items.answer.visibleRegion().boundingRect().width() > 300


def test_what_the_report_is_without_is_said(qtbot: QtBot, tab: ReportTab, workspace: Workspace, tmp_path: Path) -> None:
    send_to_report(workspace.project, "frequencies", "table", {"codes": ["trust takes years"]}, "Counts")
    send_to_report(workspace.project, "frequencies", title="All")
    codebook.remove_code(workspace.project, "trust takes years")
    settled(qtbot, workspace)
    told: list[str] = []
    workspace.done.connect(lambda text, *_rest: told.append(text))
    tab.send(tmp_path / "report.docx")
    settled(qtbot, workspace)
    missing = "Missing from the report, as it could not be worked out anew: “Counts”. The report says why."
    assert told == [f"Written: report.docx · {missing}"]


def test_the_report_is_written_as_chosen(qtbot: QtBot, tab: ReportTab, workspace: Workspace, tmp_path: Path) -> None:
    for key in ("methods", "charts", "audit"):
        tab.sections[key].setChecked(False)
    tab.quotes.setValue(1)
    told: list[str] = []
    workspace.done.connect(lambda text, *_rest: told.append(text))
    tab.send(tmp_path / "report.docx")
    settled(qtbot, workspace)
    assert told == ["Written: report.docx"]
    heads = [
        one.text for one in docx.Document(str(tmp_path / "report.docx")).paragraphs if one.style.name == "Heading 1"
    ]
    assert [head for head in heads if head in ("Methods", "Themes", "Charts", "Codebook", "Audit summary")] == [
        "Themes",
        "Codebook",
    ]
