"""Reviews that come back: what they bring, what is refused, suggestions accepted and refused, threads, sign-offs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from app.review_notes import bring, code_of, file_of, note, notes_of, only, passage, sealed
from app.study import state
from sqlalchemy import event

import qualcode
from qualcode.app import codebook, coding, named_versions, reviews, sign_offs, theme_maps
from qualcode.app.project import Project, open_project
from qualcode.app.review_arrivals import import_reviews, is_review, read_review_file
from qualcode.app.review_threads import CHANGED, GONE, review_rows, signatures, threads
from qualcode.domain.errors import BadInput, Clash, QualcodeError, Refused
from qualcode.domain.history import Step


def test_a_review_is_one_step_and_the_same_file_makes_none(study: Project) -> None:
    trust = code_of(study, "trust").id
    contents = file_of(
        study,
        marks=[note(trust, mark="needs-work")],
        comments=[note(trust, text="Who believes whom?\n</script> “x” 😀 שלום")],
        suggestions=[note(trust, suggestion="rename", value="confidence", text="Clearer.")],
        sign_offs=[
            {
                "id": str(uuid4()),
                "what": "codebook",
                "about": str(trust),
                "statement": "Good.",
                "at": "2026-11-20T09:59:00Z",
            }
        ],
    )
    before = len(study.history())
    made = bring(study, contents)
    assert (made.comments, made.marks, made.suggestions, made.sign_offs, made.gone) == (1, 1, 1, 1, 0)
    step = study.history()[-1]
    assert len(study.history()) == before + 1
    assert step.summary == "Bring in the review of Helen Marsh: 4 new"
    assert {one.author for one in notes_of(study)} == {"Helen Marsh"}
    assert only(study, "comment").text == "Who believes whom?\n</script> “x” 😀 שלום"
    assert bring(study, contents).new == 0
    assert len(study.history()) == before + 1
    with study.read() as read:
        signed = signatures(read)[0]
        assert (signed.sign_off.signer, signed.version.step) == ("Helen Marsh", before)
        assert signed.sign_off.about == read.study().id
        assert signed.sign_off.signed_digest == contents["version"]["digest"]
    assert study.check() == []


def test_a_later_save_adds_only_what_is_new_and_an_older_one_is_stale(study: Project) -> None:
    trust, place = code_of(study, "trust").id, code_of(study, "place").id
    first = file_of(study, comments=[note(trust, text="One")], marks=[note(trust, mark="accept")])
    later = {
        **first,
        "saved": "2026-11-20T11:00:00Z",
        "comments": [*first["comments"], note(place, name="place", text="Two")],
        "marks": [note(trust, mark="needs-work")],
    }
    bring(study, first)
    made = bring(study, later)
    assert (made.comments, made.marks) == (1, 1)
    assert [one.text for one in notes_of(study) if one.kind == "comment"] == ["One", "Two"]
    assert only(study, "needs-work").about == trust
    assert not [one for one in notes_of(study) if one.kind == "accept"]
    before = state(study), len(study.history())
    with pytest.raises(Refused, match="is stale: a later save of the same review"):
        bring(study, first)
    assert (state(study), len(study.history())) == before
    with study.read() as read:
        assert read.count("review") == 1


def test_a_name_given_later_stands_at_what_was_said_before(study: Project) -> None:
    first = file_of(study, "", comments=[note(code_of(study, "trust").id, text="One")])
    bring(study, first)
    assert only(study, "comment").author == "Reviewer"
    bring(study, {**first, "reviewer": "Helen Marsh", "saved": "2026-11-20T10:00:01Z"})
    assert only(study, "comment").author == "Helen Marsh"


def _another_project(contents: dict[str, Any]) -> bytes:
    return sealed({**contents, "project": str(uuid4())})


def _other_history(contents: dict[str, Any]) -> bytes:
    return sealed({**contents, "version": {**contents["version"], "digest": "00" * 32}})


def _later_than_now(contents: dict[str, Any]) -> bytes:
    return sealed({**contents, "version": {**contents["version"], "step": contents["version"]["step"] + 7}})


def _tampered(contents: dict[str, Any]) -> bytes:
    return sealed(contents).replace(b"Fine.", b"Bad..")


def _unoffered(contents: dict[str, Any]) -> bytes:
    quote = note(uuid4(), "quote", suggestion="rename", value="x")
    return sealed({**contents, "suggestions": [quote]})


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_another_project, "is a review of another project"),
        (_other_history, "is stale: it was made from a state"),
        (_later_than_now, "is stale: it was made from a state"),
        (_tampered, "has been tampered with"),
        (_unoffered, "which no review page offers"),
    ],
)
def test_what_is_not_ours_is_named_and_changes_nothing(
    study: Project, tmp_path: Path, spoil: Callable[[dict[str, Any]], bytes], says: str
) -> None:
    contents = file_of(study, comments=[note(code_of(study, "trust").id, text="Fine.")])
    file = tmp_path / "helen.qcreview"
    file.write_bytes(spoil(contents))
    before = state(study), len(study.history())
    with pytest.raises(QualcodeError, match=says):
        import_reviews(study, [file])
    assert (state(study), len(study.history())) == before


def test_a_review_of_a_step_that_a_restored_copy_has_not_is_stale(study_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.qualcode"
    copy.write_bytes(study_path.read_bytes())
    with qualcode.open(copy, coder="Ana") as project:
        codebook.add_code(project, "only here")
        contents = file_of(project, comments=[note(code_of(project, "only here").id, text="x")])
    with qualcode.open(study_path, coder="Ana") as project:
        codebook.add_code(project, "another")
        with pytest.raises(Refused, match="is stale"):
            bring(project, contents)


def test_what_was_changed_or_removed_since_is_marked_and_kept(study: Project) -> None:
    trust, place = code_of(study, "trust"), code_of(study, "place")
    contents = file_of(
        study,
        comments=[note(trust.id, text="a"), note(place.id, name="place", text="b")],
        suggestions=[note(place.id, name="place", suggestion="rename", value="room")],
    )
    codebook.rename_code(study, trust, "faith")
    codebook.remove_code(study, place)
    assert bring(study, contents).gone == 2
    with study.read() as read:
        rows = {(row[7], row[3]): (row[2], row[-1]) for row in review_rows(read)}
    assert rows["a", "comment"] == ("faith", "called “trust” then")
    assert rows["b", "comment"] == ("place", GONE)
    suggestion = only(study, "rename")
    before = state(study)
    with pytest.raises(Refused, match="“place” is not in the codebook any more"):
        reviews.accept_suggestion(study, suggestion)
    assert state(study) == before
    reviews.refuse_suggestion(study, suggestion, "It went.")
    assert only(study, "rename").state == "refused"


def test_a_definition_that_changed_since_is_marked(study: Project) -> None:
    contents = file_of(study, comments=[note(code_of(study, "trust").id, text="a")])
    codebook.define_code(study, "trust", definition="Other words.")
    bring(study, contents)
    with study.read() as read:
        assert [row[-1] for row in review_rows(read)] == [CHANGED]


# ── threads ──
def test_threads_stand_in_codebook_order_with_their_answers(study: Project) -> None:
    said = reviews.comment_on(study, code_of(study, "place"), "Where?")
    reviews.mark(study, code_of(study, "Power"), "needs-work")
    reviews.answer_note(study, said, "Here.")
    reviews.comment_on(study, None, "All in all good.")
    with study.read() as read:
        found = threads(read)
    assert [thread.name for thread in found] == ["Study", "Power", "place"]
    assert [one.text for one in found[2].remarks[0].replies] == ["Here."]
    assert [thread.open for thread in found] == [1, 1, 1]
    reviews.settle_note(study, said)
    assert only_state(study, "Where?") == "settled"
    reviews.reopen_note(study, said)
    assert only_state(study, "Where?") == "open"
    with pytest.raises(Clash):
        study.undo(step_of(study, "reviews.comment_on"))  # an answer stands on it


def only_state(project: Project, text: str) -> str:
    return next(one.state for one in notes_of(project) if one.text == text)


def step_of(project: Project, action: str) -> int:
    return next(step.number for step in project.history() if step.action == action)


def test_a_mark_takes_the_place_of_ones_own(study: Project) -> None:
    power = code_of(study, "Power")
    reviews.mark(study, power, "needs-work")
    reviews.mark(study, power, "accept")
    assert [one.kind for one in notes_of(study)] == ["accept"]
    study.coder = "Ben"
    reviews.mark(study, power, "needs-work")
    assert {(one.author, one.kind) for one in notes_of(study)} == {("Ana", "accept"), ("Ben", "needs-work")}
    reviews.mark(study, power, "")
    assert [one.author for one in notes_of(study)] == ["Ana"]


def test_what_cannot_be_said_is_refused(study: Project) -> None:
    power = code_of(study, "Power")
    with pytest.raises(BadInput, match="nothing said"):
        reviews.comment_on(study, power, "  ")
    with pytest.raises(BadInput, match="One cannot suggest to rename that"):
        reviews.suggest(study, ("segment", passage(study, "trust")), "rename", "x")
    with pytest.raises(BadInput, match="A mark is"):
        reviews.mark(study, power, "fine")
    with pytest.raises(QualcodeError, match="not in the project any more"):
        reviews.comment_on(study, ("code", uuid4()), "x")
    with pytest.raises(BadInput, match="nothing to say about a “document”"):
        reviews.comment_on(study, ("document", uuid4()), "x")
    said = reviews.comment_on(study, power, "x")
    with pytest.raises(Refused, match="no suggestion"):
        reviews.accept_suggestion(study, said)
    asked = reviews.suggest(study, power, "rename", "Might")
    with pytest.raises(Refused, match="accepted or refused"):
        reviews.settle_note(study, asked)


def test_a_merge_carries_what_was_said_to_the_code_that_stays(study: Project) -> None:
    reviews.comment_on(study, code_of(study, "trust"), "Kept?")
    codebook.merge_codes(study, "trust", "place")
    with study.read() as read:
        assert [(thread.name, thread.remarks[0].note.about_name) for thread in threads(read)] == [("place", "trust")]


# ── sign-offs ──
def test_a_sign_off_names_its_version_and_keeps_the_digest(study: Project) -> None:
    made = sign_offs.sign_off(study, "codebook", signer="Helen Marsh", statement="Good.")
    step = study.history()[-2]
    with study.read() as read:
        version = read.record("named_version", made.version)
    assert (version.name, version.step) == (f"Helen Marsh, step {step.number}", step.number)
    assert made.signed_digest == step.digest
    assert study.history()[-1].summary == "Helen Marsh signs off the codebook"
    again = sign_offs.sign_off(study, "codebook", step=step.number, statement="Me too.")
    assert (again.version, again.signer) == (made.version, "Ana")
    with pytest.raises(QualcodeError, match="There is no step 999"):
        sign_offs.sign_off(study, "codebook", step=999)
    with pytest.raises(QualcodeError, match="map that was signed off"):
        sign_offs.sign_off(study, "map", about=uuid4())
    with pytest.raises(BadInput, match="the codebook or a map"):
        sign_offs.sign_off(study, "report")


def test_a_taken_name_is_counted_on(study: Project) -> None:
    number = len(study.history())
    named_versions.name_version(study, f"Ana, step {number + 1}")
    made = sign_offs.sign_off(study, "codebook")
    with study.read() as read:
        assert read.record("named_version", made.version).name == f"Ana, step {number + 1} (2)"


# ── reviewer mode ──
def test_a_project_open_for_review_keeps_what_is_said_and_nothing_else(study_place: str) -> None:
    with open_project(study_place, "Helen Marsh", reviewing=True) as project:
        assert project.read_only
        before = state(project)
        for act in (
            lambda: codebook.add_code(project, "mine"),
            lambda: coding.apply_code(project, "P01", 0, 5, "trust"),
            lambda: named_versions.name_version(project, "Mine"),
            lambda: project.undo(anyone=True),
        ):
            with pytest.raises(Refused, match="is open for review"):
                act()
        assert state(project) == before
        trust = code_of(project, "trust")
        said = reviews.comment_on(project, trust, "Whose?")
        reviews.mark(project, trust, "needs-work")
        asked = reviews.suggest(project, trust, "rename", "faith")
        reviews.answer_note(project, said, "Theirs?")
        with pytest.raises(Refused, match="is open for review"):
            reviews.accept_suggestion(project, asked)
        assert {one.author for one in notes_of(project)} == {"Helen Marsh"}
        project.undo()
        assert len(notes_of(project)) == 3
        project.redo()
        assert len(notes_of(project)) == 4
    with qualcode.open(study_place, coder="Ana") as project:
        reviews.accept_suggestion(project, only(project, "rename"))
        assert code_of(project, "faith").id == trust.id


def test_a_map_is_spoken_about_and_signed_off(study: Project) -> None:
    drawn = theme_maps.add_map(study, "How it holds")
    reviews.comment_on(study, drawn, "Good.")
    made = sign_offs.sign_off(study, "map", about=drawn.id, signer="Helen", version="Round 1")
    with study.read() as read:
        assert [thread.name for thread in threads(read)] == ["How it holds"]
        assert [row[2] for row in review_rows(read, "signed")] == ["Round 1"]
    assert made.about == drawn.id
    assert study.history()[-1].summary == "Helen signs off a map"


def test_a_mark_made_anew_elsewhere_stays(study: Project) -> None:
    trust = code_of(study, "trust").id
    later = note(trust, mark="accept", at="2026-11-21T09:59:00Z")
    bring(study, file_of(study, marks=[later]))
    assert bring(study, file_of(study, marks=[note(trust, mark="needs-work")])).marks == 0
    assert [one.kind for one in notes_of(study)] == ["accept"]


def test_the_same_sign_off_comes_in_once(study: Project) -> None:
    with study.read() as read:
        key = str(read.study().id)
    sign = {"id": str(uuid4()), "what": "codebook", "about": key, "statement": "Good.", "at": "2026-11-20T09:59:00Z"}
    contents = file_of(study, sign_offs=[sign])
    bring(study, contents)
    assert bring(study, {**contents, "saved": "2026-11-20T12:00:00Z"}).new == 0
    with study.read() as read:
        assert read.count("sign_off") == 1


def test_a_file_is_a_review_by_its_name(tmp_path: Path) -> None:
    assert is_review("Study-Helen.QCREVIEW")
    assert not is_review(tmp_path / "Study.qualcode")
    broken = tmp_path / "x.qcreview"
    broken.write_text("{}", "utf-8")
    with pytest.raises(BadInput, match="is no review file"):
        read_review_file(broken)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("x" * 5_000, "x" * 200), ("   ", "Reviewer"), ("\u200b\u202e", "Reviewer"), (" Helen\n Marsh\t", "Helen Marsh")],
)
def test_whatever_the_reviewer_is_called_what_was_said_comes_in(study: Project, written: str, kept: str) -> None:
    trust = code_of(study, "trust").id
    key = {"id": str(uuid4()), "what": "codebook", "about": str(trust), "statement": "", "at": "2026-11-20T09:59:00Z"}
    made = bring(study, file_of(study, written, comments=[note(trust, text="Who?")], sign_offs=[key]))
    assert (made.comments, made.sign_offs, made.review.reviewer) == (1, 1, kept)
    assert only(study, "comment").author == kept


def test_a_clock_that_was_ahead_keeps_no_later_save_out(study: Project) -> None:
    trust = code_of(study, "trust").id
    ahead = note(trust, mark="accept", at="9990-01-01T00:00:00Z")
    first = file_of(study, marks=[ahead], saved="9990-01-01T00:00:00Z")
    bring(study, first)
    later = note(trust, mark="needs-work", at="2026-11-20T11:59:00Z")
    made = bring(study, {**first, "saved": "2026-11-20T12:00:00Z", "marks": [later]})
    assert made.marks == 1
    assert [one.kind for one in notes_of(study)] == ["needs-work"]


def test_the_times_of_two_saves_are_compared_as_times(study: Project) -> None:
    first = file_of(study, saved="2026-11-20T10:00:00Z")
    bring(study, first)
    said = note(code_of(study, "trust").id, text="Half a second on")
    assert bring(study, {**first, "saved": "2026-11-20T10:00:00.5Z", "comments": [said]}).comments == 1


def test_an_answer_to_an_answer_stands_in_the_thread(study: Project) -> None:
    first = reviews.comment_on(study, code_of(study, "trust"), "Who?")
    second = reviews.answer_note(study, first.id, "They do.")
    third = reviews.answer_note(study, second.id, "All of them?")
    assert third.reply_to == first.id
    with study.read() as read:
        assert [one.text for one in threads(read)[0].remarks[0].replies] == ["They do.", "All of them?"]


def test_an_answer_nobody_can_see_is_none(study: Project) -> None:
    first = reviews.comment_on(study, code_of(study, "trust"), "Who?")
    with pytest.raises(BadInput, match="There is nothing said"):
        reviews.answer_note(study, first.id, "\u200b\u202e")


def test_many_threads_are_named_with_as_many_questions_as_few(study: Project) -> None:
    def questions() -> int:
        asked: list[str] = []
        with study.read() as read:

            def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
                asked.append(statement)

            event.listen(read.connection, "before_cursor_execute", count)
            found = threads(read)
            event.remove(read.connection, "before_cursor_execute", count)
        assert all(thread.name for thread in found)
        return len(asked)

    with study.read() as read:
        codes, documents = read.codes(), read.documents()
        segments = list(dict.fromkeys(one.segment for one in read.placed()))
    reviews.comment_on(study, codes[0], "One")
    reviews.comment_on(study, ("segment", segments[0]), "One")
    few = questions()
    for subject in (*codes[1:], *(("segment", key) for key in segments[1:])):
        reviews.comment_on(study, subject, "More")
    assert len(codes) + len(segments) > 6
    assert questions() <= few + len(documents) - 1  # each text is read once


def test_of_several_files_all_come_in_or_none(study: Project, tmp_path: Path) -> None:
    trust = code_of(study, "trust").id
    good = file_of(study, comments=[note(trust, text="Whose?")])
    bad = file_of(study, "Omar", suggestions=[note(uuid4(), "quote", suggestion="rename", value="x")])
    files = [tmp_path / name for name in ("good.qcreview", "bad.qcreview")]
    for file, contents in zip(files, (good, bad), strict=True):
        file.write_bytes(sealed(contents))
    before = state(study), len(study.history())
    with pytest.raises(QualcodeError, match=r"“bad\.qcreview” holds “rename”, which no review page offers"):
        import_reviews(study, files)
    assert (state(study), len(study.history())) == before


def test_the_step_of_a_review_is_its_own_whatever_else_is_done_at_the_time(study: Project, tmp_path: Path) -> None:
    place = tmp_path / "one.qcreview"
    place.write_bytes(sealed(file_of(study, comments=[note(code_of(study, "trust").id, text="Whose?")])))
    done: list[int] = []

    def meanwhile(step: Step) -> None:
        if not done:
            done.append(step.number)
            codebook.add_code(study, "by somebody else")

    study.changed.connect(meanwhile)
    assert import_reviews(study, [place])[0].step == done[0] == study.history()[-2].number
    assert import_reviews(study, [place])[0].step is None


def test_a_later_save_that_is_named_first_comes_in_second(study: Project, tmp_path: Path) -> None:
    said = note(code_of(study, "trust").id, text="Whose?")
    early = file_of(study, comments=[said])
    late = {**early, "saved": "2026-11-20T12:00:00Z", "comments": [said, note(said["target"], text="And why?")]}
    files = [tmp_path / name for name in ("late.qcreview", "early.qcreview")]
    for file, contents in zip(files, (late, early), strict=True):
        file.write_bytes(sealed(contents))
    assert [one.new for one in import_reviews(study, files, dry_run=True)] == [1, 1]
    assert not notes_of(study)
    assert [one.new for one in import_reviews(study, files)] == [1, 1]
    assert {one.text for one in notes_of(study)} == {"Whose?", "And why?"}


def test_a_sign_off_of_a_map_that_is_gone_is_counted_as_said_of_what_is_gone(study: Project) -> None:
    sign = {
        "id": str(uuid4()),
        "what": "map",
        "about": str(uuid4()),
        "statement": "Good.",
        "at": "2026-11-20T09:59:00Z",
    }
    made = bring(study, file_of(study, sign_offs=[sign]))
    assert (made.new, made.gone) == (0, 1)


def test_a_suggestion_as_long_as_a_page_lets_it_be_is_read(study: Project) -> None:
    long = '"\n' * 10_000
    trust = code_of(study, "trust").id
    asked = note(trust, suggestion="redefine", value={"definition": long})
    assert bring(study, file_of(study, suggestions=[asked])).suggestions == 1
    with pytest.raises(QualcodeError):
        bring(study, file_of(study, suggestions=[{**asked, "value": {"definition": long + "x"}}]))
