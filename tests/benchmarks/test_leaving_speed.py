"""The check before the segments are written, and the rows of that file with display ids and redactions."""

import os
import shutil
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import qualcode
from qualcode.app import display_names, redactions
from qualcode.app.export_leaving import check_export
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting
from qualcode.app.tables import segment_rows

REDACTED = 500  # passages, over all documents


@pytest.fixture(params=["plain", "redacted"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Project]:
    """The big workload as it is, or with a display id for everybody and redactions in every document."""
    found = os.environ.get("QUALCODE_BENCH_L")
    if not found:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    place = tmp_path / "big.qualcode"
    shutil.copyfile(found, place)
    with qualcode.open(place, coder="Bench") as opened:
        if request.param == "redacted":
            for what in (display_names.CASES, display_names.SPEAKERS):
                display_names.give_displays(opened, "P{n}", what)
            with opened.read() as read:
                documents = read.documents()
            each = -(-REDACTED // len(documents))
            redactions.redact_passages(
                opened, [(one, at * 300 + 3, at * 300 + 40) for one in documents for at in range(each)]
            )
        yield opened


@pytest.mark.benchmark(group="before the segments leave")
def test_check(benchmark: Any, project: Project) -> None:
    found = benchmark.pedantic(check_export, (project, "segments"), {"display_ids": True}, rounds=2)
    assert found.found


@pytest.mark.benchmark(group="before the segments leave")
def test_rows(benchmark: Any, project: Project) -> None:
    def rows() -> int:
        with project.read() as read:
            last = deque(enumerate(segment_rows(read, quoting=Quoting(read, display_ids=True)), 1), maxlen=1)
            return last[0][0]

    assert benchmark.pedantic(rows, rounds=2) > 0
