"""Splitting, moving segments, several codes at once, and taking it apart again after other work."""

from pathlib import Path
from typing import Any

import pytest
from app.study import ANA, BEN, content, state

from qualcode.app import apart, code_history, code_sets, codebook, coding, contexts, documents, marking, memos, surgery
from qualcode.app.project import Project
from qualcode.domain.codings import PlacedCoding
from qualcode.domain.errors import BadInput, NotFound, Refused

START = ANA.index("I trusted")


def codings(project: Project, code: str) -> list[PlacedCoding]:
    with project.read() as read:
        key = next((one.id for one in read.codes() if one.name == code), None)
        return [] if key is None else read.placed(code=key)


def code(project: Project, name: str) -> Any:
    with project.read() as read:
        return next((one for one in read.codes() if one.name == name), None)


def paths(project: Project) -> list[str]:
    with project.read() as read:
        return list(read.codebook.paths().values())


def last(project: Project) -> Any:
    return project.history()[-1]


def memos_on(project: Project, name: str) -> list[str]:
    with project.read() as read:
        return [memo.text for memo in read.memos(code(project, name).id)]


def test_a_split_deals_out_and_leaves_the_rest(study: Project) -> None:
    trust = codings(study, "trust")
    assert len(trust) == 3
    parts = [({"name": "slow trust", "color": "#123456"}, [trust[0]]), ("Power > gatekeeping", [trust[1].id])]
    made = surgery.split_code(study, "trust", parts, copy_definition=True, copy_memos=True, reason="two\nthings")
    assert [one.name for one in made] == ["slow trust", "gatekeeping"]
    assert {one.id for one in codings(study, "slow trust")} == {trust[0].id}
    assert {one.id for one in codings(study, "gatekeeping")} == {trust[1].id}
    assert {one.id for one in codings(study, "trust")} == {trust[2].id}
    assert code(study, "slow trust").definition == "Who believes whom."
    assert code(study, "slow trust").parent == code(study, "trust").parent
    assert memos_on(study, "slow trust") == memos_on(study, "trust") == ["Trust again and again."]
    step = last(study)
    assert step.reason == "two things"
    assert step.summary == "Split “trust” into “slow trust”, “gatekeeping” — two things"
    assert study.check() == []


def test_a_part_named_by_a_taken_name_or_the_code_itself_is_refused(study: Project) -> None:
    trust = codings(study, "trust")
    before = state(study)
    with pytest.raises(Refused, match="in this place already"):
        surgery.split_code(study, "trust", [({"name": "gatekeeping"}, trust[:1])])
    with pytest.raises(Refused, match="keeps what stays"):
        surgery.split_code(study, "trust", [("trust", trust[:1])])
    with pytest.raises(BadInput, match="one code only"):
        surgery.split_code(study, "trust", [("place", trust[:1]), ("gatekeeping", trust[:1])])
    with pytest.raises(BadInput, match="at least one"):
        surgery.split_code(study, "trust", [])
    with pytest.raises(Refused, match="do not carry"):
        surgery.split_code(study, "trust", [("gatekeeping", codings(study, "place"))])
    with pytest.raises(NotFound, match="named by its record"):
        surgery.split_code(study, "trust", [("place", ["that one"])])
    assert state(study) == before


def test_moving_a_coding_to_a_code_its_segment_carries_keeps_what_both_say(study: Project) -> None:
    own = next(one for one in codings(study, "trust") if one.weight == 2)
    twin = next(one for one in codings(study, "place") if one.segment == own.segment)
    surgery.move_codings(study, [own], "place")
    assert own.id not in {one.id for one in codings(study, "trust")}
    kept = next(one for one in codings(study, "place") if one.id == twin.id)
    assert kept.weight == 2
    assert last(study).summary == "Move a segment to “place”"


def test_copying_keeps_the_code(study: Project) -> None:
    before = codings(study, "trust")
    surgery.move_codings(study, before, "gatekeeping", copy=True)
    assert codings(study, "trust") == before
    with study.read() as read:
        ana = read.coder_named("Ana")
    assert ana is not None  # Ben coded one of the same passages
    assert {one.segment for one in codings(study, "gatekeeping")} == {
        one.segment for one in before if one.coder == ana.id
    }
    count = len(study.history())
    surgery.move_codings(study, before, "gatekeeping", copy=True)
    assert len(study.history()) == count, "nothing is new, so there is no step"


def test_a_copy_of_anothers_coding_is_ones_own(study: Project) -> None:
    before = content(study)
    with study.read() as read:
        ana, ben = read.coder_named("Ana"), read.coder_named("Ben")
    assert ana is not None
    assert ben is not None
    theirs = next(one for one in codings(study, "trust") if one.coder == ana.id and one.weight == 2)
    study.coder = "Ben"
    surgery.move_codings(study, [theirs], "gatekeeping", copy=True)
    made = codings(study, "gatekeeping")
    assert [(one.coder, one.start, one.end, one.weight) for one in made] == [(ben.id, theirs.start, theirs.end, None)]
    surgery.move_codings(study, codings(study, "place"), "gatekeeping", copy=True)
    assert {one.coder for one in codings(study, "gatekeeping")} == {ben.id}
    assert len(codings(study, "gatekeeping")) == 2  # one of the two passages had it already
    number = last(study).number
    apart.take_apart(study, number)
    apart.take_apart(study, number - 1)
    assert content(study) == before
    assert study.check() == []


def test_moving_what_is_gone_says_so(study: Project) -> None:
    gone = codings(study, "trust")[0]
    coding.remove_coding(study, gone.id)
    with pytest.raises(NotFound):
        surgery.move_codings(study, [gone], "place")


def test_several_codes_move_in_their_order_and_take_theirs_along(study: Project) -> None:
    codebook.add_code(study, "deep", parent="trust")
    surgery.move_codes(study, ["gatekeeping", "trust", "deep"], None, 0)
    assert paths(study) == ["trust", "trust > deep", "gatekeeping", "Power", "place"]
    surgery.move_codes(study, ["trust", "place"], None, 1)
    assert paths(study) == ["gatekeeping", "trust", "trust > deep", "place", "Power"]
    with pytest.raises(Refused, match="below itself"):
        surgery.move_codes(study, ["trust", "place"], "deep")
    codebook.add_code(study, "place", parent="Power")
    with pytest.raises(Refused, match="in this place already"):
        surgery.move_codes(study, [code(study, "gatekeeping").id, next(iter(codings(study, "place"))).code], "Power")


def test_several_codes_merge_and_go(study: Project) -> None:
    surgery.merge_several(study, ["Power > trust", "Power"], "place", reason="one thing")
    assert paths(study) == ["place", "place > gatekeeping"]
    assert len(codings(study, "place")) == 4
    surgery.remove_codes(study, ["place", "gatekeeping"])
    assert paths(study) == []
    assert study.check() == []


def test_a_merge_keeps_the_words_of_the_code_as_a_memo(study: Project) -> None:
    codebook.merge_codes(study, "trust", "place", reason="the same")
    assert "definition: Who believes whom." in memos_on(study, "place")
    assert "Trust again and again." in memos_on(study, "place")
    assert last(study).summary.endswith("into “place” — the same")


def test_names_that_are_there_twice_are_told_by_their_paths(study: Project) -> None:
    codebook.add_code(study, "trust")
    codebook.merge_codes(study, "Power > trust", code(study, "place"))
    assert last(study).summary == "Merge “Power > trust” into “place”"
    with study.read() as read:
        assert next(read.codebook.label(one.id) for one in read.codebook.ordered) == "Power"


def test_where_a_coding_comes_from(study: Project) -> None:
    own = next(one for one in codings(study, "trust") if one.weight == 2)
    other = next(one for one in codings(study, "trust") if one.document != own.document)
    twin = next(one for one in codings(study, "place") if one.segment == own.segment)
    codebook.rename_code(study, "trust", "faith")
    codebook.merge_codes(study, "faith", "place", reason="cannot be told apart")
    surgery.move_codings(study, [other], "gatekeeping")
    with study.read() as read:
        found = code_history.origins(read, [other.id, twin.id])
        assert [(one.name, one.reason, one.beside) for one in found[other.id]] == [
            ("faith", "cannot be told apart", False),
            ("place", "", False),
        ]
        assert [(one.name, one.beside, one.step.coder) for one in found[twin.id]] == [("faith", True, "Ana")]
        assert code_history.provenance_of_coding(read, other.id) == found[other.id]
    study.undo()
    study.undo()
    with study.read() as read:
        assert code_history.origins(read, [other.id, twin.id]) == {}


def test_a_reason_may_come_later(study: Project) -> None:
    codebook.move_code(study, "place", "Power")
    number = last(study).number
    code_history.say_why(study, number, "it is about power", "place")
    with study.read() as read:
        told = code_history.history_of_code(read, code(study, "place").id)
        assert [(one.step.number, one.reason) for one in told][-1] == (number, "it is about power")
    study.undo()
    with study.read() as read:
        assert code_history.history_of_code(read, code(study, "place").id)[-1].reason == ""
    with pytest.raises(BadInput):
        code_history.say_why(study, number, "  ", "place")
    with pytest.raises(NotFound):
        code_history.say_why(study, 9_999, "so", "place")
    code_history.say_why(study, number, "for the record")
    with study.read() as read:
        assert code_history.reasons(read) == {number: "for the record"}


def test_the_history_of_a_code(study: Project) -> None:
    codebook.define_code(study, "place", definition="Where.", reason="needed")
    codebook.move_code(study, "Power", None, 1)  # only shifts it
    codebook.merge_codes(study, "trust", "place")
    surgery.move_codings(study, codings(study, "place")[:1], "gatekeeping")
    memos.write_memo(study, "Hm.", about="place", title="Hm")
    with study.read() as read:
        told = code_history.history_of_code(read, code(study, "place").id)
    summaries = [one.step.summary for one in told]
    assert summaries == [
        "Add code “place”",
        "Write memo “On trust”",
        "Make the code set “First round”",
        "Define “place” — needed",
        "Merge “trust” into “place”",
        "Move a segment to “gatekeeping”",
        "Write memo “Hm”",
    ]
    assert [one.surgery for one in told] == [False, False, False, False, True, True, False]


def test_a_merge_is_taken_apart_after_other_work(study: Project) -> None:
    codebook.add_code(study, "deep", parent="trust")
    before = state(study)
    trust = codings(study, "trust")
    codebook.merge_codes(study, "trust", "place")
    number = last(study).number
    extra = coding.apply_code(study, "P02", 0, 3, "place")
    came = apart.take_apart(study, number, "they differ after all")
    assert (came.moved, came.gone, came.elsewhere) == (3, 0, 0)
    assert [one.name for one in came.returned] == ["trust"]
    coding.remove_coding(study, extra.id)
    after = state(study)
    assert after == before  # the other coding of the passage gives back the weight, which was said of this one
    assert {one.id for one in codings(study, "trust")} == {one.id for one in trust}
    assert study.check() == []
    with pytest.raises(Refused, match="nothing to take apart"):
        apart.take_apart(study, number)


def test_what_was_said_since_of_the_coding_that_took_over_stays(study: Project) -> None:
    there = next(one for one in codings(study, "trust") if one.weight == 2)
    marking.set_certainty(study, there.id, "unsure")
    codebook.merge_codes(study, "trust", "place")
    number = last(study).number
    joined = next(one for one in codings(study, "place") if one.segment == there.segment)
    assert (joined.weight, joined.certainty) == (2, "unsure")
    marking.weigh_coding(study, joined.id, 5)
    apart.take_apart(study, number)
    joined, again = (
        next(one for one in codings(study, name) if one.segment == there.segment) for name in ("place", "trust")
    )
    assert (joined.weight, joined.certainty) == (5, None)
    assert (again.weight, again.certainty) == (2, "unsure")


def test_what_was_changed_since_stays_and_is_counted(study: Project) -> None:
    trust = codings(study, "trust")
    with study.read() as read:
        recoded = next(one for one in trust if one.document == read.document_named("P02").id)
    codebook.merge_codes(study, "trust", "place")
    number = last(study).number
    surgery.move_codings(study, [recoded], "gatekeeping")
    study.coder = "Ben"
    mine = [one for one in codings(study, "place") if one.id in {other.id for other in trust}]
    for one in mine:
        coding.remove_coding(study, one.id)
    study.coder = "Ana"
    codebook.add_code(study, "trust", parent="Power")
    came = apart.take_apart(study, number)
    assert came.elsewhere == 1
    assert came.gone == len(mine)
    assert [one.name for one in came.renamed] == ["trust 2"]
    assert "Power > trust 2" in paths(study)
    assert study.check() == []


def test_a_split_is_put_together_again(study: Project) -> None:
    before = content(study)
    trust = codings(study, "trust")
    parts = [({"name": "slow"}, [trust[0]]), ({"name": "fast"}, [trust[1]])]
    surgery.split_code(study, "trust", parts, copy_memos=True)
    number = last(study).number
    memos.write_memo(study, "This one stays.", about="fast")
    came = apart.take_apart(study, number)
    assert came.moved == 2
    assert [one.name for one in came.kept] == ["fast"]
    assert {one.id for one in codings(study, "trust")} == {one.id for one in trust}
    assert code(study, "slow") is None
    codebook.remove_code(study, "fast")
    assert content(study) == before


def test_moved_and_copied_segments_go_back(study: Project) -> None:
    before, trust = content(study), codings(study, "trust")
    surgery.move_codings(study, trust, "gatekeeping")
    moved = last(study).number
    surgery.move_codings(study, codings(study, "gatekeeping"), "Power", copy=True)
    copied = last(study).number
    assert apart.take_apart(study, moved).moved == 3
    changed = codings(study, "Power")[0]
    surgery.move_codings(study, [changed], "place", reason="rather")
    came = apart.take_apart(study, copied)
    assert (came.moved, came.elsewhere + came.gone) == (1, 1)
    assert content(study)["coding"].keys() >= before["coding"].keys()
    assert {one.id for one in codings(study, "trust")} == {one.id for one in trust}


def test_moved_codes_go_back_unless_they_cannot(study: Project) -> None:
    surgery.move_codes(study, ["trust", "gatekeeping"], "place")
    number = last(study).number
    codebook.add_code(study, "trust", parent="Power")
    came = apart.take_apart(study, number)
    assert [one.name for one in came.kept] == ["trust"]
    assert "Power > gatekeeping" in paths(study)
    assert "place > trust" in paths(study)


@pytest.mark.parametrize(("step", "match"), [(1, "is no merge"), (9_999, "no step")])
def test_only_surgeries_are_taken_apart(study: Project, step: int, match: str) -> None:
    with pytest.raises((Refused, NotFound), match=match):
        apart.take_apart(study, step)


def test_an_undone_merge_is_not_taken_apart(study: Project) -> None:
    codebook.merge_codes(study, "trust", "place")
    number = last(study).number
    study.undo()
    with pytest.raises(Refused, match="undone already"):
        apart.take_apart(study, number)


def test_the_segments_of_a_code_come_with_their_surroundings(study: Project) -> None:
    with study.read() as read:
        held = contexts.documents_with(read, code(study, "trust").id)
        found = contexts.segments_in_context(read, held)
    assert [one.document for one in found] == ["P01", "P01", "P02"]
    assert found[0].words == ANA[START : START + 27].strip()
    assert found[0].before.endswith("P01:")
    assert found[0].after.startswith("at first") or found[0].after
    assert found[2].words == "信任"
    assert BEN.index("信任") > 0


def test_what_went_meanwhile_is_counted_and_sets_are_filled_again(study: Project) -> None:
    shared = next(
        one for one in codings(study, "place") if one.weight is None and one.start == codings(study, "trust")[0].start
    )
    code_sets.add_code_set(study, "Only trust", ["trust"])
    codebook.merge_codes(study, "trust", "place")
    number = last(study).number
    for one in codings(study, "place"):
        if one.segment == shared.segment:
            coding.remove_coding(study, one.id)  # the segment goes with it, and with it the twin
    came = apart.take_apart(study, number)
    assert came.gone == 1
    assert came.moved == 2
    with study.read() as read:
        key = code(study, "trust").id
        names = {one.id: one.name for one in read.code_sets()}
        assert {names[one.code_set] for one in read.code_set_members(code=key)} == {"First round", "Only trust"}
    assert study.check() == []


def test_a_passage_coded_anew_meanwhile_is_not_coded_twice(study: Project) -> None:
    trust = codings(study, "trust")
    surgery.move_codings(study, trust, "gatekeeping")
    number = last(study).number
    own = next(one for one in trust if one.weight == 2)
    coding.apply_code(study, "P01", own.start, own.end, "trust")
    came = apart.take_apart(study, number)
    assert came.moved == 3
    assert len(codings(study, "trust")) == 3
    assert codings(study, "gatekeeping") == []
    assert study.check() == []


def test_no_code_at_all_is_refused(study: Project) -> None:
    for act in (surgery.remove_codes, lambda p, codes: surgery.move_codes(p, codes, None)):
        with pytest.raises(BadInput, match="at least one code"):
            act(study, [])
    with pytest.raises(Refused, match="into itself"):
        surgery.merge_several(study, ["trust"], "trust")


def test_surroundings_are_cut_at_words(study: Project, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    (tmp_path / "Long.txt").write_text(words, "utf-8")
    documents.import_files(study, [tmp_path / "Long.txt"])
    start = words.index("word100")
    coding.apply_code(study, "Long", start, start + 7, "gatekeeping")
    with study.read() as read:
        held = contexts.documents_with(read, code(study, "gatekeeping").id)
        (found,) = contexts.segments_in_context(read, held)
    assert found.before.startswith("… word")
    assert found.before.endswith("word99")
    assert found.after.startswith("word101")
    assert found.after.endswith("…")
    documents.remove_document(study, "Long")
    with study.read() as read:
        assert contexts.segments_in_context(read, held) == []


def test_judgements_that_differ_are_counted_and_kept_in_the_comment(study: Project) -> None:
    one = codings(study, "trust")[0]
    with study.read() as read:
        segment = read.record("segment", one.segment)
        study.coder = next(coder.name for coder in read.coders() if coder.id == one.coder)
    other = coding.apply_code(study, segment.document, segment.start, segment.end, "gatekeeping", weight=4)
    marking.set_certainty(study, one.id, "sure")
    marking.set_certainty(study, other.id, "unsure")
    marking.weigh_coding(study, one.id, 2)
    marking.mark_coding(study, other.id, "exemplar")  # the other one says nothing of it, so this stays
    coding.comment_segment(study, segment, "Mine.")
    before = content(study)
    codebook.merge_codes(study, "gatekeeping", "trust")
    kept = next(each for each in codings(study, "trust") if each.segment == segment.id)
    assert (kept.certainty, kept.weight, kept.mark) == ("sure", 2, "exemplar")
    assert kept.comment == "Mine.\ngatekeeping: weight 4, certainty unsure"
    assert last(study).summary == "Merge “gatekeeping” into “trust”; 2 judgements differed, see the comments"
    assert study.check() == []
    study.undo()
    assert content(study) == before
    surgery.move_codings(study, [other.id], "trust")
    assert last(study).what == "Move a segment to “trust”; 2 judgements differed, see the comments"


def test_segments_that_become_one_say_what_they_said(study: Project) -> None:
    document = codings(study, "trust")[0].document
    first = coding.apply_code(study, document, 0, 11, "gatekeeping")
    second = coding.apply_code(study, document, 13, 16, "gatekeeping")
    marking.set_certainty(study, first.id, "likely")
    marking.set_certainty(study, second.id, "unsure")
    coding.resize_segment(study, second.segment, 0, 11)
    kept = next(each for each in codings(study, "gatekeeping") if each.start == 0)
    assert (kept.certainty, kept.comment.endswith("gatekeeping: certainty unsure")) == ("likely", True)
    assert last(study).values["conflicts"] == "1"
    assert "1 judgements differed" in last(study).summary
    assert study.check() == []


def test_a_copy_says_where_it_comes_from(study: Project) -> None:
    study.coder = "Ana"
    surgery.move_codings(study, codings(study, "trust"), "gatekeeping", copy=True, reason="both")
    made = codings(study, "gatekeeping")
    with study.read() as read:
        told = code_history.origins(read, [one.id for one in made])
    assert {key: [(one.name, one.copied, one.reason) for one in found] for key, found in told.items()} == {
        one.id: [("trust", True, "both")] for one in made
    }
    codebook.add_code(study, name="mixed")
    chosen = [*codings(study, "trust")[:1], *codings(study, "place")]
    surgery.move_codings(study, chosen, "mixed", copy=True)
    with study.read() as read:
        told = code_history.origins(read, [one.id for one in codings(study, "mixed")])
        texts = {key: found[0].name for key, found in told.items()}
    assert set(texts.values()) == {"trust", "place"}
    study.undo()
    study.redo()
    with study.read() as read:
        again = code_history.origins(read, texts)
    assert {key: found[0].name for key, found in again.items()} == texts
