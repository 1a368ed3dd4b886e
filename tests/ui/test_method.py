"""The method of a study: chosen for a new project, changed later, and what it brings to the fore."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import opened, press, settled

from qualcode.app import codebook, methods, named_versions
from qualcode.app.project import open_project
from qualcode.domain.methods import BY_KEY
from qualcode.ui.dialogs.define_code import DefineCodeDialog
from qualcode.ui.dialogs.memos import MemoDialog
from qualcode.ui.dialogs.method import MethodDialog
from qualcode.ui.dialogs.name_point import NamePointDialog
from qualcode.ui.method_hints import CodebookHint, map_relations
from qualcode.ui.parts.hint_note import HintNote
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def follow(qtbot: QtBot, workspace: Workspace, method: str) -> None:
    """Let the study follow another method."""
    methods.set_method(workspace.project, method)
    settled(qtbot, workspace)


def foremost(window: MainWindow) -> tuple[str, ...]:
    """The commands that have buttons of their own."""
    usual = ("undo", "redo", "history", "segments")
    names = [button.defaultAction().objectName() for button in window.bar._buttons]
    return tuple(name for name in names if name not in usual)


def notes(window: MainWindow) -> list[HintNote]:
    return [note for note in window.findChildren(HintNote) if note.isVisible()]


def hint(window: MainWindow) -> CodebookHint | None:
    return next((one for one in window.findChildren(CodebookHint) if one.isVisible()), None)


def method_dialog(window: MainWindow) -> MethodDialog:
    return next(one for one in window.findChildren(MethodDialog) if one.isVisible())


# ── choosing ──
def test_a_new_project_asks_for_its_method_and_begins_with_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "new.qualcode"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(place), ""))
    press(qtbot, window, "new")
    shown = method_dialog(window)
    assert shown.chosen == ""
    assert shown.choices[""].text() == "Decide later"
    assert not place.exists()
    shown.choices["reflexive"].click()
    assert "Braun, V., & Clarke, V. (2006)" in shown.about.toPlainText()
    shown.use.click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    workspace = window.workspace
    assert workspace is not None
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert read.study().method == "reflexive"
    assert window.docks.shown("journal")
    assert foremost(window) == ("journal", "map_history")


def test_a_new_project_may_decide_later_and_may_be_let_go(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "new.qualcode"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(place), ""))
    press(qtbot, window, "new")
    method_dialog(window).reject()
    qtbot.wait(20)
    assert not place.exists()
    press(qtbot, window, "new")
    qtbot.keyClick(method_dialog(window).choices[""], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    assert window.workspace is not None
    settled(qtbot, window.workspace)
    assert foremost(window) == ()
    assert not window.docks.shown("journal")


def test_the_method_is_changed_later_and_taken_back(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    assert foremost(window) == ()
    press(qtbot, window, "method")
    shown = method_dialog(window)
    assert shown.chosen == ""
    assert not shown.use.isEnabled()
    shown.choices["framework"].click()
    assert "matrix of cases by themes comes first" in shown.about.toPlainText()
    shown.use.click()
    settled(qtbot, workspace)
    assert foremost(window) == ("cases_by_themes", "cases")
    assert window.toasts.text.text() == "Method: Framework analysis"
    window.toasts.button.click()
    settled(qtbot, workspace)
    assert foremost(window) == ()
    with workspace.project.read() as read:
        assert read.study().method == ""


@pytest.mark.parametrize("method", list(BY_KEY))
def test_every_method_brings_forward_a_command_there_is(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, method: str
) -> None:
    follow(qtbot, workspace, method)
    assert foremost(window) == BY_KEY[method].foremost
    for button in window.bar._foremost:
        assert not button.icon().isNull()
        assert button.accessibleName() == button.defaultAction().text()
    window.close_project()
    assert foremost(window) == ()
    assert window.commands["name_point"].text() == "Name this point…"


def test_a_project_keeps_its_method(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    with open_project(coded_study, coder="AB") as project:
        methods.set_method(project, "coding-reliability")
    opened(qtbot, window, coded_study)
    assert foremost(window) == ("name_point", "codebook_changes")
    assert window.commands["name_point"].text() == "Fix this codebook version…"
    assert "Ctrl+S" in window.commands["name_point"].toolTip()


# ── explanations ──
def test_counts_are_explained_in_reflexive_work_until_that_is_understood(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, coded_study: Path
) -> None:
    follow(qtbot, workspace, "reflexive")
    press(qtbot, window, "tab_analyse")
    settled(qtbot, workspace)
    qtbot.waitUntil(lambda: len(notes(window)) == 1, timeout=60_000)
    note = notes(window)[0]
    assert "no proof of a theme" in note.text.text()
    assert "Braun, V., & Clarke, V. (2021a)" in note.text.toolTip()
    follow(qtbot, workspace, "framework")
    qtbot.waitUntil(lambda: notes(window) == [], timeout=60_000)
    follow(qtbot, workspace, "reflexive")
    qtbot.waitUntil(lambda: len(notes(window)) == 1, timeout=60_000)
    notes(window)[0].button.click()
    assert notes(window) == []
    window.close_project()
    again = opened(qtbot, window, coded_study)
    press(qtbot, window, "tab_analyse")
    settled(qtbot, again)
    qtbot.waitUntil(
        lambda: again.analyses.cooccurrence is not None and again.analyses.cooccurrence._built, timeout=60_000
    )
    assert notes(window) == []


def test_a_codebook_that_changes_is_offered_a_name(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    assert hint(window) is None
    follow(qtbot, workspace, "codebook")
    qtbot.waitUntil(lambda: hint(window) is not None, timeout=60_000)
    shown = hint(window)
    assert shown is not None
    assert shown.text.text() == "The codebook has no named version yet"
    shown.button.click()
    settled(qtbot, workspace)
    naming = next(one for one in window.findChildren(NamePointDialog) if one.isVisible())
    assert naming.windowTitle() == "Name this codebook version"
    qtbot.keyClicks(naming.name, "Round 1")
    qtbot.keyClick(naming.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hint(window) is None, timeout=60_000)
    codebook.add_code(workspace.project, "silence")
    qtbot.waitUntil(lambda: hint(window) is not None, timeout=60_000)
    shown = hint(window)
    assert shown is not None
    assert shown.text.text() == "The codebook has changed since “Round 1”"
    shown.dismiss.click()
    assert hint(window) is None
    codebook.add_code(workspace.project, "noise")
    settled(qtbot, workspace)
    qtbot.wait(100)
    assert hint(window) is None, "what was dismissed stays so until the next version"
    named_versions.name_version(workspace.project, "Round 2")
    codebook.add_code(workspace.project, "hum")
    qtbot.waitUntil(lambda: hint(window) is not None, timeout=60_000)
    follow(qtbot, workspace, "grounded")
    qtbot.waitUntil(lambda: hint(window) is None, timeout=60_000)


# ── memos and links ──
def test_a_new_memo_is_of_the_methods_type_and_may_start_from_a_question(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    follow(qtbot, workspace, "reflexive")
    workspace.write_memo("project", None)
    settled(qtbot, workspace)
    shown = next(one for one in window.findChildren(MemoDialog) if one.isVisible())
    editor = shown.editor
    assert editor.kind.currentText() == "reflexive"
    assert [editor.kind.itemText(row) for row in range(4)] == ["", "reflexive", "analytic", "question"]
    assert editor.questions.isVisible()
    assert "What am I not coding, and why?" in editor.text.placeholderText()
    assert not editor.dirty
    editor.questions.menu().aboutToShow.emit()
    editor.questions.menu().actions()[3].trigger()
    assert editor.text.toPlainText() == "*What am I not coding, and why?*\n\n"
    assert not editor.questions.isVisible()
    editor.save()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert [memo.kind for memo in read.memos()] == ["reflexive"]
    shown.start_new()
    assert editor.questions.isVisible()
    editor.questions.menu().aboutToShow.emit()
    editor.questions.menu().actions()[-1].trigger()
    assert not editor.questions.isVisible()
    shown.start_new()
    assert not editor.questions.isVisible()
    assert "What do you think?" in editor.text.placeholderText()
    shown.close()
    settled(qtbot, workspace)


def test_without_a_method_memos_begin_as_ever(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    workspace.write_memo("project", None)
    settled(qtbot, workspace)
    shown = next(one for one in window.findChildren(MemoDialog) if one.isVisible())
    assert shown.editor.kind.currentText() == ""
    assert not shown.editor.questions.isVisible()
    shown.close()


def test_the_journal_and_the_links_offer_what_the_method_works_with_first(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    press(qtbot, window, "journal")
    settled(qtbot, workspace)
    panel = workspace.journal.panel
    assert panel is not None
    usual = [panel.choice.kind.itemData(row) for row in range(panel.choice.kind.count())]
    assert usual[:2] == ["", "reflexive"]
    relations = workspace.segment_work.bar.relations
    assert relations.itemText(0) == "contradicts"
    follow(qtbot, workspace, "grounded")
    offered = [panel.choice.kind.itemData(row) for row in range(panel.choice.kind.count())]
    assert offered[:3] == ["", "theory", "analytic"]
    assert sorted(offered) == sorted(usual)
    assert panel.choice.kind.currentData() == "theory"
    assert [relations.itemText(row) for row in range(3)] == ["explains", "continues", "contradicts"]
    panel.choice.ask([("code", None, "a code"), ("project", None, "the project")])
    assert panel.choice.kind.currentData() == "code"
    panel.choice.about.setCurrentIndex(1)
    assert panel.choice.kind.currentData() == "theory"


def test_relations_on_a_map_are_offered_in_the_methods_order() -> None:
    offered = ("leads to", "contradicts", "part of", "condition for", "co-occurs with")
    assert map_relations(None, offered) == offered
    assert map_relations(BY_KEY["grounded"], offered)[:2] == ("condition for", "leads to")
    assert sorted(map_relations(BY_KEY["grounded"], offered)) == sorted(offered)


def test_what_is_understood_in_one_view_is_understood_in_all(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    follow(qtbot, workspace, "reflexive")
    press(qtbot, window, "tab_themes")
    settled(qtbot, workspace)
    qtbot.waitUntil(lambda: len(notes(window)) == 1, timeout=60_000)
    press(qtbot, window, "tab_analyse")
    settled(qtbot, workspace)
    qtbot.waitUntil(lambda: workspace.analyses.cooccurrence is not None and len(notes(window)) == 1, timeout=60_000)
    notes(window)[0].button.click()
    press(qtbot, window, "tab_themes")
    settled(qtbot, workspace)
    assert notes(window) == []


def test_saturation_is_explained_beside_the_report_of_reflexive_work(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    follow(qtbot, workspace, "reflexive")
    press(qtbot, window, "tab_report")
    settled(qtbot, workspace)
    assert ["Neither saturation nor agreement" in note.text.text() for note in notes(window)] == [True]
    notes(window)[0].button.click()
    assert notes(window) == []
    press(qtbot, window, "tab_analyse")
    qtbot.waitUntil(lambda: len(notes(window)) == 1, timeout=60_000)


def test_a_relation_chosen_by_hand_stays_when_the_method_changes(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    relations = workspace.segment_work.bar.relations
    relations.setCurrentText("my own word")
    follow(qtbot, workspace, "grounded")
    assert relations.currentText() == "my own word"
    assert relations.itemText(0) == "explains"
    relations.setCurrentIndex(0)
    follow(qtbot, workspace, "reflexive")
    assert relations.currentText() == "contradicts", "what was not chosen is the method's first"


@pytest.mark.parametrize(
    ("method", "kind", "name_point"),
    [
        ("reflexive", "reflexive", "Name this point of the analysis…"),
        ("codebook", "code", "Name this codebook version…"),
        ("coding-reliability", "method", "Fix this codebook version…"),
        ("framework", "case", "Name this point…"),
        ("grounded", "theory", "Name this point…"),
    ],
)
def test_every_method_has_its_kind_of_memo_its_questions_and_its_words(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, method: str, kind: str, name_point: str
) -> None:
    follow(qtbot, workspace, method)
    assert window.commands["name_point"].text() == name_point
    workspace.write_memo("project", None)
    settled(qtbot, workspace)
    shown = next(one for one in window.findChildren(MemoDialog) if one.isVisible())
    assert shown.editor.kind.currentText() == kind
    assert str(BY_KEY[method].prompts[0]) in shown.editor.text.placeholderText()
    shown.close()


# ── what a theme is ──
def test_concept_and_boundary_of_a_theme_are_defined_where_its_definition_is(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    with workspace.project.read() as read:
        power, decides = (code for code in read.codebook.ordered if code.name in ("Power", "who decides"))
    of_code = DefineCodeDialog(workspace.bridge, decides, window)
    of_code.show()
    assert [one.isVisible() for one in of_code.of_themes] == [False, False]
    of_code.reject()
    dialog = DefineCodeDialog(workspace.bridge, power, window)
    dialog.show()
    concept, boundary = dialog.of_themes
    assert [one.accessibleName() for one in (concept, boundary)] == ["Central organising concept", "Boundary"]
    assert concept.isVisible()
    concept.setPlainText("Who may say no")
    boundary.setPlainText("Not money")
    dialog.accept()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        found = read.codebook.by_id[power.id]
    assert (found.concept, found.boundary) == ("Who may say no", "Not money")
    workspace.undo()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        assert read.codebook.by_id[power.id] == power
