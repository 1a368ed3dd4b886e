"""Every action there is: act, undo, redo, on both databases."""

import importlib
import pkgutil
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from app.map_examples import MAP_BEFORE, MAP_EXAMPLES
from app.review_examples import REVIEW_BEFORE, REVIEW_EXAMPLES
from app.study import ANA, content, state
from app.summary_examples import SUMMARY_BEFORE, SUMMARY_EXAMPLES

import qualcode.app
from qualcode.app import (
    apart,
    autocoding,
    basket,
    bookmarks,
    case_tables,
    cases,
    code_history,
    code_sets,
    codebook,
    coding,
    display_names,
    document_sets,
    documents,
    drafts,
    exchange,
    folders,
    found_passages,
    linking,
    marking,
    memos,
    methods,
    named_versions,
    queries,
    redactions,
    replacing,
    report_answers,
    reviewing,
    surgery,
    themes,
    variables,
    versions,
)
from qualcode.app.action import ACTIONS
from qualcode.app.project import Project
from qualcode.app.retrieving import Retrieved
from qualcode.domain.autocoding import Autocoding
from qualcode.domain.bundle import Bundle, ReadCase, ReadCode, ReadCoding, ReadDocument
from qualcode.domain.codings import PlacedCoding
from qualcode.domain.links import Link

for module in pkgutil.iter_modules(qualcode.app.__path__):
    importlib.import_module(f"qualcode.app.{module.name}")

AT = ANA.index("Trust came")


def found(project: Project) -> Retrieved:
    """What carries trust."""
    retrieval = project.analyses.retrieval
    return retrieval.ask(retrieval.typed("trust"))


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


def redaction_of(project: Project) -> Any:
    """A redaction; made once before the action that looks for it."""
    with project.read() as read:
        return read.where("redaction")[0]


def own_bookmark(project: Project) -> Any:
    with project.read() as read:
        return read.bookmarks()[0]


def codings_of(project: Project, code: str) -> list[PlacedCoding]:
    """The codings of a code."""
    with project.read() as read:
        return read.placed(code=next(one.id for one in read.codes() if one.name == code))


def step_of(project: Project, action: str) -> int:
    """The number of the newest step of an action."""
    return next(step.number for step in reversed(project.history()) if step.action == action)


def link(project: Project) -> Link:
    """The link between two of Ana's segments."""
    with project.read() as read:
        return read.links()[0]


def two_segments(project: Project) -> tuple[UUID, UUID]:
    return own_coding(project).segment, own_coding(project, "P02").segment


def passages(project: Project) -> list[replacing.Passage]:
    with project.read() as read:
        return replacing.find_passages(read, replacing.Search("trust", "faith"))


def newer_file() -> exchange.Arrival:
    text = ANA.replace("nobody", "no one")
    return exchange.Arrival("P01 new.txt", text.encode(), Bundle(documents=(ReadDocument("P01 new", text, "txt"),)))


def doubtful(project: Project) -> Any:
    """A segment of Ana's whose words are not those it stood on; made once before the action that looks at it."""
    with project.read() as read:
        found = read.doubtful_segments()
    return found[0]


def draft_of(project: Project) -> drafts.Draft:
    """What somebody typed into the first memo before the program died."""
    memo = first_memo(project)
    with project.read() as read:
        study = read.study().id.hex
    return drafts.Draft(
        memo.id.hex,
        study,
        "Ana",
        memo.id.hex,
        "code",
        memo.about.hex,
        "On",
        "",
        "",
        f"{memo.text} And [[P01]].",
        memo.text,
    )


def first_version(project: Project) -> str:
    with project.read() as read:
        return versions.versions(read, read.document_named("P01"))[-1].content


def people() -> tuple[case_tables.Sheet, list[case_tables.Column], list[case_tables.Target]]:
    sheet = case_tables.Sheet("people.csv", ("case", "age", "town"), [("Cy", "20", "Ulm")], (2,))
    columns = [case_tables.Column(1, "age", "number"), case_tables.Column(2, "town", "text")]
    return sheet, columns, [case_tables.Target(0, None, "Cy")]


BEFORE: dict[str, Callable[[Project], Any]] = {
    **MAP_BEFORE,
    **REVIEW_BEFORE,
    **SUMMARY_BEFORE,
    **dict.fromkeys(
        ("named_versions.rename_version", "named_versions.comment_version", "named_versions.remove_version"),
        lambda p: named_versions.name_version(p, "Early", step=7),
    ),
    **dict.fromkeys(
        ("redactions.remove_redaction", "redactions.remove_redactions"),
        lambda p: redactions.redact(p, "P01", AT + 3, AT + 9),
    ),
    **dict.fromkeys(
        ("queries.rename_query", "queries.define_query", "queries.remove_query", "queries.make_smart"),
        lambda p: queries.save_query(p, "Slow", "trust AND place"),
    ),
    "queries.unmake_smart": lambda p: queries.make_smart(p, queries.save_query(p, "Slow", "trust AND place")),
    "marking.clear_facet": lambda p: marking.mark_facet(p, own_coding(p, "P02")),
    "themes.unlink_code": lambda p: themes.link_code(p, "Power", "place"),
    **dict.fromkeys(
        ("basket.rename_item", "basket.comment_item", "basket.move_item", "basket.remove_item"),
        lambda p: (
            basket.send_to_report(p, "frequencies", title="How often"),
            basket.send_to_report(p, "cooccurrence", "figure", {"rule": "turn", "codes": ["Power"]}),
        ),
    ),
    **dict.fromkeys(
        ("themes.remove_evidence", "themes.comment_evidence", "themes.move_evidence"),
        lambda p: (
            themes.add_evidence(p, "Power", ("P01", AT, AT + 10)),
            themes.add_evidence(p, "Power", own_coding(p), "for", "so"),
        ),
    ),
    **dict.fromkeys(
        ("reviewing.confirm_places", "reviewing.adjust_place", "reviewing.remove_doubtful"),
        lambda p: documents.replace_text(p, "P01", ANA.replace("garden", "allotments")),
    ),
    "versions.restore_version": lambda p: documents.edit_text(p, "P01", 0, 11, "INT"),
    "memos.unlink_memo": lambda p: memos.link_memo(p, first_memo(p), "place"),
    **dict.fromkeys(
        (
            "document_sets.rename_document_set",
            "document_sets.remove_document_set",
            "document_sets.add_to_document_set",
            "document_sets.remove_from_document_set",
            "document_sets.move_document_set",
            "documents.remove_document",
            "documents.remove_documents",
        ),
        lambda p: (
            document_sets.add_document_set(p, "Early", ["P01"]),
            document_sets.add_document_set(p, "Late", ["P01"]),
        ),
    ),
    **dict.fromkeys(
        ("folders.rename_folder", "folders.move_folder", "folders.remove_folder"),
        lambda p: (folders.move_documents(p, ["P01"], "Here/There"), folders.move_documents(p, ["P02"], "Else")),
    ),
}


def evidence_of(project: Project) -> Any:
    """The first piece of evidence of the theme."""
    with project.read() as read:
        return read.where("evidence")[0]


EXAMPLES: dict[str, Callable[[Project], Any]] = {
    **MAP_EXAMPLES,
    **REVIEW_EXAMPLES,
    **SUMMARY_EXAMPLES,
    "autocoding.autocode": lambda p: autocoding.autocode(
        p, "place", [("P01", AT, AT + 5), ("P02", 0, 3)], Autocoding("words", "trust", unit="sentence")
    ),
    "autocoding.autocode_new": lambda p: autocoding.autocode_new(
        p, "came", [("P01", AT, AT + 5)], Autocoding("regex", "c.me"), "Power", ["faith"]
    ),
    "basket.send_to_report": lambda p: basket.send_to_report(p, "frequencies", "table", {"documents": "P01"}, "", "so"),
    "basket.rename_item": lambda p: basket.rename_item(p, "How often", "Counts"),
    "basket.comment_item": lambda p: basket.comment_item(p, "How often", "Few."),
    "basket.move_item": lambda p: basket.move_item(p, "How often", 1),
    "basket.remove_item": lambda p: basket.remove_item(p, "How often"),
    "bookmarks.add_bookmark": lambda p: bookmarks.add_bookmark(p, "P01", AT),
    "bookmarks.rename_bookmark": lambda p: bookmarks.rename_bookmark(p, own_bookmark(p), "the turn"),
    "bookmarks.remove_bookmark": lambda p: bookmarks.remove_bookmark(p, own_bookmark(p)),
    "cases.add_case": lambda p: cases.add_case(p, "Cy", age=3, town="Ulm", glad=True),
    "cases.rename_case": lambda p: cases.rename_case(p, "Bo", "Bea"),
    "cases.remove_case": lambda p: cases.remove_case(p, "Ana Lee"),
    "cases.add_variable": lambda p: cases.add_variable(p, "joined", "date"),
    "cases.assign": lambda p: cases.assign(p, "Bo", "P01", 3, 12),
    "cases.speakers_to_cases": lambda p: cases.speakers_to_cases(p, "P01", {"Ana": "Ana Lee", "I": "Interviewer"}),
    "cases.unassign": lambda p: cases.unassign(p, "Bo", "P02"),
    "case_tables.bring_in_table": lambda p: case_tables.bring_in_table(p, *people()),
    "cases.assign_to": lambda p: cases.assign_to(p, "P01", "Cy"),
    "cases.remove_cases": lambda p: cases.remove_cases(p, ["Bo", "Ana Lee"]),
    "cases.merge_cases": lambda p: cases.merge_cases(p, "Bo", "Ana Lee"),
    "cases.set_documents": lambda p: cases.set_documents(p, "Bo", [("P01", ""), ("P02", "INT")]),
    "variables.change_variable_type": lambda p: variables.change_variable_type(p, "team", "number", "clear"),
    "variables.remove_variable": lambda p: variables.remove_variable(p, "team"),
    "variables.rename_variable": lambda p: variables.rename_variable(p, "team", "group"),
    "variables.set_values": lambda p: variables.set_values(p, [("Bo", "team", "south"), ("Bo", "age", "")]),
    "cases.set_value": lambda p: cases.set_value(p, "Bo", "team", "south"),
    "apart.take_apart": lambda p: apart.take_apart(p, step_of(p, "codebook.move_code"), "too early"),
    "code_history.say_why": lambda p: code_history.say_why(p, step_of(p, "codebook.move_code"), "it is", "trust"),
    "code_sets.add_code_set": lambda p: code_sets.add_code_set(p, "Second round", ["Power", "trust"]),
    "code_sets.add_to_code_set": lambda p: code_sets.add_to_code_set(p, "First round", ["place", "gatekeeping"]),
    "code_sets.move_in_code_set": lambda p: code_sets.move_in_code_set(p, "First round", "place", 0),
    "code_sets.remove_code_set": lambda p: code_sets.remove_code_set(p, "First round"),
    "code_sets.remove_from_code_set": lambda p: code_sets.remove_from_code_set(p, "First round", ["trust"]),
    "code_sets.rename_code_set": lambda p: code_sets.rename_code_set(p, "First round", "Round one"),
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
    "coding.remove_codings": lambda p: coding.remove_codings(p, [own_coding(p), own_coding(p, "P02")]),
    "coding.resize_coding": lambda p: coding.resize_coding(p, own_coding(p), AT, AT + 5),
    "coding.resize_segment": lambda p: coding.resize_segment(p, own_coding(p).segment, AT, AT + 5),
    "coding.comment_segment": lambda p: coding.comment_segment(p, own_coding(p), "well"),
    "found_passages.code_found": lambda p: found_passages.code_found(p, "place", found(p)),
    "found_passages.code_found_anew": lambda p: found_passages.code_found_anew(
        p, "faith", found(p), None, "Power", ["belief"]
    ),
    "found_passages.uncode_found": lambda p: found_passages.uncode_found(p, "trust", found(p)),
    "found_passages.memo_on_found": lambda p: found_passages.memo_on_found(p, "Why these?", found(p)),
    "display_names.set_display": lambda p: display_names.set_display(p, "Ana Lee", "P07"),
    "display_names.set_displays": lambda p: display_names.set_displays(p, [("Bo", "P01"), ("Ana Lee", "P02")]),
    "display_names.set_speaker_name": lambda p: display_names.set_speaker_name(p, "P01", "Partner B"),
    "display_names.set_speaker_names": lambda p: display_names.set_speaker_names(p, {"P01": "B", "INTERVIEWER": "I"}),
    "display_names.give_displays": lambda p: display_names.give_displays(p, "Partner {A}"),
    "redactions.redact": lambda p: redactions.redact(p, "P01", AT + 3, AT + 9, "a name"),
    "redactions.redact_passages": lambda p: redactions.redact_passages(p, [("P01", AT, AT + 5), ("P02", 0, 3)]),
    "redactions.remove_redaction": lambda p: redactions.remove_redaction(p, redaction_of(p)),
    "redactions.remove_redactions": lambda p: redactions.remove_redactions(p, "P01", 0, len(ANA)),
    "documents.rename_document": lambda p: documents.rename_document(p, "P01", "P01 first"),
    "documents.remove_document": lambda p: documents.remove_document(p, "P01"),
    "documents.remove_documents": lambda p: documents.remove_documents(p, ["P02", "P01"]),
    "document_sets.add_document_set": lambda p: document_sets.add_document_set(p, "Third", ["P02", "P01"]),
    "document_sets.rename_document_set": lambda p: document_sets.rename_document_set(p, "Early", "Earliest"),
    "document_sets.remove_document_set": lambda p: document_sets.remove_document_set(p, "Early"),
    "document_sets.add_to_document_set": lambda p: document_sets.add_to_document_set(p, "Early", ["P01", "P02"]),
    "document_sets.remove_from_document_set": lambda p: document_sets.remove_from_document_set(p, "Early", ["P01"]),
    "document_sets.move_document_set": lambda p: document_sets.move_document_set(p, "Late", 0),
    "folders.move_documents": lambda p: folders.move_documents(p, ["P02"], "Interviews/First", 0),
    "folders.rename_folder": lambda p: folders.rename_folder(p, "Here", "Where"),
    "folders.move_folder": lambda p: folders.move_folder(p, "Here/There", "Else"),
    "folders.remove_folder": lambda p: folders.remove_folder(p, "Here"),
    "documents.file_document": lambda p: documents.file_document(p, "P01", "Interviews"),
    "documents.set_speakers": lambda p: documents.set_speakers(p, "P01", r"^(?P<speaker>\w+): "),
    "documents.set_language": lambda p: documents.set_language(p, "P02", "DE"),
    "documents.edit_text": lambda p: documents.edit_text(p, "P01", AT - 5, AT + 5, "Hope"),
    "documents.replace_text": lambda p: documents.replace_text(p, "P01", ANA.replace("nobody", "no one")),
    "documents.edit_passages": lambda p: documents.edit_passages(p, "P01", [(0, 11, "INT"), (AT, AT + 5, "Faith")]),
    "replacing.replace_passages": lambda p: replacing.replace_passages(p, passages(p)),
    "replacing.replace_with_file": lambda p: replacing.replace_with_file(p, "P01", newer_file()),
    "reviewing.confirm_places": lambda p: reviewing.confirm_places(p, [doubtful(p)]),
    "reviewing.adjust_place": lambda p: reviewing.adjust_place(p, doubtful(p), 0, 11),
    "reviewing.remove_doubtful": lambda p: reviewing.remove_doubtful(p, [doubtful(p)]),
    "versions.restore_version": lambda p: versions.restore_version(p, "P01", first_version(p)),
    "exchange.import_arrivals": lambda p: exchange.import_arrivals(p, arrival()),
    "surgery.merge_several": lambda p: surgery.merge_several(p, ["trust", "place"], "gatekeeping", "one idea"),
    "surgery.move_codes": lambda p: surgery.move_codes(p, ["trust", "gatekeeping"], None, 0, "no power"),
    "surgery.move_codings": lambda p: surgery.move_codings(p, codings_of(p, "trust"), "place", reason="all here"),
    "surgery.remove_codes": lambda p: surgery.remove_codes(p, ["trust", "Power"], "empty words"),
    "surgery.split_code": lambda p: surgery.split_code(
        p,
        "trust",
        [({"name": "slow trust"}, codings_of(p, "trust")[:1]), ("gatekeeping", codings_of(p, "trust")[1:2])],
        copy_definition=True,
        copy_memos=True,
        reason="two things",
    ),
    "linking.link_segments": lambda p: linking.link_segments(p, *reversed(two_segments(p)), "my own word", "so"),
    "linking.change_link": lambda p: linking.change_link(p, link(p), "answers", "else"),
    "linking.turn_link": lambda p: linking.turn_link(p, link(p)),
    "linking.remove_link": lambda p: linking.remove_link(p, link(p)),
    "marking.weigh_coding": lambda p: marking.weigh_coding(p, own_coding(p), -0.5),
    "marking.weigh_codings": lambda p: marking.weigh_codings(p, [own_coding(p), own_coding(p, "P02")], 3),
    "marking.set_certainty": lambda p: marking.set_certainty(p, own_coding(p), "unsure"),
    "marking.set_certainties": lambda p: marking.set_certainties(p, [own_coding(p), own_coding(p, "P02")], "sure"),
    "marking.mark_coding": lambda p: marking.mark_coding(p, own_coding(p), "near-miss"),
    "marking.mark_codings": lambda p: marking.mark_codings(p, [own_coding(p), own_coding(p, "P02")], "exemplar"),
    "marking.discuss_coding": lambda p: marking.discuss_coding(p, own_coding(p), "Is this trust?"),
    "marking.discuss_codings": lambda p: marking.discuss_codings(p, [own_coding(p), own_coding(p, "P02")]),
    "marking.mark_facet": lambda p: marking.mark_facet(p, own_coding(p), "Trust comes  slowly"),
    "marking.clear_facet": lambda p: marking.clear_facet(p, own_coding(p, "P02")),
    "marking.use_as_example": lambda p: marking.use_as_example(p, own_coding(p)),
    "methods.set_method": lambda p: methods.set_method(p, "grounded"),
    "named_versions.name_version": lambda p: named_versions.name_version(p, "Round 1", "all agreed", 9),
    "named_versions.rename_version": lambda p: named_versions.rename_version(p, "Early", "Earliest"),
    "named_versions.comment_version": lambda p: named_versions.comment_version(p, "Early", "rough"),
    "named_versions.remove_version": lambda p: named_versions.remove_version(p, "Early"),
    "memos.write_memo": lambda p: memos.write_memo(p, "A thought.", about="P01"),
    "memos.edit_memo": lambda p: memos.edit_memo(p, first_memo(p), "Another thought.", kind="theory"),
    "memos.write_on": lambda p: memos.write_on(p, first_memo(p), replace(first_memo(p), text="Before."), "Mine."),
    "memos.remove_memo": lambda p: memos.remove_memo(p, first_memo(p)),
    "memos.remove_memos": lambda p: memos.remove_memos(p, [first_memo(p)]),
    "memos.link_memo": lambda p: memos.link_memo(p, first_memo(p), "P01"),
    "memos.unlink_memo": lambda p: memos.unlink_memo(p, first_memo(p), "place"),
    "queries.save_query": lambda p: queries.save_query(p, "Slow", "trust AND place", "to be looked at"),
    "queries.rename_query": lambda p: queries.rename_query(p, "Slow", "Slower"),
    "queries.define_query": lambda p: queries.define_query(p, "Slow", "trust OVERLAPPING place", "wider"),
    "queries.remove_query": lambda p: queries.remove_query(p, "Slow"),
    "queries.make_smart": lambda p: queries.make_smart(p, "Slow", "#2067DA"),
    "queries.unmake_smart": lambda p: queries.unmake_smart(p, "Slow"),
    "report_answers.answer_item": lambda p: report_answers.answer_item(p, "COREQ", "10", "By snowball."),
    "themes.set_stage": lambda p: themes.set_stage(p, "Power", "defined", "it holds"),
    "themes.describe_theme": lambda p: themes.describe_theme(p, "Power", "Who decides.", counter_search="All of P02."),
    "themes.link_code": lambda p: themes.link_code(p, "Power", "place"),
    "themes.unlink_code": lambda p: themes.unlink_code(p, "Power", "place"),
    "themes.add_evidence": lambda p: themes.add_evidence(p, "Power", ("P01", AT, AT + 10), "against", "not so"),
    "themes.choose_evidence": lambda p: themes.choose_evidence(p, "Power", [own_coding(p), own_coding(p, "P02")]),
    "themes.remove_evidence": lambda p: themes.remove_evidence(p, evidence_of(p)),
    "themes.comment_evidence": lambda p: themes.comment_evidence(p, evidence_of(p), "well"),
    "themes.move_evidence": lambda p: themes.move_evidence(p, evidence_of(p), side="against"),
    "drafts.keep_drafts": lambda p: drafts.keep_drafts(p, [draft_of(p)]),
}


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_act_undo_redo(name: str, study: Project) -> None:
    assert name in EXAMPLES, "give this action an example call above"
    if name in BEFORE:
        BEFORE[name](study)
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
