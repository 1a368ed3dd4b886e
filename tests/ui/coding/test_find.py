"""Finding words in the open document and in the project."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, opened, press, select, settled

from qualcode.app import coding, documents, memos
from qualcode.app.project import new
from qualcode.app.search import Found, Hit
from qualcode.ui.dialogs.choose_code import ChooseCodeDialog
from qualcode.ui.filters import Choice
from qualcode.ui.panels import search as module
from qualcode.ui.panels.search_rows import Heading
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def hits(workspace: Workspace) -> list[str]:
    """The words found in the project."""
    return [row.text for row in workspace.search._model.rows if isinstance(row, Hit)]


def look_by(workspace: Workspace, way: str) -> None:
    """Choose how to look."""
    workspace.search.how.setCurrentIndex(workspace.search.how.findData(way))


def rows(workspace: Workspace) -> list[object]:
    """What is listed."""
    return workspace.search._model.rows


def test_the_bar_counts_and_goes_round(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find")
    bar, view = workspace.coding.find_bar, workspace.coding.reader.view
    bar.field.setText("TRÜST")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 3")
    assert [workspace.coding.text[slice(*hit)] for hit in view.marking.hits] == ["trust", "Trust", "trust"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 3"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert view.marking.current_hit == 0
    bar.field.setText("nowhere")
    qtbot.waitUntil(lambda: bar.count.text() == "Nothing found")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    settled(qtbot, workspace)
    assert view.marking.hits == []


def test_the_bar_opens_with_the_selected_words(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    select(workspace, "the timetable")
    press(qtbot, window, "find")
    assert workspace.coding.find_bar.field.text() == "the timetable"
    settled(qtbot, workspace)


def test_the_project_is_searched_and_a_hit_opens_its_document(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.bar.find.setText("信任")
    qtbot.keyClick(window.bar.find, Qt.Key.Key_Return)
    assert window.docks.shown("search")
    qtbot.waitUntil(lambda: hits(workspace) == ["信任", "信任"], timeout=60_000)
    assert workspace.search.state.text() == "2 hits · 1 document"
    workspace.search._open(workspace.search._model.index(2))
    qtbot.waitUntil(lambda: workspace.coding.document.name == "P06 刘")
    settled(qtbot, workspace)
    start, end = workspace.coding.reader.selection
    assert workspace.coding.text[start:end] == "信任"


def test_ways_to_look_and_what_is_no_expression(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find_all")
    workspace.search.look_for("years?")
    look_by(workspace, "regex")
    qtbot.waitUntil(lambda: hits(workspace) == ["years"], timeout=60_000)
    workspace.search.look_for("(")
    assert "not a regular expression" in workspace.search.state.text()
    look_by(workspace, "substring")
    workspace.search.look_for("metab")
    qtbot.waitUntil(lambda: hits(workspace) == ["metab"], timeout=60_000)
    workspace.search.look_for("elsewhere")
    qtbot.waitUntil(lambda: workspace.search.state.text() == "Nothing found.", timeout=60_000)


def test_many_hits_come_page_by_page(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE", 100)
    monkeypatch.setattr(module, "MOST", 200)
    files = []
    for number in range(5):
        file = tmp_path / f"P{number}.txt"
        file.write_text(f"ANN: document {number}\n\n" + "\n\n".join(f"ANN: bus {line}" for line in range(90)), "utf-8")
        files.append(file)
    place = tmp_path / "bus.qualcode"
    with new(place, coder="AB") as project:
        documents.import_files(project, files)
    workspace = opened(qtbot, window, place)
    press(qtbot, window, "find_all")
    workspace.search.look_for("bus")
    qtbot.waitUntil(lambda: len(hits(workspace)) == 270, timeout=60_000)
    assert workspace.search._model.more
    assert workspace.search.kinds.button(0).text() == "Texts 270+"
    workspace.search.list.scrollToBottom()
    qtbot.waitUntil(lambda: len(hits(workspace)) == 450, timeout=60_000)
    assert not workspace.search._model.more
    assert workspace.search.kinds.button(0).text() == "Texts 450"


def test_hits_come_while_one_types(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find_all")
    field = workspace.search.field
    qtbot.keyClicks(field, "tim")
    qtbot.waitUntil(lambda: "timetable" in "".join(row.context for row in rows(workspace) if isinstance(row, Hit)))
    qtbot.keyClicks(field, "xx")
    qtbot.waitUntil(lambda: workspace.search.state.text() == "Nothing found.", timeout=60_000)
    field.clear()
    qtbot.waitUntil(lambda: not workspace.search.state.text())
    settled(qtbot, workspace)


def test_arrows_go_from_hit_to_hit_and_back_to_the_field(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    press(qtbot, window, "find_all")
    panel = workspace.search
    panel.look_for("trust")
    qtbot.waitUntil(lambda: len(hits(workspace)) > 2, timeout=60_000)
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 1, "the name of the document is passed over"
    last = len(rows(workspace)) - 1
    for _ in range(last + 2):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == last
    assert not any(isinstance(rows(workspace)[row.row()], Heading) for row in panel.list.selectedIndexes())
    for _ in range(last + 2):
        qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert panel.list.currentIndex().row() == 1
    assert not panel.list.hasFocus()
    panel.list.first()
    hit = rows(workspace)[1]
    assert isinstance(hit, Hit)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert workspace.coding.document.id == hit.document.id
    assert workspace.coding.reader.selection == (hit.start, hit.end)


def test_chosen_hits_are_coded_in_one_step(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find_all")
    panel = workspace.search
    panel.look_for("trust")
    qtbot.waitUntil(lambda: len(hits(workspace)) > 2, timeout=60_000)
    settled(qtbot, workspace)
    said: list[tuple[str, object]] = []
    workspace.said.connect(lambda text, step: said.append((text, step)))
    panel.setFocus()
    panel.ask_code()
    assert "Choose hits" in said[-1][0]
    panel.list.first()
    qtbot.keyClick(panel.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    number = len(panel.list.chosen)
    assert number == len(hits(workspace))
    assert panel.code_button.isEnabled()
    before = len(workspace.project.history())
    press(qtbot, window, "code")
    card = workspace.searching.panel
    assert card.isVisible()
    qtbot.keyClicks(card.field, "believing")
    qtbot.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    settled(qtbot, workspace)
    (step,) = workspace.project.history()[before:]
    assert step.summary == f"Autocode “believing”: {number} passages found by words that begin with trust"
    assert said[-1][1] == step.number
    press(qtbot, window, "code")
    qtbot.keyClicks(card.field, "believing")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert len(workspace.project.history()) == before + 1
    assert said[-1] == ("All of this is coded with “believing” already", None)
    press(qtbot, window, "undo")
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert "believing" not in {code.name for code in read.codes()}


def test_their_words_become_the_code_of_all(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find_all")
    panel = workspace.search
    panel.look_for("timetable")
    qtbot.waitUntil(lambda: len(hits(workspace)) > 0, timeout=60_000)
    heading = panel._model.index(0)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(heading).center())
    assert len(panel.list.chosen) == rows(workspace)[0].count
    panel.code_button.click()
    qtbot.keyClick(workspace.searching.panel.field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, workspace)
    assert "“timetable”" in workspace.project.history()[-1].summary


def test_codes_memos_and_comments_are_found(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    with workspace.project.read() as read:
        code = read.codes()[0]
        document = read.documents()[0]
    memos.write_memo(workspace.project, "A zebra in the room", about=code.id)
    coding.apply_code(workspace.project, document, 0, 4, code.id, "like a zebra")
    press(qtbot, window, "find_all")
    panel = workspace.search
    panel.look_for("zebra")
    qtbot.waitUntil(lambda: panel.kinds.button(2).text() == "Memos 1", timeout=60_000)
    assert panel.kinds.button(3).text() == "Comments 1"
    panel.kinds.button(3).click()
    (comment,) = rows(workspace)
    assert isinstance(comment, Found)
    panel.list.first()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert workspace.coding.reader.selection == (0, 4)
    panel.kinds.button(2).click()
    panel.list.first()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    (dialog,) = workspace._dialogs()
    dialog.close()
    panel.look_for(code.name)
    panel.kinds.button(1).click()
    qtbot.waitUntil(lambda: any(isinstance(row, Found) and row.id == code.id for row in rows(workspace)))
    panel.list.first()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert window.docks.shown("segments")


def test_the_filter_of_the_window_holds_and_is_said(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find_all")
    panel = workspace.search
    panel.look_for("trust 信任")
    panel.look_for("信任")
    qtbot.waitUntil(lambda: len(hits(workspace)) == 2, timeout=60_000)
    first = workspace.coding.document.id
    workspace.filters.choose(Choice(documents=frozenset([first])))
    qtbot.waitUntil(lambda: panel.state.text().startswith("Nothing found."), timeout=60_000)
    assert "Only in what the filter shows." in panel.state.text()
    workspace.filters.clear()
    qtbot.waitUntil(lambda: len(hits(workspace)) == 2, timeout=60_000)


def test_languages_without_forms_are_named(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    with workspace.project.read() as read:
        languages = {document.name: document.language for document in read.documents()}
    assert "zh" in languages.values()
    press(qtbot, window, "find_all")
    look_by(workspace, "lemma")
    workspace.search.look_for("changing")
    qtbot.waitUntil(lambda: "zh" in workspace.search.state.text(), timeout=60_000)
    assert "No forms of words are known" in workspace.search.state.text()


def test_places_follow_an_edit(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find_all")
    workspace.search.look_for("timetable")
    qtbot.waitUntil(lambda: len(hits(workspace)) > 0, timeout=60_000)
    hit = next(row for row in rows(workspace) if isinstance(row, Hit))
    documents.edit_text(workspace.project, hit.document, 0, 0, "Well. ")
    qtbot.waitUntil(
        lambda: any(isinstance(row, Hit) and row.start == hit.start + 6 for row in rows(workspace)), timeout=60_000
    )


def test_a_right_click_offers_what_can_be_done_with_hits(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "tru")
    press(qtbot, window, "find_all")
    search = workspace.search
    search.field.setText("trust")
    qtbot.waitUntil(lambda: "Trust" in hits(workspace), timeout=60_000)
    settled(qtbot, workspace)
    row = next(number for number, one in enumerate(rows(workspace)) if isinstance(one, Hit) and one.text == "Trust")
    search.list.selectRow(row)
    assert search.menu.fill(search.list.currentIndex())
    offered = {action.text(): action for action in search.menu.menu.actions()}
    offered["Copy the words"].trigger()
    assert QApplication.clipboard().text() == "Trust"
    offered["Move the segments with them to code…"].trigger()
    settled(qtbot, workspace)
    dialog = workspace.codebook.findChild(ChooseCodeDialog)
    qtbot.keyClicks(dialog.field, "decides")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    (moved,) = workspace.coding.codings
    assert workspace.coding.codebook.by_id[moved.code].name == "who decides"
    press(qtbot, window, "undo")
    settled(qtbot, workspace)
    (back,) = workspace.coding.codings
    assert workspace.coding.codebook.by_id[back.code].name == "trust takes years"
    search.menu.fill(search.list.currentIndex())
    next(one for one in search.menu.menu.actions() if one.text() == "Go to").trigger()
    settled(qtbot, workspace)
    assert workspace.coding.reader.selection is not None
    assert workspace.coding.text[slice(*workspace.coding.reader.selection)] == "Trust"


def test_moving_hits_that_nobody_coded_says_so(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "find_all")
    search = workspace.search
    search.field.setText("timetable")
    qtbot.waitUntil(lambda: hits(workspace) == ["timetable"], timeout=60_000)
    settled(qtbot, workspace)
    search.list.selectRow(1)
    assert search.list.chosen
    search.menu.ask_move(search.list.chosen)
    settled(qtbot, workspace)
    assert window.toasts.text.text() == "You have coded none of these hits yet."
