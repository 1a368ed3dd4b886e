"""Suggestions of reviewers: accepted as one step with both names, refused, in the way of something."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from app.review_notes import bring, code_of, file_of, note, notes_of, only, passage, relation, study_codes
from app.study import ANA, state

from qualcode.app import codebook, coding, relations, reviews
from qualcode.app.project import Project
from qualcode.app.review_threads import threads
from qualcode.domain.errors import BadInput, QualcodeError, Refused
from qualcode.domain.reviews import ReviewNote


def _bring_suggestion(study: Project, target: Any, kind: str, suggestion: str, value: Any, name: str) -> ReviewNote:
    bring(
        study, file_of(study, suggestions=[note(target, kind, name, suggestion=suggestion, value=value, text="Why.")])
    )
    return only(study, suggestion)


CASES: dict[str, Callable[[Project], tuple[Any, str, str, Any, str]]] = {
    "rename": lambda p: (code_of(p, "trust").id, "code", "rename", "confidence", "trust"),
    "merge": lambda p: (code_of(p, "trust").id, "code", "merge", str(code_of(p, "place").id), "trust"),
    "move": lambda p: (code_of(p, "trust").id, "code", "move", "", "trust"),
    "move below": lambda p: (code_of(p, "place").id, "code", "move", str(code_of(p, "Power").id), "place"),
    "redefine": lambda p: (code_of(p, "trust").id, "code", "redefine", {"definition": "Belief."}, "trust"),
    "theme": lambda p: (code_of(p, "Power").id, "theme", "redefine", {"concept": "Who decides."}, "Power"),
    "quote": lambda p: (
        passage(p, "trust"),
        "quote",
        "move",
        {"from": str(code_of(p, "trust").id), "to": str(code_of(p, "gatekeeping").id)},
        "I trusted",
    ),
    "relation": lambda p: (relation(p).id, "relation", "rename", "contradicts", "Power leads to trust"),
    "comment": lambda p: (relation(p).id, "relation", "redefine", {"definition": "Second."}, "Power leads to trust"),
}


@pytest.mark.parametrize("case", CASES)
def test_an_accepted_suggestion_is_one_step_with_both_names_and_undo_opens_it_again(study: Project, case: str) -> None:
    suggestion = _bring_suggestion(study, *CASES[case](study))
    before, steps = state(study), len(study.history())
    decided = reviews.accept_suggestion(study, suggestion, "Yes.")
    step = study.history()[-1]
    assert len(study.history()) == steps + 1
    assert "suggested by Helen Marsh, accepted by Ana" in step.summary
    assert step.reason == "Why."
    assert (decided.state, decided.answer, decided.decided_by) == ("accepted", "Yes.", "Ana")
    assert state(study) != before
    with pytest.raises(Refused, match="accepted already"):
        reviews.accept_suggestion(study, suggestion)
    with pytest.raises(Refused, match="Undo that step"):
        reviews.reopen_note(study, suggestion)
    after = state(study)
    study.undo()
    assert state(study) == before
    study.redo()
    assert state(study) == after
    assert study.check() == []


def test_a_quote_carries_the_other_code_whoever_coded_it(study: Project) -> None:
    start = ANA.index("I trusted")
    with study.read() as read:
        quote = next(one.segment for one in read.placed() if one.start == start)
    asked = {"from": str(code_of(study, "trust").id), "to": str(code_of(study, "gatekeeping").id)}
    reviews.accept_suggestion(study, _bring_suggestion(study, quote, "quote", "move", asked, "I trusted"))
    with study.read() as read:
        names = read.codebook.by_id
        codes = sorted(names[one.code].name for one in read.placed() if one.start == start)
    assert codes == ["gatekeeping", "gatekeeping", "place"]


@pytest.mark.parametrize(
    ("kind", "value", "says"),
    [
        ("rename", "gatekeeping", "There is a code “gatekeeping” in this place already"),
        ("rename", "a > b", "separates the levels"),
        ("merge", "trust", "cannot be merged into itself"),
        ("merge", "Power", ""),
        ("move", "trust", "cannot be moved below itself"),
        ("merge", "gone", "not in the codebook any more"),
    ],
)
def test_what_clashes_is_refused_in_a_sentence(study: Project, kind: str, value: str, says: str) -> None:
    trust = code_of(study, "trust").id
    wanted = value
    if kind != "rename":
        wanted = str(uuid4()) if value == "gone" else str(code_of(study, value).id)
    suggestion = _bring_suggestion(study, trust, "code", kind, wanted, "trust")
    before = state(study), len(study.history())
    if not says:  # into what lies above: that is no clash
        reviews.accept_suggestion(study, suggestion)
        return
    with pytest.raises(QualcodeError, match=says):
        reviews.accept_suggestion(study, suggestion)
    assert (state(study), len(study.history())) == before


def test_fifty_suggestions_some_accepted_and_some_refused(study: Project) -> None:
    for number in range(20):
        codebook.add_code(study, f"code {number:02}", definition=f"old {number}")
    ids = {code.name: code.id for code in study_codes(study)}
    wanted = []
    for number in range(20):
        name = f"code {number:02}"
        wanted.append(note(ids[name], name=name, suggestion="rename", value=f"name {number:02}"))
        wanted.append(note(ids[name], name=name, suggestion="redefine", value={"definition": f"new {number}"}))
    for number in range(10, 20):
        name, place = f"code {number:02}", str(ids["Power"]) if number < 15 else str(ids["code 00"])
        what = "move" if number < 15 else "merge"
        wanted.append(note(ids[name], name=name, suggestion=what, value=place))
    assert len(wanted) == 50
    bring(study, file_of(study, suggestions=wanted))
    by_wish = {(one.about, one.kind): one for one in notes_of(study)}
    assert len(by_wish) == 50
    accepted = 0
    for each in wanted:
        number = int(each["name"][-2:])
        asked = by_wish[UUID(each["target"]), each["suggestion"]]
        if number % 3 == 0:
            reviews.refuse_suggestion(study, asked, "No.")
        else:
            reviews.accept_suggestion(study, asked)
            accepted += 1
    names = {code.id: code for code in study_codes(study)}
    for number in range(20):
        key = ids[f"code {number:02}"]
        kept = number % 3 == 0
        if number >= 15 and not kept:
            assert key not in names  # merged into code 00
            continue
        code = names[key]
        assert code.name == (f"code {number:02}" if kept else f"name {number:02}")
        assert code.definition == (f"old {number}" if kept else f"new {number}")
        assert (code.parent == ids["Power"]) == (10 <= number < 15 and not kept)
    notes = notes_of(study)
    assert sum(one.state == "accepted" for one in notes) == accepted
    assert sum(one.state == "refused" for one in notes) == 50 - accepted
    assert {one.decided_by for one in notes} == {"Ana"}
    steps = [step for step in study.history() if step.action == "reviews.accept_suggestion"]
    assert len(steps) == accepted
    assert all("suggested by Helen Marsh, accepted by Ana" in step.summary for step in steps)
    assert study.check() == []


def test_what_is_asked_for_is_told_in_words(study: Project) -> None:
    trust, power = code_of(study, "trust"), code_of(study, "Power")
    drawn = relation(study)
    quote = ("segment", passage(study, "trust"))
    asked = {
        reviews.suggest(study, trust, "rename", "faith").id: "rename to “faith”",
        reviews.suggest(study, trust, "merge", str(power.id)).id: "merge into “Power”",
        reviews.suggest(study, trust, "merge", str(uuid4())).id: "merge into “?”",
        reviews.suggest(study, trust, "merge", "nobody").id: "merge into “?”",
        reviews.suggest(study, trust, "move", "").id: "move to the top",
        reviews.suggest(study, trust, "move", str(power.id)).id: "move below “Power”",
        reviews.suggest(study, quote, "move", {"from": str(trust.id), "to": str(power.id)}).id: "put under “Power”",
        reviews.suggest(study, trust, "redefine", {"include": "a", "exclude": "b"}).id: (
            "When not to use: “b”; When to use: “a”"
        ),
        reviews.suggest(study, trust, "redefine", "broken").id: "",
        reviews.suggest(study, drawn, "rename", "contradicts").id: "rename to “contradicts”",
        reviews.comment_on(study, drawn, "So?").id: "",
    }
    with study.read() as read:
        found = {remark.note.id: str(remark.asks) for thread in threads(read) for remark in thread.remarks}
        names = {thread.kind: thread.name for thread in threads(read)}
    assert found == asked
    assert names["relation"] == "Power leads to trust"
    assert names["segment"] is not None


def test_what_is_broken_in_a_suggestion_is_said(study: Project) -> None:
    trust = code_of(study, "trust")
    drawn = relation(study)
    quote = ("segment", passage(study, "trust"))
    place, power = str(code_of(study, "place").id), str(code_of(study, "Power").id)
    broken = [
        (reviews.suggest(study, trust, "redefine", "{"), "cannot be read"),
        (reviews.suggest(study, trust, "redefine", {"colour": "red"}), "no field of a code"),
        (reviews.suggest(study, quote, "move", {"from": power, "to": place}), "does not carry “Power” any more"),
        (reviews.suggest(study, quote, "move", {"from": "?", "to": place}), "not in the codebook any more"),
        (reviews.suggest(study, ("segment", passage(study, "place")), "move", {"to": place}), "any more"),
    ]
    gone = reviews.suggest(study, drawn, "rename", "contradicts")
    relations.remove_relation(study, drawn)
    lost = reviews.suggest(study, quote, "move", {"from": str(trust.id), "to": place})
    broken.append((gone, "on no map any more"))
    for note_, says in broken:
        before = state(study)
        with pytest.raises(QualcodeError, match=says):
            reviews.accept_suggestion(study, note_)
        assert state(study) == before
    with study.read() as read:
        segments = {coding.id for coding in read.placed() if coding.segment == lost.about}
    for key in segments:
        coding.remove_coding(study, key)
    with pytest.raises(Refused, match="coded no more"):
        reviews.accept_suggestion(study, lost)
    with pytest.raises(BadInput, match="nothing to say about a “int”"):
        reviews.comment_on(study, 7, "x")


@pytest.mark.parametrize(
    ("kind", "what", "value"),
    [
        ("code", "rename", ""),
        ("code", "rename", "\u200b"),
        ("code", "rename", "x" * 201),
        ("code", "merge", "junk"),
        ("code", "merge", ""),
        ("code", "move", "junk"),
        ("code", "redefine", '{"definition": [1]}'),
        ("code", "redefine", '{"definition": NaN}'),
        ("code", "redefine", {"colour": "red"}),
        ("code", "redefine", '{"a":' * 3_900),
        ("quote", "move", {"from": "?", "to": "?"}),
        ("quote", "move", {"to": str(uuid4())}),
        ("relation", "redefine", {"concept": "x"}),
    ],
)
def test_what_no_page_asks_for_is_not_taken_in(study: Project, kind: str, what: str, value: Any) -> None:
    target = {
        "code": lambda: code_of(study, "trust").id,
        "quote": lambda: passage(study, "trust"),
        "relation": lambda: relation(study).id,
    }[kind]()
    before = len(study.history())
    with pytest.raises(BadInput, match="which no review page offers"):
        bring(study, file_of(study, suggestions=[note(target, kind, suggestion=what, value=value)]))
    assert len(study.history()) == before


def test_a_remark_that_calls_a_quote_a_code_is_not_taken_in(study: Project) -> None:
    with pytest.raises(BadInput, match=r"“r\.qcreview” takes something for what it is not"):
        bring(study, file_of(study, comments=[note(passage(study, "trust"), text="Who?")]))
    assert notes_of(study) == []
