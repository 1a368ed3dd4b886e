"""The theme board on a big project: from a step to the cards that follow it, and choosing another theme.

QUALCODE_BENCH_L names a project file of the big workload; it is copied, never changed.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.app import themes
from qualcode.app.code_history import history_of_code
from qualcode.app.project import open_project
from qualcode.app.theme_facts import chosen_evidence, theme_board

TURNS = 12
Record = Callable[[str, object], None]


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """A copy of the big project."""
    place = os.environ.get("QUALCODE_BENCH_L", "")
    if not place:
        pytest.skip("QUALCODE_BENCH_L names no project of the big workload")
    copy = tmp_path / "big.qualcode"
    shutil.copyfile(place, copy)
    return copy


def median(acts: list[float]) -> str:
    return f"{statistics.median(acts) * 1_000:.0f} ms, worst {max(acts) * 1_000:.0f} ms"


@pytest.mark.benchmark
def test_board_evidence_and_history(big: Path, record_property: Record) -> None:
    """The first board reads all codings; those that follow a step of a theme do not."""
    with open_project(big, coder="Bench") as project:
        begin = time.perf_counter()
        board = theme_board(project)
        first = time.perf_counter() - begin
        theme = max(board.themes, key=lambda one: one.segments)
        with project.read() as read:
            segments = [one.segment for code in theme.codes for one in read.codings_with(code)[:20]][:TURNS]
        steps, boards, quotes, histories = [], [], [], []
        for segment in segments:
            marks = [time.perf_counter()]
            themes.add_evidence(project, theme.theme, segment)
            marks.append(time.perf_counter())
            assert theme_board(project).facts(theme.theme.id) is not None
            marks.append(time.perf_counter())
            with project.read() as read:
                assert chosen_evidence(read, theme.theme.id)[0]
                marks.append(time.perf_counter())
                assert history_of_code(read, theme.theme.id)
            marks.append(time.perf_counter())
            for taken, start, end in zip((steps, boards, quotes, histories), marks, marks[1:], strict=False):
                taken.append(end - start)
    record_property("first board", f"{first * 1_000:.0f} ms")
    for name, taken in (
        ("add evidence", steps),
        ("board after a step", boards),
        ("quotes", quotes),
        ("history", histories),
    ):
        record_property(name, median(taken))
    assert len(boards) == len(segments) > 0
