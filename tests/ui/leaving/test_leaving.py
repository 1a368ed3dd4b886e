"""The check before a file with quotes is written, in the real window: list, jump, redact, three ways to go on."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid
from ui.conftest import ROSA, opened, press, settled

from qualcode.app import cases, coding, display_names, memos, redactions
from qualcode.app.export_leaving import check_export
from qualcode.app.leaving import Leaving, look_through
from qualcode.app.project import Project, open_project
from qualcode.app.quoting import Quoting
from qualcode.domain.errors import BadInput
from qualcode.domain.progress import Progress
from qualcode.ui.leaving import dialog as dialogs
from qualcode.ui.leaving.dialog import LeavingDialog
from qualcode.ui.leaving.outgoing import Export, Outgoing, exported, send
from qualcode.ui.tasks import Task
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

SAID = ROSA + "\nINT: Who else?\n\nROSA: Ben Ott helped, write to ben@ott.org. Ask Ben Ott.\n"


@pytest.fixture
def telling(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    """The study in the window; Rosa names Ben, who is a case, and has two passages coded."""
    with open_project(coded_study, coder="AB") as project:
        from qualcode.app import documents

        documents.replace_text(project, "P03 Rosa", SAID)
        cases.add_case(project, "Ben Ott")
        cases.add_case(project, "Rosa Klee")
        cases.assign(project, "Rosa Klee", "P03 Rosa", speaker="ROSA")
        for words in ("ROSA: Ben Ott helped, write to ben@ott.org. Ask Ben Ott.", "Trust takes years"):
            start = SAID.index(words)
            coding.apply_code(project, "P03 Rosa", start, start + len(words), "trust takes years")
    return opened(qtbot, window, coded_study)


@pytest.fixture
def ask(
    qtbot: QtBot, window: MainWindow, telling: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], LeavingDialog]:
    """Asks for the segments as a file, and gives the dialog that comes."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "out.csv"), ""))

    def run() -> LeavingDialog:
        press(qtbot, window, "export_segments")
        return shown(qtbot, window, telling)

    return run


def shown(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> LeavingDialog:
    def visible() -> list[LeavingDialog]:
        return [one for one in window.findChildren(LeavingDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()), timeout=60_000)
    settled(qtbot, workspace)
    return visible()[0]


def rows(place: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(place.read_text("utf-8-sig"), newline="")))


def row_of(dialog: LeavingDialog, name: str) -> QTreeWidgetItem:
    return next(item for item in dialog._items() if item.text(0) == name and item.parent() is not None)


def listing(dialog: LeavingDialog) -> dict[str, str]:
    return {item.text(0): item.text(2) for item in dialog._items() if item.parent() is not None}


def test_the_page_lists_what_was_found_and_writes_it_so(
    qtbot: QtBot, window: MainWindow, telling: Workspace, ask: Callable[[], LeavingDialog], tmp_path: Path
) -> None:
    dialog = ask()
    assert not dialog.isModal()
    assert dialog.windowTitle() == "Before it leaves: out.csv"
    assert dialog.title.text().startswith("In this file: 2 case name")
    assert listing(dialog) == {
        "Ben Ott": "2",
        "Rosa Klee": "2",
        "ROSA": "3",
        "P03 Rosa": "2",
        "AB": "2",
        "ben@ott.org": "1",
    }
    assert row_of(dialog, "Ben Ott").text(1) == "in quotes"
    assert "column of speakers" in row_of(dialog, "ROSA").text(1)
    assert not (tmp_path / "out.csv").exists()
    dialog.so_button.click()
    qtbot.waitUntil((tmp_path / "out.csv").exists, timeout=60_000)
    settled(qtbot, telling)
    assert any("Ben Ott" in row["text"] for row in rows(tmp_path / "out.csv"))
    assert window.toasts.text.text() == "Written: out.csv"


def test_a_passage_is_shown_in_the_reader_and_redacted_there(
    qtbot: QtBot, window: MainWindow, telling: Workspace, ask: Callable[[], LeavingDialog], tmp_path: Path
) -> None:
    dialog = ask()
    ben = row_of(dialog, "Ben Ott")
    ben.setExpanded(True)
    settled(qtbot, telling)
    assert "Ben Ott helped" in ben.child(0).text(0)
    assert ben.child(1).text(1) == "P03 Rosa"
    dialog.list.setCurrentItem(ben.child(1))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    settled(qtbot, telling)
    at = SAID.rindex("Ben Ott")
    assert telling.coding.reader.selection == (at, at + 7)
    assert dialog.isVisible()
    assert dialog.redact_button.text() == "Redact this passage"
    dialog.redact_button.click()
    settled(qtbot, telling)
    qtbot.waitUntil(lambda: listing(dialog).get("Ben Ott") == "1", timeout=60_000)
    settled(qtbot, telling)
    dialog.list.setCurrentItem(row_of(dialog, "ben@ott.org"))
    dialog.redact_button.click()
    qtbot.waitUntil(lambda: "ben@ott.org" not in listing(dialog), timeout=60_000)
    settled(qtbot, telling)
    groups = [dialog.list.topLevelItem(number).text(0) for number in range(dialog.list.topLevelItemCount())]
    assert groups[-1] == "Redacted: […] is printed"
    dialog.so_button.click()
    qtbot.waitUntil((tmp_path / "out.csv").exists, timeout=60_000)
    settled(qtbot, telling)
    assert rows(tmp_path / "out.csv")[-1]["text"] == "ROSA: Ben Ott helped, write to […]. Ask […]."


def test_all_passages_of_a_name_are_redacted_in_one_step(
    qtbot: QtBot, telling: Workspace, ask: Callable[[], LeavingDialog]
) -> None:
    dialog = ask()
    dialog.list.setCurrentItem(row_of(dialog, "Ben Ott"))
    assert dialog.redact_button.text().startswith("Redact these 2 passage")
    dialog.redact_button.click()
    qtbot.waitUntil(lambda: "Ben Ott" not in listing(dialog), timeout=60_000)
    with telling.project.read() as read:
        assert len(read.where("redaction")) == 2
    telling.undo()
    qtbot.waitUntil(lambda: "Ben Ott" in listing(dialog), timeout=60_000)
    dialog.list.setCurrentItem(row_of(dialog, "AB"))
    assert not dialog.redact_button.isEnabled()
    dialog.reject()


def test_who_has_no_display_id_gets_one_before_it_is_written(
    qtbot: QtBot, telling: Workspace, ask: Callable[[], LeavingDialog], tmp_path: Path
) -> None:
    display_names.set_display(telling.project, "Rosa Klee", "P07")
    dialog = ask()
    assert dialog.display_button.text().startswith("Give 2 display id")
    dialog.display_button.click()
    qtbot.waitUntil((tmp_path / "out.csv").exists, timeout=60_000)
    settled(qtbot, telling)
    found = rows(tmp_path / "out.csv")
    assert {row["case"] for row in found} == {"P07"}
    assert {row["speaker"] for row in found} == {"P07"}  # that of the case whose words they are
    assert found[-1]["text"].startswith("P07: Ben Ott helped")
    with telling.project.read() as read:
        assert {case.name: case.display for case in read.cases()} == {"Ben Ott": "P01", "Rosa Klee": "P07"}
    (tmp_path / "out.csv").unlink()
    dialog = ask()
    assert dialog.display_button.text() == "Write with display ids"
    dialog.reject()
    settled(qtbot, telling)
    assert not (tmp_path / "out.csv").exists()


def test_memos_that_name_nobody_are_written_at_once(
    qtbot: QtBot, window: MainWindow, telling: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memos.write_memo(telling.project, "A thought.", title="Thought")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "m.md"), ""))
    press(qtbot, window, "export_memos")
    qtbot.waitUntil((tmp_path / "m.md").exists, timeout=60_000)
    settled(qtbot, telling)
    memos.write_memo(telling.project, "Ask Ben Ott.", title="Whom to ask")
    press(qtbot, window, "export_memos")
    dialog = shown(qtbot, window, telling)
    assert listing(dialog)["Ben Ott"] == "1"
    assert row_of(dialog, "Ben Ott").text(1) == "texts of memos"
    dialog.reject()


def test_lists_and_the_journal_go_the_same_way(
    qtbot: QtBot, window: MainWindow, telling: Workspace, tmp_path: Path
) -> None:
    telling.segments.show_all()
    settled(qtbot, telling)
    telling.segments.send_to(tmp_path / "listed.csv")
    dialog = shown(qtbot, window, telling)
    dialog.list.setCurrentItem(row_of(dialog, "ben@ott.org"))
    dialog._open(dialog.list.currentItem())
    settled(qtbot, telling)
    assert telling.coding.text[slice(*telling.coding.reader.selection)] == "ben@ott.org"
    dialog.so_button.click()
    qtbot.waitUntil((tmp_path / "listed.csv").exists, timeout=60_000)
    settled(qtbot, telling)
    memos.write_memo(telling.project, "Ask Ben Ott.", title="Whom to ask")
    press(qtbot, window, "journal")
    settled(qtbot, telling)
    telling.journal.panel.export.send_to(tmp_path / "journal.md")
    dialog = shown(qtbot, window, telling)
    dialog.so_button.click()
    qtbot.waitUntil((tmp_path / "journal.md").exists, timeout=60_000)
    settled(qtbot, telling)


def test_a_check_that_fails_says_so_and_closing_the_project_takes_the_page_along(
    qtbot: QtBot, window: MainWindow, telling: Workspace, ask: Callable[[], LeavingDialog], tmp_path: Path
) -> None:
    failures: list[Exception] = []
    telling.bridge.failed.connect(failures.append)

    def fails(*_args: object) -> object:
        raise BadInput("No.")

    send(telling.bridge, telling.page, Export("x", tmp_path / "x", fails, fails, print), print, print)
    qtbot.waitUntil(lambda: len(failures) == 1, timeout=60_000)
    ask()
    press(qtbot, window, "close")
    qtbot.waitUntil(lambda: window.workspace is None, timeout=60_000)
    qtbot.waitUntil(lambda: not window.findChildren(LeavingDialog), timeout=60_000)


def test_many_places_are_counted_beyond_those_listed(
    qtbot: QtBot,
    window: MainWindow,
    telling: Workspace,
    ask: Callable[[], LeavingDialog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dialogs, "_MOST_PLACES", 1)
    dialog = ask()
    ben = row_of(dialog, "Ben Ott")
    ben.setExpanded(True)
    settled(qtbot, telling)
    assert ben.childCount() == 2
    assert ben.child(1).text(0) == "and 1 more"
    dialog._open(ben.child(1))  # nothing stands there
    redactions.redact(telling.project, "P03 Rosa", 0, 4)
    settled(qtbot, telling)
    dialog.reject()


def test_the_same_check_serves_other_exports(telling: Workspace) -> None:
    with telling.project.read() as read:
        document = read.document_named("P03 Rosa")
        assert document is not None
        found = look_through(read, Quoting(read), [(document.id, 0, document.characters)])
    assert found.telling


def test_what_is_done_in_one_go_is_looked_through_once(qtbot: QtBot, window: MainWindow, telling: Workspace) -> None:
    looked: list[int] = []

    def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
        looked.append(project.history()[-1].number)
        return check_export(project, "segments", progress=progress, display_ids=display_ids)

    send(telling.bridge, telling.page, Export("x", Path("x.csv"), check, lambda *_: Path(), print), print, print)
    dialog = shown(qtbot, window, telling)
    for number in range(6):
        redactions.redact(telling.project, "P03 Rosa", 3 * number, 3 * number + 2)
        settled(qtbot, telling)
    qtbot.waitUntil(lambda: len(looked) > 1, timeout=60_000)
    settled(qtbot, telling)
    assert looked == [looked[0], telling.project.history()[-1].number]
    redactions.redact(telling.project, "P03 Rosa", 30, 34)
    settled(qtbot, telling)
    assert dialog._later.isActive()
    later = dialog._later
    dialog.reject()
    assert not isValid(later) or not later.isActive()


def test_a_check_that_is_cancelled_leaves_nothing_behind(qtbot: QtBot, window: MainWindow, telling: Workspace) -> None:
    asked, go_on = Event(), Event()

    def check(_project: Project, progress: Progress, _display_ids: bool) -> Leaving:
        asked.set()
        go_on.wait(10)
        progress.tick(0, 1)
        raise AssertionError("it was to stop before this")

    tasks: list[Task] = []
    telling.bridge.tasks.started.connect(tasks.append)
    outgoing = send(telling.bridge, telling.page, Export("x", Path("x"), check, check, print), print, print)
    qtbot.waitUntil(asked.is_set, timeout=60_000)
    tasks[-1].cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not isValid(outgoing), timeout=60_000)
    assert not window.findChildren(LeavingDialog)


def test_it_is_written_though_what_it_was_asked_from_is_gone(
    qtbot: QtBot, window: MainWindow, telling: Workspace, tmp_path: Path
) -> None:
    class Asking(QWidget):
        said = Signal(str, object)

    asking = Asking(telling.page)
    export = exported("segments", tmp_path / "out.csv", "x", {}, lambda _path: None)
    send(telling.bridge, asking, export, asking.said.emit, asking.said.emit)
    dialog = shown(qtbot, window, telling)
    delete(asking)
    dialog._open(row_of(dialog, "Ben Ott"))  # nobody shows the passage any more
    dialog.so_button.click()
    settled(qtbot, telling)
    assert "Ben Ott" in (tmp_path / "out.csv").read_text("utf-8-sig")
    qtbot.waitUntil(lambda: not window.findChildren(Outgoing), timeout=60_000)


def test_where_it_cannot_be_written_it_is_asked_once_more(
    qtbot: QtBot, window: MainWindow, telling: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "gone" / "out.csv"
    export = exported("segments", target, "x", {}, lambda _path: None)
    send(telling.bridge, telling.page, export, print, print)
    first = shown(qtbot, window, telling)
    first.so_button.click()
    qtbot.waitUntil(lambda: not isValid(first), timeout=60_000)
    again = shown(qtbot, window, telling)
    assert "gone" in again.hint.text()
    target.parent.mkdir()
    again.so_button.click()
    qtbot.waitUntil(target.exists, timeout=60_000)
    qtbot.waitUntil(lambda: not window.findChildren(Outgoing), timeout=60_000)


def test_a_second_one_does_not_lie_exactly_on_the_first(
    ask: Callable[[], LeavingDialog], qtbot: QtBot, window: MainWindow, telling: Workspace
) -> None:
    first = ask()
    press(qtbot, window, "export_segments")

    def both() -> list[LeavingDialog]:
        return [one for one in window.findChildren(LeavingDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: len(both()) == 2, timeout=60_000)
    settled(qtbot, telling)
    (second,) = (one for one in both() if one is not first)
    assert second.pos() != first.pos()
    assert abs(second.y() - first.y()) >= 24  # its title can be read and taken
    for one in both():
        one.reject()
