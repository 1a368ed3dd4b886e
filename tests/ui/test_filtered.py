from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, select, settled

from qualcode.app import cases, document_sets
from qualcode.app.project import open_project
from qualcode.ui.dialogs.autocode import AutocodeDialog
from qualcode.ui.dialogs.replace_text import ReplaceTextDialog
from qualcode.ui.filter_popup import FilterPopup, RangeFields
from qualcode.ui.filters import Choice
from qualcode.ui.models.codebook_model import COUNT
from qualcode.ui.parts.filter_note import FilterNote
from qualcode.ui.parts.outside_note import OutsideNote
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def code_named(workspace: Workspace, name: str) -> UUID:
    return next(code.id for code in workspace.coding.codebook.ordered if code.name == name)


def count(workspace: Workspace, name: str) -> int:
    index = workspace.codebook.model.index_of(code_named(workspace, name))
    return int(index.data(COUNT))


def click(qtbot: QtBot, workspace: Workspace, name: str, double: bool = False) -> None:
    tree = workspace.codebook.tree
    place = tree.visualRect(workspace.codebook.model.index_of(code_named(workspace, name))).center()
    press = qtbot.mouseDClick if double else qtbot.mouseClick
    press(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settled(qtbot, workspace)


def test_the_filter_reaches_the_list_of_segments_and_the_counts(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    code_by_keyboard(qtbot, workspace, "whoever holds", "who")
    workspace.segments.show_all()
    settled(qtbot, workspace)
    assert workspace.segments.model.rowCount() == 2
    with workspace.project.read() as read:
        first, second = (document.id for document in read.documents())
    workspace.filters.choose(Choice(documents=frozenset([second])))
    settled(qtbot, workspace)
    assert workspace.segments.model.rowCount() == 0
    assert [count(workspace, name) for name in ("trust takes years", "Power", "who decides")] == [0, 0, 0]
    assert workspace.filter_bar.isVisible()
    assert window.status.filter.text() == "Filter on: 1 of 2 documents"
    workspace.filters.choose(Choice(documents=frozenset([first])))
    settled(qtbot, workspace)
    code_by_keyboard(qtbot, workspace, "a steering group", "who")
    assert [count(workspace, name) for name in ("trust takes years", "Power", "who decides")] == [1, 2, 2]
    workspace.filters.clear()
    settled(qtbot, workspace)
    assert workspace.segments.model.rowCount() == 3
    assert count(workspace, "Power") == 2


def test_a_filter_for_what_another_program_removes_is_said_in_one_line(
    qtbot: QtBot, window: MainWindow, coded_study: Path
) -> None:
    with open_project(coded_study, coder="AB") as study:
        cases.add_case(study, "Rosa", Paid="no")
        cases.assign(study, "Rosa", "P03 Rosa")
    workspace = opened(qtbot, window, coded_study)
    press(qtbot, window, "tab_analyse")
    workspace.filters.choose(Choice(variables={"Paid": frozenset(["no"])}))
    settled(qtbot, workspace)
    said: list[str] = []
    workspace.said.connect(lambda text, _step: said.append(text))
    workspace.failed.connect(lambda error: said.append(str(error)))
    with open_project(coded_study, coder="Jun") as other:
        cases.remove_case(other, "Rosa")
    qtbot.waitUntil(lambda: not workspace.filters.active, timeout=60_000)
    settled(qtbot, workspace)
    assert said == ["What was filtered for is no longer in the project; everything is shown again."]
    assert window.toasts.text.text() == said[0]
    assert not workspace.filter_bar.isVisible()


def test_the_bar_shows_the_answer_to_what_was_asked_last(
    qtbot: QtBot, window: MainWindow, cases_study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened(qtbot, window, cases_study)
    workspace.filters.choose(Choice(variables={"age": frozenset(["<=40"])}))
    settled(qtbot, workspace)
    ask = workspace.bridge.ask
    late: list[Callable[[], None]] = []

    def slowly(question: Any, then: Callable[[Any], None], *more: Any) -> Any:
        return ask(question, lambda answer: late.append(lambda: then(answer)), *more)

    with monkeypatch.context() as patch:
        patch.setattr(workspace.bridge, "ask", slowly)
        workspace.filter_bar._ask()
        settled(qtbot, workspace)
        cases.add_case(workspace.project, "Everybody", age=30)
        with workspace.project.read() as read:
            for document in read.documents():
                cases.assign(workspace.project, "Everybody", document.id)
        workspace.filter_bar._ask()
        settled(qtbot, workspace)
    for answer in reversed(late):  # two threads may overtake each other
        answer()
    assert workspace.filter_bar.summary() == "Filter on: 2 of 2 documents"


def test_a_click_on_a_code_lists_its_segments(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    click(qtbot, workspace, "trust takes years")
    assert window.docks.shown("segments")
    assert workspace.segments.model.rowCount() == 1
    click(qtbot, workspace, "who decides")
    assert workspace.segments.model.rowCount() == 0
    window.commands["segments"].trigger()
    click(qtbot, workspace, "trust takes years")
    assert not window.docks.shown("segments"), "who closed the panel does not want it back at every click"


def test_a_double_click_codes_the_selection(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    select(workspace, "hands")
    click(qtbot, workspace, "trust takes years")
    assert not window.docks.shown("segments"), "nothing moves while words are selected"
    assert workspace.coding.reader.selection is not None
    click(qtbot, workspace, "trust takes years", double=True)
    assert [workspace.coding.text[coding.start : coding.end] for coding in workspace.coding.codings] == ["hands"]


@pytest.fixture
def cases_study(coded_study: Path) -> Path:
    """The coded study with a case for each document, and a set of one."""
    with open_project(coded_study, coder="AB") as study:
        cases.add_variable(study, "age", "number")
        cases.add_case(study, "Rosa", age=31)
        cases.assign(study, "Rosa", "P03 Rosa")
        cases.add_case(study, "Liu")
        cases.assign(study, "Liu", "P06 刘")
        document_sets.add_document_set(study, "Rosa alone", ["P03 Rosa"])
    return coded_study


def notes(parent: QWidget) -> list[FilterNote]:
    return [note for note in parent.findChildren(FilterNote) if not note.isHidden()]


def test_the_bar_and_the_status_line_say_that_a_filter_is_on_and_clear_it(
    qtbot: QtBot, window: MainWindow, cases_study: Path
) -> None:
    workspace = opened(qtbot, window, cases_study)
    bar = workspace.filter_bar
    assert not bar.isVisible()
    workspace.documents.switch.choose(workspace.documents.switch.sets[0].id)
    for tab in ("tab_analyse", "tab_code"):
        press(qtbot, window, tab)
        settled(qtbot, workspace)
        assert bar.isVisible()
        assert [bar.text.text(), window.status.filter.text()] == ["Filter on: 1 of 2 documents"] * 2
    assert workspace.documents.model.numbers == (1, 2)
    assert not notes(window), "twice on one screen is enough"
    bar.clear_button.click()
    settled(qtbot, workspace)
    assert not workspace.filters.active
    assert workspace.documents.model.numbers == (2, 2)
    assert window.status.clear_filter.isHidden()
    workspace.filters.choose(Choice(variables={"age": frozenset(["<=40"])}))
    settled(qtbot, workspace)
    assert window.status.filter.text() == "Filter on: 1 of 2 documents"
    window.status.clear_filter.click()
    assert not workspace.filters.active


def test_keys_open_the_filter_and_clear_it(qtbot: QtBot, window: MainWindow, cases_study: Path) -> None:
    workspace = opened(qtbot, window, cases_study)
    press(qtbot, window, "filter")
    settled(qtbot, workspace)
    popup = window.findChild(FilterPopup)
    found = popup.tree.findItems("no value", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    found[0].setCheckState(0, Qt.CheckState.Checked)
    popup.close()
    settled(qtbot, workspace)
    assert workspace.filters.options() == {"variables": {"age": [""]}}
    assert workspace.filter_bar.summary() == "Filter on: 1 of 2 documents"
    window.status.filter.click()
    settled(qtbot, workspace)
    popup = next(one for one in window.findChildren(FilterPopup) if one.isVisible())
    low = popup.findChild(RangeFields).low
    qtbot.keyClicks(low, "30")
    popup.close()
    assert workspace.filters.options() == {"variables": {"age": ["", ">=30"]}}
    press(qtbot, window, "clear_filter")
    assert not workspace.filters.active


def test_dialogs_that_write_work_inside_the_filter(qtbot: QtBot, window: MainWindow, cases_study: Path) -> None:
    workspace = opened(qtbot, window, cases_study)
    workspace.filters.choose(Choice(folders=frozenset(), sets=frozenset([workspace.documents.switch.sets[0].id])))
    settled(qtbot, workspace)
    workspace.searching.autocode("信任")
    settled(qtbot, workspace)
    dialog = window.findChild(AutocodeDialog)
    assert len(dialog.rows.hits) == 0
    assert notes(dialog)[0].text.text() == "Filter on: 1 of 2 documents · passages outside it are not coded"
    notes(dialog)[0].clear_button.click()
    settled(qtbot, workspace)
    assert len(dialog.rows.hits) == 2
    dialog.reject()
    workspace.documents.switch.choose(workspace.documents.switch.sets[0].id)
    settled(qtbot, workspace)
    workspace.texts.replace_words()
    replace = window.findChild(ReplaceTextDialog)
    replace.where.setCurrentIndex(0)
    assert replace.where.currentText() == "All documents the filter leaves"
    replace.find.setText("信任")
    qtbot.waitUntil(lambda: replace.count.text() == "Nothing found", timeout=60_000)
    assert notes(replace)
    workspace.filters.clear()
    qtbot.waitUntil(lambda: replace.model.rowCount() == 2, timeout=60_000)
    replace.reject()


def test_an_export_through_a_filter_says_so(
    qtbot: QtBot, window: MainWindow, cases_study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened(qtbot, window, cases_study)
    workspace.filters.choose(Choice(sets=frozenset([workspace.documents.switch.sets[0].id])))
    settled(qtbot, workspace)
    titles: list[str] = []

    def save(_parent: object, title: str, *_more: object) -> tuple[str, str]:
        titles.append(title)
        return str(tmp_path / "out.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    press(qtbot, window, "export_segments")
    settled(qtbot, workspace)
    assert titles == ["Export segments · Filter on: 1 of 2 documents"]
    assert window.toasts.text.text() == "Written: out.csv · Filter on: 1 of 2 documents"


def test_the_text_and_the_journal_say_what_the_filter_does_not_reach(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    with workspace.project.read() as read:
        first, second = (document.id for document in read.documents())
    workspace.coding.open_document(first)
    settled(qtbot, workspace)
    note = workspace.coding.findChild(OutsideNote)
    assert note.isHidden()
    press(qtbot, window, "journal")
    settled(qtbot, workspace)
    workspace.filters.choose(Choice(documents=frozenset([second])))
    settled(qtbot, workspace)
    assert note.isVisible()
    assert not workspace.documents.tree.currentIndex().isValid(), "the list shows no other document as the open one"
    panel = workspace.journal.panel
    assert panel is not None
    assert "lists all memos" in panel.findChild(FilterNote).text.text()
    workspace.coding.open_document(second)
    settled(qtbot, workspace)
    assert note.isHidden()
    workspace.open_beside(first)
    settled(qtbot, workspace)
    beside = workspace.coding.findChild(OutsideNote)
    assert beside is not note
    assert beside.isVisible()
    beside.clear_button.click()
    settled(qtbot, workspace)
    assert beside.isHidden()


def test_a_filter_bar_with_much_to_say_leaves_the_panels_their_width(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    bar = workspace.filter_bar
    with workspace.project.read() as read:
        documents, coders = read.documents(), read.coders()
    folders = frozenset(document.folder for document in documents)
    workspace.filters.choose(
        Choice(frozenset(one.id for one in documents), folders, frozenset(one.id for one in coders))
    )
    settled(qtbot, workspace)
    assert len(bar.chips) > 1
    parts = [bar.text, *bar.chips, bar.change_button, bar.clear_button]
    assert bar.minimumSizeHint().width() < sum(part.sizeHint().width() for part in parts) / 2
    narrow, wide = bar.layout().heightForWidth(300), bar.layout().heightForWidth(4_000)
    assert narrow > wide
    workspace.filtering.open_popup()
    settled(qtbot, workspace)
    popup = workspace.page.findChild(FilterPopup)
    assert popup.styleSheet(), "it stands in no room that wears the style sheet"
    popup.close()


def test_in_the_narrowest_window_the_status_line_leaves_room_for_the_filter(
    qtbot: QtBot, window: MainWindow, cases_study: Path
) -> None:
    workspace = opened(qtbot, window, cases_study)
    status = window.status
    window.resize(window.minimumSize())
    workspace.documents.switch.choose(workspace.documents.switch.sets[0].id)
    settled(qtbot, workspace)
    status.show_spot("A long sentence about the place in the text to which a key has led, and what is coded there.")
    qtbot.wait(1)
    button = status.clear_filter
    assert window.width() == window.minimumWidth()
    assert button.mapTo(window, button.rect().topRight()).x() < window.width()
    assert button.width() >= button.sizeHint().width()
    assert status.filter.width() >= status.filter.sizeHint().width()
