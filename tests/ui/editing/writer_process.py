"""A window in a process of its own that types into a transcript until it is killed, and says what it typed."""

import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qualcode.ui.look import look
from qualcode.ui.window import MainWindow


def say(text: str) -> None:
    """Tell whoever is listening, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(place: Path) -> None:
    """Type a number, rest, type the next one: after each rest the one before is written, and that is said."""
    app = QApplication(sys.argv[:1])
    window = MainWindow(look())
    window.show()
    window.open_place(str(place))
    clock = QElapsedTimer()
    clock.start()
    number = 0

    def go_on() -> None:
        nonlocal number
        workspace = window.workspace
        if workspace is None or workspace.coding.document is None:
            QTimer.singleShot(50, go_on)
            return
        tab = workspace.coding
        if not tab.editing.on:
            tab.editing.begin()
            at = tab.text.index("On paper")
            tab.reader.select(at, at)
        elif not tab.editing.pending and workspace.bridge.idle:
            if number:
                say(f"written {number}")
            number += 1
            for sign in f"n{number} ":
                QTest.keyClicks(tab.reader.view, sign)
            say(f"typed {number}")
        QTimer.singleShot(50, go_on)

    go_on()
    app.exec()


main(Path(sys.argv[1]))
