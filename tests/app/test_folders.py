"""Folders and the documents' own order: what moves, what stays, and what is refused."""

import pytest

from qualcode.app import basket, documents, folders, queries
from qualcode.app.basket_questions import asked_again
from qualcode.app.naming import resolve
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, NotFound, Refused
from qualcode.domain.query_language import write_query
from qualcode.domain.query_tree import from_json
from qualcode.domain.questions import SavedQuery


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


def test_kept_questions_follow_a_folder(study: Project) -> None:
    folders.move_documents(study, ["P01"], "Interviews/First")
    folders.move_documents(study, ["P02"], "Notes")
    saved = queries.save_query(study, "First ones", "folder:Interviews/First AND NOT folder:Notes")
    basket.send_to_report(study, "frequencies", "table", {"folders": ["first", "Notes", ""]})
    basket.send_to_report(study, "retrieval", "table", {"query": "folder:Interviews"})

    def asked() -> list[object]:
        with study.read() as read:
            kept = [asked_again(read, one) for one in basket.items(read)]
            return [write_query(from_json(resolve(read, SavedQuery, saved.id).question)), *kept]

    before = asked()
    folders.rename_folder(study, "Interviews", "Talks")
    assert asked() == [
        "folder:Talks/First AND NOT folder:Notes",
        {"folders": ["Talks/First", "Notes", ""]},
        {"query": "folder:Talks"},
    ]
    study.undo()
    assert asked() == before
    folders.move_folder(study, "Notes", "Interviews")
    assert asked() == [
        "folder:Interviews/First AND NOT folder:Interviews/Notes",
        {"folders": ["Interviews/First", "Interviews/Notes", ""]},
        {"query": "folder:Interviews"},
    ]


def test_a_question_of_a_folder_that_is_gone_says_so(study: Project) -> None:
    folders.move_documents(study, ["P01"], "Interviews/First")
    queries.save_query(study, "Theirs", "folder:Interviews")
    queries.save_query(study, "First ones", "folder:Interviews/First")
    before = study.analyse("retrieval", saved="First ones")
    folders.remove_folder(study, "Interviews")
    assert study.analyse("retrieval", saved="First ones").equals(before)
    with pytest.raises(NotFound, match="There is no folder “Interviews”"):
        study.analyse("retrieval", saved="Theirs")
