"""Looking at the past of a project with very many codings, its audit trail, and 5,000 codes that come in.

QUALCODE_BENCH_L names a project file of the big workload (250,000 codings); it is copied, never changed. Run with
`--benchmark-enable`.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import qualcode
from qualcode.app import codebook
from qualcode.app.audit_trail import audit_trail
from qualcode.app.codebook_arrivals import plan, wished
from qualcode.app.codebook_landing import outcome
from qualcode.app.project import Project
from qualcode.domain.bundle import ReadCode
from qualcode.domain.codebook import TEXT_FIELDS, Code, Codebook
from qualcode.domain.ids import new_id

CODES = 5_000


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    found = os.environ.get("QUALCODE_BENCH_L")
    if not found:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    place = tmp_path / "big.qualcode"
    shutil.copyfile(found, place)
    with qualcode.open(place, coder="Bench") as opened:
        codebook.add_code(opened, "a code of now")
        yield opened


@pytest.mark.benchmark(group="time")
def test_one_step_back(benchmark: Any, project: Project) -> None:
    """What the window waits for before it shows the state a step ago."""
    before = project.history()[-2].number

    def look() -> int:
        with project.as_of(before) as past, past.read() as read:
            return read.last_step()[0]

    assert benchmark.pedantic(look, rounds=3, iterations=1) == before


@pytest.mark.benchmark(group="time")
def test_the_audit_trail(benchmark: Any, project: Project) -> None:
    def ask() -> list[str]:
        with project.read() as read:
            return audit_trail(read).broken

    assert benchmark.pedantic(ask, rounds=2, iterations=1) == []


def theirs() -> tuple[Codebook, list[ReadCode]]:
    """A codebook, and the same from somebody who has changed a third of it and renamed a seventh."""
    blank = dict.fromkeys(TEXT_FIELDS, "") | {"definition": "a definition of some words"}

    def code(name: str, parent: Code | None, position: int) -> Code:
        above = parent.id if parent else None
        return Code(new_id(), above, name, "code", "#2067DA", position, coder=new_id(), created="2026", **blank)

    themes = [code(f"theme {number}", None, number) for number in range(CODES // 100)]
    codes = [code(f"code {number}", themes[number % len(themes)], number) for number in range(CODES - len(themes))]
    book = Codebook([*themes, *codes])
    found = []
    for number, (key, path) in enumerate(book.paths().items()):
        *above, name = path.split(" > ")
        fields = {"definition": "other words", "include": "more"} if number % 3 == 0 else {}
        renamed = f"re {name}" if number % 7 == 0 else name
        found.append(ReadCode((*above, renamed), "code", "", fields, "", str(key) if number % 2 else ""))
    return book, found


@pytest.mark.benchmark(group="codebook import")
def test_a_plan_for_many_codes(benchmark: Any) -> None:
    """What is worked out before the page is shown, and after each choice on it."""
    book, found = theirs()

    def work_out() -> int:
        rows = wished(plan(book, found, {}), "update")
        return sum(outcome(book, rows).values())

    assert benchmark.pedantic(work_out, rounds=3, iterations=1) >= CODES
