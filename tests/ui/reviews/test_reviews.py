"""Reviews in the window: files that come back, the panel, suggestions accepted and refused, pages sent, sign-offs."""

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.conftest import settled

from qualcode.app import codebook, coding, relations, reviews, theme_maps, themes
from qualcode.app.review_threads import Thread
from qualcode.formats.review_files import FORMAT, digest_of
from qualcode.ui.reviews.panel import ReviewsPanel
from qualcode.ui.reviews.rows import Said
from qualcode.ui.reviews.say import SayDialog
from qualcode.ui.reviews.send import SendDialog
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace


def codes(workspace: Workspace) -> dict[str, Any]:
    with workspace.project.read() as read:
        return {code.name: code for code in read.codes()}


def review_file(workspace: Workspace, folder: Path, spoil: bool = False) -> Path:
    """A review of three remarks, as the page saves it."""
    with workspace.project.read() as read:
        number, digest = read.last_step()
        study = read.study()
    known = codes(workspace)

    def note(name: str, **more: Any) -> dict[str, Any]:
        kind = known[name].kind
        said = {"id": str(uuid4()), "target": str(known[name].id), "kind": kind, "name": name}
        return {**said, "at": "2026-11-20T09:59:00Z", **more}

    contents: dict[str, Any] = {
        "format": FORMAT,
        "project": str(study.id),
        "study": study.name,
        "version": {"step": number, "digest": digest, "page": "ab" * 32},
        "review": str(uuid4()),
        "reviewer": "Helen Marsh",
        "saved": "2026-11-20T10:00:00Z",
        "marks": [note("Power", mark="needs-work")],
        "comments": [note("Power", text="Whose power?")],
        "suggestions": [note("trust takes years", suggestion="rename", value="slow trust", text="Shorter.")],
        "sign_offs": [],
    }
    contents["digest"] = digest_of(contents)
    if spoil:
        contents["comments"][0]["text"] = "No power."
    file = folder / "Night bus study-Helen Marsh.qcreview"
    file.write_text(json.dumps(contents), "utf-8")
    return file


def drop(qtbot: QtBot, window: MainWindow, workspace: Workspace, file: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, buttons, keys))
    qtbot.wait(10)
    settled(qtbot, workspace)


def panel_of(workspace: Workspace) -> ReviewsPanel:
    panel = workspace.reviews.panel
    assert panel is not None
    return panel


def words(panel: ReviewsPanel) -> list[str]:
    return [str(panel.model.index(row).data()) for row in range(panel.model.rowCount())]


def choose(panel: ReviewsPanel, kind: str) -> None:
    """Choose the remark of a kind."""
    rows = panel.model.rows
    at = next(at for at, row in enumerate(rows) if isinstance(row, Said) and row.note.kind == kind)
    panel.list.setCurrentIndex(panel.model.index(at))


def test_a_review_dropped_on_the_window_is_shown_by_what_it_is_about(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    assert workspace.reviews.panel is None
    drop(qtbot, window, workspace, review_file(workspace, tmp_path))
    assert window.docks.shown("reviews")
    panel = panel_of(workspace)
    heads = [row.name for row in panel.model.rows if isinstance(row, Thread)]
    assert heads == ["Power", "trust takes years"]
    assert any("Helen Marsh" in line and "Whose power?" in line for line in words(panel))
    choose(panel, "rename")
    assert not panel.accept.isHidden()
    assert panel.settle.isHidden()
    assert panel.asks.text() == "rename to “slow trust”"
    panel.accept.click()
    settled(qtbot, workspace)
    assert "slow trust" in codes(workspace)
    assert workspace.history.model.steps[max(workspace.history.model.steps)].summary.startswith(
        "Rename “trust takes years” to “slow trust”: suggested by Helen Marsh, accepted by AB"
    )
    assert not any(isinstance(row, Said) and row.note.kind == "rename" for row in panel.model.rows)
    workspace.undo()
    settled(qtbot, workspace)
    assert any(isinstance(row, Said) and row.note.kind == "rename" for row in panel.model.rows)
    assert "trust takes years" in codes(workspace)


def test_a_tampered_review_is_named_and_nothing_happens(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    before = len(workspace.project.history())
    drop(qtbot, window, workspace, review_file(workspace, tmp_path, spoil=True))
    assert "has been tampered with" in window.toasts.text.text()
    assert len(workspace.project.history()) == before
    assert not window.docks.shown("reviews")


def test_what_clashes_is_said_where_the_button_is(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    codebook.add_code(workspace.project, "slow trust")
    drop(qtbot, window, workspace, review_file(workspace, tmp_path))
    panel = panel_of(workspace)
    choose(panel, "rename")
    panel.accept.click()
    settled(qtbot, workspace)
    assert "There is a code “slow trust” in this place already" in panel.problem.text()
    assert not panel.problem.isHidden()
    panel.answer.setText("There is one of that name.")
    panel.refuse.click()
    settled(qtbot, workspace)
    panel.state.setCurrentIndex(panel.state.findData("refused"))
    choose(panel, "rename")
    assert panel.decided.text() == "Refused by AB. There is one of that name."
    panel.reopen.click()
    settled(qtbot, workspace)
    assert panel.nothing.text() == "Nothing here in this state."


def test_a_comment_is_answered_and_settled(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    drop(qtbot, window, workspace, review_file(workspace, tmp_path))
    panel = panel_of(workspace)
    choose(panel, "comment")
    assert not panel.reply.isEnabled()
    panel.answer.setText("Theirs.")
    qtbot.keyClick(panel.answer, Qt.Key.Key_Return)
    settled(qtbot, workspace)
    assert any("Answer" in line and "Theirs." in line for line in words(panel))
    choose(panel, "comment")
    panel.settle.click()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        states = {note.text: note.state for note in read.where("review_note")}
    assert states["Whose power?"] == "settled"


def test_show_it_leads_to_the_code(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    reviews.comment_on(workspace.project, codes(workspace)["Power"], "Here.")
    settled(qtbot, workspace)
    window.commands["reviews"].trigger()
    settled(qtbot, workspace)
    panel = panel_of(workspace)
    choose(panel, "comment")
    panel.go.click()
    settled(qtbot, workspace)
    current = workspace.codebook.current()
    assert current is not None
    assert current.name == "Power"


def test_without_reviews_the_panel_says_how_to_get_one(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    window.commands["reviews"].trigger()
    settled(qtbot, workspace)
    panel = panel_of(workspace)
    assert "No reviews yet" in panel.nothing.text()
    assert panel.send.isVisible()
    assert not panel.foot.isVisible()


def test_a_page_is_sent(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "review.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page), ""))
    dialog = workspace.reviews.send()
    qtbot.waitUntil(lambda: dialog.since.count() > 1)
    assert dialog.themes.count() == 1
    dialog.reviewer.setText("Helen Marsh")
    dialog.together.setChecked(False)
    dialog.quotes.setValue(3)
    dialog.write.click()
    qtbot.waitUntil(page.exists, timeout=60_000)
    settled(qtbot, workspace)
    text = page.read_text("utf-8")
    assert 'value="Helen Marsh"' in text
    assert 'id="tab-together"' not in text
    assert "Night bus study" in text


def test_what_was_chosen_comes_back_where_the_page_cannot_be_written(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.bridge.do(codebook.add_code, "Care", "theme")
    settled(qtbot, workspace)
    page = tmp_path / "gone" / "review.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page), ""))
    dialog = workspace.reviews.send()
    qtbot.waitUntil(lambda: dialog.since.count() > 1, timeout=60_000)
    dialog.themes.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.together.setChecked(False)
    dialog.quotes.setValue(3)
    dialog.map.setCurrentIndex(0)
    dialog.since.setCurrentIndex(dialog.since.findText("Leave it out"))
    dialog.language.setCurrentIndex(1)
    dialog.reviewer.setText("Helen Marsh")
    chosen = dialog.options
    dialog.write.click()

    def again() -> list[SendDialog]:
        return [one for one in window.findChildren(SendDialog) if one.isVisible() and one.since.count() > 1]

    qtbot.waitUntil(lambda: bool(again()), timeout=60_000)
    assert again()[0].options == chosen
    assert "gone" in again()[0].problem.text(), "why it could not be written"
    page.parent.mkdir()
    again()[0].write.click()
    qtbot.waitUntil(page.exists, timeout=60_000)
    settled(qtbot, workspace)
    assert not again()


def test_dropped_themes_go_out_only_where_they_are_ticked(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.bridge.do(codebook.add_code, "Care", "theme")
    workspace.bridge.do(themes.set_stage, "Power", "dropped")
    settled(qtbot, workspace)
    dialog = workspace.reviews.send()
    qtbot.waitUntil(lambda: dialog.since.count() > 1)
    rows = {row.text(): row for row in (dialog.themes.item(place) for place in range(dialog.themes.count()))}
    assert rows["Power"].checkState() == Qt.CheckState.Unchecked
    assert dialog.options.themes == (), "all the rest of the codebook, codes of no theme included"
    rows["Power"].setCheckState(Qt.CheckState.Checked)
    assert len(dialog.options.themes) == 2
    dialog.reject()


def test_a_sign_off_is_recorded_and_listed(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    dialog = workspace.reviews.sign_off()
    dialog.signer.setText("Helen Marsh")
    dialog.version.setText("Round 1")
    dialog.statement.setPlainText("Good.")
    dialog.sign.click()
    settled(qtbot, workspace)
    window.commands["reviews"].trigger()
    settled(qtbot, workspace)
    panel = panel_of(workspace)
    panel.state.setCurrentIndex(panel.state.findData(""))
    assert any("Helen Marsh · signed off the codebook" in line and "Round 1" in line for line in words(panel))


# ── remarks made here ──
def remark(qtbot: QtBot, workspace: Workspace, about: str) -> SayDialog:
    """The dialog for a new remark, about something whose name contains this."""
    dialog = workspace.reviews.remark()
    assert dialog is not None
    at = next(at for at in range(dialog.about.count()) if about in dialog.about.itemText(at))
    dialog.about.setCurrentIndex(at)
    settled(qtbot, workspace)
    return dialog


def say(dialog: SayDialog, what: str) -> None:
    dialog.what.setCurrentIndex(dialog.what.findData(what))


def noted(workspace: Workspace) -> list[tuple[str, str, str]]:
    with workspace.project.read() as read:
        return sorted((note.kind, note.about_name, note.value or note.text) for note in read.where("review_note"))


def test_a_remark_is_made_about_what_is_chosen(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    known = codes(workspace)
    workspace.codebook.choose(known["Power"].id)
    settled(qtbot, workspace)
    dialog = remark(qtbot, workspace, "Power")
    assert not dialog.add.isEnabled()
    assert dialog.name.isHidden()
    dialog.text.setPlainText("Whose?")
    dialog.add.click()
    settled(qtbot, workspace)
    for what, fill in (
        ("needs-work", lambda one: one.setFocus()),
        ("rename", lambda one: one.name.setText("Might")),
        ("merge", lambda one: one.target.setCurrentText("trust takes years")),
        ("move", lambda one: one.target.setCurrentText("trust takes years")),
        ("redefine", lambda one: one.words.setPlainText("Who decides.")),
    ):
        dialog = remark(qtbot, workspace, "Power")
        say(dialog, what)
        fill(dialog)
        dialog.add.click()
        settled(qtbot, workspace)
    key = str(known["trust takes years"].id)
    assert noted(workspace) == [
        ("comment", "Power", "Whose?"),
        ("merge", "Power", key),
        ("move", "Power", key),
        ("needs-work", "Power", ""),
        ("redefine", "Power", '{"definition": "Who decides."}'),
        ("rename", "Power", "Might"),
    ]


def test_a_quote_can_be_suggested_for_another_code(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    made = coding.apply_code(workspace.project, "P03 Rosa", 40, 60, "who decides")
    settled(qtbot, workspace)
    workspace.open_segment(made.document, made.start, made.end, made.id)
    settled(qtbot, workspace)
    dialog = remark(qtbot, workspace, "Segment")
    say(dialog, "move")
    assert dialog.source.currentText() == "Power > who decides"
    dialog.target.setCurrentText("trust takes years")
    dialog.add.click()
    settled(qtbot, workspace)
    with workspace.project.read() as read:
        note = read.where("review_note")[0]
    assert json.loads(note.value) == {
        "from": str(codes(workspace)["who decides"].id),
        "to": str(codes(workspace)["trust takes years"].id),
    }


def test_a_reviewer_can_speak_and_nothing_else(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    window.open_place(str(coded_study), reviewing=True)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: workspace.facts is not None and workspace.coding.document is not None)
    settled(qtbot, workspace)
    assert window.docks.shown("reviews")
    for name in ("code", "new_code", "import", "undo", "method", "sign_off"):
        assert not window.commands[name].isEnabled()
    panel = panel_of(workspace)
    assert panel.remark.isEnabled()
    dialog = remark(qtbot, workspace, "The project")
    dialog.text.setPlainText("All in all good.")
    dialog.add.click()
    settled(qtbot, workspace)
    assert noted(workspace) == [("comment", "Night bus study", "All in all good.")]
    choose(panel, "comment")
    assert not panel.settle.isEnabled()
    assert panel.answer.isEnabled()
    workspace.bridge.do(codebook.add_code, "mine")
    settled(qtbot, workspace)
    assert "is open for review" in window.toasts.text.text()
    assert "mine" not in codes(workspace)


def test_a_hidden_panel_reads_nothing_and_shows_what_came_when_it_is_opened(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.commands["reviews"].trigger()
    settled(qtbot, workspace)
    panel = panel_of(workspace)
    window.commands["reviews"].trigger()
    reviews.comment_on(workspace.project, codes(workspace)["Power"], "Later.")
    settled(qtbot, workspace)
    assert panel.model.rows == []
    window.commands["reviews"].trigger()
    settled(qtbot, workspace)
    assert any("Later." in line for line in words(panel))


def test_a_suggestion_about_a_relation_leads_to_the_map(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    drawn = theme_maps.add_map(workspace.project, "Map")
    theme_maps.add_nodes(workspace.project, drawn, ["Power", "trust takes years"])
    made = relations.relate(workspace.project, drawn, "Power", "trust takes years", "leads to")
    reviews.comment_on(workspace.project, made, "So?")
    settled(qtbot, workspace)
    window.commands["reviews"].trigger()
    settled(qtbot, workspace)
    panel = panel_of(workspace)
    choose(panel, "comment")
    assert panel.about.text() == "Relation “Power leads to trust takes years”"
    panel.go.click()
    settled(qtbot, workspace)
    qtbot.waitUntil(lambda: workspace.themes.maps is not None and workspace.themes.maps.relation is not None)
    qtbot.waitUntil(workspace.themes.maps.relation.isVisible)
    settled(qtbot, workspace)
    maps = workspace.themes.maps
    assert maps is not None
    assert maps.place is not None
    assert maps.relation is not None
    assert maps.place.data.map == drawn.id
    assert maps.relation.isVisible()


def test_for_reading_only_nothing_can_be_said(qtbot: QtBot, window: MainWindow, coded_study: Path) -> None:
    window.opening.open(str(coded_study), read_only=True)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    workspace = window.workspace
    assert workspace is not None
    settled(qtbot, workspace)
    assert workspace.reviews.remark() is None
    assert "for reading only" in window.toasts.text.text()
