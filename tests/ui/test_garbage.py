"""Widgets that nobody needs any more are destroyed in the window's thread, whatever other threads do."""

import gc
from threading import current_thread, main_thread
from typing import Any

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from qualcode.ui.garbage import Garbage
from qualcode.ui.tasks import Tasks


def make_circle(destroyed_in: list[object]) -> None:
    """An object that only the garbage collector can find."""
    lost: Any = QObject()
    lost.itself = lost
    lost.destroyed.connect(lambda: destroyed_in.append(current_thread()), Qt.ConnectionType.DirectConnection)


def test_the_collector_works_in_the_windows_thread_while_others_do(qtbot: QtBot) -> None:
    destroyed_in: list[object] = []
    tasks = Tasks()
    assert not gc.isenabled()
    make_circle(destroyed_in)
    busy = tasks.read(lambda _progress: [[] for _ in range(200_000)])  # the automatic collector would begin here
    qtbot.waitUntil(lambda: not busy.running)
    qtbot.waitUntil(lambda: bool(destroyed_in), timeout=60_000)
    assert set(destroyed_in) == {main_thread()}
    tasks.stop()


def test_the_automatic_collector_comes_back_when_all_have_ended(qtbot: QtBot) -> None:
    before = Garbage._begun
    first, second = Tasks(), Tasks()
    first.stop()
    assert not gc.isenabled()
    second.stop()
    second.stop()
    assert Garbage._begun == before
    assert gc.isenabled() == (before == 0)
