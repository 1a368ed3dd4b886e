"""What was printed with […] for redacted words and comes back never takes the place of these words."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from app.review_notes import code_of, relation
from app.study import ANA, state

from qualcode.app import cases, codebook, display_names, documents, exchange, memos, redactions, reviews
from qualcode.app.action import Action
from qualcode.app.codebook_arrivals import read_plan
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting
from qualcode.app.relations import change_relation
from qualcode.cli.codebook_plan import plan_of
from qualcode.domain.bundle import Bundle, ReadCase, ReadCode, ReadCodeSet, ReadCoding, ReadDocument, ReadOptions
from qualcode.domain.errors import Refused
from qualcode.store.work import Work

SENTENCE = "I trusted nobody at first, then the garden."
NO_GARDEN = {"example": "I trusted […], then the […]."}


@pytest.fixture
def hidden(study: Project) -> Project:
    """The study with two redacted words that stand in the codebook, and a document named after a case."""
    for word in ("nobody", "garden"):
        redactions.redact(study, "P01", ANA.index(word), ANA.index(word) + len(word))
    display_names.set_display(study, _case(study, "Ana Lee"), "K1")
    documents.rename_document(study, "P01", "Talk with Ana Lee")
    codebook.define_code(
        study, "trust", definition="Nobody comes first", example=SENTENCE, example_document="Talk with Ana Lee"
    )
    memos.write_memo(study, "Nobody again.", about="trust")
    return study


def _case(project: Project, name: str) -> cases.Case:
    with project.read() as read:
        return next(one for one in read.cases() if one.name == name)


def without_steps(project: Project) -> object:
    return {kind: rows for kind, rows in state(project).items() if kind != "step"}


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "qdc"])
@pytest.mark.parametrize("display_ids", [False, True])
def test_our_own_codebook_comes_back_and_nothing_is_lost(
    hidden: Project, tmp_path: Path, suffix: str, display_ids: bool
) -> None:
    path = exchange.export_file(hidden, "codebook", tmp_path / f"book.{suffix}", display_ids=display_ids)
    before = without_steps(hidden)
    exchange.import_file(hidden, path, codebook="update")
    assert without_steps(hidden) == before


def edited(project: Project, tmp_path: Path, **fields: str) -> Path:
    path = exchange.export_file(project, "codebook", tmp_path / "book.json")
    told = json.loads(path.read_text("utf-8"))
    entry = next(one for one in told if one["name"] == "trust")
    for name, text in fields.items():
        assert "[…]" in entry[name]
        entry[name] = text
    path.write_text(json.dumps(told), "utf-8")
    return path


def test_words_that_others_wrote_about_take_ours_back(hidden: Project, tmp_path: Path) -> None:
    path = edited(hidden, tmp_path, example="She says: I trusted […] at first, then the […]!", definition="First […]")
    exchange.import_file(hidden, path, codebook="update")
    trust = code_of(hidden, "trust")
    assert trust.example == "She says: I trusted nobody at first, then the garden!"
    assert trust.definition == "First Nobody"


def test_where_it_cannot_be_told_ours_stays_and_the_plan_says_so(hidden: Project, tmp_path: Path) -> None:
    path = edited(hidden, tmp_path, example="The […] and […] and […].", definition="First […]")
    (record,) = (
        one
        for one in plan_of(hidden, exchange.read_files([path], ReadOptions()), "update")
        if one["path"] == "Power > trust"
    )
    assert record["held"] == ["example"]
    assert record["differences"] == [{"field": "definition", "old": "Nobody comes first", "new": "First Nobody"}]
    exchange.import_file(hidden, path, codebook="update")
    assert code_of(hidden, "trust").example == SENTENCE
    assert code_of(hidden, "trust").definition == "First Nobody"


def test_a_second_row_of_the_file_does_not_do_it_either(hidden: Project) -> None:
    found = [ReadCode(("Power", "trust"), "code", "", {"example": text}) for text in (SENTENCE, "The […], […] and […]")]
    with hidden.read() as read:
        rows = read_plan(read, found, "update")
    assert [row.why for row in rows] == ["", "twice"]
    assert rows[1].held == ("example",)
    assert dict(rows[1].whole) == {"example": SENTENCE}


# ── suggestions of reviewers ──
def test_a_suggestion_about_printed_words_keeps_the_redacted_ones(hidden: Project) -> None:
    trust = code_of(hidden, "trust")
    with hidden.read() as read:
        shown = Quoting(read).excerpt(trust.definition)
    assert shown == "[…] comes first"
    asked = reviews.suggest(hidden, trust, "redefine", {"definition": f"{shown}, or garden"})
    reviews.accept_suggestion(hidden, asked)
    assert code_of(hidden, "trust").definition == "Nobody comes first, or garden"


def test_a_suggestion_is_refused_where_it_cannot_be_told_which_words_it_means(hidden: Project) -> None:
    asked = reviews.suggest(
        hidden, code_of(hidden, "trust"), "redefine", {"example": "The […] came, then I trusted […]"}
    )
    before = state(hidden)
    with pytest.raises(Refused, match="Write it into “trust” yourself"):
        reviews.accept_suggestion(hidden, asked)
    assert state(hidden) == before
    plain = reviews.suggest(
        hidden, code_of(hidden, "trust"), "redefine", {"example": "Whoever came", "include": "a […] b"}
    )
    reviews.accept_suggestion(hidden, plain)
    assert code_of(hidden, "trust").example == "Whoever came"
    assert code_of(hidden, "trust").include == "a […] b", "a sign that stands for no words of ours"


def test_the_words_of_a_relation_keep_the_redacted_ones_too(hidden: Project) -> None:
    made = change_relation(hidden, relation(hidden), comment="As nobody said.")
    asked = reviews.suggest(hidden, made, "redefine", {"definition": "As […] said to me."})
    reviews.accept_suggestion(hidden, asked)
    with hidden.read() as read:
        assert read.record("relation", made.id).comment == "As nobody said to me."


def _once(work: Work) -> None:
    """A byte order mark before every name, as stored before such signs were taken away."""
    read = work.read
    for records in (read.codes(), read.documents(), read.cases(), read.variables(), read.code_sets()):
        work.replace([replace(one, name=f"\ufeff{one.name}") for one in records])
    read.__dict__.pop("codebook", None)


def test_names_stored_with_signs_that_leave_no_trace_are_met_again(study: Project) -> None:
    Action(_once, "Write names as they were written once")(study)  # not among the actions of the program
    before = state(study)
    codes = tuple(ReadCode(path, "code", "", {}) for path in (("Power", "trust"), ("place",)))
    bundle = Bundle(
        documents=(ReadDocument("P01", ANA, "txt", case="Ana Lee"),),
        cases=(ReadCase("Ana Lee", {"team": ("text", "north")}),),
        codes=codes,
        code_sets=(ReadCodeSet("First round", (("Power", "trust"),)),),
        codings=(ReadCoding("P01", ANA.index("garden"), ANA.index("garden") + 6, ("place",), "Ana"),),
    )
    exchange.bring_in(study, [exchange.Arrival("again.json", b"", bundle)])
    kinds = ("code", "document", "case", "variable", "value", "code_set", "code_set_member", "coder", "coding")
    after = state(study)
    assert {kind: after[kind] for kind in kinds} == {kind: before[kind] for kind in kinds}
    with study.read() as read:
        assert [row.state for row in read_plan(read, codes)] == ["same", "same"]
    assert codebook.define_code(study, "Power > trust", status="seen").name == "\ufefftrust"
    assert cases.assign_to(study, "P02", "Bo").name == "\ufeffBo"
    assert state(study)["case"] == before["case"]
