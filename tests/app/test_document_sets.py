"""Sets of documents: what is in them, and that every scope knows them."""

import pytest

from qualcode.app import document_sets, documents
from qualcode.app.autocoding import propose
from qualcode.app.project import Project
from qualcode.app.scoping import make_scope
from qualcode.domain.autocoding import Autocoding
from qualcode.domain.errors import BadInput, NotFound, Refused


def inside(project: Project, name: str) -> set[str]:
    """The names of the documents of a set."""
    with project.read() as read:
        names = {one.id: one.name for one in read.documents()}
        found = next(one for one in read.document_sets() if one.name == name)
        return {names[member.document] for member in read.document_set_members(document_set=found.id)}


def test_a_document_is_in_a_set_once(study: Project) -> None:
    document_sets.add_document_set(study, "Early", ["P01", "P01"])
    document_sets.add_to_document_set(study, "Early", ["P02", "P01"])
    assert study.history()[-1].summary == "Put “P02” into the document set “Early”"
    assert inside(study, "Early") == {"P01", "P02"}
    count = len(study.history())
    document_sets.add_to_document_set(study, "Early", ["P01"])
    assert len(study.history()) == count
    document_sets.remove_from_document_set(study, "Early", ["P01"])
    assert inside(study, "Early") == {"P02"}


def test_names_and_order_of_sets(study: Project) -> None:
    for name in ("One", "Two", "Three"):
        document_sets.add_document_set(study, name)
    with pytest.raises(Refused, match="already"):
        document_sets.add_document_set(study, " One ")
    with pytest.raises(BadInput):
        document_sets.rename_document_set(study, "One", " ")
    document_sets.move_document_set(study, "Three", 0)
    document_sets.move_document_set(study, "One", 99)
    with study.read() as read:
        assert [one.name for one in read.document_sets()] == ["Three", "Two", "One"]


def test_a_document_that_goes_takes_its_memberships_and_undo_brings_them_back(study: Project) -> None:
    document_sets.add_document_set(study, "Early", ["P01", "P02"])
    documents.remove_documents(study, ["P01"])
    assert inside(study, "Early") == {"P02"}
    study.undo()
    assert inside(study, "Early") == {"P01", "P02"}
    assert study.check() == []


def test_a_set_is_a_scope_for_analyses_search_and_autocoding(study: Project) -> None:
    document_sets.add_document_set(study, "Early", ["P01"])
    document_sets.add_document_set(study, "Nobody")
    table = study.analyse("frequencies", sets=["Early"])
    assert table.set_index("code")["documents"].to_dict()["Power > trust"] == 1
    assert table.attrs["document_sets"] == "Early"
    assert list(study.analyse("frequencies", sets="Nobody")["segments"].unique()) in ([], [0])
    with study.read() as read:
        scope = make_scope(read, sets=["Early"])
        with pytest.raises(NotFound, match="“Early”"):
            make_scope(read, sets=["Late"])
    hits = list(propose(study, Autocoding("regex", r"\w+", scope=scope)))
    assert {hit.document.name for hit in hits} == {"P01"}
