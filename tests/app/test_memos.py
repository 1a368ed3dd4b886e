"""Memos: types, days, links, names in brackets, and what happens to them when what they stand on goes or changes."""

import sqlite3
import time
from typing import Any

import pytest
from app.study import ANA, content

import qualcode
from qualcode.app import apart, cases, codebook, coding, documents, memos, surgery
from qualcode.app.mentions import named, page_of, targets, things
from qualcode.app.project import Project
from qualcode.domain.errors import Ambiguous, BadInput, Clash, NotFound, Refused
from qualcode.domain.ids import new_id
from qualcode.domain.memos import Memo, day_of, is_day, mentions
from qualcode.store import memo_rows


def links_of(project: Project, memo: Memo) -> dict[str, str]:
    """What a memo is linked to: names and kinds."""
    with project.read() as read:
        found = things(read, [(link.about_kind, link.about) for link in read.memo_links(memo=memo.id)])
    return {thing.name: thing.kind for thing in found.values()}


def code(project: Project, name: str) -> Any:
    with project.read() as read:
        return next(one for one in read.codes() if one.name == name)


def segment_of(project: Project, document: str) -> Any:
    with project.read() as read:
        found = read.document_named(document)
        assert found is not None
        return read.segments_of(found.id)[0]


def test_names_in_double_brackets() -> None:
    assert mentions("[[ trust ]] and [[P01]], [[trust]] but [[]] not [[a\nb]] nor [x]") == ["trust", "P01"]
    assert is_day("2026-02-28")
    assert not is_day("2026-02-30")
    assert not is_day("20260228")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="a process cannot change its time zone here")
def test_the_day_of_a_memo_is_that_of_the_clock_here(monkeypatch: pytest.MonkeyPatch) -> None:
    memo = Memo(new_id(), "project", new_id(), "Early", "", "Words", new_id(), "2026-03-01T23:30:00.000000Z")
    try:
        for zone, day in (("UTC0", "2026-03-01"), ("CST-8", "2026-03-02"), ("EST5", "2026-03-01")):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert day_of(memo) == day
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_memo_has_a_type_a_day_and_the_time_of_its_change(study: Project) -> None:
    memo = memos.write_memo(study, "Words", kind="  method ", dated="2026-03-01")
    assert (memo.kind, memo.dated, memo.changed, day_of(memo)) == ("method", "2026-03-01", None, "2026-03-01")
    edited = memos.edit_memo(study, memo, "Other words", kind="my own")
    assert (edited.kind, edited.dated) == ("my own", "2026-03-01")
    assert edited.changed is not None
    undated = memos.edit_memo(study, memo, dated="")
    assert (undated.dated, undated.text) == (None, "Other words")
    before = len(study.history())
    assert memos.edit_memo(study, memo, "Other words", kind="my own") == undated
    assert len(study.history()) == before, "what changes nothing is no step"
    frame = study.frames.memos
    assert list(frame.columns)[-3:] == ["created", "changed", "dated"]
    with pytest.raises(BadInput, match="day"):
        memos.write_memo(study, "Words", dated="tomorrow")
    with pytest.raises(BadInput, match="type"):
        memos.edit_memo(study, memo, kind="long " * 20)


def test_a_title_and_a_type_hold_no_signs_that_nobody_sees(study: Project) -> None:
    memo = memos.write_memo(study, "words", title="a\x07b\u202ec\x1b[31m", kind="own\u2066\x00kind")
    assert (memo.title, memo.kind) == ("a bc [31m", "ownkind")


def test_a_title_is_not_made_of_the_signs_of_markdown(study: Project) -> None:
    assert memos.write_memo(study, "# On **trust**\nwords").title == "On **trust** words"
    assert memos.write_memo(study, "***").title == "***"


def test_links_lead_to_everything(study: Project) -> None:
    memo = memos.write_memo(study, "All together", about="trust")
    other = memos.write_memo(study, "Another", title="The other")
    segment = segment_of(study, "P02")
    for to in ("P01", "place", "Ana Lee", other, segment.id, None):
        memos.link_memo(study, memo, to)
    assert sorted(links_of(study, memo).values()) == ["case", "code", "document", "memo", "project", "segment"]
    again = memos.link_memo(study, memo, "P01")
    with study.read() as read:
        assert again in read.memo_links(memo=memo.id)
        assert [one.id for one in memo_rows.memos_linking(read, other.id)] == [memo.id]
        page = page_of(read, memo.id)
    assert page is not None
    assert (page.subject.name, page.subject.where, page.coder) == ("trust", "Power", "Ana")
    assert {thing.name for thing in page.links} >= {"信任", "P01", "place"}
    memos.unlink_memo(study, memo, "The other")
    assert "memo" not in links_of(study, memo).values()
    with pytest.raises(NotFound, match="not linked"):
        memos.unlink_memo(study, memo, other)
    with pytest.raises(Refused, match="itself"):
        memos.link_memo(study, memo, memo)
    with pytest.raises(Refused, match="about"):
        memos.link_memo(study, memo, "trust")
    with pytest.raises(NotFound):
        memos.link_memo(study, memo, "nothing of that name")
    memos.write_memo(study, "A namesake", title="The other")
    with pytest.raises(Ambiguous):
        memos.link_memo(study, memo, "The other")
    assert study.check() == []


def test_names_in_the_text_are_links_that_come_and_go_with_it(study: Project) -> None:
    other = memos.write_memo(study, "A thought", title="First thought")
    text = "[[Power>trust]], [[PLACE]], [[P01]], [[Ana Lee]], [[First thought]], [[nobody]] and [[trust]]"
    memo = memos.write_memo(study, text)
    names = {"trust": "code", "place": "code", "P01": "document", "Ana Lee": "case", "First thought": "memo"}
    assert links_of(study, memo) == names
    memos.link_memo(study, memo, "P02")
    memos.edit_memo(study, memo, "[[place]] and [[gatekeeping]]")
    assert links_of(study, memo) == {"place": "code", "gatekeeping": "code", "P02": "document"}
    memos.unlink_memo(study, memo, "place")
    memos.edit_memo(study, memo, "[[place]] still stands here, [[gatekeeping]] too")
    assert links_of(study, memo) == {"gatekeeping": "code", "P02": "document"}, "taken away by hand, it stays away"
    own = memos.edit_memo(study, other, "[[First thought]] is this one")
    assert links_of(study, own) == {}
    study.undo()
    assert study.check() == []


def test_what_names_mean(study: Project) -> None:
    codebook.add_code(study, "trust", parent="gatekeeping")
    codebook.add_code(study, "P02")
    memos.write_memo(study, "one", title="Twice")
    memos.write_memo(study, "two", title="Twice")
    with study.read() as read:
        found = named(read, ["trust", "Power >trust", "place", "p02", "bo", "P01.txt", "Twice", "none"])
        assert named(read, []) == {}
    assert found["trust"] is None, "there are two"
    assert found["Twice"] is None
    assert found["none"] is None
    meant = {name: (thing.kind, thing.name) for name, thing in found.items() if thing is not None}
    assert meant == {
        "Power >trust": ("code", "trust"),
        "place": ("code", "place"),
        "p02": ("code", "P02"),
        "bo": ("case", "Bo"),
        "P01.txt": ("document", "P01"),
    }


def test_what_a_memo_can_be_linked_to(study: Project) -> None:
    with study.read() as read:
        assert {thing.kind for thing in targets(read, "")} == {"code", "document", "case", "memo"}
        assert [thing.name for thing in targets(read, "tr")] == ["trust", "On trust"]
        assert targets(read, "zzz") == []
        assert len(targets(read, "", most=2)) == 2


@pytest.mark.parametrize("what", ["code", "document", "case", "segment", "memo"])
def test_links_go_with_what_they_lead_to_and_come_back(study: Project, what: str) -> None:
    memo = memos.write_memo(study, "About everything")
    other = memos.write_memo(study, "Another", title="The other")
    own = memos.write_memo(study, "Linked to the first", about="Bo", links=[memo])
    segment = segment_of(study, "P02")
    for to in ("trust", "P02", "Bo", segment.id, other):
        memos.link_memo(study, memo, to)
    before = content(study)
    removed = {
        "code": lambda: codebook.remove_code(study, "trust"),
        "document": lambda: documents.remove_document(study, "P02"),
        "case": lambda: cases.remove_case(study, "Bo"),
        "segment": lambda: documents.edit_text(study, "P02", segment.start, segment.end, ""),
        "memo": lambda: memos.remove_memo(study, memo),
    }
    removed[what]()
    with study.read() as read:
        left = {link.about_kind for link in read.memo_links(memo=memo.id)}
        linking = memo_rows.memos_linking(read, memo.id)
    assert what not in left
    assert [one.id for one in linking] == ([] if what in ("case", "memo") else [own.id])
    assert study.check() == []
    study.undo()
    assert content(study) == before


def test_merging_carries_memos_and_links_along(study: Project) -> None:
    both = memos.write_memo(study, "Linked to both", links=["trust", "place"])
    one = memos.write_memo(study, "Linked to one", links=["place"])
    about = memos.write_memo(study, "About the one that goes", about="place", links=["trust", "P01"])
    there = memos.write_memo(study, "About the one that stays", about="trust", links=["place"])
    before = content(study)
    codebook.merge_codes(study, "place", "trust")
    assert links_of(study, both) == {"trust": "code"}
    assert links_of(study, one) == {"trust": "code"}
    assert links_of(study, about) == {"P01": "document"}, "no memo is linked to what it is about"
    assert links_of(study, there) == {}
    assert study.check() == []
    step = study.history()[-1].number
    memos.write_memo(study, "Something else")
    apart.take_apart(study, step)
    assert links_of(study, both) == {"trust": "code", "place": "code"}
    assert links_of(study, one) == {"place": "code"}
    assert links_of(study, about) == {"trust": "code", "P01": "document"}
    assert links_of(study, there) == {"place": "code"}
    assert study.check() == []
    for _ in range(3):
        study.undo()
    assert content(study) == before


def test_a_split_copies_memos_with_their_links(study: Project) -> None:
    memo = memos.write_memo(study, "About trust", about="trust", links=["P01", "place"])
    with study.read() as read:
        codings = read.placed(code=code(study, "trust").id)[:1]
    surgery.split_code(study, "trust", [({"name": "faith"}, codings)], copy_memos=True)
    with study.read() as read:
        copies = [one for one in read.memos(code(study, "faith").id) if one.text == memo.text]
    assert [links_of(study, one) for one in copies] == [{"P01": "document", "place": "code"}]
    split = study.history()[-1].number
    apart.take_apart(study, split)
    with study.read() as read:
        assert all(one.name != "faith" for one in read.codes())
    assert study.check() == []


def test_a_code_of_a_split_stays_while_a_memo_leads_to_it(study: Project) -> None:
    with study.read() as read:
        codings = read.placed(code=code(study, "trust").id)[:1]
    surgery.split_code(study, "trust", [({"name": "faith"}, codings)])
    split = study.history()[-1].number
    memos.write_memo(study, "See [[faith]].")
    kept = apart.take_apart(study, split).kept
    assert [one.name for one in kept] == ["faith"]
    assert study.check() == []


def test_segments_that_become_one_keep_the_links_to_both(study: Project) -> None:
    start = ANA.index("came slowly")
    first = coding.apply_code(study, "P01", start, start + 11, "place")
    second = coding.apply_code(study, "P01", start, start + 4, "trust")
    memo = memos.write_memo(study, "Linked", links=[second])
    coding.resize_coding(study, second, start, start + 11)
    with study.read() as read:
        assert [link.about for link in read.memo_links(memo=memo.id)] == [first.segment]
    assert study.check() == []


def test_undo_is_refused_where_a_link_stands_on_it(study: Project) -> None:
    codebook.add_code(study, "hope")
    added = study.history()[-1].number
    memo = memos.write_memo(study, "See [[hope]].")
    with pytest.raises(Clash, match="hope"):
        study.undo(added)
    removed = memos.unlink_memo(study, memo, "hope")
    unlinked = study.history()[-1].number
    codebook.remove_code(study, "hope")
    with pytest.raises(Clash, match="hope"):
        study.undo(unlinked)
    assert removed.id == memo.id
    assert study.check() == []


def test_a_removed_memo_does_not_come_back_to_something_that_is_gone(study: Project) -> None:
    codebook.add_code(study, "hope")
    memo = memos.write_memo(study, "On hope", about="hope")
    memos.remove_memo(study, memo)
    removed = study.history()[-1].number
    codebook.remove_code(study, "hope")
    with pytest.raises(Clash, match="hope"):
        study.undo(removed)


def test_several_memos_go_at_once(study: Project) -> None:
    first, second = (memos.write_memo(study, text) for text in ("one", "two"))
    memos.link_memo(study, first, second)
    memos.remove_memos(study, [first, second.id, first])
    assert "2" in study.history()[-1].summary
    study.undo()
    assert links_of(study, first) == {"two": "memo"}


def test_the_history_of_a_code_tells_of_links_to_it(study: Project) -> None:
    from qualcode.app.code_history import history_of_code

    memo = memos.write_memo(study, "Some words")
    memos.link_memo(study, memo, "trust")
    with study.read() as read:
        told = [one.step.action for one in history_of_code(read, code(study, "trust").id)]
    assert told[-1] == "memos.link_memo"


def test_check_finds_memos_and_links_to_nothing(file_study: Project) -> None:
    memo = memos.write_memo(file_study, "On trust", about="trust", title="Adrift")
    memos.link_memo(file_study, memo, "P01")
    with sqlite3.connect(_path(file_study)) as raw:
        raw.execute("UPDATE memo SET about = ? WHERE id = ?", (bytes(16), memo.id.bytes))
        raw.execute("UPDATE memo_link SET about = ?, about_kind = 'thing' WHERE memo = ?", (bytes(16), memo.id.bytes))
    told = [problem.what for problem in file_study.check() if problem.where == "structure"]
    assert told == [
        "The memo “Adrift” is about something that is not there.",
        "The memo “Adrift” is linked to something that is not there.",
    ]


def _path(project: Project) -> str:
    with project.read() as read:
        return str(read.connection.exec_driver_sql("PRAGMA database_list").all()[0][2])


def test_a_project_opens_again_with_its_links(study_path: Any) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        memo = memos.write_memo(project, "[[trust]] and [[P01]]")
    with qualcode.open(study_path, coder="Ben") as project:
        assert links_of(project, memo) == {"trust": "code", "P01": "document"}


def test_a_link_made_by_hand_outlives_the_name_in_the_text(study: Project) -> None:
    memo = memos.write_memo(study, "Words", links=["place"])
    memos.link_memo(study, memo, "trust")
    memos.edit_memo(study, memo, "On [[trust]], [[place]] and [[P01]]")
    assert set(links_of(study, memo)) == {"trust", "place", "P01"}
    study.undo()
    study.redo()
    memos.edit_memo(study, memo, "Nothing more")
    assert set(links_of(study, memo)) == {"trust", "place"}, "only that of the name goes with it"
    memos.edit_memo(study, memo, "On [[P01]]")
    memos.edit_memo(study, memo, "On nothing")
    assert "P01" not in links_of(study, memo)


def test_a_name_in_a_memo_means_what_is_called_otherwise_now(study: Project) -> None:
    other = memos.write_memo(study, "Words", title="First thought")
    text = "[[Power > trust]], [[place]], [[P01]], [[Ana Lee]], [[First thought]] and [[nobody]]"
    memo = memos.write_memo(study, text)
    meant = {"Power > trust": "faith", "place": "spot", "P01": "Q01", "Ana Lee": "Bea", "First thought": "Second"}
    with study.read() as read:
        page = page_of(read, memo.id)
        assert page is not None
        known = [name for name, thing in page.named.items() if thing is not None]
        case = next(one for one in read.cases() if one.name == "Ana Lee")
    assert known == list(meant)
    codebook.rename_code(study, "trust", "faith")
    codebook.rename_code(study, "place", "spot")
    documents.rename_document(study, "P01", "Q01")
    cases.rename_case(study, case, "Bea")
    memos.edit_memo(study, other, title="Second")
    with study.read() as read:
        page = page_of(read, memo.id)
        assert page is not None
        found = {name: thing.name if thing is not None else None for name, thing in page.named.items()}
    assert found == {**meant, "nobody": None}
    memos.edit_memo(study, memo, text.replace("[[place]]", "[[spot]]").replace("[[P01]], ", ""))
    assert set(links_of(study, memo)) == {"faith", "spot", "Bea", "Second"}, "the new name is the same thing"
    codebook.add_code(study, "place")
    memos.edit_memo(study, memo, "[[place]]")
    assert set(links_of(study, memo)) == {"place"}, "what is called so now comes first"


def test_what_two_made_of_a_memo_is_joined_or_both_kept(study: Project) -> None:
    base = memos.write_memo(study, "First words", "trust", title="Trust")
    memos.link_memo(study, base, "P01")
    theirs = memos.edit_memo(study, base, "First words, [[place]]", kind="theory")
    same = memos.write_on(study, base.id, base, "First words, [[place]]", "Faith", dated="2026-02-03")
    assert same == memos.edit_memo(study, same)
    assert (same.id, same.text, same.title, same.kind, same.dated) == (
        base.id, theirs.text, "Faith", "theory", "2026-02-03"
    )  # fmt: skip
    steps = len(study.history())
    assert memos.write_on(study, base.id, same, same.text, "", "theory", "2026-02-03") == same
    assert len(study.history()) == steps, "nothing to be changed"
    for number, kind in enumerate(("method", "case"), start=2):
        mine = memos.write_on(study, base.id, base, "First words", "Faith", kind)
        assert (mine.title, mine.kind, mine.about) == (f"Faith ({number})", kind, base.about)
        assert set(links_of(study, mine)) == {"P01"}, "what only they have named is not linked"
        assert len(study.history()) == steps + number - 1
    with study.read() as read:
        assert read.by_id("memo", base.id) == same
    study.undo()
    with study.read() as read:
        assert "Faith (3)" not in {memo.title for memo in read.memos()}
    with pytest.raises(BadInput):
        memos.write_on(study, base.id, base, " ")
    memos.remove_memo(study, base.id)
    with pytest.raises(NotFound):
        memos.write_on(study, base.id, base, "Mine")
