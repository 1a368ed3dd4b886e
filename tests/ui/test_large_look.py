"""Everything at twice the size on a small screen: no dialog asks for more room than there is."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import opened
from ui.test_every_control import ROOMS, Walk, code, prepared

from qualcode.app.sample import make_sample
from qualcode.ui.look import look
from qualcode.ui.window import MainWindow

ROOM = (1280, 752)  # what a screen of 1280 × 800 leaves under a bar of the system


class Measuring(Walk):
    """The same walk, for the least size of every dialog."""

    def _judge(self, widget: QWidget, place: str) -> None:
        """Names and keys are the same at every size."""

    def look(self, place: str) -> None:
        super().look(place)
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and isinstance(top, QDialog) and not isinstance(top, QFileDialog):
                least = top.minimumSizeHint().expandedTo(top.minimumSize())
                if least.width() > ROOM[0] or least.height() > ROOM[1]:
                    self.faults[f"{type(top).__name__} {least.width()} × {least.height()}"] = place


def test_every_dialog_fits_a_small_screen_at_twice_the_size(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    look().set_scale(200)
    look().finish()
    window.resize(*ROOM)
    walk = Measuring(qtbot, window)
    place = prepared(make_sample(tmp_path / "sample"))
    for room in ROOMS:
        if room is code:
            opened(qtbot, window, place)
        room(walk, tmp_path)
        if window.workspace is not None:
            walk.shut()
    assert walk.faults == {}
