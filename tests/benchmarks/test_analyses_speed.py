"""The analyses on a project of the big workload: queries, matrices, chance, words, and the frames of a big heat map.

QUALCODE_BENCH_L names the project file; it is copied, never changed. Run with `--benchmark-enable`, and where others
use the machine with `--benchmark-timer=time.process_time`. *First* is with nothing read yet, in a process that has
its libraries; all else is worked out anew each time from codings that have been read.
"""

import os
import shutil
import sqlite3
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import qualcode
from qualcode.analysis.cooccurrence import count
from qualcode.analysis.matrices import heat_map
from qualcode.app.analysing.remembered import Remembered
from qualcode.app.project import Project
from qualcode.app.query_results import ResultPage, counts_of, result_page

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
Record = Callable[[str, object], None]

ROOM = 1600, 1000  # pixels
TIMES = 1_000  # random turns, and samples
QUERIES = {
    "and": "{a} AND {b}",
    "overlapping, not": "({a} OVERLAPPING {b}) AND NOT {c}",
    "inside, or": "({a} INSIDE {b}) OR {c}",
    "near": "({a} NEAR {b} WITHIN 3 TURNS) AND NOT {c}",
    "followed": "({a} FOLLOWED BY {b} WITHIN 2 TURNS) OR {c}",
    "speaker": "({a} AND speaker:INTERVIEWER) OR {c}",
    "coder": "({a} AND coder:Ana) OR {c}",
    "weight": "({a} AND weight>=3) OR {c}",
    "made": "({a} AND made:>=2020) OR {c}",
    "phrase": '({a} AND text:"the people") OR {c}',
    "lemma": "({a} AND lemma:people) OR {c}",
    "expression": '({a} AND regex:"p[eo]+ple") OR {c}',
    "at least": "AT LEAST 2 OF ({a}, {b}, {c})",
}
MATRICES: dict[str, tuple[str, dict[str, Any]]] = {
    **{f"code x {side}": ("matrix", {"columns": side}) for side in ("document", "case", "speaker", "coder", "set")},
    "code x document, characters": ("matrix", {"value": "characters"}),
    "theme x document": ("matrix", {"rows": "theme"}),
    "codeline": ("codeline", {}),
    "coverage": ("coverage", {}),
    "coverage by speaker": ("coverage", {"by": "speaker"}),
    "cooccurrence": ("cooccurrence", {}),
    "sequences": ("sequences", {}),
}
FIRST = ("code x document", "code x speaker", "codeline", "coverage by speaker", "cooccurrence")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project; words that were cut are kept in a home of their own."""
    source = os.environ.get("QUALCODE_BENCH_L")
    if not source:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    folder = tmp_path_factory.mktemp("analyses")
    os.environ["QUALCODE_HOME"] = str(folder / "home")
    shutil.copyfile(source, folder / "big.qualcode")
    with qualcode.open(folder / "big.qualcode", coder="Ana"):  # of an older version, it is made one of this
        pass
    return folder / "big.qualcode"


@pytest.fixture(scope="module")
def big(place: Path) -> Iterator[Project]:
    """The project with its codings read."""
    with qualcode.open(place, coder="Ana") as project:
        project.analyses.material()
        yield project


@pytest.fixture
def fresh(place: Path) -> Iterator[Callable[[], tuple[tuple[Project], dict[str, Any]]]]:
    """Opens the project anew for every round."""
    opened: list[Project] = []

    def setup() -> tuple[tuple[Project], dict[str, Any]]:
        opened.append(qualcode.open(place, coder="Ana"))
        return (opened[-1],), {}

    yield setup
    for project in opened:
        project.close()


def codes(project: Project) -> list[str]:
    """The three codes with most codings, as a query names them."""
    material = project.analyses.material()
    most = np.argsort(-np.bincount(material.code, minlength=len(material.codes)), kind="stable")[:3]
    return [f'"{material.codes[number].path}"' for number in most.tolist()]


def ask(project: Project, text: str) -> ResultPage:
    """What the window asks for: the answer, how much it is, and its first page."""
    found = project.analyses.retrieval.ask(project.analyses.retrieval.typed(text))
    counts_of(found)
    return result_page(project, found, limit=30)


def forgetful(project: Project, name: str, **options: Any) -> Any:
    """A table that is not remembered."""
    project.analyses.remembered = Remembered()
    return project.analyse(name, **options)


# ── queries ────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.benchmark(group="first page of a code's segments")
def test_bare_page(benchmark: Any, big: Project, place: Path) -> None:
    code = codes(big)[0].strip('"')
    with big.read() as read:
        key = next(one.id.bytes for one in read.codebook.ordered if read.codebook.paths()[one.id] == code)
    query = (
        "SELECT d.name, s.start, s.end_pos, substr(t.text, s.start + 1, s.end_pos - s.start) FROM coding c "
        "JOIN segment s ON s.id = c.segment JOIN document d ON d.id = s.document JOIN contents t ON t.hash = d.content "
        "WHERE c.code = ? ORDER BY d.position, s.start LIMIT 30"
    )
    with closing(sqlite3.connect(place)) as connection:
        assert len(benchmark(lambda: connection.execute(query, (key,)).fetchall())) == 30


@pytest.mark.benchmark(group="first page of a code's segments")
def test_page(benchmark: Any, big: Project) -> None:
    assert len(benchmark(ask, big, codes(big)[0]).quotes) == 30


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.benchmark(group="queries of two operators")
def test_query(benchmark: Any, big: Project, name: str) -> None:
    a, b, c = codes(big)
    assert benchmark(ask, big, QUERIES[name].format(a=a, b=b, c=c)).total >= 0


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.benchmark(group="queries of two operators, first")
def test_first_query(benchmark: Any, big: Project, fresh: Any, name: str) -> None:
    a, b, c = codes(big)
    text = QUERIES[name].format(a=a, b=b, c=c)
    assert benchmark.pedantic(lambda project: ask(project, text), setup=fresh, rounds=3).total >= 0


@pytest.mark.benchmark(group="queries of two operators, first")
def test_reading_codings(benchmark: Any, big: Project, fresh: Any) -> None:
    found = benchmark.pedantic(lambda project: project.analyses.material(), setup=fresh, rounds=5)
    assert found.code.size == big.analyses.material().code.size


# ── tables ─────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.benchmark(group="matrices")
def test_bare_matrix(benchmark: Any, big: Project) -> None:
    """Distinct spans of each code in each document, counted; arrays are ready."""
    material = big.analyses.material()
    wide = int(material.end.max()) + 1

    def bare() -> Any:
        keys = ((material.document * len(material.codes) + material.code) * wide + material.start) * wide + material.end
        return np.bincount(np.unique(keys) // (wide * wide), minlength=len(material.documents) * len(material.codes))

    assert benchmark(bare).sum() == forgetful(big, "matrix").iloc[:, 1:].to_numpy().sum()


@pytest.mark.parametrize("name", MATRICES)
@pytest.mark.benchmark(group="matrices")
def test_matrix(benchmark: Any, big: Project, name: str) -> None:
    analysis, options = MATRICES[name]
    assert benchmark(forgetful, big, analysis, **options) is not None


@pytest.mark.parametrize("name", FIRST)
@pytest.mark.benchmark(group="matrices, first")
def test_first_matrix(benchmark: Any, big: Project, fresh: Any, name: str) -> None:
    analysis, options = MATRICES[name]
    forgetful(big, analysis, **options)  # what is imported for it
    assert len(benchmark.pedantic(lambda project: project.analyse(analysis, **options), setup=fresh, rounds=3))


@pytest.mark.benchmark(group="matrices")
def test_the_same_matrix_again(benchmark: Any, big: Project) -> None:
    forgetful(big, "matrix")
    assert len(benchmark(big.analyse, "matrix"))
    assert big.analyses.remembered.worked_out == 1


# ── chance and samples ─────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.benchmark(group="chance and samples")
def test_bare_turns(benchmark: Any, big: Project) -> None:
    """So many sweeps over spans that nobody turned: pairs that meet, counted."""
    material = big.analyses.material()
    lengths = np.array([document.characters + 1 for document in material.documents])
    start = (np.cumsum(lengths) - lengths)[material.document] + material.start
    order = np.argsort(start, kind="stable")
    start, end, code = start[order], (start + material.end - material.start)[order], material.code[order]

    def sweep() -> Any:
        number = np.searchsorted(start, end, side="left") - np.arange(start.size) - 1
        one = np.repeat(np.arange(start.size), number)
        two = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number) + one + 1
        return np.bincount(code[one] * len(material.codes) + code[two], minlength=len(material.codes) ** 2)

    benchmark.pedantic(lambda: [sweep() for _ in range(TIMES)], rounds=1)


@pytest.mark.benchmark(group="chance and samples")
def test_chance_and_samples(benchmark: Any, big: Project) -> None:
    options = {"chance": TIMES, "bootstrap": TIMES}
    table = benchmark.pedantic(lambda: forgetful(big, "cooccurrence", **options), rounds=1)
    assert table["jaccard_low"].notna().any()


def test_what_holds_the_window_meanwhile(big: Project, qapp: Any, record_property: Record) -> None:
    """The longest time between two turns of the event loop while chance is worked out beside it, and while nothing is:
    what others on the machine take is in both."""
    from PySide6.QtCore import QTimer

    from qualcode.ui.tasks import Tasks

    tasks, turns, done = Tasks(qapp), [time.perf_counter()], []
    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(lambda: turns.append(time.perf_counter()))
    timer.start()

    def holds(until: Callable[[], bool]) -> float:
        turns[:] = [time.perf_counter()]
        while not until():
            qapp.processEvents()
        return float(np.diff(turns).max()) * 1_000

    end = time.perf_counter() + 10
    alone = holds(lambda: time.perf_counter() > end)
    tasks.read(lambda _progress: forgetful(big, "cooccurrence", chance=100, bootstrap=100), done.append, done.append)
    beside = holds(lambda: bool(done))
    timer.stop()
    tasks.stop()
    assert not isinstance(done[0], Exception)
    for name, found in (("alone", alone), ("beside chance", beside)):
        record_property(name, round(found, 1))
        print(f"longest hold {name}: {found:.1f} ms")  # noqa: T201


# ── words ──────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.benchmark(group="word frequencies")
def test_bare_words(benchmark: Any, big: Project) -> None:
    """Texts in memory, split at blanks and counted."""
    with big.read() as read:
        texts = [read.text(document) for document in read.documents()]
    counted = benchmark.pedantic(lambda: Counter(word for text in texts for word in text.lower().split()), rounds=3)
    assert sum(counted.values()) > 4_000_000


@pytest.mark.benchmark(group="word frequencies")
def test_words(benchmark: Any, big: Project, fresh: Any) -> None:
    """Once they are cut and kept on this machine: in a project that was just opened."""
    big.analyse("words")
    assert len(benchmark.pedantic(lambda project: project.analyse("words"), setup=fresh, rounds=3))


@pytest.mark.benchmark(group="word frequencies")
def test_words_again(benchmark: Any, big: Project) -> None:
    assert len(benchmark(forgetful, big, "words"))


# ── a big heat map ─────────────────────────────────────────────────────────────────────────────────────────
def test_frames_of_a_heat_map(big: Project, qtbot: Any, record_property: Record) -> None:
    """Of 400 codes, in a large window; of the window's thread, so that a busy machine does not blur it."""
    from qualcode.ui.look import look
    from qualcode.ui.views.heatmap import CELLS, HeatMapView

    material = big.analyses.material()
    view = HeatMapView(look())
    qtbot.addWidget(view)
    view.resize(*ROOM)
    view.show_heat(heat_map(material, count(material), "pairs", "likeness"), lambda _row, _column: "")
    with qtbot.waitExposed(view):  # before that nothing is painted
        view.show()
    bars = view.horizontalScrollBar(), view.verticalScrollBar()
    found: dict[str, list[float]] = {}

    def frame(name: str) -> None:
        began = time.thread_time()
        view.viewport().repaint()
        found.setdefault(name, []).append(1_000 * (time.thread_time() - began))

    for at, side in enumerate(CELLS):
        for step in range(61):
            for bar in bars:
                bar.setValue((bar.value() + 31) % max(bar.maximum(), 1))
            # until all tiles of the first view are there, frames are those of a zoom
            frame(f"pan, cells of {side}" if step > 10 else "zoom")
        if at + 1 < len(CELLS):
            view.zoom(1)
    for name, each in found.items():
        ordered = sorted(each)
        figures = (statistics.median(ordered), ordered[int(len(ordered) * 0.95) - 1], ordered[-1])
        record_property(name, [round(one, 1) for one in figures])
        print(f"{name}: median {figures[0]:.1f} ms, p95 {figures[1]:.1f} ms, longest {figures[2]:.1f} ms")  # noqa: T201
    assert len(found) == len(CELLS) + 1
    assert min(map(max, found.values())) > 0.1, "nothing was painted"
