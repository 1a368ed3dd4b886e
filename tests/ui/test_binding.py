"""The Qt binding keeps its count of None: PySide6 6.12.0 lost one on every void call."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_void_calls_keep_the_count_of_none(qtbot: QtBot) -> None:
    document = QTextDocument("some words " * 20)
    cursor = QTextCursor(document)
    words = QTextCharFormat()
    label = QLabel()
    qtbot.addWidget(label)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    color, box = QColor("red"), QRectF(0, 0, 2, 2)
    void_calls: dict[str, Callable[[], None]] = {
        "QTextCursor.setPosition": lambda: cursor.setPosition(3),
        "QTextCharFormat.setForeground": lambda: words.setForeground(color),
        "QLabel.setText": lambda: label.setText("y"),
        "QWidget.update": label.update,
        "QPainter.fillRect": lambda: painter.fillRect(box, color),
    }
    lost = {}
    for name, call in void_calls.items():
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        lost[name] = before - sys.getrefcount(None)
    painter.end()
    assert {name: count for name, count in lost.items() if count > CALLS // 10} == {}
