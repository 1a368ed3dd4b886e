"""The tree of codebook changes: what Qt asks of it, and that a long one is worded only where it is looked at."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from qualcode.domain.codebook_diff import ADDED, RENAMED, Entry, Told
from qualcode.ui.dialogs import changes_model
from qualcode.ui.dialogs.changes_model import ChangesModel
from qualcode.ui.look import look


@pytest.fixture(autouse=True)
def dressed(qtbot: QtBot) -> None:
    """Lines and marks are as large as the look says."""
    look()


def entry(change: str, name: str) -> Entry:
    key = uuid4()
    told = Told(change, key, name, "code", "name", "", name, (), True, (), "#336699")
    return Entry(change, key, name, "code", True, (told,), ())


def test_it_is_a_sound_tree_and_finds_its_places(qtbot: QtBot) -> None:
    owner = QObject()
    model = ChangesModel(owner)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first, second, third = entry(ADDED, "a"), entry(RENAMED, "b"), entry(ADDED, "c")
    model.show([first, second, third])
    assert [model.rowCount(model.index(row, 0)) for row in range(model.rowCount())] == [2, 1]
    for one in (first, second, third):
        assert model.entry(model.place(one)) is one
    assert model.entry(model.place(entry(ADDED, "new"))) is first
    assert model.entry(model.index(0, 0)) is None
    model.show([])
    assert model.place(None) == QModelIndex()


def test_a_long_list_is_worded_only_where_it_is_looked_at(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[Entry] = []
    monkeypatch.setattr(changes_model, "line_of", lambda one: worded.append(one) or one.code)
    tree = QTreeView()
    qtbot.addWidget(tree)
    model = ChangesModel(tree)
    tree.setModel(model)
    tree.setUniformRowHeights(True)
    tree.resize(300, 200)
    model.show([entry(ADDED, f"code {number}") for number in range(5_000)])
    tree.expandAll()
    tree.setCurrentIndex(model.place(None))
    with qtbot.waitExposed(tree):
        tree.show()
    assert 0 < len(set(map(id, worded))) < 200
