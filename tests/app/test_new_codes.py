"""A new code on words, with the themes above it, in one step."""

import pytest

from qualcode.app import coding
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput


def paths(project: Project) -> dict[str, str]:
    """The path of every code, and what kind it is."""
    with project.read() as read:
        book = read.codebook
        return {book.path(code.id): code.kind for code in book.ordered}


def test_the_themes_above_a_new_code_are_made_with_it_and_undone_with_it(study: Project) -> None:
    before, steps = paths(study), len(study.history())
    placed = coding.apply_new_code(study, "P01", 0, 5, "gate", "Power", above=["Doors", "Front doors"])
    made = {path: kind for path, kind in paths(study).items() if path not in before}
    assert made == {
        "Power > Doors": "theme",
        "Power > Doors > Front doors": "theme",
        "Power > Doors > Front doors > gate": "code",
    }
    with study.read() as read:
        assert read.codebook.path(placed.code) == "Power > Doors > Front doors > gate"
    assert len(study.history()) == steps + 1
    assert study.history()[-1].summary == "New code “gate” in P01"
    study.undo()
    assert paths(study) == before
    assert study.check() == []


def test_nothing_is_made_when_one_of_the_names_is_none(study: Project) -> None:
    before = paths(study)
    with pytest.raises(BadInput):
        coding.apply_new_code(study, "P01", 0, 5, "gate", above=["Doors", "  "])
    assert paths(study) == before
