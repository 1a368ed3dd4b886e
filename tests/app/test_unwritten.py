"""Typed words that are not in the project yet: kept in files, joined, written again or as a document of their own."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.app import kept
from qualcode.app.documents import edit_text, import_files, remove_document
from qualcode.app.project import Project, new
from qualcode.app.unwritten import Unwritten, drop, joined, let_go, put_aside, take_up, write_again, write_as_new
from qualcode.domain.errors import NotFound
from qualcode.domain.ids import new_id

BASE = "We met in the garden. Nobody spoke.\n"


@pytest.fixture
def project(tmp_path: Path, qualcode_home: Path) -> Iterator[Project]:
    file = tmp_path / "P01.txt"
    file.write_text(BASE, "utf-8")
    with new(tmp_path / "study.qualcode", coder="Ana") as made:
        import_files(made, [file], language="en")
        yield made


def typed(project: Project, words: str, at: int, base: str = BASE) -> Unwritten:
    """These words typed at a place of the document."""
    with project.read() as read:
        document, study = read.documents()[0], read.study().id.hex
    text = base[:at] + words + base[at:]
    return Unwritten(new_id().hex, study, document.id.hex, "P01", base, text, ((at, at, len(words)),))


def test_it_is_left_behind_once_nobody_holds_it(project: Project) -> None:
    one = typed(project, "old ", BASE.index("garden"))
    assert put_aside(one)
    assert take_up(one.study) == [], "it is still in our hands"
    let_go(one.study, one.key)
    (found,) = take_up(one.study)
    assert (found.text, found.edits, found.words) == (one.text, one.edits, "old ")
    assert take_up(one.study) == [], "it is in our hands again"
    let_go(one.study, one.key)
    assert take_up(new_id().hex) == []
    drop(one.study, one.key)
    assert take_up(one.study) == []
    assert put_aside(one), "the name may come again"
    drop(one.study, one.key)


@pytest.mark.parametrize("words", ["", "[]", '{"edits": 3}', '{"edits": []}', "not json", '"edits": [[0, 1]]'])
def test_a_file_that_is_something_else_is_passed_over(project: Project, qualcode_home: Path, words: str) -> None:
    one = typed(project, "old ", 3)
    put_aside(one)
    let_go(one.study, one.key)
    (file,) = qualcode_home.rglob(f"{one.key}.json")
    whole = json.dumps({**json.loads(file.read_text("utf-8")), "edits": []})
    file.write_text(whole.replace('"edits": []', words) if words.startswith('"') else words, "utf-8")
    assert take_up(one.study) == []


def test_a_disk_that_takes_nothing_is_said(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    one = typed(project, "old ", 3)

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(json, "dump", refuse)
        assert not put_aside(one)
        patch.setattr(Path, "unlink", refuse)
        drop(one.study, one.key)  # nothing to be said about
        patch.setattr(kept, "drafts_folder", refuse)
        assert take_up(one.study) == []


def test_bursts_on_one_another_are_joined(project: Project) -> None:
    first = typed(project, "old ", BASE.index("garden"))
    then = typed(project, "At all. ", len(first.text) - 1, first.text)
    both = joined(first, then)
    assert both is not None
    assert both.text == "We met in the old garden. Nobody spoke.At all. \n"
    assert both.changes == [(14, 14, "old "), (35, 35, "At all. ")]
    assert joined(then, first) is None
    assert joined(first, replace(then, document=new_id().hex)) is None


def test_it_is_written_where_its_passages_stand_now(project: Project) -> None:
    one = typed(project, "old ", BASE.index("garden"))
    edit_text(project, "P01", 0, 0, "Then ")
    document = write_again(project, one)
    with project.read() as read:
        assert read.text(document) == "Then We met in the old garden. Nobody spoke.\n"


def test_it_becomes_a_document_of_its_own(project: Project) -> None:
    one = typed(project, "old ", BASE.index("garden"))
    remove_document(project, "P01")
    with pytest.raises(NotFound):
        write_again(project, one)
    made = write_as_new(project, one)
    assert made is not None
    assert made.name == "P01"
    with project.read() as read:
        assert read.text(made) == one.text
    assert write_as_new(project, one) is None, "it is there already"
    again = write_as_new(project, replace(one, text="Something else.\n"))
    assert again is not None
    assert again.name == "P01 (2)"
