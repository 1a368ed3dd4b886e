"""Bringing in, undoing, opening, counting, searching and exporting, each beside bare SQLite, NumPy or csv.

Set QUALCODE_BENCH_WORK (see `workload`); run with `--benchmark-enable`.
"""

import csv
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xlsxwriter
from benchmarks import workload
from benchmarks.test_analysis_speed import bare_pairs

import qualcode
from qualcode.app.exchange import Arrival, bring_in
from qualcode.app.export import export_file
from qualcode.app.project import Project
from qualcode.app.search import make_query, search
from qualcode.domain.folding import fold, spaced

PAGE = 50  # hits on the first page
COMMON = "think"


@pytest.fixture(scope="module", params=workload.SIZES)
def size(request: pytest.FixtureRequest) -> str:
    workload.source(request.param)
    return str(request.param)


@pytest.fixture(scope="module")
def made(size: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project file with everything in it."""
    folder = tmp_path_factory.mktemp(f"made-{size}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(folder))
        workload.whole(size, folder / "whole.qualcode").close()
    return folder / "whole.qualcode"


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Iterator[Project]:
    """A project of the test's own with everything in it, open."""
    place = tmp_path / "study.qualcode"
    shutil.copyfile(made, place)
    with qualcode.open(place, coder="Ana") as opened:
        yield opened


def once(benchmark: Any, act: Callable[..., Any], prepare: Callable[[], Any], rounds: int = 3) -> Any:
    """Time an act that can be done once on what `prepare` gives."""
    return benchmark.pedantic(act, setup=lambda: ((prepare(),), {}), rounds=rounds, iterations=1)


class Places:
    """Fresh paths, and the projects opened on them, closed at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0
        self._open: list[Project] = []

    def path(self) -> Path:
        self._number += 1
        return self._folder / f"{self._number}.qualcode"

    def keep(self, project: Project) -> Project:
        self._open.append(project)
        return project

    def close(self) -> None:
        for project in self._open:
            project.close()


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Places]:
    found = Places(tmp_path)
    yield found
    found.close()


def bare(place: Path) -> sqlite3.Connection:
    """SQLite as safe as the project file is."""
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


# ── bringing in ────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.benchmark(group="import of the documents")
def test_import_documents(benchmark: Any, size: str, places: Places) -> None:
    bundle = workload.documents(size)
    report = once(
        benchmark,
        lambda project: bring_in(project, [Arrival("documents", b"", bundle)]),
        lambda: places.keep(qualcode.new(places.path(), coder="Ana")),
    )
    assert len(report.documents) == len(bundle.documents)


@pytest.mark.benchmark(group="import of the documents")
def test_import_documents_bare(benchmark: Any, size: str, places: Places) -> None:
    texts = [(document.name, document.text) for document in workload.documents(size).documents]

    def write(place: Path) -> int:
        with closing(bare(place)) as connection, connection:
            connection.execute("CREATE TABLE document (name TEXT, text TEXT)")
            connection.execute("CREATE VIRTUAL TABLE search_text USING fts5(words)")
            connection.executemany("INSERT INTO document VALUES (?, ?)", texts)
            connection.executemany("INSERT INTO search_text VALUES (?)", ((spaced(fold(text)),) for _, text in texts))
            return int(connection.execute("SELECT count(*) FROM document").fetchone()[0])

    assert once(benchmark, write, places.path) == len(texts)


@pytest.mark.benchmark(group="import of all codings")
def test_import_codings(benchmark: Any, size: str, places: Places) -> None:
    arrival = Arrival("codings", b"", workload.codings(size))
    report = once(
        benchmark,
        lambda project: bring_in(project, [arrival]),
        lambda: places.keep(workload.with_documents(size, places.path())),
        rounds=1,
    )
    assert report.codings > 0


@pytest.mark.benchmark(group="import of all codings")
def test_import_codings_bare(benchmark: Any, size: str, places: Places) -> None:
    found = workload.codings(size).codings
    segments = [(os.urandom(16), one.start, one.end, one.comment) for one in found]
    rows = [(os.urandom(16), segment[0], os.urandom(16)) for segment in segments]

    def write(place: Path) -> int:
        with closing(bare(place)) as connection, connection:
            connection.execute("CREATE TABLE segment (id BLOB PRIMARY KEY, start, end_pos, comment)")
            connection.execute("CREATE TABLE coding (id BLOB PRIMARY KEY, segment BLOB, code BLOB)")
            connection.executemany("INSERT INTO segment VALUES (?, ?, ?, ?)", segments)
            connection.executemany("INSERT INTO coding VALUES (?, ?, ?)", rows)
            return int(connection.execute("SELECT count(*) FROM coding").fetchone()[0])

    assert once(benchmark, write, places.path) == len(found)


@pytest.mark.benchmark(group="undo of the import of all codings")
def test_undo_of_the_import(benchmark: Any, made: Path, places: Places) -> None:
    def opened() -> Project:
        place = places.path()
        shutil.copyfile(made, place)
        return places.keep(qualcode.open(place, coder="Ana"))

    assert once(benchmark, lambda project: project.undo(), opened, rounds=1).summary == "Import codings"


@pytest.mark.benchmark(group="undo of the import of all codings")
def test_undo_of_the_import_bare(benchmark: Any, made: Path, places: Places) -> None:
    def copied() -> Path:
        place = places.path()
        shutil.copyfile(made, place)
        return place

    def delete(place: Path) -> int:
        with closing(bare(place)) as connection, connection:
            connection.execute("DELETE FROM coding")
            return connection.execute("DELETE FROM segment").rowcount

    assert once(benchmark, delete, copied, rounds=1) > 0


# ── opening and counting ───────────────────────────────────────────────────────────────────────────────────
@pytest.mark.benchmark(group="open")
def test_open(benchmark: Any, made: Path) -> None:
    def look() -> int:
        with qualcode.open(made, coder="Ana", read_only=True) as project, project.read() as read:
            return len(read.documents()) + len(read.codes())

    assert benchmark(look) > 0


@pytest.mark.benchmark(group="open")
def test_open_bare(benchmark: Any, made: Path) -> None:
    def look() -> int:
        with closing(sqlite3.connect(made)) as connection:
            rows = connection.execute("SELECT * FROM document").fetchall()
            return len(rows) + len(connection.execute("SELECT * FROM code").fetchall())

    assert benchmark(look) > 0


@pytest.mark.benchmark(group="co-occurrence overlap in a project")
def test_cooccurrence_the_first_time(benchmark: Any, made: Path, places: Places) -> None:
    def opened() -> Project:
        return places.keep(qualcode.open(made, coder="Ana", read_only=True))

    frame = once(benchmark, lambda project: project.analyse("cooccurrence"), opened)
    assert frame["pairs"].sum() > 0


@pytest.mark.benchmark(group="co-occurrence overlap in a project")
def test_cooccurrence_again(benchmark: Any, project: Project) -> None:
    project.analyse("cooccurrence")
    assert not benchmark(project.analyse, "cooccurrence").empty


@pytest.mark.benchmark(group="co-occurrence overlap in a project")
def test_cooccurrence_bare(benchmark: Any, project: Project) -> None:
    material = project.analyses.material()
    assert benchmark(bare_pairs, material).sum() > 0


@pytest.mark.benchmark(group="frequencies in a project")
def test_frequencies(benchmark: Any, project: Project) -> None:
    project.analyse("frequencies")
    assert not benchmark(project.analyse, "frequencies").empty


@pytest.mark.benchmark(group="frequencies in a project")
def test_frequencies_bare(benchmark: Any, project: Project) -> None:
    code = project.analyses.material().code
    assert benchmark(np.bincount, code).sum() == code.size


# ── searching ──────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture(scope="module")
def words(size: str) -> dict[str, str]:
    """A word that all documents have, and one that only the first has."""
    first, *others = (document.text for document in workload.documents(size).documents)
    for word in sorted(set(re.findall(r"\b[a-z]{6,}\b", first))):
        if not any(word in text for text in others):
            return {"common": COMMON, "rare": word}
    return {"common": COMMON, "rare": "settlement"}


@pytest.mark.benchmark(group="first page of a search")
@pytest.mark.parametrize("word", ["common", "rare"])
def test_search(benchmark: Any, project: Project, words: dict[str, str], word: str) -> None:
    hits = benchmark(lambda: list(islice(search(project, words[word]), PAGE)))
    assert len(hits) == PAGE or word == "rare"


@pytest.mark.benchmark(group="first page of a search")
@pytest.mark.parametrize("way", ["beginnings", "lemma", "substring", "regex"])
def test_search_in_other_ways(benchmark: Any, project: Project, way: str) -> None:
    asked = make_query(COMMON, **{way: True})
    list(islice(search(project, asked), 1))  # the forms of words are prepared once on a machine
    assert len(benchmark(lambda: list(islice(search(project, asked), PAGE)))) == PAGE


@pytest.mark.benchmark(group="first page of a search")
@pytest.mark.parametrize("word", ["common", "rare"])
def test_search_bare(benchmark: Any, project: Project, words: dict[str, str], word: str) -> None:
    asked = words[word]
    pattern = re.compile(rf"\b{asked}\b")

    def look() -> int:
        hits = 0
        with closing(sqlite3.connect(project.database.place)) as connection:
            query = "SELECT words FROM search_text WHERE search_text MATCH ?"
            for (text,) in connection.execute(query, (asked,)):
                hits += sum(1 for _ in pattern.finditer(text))
                if hits >= PAGE:
                    break
        return hits

    assert benchmark(look) >= (PAGE if word == "common" else 0)


# ── exporting ──────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.benchmark(group="export of the segments")
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_export(benchmark: Any, project: Project, suffix: str, tmp_path: Path) -> None:
    def write(place: Path) -> int:
        return export_file(project, "segments", place).stat().st_size

    assert once(benchmark, write, lambda: tmp_path / f"out{suffix}", rounds=1) > 0


@pytest.mark.benchmark(group="export of the segments")
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_export_bare(benchmark: Any, project: Project, suffix: str, tmp_path: Path) -> None:
    frame = project.frames.codings.iloc[:, :12]
    rows = [tuple(frame.columns), *frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)]

    def write(place: Path) -> int:
        if suffix == ".csv":
            with place.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
        else:
            with xlsxwriter.Workbook(place, {"constant_memory": True, "strings_to_formulas": False}) as book:
                sheet = book.add_worksheet()
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return place.stat().st_size

    assert once(benchmark, write, lambda: tmp_path / f"bare{suffix}", rounds=1) > 0
