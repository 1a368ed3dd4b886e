"""Answers that come late, in another order or not at all leave nothing in the query view as it should not be."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui.queries.desks import Desk

from qualcode.app import codebook, documents, queries
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.project import Project
from qualcode.app.query_results import ResultPage
from qualcode.domain.errors import Refused
from qualcode.domain.ids import new_id
from qualcode.domain.questions import SavedQuery
from qualcode.ui.analyses.place import AnalysePlace
from qualcode.ui.filters import Filters
from qualcode.ui.look import look
from qualcode.ui.queries import results, saved, view
from qualcode.ui.queries.view import QueryView


class Failing:
    """What is asked fails once."""

    def __init__(self, real: Callable[..., Any]) -> None:
        self.real, self.asked = real, 0

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.asked += 1
        if self.asked == 1:
            raise Refused("The network drive is away.")
        return self.real(*args, **options)


class Slow:
    """What was asked first has its answer, and brings it only when it may `go`."""

    def __init__(self, real: Callable[..., Any]) -> None:
        self.real, self.asked = real, 0
        self.held, self.go = Event(), Event()

    def __call__(self, read: Any) -> Any:
        self.asked += 1
        first, answer = self.asked == 1, self.real(read)
        if first:
            self.held.set()
            self.go.wait(60)
        return answer


def keep_unreadable(project: Project) -> None:
    """A saved query as a newer program may write it."""
    with project.writing("queries.save_query", "Save") as work:
        coder = work.read.coders()[0].id
        work.add(SavedQuery(new_id(), "Of tomorrow", '{"ask": "dream"}', 0, "", "", coder, work.time))


def test_saving_goes_on_when_the_list_could_not_be_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.ask("give")
    monkeypatch.setattr(saved, "known_queries", Failing(saved.known_queries))
    desk.view.saved.ask()
    desk.settle()
    assert [str(one) for one in desk.failures] == ["The network drive is away."]
    assert desk.view.saved.save_button.isEnabled()
    desk.failures.clear()


def test_one_saved_query_that_cannot_be_read_hides_no_others(desk: Desk) -> None:
    queries.save_query(desk.project, "Mine", "give")
    keep_unreadable(desk.project)
    desk.settle()
    known = desk.view.saved
    assert [one.name for one in known.known.queries] == ["Mine", "Of tomorrow"]
    desk.ask("give")
    assert known.save_button.isEnabled()
    known.open(known.known.queries[1])
    desk.settle()
    assert not known.problem.isHidden()
    assert known.chosen is None  # the question that is shown is not kept in its place
    known.open(known.known.queries[0])
    desk.settle()
    assert known.problem.isHidden()
    assert not known.altered


@pytest.fixture
def paged(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Shows two passages at a time."""
    monkeypatch.setattr(results, "PAGE", 2)
    monkeypatch.setattr("qualcode.ui.queries.result_list.PAGE", 2)
    return desk


def test_after_a_page_that_failed_the_next_ones_come(paged: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    model = paged.view.found.list.results
    monkeypatch.setattr(results, "result_page", Failing(results.result_page))
    paged.ask("give OR get OR unpaid OR trust")  # a list that is high asks for what it has room for
    assert [str(one) for one in paged.failures] == ["The network drive is away."]
    while model.canFetchMore(model.index(-1)):
        model.fetchMore(model.index(-1))
        paged.settle()
    assert len(model.quotes) == model.total > 4
    paged.failures.clear()


def test_a_page_of_another_question_is_not_taken_for_one_of_this(paged: Desk) -> None:
    paged.ask("give OR get OR unpaid OR trust")
    found = paged.view.found
    before = found.answer
    assert before is not None
    fetched: list[Callable[[ResultPage], None]] = []
    run = found._bridge.run

    def late(job: Any, then: Any, *more: Any, **options: Any) -> Any:
        fetched.append(then)
        return run(job, None, *more, **options)

    found._bridge.run = late  # type: ignore[method-assign]
    found._fetch(2)
    found._bridge.run = run  # type: ignore[method-assign]
    paged.ask("give")
    task = object()
    found._task = task  # type: ignore[assignment]
    fetched[0](replace(before.page, offset=0, outdated=True))
    assert found._task is task
    quotes = found.list.results.quotes
    fetched[0](replace(before.page, offset=0))
    assert found.list.results.quotes == quotes
    found._task = None


def test_older_names_do_not_come_over_newer_ones(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Slow(view.names_of)
    monkeypatch.setattr(view, "names_of", slow)
    desk.view._ask_names()
    qtbot.waitUntil(slow.held.is_set, timeout=60_000)
    codebook.add_code(desk.project, "new one")
    qtbot.waitUntil(lambda: "new one" in desk.view._names.of_kind["code"], timeout=60_000)
    slow.go.set()
    desk.settle()
    assert "new one" in desk.view._names.of_kind["code"]


def test_speakers_are_asked_for_again_when_they_did_not_come(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "labels_of", Failing(view.labels_of))
    desk.view._ask_speakers()
    desk.settle()
    assert desk.view._speakers is None
    assert len(desk.failures) == 1
    desk.failures.clear()
    desk.view._ask_speakers()
    desk.settle()
    assert desk.view._speakers is not None


def test_speakers_of_before_a_document_changed_do_not_stay(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(view.labels_of)
    monkeypatch.setattr(view, "labels_of", slow)
    desk.view.show_query("speaker:ANNA")
    qtbot.waitUntil(slow.held.is_set, timeout=60_000)
    documents.remove_document(desk.project, "P02")
    qtbot.waitUntil(lambda: desk.view._speakers is not None, timeout=60_000)
    slow.go.set()
    desk.settle()
    assert desk.view._speakers == ["ANNA", "INT"]


@dataclass
class Building:
    """The place of analyses beside a field, and the query view in it while it is built."""

    beside: QLineEdit
    place: AnalysePlace
    view: QueryView
    steps: Iterator[None]


@pytest.fixture
def building(desk: Desk, qtbot: QtBot) -> Iterator[Building]:
    window = QWidget()
    beside, place = QLineEdit(window), AnalysePlace(look(), lambda _name: None, window)
    across = QVBoxLayout(window)
    across.addWidget(beside)
    across.addWidget(place)
    bridge = desk.view._bridge
    made = QueryView(ANALYSES["retrieval"], bridge, look(), Filters(bridge), place)
    place.pages.addWidget(QWidget())
    place.pages.addWidget(made)
    window.show()
    window.activateWindow()
    beside.setFocus()
    qtbot.waitUntil(beside.hasFocus, timeout=60_000)
    place.pages.setCurrentWidget(made)
    steps = made.build()
    next(steps)
    qtbot.wait(1)  # it was opened while somebody was beside it
    yield Building(beside, place, made, steps)
    desk.settle()
    window.close()
    window.deleteLater()


def test_the_keyboard_goes_into_a_view_that_was_opened_and_built(building: Building) -> None:
    deque(building.steps, maxlen=0)
    here = QApplication.focusWidget()
    assert here is not None
    assert building.view.builder.isAncestorOf(here)


def test_the_keyboard_stays_where_somebody_went_meanwhile(building: Building, qtbot: QtBot) -> None:
    other = QLineEdit(building.beside.window())
    other.show()
    other.setFocus()
    deque(building.steps, maxlen=0)
    qtbot.wait(1)
    assert other.hasFocus()
