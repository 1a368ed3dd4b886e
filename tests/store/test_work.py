"""Steps over very many rows: written in bulk, taken back and repeated from the journal, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from app import study as sample
from app.study import content

from qualcode.app import autocoding, codebook, documents, surgery
from qualcode.app.project import Project
from qualcode.domain.errors import Clash, Damaged

MANY = 900  # more than two statements hold


@pytest.fixture
def project(place: str, tmp_path: Path) -> Iterator[Project]:
    """A study in which one code is on very many passages; some carry “trust” as well."""
    with sample.make(place, tmp_path / "texts") as made:
        text = " ".join(f"w{number}" for number in range(MANY))
        (tmp_path / "long.txt").write_text(text, "utf-8")
        documents.import_files(made, [tmp_path / "long.txt"])
        passages = []
        at = 0
        for word in text.split():
            passages.append(("long", at, at + len(word)))
            at += len(word) + 1
        autocoding.autocode_new(made, "many", passages)
        autocoding.autocode(made, "trust", [*passages[:7], passages[0]])
        yield made


def changes(project: Project, number: int) -> list[tuple[object, ...]]:
    with project.read() as read:
        query = "SELECT kind, id, before, after FROM change WHERE step = " + str(number)
        return sorted(
            (kind, bytes(key), before, None if after is None else bytes(after))
            for kind, key, before, after in read.connection.exec_driver_sql(query)
        )


def test_a_big_step_goes_back_and_forth(project: Project) -> None:
    before = content(project)
    assert sum(one["code"] == codebook_id(project, "many") for one in before["coding"].values()) == MANY
    codebook.merge_codes(project, "many", "trust")
    after = content(project)
    merged = project.history()[-1].number
    assert len(after["coding"]) == len(before["coding"]) - 7
    for expected in (before, after, before, after):
        project.undo() if expected is before else project.redo()
        assert content(project) == expected
        assert project.check() == []
    numbers = [step.number for step in project.history() if step.number >= merged]
    first, undone, redone, *rest = (changes(project, number) for number in numbers)
    assert first == redone == rest[-1], "to redo is to make the same changes again"
    assert undone == rest[0]
    assert [key for _, key, *_ in first] == [key for _, key, *_ in undone]


def codebook_id(project: Project, name: str) -> object:
    with project.read() as read:
        return next(code.id for code in read.codes() if code.name == name)


def test_the_step_that_made_them_goes_back_and_forth(project: Project) -> None:
    project.undo()  # those with “trust”
    with_many = content(project)
    project.undo()
    without = content(project)
    assert len(with_many["coding"]) - len(without["coding"]) == MANY
    project.redo()
    assert content(project) == with_many
    project.undo()
    assert content(project) == without
    assert project.check() == []


def test_what_stands_in_the_way_is_said(project: Project) -> None:
    codebook.remove_code(project, "many")
    project.undo()
    assert project.check() == []
    before = content(project)
    autocoded = next(step.number for step in project.history() if step.action == "autocoding.autocode_new")
    with pytest.raises(Clash, match="Undo step"):  # “trust” stands on some of its segments
        project.undo(autocoded)
    assert content(project) == before


def test_places_are_exchanged_within_one_step(project: Project) -> None:
    """Row by row, a place would be taken half-way."""
    before = content(project)
    surgery.move_codes(project, ["place", "many"], "Power", 0)
    project.undo()
    assert content(project) == before
    project.redo()
    assert project.check() == []


def test_a_journal_that_was_tampered_with_is_not_repeated(project: Project) -> None:
    codebook.rename_code(project, "many", "more")
    renamed = project.history()[-1].number
    project.undo()
    with project.database.writing() as connection:
        connection.execute(
            sa.text("UPDATE change SET after = :other WHERE step = :step"), {"other": b"x" * 16, "step": renamed}
        )
    before = content(project)
    with pytest.raises(Damaged, match="qualcode check"):
        project.redo()
    assert content(project) == before


def test_names_are_exchanged_within_one_step(project: Project) -> None:
    with project.read() as read:
        one, other = read.document_named("P01"), read.document_named("P02")
    assert one is not None
    assert other is not None
    with project.writing("test.exchange", "Exchange names") as work:
        work.replace([replace(one, name="P02"), replace(other, name="P01")])
    with project.read() as read:
        assert read.record("document", one.id).name == "P02"
    project.undo()
    with project.read() as read:
        assert read.record("document", one.id).name == "P01"
    project.redo()
    with project.read() as read:
        assert read.record("document", other.id).name == "P01"
    assert project.check() == []
