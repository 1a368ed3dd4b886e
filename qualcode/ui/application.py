"""Starting the window: shown first, everything heavy afterwards."""

import faulthandler
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ..app import logs, settings, units
from .crash import Crashes
from .icons import icon
from .look import Look, look
from .translation import speak
from .window import MainWindow

_qt_log = logging.getLogger("qualcode.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(place: str | None = None, reviewing: bool = False) -> int:
    """Open the window, on a project if one is given, to review it if that is asked for; the exit code once it is
    closed."""
    file = logs.start()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("qualcode")
    application.setApplicationDisplayName("qualcode")
    application.setDesktopFileName("qualcode")
    qInstallMessageHandler(_take_message)
    units.work_apart()
    with _native_crashes(file):
        crashes = Crashes(application)
        crashes.watch()
        shell = Shell(application, crashes)
        shell.show(place, reviewing)
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: application.exit(130))
        waker = QTimer(application)  # Python sees a signal only when some Python runs
        waker.start(500)
        waker.timeout.connect(lambda: None)
        code = int(application.exec())
        if shell.window.isVisible():  # ended by a signal: the project still has to be closed
            shell.window.close()
        crashes.unwatch()
    units.work_apart(False)
    qInstallMessageHandler(None)
    logs.stop()
    return code


class Shell:
    """The application's one window, built anew when the language changes."""

    def __init__(self, application: QApplication, crashes: Crashes) -> None:
        self._application, self._crashes = application, crashes
        kept = settings.load()
        self.look: Look = look()
        self.look.choose(kept.look)
        self.look.set_scale(kept.scale)
        speak(application, kept.language)
        application.setWindowIcon(icon("book", "accent"))
        self.window = self._make()

    def _make(self) -> MainWindow:
        window = MainWindow(self.look)
        window.unforeseen.connect(self._crashes.show)
        # the menu that asked is still open when the signal comes
        window.language_chosen.connect(lambda setting: QTimer.singleShot(0, lambda: self._speak(setting)))
        return window

    def show(self, place: str | None, reviewing: bool = False) -> None:
        """Show the window, then let it open something."""
        window = self.window
        window.show()
        QTimer.singleShot(0, window, lambda: window.start(place, reviewing))

    def _speak(self, setting: str) -> None:
        old, place = self.window, self.window.place
        reviewing = old.workspace is not None and old.workspace.project.reviewing
        self._application.setQuitOnLastWindowClosed(False)
        old.close()
        speak(self._application, setting)
        self.window = self._make()
        self.window.show()
        old.deleteLater()
        self._application.setQuitOnLastWindowClosed(True)
        window = self.window
        if place:
            QTimer.singleShot(0, window, lambda: window.open_place(place, reviewing))
        else:
            window.welcome.show_recent(settings.load().recent)


def _take_message(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, text)


@contextmanager
def _native_crashes(log: Any) -> Iterator[None]:
    """Where Python was when a library below it crashed: lines of the program, nothing else."""
    file: IO[str] | None = None
    try:
        file = open(log.with_name("crash.log"), "a", encoding="utf-8") if log else None  # noqa: SIM115, PTH123
    except OSError:
        file = None
    if file is not None:
        faulthandler.enable(file)
    try:
        yield
    finally:
        if file is not None:
            faulthandler.disable()
            file.close()
