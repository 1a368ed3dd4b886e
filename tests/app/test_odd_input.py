"""Odd words in every place that takes words: it is stored, or refused with a sentence, and the project stays sound."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from app.study import ANA, state

import qualcode
from qualcode.app import cases, codebook, coding, documents, exchange, memos, surgery
from qualcode.app.project import Project
from qualcode.app.search import search
from qualcode.domain.bundle import Bundle, ReadCase, ReadCode, ReadCoding, ReadDocument
from qualcode.domain.errors import BadInput, NotFound, QualcodeError

ODD = (
    "\ud800", "a\0b", "\x1b[31mred", "\u2028", "\r\n", "n" * 300, "{name} {0} %s", "'; DROP TABLE code; --",
    "\ufeff", "\U0010ffff", "e\u0301", "\u202eabc", "> a", "=1+1", "", "\ufffd",
)  # fmt: skip

PLACES: dict[str, Callable[[Project, str], Any]] = {
    "code": codebook.add_code,
    "theme with texts": lambda p, odd: codebook.add_code(p, "new", kind="theme", definition=odd, status=odd),
    "rename code": lambda p, odd: codebook.rename_code(p, "place", odd),
    "colour": lambda p, odd: codebook.recolor_code(p, "place", odd),
    "kind of code": lambda p, odd: codebook.define_code(p, "place", kind=odd),
    "origin": lambda p, odd: codebook.define_code(p, "place", origin=odd),
    "named": codebook.remove_code,
    "document named": documents.remove_document,
    "comment": lambda p, odd: coding.apply_code(p, "P01", 0, 9, "place", odd),
    "weight": lambda p, odd: coding.apply_code(p, "P01", 0, 9, "place", "", odd),  # type: ignore[arg-type]
    "new code": lambda p, odd: coding.apply_new_code(p, "P01", 0, 9, odd),
    "document": lambda p, odd: documents.rename_document(p, "P01", odd),
    "folder": lambda p, odd: documents.file_document(p, "P01", odd),
    "speakers": lambda p, odd: documents.set_speakers(p, "P01", f"(?P<speaker>{odd})"),
    "speaker pattern": lambda p, odd: documents.set_speakers(p, "P01", odd),
    "language": lambda p, odd: documents.set_language(p, "P01", odd),
    "edit": lambda p, odd: documents.edit_text(p, "P01", 40, 50, odd),
    "replace": lambda p, odd: documents.replace_text(p, "P01", odd),
    "case": cases.add_case,
    "variable": lambda p, odd: cases.add_case(p, "Cy", **{odd: "x"}),
    "value": lambda p, odd: cases.set_value(p, "Bo", "team", odd),
    "new variable": lambda p, odd: cases.set_value(p, "Bo", odd, "x"),
    "no variable": lambda p, odd: cases.set_value(p, "Bo", odd, None),
    "type": lambda p, odd: cases.add_variable(p, "new", odd),
    "speaker": lambda p, odd: cases.assign(p, "Bo", "P01", speaker=odd),
    "memo": lambda p, odd: memos.write_memo(p, f"words {odd}", title=odd, kind=odd),
    "memo about": lambda p, odd: memos.write_memo(p, "words", about=odd),
    "search": lambda p, odd: list(search(p, odd)),
    "query": lambda p, odd: p.analyse("frequencies", codes=[odd]),
    "rule": lambda p, odd: p.analyse("cooccurrence", rule=odd),
    "moment": lambda p, odd: p.as_of(odd),
    "import": lambda p, odd: exchange.bring_in(p, [_arrival(odd)]),
}  # fmt: skip


def _arrival(odd: str) -> exchange.Arrival:
    text = "Words of a document."
    bundle = Bundle(
        documents=(ReadDocument("new", text, "txt", language="en", case="Cy"),),
        cases=(ReadCase("Cy", {"team": ("text", odd)}),),
        codes=(ReadCode(("one",), "code", "", {"definition": odd}, odd),),
        codings=(ReadCoding("new", 0, 5, ("one",), "Cem", odd),),
    )
    return exchange.Arrival("new.txt", text.encode(), bundle)


@pytest.mark.parametrize("where", PLACES)
def test_odd_words(where: str, study: Project) -> None:
    before = state(study)
    for odd in ODD:
        try:
            PLACES[where](study, odd)
        except QualcodeError:
            assert state(study) == before, f"{odd!r} was refused and left something"
            continue
        if state(study) != before:
            assert study.check() == []
            study.undo()
            assert state(study) == before
    assert study.check() == []


@pytest.mark.parametrize("odd", ODD)
def test_odd_coders_and_study_names(odd: str, place: str) -> None:
    made = 0
    try:
        with qualcode.new(place, name=f"Study {odd}", coder=f"Ana {odd}") as project:
            made += 1
            codebook.add_code(project, "one")
            assert project.check() == []
    except QualcodeError:
        assert not made


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 5), (5, 5), (9, 3), (0, 10**9), (10**30, 10**31), (len(ANA), len(ANA) + 1)]
)
def test_odd_spans(start: int, end: int, study: Project) -> None:
    before = state(study)
    with study.read() as read:
        segment = read.segments_of(read.documents()[0].id)[0]
    for act in (
        lambda: coding.apply_code(study, "P01", start, end, "place"),
        lambda: coding.resize_segment(study, segment, start, end),
        lambda: cases.assign(study, "Bo", "P01", start, end),
    ):
        with pytest.raises(QualcodeError):
            act()
    assert state(study) == before


def test_things_that_are_gone(study: Project) -> None:
    with study.read() as read:
        segment = read.segments_of(read.documents()[0].id)[0]
        memo = read.memos()[0]
        placed = read.placed(document=read.documents()[0].id)[0]
    documents.remove_document(study, "P01")
    memos.remove_memo(study, memo)
    before = state(study)
    for act in (
        lambda: coding.remove_coding(study, placed),
        lambda: coding.remove_coding(study, placed.id),
        lambda: coding.comment_segment(study, segment, "late"),
        lambda: memos.edit_memo(study, memo, "late"),
        lambda: codebook.remove_code(study, uuid4()),
        lambda: documents.rename_document(study, str(uuid4()), "x"),
        lambda: coding.apply_code(study, placed, 0, 5, "place"),
    ):
        with pytest.raises(NotFound):
            act()
    assert state(study) == before


def test_naming_things_by_record_id_name_and_path(study: Project) -> None:
    with study.read() as read:
        code = next(code for code in read.codes() if code.name == "trust")
    for named in (code, code.id, str(code.id), "trust", "Power > trust", "Power>trust", "TRUST"):
        assert codebook.recolor_code(study, named, "#112233").id == code.id
    odd = codebook.add_code(study, "a>b", parent="Power")
    deep = codebook.add_code(study, "c", parent=odd)
    for named in ("a>b", "Power > a>b", "Power>a>b", "A>B"):
        assert codebook.recolor_code(study, named, "#112234").id == odd.id
    for named in ("Power > a>b > c", "Power>a>b>c"):
        assert codebook.recolor_code(study, named, "#112234").id == deep.id
    for document in ("P01", "P01.txt", "P01.docx"):
        assert documents.file_document(study, document, "x").name == "P01"
    variables = cases.add_variable(study, "joined", "date")
    for variable in (variables, variables.id, str(variables.id), "joined"):
        value = cases.set_value(study, "Bo", variable, "2026-11-22")
        assert value is not None
        assert value.variable == variables.id


def test_wrong_arguments_are_told_in_a_sentence(study: Project) -> None:
    with study.read() as read:
        code = read.codes()[0]
    count = len(study.history())
    for call, words in (
        (lambda: codebook.add_code(study, nam="x"), "missing a required argument: 'name'"),
        (lambda: codebook.add_code(study, name=5), "In codebook.add_code, name is a text, not 5."),
        (lambda: codebook.add_code("study", name="x"), "is called with an open project first, not with 'study'."),  # type: ignore[arg-type]
        (lambda: coding.apply_code(study, code, 0, 5, code), "A document is named by its record, id or name, not by"),
        (lambda: coding.apply_code(study, "P01", "0", 5, code), "start is a whole number, not '0'."),
        (lambda: coding.apply_code(study, "P01", 0, 5, None), "code is a record, its id or its name, not None."),
        (lambda: surgery.move_codings(study, 5, code), "codings is a list, not 5."),
        (lambda: surgery.split_code(study, code, [3]), "Each part is a pair"),
    ):
        with pytest.raises(BadInput, match=re.escape(words)) as said:
            call()
        assert "\n" not in str(said.value)
    assert len(study.history()) == count
