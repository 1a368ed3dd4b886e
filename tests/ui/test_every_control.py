"""Every window, panel, tab, dialog and popup on the sample project: each control has a name and can be reached by keys.

What was seen is compared with the widget classes the program defines: a new dialog that nobody opens here fails too.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from ui.conftest import opened, settled
from ui.controls import Walk, focus

import qualcode.ui
from qualcode.app import case_tables, cases, code_sets, document_sets, methods, named_versions, surgery
from qualcode.app import memos as memos_of_app
from qualcode.app import reviews as reviews_of_app
from qualcode.app.code_history import provenance_of_coding
from qualcode.app.project import open_project
from qualcode.app.sample import make_sample
from qualcode.app.unwritten import Unwritten
from qualcode.ui.cases.window import CasesWindow
from qualcode.ui.crash import CrashDialog
from qualcode.ui.dialogs.problem import ProblemDialog
from qualcode.ui.dialogs.who_codes import WhoCodes
from qualcode.ui.filter_popup import FilterPopup
from qualcode.ui.filters import Choice
from qualcode.ui.leaving.dialog import LeavingDialog
from qualcode.ui.queries.view import QueryView
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def code_named(workspace: Workspace, name: str) -> Any:
    return next(one for one in workspace.coding.codebook.ordered if one.name == name)


def no_project(walk: Walk, folder: Path) -> None:
    walk.look("welcome")
    for dialog in (
        WhoCodes("Amara", walk.window),
        ProblemDialog("It is broken", "Why", [("mend", "Mend it")], walk.window),
        CrashDialog("Report", walk.window),
    ):
        dialog.show()
        walk.look(type(dialog).__name__)
        dialog.close()


def code(walk: Walk, folder: Path) -> None:
    tab = walk.workspace.coding
    walk.look("first")
    for command in ("find", "palette", "goto_document", "goto_code"):
        walk.press(command)
        walk.qtbot.keyClicks(focus(), "e")
        walk.look(command)
        walk.key(Qt.Key.Key_Escape)
    for command in ("reading", "stripes", "settings", "shortcuts", "about", "folders", "bookmarks"):
        walk.opens(command)
    walk.press("bookmark")
    walk.opens("bookmarks")
    tab.reader.select(0, 20)
    walk.press("code")
    walk.qtbot.keyClicks(tab.flow.panel.field, "new one")
    walk.look("code panel")
    tab.flow.panel.dismiss()
    for command in ("one_code", "open_coding"):
        walk.press(command)
        if tab.flow.panel.isVisible():
            tab.flow.panel.dismiss()
        walk.press(command)
    walk.press("edit_text")
    walk.press("edit_text")
    walk.press("beside")
    walk.press("close_beside")


def segments(walk: Walk, folder: Path) -> None:
    workspace, tab = walk.workspace, walk.workspace.coding
    panel = workspace.segments
    walk.press("segments")
    walk.press("next_coding")
    panel.filter_action.trigger()
    walk.look("segment filters")
    for command in ("mark_exemplar", "discuss", "weigh"):
        walk.press(command)
    walk.press("link_from")
    walk.press("next_coding")
    walk.press("next_coding")
    walk.qtbot.keyClick(tab.reader.view, Qt.Key.Key_Return)
    walk.look("linked")
    walk.opens("links")
    with workspace.project.read() as read:
        code = code_named(workspace, "first contact").id
        merged = next(one for one in read.codings_with(code) if provenance_of_coding(read, one.id))
    panel.show_coding(merged.id)
    walk.look("where a coding comes from")


def codebook(walk: Walk, folder: Path) -> None:
    panel = walk.workspace.codebook
    panel.choose(code_named(walk.workspace, "first contact").id)
    settled(walk.qtbot, walk.workspace)
    panel.find()
    walk.look("find code")
    for command in ("new_code", "rename_code", "new_code_set"):
        walk.press(command)
        walk.key(Qt.Key.Key_Escape)
    for command in ("define_code", "code_history", "move_code", "merge_code", "split_code"):
        walk.opens(command)
    panel.recolor()
    walk.look("colours")
    walk.shut()
    walk.press("rules")
    walk.press("rules")
    panel.show_memos()
    walk.look("memos of code")
    walk.shut()


def documents(walk: Walk, folder: Path) -> None:
    panel = walk.workspace.documents
    panel.find()
    walk.look("find document")
    panel.folders.ask_new([])
    walk.look("new folder")
    walk.key(Qt.Key.Key_Escape)
    file = folder / "P09 Mei.txt"
    file.write_text("INT: How?\n\nMEI: So.\n", "utf-8")
    walk.window.import_files([file])
    walk.look("import")
    walk.shut()
    theirs = folder / "codes.csv"
    theirs.write_text("path,definition\nfirst contact,Other words.\nsilence,No words.\n", "utf-8")
    walk.window.import_files([theirs])
    walk.look("import codebook")
    walk.shut()
    walk.workspace.texts.replace_with(walk.workspace.coding.document.id, file)
    walk.look("replace file")
    walk.shut()
    for command in ("versions", "review", "replace_words", "autocode"):
        walk.opens(command)
    one = Unwritten("a" * 32, "b" * 32, "c" * 32, "P01", "old", "new", ((0, 3, 3),))
    walk.workspace.texts._unwritten._words.keep(one, "it is gone")
    walk.look("not written")
    walk.workspace.texts._unwritten.button.click()
    walk.look("unwritten")
    walk.shut()
    walk.workspace.texts._unwritten._words.forget(one)


def memos(walk: Walk, folder: Path) -> None:
    walk.press("journal")
    panel = walk.workspace.journal.panel
    panel.filter_action.trigger()
    walk.look("journal filters")
    with walk.workspace.project.read() as read:
        panel.open_memo(read.memo_links()[0].memo)
    walk.look("memo in the journal")
    panel.editor.show_preview(True)
    walk.look("preview")
    panel.editor.show_preview(False)
    next(one for one in panel.findChildren(QPushButton) if one.text() == "Link to…").click()
    walk.look("link of a memo")
    walk.shut()
    panel.close_memo()
    panel.ask_new()
    walk.look("new memo")
    panel.filters.words.setText("trust")
    walk.qtbot.wait(400)
    walk.look("journal filtered")
    walk.press("journal")
    walk.opens("memo")


def grid(walk: Walk, folder: Path) -> None:
    walk.press("cases")
    window = walk.window.findChild(CasesWindow)
    window.columns.ask_new()
    walk.look("new variable")
    window.findChild(QDialog).close()
    window.view.setCurrentIndex(window.model.index(0, 0))
    window.rows.choose_documents()
    walk.look("documents of case")
    window.findChild(QDialog).close()
    column = window.model.columnCount() - 1
    window.view.setCurrentIndex(window.model.index(0, column))
    QGuiApplication.clipboard().setText("abc\nfour")
    window.acts.paste()
    walk.look("paste")
    errands = walk.workspace.cases
    errands.bring_in(case_tables.sheet_of_text("who\tAge\nKite Arts\t3\nNobody\t4\n", "people"))
    walk.look("table")
    for dialog in window.findChildren(QDialog):
        dialog.close()
    document = walk.workspace.coding.document.id
    errands.speakers(document)
    walk.look("speakers")
    errands.speaker_cases(document)
    walk.look("speaker cases")


def leaving(walk: Walk, folder: Path) -> None:
    walk.workspace.segments.show_all()
    walk.workspace.segments.send_to(folder / "segments.csv")
    walk.qtbot.waitUntil(lambda: bool(walk.window.findChildren(LeavingDialog)), timeout=60_000)
    walk.look("before it leaves")
    walk.shut()
    walk.press("cases")
    walk.window.findChild(CasesWindow).columns.ask_displays()
    walk.look("display ids")
    walk.shut()
    walk.shut()


def panels(walk: Walk, folder: Path) -> None:
    walk.press("history")
    walk.workspace.time.look_at(5)
    walk.qtbot.waitUntil(lambda: walk.workspace.time.step == 5, timeout=60_000)
    walk.look("time line")
    walk.workspace.time.put_away()
    walk.press("history")
    walk.press("find_all")
    walk.qtbot.keyClicks(focus(), "trust")
    walk.qtbot.wait(400)
    walk.look("search")
    with walk.workspace.project.read() as read:
        bare = next(one for one in read.documents() if not read.placed(document=one.id))
    walk.workspace.filters.choose(Choice(documents=frozenset([bare.id])))
    walk.look("filtered")
    walk.press("filter")
    walk.workspace.page.findChild(FilterPopup).tree.expandAll()
    walk.look("filters")
    walk.shut()
    walk.press("tab_analyse")
    walk.qtbot.waitUntil(lambda: walk.workspace.analyses.cooccurrence.picture is not None, timeout=60_000)
    walk.look("nothing to analyse")
    walk.workspace.filters.clear()
    walk.look("analyse all")
    walk.workspace.analyses.cooccurrence._toggle_table(True)
    walk.look("pairs")
    walk.press("cases_by_themes")
    walk.qtbot.waitUntil(lambda: walk.workspace.analyses.framework.data.matrix is not None, timeout=60_000)
    walk.look("cases by themes")
    walk.press("cooccurrence")
    walk.window.errands.restore_backup()
    walk.look("backups")

    walk.shut()
    walk.press("tab_code")
    walk.window.resize(900, 700)
    walk.press("history")


def queries(walk: Walk, folder: Path) -> None:
    """The query builder with a condition of each kind, and what opens from it."""
    walk.workspace.analyses.open("retrieval")
    walk.look("an empty query")
    view = walk.workspace.analyses.others["retrieval"]
    walk.qtbot.waitUntil(lambda: view._built, timeout=60_000)
    view.show_query(
        "2 OF (below:Reciprocity, NOT coder:x, case:Sector=y, made:>=2020, weight:3, mark:exemplar, certainty:sure)"
    )
    walk.look("every kind of condition")
    view.show_query('"give and take" FOLLOWED BY below:Reciprocity WITHIN 3 TURNS')
    walk.look("passages found")
    view.saved.save_button.click()
    walk.look("name of a query")
    walk.key(Qt.Key.Key_Escape)
    view.found.list.results.tick(0)
    view.builder.tree.open_menu((0,), view.builder.tree.part(0).more)
    walk.look("what can be done with a condition")
    walk.shut()
    view.open_activation()
    walk.look("codes and documents to tick")
    walk.shut()
    for button in (view.found.code_button, view.found.uncode_button, view.found.memo_button):
        button.click()
        walk.look(button.text())
        walk.shut()
    view.resize(600, 600)
    walk.look("a narrow query")
    walk.press("tab_code")


def analyses(walk: Walk, folder: Path) -> None:
    """Every analysis of the list with all its options, as a chart and as a table; one is kept for the report."""
    room = walk.workspace.analyses
    for name in room.order:
        room.open(name)
        view = room.others.get(name)
        if view is None or isinstance(view, QueryView):  # they have rooms of their own
            continue
        walk.qtbot.waitUntil(lambda view=view: view._built, timeout=60_000)
        walk.look(name)
        if hasattr(view.form, "more"):
            view.form.more.setChecked(True)
        view.as_table.setChecked(True)
        walk.look(f"the table of {name}, all options")
    room.open("frequencies")
    room.others["frequencies"].report_button.click()
    walk.look("kept for the report")
    walk.press("tab_code")


def themes(walk: Walk, folder: Path) -> None:
    walk.press("tab_themes")
    tab = walk.workspace.themes.tab
    walk.qtbot.waitUntil(lambda: walk.workspace.themes.maps is not None and tab.data.board is not None)
    tab.choose(tab.data.board.themes[0].theme.id)
    with walk.workspace.project.read() as read:
        document = read.documents()[0].id
    tab.acts.choose(tab.theme, "it", [(document, 0, 20)], "for")
    walk.look("theme")
    unfinished = next(one for one in tab.data.board.themes if one.unfinished)
    tab.choose(unfinished.theme.id)
    walk.look("what a theme lacks")
    tab.ask_name()
    walk.look("new theme")
    walk.key(Qt.Key.Key_Escape)
    tab.inspector.choose_evidence("for")
    walk.look("choose evidence")
    walk.shut()
    tab.inspector.ask_code()
    walk.look("link a code")
    walk.shut()
    section = tab.inspector.evidence["for"]
    section.list.setCurrentIndex(section.model.index(0))
    section.comment()
    walk.look("comment on evidence")
    section.comments.close()
    walk.workspace.themes.ask_theme((document, 0, 20), "against")
    walk.look("which theme")
    walk.shut()
    tab.board_page.setCurrentWidget(tab.nothing)
    walk.look("no theme")
    walk.press("tab_code")


def points(walk: Walk, folder: Path) -> None:
    project = walk.workspace.project
    named_versions.name_version(project, "First codes", step=4)
    for command in ("name_point", "codebook_changes", "method"):
        walk.opens(command)
    methods.set_method(project, "codebook")
    walk.look("codebook without a name")
    methods.set_method(project, "reflexive")
    walk.press("tab_analyse")
    walk.look("what counts mean")
    walk.press("tab_code")
    walk.workspace.write_memo("project", None)
    walk.look("questions for a memo")
    walk.shut()
    methods.set_method(project, "")


def theme_maps(walk: Walk, folder: Path) -> None:
    walk.press("tab_themes")
    tab = walk.workspace.themes.tab
    tab.show_page("map")
    place = walk.workspace.themes.maps.place
    settled(walk.qtbot, walk.workspace)
    place.data.hold(True)  # else the sample's own map comes in its place
    place.pages.setCurrentWidget(place.empty)
    walk.look("no map")
    place.data.hold(False)
    place.ask_data()
    walk.look("a map from the data")
    place.dialog.make.click()
    walk.look("map")
    place.canvas.choose({next(iter(place.canvas.scene.ties))})
    walk.look("relation")
    place.work.ask_thing()
    walk.look("add to map")
    walk.shut()
    walk.window.activateWindow()  # what is written in its place is left when its window is
    walk.qtbot.waitUntil(lambda: walk.window.isActiveWindow() and QApplication.activePopupWidget() is None)
    place.work.write_note()
    walk.look("note")
    walk.key(Qt.Key.Key_Escape)
    place.work.ask_group([])
    walk.look("name of a group")
    walk.key(Qt.Key.Key_Escape)
    place.show_page("list")
    walk.look("lists of the map")
    place.show_page("map")
    place.bar.history.setChecked(True)
    walk.look("history of the map")
    place.history.slider.setValue(0)
    place.history.compare.setCurrentIndex(1)
    walk.look("the map as it was")
    place.bar.history.setChecked(False)
    tab.show_page("board")
    walk.press("tab_code")


def report(walk: Walk, folder: Path) -> None:
    walk.press("tab_report")
    walk.look("report")
    walk.workspace.report.tab.tabs.setCurrentIndex(1)
    walk.look("tables and figures of the report")
    walk.workspace.report.tab.ask()
    walk.look("where to write the report")
    walk.shut()
    walk.press("tab_code")


def reviews(walk: Walk, folder: Path) -> None:
    walk.press("reviews")
    walk.look("no reviews")
    with walk.workspace.project.read() as read:
        theme = next(code for code in read.codebook.ordered if code.kind == "theme")
    reviews_of_app.suggest(walk.workspace.project, theme, "rename", "Another name", "It says more.")
    settled(walk.qtbot, walk.workspace)
    panel = walk.workspace.reviews.panel
    panel.list.setCurrentIndex(panel.model.index(1))
    panel.answer.setText("Why?")
    walk.look("a suggestion")
    walk.workspace.codebook.choose(theme.id)
    for command in ("remark", "send_review", "sign_off"):
        walk.opens(command)
    walk.press("reviews")


ROOMS = (
    no_project,
    code,
    segments,
    codebook,
    documents,
    memos,
    grid,
    leaving,
    panels,
    queries,
    analyses,
    themes,
    theme_maps,
    points,
    report,
    reviews,
)


def own_widgets() -> set[type]:
    """The kinds of widgets the program defines."""
    for module in pkgutil.walk_packages(qualcode.ui.__path__, "qualcode.ui."):
        importlib.import_module(module.name)

    def below(kind: type) -> Iterator[type]:
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    return {one for one in below(QWidget) if one.__module__.startswith("qualcode.ui")}


def prepared(place: Path) -> Path:
    """The sample project with a set of each kind, a link, a merge and a number to filter by."""
    with open_project(place, coder="Amara Osei") as study:
        cases.add_variable(study, "Members", "number")
        code_sets.add_code_set(study, "First round", ["first contact"])
        with study.read() as read:
            document, memo = read.documents()[0], read.memos()[0]
        document_sets.add_document_set(study, "Pilot", [document])
        memos_of_app.link_memo(study, memo, document)
        surgery.merge_several(study, ["plain words"], "first contact")
    return place


def test_every_control_has_a_name_and_a_way_by_keyboard(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    walk = Walk(qtbot, window)
    place = prepared(make_sample(tmp_path / "sample"))
    for room in ROOMS:
        if room is code:
            opened(qtbot, window, place)
        room(walk, tmp_path)
        if window.workspace is not None:
            walk.shut()
    assert walk.faults == {}
    assert {kind.__qualname__ for kind in own_widgets() - walk.seen} == set(), "nobody opens these here"
