"""Replacing files and words, versions, and the segments to look at, in the real window."""

import re
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from ui.conftest import ROSA, code_by_keyboard, press, select, settled

from qualcode.app import cases, documents
from qualcode.ui.dialogs.replace_file import ReplaceFileDialog
from qualcode.ui.dialogs.replace_text import ReplaceTextDialog
from qualcode.ui.dialogs.review import ReviewDialog
from qualcode.ui.dialogs.versions import VersionsDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

Shown = TypeVar("Shown", bound=QDialog)


def dialog(window: MainWindow, kind: type[Shown]) -> Shown:
    """The dialog of this kind that is open."""
    return next(found for found in window.findChildren(kind) if found.isVisible())


def texts(workspace: Workspace) -> list[str]:
    with workspace.project.read() as read:
        return [read.text(document) for document in read.documents()]


def words_of(workspace: Workspace) -> list[str]:
    with workspace.project.read() as read:
        return [
            read.text(one)[coding.start : coding.end]
            for one in read.documents()
            for coding in read.placed(document=one.id)
        ]


@pytest.fixture
def coded(qtbot: QtBot, workspace: Workspace) -> Workspace:
    """Three codings on words of the first document."""
    for words in ("a steering group", "the timetable", "Trust takes years"):
        code_by_keyboard(qtbot, workspace, words, "who")
    return workspace


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The first transcript again, turns moved, one word exchanged, one sentence gone."""
    head, body = ROSA.split("INT: Who decides?")
    text = "INT: Who decides?" + body.rstrip() + "\n\n" + head.rstrip() + "\n"
    text = text.replace("holds the timetable", "holds it all together").replace("Trust takes years. ", "")
    file = tmp_path / "P03 Rosa, corrected.txt"
    file.write_text(text, "utf-8")
    return file


def test_a_newer_file_is_looked_at_first(qtbot: QtBot, window: MainWindow, coded: Workspace, newer: Path) -> None:
    document = coded.coding.document
    assert document is not None
    coded.texts.replace_with(document.id, newer)
    settled(qtbot, coded)
    shown = dialog(window, ReplaceFileDialog)
    assert "1 segment stays" in shown.words.text()
    assert shown.list.topLevelItemCount() == 2
    assert texts(coded)[0] == ROSA
    shown.accept()
    settled(qtbot, coded)
    assert texts(coded)[0] == newer.read_text("utf-8")
    assert words_of(coded)[0] == "a steering group"
    assert coded.project.check() == []
    assert "look at" in window.toasts.text.text()
    assert window.commands["review"].isVisible()
    assert coded.texts.waiting == 1
    window.toasts.button.click()
    settled(qtbot, coded)
    assert texts(coded)[0] == ROSA
    assert words_of(coded) == ["a steering group", "the timetable", "Trust takes years"]
    assert not window.commands["review"].isVisible()


def test_a_newer_file_names_the_parts_of_cases_to_look_at(
    qtbot: QtBot, window: MainWindow, coded: Workspace, newer: Path
) -> None:
    document = coded.coding.document
    assert document is not None
    at = ROSA.index("holds the timetable")
    cases.add_case(coded.project, "Rosa")
    cases.assign(coded.project, "Rosa", document.id, at, at + len("holds the timetable"))
    coded.texts.replace_with(document.id, newer)
    settled(qtbot, coded)
    shown = dialog(window, ReplaceFileDialog)
    assert re.search(r"1 part(\(s\))? of cases to look at afterwards", shown.words.text())
    rows = [shown.list.topLevelItem(row) for row in range(shown.list.topLevelItemCount())]
    part = next(row for row in rows if row.text(0) == "part of the case Rosa")
    assert (part.text(1), part.text(2)) == ("holds the timetable", "holds it all together")
    shown.accept()
    settled(qtbot, coded)
    assert re.search(r"1 part(\(s\))? of cases to look at\.", window.toasts.text.text())


def test_the_queue_by_keyboard(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    new = ROSA.replace("steering group", "committee").replace("timetable", "keys").replace("takes years", "is slow")
    documents.replace_text(coded.project, coded.coding.document.id, new)  # type: ignore[union-attr]
    settled(qtbot, coded)
    number = coded.texts.waiting
    assert number >= 2
    press(qtbot, window, "review")
    settled(qtbot, coded)
    shown = dialog(window, ReviewDialog)
    assert shown.list.count() == number
    assert "timetable" in shown.words.text() or "steering" in shown.words.text()
    shown.resize(300, shown.minimumSizeHint().height())  # as in large letters on a small screen
    qtbot.wait(0)
    assert shown.words.height() >= shown.words.heightForWidth(shown.words.width()), "what does not fit scrolls"
    first = shown.list.item(0).text()
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    settled(qtbot, coded)
    assert shown.list.count() == number - 1
    assert shown.list.item(0).text() != first
    select(coded, "Who decides")
    shown.adjust.click()
    settled(qtbot, coded)
    assert "Who decides" in words_of(coded)
    assert shown.list.count() == number - 2
    coded.undo()
    settled(qtbot, coded)
    assert shown.list.count() == number - 1
    before = len(words_of(coded))
    qtbot.keyClick(shown.list, Qt.Key.Key_Delete)
    settled(qtbot, coded)
    assert len(words_of(coded)) == before - 1
    shown.every.click()
    settled(qtbot, coded)
    assert shown.list.count() == 0
    assert coded.texts.waiting == 0
    assert not window.commands["review"].isVisible()
    assert not shown.confirm.isEnabled()


def test_versions_differences_and_the_way_back(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    key = coded.coding.document.id  # type: ignore[union-attr]
    start = ROSA.index("steering")
    documents.edit_text(coded.project, key, start, start + 8, "small")
    documents.edit_text(coded.project, key, 0, 3, "Interviewer")
    settled(qtbot, coded)
    press(qtbot, window, "versions")
    settled(qtbot, coded)
    shown = dialog(window, VersionsDialog)
    assert shown.list.topLevelItemCount() == 3
    assert shown.list.topLevelItem(0).text(2) == "AB"
    assert "Interviewer" in shown.text.toPlainText()
    assert not shown.restore.isEnabled()
    shown.list.setCurrentItem(shown.list.topLevelItem(2))
    shown.other.setCurrentIndex(shown.other.findData(0))
    settled(qtbot, coded)
    assert "steeringsmall" in shown.text.toPlainText().replace(" ", "")
    shown.restore.click()
    settled(qtbot, coded)
    assert texts(coded)[0] == ROSA
    assert words_of(coded)[0] == "a steering group"
    assert shown.list.topLevelItemCount() == 4
    shown.close()


def test_find_and_replace_across_documents(qtbot: QtBot, window: MainWindow, coded: Workspace) -> None:
    select(coded, "trust.")
    press(qtbot, window, "replace_words")
    shown = dialog(window, ReplaceTextDialog)
    assert shown.find.text() == "trust."
    shown.where.setCurrentIndex(0)
    shown.find.setText("trust")
    shown.instead.setText("confidence")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 3)
    settled(qtbot, coded)
    shown.case.setChecked(True)
    settled(qtbot, coded)
    assert shown.model.rowCount() == 2
    assert shown.model.index(0, 2).data() == "trust → confidence"
    shown.case.setChecked(False)
    settled(qtbot, coded)
    shown.model.toggle(0)
    assert not shown.all.isChecked()
    steps = len(coded.project.history())
    shown.replace.click()
    settled(qtbot, coded)
    assert len(coded.project.history()) == steps + 1
    assert texts(coded)[0] == ROSA.replace("Trust", "confidence").replace("of trust", "of confidence")
    assert words_of(coded)[2] == "confidence takes years"
    assert shown.model.rowCount() == 1
    shown.regex.setChecked(True)
    shown.find.setText("(")
    qtbot.waitUntil(lambda: "expression" in shown.count.text())
    assert shown.model.rowCount() == 0
    shown.find.setText(r"(On|In) (paper|the room)")
    shown.instead.setText(r"\2 \1")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
    assert shown.model.index(0, 2).data() == "On paper → paper On"
    shown.close()
