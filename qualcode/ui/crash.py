"""What happens when the program itself fails: the log gets the places, the person gets a choice."""

import logging
import os
import sys
import threading
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ..app import logs
from ..app.destination import destination
from ..domain.errors import QualcodeError
from .look import TITLE, look
from .translation import say

_log = logging.getLogger(__name__)
INTERRUPTED = 130


class CrashDialog(QDialog):
    """Says that the program failed, shows the report, and asks what now."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        look().dress(self)
        self.setWindowTitle(self.tr("Something went wrong"))
        title = QLabel(self.tr("Something went wrong in the program"), self)
        title.setFont(look().font(TITLE, bold=True))
        words = QLabel(
            self.tr(
                "Everything you did is saved; only what was under way just now may not have happened. The report "
                "names lines of the program and holds nothing of your project."
            ),
            self,
        )
        words.setWordWrap(True)
        text = QPlainTextEdit(report, self)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        go_on = buttons.addButton(self.tr("Go on"), role.AcceptRole)
        save = buttons.addButton(self.tr("Save report…"), role.ActionRole)
        leave = buttons.addButton(self.tr("Quit"), role.RejectRole)
        go_on.setDefault(True)
        save.clicked.connect(self._save)
        leave.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        for part in (title, words, text, buttons):
            layout.addWidget(part)
        self.resize(look().px(560), look().px(360))

    def _save(self) -> None:
        place, _ = QFileDialog.getSaveFileName(self, self.tr("Save report"), "qualcode-report.txt")
        if not place:
            return
        try:
            destination(place).write_text(self._report, "utf-8")
        except (OSError, QualcodeError) as error:
            known = isinstance(error, QualcodeError)
            reason = say(error) if known else error.strerror or type(error).__name__
            self.setWindowTitle(self.tr("The report could not be saved: {reason}").replace("{reason}", reason))


class Crashes(QObject):
    """Catches what nobody caught, in the window's thread and in the others."""

    _happened = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._showing = False
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """From now on."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def unwatch(self) -> None:
        """Leave the catching to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._application.exit(INTERRUPTED)
            return
        if os.environ.get("QUALCODE_DEBUG"):
            sys.__excepthook__(kind, error, trace)
        _log.error("not caught", exc_info=(kind, error, trace))
        self._happened.emit(error)

    def _caught_in_thread(self, arguments: Any) -> None:
        if arguments.exc_value is not None and not issubclass(arguments.exc_type, SystemExit):
            self._caught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def show(self, error: BaseException) -> None:
        """Tell about an error that somebody did catch but cannot explain."""
        _log.error("not foreseen", exc_info=error)
        self._happened.emit(error)

    def _show(self, error: BaseException) -> None:
        """One dialog at a time; a failure that repeats itself is in the log."""
        if self._showing:
            return
        self._showing = True
        report = logs.report(error, f"Qt {qVersion()} {self._application.platformName()}")
        dialog = CrashDialog(report, self._application.activeWindow())
        answer = dialog.exec()
        dialog.deleteLater()
        self._showing = False
        if answer == QDialog.DialogCode.Rejected:
            self._application.closeAllWindows()
            self._application.exit(1)
