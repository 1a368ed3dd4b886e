"""Every action there is: act, undo, redo, on both databases."""

import importlib
import pkgutil
import re
from collections.abc import Callable
from typing import Any

import pytest
from app.study import ANA, content, state

import qualcode.app
from qualcode.app import cases, codebook, coding, documents, exchange, memos
from qualcode.app.action import ACTIONS
from qualcode.app.project import Project
from qualcode.domain.bundle import Bundle, ReadCase, ReadCode, ReadCoding, ReadDocument
from qualcode.domain.codings import PlacedCoding

for module in pkgutil.iter_modules(qualcode.app.__path__):
    importlib.import_module(f"qualcode.app.{module.name}")

AT = ANA.index("Trust came")


def own_coding(project: Project, document: str = "P01", code: str = "trust") -> PlacedCoding:
    """A coding of Ana's."""
    with project.read() as read:
        ana = read.coder_named("Ana")
        found = read.document_named(document)
        assert ana is not None
        assert found is not None
        names = {one.id: one.name for one in read.codes()}
        return next(one for one in read.placed(document=found.id) if one.coder == ana.id and names[one.code] == code)


def first_memo(project: Project) -> Any:
    with project.read() as read:
        return read.memos()[0]


def arrival() -> list[exchange.Arrival]:
    bundle = Bundle(
        documents=(ReadDocument("New", "Some new words.\n", "txt", language="en", case="Cy"),),
        cases=(ReadCase("Cy", {"age": ("number", "20"), "town": ("text", "Ulm")}),),
        codes=(ReadCode(("Power", "silence"), "code", "", {"definition": "No words."}, "A memo."),),
        codings=(ReadCoding("New", 5, 8, ("Power", "silence"), "Cem", "short", 1.5, "new"),),
    )
    return [exchange.Arrival("new.txt", b"Some new words.\n", bundle)]


EXAMPLES: dict[str, Callable[[Project], Any]] = {
    "cases.add_case": lambda p: cases.add_case(p, "Cy", age=3, town="Ulm", glad=True),
    "cases.rename_case": lambda p: cases.rename_case(p, "Bo", "Bea"),
    "cases.remove_case": lambda p: cases.remove_case(p, "Ana Lee"),
    "cases.add_variable": lambda p: cases.add_variable(p, "joined", "date"),
    "cases.assign": lambda p: cases.assign(p, "Bo", "P01", 3, 12),
    "cases.speakers_to_cases": lambda p: cases.speakers_to_cases(p, "P01", {"Ana": "Ana Lee", "I": "Interviewer"}),
    "cases.unassign": lambda p: cases.unassign(p, "Bo", "P02"),
    "cases.set_value": lambda p: cases.set_value(p, "Bo", "team", "south"),
    "codebook.add_code": lambda p: codebook.add_code(p, "silence", parent="Power", near_miss="calm"),
    "codebook.rename_code": lambda p: codebook.rename_code(p, "Power > trust", "faith"),
    "codebook.recolor_code": lambda p: codebook.recolor_code(p, "trust", "#123456"),
    "codebook.define_code": lambda p: codebook.define_code(p, "trust", include="words", kind="theme"),
    "codebook.move_code": lambda p: codebook.move_code(p, "place", "Power", 0),
    "codebook.merge_codes": lambda p: codebook.merge_codes(p, "place", "trust"),
    "codebook.remove_code": lambda p: codebook.remove_code(p, "Power"),
    "coding.apply_code": lambda p: coding.apply_code(p, "P01", AT, AT + 17, "place", "why", 0.5),
    "coding.apply_new_code": lambda p: coding.apply_new_code(p, "P01", AT, AT + 5, "came", "Power", "in-vivo"),
    "coding.apply_to_spans": lambda p: coding.apply_to_spans(p, "place", [("P01", 0, 11), ("P02", 0, 3)]),
    "coding.remove_coding": lambda p: coding.remove_coding(p, own_coding(p)),
    "coding.resize_coding": lambda p: coding.resize_coding(p, own_coding(p), AT, AT + 5),
    "coding.resize_segment": lambda p: coding.resize_segment(p, own_coding(p).segment, AT, AT + 5),
    "coding.comment_segment": lambda p: coding.comment_segment(p, own_coding(p), "well"),
    "documents.rename_document": lambda p: documents.rename_document(p, "P01", "P01 first"),
    "documents.remove_document": lambda p: documents.remove_document(p, "P01"),
    "documents.file_document": lambda p: documents.file_document(p, "P01", "Interviews"),
    "documents.set_speakers": lambda p: documents.set_speakers(p, "P01", r"^(?P<speaker>\w+): "),
    "documents.set_language": lambda p: documents.set_language(p, "P02", "DE"),
    "documents.edit_text": lambda p: documents.edit_text(p, "P01", AT - 5, AT + 5, "Hope"),
    "documents.replace_text": lambda p: documents.replace_text(p, "P01", ANA.replace("nobody", "no one")),
    "exchange.import_arrivals": lambda p: exchange.import_arrivals(p, arrival()),
    "memos.write_memo": lambda p: memos.write_memo(p, "A thought.", about="P01"),
    "memos.edit_memo": lambda p: memos.edit_memo(p, first_memo(p), "Another thought.", kind="theory"),
    "memos.remove_memo": lambda p: memos.remove_memo(p, first_memo(p)),
}


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_act_undo_redo(name: str, study: Project) -> None:
    assert name in EXAMPLES, "give this action an example call above"
    before = state(study)
    last = study.history()[-1].number
    EXAMPLES[name](study)
    after = state(study)
    assert after != before, "the example must change something"
    steps = study.history(since=last)
    assert [step.action for step in steps] == [name], "one action is one step"
    assert not re.search(r"\{[\w.]+\}", steps[0].summary)
    assert steps[0].coder == "Ana"
    changed = {kind for kind in content(study) if before[kind] != after[kind]}
    assert steps[0].kinds == changed, "touches() must name what changed"
    assert study.check() == []
    assert study.undo().number == steps[0].number
    assert state(study) == before
    assert study.check() == []
    assert study.redo().number == steps[0].number
    assert state(study) == after
    assert study.check() == []


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_every_action_says_what_it_is(name: str) -> None:
    action = ACTIONS[name]
    assert action.help
    assert action.template
