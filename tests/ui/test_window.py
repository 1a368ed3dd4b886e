"""The main window: opening, what can go wrong with it, panels, undo, what it remembers."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui.conftest import code_by_keyboard, has_text, opened, press, settled, write_so

from qualcode.app import backups, marking, settings
from qualcode.app.project import open_project
from qualcode.domain.errors import Refused
from qualcode.ui.dialogs.backups import BackupsDialog
from qualcode.ui.dialogs.import_files import ImportDialog
from qualcode.ui.dialogs.problem import ProblemDialog
from qualcode.ui.dialogs.settings import SettingsDialog
from qualcode.ui.dialogs.who_codes import WhoCodes
from qualcode.ui.filters import Choice
from qualcode.ui.look import look
from qualcode.ui.memory import remember
from qualcode.ui.welcome import Card
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def dialog(qtbot: QtBot, window: MainWindow, kind: type[QDialog]) -> QDialog:
    """The dialog of that kind, once it is there."""

    def there() -> list[QDialog]:
        return [found for found in window.findChildren(kind) if found.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=60_000)
    return there()[0]


def push(found: QDialog, label: str) -> None:
    """Press the button of that label."""
    next(button for button in found.findChildren(QPushButton) if button.text() == label).click()


# ── opening ──
def test_a_project_opens_with_its_documents_codes_and_first_text(workspace: Workspace, window: MainWindow) -> None:
    assert window.windowTitle().startswith("Night bus study")
    assert workspace.coding.document is not None
    assert workspace.coding.document.name == "P03 Rosa"
    assert "ROSA: We started" in workspace.coding.text
    assert workspace.documents.model.rowCount() == 2
    assert [workspace.codebook.model.index(row, 0).data() for row in range(2)] == ["Power", "trust takes years"]
    assert window.status.counts.text().split("    ") == ["2 documents", "3 codes", "0 codings"]
    assert window.status.coder.text() == "Coder: AB"


def test_without_a_project_the_window_welcomes(window: MainWindow, coded_study: Path) -> None:
    settings.save(settings.Settings(coder="AB", language="en", recent=[str(coded_study / "gone.qualcode")]))
    window.start(None)
    assert window.workspace is None
    assert [card.text() for card in window.welcome.findChildren(Card)] == [
        "Start a project",
        "Explore the sample study",
        "Open a project",
    ]
    assert not window.commands["import"].isEnabled()


def test_the_welcome_page_rests_while_a_project_is_being_made(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    settings.save(settings.Settings(coder="AB", language="en"))
    window.start(None)
    cards = window.welcome.findChildren(Card)
    window.opening.make(str(tmp_path / "new.qualcode"))
    assert window.welcome._under_way.text() == "Making the project"
    assert window.welcome._under_way.isVisible()
    assert not any(card.isEnabled() for card in cards)
    assert not window.welcome.acceptDrops()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.tasks.idle, timeout=60_000)
    window.close_project()
    assert all(card.isEnabled() for card in window.welcome.findChildren(Card))
    assert not window.welcome._under_way.isVisible()


def test_the_last_project_opens_again_at_the_last_document(
    qtbot: QtBot, make_window: Callable[[], MainWindow], coded_study: Path
) -> None:
    first = make_window()
    workspace = opened(qtbot, first, coded_study)
    second = workspace.documents.model.index(1, 0)
    workspace.documents.opened.emit(second.data(Qt.ItemDataRole.UserRole + 1) or _document(workspace, "P06 刘"))
    qtbot.waitUntil(lambda: has_text(workspace) and workspace.coding.document.name == "P06 刘")
    first.close()
    again = make_window()
    again.start(None)
    qtbot.waitUntil(lambda: again.workspace is not None and has_text(again.workspace), timeout=60_000)
    assert again.workspace.coding.document.name == "P06 刘"


def _document(workspace: Workspace, name: str) -> object:
    with workspace.project.read() as read:
        return read.document_named(name).id


def test_who_codes_is_asked_once(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    settings.save(settings.Settings(language="en"))
    window.new_project(str(tmp_path / "first.qualcode"))
    asked = dialog(qtbot, window, WhoCodes)
    asked.field.setText("  ")
    push(asked, "Use this name")
    assert asked.isVisible()
    assert "visible character" in asked.problem.text()
    asked.field.setText("Jun Li")
    push(asked, "Use this name")
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    assert window.workspace.project.coder == "Jun Li"
    assert settings.load().coder == "Jun Li"


def test_a_file_that_is_no_project_is_explained(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    place = tmp_path / "other.qualcode"
    place.write_bytes(b"not a database at all" * 20)
    window.open_place(str(place))
    problem = dialog(qtbot, window, ProblemDialog)
    assert any("not a qualcode project" in label.text() for label in problem.findChildren(QLabel))
    push(problem, "Close")
    assert window.workspace is None


def test_a_truncated_project_is_restored_from_a_backup(
    qtbot: QtBot, make_window: Callable[[], MainWindow], coded_study: Path
) -> None:
    whole = coded_study.read_bytes()
    coded_study.write_bytes(whole[: len(whole) // 2])
    window = make_window()
    window.open_place(str(coded_study))
    push(dialog(qtbot, window, ProblemDialog), "Restore a backup…")
    choice = dialog(qtbot, window, BackupsDialog)
    assert choice.list.count() == len(backups.backups_of(coded_study)) == 1
    push(choice, "Restore")
    qtbot.waitUntil(lambda: window.workspace is not None and has_text(window.workspace), timeout=60_000)
    assert len(list(coded_study.parent.glob("study (before restoring*"))) == 1


def test_a_project_open_elsewhere_can_be_looked_at(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    note = coded_study.with_name(f".{coded_study.name}.other_machine-77.open")
    note.write_text(json.dumps({"host": "other-machine", "process": 77, "user": "jun", "since": "2026-11-01"}))
    window.open_place(str(coded_study))
    problem = dialog(qtbot, window, ProblemDialog)
    assert any("other-machine" in label.text() for label in problem.findChildren(QLabel))
    push(problem, "Open for reading only")
    qtbot.waitUntil(lambda: window.workspace is not None and has_text(window.workspace), timeout=60_000)
    assert window.workspace.project.read_only
    for identity in ("new_code", "undo", "code", "one_code", "digit_1", "edit_text", "bookmark", "replace_file"):
        assert not window.commands[identity].isEnabled()
    assert window.commands["find"].isEnabled()


def test_what_cannot_be_opened_for_writing_is_offered_for_reading(
    qtbot: QtBot, window: MainWindow, coded_study: Path
) -> None:
    refused = Refused("{name} cannot be written. Check the rights of the file and its folder.", name="study")
    window.opening._explain(str(coded_study), refused, existing=True)
    push(dialog(qtbot, window, ProblemDialog), "Open for reading only")
    qtbot.waitUntil(lambda: window.workspace is not None and has_text(window.workspace), timeout=60_000)
    assert window.workspace.project.read_only


def test_a_conflicted_copy_is_pointed_out(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    copy = coded_study.with_name("study (conflicted copy 2026-11-02).qualcode")
    copy.write_bytes(coded_study.read_bytes())
    window.open_place(str(coded_study))
    problem = dialog(qtbot, window, ProblemDialog)
    assert any(copy.name in label.text() for label in problem.findChildren(QLabel))
    assert window.workspace is not None


# ── undo ──
def test_undo_names_its_step_and_redo_appears(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "whoever holds the timetable", "who dec")
    assert window.commands["undo"].text() == "Undo: Code “who decides” in P03 Rosa"
    assert not window.commands["redo"].isEnabled()
    press(qtbot, window, "undo")
    settled(qtbot, workspace)
    assert workspace.coding.codings == []
    assert window.toasts.text.text() == "Undone: Code “who decides” in P03 Rosa"
    assert window.commands["redo"].text() == "Redo: Code “who decides” in P03 Rosa"
    press(qtbot, window, "redo")
    settled(qtbot, workspace)
    assert len(workspace.coding.codings) == 1
    assert not window.commands["redo"].isEnabled()


def test_the_toasts_button_undoes_just_that_step(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who dec")
    assert window.toasts.text.text() == "Coded with “who decides”"
    assert window.toasts.button.text() == "Undo"
    window.toasts.button.click()
    settled(qtbot, workspace)
    assert workspace.coding.codings == []


def test_the_toast_of_a_panel_undoes_what_it_speaks_of(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    code_by_keyboard(qtbot, workspace, "a steering group", "who dec")
    by_name = {code.name: code for code in workspace.coding.codebook.ordered}
    code = by_name["trust takes years"]
    workspace.codebook.surgery.merge([code.id], by_name["who decides"].id)
    settled(qtbot, workspace)
    window.toasts.button.click()
    settled(qtbot, workspace)
    assert code.id in workspace.coding.codebook.by_id
    assert len(workspace.coding.codings) == 1


def test_tab_goes_round_with_an_empty_segments_panel(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "segments")
    settled(qtbot, workspace)
    window.activateWindow()
    workspace.coding.reader.setFocus()
    seen = set()
    for _ in range(40):
        seen.add(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert {workspace.documents.tree, workspace.codebook.tree, workspace.coding.reader.view, window.bar.find} <= seen


def test_importing_offers_what_can_be_read_and_starts_where_it_was_last(
    window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def answer(_parent: object, _title: str, start: str, kinds: str) -> tuple[list[str], str]:
        asked.append((start, kinds))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    remember("import_folder", str(tmp_path))
    window.import_files(None)
    ((start, kinds),) = asked
    assert start == str(tmp_path)
    assert kinds.startswith("Transcripts and tables (*.txt *.md ")
    assert "*.docx" in kinds
    assert kinds.endswith(";;All files (*)")


# ── panels ──
def test_panels_can_be_hidden_and_stay_so(
    qtbot: QtBot, make_window: Callable[[], MainWindow], coded_study: Path
) -> None:
    first = make_window()
    opened(qtbot, first, coded_study)
    assert first.docks.shown("codebook")
    assert not first.docks.shown("segments")
    press(qtbot, first, "codebook")
    press(qtbot, first, "history")
    first.close()
    second = make_window()
    opened(qtbot, second, coded_study)
    assert not second.docks.shown("codebook")
    assert second.docks.shown("history")
    assert second.commands["history"].isChecked()
    press(qtbot, second, "panels_back")
    assert second.docks.shown("codebook")
    assert not second.docks.shown("history")


def test_choosing_a_coding_leaves_the_text_where_it_is_and_the_segments_panel_shows_it_when_asked(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    reader = workspace.coding.reader
    width = reader.width()
    reader.choose(workspace.coding.codings[0].id)
    settled(qtbot, workspace)
    assert not window.docks.shown("segments")
    assert reader.width() == width
    press(qtbot, window, "segments")
    assert workspace.segments.card.isVisible()
    press(qtbot, window, "segments")
    assert not window.docks.shown("segments")


def test_one_right_panel_at_a_time(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "segments")
    press(qtbot, window, "history")
    assert window.docks.shown("history")
    assert not window.docks.shown("segments")


def test_in_a_narrow_window_the_right_panel_lies_over_the_reader(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.resize(1024, 640)
    qtbot.wait(0)
    width = workspace.coding.reader.width()
    press(qtbot, window, "history")
    assert window.docks.overlay.isVisible()
    assert window.docks.shown("history")
    assert workspace.coding.reader.width() == width
    window.resize(1440, 900)
    qtbot.wait(0)
    assert not window.docks.overlay.isVisible()
    assert window.docks.by_name["history"].isVisible()
    window.resize(1024, 640)
    qtbot.wait(0)
    qtbot.keyClick(window.docks.overlay, Qt.Key.Key_Escape)
    assert not window.docks.shown("history")


def test_f6_goes_round_the_panels(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    window.activateWindow()
    workspace.documents.setFocus()
    seen = []
    for _ in range(4):
        focus = window.focusWidget()
        seen.append(next(panel for panel in workspace.panels() if panel is focus or panel.isAncestorOf(focus)))
        press(qtbot, window, "next_panel")
    assert seen == [workspace.documents, workspace.codebook, workspace.coding.reader, workspace.documents]


def test_tabs_have_their_own_panels(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "tab_analyse")
    assert workspace.analyses.cooccurrence is not None
    assert workspace.analyses.cooccurrence.isVisible()
    assert not window.docks.shown("documents")
    press(qtbot, window, "tab_code")
    assert window.docks.shown("documents")
    settled(qtbot, workspace)


# ── look, size, keys ──
def test_colours_and_size_switch_at_once_and_are_remembered(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "look_dark")
    assert look().current.name == "dark"
    assert settings.load().look == "dark"
    window.commands["settings"].trigger()
    found = dialog(qtbot, window, SettingsDialog)
    found.scale.setValue(150)
    found.coder.setText("Amara")
    push(found, "Save")
    assert look().scale == 150
    kept = settings.load()
    assert (kept.scale, kept.coder, kept.look) == (150, "Amara", "dark")


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.commands.children() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_every_button_of_the_bar_has_a_name_and_a_tip(window: MainWindow, workspace: Workspace) -> None:
    for button in window.bar._buttons:
        assert button.accessibleName()
        assert button.toolTip()


# ── files ──
def test_transcripts_dropped_on_the_window_are_offered_for_import(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "P07.txt"
    file.write_text("INT: And?\n\nTOM: Nothing.\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    found = dialog(qtbot, window, ImportDialog)
    qtbot.waitUntil(lambda: workspace.bridge.idle, timeout=60_000)
    assert found.table.rowCount() == 1
    found.reject()
    settled(qtbot, workspace)


def test_exports_are_written_where_the_user_says(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    place = tmp_path / "segments.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(place), ""))
    press(qtbot, window, "export_segments")
    write_so(qtbot, window)
    qtbot.waitUntil(lambda: window.toasts.text.text() == "Written: segments.csv", timeout=60_000)
    assert "trust takes years" in place.read_text("utf-8-sig")
    assert "certainty" not in place.read_text("utf-8-sig").splitlines()[0]
    with workspace.bridge.project.read() as read:
        one = read.placed()[0]
    marking.set_certainty(workspace.bridge.project, one.id, "unsure")
    place.unlink()
    press(qtbot, window, "export_segments")
    write_so(qtbot, window)
    qtbot.waitUntil(place.exists, timeout=60_000)
    qtbot.waitUntil(lambda: "unsure" in place.read_text("utf-8-sig"), timeout=60_000)


def test_check_and_backup_say_what_they_found(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "check")
    qtbot.waitUntil(lambda: window.toasts.text.text().startswith("Checked:"), timeout=60_000)
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    press(qtbot, window, "backup")
    qtbot.waitUntil(lambda: window.toasts.text.text() == "Backed up.", timeout=60_000)


# ── the end ──
def test_closing_closes_the_project_and_leaves_no_note(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path
) -> None:
    window.close()
    assert list(coded_study.parent.glob(".study.qualcode.*")) == []
    assert not coded_study.with_name("study.qualcode-wal").exists()
    with open_project(coded_study, coder="CD") as project:
        assert project.check() == []


def test_two_windows_keep_each_others_settings(window: MainWindow) -> None:
    kept = settings.load()
    kept.recent = ["/elsewhere.qualcode"]
    settings.save(kept)
    window.close()
    assert settings.load().recent == ["/elsewhere.qualcode"]
    assert os.environ["QUALCODE_HOME"]
    assert QApplication.instance() is not None


def test_the_filter_is_said_in_the_status_line_and_obeyed_by_the_segments(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    code_by_keyboard(qtbot, workspace, "Trust takes years", "trust")
    press(qtbot, window, "segments")
    settled(qtbot, workspace)
    assert window.status.filter.text() == "No filter"
    assert workspace.segments.model.rowCount() == 1
    workspace.filters.choose(Choice(documents=frozenset([_document(workspace, "P06 刘")])))
    settled(qtbot, workspace)
    assert window.status.filter.text() == "Filter on: 1 of 2 documents"
    assert workspace.segments.model.rowCount() == 0


def test_a_long_problem_wraps_in_its_toast(qtbot: QtBot, window: MainWindow) -> None:
    window.toast("Short.")
    short = window.toasts.height()
    window.toast("This sentence is so long that it would not fit into the window. " * 4)
    assert window.toasts.height() > short
    assert window.toasts.geometry().left() >= 0
    assert window.toasts.geometry().right() <= window.width()
