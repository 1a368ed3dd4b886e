"""A codebook that comes to one that is there, through the real dialog and its page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from qualcode.app import codebook
from qualcode.app.project import Project
from qualcode.ui.bridge import Bridge
from qualcode.ui.codebook_import.page import CodebookArrivals
from qualcode.ui.codebook_import.rows import CHOSEN, CODE, STATE, WHAT
from qualcode.ui.dialogs.import_files import ImportDialog

THEIRS = """path,kind,definition
Reciprocity,theme,
Reciprocity > unpaid labour,code,Hours that nobody counts.
goodwill,code,Ours.
Voice > silence,code,No words.
Power,theme,Who decides.
"""


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.csv"
    path.write_text(THEIRS, "utf-8")
    return path


@pytest.fixture
def dialog(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None], theirs: Path) -> ImportDialog:
    made = ImportDialog(bridge, [theirs])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    rest()
    return made


def page_of(dialog: ImportDialog) -> CodebookArrivals:
    return next(page for page in dialog.findChildren(CodebookArrivals) if page.isVisible())


def shown(page: CodebookArrivals, column: int) -> list[str]:
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def definitions(project: Project) -> dict[str, str]:
    with project.read() as read:
        book = read.codebook
        return {path: book.by_id[key].definition for key, path in book.paths().items()}


def test_a_codebook_alone_opens_its_page_at_once_and_writes_nothing_yet(
    dialog: ImportDialog, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    before = len(project.history())
    page = page_of(dialog)
    rest()
    assert list(zip(shown(page, CODE), shown(page, STATE), strict=True)) == [
        ("goodwill", "Conflict"),
        ("Reciprocity > unpaid labour", "Differs"),
        ("Voice > silence", "New"),
        ("Power", "New"),
        ("Reciprocity", "The same"),
    ]
    assert shown(page, CHOSEN) == ["Keep yours", "Update yours", "Bring in as new", "Bring in as new", "Keep yours"]
    assert "“Reciprocity > goodwill”" in shown(page, WHAT)[0]
    assert page.outcome.text() == "3 new · 1 updated · 2 kept · 0 duplicated"
    page.reject()
    rest()
    assert len(project.history()) == before
    assert dialog.import_button.isEnabled(), "back at the files"


def test_choosing_row_by_row_and_for_all_of_a_kind(
    dialog: ImportDialog, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    page = page_of(dialog)
    assert page.side.title.text() == "goodwill"
    assert [key for key, button in page.side.choices.items() if button.isVisible()] == [
        "update",
        "keep",
        "new",
        "duplicate",
    ]
    page.side.choices["update"].click()
    page.list.selectRow(1)
    assert "nobody pays for" in page.side.text.toPlainText()
    assert "Hours that nobody counts." in page.side.text.toPlainText()
    page.side.choices["duplicate"].click()
    group = page.groups["new"]
    group.setCurrentIndex(group.findData("keep"))
    group.activated.emit(group.currentIndex())
    assert shown(page, CHOSEN) == [
        "Update yours",
        "Bring in as “unpaid labour 2”",
        "Leave out",
        "Leave out",
        "Keep yours",
    ]
    qtbot.waitUntil(page.import_button.isEnabled)
    before = len(project.history())
    with qtbot.waitSignal(dialog.imported, timeout=60_000):
        page.import_button.click()
    rest()
    assert len(project.history()) == before + 1
    assert project.history()[-1].summary.endswith("0 codes new, 1 updated, 3 kept, 1 duplicated")
    assert definitions(project) == {
        "Reciprocity": "",
        "Reciprocity > unpaid labour": "Time nobody pays for.",
        "Reciprocity > goodwill": "Ours.",
        "Reciprocity > unpaid labour 2": "Hours that nobody counts.",
        "power": "",
    }


def test_filter_and_search_and_several_rows_at_once(
    dialog: ImportDialog, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    page = page_of(dialog)
    page.state.setCurrentIndex(page.state.findData("new"))
    assert shown(page, CODE) == ["Voice > silence", "Power"]
    page.list.selectAll()
    assert page.side.title.text() == "2 codes chosen"
    page.side.choices["keep"].click()
    assert shown(page, CHOSEN) == ["Leave out", "Leave out"]
    page.state.setCurrentIndex(0)
    qtbot.keyClicks(page.words, "LABOUR")
    qtbot.waitUntil(lambda: shown(page, CODE) == ["Reciprocity > unpaid labour"])
    page.words.setText("no such code")
    qtbot.waitUntil(lambda: shown(page, CODE) == [])
    assert page.side.title.text() == ""


def test_what_cannot_be_is_said_and_import_waits(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    with project.read() as read:
        power = next(code for code in read.codes() if code.name == "power")
    theirs = tmp_path / "renamed.csv"
    theirs.write_text(f"path,id\ninfluence,{power.id}\npower,\n", "utf-8")
    dialog = ImportDialog(bridge, [theirs])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()
    page = page_of(dialog)
    page.state.setCurrentIndex(page.state.findData("conflict"))
    page.list.selectRow(shown(page, CODE).index("power"))
    page.side.choices["new"].click()
    qtbot.waitUntil(page.problem.isVisible)
    assert "Two codes “power” would stand in one place" in page.problem.text()
    assert not page.import_button.isEnabled()
    page.accept()
    assert page.isVisible()
    page.list.selectRow(shown(page, CODE).index("influence"))
    page.side.choices["update"].click()
    qtbot.waitUntil(page.import_button.isEnabled)
    with qtbot.waitSignal(dialog.imported, timeout=60_000):
        page.accept()
    rest()
    with project.read() as read:
        assert read.codebook.by_id[power.id].name == "influence"


def test_a_codebook_that_changed_meanwhile_is_not_imported(
    dialog: ImportDialog, bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    page = page_of(dialog)
    rest()
    codebook.define_code(project, "unpaid labour", definition="Another one.")
    before = len(project.history())
    page.accept()
    rest()
    assert "has changed since this list was made" in dialog.message.text()
    assert len(project.history()) == before
    dialog.import_button.click()
    rest()
    again = page_of(dialog)
    assert "Another one." in again.rows[1].differences[0].old


def test_nothing_to_decide_opens_no_page(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    theirs = tmp_path / "new.csv"
    theirs.write_text("path,definition\nVoice,Who speaks.\nReciprocity,\n", "utf-8")
    dialog = ImportDialog(bridge, [theirs])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()
    assert not [page for page in dialog.findChildren(QDialog) if page.isVisible()]
    with qtbot.waitSignal(dialog.imported, timeout=60_000) as heard:
        dialog.import_button.click()
    rest()
    assert heard.args[0].book == {"new": 1, "updated": 0, "kept": 1, "duplicated": 0}
    assert definitions(project)["Voice"] == "Who speaks."
