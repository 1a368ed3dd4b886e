"""All memos as a list: rows, filters, groups, and keeping up with steps."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qualcode
from qualcode.app import cases, codebook, coding, documents, memos
from qualcode.app.memo_list import (
    GROUPS,
    Heading,
    MemoFilter,
    MemoIndex,
    MemoRow,
    listed,
    read_memos,
    renewed,
)
from qualcode.app.project import Project
from qualcode.domain.errors import Cancelled
from qualcode.domain.history import Step
from qualcode.domain.progress import CallbackProgress
from qualcode.store.trails import changed_rows

TEXT = "INT: How did it start?\n\nROSA: We gave time, and nobody counted it.\n"


@pytest.fixture
def project(place: str, tmp_path: Path) -> Iterator[Project]:
    """One interview, a theme with a code, a case, and a memo about each."""
    file = tmp_path / "P01 Rosa.txt"
    file.write_text(TEXT, "utf-8")
    with qualcode.new(place, "Night bus", coder="Amara") as opened:
        documents.import_files(opened, [file])
        power = codebook.add_code(opened, "Power", "theme")
        codebook.add_code(opened, "who decides", parent=power)
        cases.add_case(opened, "Rosa")
        at = TEXT.index("We gave time")
        placed = coding.apply_code(opened, "P01 Rosa", at, at + 12, "who decides")
        memos.write_memo(opened, "How do I come to ask this?", None, "Where I stand", "reflexive", "2026-01-05")
        memos.write_memo(opened, "She speaks fast.", "P01 Rosa", "", "", "2026-02-01")
        memos.write_memo(opened, "Élan is not time.", placed, "Time", "theory", "2026-02-03")
        memos.write_memo(opened, "Only of decisions.", "who decides", "Rule", "code", "2026-02-02")
        memos.write_memo(opened, "A manager.", "Rosa", "Who she is", "case", "2025-12-24")
        yield opened


def index_of(project: Project) -> MemoIndex:
    with project.read() as read:
        return read_memos(read)


def titles(index: MemoIndex, chosen: MemoFilter | None = None, group: str = "date", newest: bool = True) -> list[str]:
    """Titles of the memos that are listed, headings in brackets."""
    rows = listed(index, chosen or MemoFilter(), group, newest)
    return [f"[{row.key} {row.count}]" if isinstance(row, Heading) else row.title for row in rows]


def test_every_memo_says_what_it_is_about(project: Project) -> None:
    rows = {row.title: row for row in index_of(project).rows.values()}
    assert {title: (row.about_kind, row.subject, row.place) for title, row in rows.items()} == {
        "Where I stand": ("project", "Night bus", "Night bus"),
        "She speaks fast.": ("document", "P01 Rosa", "P01 Rosa"),
        "Time": ("segment", "We gave time", "P01 Rosa"),
        "Rule": ("code", "who decides", "Power > who decides"),
        "Who she is": ("case", "Rosa", "Rosa"),
    }
    assert rows["Time"].words == "Élan is not time."
    assert rows["Time"].document == rows["She speaks fast."].about
    assert index_of(project).kinds == ("case", "code", "reflexive", "theory")
    assert set(index_of(project).coders.values()) == {"Amara"}


def test_a_long_memo_is_cut_in_the_list_and_found_in_whole(project: Project) -> None:
    memos.write_memo(project, "word " * 200 + "needle", None, "Long")
    index = index_of(project)
    row = next(row for row in index.rows.values() if row.title == "Long")
    assert row.words.endswith("…")
    assert len(row.words) <= 240
    assert titles(index, MemoFilter(words="needle"))[1:] == ["Long"]


def test_groups_have_headings_with_counts(project: Project) -> None:
    index = index_of(project)
    assert titles(index) == [
        "[2026-02 3]", "Time", "Rule", "She speaks fast.", "[2026-01 1]", "Where I stand", "[2025-12 1]", "Who she is",
    ]  # fmt: skip
    assert titles(index, newest=False)[:4] == ["[2025-12 1]", "Who she is", "[2026-01 1]", "Where I stand"]
    assert titles(index, group="type") == [
        "[case 1]", "Who she is", "[code 1]", "Rule", "[reflexive 1]", "Where I stand", "[theory 1]", "Time",
        "[ 1]", "She speaks fast.",
    ]  # fmt: skip
    assert titles(index, group="subject") == [
        "[Night bus 1]", "Where I stand", "[P01 Rosa 2]", "Time", "She speaks fast.", "[Power > who decides 1]", "Rule",
        "[Rosa 1]", "Who she is",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (MemoFilter(words="ELAN time"), {"Time"}),
        (MemoFilter(words="who decides"), {"Rule"}),
        (MemoFilter(kind="theory"), {"Time"}),
        (MemoFilter(kind=""), {"She speaks fast."}),
        (MemoFilter(about_kind="case"), {"Who she is"}),
        (MemoFilter(since="2026-02-02"), {"Time", "Rule"}),
        (MemoFilter(since="2026-01-01", until="2026-02-01"), {"Where I stand", "She speaks fast."}),
        (MemoFilter(words="nothing of that"), set()),
        (MemoFilter(coder=UUID(int=1)), set()),
    ],
)
def test_filters_leave_what_fits(project: Project, chosen: MemoFilter, found: set[str]) -> None:
    assert chosen.active
    rows = listed(index_of(project), chosen)
    assert {row.title for row in rows if isinstance(row, MemoRow)} == found


@given(
    kinds=st.lists(st.sampled_from(("", "theory", "Eigenes")), max_size=20),
    days=st.lists(st.sampled_from(("2025-12-31", "2026-01-01", "2026-01-02")), min_size=20, max_size=20),
    group=st.sampled_from(GROUPS),
    newest=st.booleans(),
)
def test_no_memo_is_lost_or_doubled_by_a_group(kinds: list[str], days: list[str], group: str, newest: bool) -> None:
    def row(number: int, kind: str) -> MemoRow:
        key = UUID(int=number)
        name = f"D{number % 3}"
        about = UUID(int=100 + number % 3)
        return MemoRow(key, "t", kind, "document", about, name, about, name, key, days[number], days[number], "", "")

    rows = sorted((row(number, kind) for number, kind in enumerate(kinds)), key=lambda one: one.day)
    index = MemoIndex({one.id: one for one in rows}, {})
    shown = listed(index, MemoFilter(), group, newest)
    memo_rows = [one for one in shown if isinstance(one, MemoRow)]
    headings = [one for one in shown if isinstance(one, Heading)]
    assert {one.id for one in memo_rows} == set(index.rows)
    assert len(memo_rows) == len(kinds)
    assert sum(heading.count for heading in headings) == len(kinds)
    assert len({heading.key for heading in headings}) == len(headings)
    at = 0
    for heading in headings:
        assert shown[at] == heading
        at += 1 + heading.count


def test_the_list_keeps_up_with_every_step(project: Project) -> None:
    steps: list[Step] = []
    project.changed.connect(steps.append)
    index = index_of(project)
    with project.read() as read:
        segment = next(row.about for row in index.rows.values() if row.about_kind == "segment")
        placed = next(one for one in read.placed(code=read.codebook.ordered[1].id) if one.segment == segment)
        rule = next(memo for memo in read.memos() if memo.title == "Rule")
    acts = [
        lambda: memos.write_memo(project, "New thought", None),
        lambda: memos.edit_memo(project, rule.id, "Changed", kind="method"),
        lambda: codebook.rename_code(project, "Power", "Force"),
        lambda: documents.rename_document(project, "P01 Rosa", "P01"),
        lambda: cases.rename_case(project, "Rosa", "Rose"),
        lambda: coding.resize_coding(project, placed.id, placed.start, placed.end - 5),
        lambda: memos.remove_memo(project, rule.id),
        project.undo,
        lambda: codebook.add_code(project, "another"),
        lambda: codebook.remove_code(project, "Force"),
        project.undo,
    ]
    for act in acts:
        steps.clear()
        act()
        with project.read() as read:
            index = renewed(read, index, steps)
            assert index == read_memos(read)
            assert renewed(read, index, []) is index


def test_a_step_of_too_many_rows_is_not_named_row_by_row(project: Project) -> None:
    with project.read() as read:
        number = read.last_step()[0]
        assert changed_rows(read, [number], ["memo"], most=0) is None
        found = changed_rows(read, [number], ["memo", "segment"])
        assert found == {"memo": {read.memos()[-1].id}, "segment": set()}


def test_a_question_nobody_waits_for_ends_early(project: Project) -> None:
    index = index_of(project)

    def cancelled() -> bool:
        return True

    gone = CallbackProgress(lambda *_: None, cancelled)
    with pytest.raises(Cancelled):
        listed(index, MemoFilter(), progress=gone)
    with project.read() as read, pytest.raises(Cancelled):
        read_memos(read, gone)
