"""Folders and the documents' own order: what moves, what stays, and what is refused."""

import pytest

from qualcode.app import documents, folders
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, NotFound, Refused


def filed(project: Project) -> dict[str, str]:
    """The folder of every document, in the documents' own order."""
    with project.read() as read:
        return {one.name: one.folder for one in read.documents()}


def test_documents_go_into_a_folder_together_and_folders_carry_what_is_in_them(study: Project) -> None:
    folders.move_documents(study, ["P02", "P01"], " Interviews / First  round ")
    assert filed(study) == dict.fromkeys(("P01", "P02"), "Interviews/First round")
    folders.move_documents(study, ["P02"], "Notes")
    assert folders.rename_folder(study, "Interviews", "Talks") == "Talks"
    assert folders.move_folder(study, "First round", "Notes") == "Notes/First round"
    assert filed(study) == {"P01": "Notes/First round", "P02": "Notes"}
    folders.remove_folder(study, "Notes")
    assert filed(study) == {"P01": "First round", "P02": ""}, "what is in it moves up"
    assert study.history()[-1].summary == "Remove the folder “Notes”"
    assert study.check() == []


def test_what_folders_refuse(study: Project) -> None:
    folders.move_documents(study, ["P01"], "One/Inner")
    folders.move_documents(study, ["P02"], "Two")
    with pytest.raises(Refused, match="in itself"):
        folders.move_folder(study, "One", "One/Inner")
    with pytest.raises(Refused, match="already"):
        folders.rename_folder(study, "One", "Two")
    with pytest.raises(Refused, match="one name"):
        folders.rename_folder(study, "One", "Two/Three")
    with pytest.raises(NotFound, match="“One”, “One/Inner”, “Two”"):
        folders.remove_folder(study, "Nowhere")
    with pytest.raises(BadInput, match="deep"):
        documents.file_document(study, "P01", "/".join("abcdefghijklm"))
    assert filed(study) == {"P01": "One/Inner", "P02": "Two"}


def test_own_order(study: Project) -> None:
    folders.move_documents(study, ["P02"], "", 0)
    assert list(filed(study)) == ["P02", "P01"]
    folders.move_documents(study, ["P02"], "", 9)
    assert list(filed(study)) == ["P01", "P02"]
    count = len(study.history())
    folders.move_documents(study, ["P02"], "", 1)
    assert len(study.history()) == count, "it stood there already"
    folders.move_documents(study, ["P01"], "Away", 0)
    assert list(filed(study)) == ["P02", "P01"], "alone in its folder: behind the others"
