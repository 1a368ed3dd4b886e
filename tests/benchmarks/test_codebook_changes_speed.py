"""What became of the codebook, asked of a project with very many codings: since a named point, and from the beginning.

QUALCODE_BENCH_L names a project file of the big workload (250,000 codings); it is copied, never changed. Run with
`--benchmark-enable`; with `--benchmark-timer=time.process_time` where others use the machine.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import qualcode
from qualcode.app import codebook, named_versions
from qualcode.app.codebook_diff import changes_between
from qualcode.app.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    found = os.environ.get("QUALCODE_BENCH_L")
    if not found:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    place = tmp_path / "big.qualcode"
    shutil.copyfile(found, place)
    with qualcode.open(place, coder="Bench") as opened:
        named_versions.name_version(opened, "Round 1")
        with opened.read() as read:
            codes = read.codebook.ordered
        for number, code in enumerate(codes[:30]):
            codebook.define_code(opened, code, definition=f"What {code.name} means, in round {number}.")
        yield opened


@pytest.mark.benchmark(group="codebook changes")
@pytest.mark.parametrize("since", ["Round 1", "beginning"])
def test_changes(benchmark: Any, project: Project, since: str) -> None:
    def ask() -> int:
        with project.read() as read:
            return len(changes_between(read, since).told)

    assert benchmark.pedantic(ask, rounds=3, iterations=1) >= 30
