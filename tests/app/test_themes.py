"""Themes: stages, texts, codes linked from elsewhere, evidence; what is known of them, and what they still lack."""

from dataclasses import replace

import pytest
from app.study import ANA, BEN, state
from app.test_actions import own_coding

from qualcode.app import cases, codebook, coding, documents, exchange, surgery, themes
from qualcode.app.code_history import history_of_code
from qualcode.app.codebook_arrivals import read_plan, treated
from qualcode.app.codebook_landing import outcome
from qualcode.app.project import Project
from qualcode.app.theme_facts import (
    FEW_VOICES,
    MISSING,
    NO_BOUNDARY,
    NO_CONCEPT,
    NO_COUNTER_SEARCH,
    NO_EVIDENCE,
    ThemeFacts,
    chosen_evidence,
    theme_board,
    unfinished,
)
from qualcode.domain.bundle import Bundle, ReadCode
from qualcode.domain.codebook import Code
from qualcode.domain.errors import BadInput, Clash, NotFound, Refused
from qualcode.domain.ids import new_id
from qualcode.domain.queries import Scope
from qualcode.domain.themes import STAGES

CAME = ANA.index("Trust came")


def code(project: Project, name: str) -> Code:
    with project.read() as read:
        return next(one for one in read.codes() if one.name == name)


def facts(project: Project, name: str = "Power", scope: Scope | None = None) -> ThemeFacts:
    found = theme_board(project, scope).facts(code(project, name).id)
    assert found is not None
    return found


def last(project: Project) -> str:
    return project.history()[-1].summary


# ── stages and texts ──


def test_a_theme_begins_as_a_candidate_and_its_way_is_said(study: Project) -> None:
    assert facts(study).stage == "candidate"
    themes.set_stage(study, "Power", "defined", "two rounds of review")
    assert last(study) == "Move “Power” from candidate to defined — two rounds of review"
    assert study.history()[-1].reason == "two rounds of review"
    themes.set_stage(study, "Power", "dropped")
    assert last(study) == "Move “Power” from defined to dropped"
    assert code(study, "Power").stage == "dropped"


def test_a_stage_it_has_already_makes_no_step(study: Project) -> None:
    before = len(study.history())
    themes.set_stage(study, "Power", "candidate")
    assert len(study.history()) == before


def test_stages_are_for_themes_and_of_five(study: Project) -> None:
    with pytest.raises(Refused, match="“place” is a code"):
        themes.set_stage(study, "place", "defined")
    with pytest.raises(BadInput, match="not “done”"):
        themes.set_stage(study, "Power", "done")


def test_describing_writes_what_is_given_and_leaves_the_rest(study: Project) -> None:
    themes.describe_theme(study, "Power", concept=" Who decides. ", boundary="Not trust.")
    assert last(study) == "Describe the theme “Power”"
    themes.describe_theme(study, "Power", counter_search="Read P02 again.")
    assert last(study) == "Write the search for counter-evidence to “Power”"
    themes.describe_theme(study, "Power", boundary="")
    assert last(study) == "Write the boundary of “Power”"
    themes.describe_theme(study, "Power", concept="Who is asked.")
    assert last(study) == "Write the central organising concept of “Power”"
    found = code(study, "Power")
    assert (found.concept, found.boundary, found.counter_search) == ("Who is asked.", None, "Read P02 again.")


def test_the_codebook_takes_the_fields_of_themes_too(study: Project) -> None:
    made = codebook.add_code(study, "Time", "theme", stage="reviewed", concept="It passes.")
    assert (made.stage, made.concept, made.boundary) == ("reviewed", "It passes.", None)
    defined = codebook.define_code(study, made, stage="named", boundary="Not place.", concept="")
    assert (defined.stage, defined.concept, defined.boundary) == ("named", None, "Not place.")
    with pytest.raises(BadInput, match="not “ripe”"):
        codebook.define_code(study, made, stage="ripe")
    with pytest.raises(BadInput, match="no field “weight”"):
        codebook.define_code(study, made, weight="3")


def test_a_theme_that_becomes_a_code_keeps_its_texts(study: Project) -> None:
    themes.describe_theme(study, "Power", concept="Who decides.")
    codebook.define_code(study, "Power", kind="code")
    assert code(study, "Power").concept == "Who decides."
    codebook.define_code(study, "Power", kind="theme")
    assert facts(study).theme.concept == "Who decides."


def test_merging_keeps_what_a_theme_said_as_a_memo(study: Project) -> None:
    codebook.add_code(study, "Time", "theme", concept="It passes.", counter_search="All of it.")
    codebook.merge_codes(study, "Time", "Power")
    with study.read() as read:
        memo = read.memos(code(study, "Power").id)[-1]
    assert memo.title == "Merged: Time"
    assert "concept: It passes." in memo.text
    assert "counter search: All of it." in memo.text


# ── codes that stand elsewhere ──


def test_a_linked_code_gives_its_segments_to_the_theme_once(study: Project) -> None:
    before = facts(study)
    themes.link_code(study, "Power", "place")
    after = facts(study)
    assert after.linked == (code(study, "place").id,)
    assert set(after.codes) == {code(study, name).id for name in ("Power", "trust", "gatekeeping", "place")}
    assert before.segments == 2  # trust in P01 (two coders on one span) and in P02
    assert after.segments == 3  # place shares a span with trust
    themes.unlink_code(study, "Power", "place")
    assert facts(study) == before


@pytest.mark.parametrize(
    ("theme", "name", "why"),
    [
        ("Power", "Power", "itself"),
        ("Power", "trust", "stands below"),
        ("Inner", "Power", "other way round"),
        ("place", "trust", "is a code"),
    ],
)
def test_what_belongs_to_a_theme_already_cannot_be_linked(study: Project, theme: str, name: str, why: str) -> None:
    codebook.add_code(study, "Inner", "theme", parent="Power")
    with pytest.raises(Refused, match=why):
        themes.link_code(study, theme, name)


def test_a_code_is_linked_once_and_never_round_in_a_circle(study: Project) -> None:
    codebook.add_code(study, "Time", "theme")
    themes.link_code(study, "Power", "place")
    with pytest.raises(Refused, match="linked to “Power” already"):
        themes.link_code(study, "Power", "place")
    themes.link_code(study, "Time", "Power")
    with pytest.raises(Refused, match="other way round"):
        themes.link_code(study, "Power", "Time")
    with pytest.raises(Refused, match="not linked"):
        themes.unlink_code(study, "Time", "place")
    assert facts(study, "Time").segments == 3  # by way of Power and what is linked to that


def test_a_theme_is_not_moved_below_what_belongs_to_it(study: Project) -> None:
    time = codebook.add_code(study, "Time", "theme")
    pace = codebook.add_code(study, "pace", parent=time)
    themes.link_code(study, "Power", "Time")
    before = state(study)
    why = "“pace” belongs to “Power”: it cannot be the other way round as well"
    for act in (
        lambda: codebook.move_code(study, "Power", "pace"),
        lambda: surgery.move_codes(study, ["place", "Power"], "pace"),
    ):
        with pytest.raises(Refused, match=why):
            act()
    own = str(code(study, "Power").id)
    found = ReadCode(("Time", "pace", "Power"), "theme", id=own)
    arrival = exchange.Arrival("c.csv", b"theirs", Bundle(codes=(found,)))
    with study.read() as read:
        (row,) = read_plan(read, arrival.bundle.codes)
    assert row.why == "moved"
    with pytest.raises(Refused, match=why):
        exchange.bring_in(study, [arrival], decided=[treated(row, "update")])
    with study.read() as read, pytest.raises(Refused, match=why):
        outcome(read.codebook, [treated(row, "update")], read.where("theme_code"))
    assert state(study) == before
    codebook.move_code(study, pace, None)
    codebook.move_code(study, "Power", "pace")  # it belongs to no one now
    with pytest.raises(Clash, match="Undo step"):
        study.undo(study.history()[-2].number)
    assert study.check() == []


def test_merging_makes_no_circle(study: Project) -> None:
    time = codebook.add_code(study, "Time", "theme")
    pace = codebook.add_code(study, "pace", parent=time)
    codebook.define_code(study, "place", kind="theme")
    themes.link_code(study, "place", "Time")
    before = state(study)
    with pytest.raises(Refused, match="“place” and “pace” cannot become one"):
        codebook.merge_codes(study, "place", pace)
    assert state(study) == before


def test_undo_makes_no_circle(study: Project) -> None:
    time = codebook.add_code(study, "Time", "theme")
    themes.link_code(study, "Power", time)
    themes.unlink_code(study, "Power", time)
    taken = study.history()[-1].number
    codebook.move_code(study, "Power", time)
    with pytest.raises(Clash, match="“Move “Power”” by Ana came after it"):
        study.undo(taken)
    assert study.check() == []


def test_the_check_names_a_circle(study: Project) -> None:
    time = codebook.add_code(study, "Time", "theme")
    link = themes.link_code(study, "Power", time)
    with study.writing("test.turn", "Make a circle") as work:  # as no action does
        work.add(replace(link, id=new_id(), theme=time.id, code=code(study, "Power").id))
    assert any("belong to each other in a circle" in str(problem.what) for problem in study.check())


# ── evidence ──


def test_evidence_is_chosen_ordered_turned_and_let_go(study: Project) -> None:
    first = themes.add_evidence(study, "Power", own_coding(study), comment=" clear ")
    second = themes.add_evidence(study, "Power", own_coding(study, "P02").segment)
    third = themes.add_evidence(study, "Power", ("P01", CAME - 1, CAME + 11))
    assert (first.position, second.position, third.position) == (0, 1, 2)
    assert first.comment == "clear"
    themes.move_evidence(study, third, 0)
    assert [row.evidence.id for row in both(study)[0]] == [third.id, first.id, second.id]
    themes.move_evidence(study, first, side="against")
    assert last(study) == "Evidence turned: it speaks against “Power”"
    rows = both(study)
    assert [row.evidence.id for row in rows[0]] == [third.id, second.id]
    assert [row.evidence.comment for row in rows[1]] == ["clear"]
    assert (facts(study).evidence_for, facts(study).evidence_against) == (2, 1)
    themes.move_evidence(study, first, side="for")
    assert last(study) == "Evidence turned: it speaks for “Power”"
    before = len(study.history())
    themes.move_evidence(study, first)
    assert len(study.history()) == before, "no other place, no other side: nothing happens"


def both(project: Project):  # type: ignore[no-untyped-def]
    with project.read() as read:
        return chosen_evidence(read, code(project, "Power").id)


def test_evidence_says_where_it_stands(study: Project) -> None:
    themes.add_evidence(study, "Power", ("P01", CAME, CAME + 10), "against")
    row = both(study)[1][0]
    assert (row.passage.quote, row.passage.document, row.passage.turn) == ("Trust came", "P01", 2)
    assert row.passage.speaker == "P01"


def test_a_passage_nobody_coded_gets_a_segment_that_goes_with_it(study: Project) -> None:
    with study.read() as read:
        before = read.count("segment")
    made = themes.add_evidence(study, "Power", ("P01", CAME, CAME + 10), "against")
    with study.read() as read:
        assert read.count("segment") == before + 1
        assert read.record("segment", made.segment).coder == read.coder_named("Ana").id
    themes.remove_evidence(study, made)
    with study.read() as read:
        assert read.count("segment") == before


def test_a_coded_passage_stays_when_it_is_no_evidence_any_more(study: Project) -> None:
    made = themes.add_evidence(study, "Power", own_coding(study))
    themes.remove_evidence(study, made)
    assert own_coding(study).segment == made.segment


def test_evidence_outlives_the_last_coding_on_it(study: Project) -> None:
    only = own_coding(study, "P02")
    themes.add_evidence(study, "Power", only)
    coding.remove_coding(study, only.id)
    assert [row.passage.quote for row in both(study)[0]] == ["信任"]


def test_a_passage_is_evidence_of_a_theme_once(study: Project) -> None:
    one = themes.add_evidence(study, "Power", own_coding(study), "for", "so")
    again = themes.add_evidence(study, "Power", own_coding(study), "against")
    assert (again.id, again.side, again.comment) == (one.id, "against", "so")
    many = themes.choose_evidence(study, "Power", [own_coding(study), own_coding(study, "P02")], "against")
    assert [each.side for each in many] == ["against", "against"]
    assert last(study) == "2 segments as evidence against “Power”"
    assert themes.comment_evidence(study, one.id, "  ").comment == ""


def test_evidence_needs_a_theme_a_side_and_words(study: Project) -> None:
    with pytest.raises(Refused, match="is a code"):
        themes.add_evidence(study, "place", own_coding(study))
    with pytest.raises(BadInput, match="not “maybe”"):
        themes.add_evidence(study, "Power", own_coding(study), "maybe")
    with pytest.raises(BadInput, match="white space"):
        themes.add_evidence(study, "Power", ("P02", BEN.index("\n\n"), BEN.index("\n\n") + 2))
    with pytest.raises(NotFound):
        themes.remove_evidence(study, "none of ours")


def test_the_history_of_a_theme_knows_its_own_steps(study: Project) -> None:
    themes.set_stage(study, "Power", "reviewed")
    made = themes.add_evidence(study, "Power", own_coding(study))
    themes.link_code(study, "Power", "place")
    documents.remove_document(study, "P01")  # takes the evidence with it
    with study.read() as read:
        told = [one.step.action for one in history_of_code(read, made.theme)]
        elsewhere = [one.step.action for one in history_of_code(read, code(study, "place").id)]
    assert told[-4:] == ["themes.set_stage", "themes.add_evidence", "themes.link_code", "documents.remove_document"]
    assert "themes.link_code" in elsewhere


# ── what is known, and what is missing ──


def test_voices_count_own_turns_only_and_name_who_is_not_coded_yet(study: Project) -> None:
    cases.add_case(study, "Cy")
    cases.assign(study, "Cy", "P01", speaker="INTERVIEWER")
    found = facts(study)
    assert [(one.case, one.segments) for one in found.voices] == [("Ana Lee", 1), ("Bo", 1)]
    assert (found.silent, found.uncoded) == ((), ("Cy",))
    assert found.rests_on is None
    assert found.documents == 2


def test_a_theme_rests_on_one_person_beyond_half(study: Project) -> None:
    coding.apply_code(study, "P02", 0, 12, "gatekeeping")
    found = facts(study)
    assert found.rests_on is not None
    assert (found.rests_on.case, found.rests_on.segments) == ("Bo", 2)
    assert found.rests_on.share == pytest.approx(2 / 3)
    cases.remove_case(study, "Ana Lee")
    assert facts(study).rests_on is None, "of one case alone nobody can say that"


def test_what_is_missing_shrinks_as_it_is_done(study: Project) -> None:
    assert unfinished(facts(study)) == (NO_COUNTER_SEARCH, NO_CONCEPT, NO_BOUNDARY, NO_EVIDENCE)
    themes.describe_theme(study, "Power", concept="Who decides.", boundary="Not trust.")
    themes.add_evidence(study, "Power", own_coding(study))
    themes.set_stage(study, "Power", "named")
    assert facts(study).unfinished == (NO_COUNTER_SEARCH,), "however far it has grown"
    themes.describe_theme(study, "Power", counter_search="All turns of P02.")
    assert facts(study).unfinished == ()
    coding.remove_coding(study, own_coding(study, "P02").id)
    assert facts(study).unfinished == (FEW_VOICES,)


def test_a_theme_let_go_lacks_nothing(study: Project) -> None:
    themes.set_stage(study, "Power", "dropped")
    assert facts(study).unfinished == ()


def test_the_filter_leaves_out_what_it_leaves_out(study: Project) -> None:
    with study.read() as read:
        only = Scope(documents=frozenset({read.document_named("P02").id}))
    found = facts(study, scope=only)
    assert (found.segments, found.documents, [one.case for one in found.voices]) == (1, 1, ["Bo"])
    assert found.silent == ()


def test_the_table_of_themes(study: Project) -> None:
    themes.set_stage(study, "Power", "reviewed")
    themes.add_evidence(study, "Power", own_coding(study), "against")
    table = study.analyse("themes", ids=True)
    row = table.iloc[0].to_dict()
    assert row["theme"] == "Power"
    assert row["stage"] == "reviewed"
    assert (row["segments"], row["documents"], row["cases"], row["silent"]) == (2, 2, 2, 0)
    assert (row["evidence_for"], row["evidence_against"]) == (0, 1)
    assert (row["top_case"], row["top_share"]) == ("Ana Lee", 0.5)
    assert row["counter_search"] == "no"
    assert row["unfinished"] == "; ".join(MISSING[:4])
    assert row["theme_id"] == str(code(study, "Power").id)
    assert table.attrs["analysis"] == "themes"
    with pytest.raises(BadInput, match="no option “rule”"):
        study.analyse("themes", rule="overlap")


def test_a_theme_without_segments_has_no_first_voice(study: Project) -> None:
    codebook.add_code(study, "Time", "theme")
    row = study.analyse("themes").set_index("theme").loc["Time"]
    assert row["segments"] == 0
    assert row["top_case"] == ""
    assert row["top_share"] != row["top_share"]
    assert STAGES[0] == row["stage"]


def test_what_was_read_for_analyses_follows_the_codebook(study: Project) -> None:
    before = study.analyse("frequencies").set_index("code")["segments"].to_dict()
    codebook.add_code(study, "Aim", "theme")
    codebook.move_code(study, "Aim", None, 0)
    codebook.rename_code(study, "place", "site")
    after = study.analyse("frequencies").set_index("code")["segments"].to_dict()
    assert after == {"Aim": 0, **{name.replace("place", "site"): number for name, number in before.items()}}
    codebook.remove_code(study, "Aim")
    study.undo()
    study.undo()
    assert study.analyse("frequencies").set_index("code")["segments"].to_dict() == {"Aim": 0, **before}
    cases.rename_case(study, "Bo", "Bea")
    assert [one.case for one in facts(study).voices] == ["Ana Lee", "Bea"]


def test_themes_that_become_one_keep_what_spoke_against_either(study: Project) -> None:
    codebook.add_code(study, "Money", kind="theme")
    codebook.add_code(study, "Fear", kind="theme")
    themes.add_evidence(study, "Power", own_coding(study), "for", "no doubt")
    themes.add_evidence(study, "Money", own_coding(study), "against", "no")
    themes.add_evidence(study, "Fear", own_coding(study), "against")
    themes.add_evidence(study, "Power", own_coding(study, "P02"), "against", "both say so")
    themes.add_evidence(study, "Money", own_coding(study, "P02"), "against", "both say so")
    before = state(study)
    surgery.merge_several(study, ["Money", "Fear"], "Power")
    for_it, against = both(study)
    said = [row.evidence.comment.split("\n") for row in for_it]
    assert [(first, set(others)) for first, *others in said] == [
        ("no doubt", {"against (Money): no", "against (Fear)"})
    ]
    assert [row.evidence.comment for row in against] == ["both say so"]
    assert last(study).endswith("; 2 passages were evidence for and against, see the comments")
    after = state(study)
    study.undo()
    assert state(study) == before
    study.redo()
    assert state(study) == after


def test_segments_that_become_one_keep_what_both_were_evidence_of(study: Project) -> None:
    here, there = own_coding(study), coding.apply_code(study, "P01", CAME, CAME + 10, "place")
    themes.add_evidence(study, "Power", here, "against", "not here")
    themes.add_evidence(study, "Power", there, "for", "here")
    before = state(study)
    coding.resize_segment(study, there.segment, here.start, here.end)
    assert both(study)[0] == []
    assert [row.evidence.comment for row in both(study)[1]] == ["not here\nfor: here"]
    assert last(study).endswith("; 1 passages were evidence for and against, see the comments")
    study.undo()
    assert state(study) == before
