"""Exporting the codebook from the window: from its panel's menu and by command, in every format."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import press, settled

from qualcode.app import settings
from qualcode.formats.codebook_files import SUFFIXES
from qualcode.ui.codebook_export import CodebookExport
from qualcode.ui.places import documents_folder
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


@pytest.fixture(autouse=True)
def own_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dialogs for files as Qt draws them, so that they can be filled in."""
    init = QFileDialog.__init__

    def own(self: QFileDialog, *arguments: object) -> None:
        init(self, *arguments)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)

    monkeypatch.setattr(QFileDialog, "__init__", own)


def asked(window: MainWindow) -> QFileDialog:
    """The dialog that asks for the file."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())


def choose(qtbot: QtBot, window: MainWindow, chosen: str, place: Path) -> None:
    """Choose a format and a file."""
    dialog = asked(window)
    (name,) = [one for one in dialog.nameFilters() if one.startswith(chosen)]
    dialog.selectNameFilter(name)
    dialog.filterSelected.emit(name)  # as the list of formats does
    dialog.selectFile(str(place))
    dialog.accept()
    qtbot.waitUntil(lambda: window.toasts.text.text().startswith("Written: codebook."), timeout=60_000)


def test_every_format_has_a_name(workspace: Workspace) -> None:
    assert {suffix for suffix, _ in CodebookExport(workspace).formats.values()} == set(SUFFIXES)
    assert all(f"(*{suffix})" in name for name, (suffix, _) in CodebookExport(workspace).formats.items())


def test_the_chosen_format_gives_the_file_its_name(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    press(qtbot, window, "export_codebook")
    assert asked(window).selectedFiles()[0].endswith("Codebook.docx")
    choose(qtbot, window, "For other programs", tmp_path / "codebook")
    settled(qtbot, workspace)
    assert (tmp_path / "codebook.qdc").read_bytes().startswith(b"<?xml")


def test_the_menu_of_the_panel_offers_it_too(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.codebook._menu.aboutToShow.emit()
    menu = workspace.codebook._menu
    (action,) = [one for one in menu.actions() if one.text() == "Export codebook…"]
    action.trigger()
    choose(qtbot, window, "Word document, a table", tmp_path / "codebook.docx")
    settled(qtbot, workspace)
    tables = docx.Document(str(tmp_path / "codebook.docx")).tables
    assert tables[0].rows[0].cells[0].text == "Code"


def test_the_labels_are_in_the_language_of_the_window(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    settings.save(settings.Settings(coder="AB", language="zh_CN", look="light"))
    exporting = CodebookExport(workspace)
    exporting.write(tmp_path / "codebook.md", "no such format")
    qtbot.waitUntil((tmp_path / "codebook.md").exists, timeout=60_000)
    settled(qtbot, workspace)
    assert "1 个主题 · 2 个编码" in (tmp_path / "codebook.md").read_text("utf-8")


def test_what_is_left_is_not_written(qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path) -> None:
    press(qtbot, window, "export_codebook")
    asked(window).reject()
    settled(qtbot, workspace)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
    assert workspace.findChildren(CodebookExport) == []


def test_the_next_export_begins_in_the_folder_of_the_last_one(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "for the team"
    folder.mkdir()
    press(qtbot, window, "export_codebook")
    assert asked(window).directory().absolutePath() == str(tmp_path)  # beside the project
    choose(qtbot, window, "Markdown", folder / "codebook.md")
    settled(qtbot, workspace)
    press(qtbot, window, "export_codebook")
    assert asked(window).directory().absolutePath() == str(folder)
    asked(window).reject()
    workspace.segments.ask_export()
    assert asked(window).directory().absolutePath() == str(folder)
    asked(window).reject()
    (folder / "codebook.md").unlink()
    folder.rmdir()  # a folder that is gone would stand in the dialog as the name of a file
    workspace.segments.ask_export()
    assert asked(window).directory().absolutePath() == documents_folder()
    assert asked(window).selectedFiles() == [str(Path(documents_folder()) / "segments.xlsx")]
    asked(window).reject()
    settled(qtbot, workspace)


def test_documents_are_where_they_can_be_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Documents"))
    assert documents_folder() == str(Path.home())
    (tmp_path / "Documents").mkdir()
    assert documents_folder() == str(tmp_path / "Documents")
