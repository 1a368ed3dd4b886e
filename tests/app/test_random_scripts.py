"""Random work of two coders: whatever they do, the history holds, undo brings back, and the past can be seen."""

import os
import re
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from app.map_operations import MAP_OPERATIONS
from app.study import state
from hypothesis import given, settings
from hypothesis import strategies as st
from postgres import PostgresServer

import qualcode
from qualcode.app import (
    apart,
    bookmarks,
    cases,
    code_sets,
    codebook,
    coding,
    display_names,
    documents,
    exchange,
    linking,
    marking,
    memos,
    methods,
    named_versions,
    redactions,
    replacing,
    reviewing,
    surgery,
    themes,
    versions,
)
from qualcode.app.analyses import Analyses
from qualcode.app.code_history import SURGERIES
from qualcode.app.project import Project
from qualcode.domain.bundle import Bundle, ReadCoding, ReadDocument
from qualcode.domain.errors import QualcodeError
from qualcode.domain.themes import SIDES, STAGES, circle
from qualcode.store.past_private import PRESENT

LONG = bool(os.environ.get("QUALCODE_LONG"))
WORDS = ("", "new words ", "信任", "ein Satz.\nNoch einer.", "\n", " ", "e\u0301😀", "P02: And so on.\n")
NAMES = ("trust", "place", "Power", "fear", "{code.name}", "信任", "hope", "{name}")


class Desk:
    """A project and what lies about: things are picked by number, so that a script shrinks well."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def pick(self, kind: str, number: int) -> Any:
        """The thing of a kind that the number falls on; None when there is none."""
        with self.project.read() as read:
            things = sorted(read._all(kind), key=lambda thing: str(thing.id))
        return things[number % len(things)] if things else None

    def document(self, number: int) -> tuple[Any, str]:
        document = self.pick("document", number)
        if document is None:
            return None, ""
        with self.project.read() as read:
            return document, read.text(document)


Operation = Callable[[Desk, int, int, int], Any]


def _span(text: str, a: int, b: int) -> tuple[int, int]:
    start = a % (len(text) + 1)
    return start, min(len(text), start + b % 30)


def _apply(desk: Desk, a: int, b: int, c: int) -> None:
    document, text = desk.document(a)
    code = desk.pick("code", b)
    if document and code:
        coding.apply_code(desk.project, document, *_span(text, b * 7 + c, c), code, "why" * (c % 2), None)


def _apply_new(desk: Desk, a: int, b: int, c: int) -> None:
    document, text = desk.document(a)
    if document:
        coding.apply_new_code(desk.project, document, *_span(text, b, c), NAMES[c % len(NAMES)], desk.pick("code", b))


def _edit(desk: Desk, a: int, b: int, c: int) -> None:
    document, text = desk.document(a)
    if document:
        start, end = _span(text, b, c)
        documents.edit_text(desk.project, document, start, end, WORDS[c % len(WORDS)])


def _type(desk: Desk, a: int, b: int, c: int) -> None:
    """A burst of typing on the text as it was some steps ago."""
    document, text = desk.document(a)
    if document:
        with desk.project.read() as read:
            known = [before for _, before in read.texts_before(document.id) if before] or [document.content]
            base = read.text_of(known[-1 - b % min(3, len(known))]) if c % 2 else text
        start, end = _span(base, b, c)
        documents.edit_passages(desk.project, document, [(start, end, WORDS[a % len(WORDS)])], base)


def _everywhere(desk: Desk, a: int, b: int, _c: int) -> None:
    with desk.project.read() as read:
        found = replacing.find_passages(read, replacing.Search("eat."[a % 4], WORDS[b % len(WORDS)]))
    if found:
        replacing.replace_passages(desk.project, found[: 1 + b % 9])


def _restore(desk: Desk, a: int, b: int, _c: int) -> None:
    document, _ = desk.document(a)
    if document:
        with desk.project.read() as read:
            known = versions.versions(read, document)
        versions.restore_version(desk.project, document, known[b % len(known)].content)


def _settle(desk: Desk, a: int, b: int, c: int) -> None:
    with desk.project.read() as read:
        found = read.doubtful_segments()
    if found and c % 3 == 0:
        reviewing.confirm_places(desk.project, found[: 1 + a % 3])
    elif found and c % 3 == 1:
        reviewing.adjust_place(desk.project, found[0], b % 90, b % 90 + 1 + c % 9)
    elif found:
        reviewing.remove_doubtful(desk.project, found[:1])


def _replace(desk: Desk, a: int, b: int, c: int) -> None:
    document, text = desk.document(a)
    if document:
        start, end = _span(text, b, c)
        words = text[:start] + WORDS[b % len(WORDS)] + text[end:]
        documents.replace_text(desk.project, document, words.replace("trust", "faith", c % 3))


def _import(desk: Desk, a: int, b: int, c: int) -> None:
    text = f"Document {a % 5}.\n" + WORDS[b % len(WORDS)] * (c % 4)
    read = ReadDocument(f"N{a % 5}", text, "txt", language="en")
    found = ReadCoding(read.name, 0, 8, (NAMES[c % 4], "imported"), ("Ana", "Ben", "Cem")[c % 3])
    exists = ("", "skip", "replace", "keep-both")[c % 4]
    arrival = exchange.Arrival("n.txt", text.encode(), Bundle(documents=(read,), codings=(found,) * (b % 2)))
    exchange.bring_in(desk.project, [arrival], exists)


def _memo(desk: Desk, a: int, b: int, c: int) -> None:
    about = desk.pick(("document", "segment", "code", "case")[a % 4], b)
    memos.write_memo(desk.project, f"thought {c}", about)


def _link_memo(desk: Desk, a: int, b: int, c: int) -> None:
    memo = desk.pick("memo", a)
    to = desk.pick(("document", "segment", "code", "case", "memo")[c % 5], b)
    if memo and to:
        memos.link_memo(desk.project, memo, to)


def _bookmark(desk: Desk, a: int, b: int, c: int) -> None:
    document, text = desk.document(a)
    if document:
        bookmarks.add_bookmark(desk.project, document, b * 7 % (len(text) + 1), NAMES[c % len(NAMES)] if c % 2 else "")


def _redact(desk: Desk, a: int, b: int, c: int) -> None:
    document, text = desk.document(a)
    if document:
        start, end = _span(text, b, c)
        redactions.redact(desk.project, document, start, end, NAMES[c % 8])


def _codings(desk: Desk, a: int, b: int) -> list[Any]:
    found = [desk.pick("coding", a + number) for number in range(1 + b % 3)]
    return list({one.id: one for one in found if one is not None}.values())


def _split(desk: Desk, a: int, b: int, c: int) -> None:
    code = desk.pick("code", a)
    with desk.project.read() as read:
        codings = read.codings_with(code.id) if code else []
    if codings:
        half = codings[: 1 + b % len(codings)]
        target = desk.pick("code", b) if c % 2 else {"name": NAMES[c % 8]}
        surgery.split_code(desk.project, code, [(target, half)], bool(c % 3), bool(c % 5))


def _take_apart(desk: Desk, a: int, _b: int, _c: int) -> None:
    done = [step for step in desk.project.history() if step.action in SURGERIES]
    if done:
        apart.take_apart(desk.project, done[a % len(done)].number)


def _code_set(desk: Desk, a: int, b: int, c: int) -> None:
    there = desk.pick("code_set", a)
    codes = [code for code in (desk.pick("code", b), desk.pick("code", c)) if code is not None]
    if there is None or c % 7 == 0:
        code_sets.add_code_set(desk.project, f"set {a % 4}", codes)
    elif c % 3 == 0:
        code_sets.remove_from_code_set(desk.project, there, codes)
    elif c % 11 == 1:
        code_sets.remove_code_set(desk.project, there)
    else:
        code_sets.add_to_code_set(desk.project, there, codes)


def _evidence(desk: Desk, a: int, b: int, c: int) -> None:
    document, text = desk.document(a)
    theme = desk.pick("code", b)
    if theme is not None:
        themes.add_evidence(desk.project, theme, (document, *_span(text, b, c)), SIDES[c % 2], NAMES[a % 8])


def _on(kind: str, act: Callable[[Desk, Any, int, int], Any]) -> Operation:
    """An operation on one thing of a kind."""

    def operation(desk: Desk, a: int, b: int, c: int) -> None:
        thing = desk.pick(kind, a)
        if thing is not None:
            act(desk, thing, b, c)

    return operation


OPERATIONS: dict[str, Operation] = {
    **MAP_OPERATIONS,
    "apply": _apply,
    "apply again": _apply,
    "apply new": _apply_new,
    "edit": _edit,
    "edit again": _edit,
    "replace": _replace,
    "type": _type,
    "replace everywhere": _everywhere,
    "restore version": _restore,
    "settle doubts": _settle,
    "import": _import,
    "memo": _memo,
    "link memo": _link_memo,
    "bookmark": _bookmark,
    "rename bookmark": _on("bookmark", lambda d, one, b, _c: bookmarks.rename_bookmark(d.project, one, f"place {b}")),
    "remove bookmark": _on("bookmark", lambda d, thing, _b, _c: bookmarks.remove_bookmark(d.project, thing)),
    "name point": lambda d, a, b, _c: named_versions.name_version(
        d.project, f"point {a % 5}", NAMES[b % 8], 1 + b % d.project.history()[-1].number
    ),
    "rename point": _on(
        "named_version", lambda d, one, b, _c: named_versions.rename_version(d.project, one, f"point {b % 5}")
    ),
    "forget point": _on("named_version", lambda d, one, _b, _c: named_versions.remove_version(d.project, one)),
    "method": lambda d, a, _b, _c: methods.set_method(d.project, ("", "reflexive", "grounded")[a % 3]),
    "redact": _redact,
    "take back redaction": _on("redaction", lambda d, thing, _b, _c: redactions.remove_redaction(d.project, thing)),
    "display id": _on("case", lambda d, thing, b, _c: display_names.set_display(d.project, thing, NAMES[b % 8])),
    "speaker name": lambda d, a, b, _c: display_names.set_speaker_name(d.project, f"P0{a % 3}", NAMES[b % 8]),
    "weigh": _on("coding", lambda d, thing, b, c: marking.weigh_coding(d.project, thing, b if c % 3 else None)),
    "certainty": _on(
        "coding", lambda d, thing, b, _c: marking.set_certainty(d.project, thing, (None, "sure", "unsure")[b % 3])
    ),
    "mark": _on("coding", lambda d, thing, b, _c: marking.mark_coding(d.project, thing, (None, "exemplar")[b % 2])),
    "discuss": _on("coding", lambda d, thing, b, c: marking.discuss_coding(d.project, thing, NAMES[b % 8] * (c % 2))),
    "example": _on("coding", lambda d, thing, b, _c: marking.use_as_example(d.project, thing, near_miss=b % 2 == 0)),
    "link": _on(
        "segment", lambda d, thing, b, c: linking.link_segments(d.project, thing, d.pick("segment", b), NAMES[c % 3])
    ),
    "turn link": _on("link", lambda d, thing, _b, _c: linking.turn_link(d.project, thing)),
    "change link": _on("link", lambda d, thing, b, _c: linking.change_link(d.project, thing, NAMES[b % 3], "why")),
    "unlink": _on("link", lambda d, thing, _b, _c: linking.remove_link(d.project, thing)),
    "uncode": _on("coding", lambda d, thing, _b, _c: coding.remove_coding(d.project, thing)),
    "resize coding": _on(
        "coding", lambda d, thing, b, c: coding.resize_coding(d.project, thing, b % 90, b % 90 + c % 9)
    ),
    "resize": _on("segment", lambda d, thing, b, c: coding.resize_segment(d.project, thing, b % 90, b % 90 + c % 9)),
    "comment": _on("segment", lambda d, thing, b, _c: coding.comment_segment(d.project, thing, NAMES[b % 8])),
    "add code": lambda d, a, b, c: codebook.add_code(
        d.project, NAMES[a % 8], parent=d.pick("code", b) if c % 2 else None
    ),
    "rename code": _on("code", lambda d, thing, b, _c: codebook.rename_code(d.project, thing, NAMES[b % 8])),
    "move code": _on("code", lambda d, thing, b, c: codebook.move_code(d.project, thing, d.pick("code", b), c % 3)),
    "lift code": _on("code", lambda d, thing, _b, c: codebook.move_code(d.project, thing, None, c % 3)),
    "merge": _on("code", lambda d, thing, b, _c: codebook.merge_codes(d.project, thing, d.pick("code", b))),
    "merge several": _on(
        "code",
        lambda d, thing, b, c: surgery.merge_several(d.project, [d.pick("code", b), d.pick("code", c)], thing),
    ),
    "move codes": _on(
        "code",
        lambda d, thing, b, c: surgery.move_codes(d.project, [d.pick("code", b), thing], d.pick("code", c), c % 3),
    ),
    "move codings": _on(
        "code",
        lambda d, thing, b, c: surgery.move_codings(
            d.project, _codings(d, b, c), thing, bool(c % 2), "because" * (c % 3)
        ),
    ),
    "split": _split,
    "take apart": _take_apart,
    "code set": _code_set,
    "remove code": _on("code", lambda d, thing, _b, _c: codebook.remove_code(d.project, thing)),
    "define": _on("code", lambda d, thing, _b, c: codebook.define_code(d.project, thing, definition=NAMES[c % 8])),
    "theme": _on("code", lambda d, thing, b, _c: codebook.define_code(d.project, thing, kind=("theme", "code")[b % 2])),
    "stage": _on("code", lambda d, thing, b, _c: themes.set_stage(d.project, thing, STAGES[b % 5])),
    "describe": _on("code", lambda d, thing, b, c: themes.describe_theme(d.project, thing, NAMES[b % 8], NAMES[c % 8])),
    "link theme": _on("code", lambda d, thing, b, _c: themes.link_code(d.project, thing, d.pick("code", b))),
    "unlink theme": _on("theme_code", lambda d, one, _b, _c: themes.unlink_code(d.project, one.theme, one.code)),
    "evidence": _evidence,
    "evidence of a segment": _on(
        "segment", lambda d, thing, b, c: themes.add_evidence(d.project, d.pick("code", b), thing, SIDES[c % 2])
    ),
    "move evidence": _on(
        "evidence", lambda d, thing, b, c: themes.move_evidence(d.project, thing, b % 3, SIDES[c % 2])
    ),
    "comment evidence": _on("evidence", lambda d, one, b, _c: themes.comment_evidence(d.project, one, NAMES[b % 8])),
    "drop evidence": _on("evidence", lambda d, thing, _b, _c: themes.remove_evidence(d.project, thing)),
    "rename": _on("document", lambda d, thing, b, _c: documents.rename_document(d.project, thing, f"P{b % 4}")),
    "remove": _on("document", lambda d, thing, _b, _c: documents.remove_document(d.project, thing)),
    "name things in a memo": _on(
        "memo",
        lambda d, thing, b, _c: memos.edit_memo(d.project, thing, f"See [[{NAMES[b % len(NAMES)]}]] and [[P01]]."),
    ),
    "remove memo": _on("memo", lambda d, thing, _b, _c: memos.remove_memo(d.project, thing)),
    "add case": lambda d, a, b, c: cases.add_case(d.project, f"case {a % 4}", age=b, team=NAMES[c % 8]),
    "assign": _on(
        "case", lambda d, thing, b, c: cases.assign(d.project, thing, d.pick("document", b), b % 40, b % 40 + c)
    ),
    "assign all": _on("case", lambda d, thing, b, _c: cases.assign(d.project, thing, d.pick("document", b))),
    "unassign": _on("case", lambda d, thing, b, _c: cases.unassign(d.project, thing, d.pick("document", b))),
    "value": _on("case", lambda d, thing, b, c: cases.set_value(d.project, thing, "age", b if c % 3 else None)),
    "remove case": _on("case", lambda d, thing, _b, _c: cases.remove_case(d.project, thing)),
    "undo": lambda d, _a, _b, _c: d.project.undo(),
    "undo more": lambda d, _a, _b, _c: d.project.undo(),
    "undo anyone": lambda d, _a, _b, _c: d.project.undo(anyone=True),
    "undo step": lambda d, a, _b, _c: d.project.undo(step=max(1, d.project.history()[-1].number - a % 25)),
    "redo": lambda d, _a, _b, _c: d.project.redo(),
}

operations = st.tuples(
    st.sampled_from(("Ana", "Ben")),
    st.sampled_from(sorted(OPERATIONS)),
    st.integers(0, 400),
    st.integers(0, 400),
    st.integers(0, 40),
)
NEEDS_A_DOCUMENT = ("assign", "assign all", "unassign")


def run(project: Project, script: list[tuple[str, str, int, int, int]], checks_every: int) -> None:
    """Play a script and hold every promise of the history against it."""
    desk = Desk(project)
    last = project.history()[-1].number
    seen = {last: state(project)}
    for at, (coder, name, a, b, c) in enumerate(script):
        if name in NEEDS_A_DOCUMENT and desk.pick("document", 0) is None:
            continue
        project.coder = coder
        before = seen[last]
        refused: QualcodeError | None = None
        try:
            OPERATIONS[name](desk, a, b, c)
        except QualcodeError as error:
            refused = error
        if refused is not None:
            assert set(re.findall(r"\{([\w.]+)\}", refused.template)) <= set(refused.values)
            assert state(project) == before, f"{name} failed and left something behind"
            assert project.history()[-1].number == last
            continue
        for step in project.history(since=last):
            seen[step.number] = state(project)
            last = step.number
            if step.reverts:
                _require_taken_back(seen, step.number, step.reverts)
        assert state(project) == seen[last]
        assert analysed(project.analyses) == analysed(Analyses(project)), f"analyses did not follow {name}"
        with project.read() as read:
            assert read.bare_segments() == [], f"{name} left segments that nobody sees"
            assert circle(read.codebook, read.where("theme_code")) == (), f"{name} made a circle"
        if at % checks_every == 0:
            assert project.check() == []
    assert project.check() == []
    for number in sorted(seen)[:: max(1, len(seen) // 6)]:
        with project.as_of(number) as past:
            assert _of_its_time(state(past)) == _of_its_time(seen[number])
            assert past.check() == []


def analysed(analyses: Analyses) -> tuple[Any, list[tuple[Any, ...]]]:
    """What analyses look at, in no order."""
    found = analyses.material(dated=True)
    columns = (found.document, found.code, found.coder, found.start, found.end, found.made)
    frame = found.codes, found.documents, found.coders, found.case_parts
    return frame, sorted(zip(*(column.tolist() for column in columns), strict=True))


def _of_its_time(seen: dict[str, Any]) -> dict[str, Any]:
    """A state without what is of the present whatever moment is looked at: see `store.past_private`."""
    named = {key: {**case, "display": None} for key, case in seen["case"].items()}
    return {**{kind: rows for kind, rows in seen.items() if kind not in PRESENT}, "case": named}


def _require_taken_back(seen: dict[int, Any], number: int, reverted: int) -> None:
    """Every row the reverted step touched is as it was before that step."""
    if reverted - 1 not in seen:
        return
    before, after, now = seen[reverted - 1], seen[reverted], seen[number]
    for kind in before:
        for key in before[kind].keys() | after[kind].keys():
            if before[kind].get(key) != after[kind].get(key):
                assert now[kind].get(key) == before[kind].get(key), f"{kind} after undoing step {reverted}"


@settings(max_examples=120 if LONG else 8)
@given(script=st.lists(operations, min_size=20, max_size=60))
def test_random_work_in_a_file(script: list[Any], study_file: Path, tmp_path: Path) -> None:
    place = tmp_path / f"{uuid.uuid4()}.qualcode"
    shutil.copyfile(study_file, place)
    with qualcode.open(place, coder="Ana") as project:
        run(project, script, checks_every=5)


@settings(max_examples=40 if LONG else 4)
@given(script=st.lists(operations, min_size=20, max_size=40))
def test_random_work_on_a_server(script: list[Any], study_database: str, postgres_server: PostgresServer) -> None:
    url = postgres_server.create_database(postgres_server.name_of(study_database))
    try:
        with qualcode.open(url, coder="Ana") as project:
            run(project, script, checks_every=10)
    finally:
        postgres_server.drop(url)


def long_script(seed: Any) -> list[Any]:
    """Five hundred steps of two people."""
    names = sorted(OPERATIONS)
    return [
        (
            seed.choice(("Ana", "Ben")),
            seed.choice(names),
            seed.randrange(400),
            seed.randrange(400),
            seed.randrange(40),
        )
        for _ in range(500)
    ]


@pytest.mark.long
@pytest.mark.skipif(not LONG, reason="takes minutes; run with QUALCODE_LONG=1")
@settings(max_examples=20)
@given(seed=st.randoms(use_true_random=False))
def test_long_random_work(seed: Any, study_file: Path, tmp_path: Path) -> None:
    place = tmp_path / f"{uuid.uuid4()}.qualcode"
    shutil.copyfile(study_file, place)
    with qualcode.open(place, coder="Ana") as project:
        run(project, long_script(seed), checks_every=25)


@pytest.mark.long
@pytest.mark.skipif(not LONG, reason="takes minutes; run with QUALCODE_LONG=1")
@settings(max_examples=4)
@given(seed=st.randoms(use_true_random=False))
def test_long_random_work_on_a_server(seed: Any, study_database: str, postgres_server: PostgresServer) -> None:
    url = postgres_server.create_database(postgres_server.name_of(study_database))
    try:
        with qualcode.open(url, coder="Ana") as project:
            run(project, long_script(seed), checks_every=25)
    finally:
        postgres_server.drop(url)
