"""Sets of codes: what is in them, in which order, and what becomes of them when codes go."""

import pytest

from qualcode.app import code_sets, codebook
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, NotFound, Refused


def inside(project: Project, name: str) -> list[str]:
    """The names of the codes of a set, in its order."""
    with project.read() as read:
        names = {code.id: code.name for code in read.codes()}
        found = next(one for one in read.code_sets() if one.name == name)
        return [names[member.code] for member in read.code_set_members(code_set=found.id)]


def test_codes_are_in_a_set_once_and_in_order(study: Project) -> None:
    code_sets.add_to_code_set(study, "First round", ["gatekeeping", "trust", "gatekeeping"])
    assert inside(study, "First round") == ["trust", "place", "gatekeeping"]
    code_sets.move_in_code_set(study, "First round", "gatekeeping", 0)
    assert inside(study, "First round") == ["gatekeeping", "trust", "place"]
    code_sets.remove_from_code_set(study, "First round", ["trust"])
    assert inside(study, "First round") == ["gatekeeping", "place"]
    with pytest.raises(Refused, match="is not in the code set"):
        code_sets.move_in_code_set(study, "First round", "trust", 0)


def test_adding_what_is_there_makes_no_step(study: Project) -> None:
    count = len(study.history())
    code_sets.add_to_code_set(study, "First round", ["trust"])
    assert len(study.history()) == count


def test_names_of_sets_are_taken_once(study: Project) -> None:
    with pytest.raises(Refused, match="already"):
        code_sets.add_code_set(study, " First  round ")
    other = code_sets.add_code_set(study, "Second round")
    with pytest.raises(Refused, match="already"):
        code_sets.rename_code_set(study, other, "First round")
    with pytest.raises(BadInput):
        code_sets.rename_code_set(study, other, "  ")
    with pytest.raises(NotFound, match="First round"):
        code_sets.remove_code_set(study, "Third round")
    with study.read() as read:
        assert [one.name for one in read.code_sets()] == ["First round", "Second round"]


def test_a_merged_code_hands_its_place_on_and_a_removed_one_leaves(study: Project) -> None:
    codebook.merge_codes(study, "trust", "gatekeeping")
    assert inside(study, "First round") == ["gatekeeping", "place"]
    codebook.merge_codes(study, "gatekeeping", "place")
    assert inside(study, "First round") == ["place"]
    codebook.remove_code(study, "place")
    assert inside(study, "First round") == []
    assert study.check() == []
