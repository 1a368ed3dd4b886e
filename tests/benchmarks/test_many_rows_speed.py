"""Steps over very many codings: 200,000 passages autocoded, that undone and done again; two codes merged.

QUALCODE_BENCH_L names a project file of the big workload (250,000 codings); it is copied, never changed. Run with
`--benchmark-enable`; with `--benchmark-timer=time.process_time` where others use the machine.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import qualcode
from qualcode.app import autocoding, codebook
from qualcode.app.project import Project
from qualcode.app.search import make_query, search

MANY = 200_000
WORDS = ("the", "and", "to", "of", "a", "that", "i", "it", "you")
Passages = list[tuple[UUID, int, int]]


@pytest.fixture(scope="module")
def source() -> Path:
    found = os.environ.get("QUALCODE_BENCH_L")
    if not found:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    return Path(found)


@pytest.fixture
def project(source: Path, tmp_path: Path) -> Iterator[Project]:
    place = tmp_path / "big.qualcode"
    shutil.copyfile(source, place)
    with qualcode.open(place, coder="Bench") as opened:
        yield opened


@pytest.fixture(scope="module")
def passages(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Passages:
    """Where frequent words stand."""
    place = tmp_path_factory.mktemp("passages") / "big.qualcode"
    shutil.copyfile(source, place)
    with qualcode.open(place, coder="Bench") as opened:
        hits = (hit for word in WORDS for hit in search(opened, make_query(word)))
        return [(hit.document.id, hit.start, hit.end) for hit in islice(hits, MANY)]


def once(benchmark: Any, act: Callable[[], Any]) -> Any:
    return benchmark.pedantic(act, rounds=1, iterations=1)


@pytest.mark.benchmark(group="autocoding")
def test_preview(benchmark: Any, project: Project) -> None:
    rule = autocoding.Autocoding("words", "think")
    assert once(benchmark, lambda: sum(1 for _ in autocoding.propose(project, rule))) > 1_000


@pytest.mark.benchmark(group="autocoding")
def test_first_hits_of_the_preview(benchmark: Any, project: Project) -> None:
    rule = autocoding.Autocoding("words", "think")
    assert len(benchmark(lambda: list(islice(autocoding.propose(project, rule), 40)))) == 40


@pytest.mark.benchmark(group="steps over many codings")
@pytest.mark.parametrize("act", ["autocode", "undo", "redo", "undo again"])
def test_autocoding(benchmark: Any, project: Project, passages: Passages, act: str) -> None:
    def write() -> None:
        autocoding.autocode_new(project, "very many", passages)

    acts = {"autocode": write, "undo": project.undo, "redo": project.redo, "undo again": project.undo}
    for name, step in acts.items():
        if name == act:
            once(benchmark, step)
            break
        step()
    assert project.history()[-1].summary.endswith("passages")


@pytest.mark.benchmark(group="steps over many codings")
@pytest.mark.parametrize("act", ["merge", "undo", "redo"])
def test_merging(benchmark: Any, project: Project, passages: Passages, act: str) -> None:
    autocoding.autocode_new(project, "very many", passages)
    codebook.add_code(project, "other")
    acts = {
        "merge": lambda: codebook.merge_codes(project, "very many", "other"),
        "undo": project.undo,
        "redo": project.redo,
    }
    for name, step in acts.items():
        if name == act:
            once(benchmark, step)
            break
        step()
    assert "very many" in project.history()[-1].summary
