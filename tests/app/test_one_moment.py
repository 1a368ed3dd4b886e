"""What is read of a project in one thread is of one moment, and nobody who reads keeps a writer waiting for good."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import sleep
from typing import Any

import pytest

import qualcode
from qualcode.app import codebook, coding, redactions
from qualcode.app.analysing.files import drawn_again, export_chart, table_of
from qualcode.app.analysing.outgoing import drawn_to_leave, write_file
from qualcode.app.one_moment import at_one_moment
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting
from qualcode.store.engine import Database


@pytest.fixture
def plain(study_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """The study in a folder that cannot do with a write-ahead log, as on some network drives."""
    monkeypatch.setattr(Database, "write_ahead", lambda _self: False)
    monkeypatch.setattr("qualcode.store.engine.WAIT_SECONDS", 2)
    with qualcode.open(study_path, coder="Ana") as project:
        assert not project.database.apart
        yield project


@pytest.fixture
def somebody() -> Iterator[Callable[[Callable[[], object]], "Future[object]"]]:
    """Does something in a thread of its own, as somebody else would."""
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit


def committing(project: Project) -> bool:
    """Whether a writer waits for those who read: nobody may begin to."""
    other = sqlite3.connect(project.database.place, timeout=0)
    try:
        other.execute("SELECT count(*) FROM step").fetchone()
    except sqlite3.OperationalError:
        return True
    finally:
        other.close()
    return False


def test_reading_within_a_reading_does_not_wait_for_the_writer_that_waits_for_it(plain: Project, somebody: Any) -> None:
    with plain.read() as read:
        read.documents()
        writes = somebody(lambda: coding.apply_code(plain, "P02", 0, 10, "place"))
        while not committing(plain):
            assert not writes.done()
            sleep(0.01)
        retrieval = plain.analyses.retrieval
        found = retrieval.ask(retrieval.typed("speaker:P01", read), read=read)  # the texts are read by themselves
        assert found.found.size == 2
        with plain.read() as inner:
            assert inner is read
    writes.result()
    with plain.read() as later:
        assert later is not read
        assert later.count("coding") == 6


class Saying:
    """Says phrases; with the first somebody codes, who is not to wait until all of it is drawn."""

    def __init__(self, project: Project, somebody: Any) -> None:
        self.project, self.somebody, self.writes = project, somebody, None

    def __call__(self, text: str) -> str:
        if self.writes is None:
            self.writes = self.somebody(lambda: coding.apply_code(self.project, "P02", 0, 10, "gatekeeping"))
            self.writes.result()
        return str(text)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    "draw",
    [
        lambda project, say, _place: drawn_to_leave(project, "frequencies", say),
        lambda project, say, _place: drawn_again(project, "frequencies", say),
        lambda project, say, place: export_chart(project, place, "frequencies", say=say),
        lambda project, say, place: write_file(project, place, "frequencies", say=say),
    ],
)
def test_who_codes_while_a_chart_is_drawn_does_not_wait_for_it(
    request: pytest.FixtureRequest, tmp_path: Path, somebody: Any, apart: bool, draw: Any
) -> None:
    project: Project = request.getfixturevalue("file_study" if apart else "plain")
    assert project.database.apart == apart
    say = Saying(project, somebody)
    draw(project, say, tmp_path / "chart.png")
    assert say.writes is not None
    with project.read() as read:
        assert read.count("coding") == 6


@pytest.mark.parametrize("apart", [False, True])
def test_a_table_is_of_one_moment_whatever_is_done_meanwhile(
    request: pytest.FixtureRequest, somebody: Any, apart: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code gets another name when the codings have been read, and the table says of which step it is."""
    project: Project = request.getfixturevalue("file_study" if apart else "plain")
    before, plain, done = project.history()[-1].number, project.analyses.material, []

    def material(*args: Any, **options: Any) -> Any:
        found = plain(*args, **options)
        if not done:
            done.append(somebody(lambda: codebook.rename_code(project, "trust", "belief")).result())
        return found

    monkeypatch.setattr(project.analyses, "material", material)
    table = table_of(project, "frequencies")
    assert done
    told = {True: ("Power > trust", before), False: ("Power > belief", before + 1)}[apart]
    assert told[0] in set(table["code"])
    assert table.attrs["step"] == told[1]


def test_what_goes_while_it_is_asked_is_no_mistake(plain: Project, somebody: Any) -> None:
    """A code that was there at first is gone when it is asked for: it is asked anew what there is."""
    asked: list[int] = []

    def work() -> list[str]:
        with plain.read() as read:
            keys = [code.id for code in read.codebook.ordered]
        asked.append(len(keys))
        if len(asked) == 1:
            somebody(lambda: codebook.remove_code(plain, "gatekeeping")).result()
        with plain.read() as read:
            return [read.codebook.by_id[key].name for key in keys]

    assert at_one_moment(plain, work) == ["Power", "trust", "place"]
    assert asked == [4, 3]

    def mistaken() -> None:
        asked.append(0)
        raise KeyError

    with pytest.raises(KeyError):
        at_one_moment(plain, mistaken)
    assert asked == [4, 3, 0]  # nothing changed meanwhile: it would be so again


def test_where_it_never_rests_writers_wait_in_the_end(plain: Project, somebody: Any) -> None:
    asked: list[int] = []

    def work() -> tuple[int, int]:
        with plain.read() as read:
            before = read.last_step()[0]
        asked.append(before)
        if len(asked) < 4:
            somebody(lambda: codebook.add_code(plain, f"code {before}")).result()
        with plain.read() as read:
            return before, read.last_step()[0]

    first, last = at_one_moment(plain, work)
    assert first == last
    assert len(asked) == 4


def test_what_a_sentence_may_say_is_known_when_the_reading_has_ended(file_study: Project) -> None:
    with file_study.read() as read:
        text = read.text(read.documents()[0])
    place = text.index("nobody")
    redactions.redact(file_study, "P01", place, place + 6)
    with file_study.read() as read:
        quoting = Quoting(read).settled()
    assert quoting.sentence("I trusted nobody") == "I trusted […]"
