"""Lists of quotes measure what is in view, whatever the number of rows, and keep it where it is."""

from collections.abc import Hashable
from typing import Any

import pytest
from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from qualcode.ui.parts.measured_list import Index, MeasuredList, MeasuredRows

ROWS = 1000


class Rows(MeasuredRows):
    """Rows of 30 to 70 px that are all guessed to have 40; what is measured is counted."""

    asked = hinted = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.hinted += 1
        return super().sizeHint(option, index)

    def shown(self, index: Index) -> tuple[Hashable, Any]:
        return index.row(), index.data()

    def measured(self, index: Index, width: int) -> int:
        self.asked += 1
        return 30 + index.row() % 5 * 10 + (20 if width < 250 else 0)

    def guessed(self, item: Any, width: int) -> int:  # noqa: ARG002
        return 40


@pytest.fixture
def shown(qtbot: QtBot, qapp: object) -> tuple[MeasuredList, Rows]:
    view = MeasuredList()
    view.setModel(QStringListModel([f"row {number}" for number in range(ROWS)], view))
    rows = Rows(view)
    view.setItemDelegate(rows)
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    qtbot.waitExposed(view)
    view.doItemsLayout()
    return view, rows


def right(view: MeasuredList, rows: Rows) -> bool:
    """Whether all rows in view are as high as they have to be."""
    seen = view._in_view()
    wanted = [rows.measured(index, view.viewport().width()) for index in seen]
    return bool(seen) and [view.visualRect(index).height() for index in seen] == wanted


def test_only_what_is_in_view_is_measured(qtbot: QtBot, shown: tuple[MeasuredList, Rows]) -> None:
    view, rows = shown
    assert 0 < rows.asked < 60
    assert right(view, rows)
    rows.asked = 0
    view.resize(200, 400)
    qtbot.waitUntil(lambda: right(view, rows), timeout=60_000)
    view.resize(300, 400)
    qtbot.waitUntil(lambda: right(view, rows), timeout=60_000)
    assert len(rows._heights) == ROWS, "heights of another width are forgotten"


def test_of_a_long_list_only_the_last_width_counts(qtbot: QtBot, shown: tuple[MeasuredList, Rows]) -> None:
    view, rows = shown
    rows.asked = 0
    for width in range(299, 199, -10):
        view.resize(width, 400)
    assert rows.asked == 0
    assert view._last.isActive()
    qtbot.waitUntil(lambda: not view._last.isActive(), timeout=60_000)
    assert 0 < rows.asked < 60


def test_a_tick_lays_out_nothing(qtbot: QtBot, shown: tuple[MeasuredList, Rows]) -> None:
    view, rows = shown
    model, rows.hinted = view.model(), 0
    change = model.index(3, 0), model.index(3, 0)
    model.dataChanged.emit(*change, [Qt.ItemDataRole.CheckStateRole])
    qtbot.wait(20)
    assert rows.hinted < 60
    model.dataChanged.emit(*change, [Qt.ItemDataRole.DisplayRole])
    qtbot.waitUntil(lambda: rows.hinted >= ROWS, timeout=60_000)


def test_whoever_scrolls_sees_rows_of_the_right_height(shown: tuple[MeasuredList, Rows]) -> None:
    view, rows = shown
    bar = view.verticalScrollBar()
    for place in (5_000, 30_000, bar.maximum(), 29_900, 0):
        bar.setValue(place)
        assert right(view, rows), place
    bar.setValue(bar.maximum())
    bar.setValue(bar.value() - 2_000)
    for _ in range(25):  # upwards into what has not been measured yet: what is read moves as far as it is scrolled
        index = view._in_view()[3]
        before = view.visualRect(index).top()
        bar.setValue(bar.value() - 35)
        assert view.visualRect(index).top() == before + 35
        assert right(view, rows)


def test_a_row_that_is_gone_to_is_wholly_in_view(shown: tuple[MeasuredList, Rows]) -> None:
    view, rows = shown
    for row in (500, 501, 470, ROWS - 1, 0, 777):
        view.setCurrentIndex(view.model().index(row, 0))
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
        assert view.visualRect(view.currentIndex()).top() >= 0
        assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()
        assert right(view, rows), row


def test_another_width_leaves_the_row_at_the_top(qtbot: QtBot, shown: tuple[MeasuredList, Rows]) -> None:
    view, rows = shown
    view.verticalScrollBar().setValue(20_000)
    top = view._in_view()[0].row()
    view.resize(200, 400)
    qtbot.waitUntil(lambda: not view._last.isActive(), timeout=60_000)
    assert view._in_view()[0].row() == top
    assert view.visualRect(view._in_view()[0]).width() == view.viewport().width()
    assert right(view, rows)


def test_rows_that_are_there_again_keep_their_height(shown: tuple[MeasuredList, Rows]) -> None:
    view, rows = shown
    view.verticalScrollBar().setValue(20_000)
    held = {place for place, height in rows._heights.items() if height.measured}
    model = view.model()
    assert isinstance(model, QStringListModel)
    model.setStringList([f"row {number}" for number in range(ROWS)])
    view.doItemsLayout()
    assert {place for place, height in rows._heights.items() if height.measured} == held
    model.setStringList([f"row {number}" for number in range(5)])
    assert set(rows._heights) == set(range(5))
