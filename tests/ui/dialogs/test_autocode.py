"""Autocoding with a preview: what is ticked is what is coded, in one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled

from qualcode.app import coding, documents
from qualcode.app.project import new
from qualcode.app.search import Hit
from qualcode.ui.dialogs import autocode as module
from qualcode.ui.dialogs.autocode import AutocodeDialog
from qualcode.ui.dialogs.autocode_list import CHECKED, PARTLY, UNCHECKED
from qualcode.ui.panels.search_rows import Heading
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

TEXT = "INT: What grows?\n\nANN: Trees grow. A tree grows slowly.\n\nINT: And grass?\n\nANN: Grass grew. It did."


@pytest.fixture
def garden(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Workspace:
    """A project of two documents of the same words."""
    files = []
    for number in range(2):
        file = tmp_path / f"P{number}.txt"
        file.write_text(TEXT, "utf-8")
        files.append(file)
    with new(tmp_path / "garden.qualcode", coder="AB") as project:
        documents.import_files(project, files, language="en", exists="keep-both")
        for number in range(2):
            documents.set_speakers(project, f"P{number}", r"^(?P<speaker>\w+): ")
        coding.apply_new_code(project, "P0", 0, 4, "asking")
    return opened(qtbot, window, tmp_path / "garden.qualcode")


def open_dialog(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> AutocodeDialog:
    press(qtbot, window, "autocode")
    dialog = window.findChild(AutocodeDialog)
    assert dialog is not None
    settled(qtbot, workspace)
    return dialog


def test_one_types_at_once_what_to_look_for(qtbot: QtBot, window: MainWindow, garden: Workspace) -> None:
    dialog = open_dialog(qtbot, window, garden)
    assert dialog.focusWidget() is dialog.text


def passages(dialog: AutocodeDialog) -> list[str]:
    return [row.text for row in dialog.rows.rows if isinstance(row, Hit)]


def choose(qtbot: QtBot, workspace: Workspace, dialog: AutocodeDialog, kind: str, text: str = "") -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.text.setText(text)
    qtbot.waitUntil(lambda: not dialog._timer.isActive() and not dialog._more, timeout=60_000)
    settled(qtbot, workspace)


def test_what_is_ticked_is_coded_in_one_step(qtbot: QtBot, window: MainWindow, garden: Workspace) -> None:
    dialog = open_dialog(qtbot, window, garden)
    assert dialog.state.text() == "Type what to look for."
    assert not dialog.button.isEnabled()
    choose(qtbot, garden, dialog, "lemma", "grow")
    assert passages(dialog) == ["grows", "grow", "grows", "grew"] * 2
    dialog.unit.setCurrentIndex(dialog.unit.findData("sentence"))
    qtbot.waitUntil(lambda: len(passages(dialog)) == 8 and not dialog._more, timeout=60_000)
    assert passages(dialog)[1] == "ANN: Trees grow."
    assert dialog.state.text() == "8 of 8 ticked"
    dialog.rows.tick([1], False)
    assert dialog.rows.state(0) == PARTLY
    assert dialog.state.text() == "7 of 8 ticked"
    assert not dialog.button.isEnabled(), "no code is named"
    dialog.code.setCurrentText("growing")
    assert dialog.button.text().startswith("Code 7 passage")
    before = len(garden.project.history())
    dialog.button.click()
    settled(qtbot, garden)
    (step,) = garden.project.history()[before:]
    assert step.summary == "Autocode “growing”: 7 passages, each the sentence around any form of grow"
    press(qtbot, window, "undo")
    settled(qtbot, garden)
    with garden.project.read() as read:
        assert {code.name for code in read.codes()} == {"asking"}


def test_what_is_coded_already_is_told_and_left(qtbot: QtBot, window: MainWindow, garden: Workspace) -> None:
    dialog = open_dialog(qtbot, window, garden)
    choose(qtbot, garden, dialog, "regex", "^INT|Trees")
    assert passages(dialog) == ["INT", "Trees", "INT"] * 2
    dialog.code.setCurrentText("asking")
    qtbot.waitUntil(lambda: dialog.button.text().startswith("Code 5 passage"))
    assert "code already" in dialog.state.text()
    assert dialog.rows.state(1) == UNCHECKED
    assert "coded already" in dialog.rows.index(1).data()
    dialog.button.click()
    settled(qtbot, garden)
    assert "5 passages" in garden.project.history()[-1].summary
    again = open_dialog(qtbot, window, garden)
    choose(qtbot, garden, again, "regex", "^INT|Trees")
    again.code.setCurrentText("ASKING")
    qtbot.waitUntil(lambda: not again.button.isEnabled())
    again.reject()


def test_speakers_questions_and_marks(qtbot: QtBot, window: MainWindow, garden: Workspace) -> None:
    dialog = open_dialog(qtbot, window, garden)
    choose(qtbot, garden, dialog, "speaker")
    assert dialog.state.text() == "Tick who speaks."
    names = [dialog.speakers.item(row).text() for row in range(dialog.speakers.count())]
    assert names == ["ANN", "INT"]
    dialog.speakers.item(1).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: passages(dialog) == ["INT: What grows?", "INT: And grass?"] * 2, timeout=60_000)
    choose(qtbot, garden, dialog, "question", "grass")
    assert passages(dialog) == ["ANN: Grass grew. It did."] * 2
    dialog.marks.setChecked(True)
    qtbot.waitUntil(lambda: "".join(passages(dialog)).startswith("INT: And grass?"), timeout=60_000)
    dialog.marks.setChecked(False)
    choose(qtbot, garden, dialog, "marks", r"Trees\b")
    dialog.until.setText("slowly")
    qtbot.waitUntil(lambda: passages(dialog) == ["grow. A tree grows"] * 2, timeout=60_000)
    assert dialog.text.isVisible()
    assert not dialog.unit.isVisible()
    dialog.first.setChecked(True)
    choose(qtbot, garden, dialog, "words", "grows")
    assert len(passages(dialog)) == 2
    dialog.inside.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.state.text() == "Nothing found.", timeout=60_000)
    choose(qtbot, garden, dialog, "regex", "(")
    assert "not a regular expression" in dialog.state.text()
    dialog.reject()
    settled(qtbot, garden)


def test_ticks_by_keys_and_mouse(qtbot: QtBot, window: MainWindow, garden: Workspace) -> None:
    dialog = open_dialog(qtbot, window, garden)
    choose(qtbot, garden, dialog, "words", "grows")
    rows = dialog.rows
    assert [isinstance(row, Heading) for row in rows.rows] == [True, False, False] * 2
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(rows.index(0))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert [rows.state(row) for row in range(6)] == [UNCHECKED] * 3 + [CHECKED] * 3
    second = dialog.list.visualRect(rows.index(2))
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=second.topLeft() + QPoint(40, 10))
    assert (rows.state(0), rows.state(1), rows.state(2)) == (PARTLY, UNCHECKED, CHECKED)
    dialog.none_button.click()
    assert rows.number == 0
    assert not dialog.button.isEnabled()
    dialog.all_button.click()
    assert rows.number == 4
    assert rows.setData(rows.index(1), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not rows.setData(rows.index(1), "x")
    assert rows.index(1).data(Qt.ItemDataRole.CheckStateRole) == UNCHECKED
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter in a field writes nothing"
    dialog.grab()
    dialog.reject()
    settled(qtbot, garden)


def test_many_passages_arrive_in_pages(
    qtbot: QtBot, window: MainWindow, garden: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_PAGE", 1)
    dialog = open_dialog(qtbot, window, garden)
    choose(qtbot, garden, dialog, "substring", "grow")
    assert len(passages(dialog)) == 6
    assert sum(isinstance(row, Heading) for row in dialog.rows.rows) == 2
    dialog.reject()


def test_the_search_hands_its_words_over(qtbot: QtBot, window: MainWindow, garden: Workspace) -> None:
    press(qtbot, window, "find_all")
    garden.search.look_for("grow")
    garden.search.autocode_button.click()
    dialog = window.findChild(AutocodeDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: len(passages(dialog)) == 6 and not dialog._more, timeout=60_000)
    assert dialog.kind.currentData() == "beginnings"
    assert dialog.text.text() == "grow"
    dialog.reject()
    settled(qtbot, garden)


def test_closed_while_it_writes_it_still_says_what_it_did(qtbot: QtBot, window: MainWindow, garden: Workspace) -> None:
    dialog = open_dialog(qtbot, window, garden)
    choose(qtbot, garden, dialog, "words", "grass")
    dialog.code.setEditText("plants")
    dialog.button.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    settled(qtbot, garden)
    assert "coded with “plants”" in window.toasts.text.text()
    assert not window.findChildren(AutocodeDialog)


def test_refused_after_it_was_closed_it_comes_back_and_says_why(
    qtbot: QtBot, window: MainWindow, garden: Workspace
) -> None:
    dialog = open_dialog(qtbot, window, garden)
    choose(qtbot, garden, dialog, "words", "grass")
    dialog.code.setEditText("plants")
    settled(qtbot, garden)
    documents.remove_documents(garden.project, ["P0", "P1"])  # the dialog has not heard of it yet
    dialog.button.click()
    dialog.close()
    assert not dialog.isVisible()
    settled(qtbot, garden)
    assert dialog.isVisible()
    assert "not in the project" in dialog.state.text()
