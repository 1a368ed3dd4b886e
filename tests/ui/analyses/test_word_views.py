"""Analyses of words in the window: their controls do something, and what is missing is named."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem
from ui.analyses.test_analysis_view import view_of

from qualcode.app import documents
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.project import Project
from qualcode.language.word_methods import models_of
from qualcode.ui.analyses.analysis_view import AnalysisView

__all__ = ["view_of"]
Opened = Callable[[str], tuple[AnalysisView, Project, Callable[[], None]]]


def names_of(project: Project) -> list[str]:
    with project.read() as read:
        return [document.name for document in read.documents()]


@pytest.mark.parametrize("name", sorted(name for name, one in ANALYSES.items() if one.group == "words"))
def test_only_controls_that_do_something_are_there(view_of: Opened, name: str) -> None:
    view, _, _ = view_of(name)
    assert {"language", "without_interviewer"} <= set(view.form.controls)
    assert ("by" in view.form.controls) == (name != "entities")


def test_names_say_which_model_to_install(view_of: Opened) -> None:
    if models_of("en"):
        pytest.skip("a trained model for English is installed")
    view, project, settle = view_of("entities")
    for document in names_of(project):
        documents.set_language(project, document, "en")
    settle()
    assert view.pages.currentWidget() is view.message
    assert f"“{sys.executable} -m spacy download en_core_web_sm”" in view.message.text.text()


def test_the_languages_of_the_project_are_offered(view_of: Opened) -> None:
    view, project, settle = view_of("words")
    first, *others = names_of(project)
    documents.set_language(project, first, "nl")
    for document in others:
        documents.set_language(project, document, "en")
    settle()
    combo = view.form.controls["language"]
    assert isinstance(combo, QComboBox)
    assert [combo.itemText(place) for place in range(combo.count())] == (["en", "nl"] if others else ["nl"])
    view.as_table.setChecked(True)
    view.form.choose(language="nl", least=1, stop_words=True)
    view.recompute()
    settle()
    shown = view._answer.table
    wanted = project.analyse("words", language="nl", least=1, stop_words=True)
    assert set(shown["language"]) == {"nl"}
    assert shown["per_million"].tolist() == wanted["per_million"].tolist()


def test_where_no_words_attract_each_other_the_view_says_what_to_do(view_of: Opened) -> None:
    view, _, settle = view_of("collocations")
    view.as_table.setChecked(True)
    view.form.choose(least=10_000)
    view.recompute()
    settle()
    assert view.pages.currentWidget() is view.message
    assert "more often than by chance" in view.message.text.text()
    assert "Below chance too" in view.message.text.text()


def test_a_concordance_reads_as_lines_with_the_word_in_the_middle(view_of: Opened) -> None:
    view, project, settle = view_of("concordance")
    names = names_of(project)
    for document in names:
        documents.set_language(project, document, "en")
    with project.read() as read:
        words = read.text(read.documents()[0]).split()
    view.form.choose(word=max(words, key=len).strip(".,:;!?“”"), by="form")
    view.resize(1050, 700)
    view.recompute()
    settle()
    table, header = view.table, view.table.horizontalHeader()
    model = table.model()
    columns = list(view._answer.table.columns)
    before, hit, behind = (columns.index(name) for name in ("left", "hit", "right"))
    assert [header.logicalIndex(place) for place in range(3)] == [before, hit, behind]
    assert table.columnWidth(before) == table.columnWidth(behind)
    middle = table.columnViewportPosition(hit) + table.columnWidth(hit) // 2
    assert abs(middle - table.viewport().width() // 2) <= 2
    assert model.index(0, before).data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    option = QStyleOptionViewItem()
    table.itemDelegateForColumn(before).initStyleOption(option, model.index(0, before))
    assert option.textElideMode == Qt.TextElideMode.ElideLeft
    chosen: list[tuple[int, str]] = []
    table.cell_chosen.connect(lambda row, name: chosen.append((row, name)))
    table.clicked.emit(model.index(0, hit))
    assert chosen == [(0, "hit")]


def test_the_chart_of_one_language_is_drawn(view_of: Opened) -> None:
    view, project, settle = view_of("words")
    for document in names_of(project):
        documents.set_language(project, document, "en")
    view.form.choose(language="en", least=1, stop_words=True)
    view.recompute()
    settle()
    assert view.figure.drawn is not None
    assert view._answer is not None
    assert view._answer.options["language"] == "en"
