"""A whole round with the keyboard alone, on the sample project: import, code, adjust, search, memo, undo all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from ui.conftest import opened, settled

from qualcode.app.sample import make_sample
from qualcode.ui.commands.palette import Palette
from qualcode.ui.dialogs.import_files import ImportDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
TEXT = "INT: How was the night?\n\nMEI: Long. I counted the buses. Nobody asked me anything until the morning came.\n"


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the keys would go nowhere"
    return found


def hit(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, as a person would."""
    qtbot.keyClick(focus(), key, modifiers)
    qtbot.wait(1)


def write(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(focus(), text)


def back_to(qtbot: QtBot, window: MainWindow) -> None:
    """What the window manager does when a dialog has gone."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def counts(workspace: Workspace) -> tuple[int, ...]:
    with workspace.project.read() as read:
        return tuple(read.count(kind) for kind in ("document", "code", "segment", "coding", "memo"))


def test_a_round_with_the_keyboard_alone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = make_sample(tmp_path / "sample")
    file = tmp_path / "P09 Mei.txt"
    file.write_text(TEXT, "utf-8")
    workspace = opened(qtbot, window, place)
    back_to(qtbot, window)
    workspace.coding.reader.setFocus()
    before = counts(workspace)
    tab = workspace.coding

    # import: the system's own file dialog is not ours to press keys in
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(file)], ""))
    hit(qtbot, Qt.Key.Key_I, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=60_000)
    hit(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.document is not None and tab.document.name == "P09 Mei", timeout=60_000)
    settled(qtbot, workspace)
    back_to(qtbot, window)
    assert focus() is tab.reader.view

    # code: to the next turn, grow to the sentence, type a code that is not there, below one that is made with it
    hit(qtbot, Qt.Key.Key_Right, ALT)
    hit(qtbot, Qt.Key.Key_Up, ALT)
    hit(qtbot, Qt.Key.Key_Up, ALT)
    span = tab.reader.selection
    assert span is not None
    assert tab.text[slice(*span)] == "Long."
    write(qtbot, "N")
    write(qtbot, "ights > long ones")
    hit(qtbot, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    book = tab.codebook
    assert [book.path(one.code) for one in tab.codings] == ["Nights > long ones"]

    # the next uncoded passage gets the same code again
    hit(qtbot, Qt.Key.Key_F7)
    hit(qtbot, Qt.Key.Key_L, CTRL)
    settled(qtbot, workspace)
    assert len(tab.codings) == 2

    # adjust: choose the segment before the cursor, let it end two words earlier
    hit(qtbot, Qt.Key.Key_F4, SHIFT)
    hit(qtbot, Qt.Key.Key_Left, ALT | SHIFT)
    hit(qtbot, Qt.Key.Key_Left, ALT | SHIFT)
    settled(qtbot, workspace)
    chosen = next(one for one in tab.codings if one.id == tab.reader.chosen)
    assert tab.text[chosen.start : chosen.end].endswith("until the")

    # memo about it
    hit(qtbot, Qt.Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: isinstance(focus(), QPlainTextEdit) or QApplication.activeWindow() is not window)
    settled(qtbot, workspace)
    memo = next(part for part in QApplication.activeWindow().findChildren(QPlainTextEdit) if part.isVisible())
    if not memo.hasFocus():
        memo.setFocus()
    write(qtbot, "Nobody asked.")
    hit(qtbot, Qt.Key.Key_Escape)
    settled(qtbot, workspace)
    assert counts(workspace)[4] == before[4] + 1

    # search: in the document, then go on in the palette
    back_to(qtbot, window)
    assert focus() is tab.reader.view
    hit(qtbot, Qt.Key.Key_F, CTRL)
    write(qtbot, "buses")
    qtbot.waitUntil(lambda: len(tab._hits) == 1, timeout=60_000)
    hit(qtbot, Qt.Key.Key_Escape)
    hit(qtbot, Qt.Key.Key_K, CTRL)
    settled(qtbot, workspace)
    write(qtbot, "p0")
    assert any(found.entry.key.startswith("document/") for found in window.findChild(Palette).model.found)
    hit(qtbot, Qt.Key.Key_Escape)

    # undo all
    for _ in range(20):
        if counts(workspace) == before:
            break
        hit(qtbot, Qt.Key.Key_Z, CTRL)
        settled(qtbot, workspace)
    assert counts(workspace) == before
