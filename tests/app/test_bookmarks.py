"""Bookmarks in a study, on both databases: their names, and how they move and go with the text."""

import pytest
from app.study import ANA

from qualcode.app import bookmarks, documents
from qualcode.app.project import Project
from qualcode.domain.bookmarks import Bookmark
from qualcode.domain.errors import BadInput, Clash, NotFound
from qualcode.store import tables

AT = ANA.index("Trust came")


def there(project: Project) -> list[Bookmark]:
    with project.read() as read:
        document = read.document_named("P01")
        assert document is not None
        return read.bookmarks(document.id)


def test_a_bookmark_is_named_by_its_words_or_by_hand(study: Project) -> None:
    assert [one.name for one in there(study)] == ["Trust came slowly, with the garden."]
    named = bookmarks.add_bookmark(study, "P01", 3, "  the \n start ")
    assert (named.name, named.at) == ("the start", 3)
    assert [one.at for one in there(study)] == [3, AT]
    at_end = bookmarks.add_bookmark(study, "P01", len(ANA))
    assert at_end.name == "P01"
    assert bookmarks.rename_bookmark(study, named, "Beginning").name == "Beginning"


def test_a_bookmark_needs_a_place_in_the_text_and_a_name(study: Project) -> None:
    with pytest.raises(BadInput, match=f"Character {len(ANA) + 1} is not in “P01”"):
        bookmarks.add_bookmark(study, "P01", len(ANA) + 1)
    with pytest.raises(BadInput, match="A bookmark needs a name"):
        bookmarks.rename_bookmark(study, there(study)[0], " ")
    with pytest.raises(NotFound, match="named by its record or id"):
        bookmarks.remove_bookmark(study, "Trust")


def test_a_bookmark_stays_before_its_words_when_the_text_changes(study: Project) -> None:
    documents.edit_text(study, "P01", 0, 0, "Note. ")
    assert there(study)[0].at == AT + 6
    documents.replace_text(study, "P01", "Note. " + ANA.replace("nobody", "no one"))
    with study.read() as read:
        text = read.text(read.document_named("P01"))
    assert text[there(study)[0].at :].startswith("Trust came")
    assert study.check() == []


def test_a_bookmark_beyond_the_text_is_found_by_the_check(study: Project) -> None:
    with study.database.writing() as connection:
        connection.execute(tables.bookmark.update().values(at=len(ANA) + 9))
    said = [str(problem.what) for problem in study.check()]
    assert any(f"at {len(ANA) + 9} is not in the text of “P01”" in text for text in said)


def test_a_bookmark_goes_with_its_document_and_comes_back(study: Project) -> None:
    kept = there(study)
    documents.remove_document(study, "P01")
    with study.read() as read:
        assert read.bookmarks() == []
    study.undo()
    assert there(study) == kept


def test_an_edit_is_not_taken_back_below_a_bookmark_made_since(study: Project) -> None:
    documents.edit_text(study, "P01", len(ANA) - 1, len(ANA) - 1, " And more.")
    edited = study.history()[-1].number
    bookmarks.add_bookmark(study, "P01", len(ANA) + 5)
    with pytest.raises(Clash):
        study.undo(edited)
    study.undo()
    study.undo(edited)
    assert study.check() == []
