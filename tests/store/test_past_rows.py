"""The rows of one kind as they were."""

from pathlib import Path

from app.study import make

from qualcode.app import codebook
from qualcode.store.past_rows import records_at
from qualcode.store.records import KINDS


def test_every_kind_at_every_step_is_what_a_copy_of_that_time_holds(place: str, tmp_path: Path) -> None:
    with make(place, tmp_path / "texts") as project:
        codebook.rename_code(project, "trust", "faith")
        codebook.merge_codes(project, "place", "faith")
        codebook.remove_code(project, "gatekeeping")
        project.undo()
        steps = [step.number for step in project.history()]
        for number in steps[2::7] + steps[-4:]:
            with project.as_of(number) as then, then.read() as past, project.read() as read:
                for kind in KINDS:
                    assert records_at(read, kind, number) == past._all(kind), (number, kind)
