"""The options of an analysis that do nothing in what is shown are not offered there."""

from PySide6.QtWidgets import QComboBox
from ui.analyses.test_analysis_view import view_of

from qualcode.domain.options import FIGURE, TABLE, options_of
from qualcode.ui.analyses.analysis_view import AnalysisView

__all__ = ["view_of"]


def offered(view: AnalysisView) -> set[str]:
    view.form.more.setChecked(True)
    return {name for name, control in view.form.controls.items() if control.isVisible()}


def belong(view: AnalysisView, form: str) -> set[str]:
    return {name for name, each, _ in options_of(view.analysis.options) if each.only in ("", form)} - {"ids"}


def test_chart_and_table_offer_their_own_options(view_of) -> None:  # type: ignore[no-untyped-def]
    view, _, settle = view_of("matrix")
    assert offered(view) == belong(view, FIGURE)
    view.as_table.setChecked(True)
    settle()
    assert offered(view) == belong(view, TABLE)
    assert {"totals", "with_variables"} <= offered(view)
    view.as_table.setChecked(False)
    settle()
    assert offered(view) == belong(view, FIGURE)


def test_there_are_no_more_options_where_none_of_them_does_anything(view_of) -> None:  # type: ignore[no-untyped-def]
    view, _, settle = view_of("portrait")
    assert view.form.more.isVisible()
    view.as_table.setChecked(True)
    settle()
    assert not view.form.more.isVisible()


def test_of_the_tables_of_saturation_one_is_chosen(view_of) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("saturation")
    assert not {"summary", "bands", "prevalence", "certainty"} & offered(view)
    view.as_table.setChecked(True)
    settle()
    choice = view.form.controls["summary"]
    assert isinstance(choice, QComboBox)
    assert [choice.itemText(row) for row in range(choice.count())] == ["Documents", "Summary", "Bands", "Prevalence"]
    for row, name in enumerate(("", "summary", "bands", "prevalence")):
        choice.setCurrentIndex(row)
        settle()
        asked = {name: True} if name else {}
        assert view.values() == asked
        assert list(view._answer.table.columns) == list(project.analyse("saturation", **asked).columns)
        assert ("certainty" in offered(view)) == (name == "prevalence")
    view.form.choose(bands=True)
    assert view.values() == {"bands": True}
    view.form.choose(summary=False)
    assert view.values() == {"bands": True}
    view.form.choose(bands=False)
    assert view.values() == {}
