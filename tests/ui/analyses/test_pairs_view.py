"""Chance, intervals and bands of pairs in the window."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from ui.analyses.test_room import click, room

from qualcode.ui.analyses.pairs_view import PairsView
from qualcode.ui.workspace import Workspace

__all__ = ["room"]


@pytest.fixture
def pairs(qtbot: QtBot, room: Workspace) -> PairsView:
    click(qtbot, room, "Chance and bands")
    view = room.analyses.others["pairs"]
    assert isinstance(view, PairsView)
    qtbot.waitUntil(lambda: view.figure.drawn is not None, timeout=60_000)
    return view


def settled(qtbot: QtBot, view: PairsView) -> None:
    qtbot.waitUntil(lambda: view._task is None and not view._stale, timeout=60_000)


def seen(view: PairsView) -> set[str]:
    return {name for name, control in view.form.controls.items() if control.isVisible()}


def test_pairs_are_drawn_as_bands_that_open_their_quotes(qtbot: QtBot, pairs: PairsView) -> None:
    kinds = pairs.form.controls["kind"]
    assert isinstance(kinds, QComboBox)
    assert [kinds.itemData(row) for row in range(kinds.count())] == ["chord", "sankey"]
    assert not {"chance", "bootstrap", "order", "nodes"} & seen(pairs)
    assert pairs.form.controls["most"].text() == "automatic"  # type: ignore[attr-defined]
    for kind in ("sankey", "chord"):
        kinds.setCurrentIndex(kinds.findData(kind))
        settled(qtbot, pairs)
        drawn = pairs.figure.drawn
        assert drawn is not None
        assert any(mark.opens for mark in drawn.marks)


def test_the_table_has_chance_and_intervals_as_the_notebook(qtbot: QtBot, room: Workspace, pairs: PairsView) -> None:
    pairs.as_table.setChecked(True)
    settled(qtbot, pairs)
    assert {"chance", "bootstrap", "over", "intervals", "seed"} <= seen(pairs)
    assert "measure" not in seen(pairs)
    pairs.form.choose(chance=19, bootstrap=20)
    pairs.recompute()
    settled(qtbot, pairs)
    assert pairs._answer is not None
    shown, wanted = pairs._answer.table, room.project.analyse("cooccurrence", chance=19, bootstrap=20)
    assert shown is not None
    assert {"expected", "p_adjusted", "jaccard_low", "jaccard_high"} <= set(shown.columns)
    assert shown.equals(wanted)


def test_what_is_chosen_for_the_picture_does_not_spoil_the_table(qtbot: QtBot, pairs: PairsView) -> None:
    pairs.form.choose(measure="jaccard")
    pairs.as_table.setChecked(True)
    settled(qtbot, pairs)
    assert pairs.pages.currentWidget() is not pairs.message
    pairs.form.choose(chance=19)
    square = pairs.form.controls["square"]
    square.setChecked(True)  # type: ignore[attr-defined]
    settled(qtbot, pairs)
    assert pairs.pages.currentWidget() is not pairs.message
    assert "chance" not in seen(pairs)
    assert "measure" in seen(pairs)
