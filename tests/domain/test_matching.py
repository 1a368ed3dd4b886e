"""Whose row it is."""

from dataclasses import replace
from itertools import count
from uuid import UUID

import pytest

from qualcode.domain.cases import Assignment, Case
from qualcode.domain.documents import Document
from qualcode.domain.matching import (
    AGAIN,
    ANY,
    BY_CASE,
    BY_DOCUMENT,
    NAMELESS,
    NOBODY,
    SEVERAL,
    Directory,
    best_column,
    match,
)

_numbers = count(1)  # the same in every process, for ids are in the names of tests


def new_id() -> UUID:
    return UUID(int=next(_numbers))


ROSA, LIU, MARY, BEN = (Case(new_id(), name, "") for name in ("Rosa Díaz", "Liu", "Mary", "Ben"))


def document(name: str, source: str, folder: str = "") -> Document:
    return Document(new_id(), name, "", "", "", source, "txt", "en", "", folder, 0, 0, "")


P01 = document("P01 Rosa", "P01_final.docx", "Interviews")
P02 = document("P02.v2", "P02.v2.txt")
P09 = document("P09 Group", "P09.txt")
DIRECTORY = Directory.of(
    [ROSA, LIU, MARY, BEN],
    [P01, P02, P09],
    [
        Assignment(new_id(), ROSA.id, P01.id, None, None, ""),
        Assignment(new_id(), BEN.id, P01.id, None, None, "INT"),
        Assignment(new_id(), MARY.id, P09.id, None, None, "MARY"),
        Assignment(new_id(), BEN.id, P09.id, None, None, "BEN"),
    ],
)


@pytest.mark.parametrize(
    ("name", "way", "case", "why"),
    [
        ("rosa  DÍAZ", ANY, ROSA, ""),
        ("Rosa Di\u0301az", BY_CASE, ROSA, ""),
        (str(LIU.id), ANY, LIU, ""),
        ("P01 Rosa", ANY, ROSA, ""),
        ("P01 Rosa.docx", BY_DOCUMENT, ROSA, ""),
        ("p01_FINAL", BY_DOCUMENT, ROSA, ""),
        ("Interviews/P01_final.docx", BY_DOCUMENT, ROSA, ""),
        (r"C:\data\P01_final.docx", BY_DOCUMENT, ROSA, ""),
        (str(P01.id), BY_DOCUMENT, ROSA, ""),
        ("P02.v2", BY_DOCUMENT, None, ""),
        ("p01", ANY, ROSA, ""),
        ("P09 Group", ANY, None, SEVERAL),
        ("P01 Rosa", BY_CASE, None, NOBODY),
        ("Rosa Díaz", BY_DOCUMENT, None, NOBODY),
        ("P77", ANY, None, NOBODY),
        ("  ", ANY, None, NAMELESS),
    ],
)
def test_names_find_their_case(name: str, way: str, case: Case | None, why: str) -> None:
    found = DIRECTORY.find(name, way)
    assert (found.case, found.why) == (case.id if case else None, why)
    assert found.found is not bool(why)


def test_a_document_without_a_case_is_found_itself() -> None:
    assert DIRECTORY.find("P02.v2.txt").document == P02.id


def test_the_second_row_of_a_case_is_not_taken() -> None:
    found = match(["Rosa Díaz", "P01_final.docx", "Liu"], DIRECTORY)
    assert [one.why for one in found] == ["", AGAIN, ""]


def test_two_documents_of_one_name_are_not_guessed() -> None:
    twin = replace(P02, id=new_id(), name="Other")
    assert Directory.of([], [P02, twin], []).find("P02.v2.txt").why == SEVERAL


def test_the_column_that_names_most() -> None:
    assert best_column([["1", "2"], ["Liu", "nobody"], ["Rosa Díaz", "Liu"]], DIRECTORY) == 2
    assert best_column([], DIRECTORY) is None
    assert best_column([["1", "2"], ["nobody", "x"]], DIRECTORY) is None
