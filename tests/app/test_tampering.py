"""Whatever is changed in the file behind the program's back, `check` names it."""

import sqlite3
from pathlib import Path

import pytest

import qualcode
from qualcode.app import codebook
from qualcode.domain.errors import Damaged


def execute(path: Path, *statements: str) -> None:
    """Run SQL on the file as another program would."""
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            assert connection.execute(statement).rowcount != 0, f"touched nothing: {statement}"
    connection.close()


def problems(path: Path) -> dict[str, str]:
    """What `check` finds, by where."""
    found: dict[str, str] = {}
    with qualcode.open(path, coder="Ana", read_only=True) as project:
        for problem in project.check():
            found[problem.where] = f"{found.get(problem.where, '')} {problem.what}"
    return found


TAMPERINGS: dict[str, tuple[str, str, str]] = {
    "a row": ("UPDATE code SET name = 'doubt' WHERE name = 'trust'", "rows", "1 of the code rows"),
    "a row of another type": ("UPDATE code SET position = 'first' WHERE name = 'trust'", "rows", "code rows"),
    "a digest": (
        "UPDATE segment SET digest = zeroblob(16) WHERE id = (SELECT min(id) FROM segment)",
        "rows",
        "1 of the segment rows",
    ),
    "an offset": (
        "UPDATE segment SET end_pos = 9999 WHERE id = (SELECT min(id) FROM segment)",
        "offsets",
        "to 9999 is not in the text of “P01”",
    ),
    "the part of a case": (
        "UPDATE assignment SET start = 5, end_pos = 9999 WHERE id = (SELECT min(id) FROM assignment)",
        "offsets",
        "A case is given 5 to 9999, which is not in the text",
    ),
    "half a part of a case": (
        "UPDATE assignment SET start = 5, end_pos = NULL WHERE id = (SELECT min(id) FROM assignment)",
        "offsets",
        "A case is given 5 to None",
    ),
    "a mark": (
        """UPDATE contents SET text = '{"marks":[[0,2,"bold",""],[3,9999,"bold",""],[-1,2,"bold",""]]}'
        WHERE hash = (SELECT structure FROM document WHERE name = 'P01')""",
        "offsets",
        "The mark 3 to 9999 and 1 more is not in the text of “P01”",
    ),
    "marks that are none": (
        "UPDATE contents SET text = 'oops' WHERE hash = (SELECT structure FROM document WHERE name = 'P01')",
        "offsets",
        "The marks of “P01” cannot be read",
    ),
    "a summary": ("UPDATE step SET summary = 'Nothing' WHERE number = 6", "history", "Step 6 “Nothing”"),
    "a coder": ("UPDATE step SET coder = 'Ben' WHERE number = 6", "history", "Step 6 "),
    "a time": ("UPDATE step SET time = '2020-01-01T00:00:00.000000Z' WHERE number = 7", "history", "Step 7 "),
    "values": ("UPDATE step SET field_values = '{}' WHERE number = 6", "history", "Step 6 "),
    "values that are no JSON": ("UPDATE step SET field_values = 'oops' WHERE number = 6", "history", ""),
    "the kinds of a step": ("UPDATE step SET kinds = 'memo' WHERE number = 6", "history", "Step 6 "),
    "the digest of a step": ("UPDATE step SET digest = zeroblob(32) WHERE number = 6", "history", "Step "),
    "what a step reverts": ("UPDATE step SET reverts = 5 WHERE number = 6", "history", "Step 6 "),
    "a before-image": (
        "UPDATE change SET before = replace(before, 'P01', 'P09') WHERE kind = 'document' AND before LIKE '%P01%'",
        "history",
        "keeps of the time before it",
    ),
    "a before-image that is no JSON": (
        "UPDATE change SET before = '{' WHERE before IS NOT NULL",
        "history",
        "keeps of the time before it",
    ),
    "an after-digest": ("UPDATE change SET after = zeroblob(16) WHERE kind = 'memo'", "history", "Step "),
    "a change taken out": (
        "DELETE FROM change WHERE kind = 'coding' AND step = (SELECT min(step) FROM change WHERE kind = 'coding')",
        "history",
        "Step ",
    ),
    "a change of another kind": ("UPDATE change SET kind = 'demo' WHERE kind = 'memo'", "history", "Step "),
    "a step taken out": ("DELETE FROM step WHERE number = 7", "history", "Step 7 is missing"),
    "a row without a trace": (
        "INSERT INTO coder SELECT zeroblob(16), 'Eve', created, zeroblob(16) FROM coder LIMIT 1",
        "history",
        "1 of the coder rows",
    ),
    "a row that vanished": ("DELETE FROM coding WHERE id = (SELECT min(id) FROM coding)", "history", "1 of the coding"),
    "a dangling row": ("UPDATE memo SET coder = zeroblob(16)", "structure", "A row of memo stands on"),
    "a text": (
        "UPDATE contents SET text = replace(text, 'garden', 'office') WHERE text LIKE '%garden%'",
        "contents",
        "was changed outside",
    ),
    "a text cut short": (
        "UPDATE contents SET text = 'I' WHERE hash = (SELECT content FROM document WHERE name = 'P01')",
        "offsets",
        "“P01” does not have the",
    ),
    "a text emptied": (
        "UPDATE contents SET text = NULL WHERE hash = (SELECT content FROM document WHERE name = 'P01')",
        "contents",
        "was changed outside",
    ),
    "a text taken out": (
        "DELETE FROM contents WHERE hash = (SELECT content FROM document WHERE name = 'P01')",
        "contents",
        "A part of “P01” is missing",
    ),
    "the search text": (
        "UPDATE search_text SET words = 'nothing' WHERE words LIKE '%garden%'",
        "search",
        "does not match the text of “P01”",
    ),
    "the search text of a document": (
        "DELETE FROM search_text WHERE words LIKE '%garden%'",
        "search",
        "does not match the text of “P01”",
    ),
    "a surplus search text": (
        "INSERT INTO search_text (rowid, words) VALUES (1, 'ghost')",
        "search",
        "1 texts of documents that are not there",
    ),
    "the study": ("DELETE FROM study", "structure", "this one has 0"),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_tampering_is_named(what: str, study_path: Path) -> None:
    statement, where, words = TAMPERINGS[what]
    assert problems(study_path) == {}
    execute(study_path, statement)
    found = problems(study_path)
    assert where in found
    assert words in " ".join(found.values())


def test_a_whole_step_cut_out_with_its_rows_is_named(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        codebook.add_code(project, "one")
        codebook.add_code(project, "two")
        number = project.history()[-1].number - 1
    execute(
        study_path,
        f"DELETE FROM change WHERE step = {number}",
        f"DELETE FROM step WHERE number = {number}",
        "DELETE FROM code WHERE name = 'one'",
    )
    assert f"Step {number} is missing" in problems(study_path)["history"]
    execute(
        study_path,
        f"UPDATE change SET step = {number} WHERE step = {number + 1}",
        f"UPDATE step SET number = {number} WHERE number = {number + 1}",
    )
    assert f"Step {number} “Add code “two”” was changed" in problems(study_path)["history"]


def test_undo_of_a_broken_image_is_a_plain_sentence(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        codebook.rename_code(project, "trust", "faith")
    execute(study_path, "UPDATE change SET before = '{' WHERE before IS NOT NULL")
    with qualcode.open(study_path, coder="Ana") as project:
        with pytest.raises(Damaged, match="The history of a code is damaged"):
            project.undo()
        with pytest.raises(Damaged):
            project.as_of(project.history()[-1].number - 1)


def test_a_step_that_names_too_few_kinds_is_not_half_undone(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        step = next(one for one in reversed(project.history()) if one.kinds >= {"coding", "segment"})
    execute(study_path, f"UPDATE step SET kinds = 'coding' WHERE number = {step.number}")
    with qualcode.open(study_path, coder="Ana") as project:
        with project.read() as read:
            there = read.placed()
        with pytest.raises(Damaged, match="history of a segment is damaged"):
            project.undo(step.number)
        with project.read() as read:
            assert read.placed() == there


def test_the_history_can_be_read_with_a_broken_step(study_path: Path) -> None:
    execute(study_path, "UPDATE step SET field_values = 'oops' WHERE number = 6")
    with qualcode.open(study_path, coder="Ana") as project:
        assert [step.number for step in project.history(since=4)][:3] == [5, 6, 7]
