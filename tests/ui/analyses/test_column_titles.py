"""Columns that an analysis has named have titles in our words; those called as something of the study keep its name."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.analyses.test_analysis_view import view_of

from qualcode.app import cases, codebook, documents
from qualcode.ui.analyses.analysis_view import AnalysisView

__all__ = ["view_of"]


def titles(view: AnalysisView) -> list[str]:
    model = view.table.model()
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def choose(view: AnalysisView, **values: object) -> None:
    view.as_table.setChecked(True)
    view.form.choose(**values)
    view.recompute()


def test_names_of_documents_stand_as_they_are(view_of, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("matrix")
    for old, new in (("P01", "visit_low"), ("P02", "total")):
        documents.rename_document(project, old, new)
    choose(view, totals=True)
    settle()
    assert titles(view) == ["Code", "visit_low", "total", "total (2)"]
    model = view.table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "Exchange > give")
    view.table.clicked.emit(model.index(row, 1))
    qtbot.waitUntil(lambda: view.quotes.heading.text() == "Exchange > give · visit_low", timeout=60_000)
    assert model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("visit_low: ")


def test_documents_make_no_concordance_by_their_names(view_of, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("matrix")
    for name in ("left", "hit", "right"):
        (tmp_path / f"{name}.txt").write_text("Words.", "utf-8")
        documents.import_files(project, [tmp_path / f"{name}.txt"])
    choose(view)
    settle()
    assert titles(view)[-3:] == ["left", "hit", "right"]
    assert not view.table._lines


def test_names_of_codes_variables_and_their_values_stand_as_they_are(view_of) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("matrix")
    codebook.add_code(project, "very_high")
    cases.add_variable(project, "unit")
    cases.set_value(project, "Anna", "unit", "form")
    choose(view, rows="case", columns="code", with_variables=True, totals=True)
    settle()
    shown = titles(view)
    assert shown[0] == "Case"
    assert "very_high" in shown
    assert shown[-3:] == ["In all", "Paid", "unit"]
    assert view.table.model().index(0, len(shown) - 1).data() == "form"
    choose(view, rows="unit", columns="code", with_variables=False, totals=False)
    settle()
    assert titles(view)[0] == "unit"


@pytest.mark.parametrize(
    ("name", "asked", "heads"),
    [
        ("cooccurrence", {"square": True}, ["Code"]),
        ("summaries", {"square": True}, ["Case"]),
        ("frequencies", {"variable": "text"}, ["Code", "text", "Segments", "Documents", "Cases"]),
    ],
)
def test_other_tables_with_names_of_the_study(view_of, name: str, asked: dict[str, object], heads: list[str]) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of(name)
    cases.add_variable(project, "text")
    codebook.rename_code(project, "trust", "p_low")
    codebook.rename_code(project, "Exchange", "range")
    choose(view, **asked)
    settle()
    shown = titles(view)
    assert shown[: len(heads)] == heads
    if name == "cooccurrence":
        assert "p_low" in shown
    if name == "summaries":
        assert shown[1:] == ["range"]


def test_a_code_called_as_a_measure_has_the_reasons_of_a_code(view_of) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("cooccurrence")
    for old, new in (("give", "p"), ("trust", "p_low")):
        codebook.rename_code(project, old, new)
        codebook.move_code(project, new, None)
    choose(view, square=True, measure="lift")
    settle()
    why = view._answer.why
    assert {"p", "p_low"} <= set(why)
    assert all(str(reason).startswith("A code and itself") for reason in why.values())
