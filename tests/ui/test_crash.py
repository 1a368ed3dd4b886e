"""When the program itself fails: the log and the report say where, and nothing of what people said."""

import logging
import os
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from qualcode.app import logs
from qualcode.ui.crash import CrashDialog, Crashes

SECRET = "Rosa said that the goodwill is ours"


def failing() -> Exception:
    """An error whose words, cause and variables quote an interview."""
    try:
        try:
            quote = SECRET
            raise KeyError(quote)
        except KeyError as error:
            raise ValueError(f"cannot use {SECRET}") from error
    except ValueError as error:
        return error


def test_the_log_holds_places_and_no_words(qualcode_home: Path) -> None:
    file = logs.start()
    assert file is not None
    logging.getLogger("qualcode.test").error("failed", exc_info=failing())
    logs.stop()
    text = file.read_text("utf-8")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py:" in text
    assert "Rosa" not in text
    assert "goodwill" not in text


def test_a_report_names_no_folder_of_the_user() -> None:
    report = logs.report(failing(), "Qt 6")
    assert str(Path(__file__).parent) not in report
    assert "Rosa" not in report
    assert report.startswith("qualcode ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_report_is_not_written_into_a_pipe(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(pipe), ""))
    dialog = CrashDialog("a report")
    qtbot.addWidget(dialog)
    save = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save report…")
    save.click()
    assert "not a file but a device or a pipe" in dialog.windowTitle()


def test_an_uncaught_error_shows_one_dialog_that_can_go_on_or_save(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes = Crashes(qapp)
    hooks = sys.excepthook, threading.excepthook
    crashes.watch()
    place = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(place), ""))
    try:
        error = failing()
        worker = threading.Thread(target=lambda: sys.excepthook(type(error), error, error.__traceback__))
        worker.start()
        worker.join()
        shown: list[CrashDialog] = []

        def answer() -> bool:
            shown[:] = [found for found in qapp.topLevelWidgets() if isinstance(found, CrashDialog)]
            if not shown:
                return False
            buttons = {button.text(): button for button in shown[0].findChildren(QPushButton)}
            shown_text.append(shown[0].findChild(QPlainTextEdit).toPlainText())
            buttons["Save report…"].click()
            buttons["Go on"].click()
            return True

        shown_text: list[str] = []
        timer = QTimer()
        timer.setInterval(20)
        timer.timeout.connect(lambda: answer() and timer.stop())
        timer.start()
        qtbot.waitUntil(lambda: bool(shown_text), timeout=60_000)
    finally:
        crashes.unwatch()
        sys.excepthook, threading.excepthook = hooks
    assert "ValueError" in shown_text[0]
    assert "Rosa" not in shown_text[0]
    assert place.read_text("utf-8") == shown_text[0]
