"""The query view as a whole: what it shows is what the command line says."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk
from ui.views.scenes import apply

from qualcode.cli.main import main
from qualcode.domain.query_language import read_query
from qualcode.ui.leaving.dialog import LeavingDialog

QUESTIONS = (
    "give",
    "below:Exchange",
    "give OR trust",
    "give AND coder:CD",
    "NOT give",
    "NOT coder:AB AND give",
    "ONE OF (give, get, unpaid)",
    "2 OF (give, get, coder:AB)",
    "give OVERLAPPING get",
    "give SAME SEGMENT AS unpaid",
    "unpaid INSIDE trust",
    "trust ENCLOSING unpaid",
    "give OUTSIDE get",
    "ONLY give",
    "give FOLLOWED BY get",
    "get PRECEDED BY give WITHIN 2 TURNS",
    "unpaid NEAR trust WITHIN 1 TURN",
    "case:Paid=no AND give",
    "case:Anna",
    'document:P02 AND text:"unpaid hours"',
    "words:week OR regex:付出",
    "speaker:ANNA AND give",
    "folder:01",
)


def test_every_question_shows_what_the_command_line_says(desk: Desk) -> None:
    for text in QUESTIONS:
        desk.ask(text)
        rows = desk.told(text)
        found = list(dict.fromkeys((row["document"], row["start"], row["end"]) for row in rows))
        assert sorted(desk.shown()) == sorted(found), text
        counts = desk.view.found.answer.counts if desk.view.found.answer else None
        assert counts is not None
        assert counts.codings == len(rows), text
        assert counts.passages == len(found), text
        assert counts.documents == len({document for document, _, _ in found}), text
        cases = {case for row in rows for case in row["case"].split("; ") if case}
        assert counts.cases == len(cases), text
        # the tree says the same as the text
        assert read_query(desk.view.builder.written) == read_query(text)
        assert desk.view.builder.problem.isHidden()


def test_the_codings_are_read_while_one_thinks_of_a_question(desk: Desk) -> None:
    assert desk.view.builder.query is None
    desk.settle()
    assert desk.project.analyses.loads == 1
    desk.ask("trust")
    assert desk.project.analyses.loads == 1


def test_results_follow_what_is_coded(desk: Desk) -> None:
    desk.ask("trust")
    assert len(desk.shown()) == 1
    with desk.project.read() as read:
        code = next(one for one in read.codebook.ordered if one.name == "trust")
    apply(desk.project, "P01", "get little", code)
    desk.settle()
    assert len(desk.shown()) == 2


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "docx", "html"])
def test_what_is_written_is_what_the_command_line_writes(desk: Desk, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    desk.ask("give OVERLAPPING get")
    path = tmp_path / f"found.{suffix}"
    with qtbot.waitSignal(desk.view.exported, timeout=60_000):
        desk.view.write(path)
        qtbot.waitUntil(lambda: _answered() or path.exists(), timeout=60_000)
    desk.settle()
    other = tmp_path / f"told.{suffix}"
    assert main(["analyse", str(desk.place), "retrieval", "--query", "give OVERLAPPING get", "--out", str(other)]) == 0
    assert path.stat().st_size > 0
    if suffix in ("csv", "json"):
        assert path.read_text("utf-8") == other.read_text("utf-8")


def _answered() -> bool:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, LeavingDialog) and dialog.isVisible():
            dialog.write_wanted.emit(False)
            dialog.close()
            return True
    return False


def test_the_question_goes_to_the_report(desk: Desk) -> None:
    from qualcode.app.basket import items
    from qualcode.app.basket_questions import asked_again

    assert not desk.view.report_button.isEnabled()
    desk.ask("give OVERLAPPING get")
    desk.view.report_button.click()
    desk.settle()
    with desk.project.read() as read:
        (item,) = items(read)
        assert asked_again(read, item) == {"query": '"Exchange > give" OVERLAPPING "Exchange > get"'}


def test_a_narrow_room_shows_question_or_answer(desk: Desk) -> None:
    desk.ask("give")
    desk.view.resize(700, 700)
    desk.settle()
    assert desk.view.side.isVisible()
    assert not desk.view.found.isVisible()
    assert desk.view.sides.tabText(1) == "3 passages"
    desk.view.sides.setCurrentIndex(1)
    assert desk.view.found.isVisible()
    assert not desk.view.side.isVisible()
    desk.view.resize(1200, 700)
    desk.settle()
    assert desk.view.found.isVisible()
    assert desk.view.side.isVisible()
