"""A question is answered from one moment of the project, and threads that ask at a time do not disturb each other."""

import re
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import sleep
from typing import Any

import pytest
from app.study import ANA

from qualcode.app import coding, documents, memos
from qualcode.app.analysing.registry import Asked
from qualcode.app.project import Project
from qualcode.app.query_results import places_of, result_page
from qualcode.app.quote_picker import Wanted, pick
from qualcode.app.units import Units

START = ANA.index("I trusted")
MANY = [
    "trust",
    "place",
    "weight>=2",
    "NOT trust AND place",
    'text:"trusted nobody"',
    "trust FOLLOWED BY place WITHIN 1 TURN",
    "comment:slow",
    "speaker:p01",
    *(f"text:{word}" for word in re.findall(r"[a-z]+", ANA)),
]


def apart(act: Callable[[], object]) -> None:
    """Do something in a thread of its own, as somebody else would."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(act).result()


def asked(project: Project, text: str, **options: Any) -> list[Any]:
    retrieval = project.analyses.retrieval
    return places_of(retrieval.ask(retrieval.typed(text), **options))


def test_a_reading_answers_of_its_moment_whatever_is_done_meanwhile(study: Project) -> None:
    retrieval = study.analyses.retrieval
    before = asked(study, "trust")
    with study.read() as read:
        read.last_step()
        apart(lambda: documents.edit_text(study, "P01", 0, 0, "Well then. "))
        apart(lambda: documents.remove_document(study, "P02"))
        now = asked(study, "trust")  # somebody asks of the later moment in between
        found = retrieval.ask(retrieval.typed("trust", read), read=read)
        assert places_of(found) == before != now
        page = result_page(study, found, read=read)
        assert [(one.document, one.start, one.end) for one in page.quotes] == before
        assert page.quotes[0].text == ANA[START : START + 27].strip()
        assert not page.outdated
    assert asked(study, "trust") == now
    assert result_page(study, found).outdated


def test_what_is_written_beside_the_data_makes_no_page_outdated(file_study: Project) -> None:
    retrieval = file_study.analyses.retrieval
    found = retrieval.ask(retrieval.typed("trust"))
    memos.write_memo(file_study, "Again.")
    assert not result_page(file_study, found).outdated


@pytest.mark.parametrize("ask", [lambda asked: pick(asked, Wanted(query="weight>=2")), lambda asked: asked.table()])
def test_a_change_while_it_is_asked_does_not_mix_two_moments(file_study: Project, ask: Callable[[Any], object]) -> None:
    """The document goes in the moment in which the codings are about to be read."""
    analyses = file_study.analyses
    plain, done = analyses.material, []

    def material(*args: Any, **options: Any) -> Any:
        if not done:
            done.append(True)
            apart(lambda: documents.remove_document(file_study, "P01"))
        return plain(*args, **options)

    class Question(Asked):
        def table(self) -> Any:
            return self.project.analyse("retrieval", query="weight>=2 OR coder:Ben")

    analyses.material = material  # type: ignore[method-assign]
    told = ask(Question(file_study, {"documents": "P01"}))  # what is filtered for is looked up first
    names = {one.name for one in told.quotes} if hasattr(told, "quotes") else set(told["document"])  # type: ignore[attr-defined,index]
    assert done
    assert names == {"P01"}
    assert len(analyses.retrieval.ask(analyses.retrieval.typed("weight>=2")).found) == 0


def test_an_older_reading_does_not_take_what_is_remembered_of_a_later_state(file_study: Project) -> None:
    remembered = file_study.analyses.remembered
    with file_study.read() as read:
        first = remembered.state(read)
        apart(lambda: coding.apply_code(file_study, "P02", 0, 10, "place"))
        with file_study.read() as later:
            assert remembered.state(later) > first
        assert remembered.state(read) == first


class Slow(OrderedDict[Any, Any]):
    """A memory in which every look takes long enough for another thread to have its turn."""

    def __contains__(self, key: object) -> bool:
        found = super().__contains__(key)
        sleep(0.0005)
        return found

    def setdefault(self, key: Any, default: Any = None) -> Any:
        found = super().setdefault(key, default)
        sleep(0.0005)
        return found


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns all the time."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_that_ask_at_a_time_get_what_one_alone_gets(
    file_study: Project, restless: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = {text: asked(file_study, text) for text in MANY}
    file_study.analyses._units = Units(file_study)
    file_study.analyses._loaded = file_study.analyses._retrieval = None
    monkeypatch.setattr("qualcode.app.retrieving._MOST_TEXTS", 1)
    file_study.analyses.retrieval._hits = Slow()

    def many(turn: int) -> None:
        for text in MANY[turn:] + MANY[:turn]:
            assert asked(file_study, text) == alone[text], text

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(many, turn * 4) for turn in range(4)]:
            done.result()


def test_units_asked_by_threads_keep_what_is_used(
    file_study: Project, restless: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With room for two only what is kept goes all the time while others look at it."""
    monkeypatch.setattr("qualcode.app.units._MOST", 2)
    units = Units(file_study)
    units._kept, units._turns = Slow(), Slow()
    with file_study.read() as read:
        papers = read.documents()
    kinds = ("turn", "paragraph", "sentence")
    wanted = {(one.name, kind): units.spans(one, kind).tolist() for one in papers for kind in kinds}

    def many(turn: int) -> None:
        for number in range(40):
            one, kind = papers[(number + turn) % 2], kinds[(number + turn) % 3]
            assert units.spans(one, kind).tolist() == wanted[one.name, kind]

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(many, turn) for turn in range(4)]:
            done.result()
