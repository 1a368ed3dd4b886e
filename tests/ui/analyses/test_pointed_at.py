"""The quotes beside a table or a chart belong to what is shown, whatever is written while somebody looks at them."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import pytest
from pytestqt.qtbot import QtBot
from ui.analyses.test_analysis_view import view_of
from ui.views.scenes import apply

from qualcode.app import codebook, coding, documents
from qualcode.app.project import Project
from qualcode.ui.analyses.analysis_view import AnalysisView
from qualcode.ui.analyses.answers import row_again

__all__ = ["view_of"]


@dataclass
class Desk:
    view: AnalysisView
    project: Project
    settle: Callable[[], None]

    @property
    def rows(self) -> list[str]:
        model = self.view.table.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def click(self, row: str, column: str) -> None:
        model, heads = self.view.table.model(), list(self.view._answer.table.columns)  # type: ignore[union-attr]
        self.view.table.clicked.emit(model.index(self.rows.index(row), heads.index(column)))

    @property
    def quotes(self) -> list[str]:
        """What stands now where the quotes say they stand."""
        model = self.view.quotes.model
        with self.project.read() as read:
            texts = {one.id: read.text(one) for one in read.documents()}
        passages = [model.passage(row) for row in range(model.rowCount())]
        return [texts[one.document][one.start : one.end] for one in passages]


@pytest.fixture
def desk_of(view_of) -> Callable[[str], Desk]:  # type: ignore[no-untyped-def]
    return lambda name: Desk(*view_of(name))


def test_quotes_beside_a_table_follow_what_is_written(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of("matrix")
    desk.view.as_table.setChecked(True)
    desk.settle()
    desk.click("Exchange > unpaid", "P01")
    desk.settle()
    assert desk.quotes == ["Unpaid hours, every single week 😀"]
    documents.edit_text(desk.project, "P01", 0, 0, "Something more stands here now.\n")
    desk.settle()
    assert desk.quotes == ["Unpaid hours, every single week 😀"]
    apply(desk.project, "P02", "takes years", "unpaid")
    codebook.add_code(desk.project, "afore")
    codebook.move_code(desk.project, "afore", None, 0)  # its row is another one now
    with desk.project.read() as read:
        at = read.text(next(one for one in read.documents() if one.name == "P01")).index("How so")
    coding.apply_code(desk.project, "P01", at, at + 6, "unpaid")
    desk.settle()
    assert desk.view.quotes.heading.text() == "Exchange > unpaid · P01"
    assert desk.quotes == ["How so", "Unpaid hours, every single week 😀"]
    codebook.remove_code(desk.project, "unpaid")
    desk.settle()
    assert desk.quotes == []
    assert desk.view.quotes.heading.isHidden()


def test_a_cell_with_nothing_behind_it_leaves_the_quotes_where_they_are(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of("matrix")
    desk.view.form.choose(with_variables=True, rows="document", columns="code")
    desk.view.as_table.setChecked(True)
    desk.settle()
    model, heads = desk.view.table.model(), list(desk.view._answer.table.columns)  # type: ignore[union-attr]
    desk.click("P02", "trust")
    desk.settle()
    desk.view.table.clicked.emit(model.index(desk.rows.index("P01"), len(heads) - 1))  # a variable
    desk.settle()
    assert desk.quotes == ["Trust takes years and unpaid"]
    apply(desk.project, "P02", "takes years", "trust")
    desk.settle()
    assert desk.quotes == ["Trust takes years and unpaid", "takes years"]


def test_a_cell_clicked_before_the_table_follows_shows_its_own_quotes(
    desk_of: Callable[[str], Desk], qtbot: QtBot
) -> None:
    desk = desk_of("matrix")
    desk.view.as_table.setChecked(True)
    desk.settle()
    desk.view._timer.setInterval(10_000_000)  # the table does not follow
    codebook.remove_code(desk.project, desk.rows[1])  # those below move up
    clicked = desk.rows[-1]
    desk.click(clicked, "P02")
    qtbot.waitUntil(lambda: desk.view._bridge.idle, timeout=60_000)
    assert desk.quotes == []  # what is there now is not what the table shows
    desk.view.recompute()
    desk.settle()
    assert desk.view.quotes.heading.text() == f"{clicked} · P02"
    assert desk.quotes == ["Trust takes years and unpaid"]


def test_quotes_beside_a_chart_follow_with_its_number(desk_of: Callable[[str], Desk]) -> None:
    desk = desk_of("frequencies")
    mark = next(one for one in desk.view.figure.drawn.marks if one.says == "trust: 1")  # type: ignore[union-attr]
    desk.view._mark_opened(mark)
    desk.settle()
    assert desk.quotes == ["Trust takes years and unpaid"]
    apply(desk.project, "P02", "takes years", "trust")
    desk.settle()
    assert desk.view.quotes.heading.text() == "trust: 2"
    assert desk.quotes == ["Trust takes years and unpaid", "takes years"]
    codebook.remove_code(desk.project, "trust")
    desk.settle()
    assert desk.quotes == []
    assert desk.view.quotes.heading.isHidden()


def test_a_row_is_found_again_by_its_texts(qapp: object) -> None:
    before = pd.DataFrame({"a": ["x", "x", "y"], "b": ["1", "2", "1"], "n": [1, 2, 3]})
    now = pd.DataFrame({"a": ["y", "x", "x"], "b": ["1", "2", "2"], "n": [9, 8, 7]})
    assert [row_again(before, row, now) for row in range(3)] == [None, None, 0]
    assert row_again(before, 1, now.iloc[:2]) == 1
    assert row_again(before[["n"]], 1, before) is None
