"""Texts that change after they were coded: bursts, newer files, versions, replacing, doubt; on both databases."""

import os
import random
from pathlib import Path

import pytest
from app.study import ANA, BEN, state
from domain.revisions import coded, revised

from qualcode.app import (
    bookmarks,
    cases,
    codebook,
    coding,
    documents,
    exchange,
    marking,
    patterns,
    replacing,
    reviewing,
    versions,
)
from qualcode.app.project import Project
from qualcode.app.replacing import Search, find_passages
from qualcode.app.rewriting import rewrite
from qualcode.domain.bundle import Bundle, ReadDocument
from qualcode.domain.differences import CAME, GONE
from qualcode.domain.errors import BadInput, Clash, NotFound, Refused
from qualcode.domain.reanchoring import Place
from qualcode.domain.segments import Edit, Span


def words(project: Project, document: str = "P01") -> list[str]:
    """The words of the codings on a document."""
    with project.read() as read:
        found = read.document_named(document)
        assert found is not None
        text = read.text(found)
        return [text[one.start : one.end] for one in read.placed(document=found.id)]


def text(project: Project, document: str = "P01") -> str:
    with project.read() as read:
        found = read.document_named(document)
        assert found is not None
        return read.text(found)


def arrival(new: str, name: str = "P01 new.txt") -> exchange.Arrival:
    return exchange.Arrival(name, new.encode(), Bundle(documents=(ReadDocument("new", new, "txt"),)))


# ── bursts of typing ───────────────────────────────────────────────────────────────────────────────────────
def test_a_burst_moves_everything_exactly(study: Project) -> None:
    at = ANA.index("I trusted")
    bookmarks.add_bookmark(study, "P01", at, "here")
    cases.assign(study, "Bo", "P01", at, at + 9)
    documents.edit_passages(study, "P01", [(0, 11, "INT"), (at + 10, at + 16, "no one at all")])
    assert text(study) == ANA.replace("INTERVIEWER", "INT", 1).replace("nobody", "no one at all")
    assert set(words(study)) == {"I trusted no one at all at first.", "garden"}
    with study.read() as read:
        assert at - 8 in [one.at for one in read.bookmarks()]
        assert (at - 8, at + 1) in [(one.start, one.end) for one in read.assignments()]
    assert study.check() == []


def test_a_burst_on_an_older_text_is_made_where_its_words_stand_now(study: Project) -> None:
    base = text(study)
    at = base.index("slowly")
    study.coder = "Ben"
    documents.edit_text(study, "P01", 0, 11, "Somebody who asks")
    coding.apply_code(study, "P01", 0, 8, "place")
    study.coder = "Ana"
    documents.edit_passages(study, "P01", [(at, at + 6, "very slowly")], base)
    assert text(study) == ANA.replace("INTERVIEWER", "Somebody who asks", 1).replace("slowly", "very slowly")
    assert "Somebody" in words(study)
    gone = text(study)
    documents.edit_text(study, "P01", gone.index("Trust came"), gone.index("with the"), "")
    documents.edit_passages(study, "P01", [(at, at + 6, "fast")], base)
    assert "fast" in text(study), "what was typed is not lost with the words it was typed on"
    assert study.check() == []


def test_a_burst_says_how_many_segments_it_costs(study: Project) -> None:
    at = ANA.index("with the garden")
    documents.edit_passages(study, "P01", [(at, at + 15, "nothing")])
    assert study.history()[-1].summary == "Edit “P01” (1 segments lost their words)"
    with pytest.raises(BadInput):
        documents.edit_passages(study, "P01", [(5, 9, "a"), (7, 12, "b")])
    with pytest.raises(BadInput):
        documents.edit_passages(study, "P01", [(0, len(text(study)), " \n")])


# ── a newer text ───────────────────────────────────────────────────────────────────────────────────────────
def test_what_is_uncertain_waits_for_somebody(study: Project) -> None:
    documents.replace_text(study, "P01", ANA.replace("garden", "allotments"))
    with study.read() as read:
        found = reviewing.doubts(read)
        assert reviewing.count_doubts(read) == reviewing.count_doubts(read, study.history()[-1].number) == 1
        assert reviewing.count_doubts(read, 1) == 0, "nothing of that step waits"
        placed = [one for one in read.placed(document=found[0].document.id) if one.doubt]
    assert [(one.old, one.new, one.codes, one.coder) for one in found] == [("garden", "allotments", ("place",), "Ana")]
    assert found[0].before.endswith("with the")
    assert [one.doubt for one in placed] == ["garden"]
    documents.replace_text(study, "P01", ANA.replace("garden", "meadows"))
    with study.read() as read:
        assert [one.old for one in reviewing.doubts(read)] == ["garden"], "the words people coded, not those between"
    reviewing.confirm_places(study, [found[0].segment])
    with study.read() as read:
        assert reviewing.doubts(read) == []
    with pytest.raises(NotFound):
        reviewing.confirm_places(study, [found[0].segment])
    with pytest.raises(NotFound, match="named by its record or id"):
        reviewing.confirm_places(study, ["the first one"])


def test_the_size_of_a_version_counts_only_what_changed(study: Project) -> None:
    between = "P01: And so it went on, week after week, with nobody to ask.\n" * 20
    documents.replace_text(study, "P01", f"P01: A garden.\n{between}P01: A garden.\n")
    replacing.replace_passages(study, found_by(study, Search("garden", "yard")))
    assert (versions_of(study)[0].came, versions_of(study)[0].went) == (8, 12)


def found_by(project: Project, search: Search) -> list[replacing.Passage]:
    with project.read() as read:
        return find_passages(read, search)


def test_words_that_come_back_settle_the_doubt(study: Project) -> None:
    at = ANA.index("Trust came")
    end = ANA.index(", with")
    for start in (at, at + 6):  # “came slowly” lies in “Trust came slowly”
        coding.apply_code(study, "P01", start, end, "gatekeeping")
    before = sorted(words(study))
    documents.replace_text(study, "P01", ANA.replace("Trust came slowly", "It was quick in a year"))
    with study.read() as read:
        waiting = [one.doubt for one in read.doubtful_segments()]
    assert "Trust came slowly" in waiting
    first = versions_of(study)[-1]
    versions.restore_version(study, "P01", first.content)
    assert text(study) == ANA
    with study.read() as read:
        assert read.doubtful_segments() == []
    assert set(words(study)) <= set(before)
    assert "Trust came slowly" in words(study)


def versions_of(project: Project) -> list[versions.Version]:
    with project.read() as read:
        document = read.document_named("P01")
        assert document is not None
        return versions.versions(read, document)


def test_moving_turns_moves_segments(study: Project) -> None:
    new = "P01: Trust came slowly, with the garden.\nINTERVIEWER: How did you start?\nP01: I trusted nobody at first.\n"
    documents.replace_text(study, "P01", new)
    assert sorted(words(study)) == ["I trusted nobody at first."] * 3 + ["garden"]
    with study.read() as read:
        assert reviewing.doubts(read) == []


def test_codings_that_come_to_cover_the_same_words_keep_what_both_say(study: Project) -> None:
    at = ANA.index("garden")
    longer = coding.apply_code(study, "P01", ANA.index("with the garden"), at + 6, "place")
    marking.set_certainty(study, longer.id, "unsure")
    marking.mark_coding(study, longer.id, "exemplar")
    shorter = coding.apply_code(study, "P01", at, at + 6, "place")
    marking.discuss_coding(study, shorter.id, "place or thing?")
    before = state(study)
    documents.edit_text(study, "P01", ANA.index("with the garden"), at, "")
    with study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        here = [one for one in read.placed(document=document.id) if one.end - one.start == 6]
    assert [(one.certainty, one.mark, one.discuss) for one in here] == [("unsure", "exemplar", "place or thing?")]
    study.undo()
    assert state(study) == before
    marking.discuss_coding(study, longer.id, "whose garden?")
    documents.edit_text(study, "P01", ANA.index("with the garden"), at, "")
    with study.read() as read:
        joined = [one.discuss for one in read.placed(document=document.id) if one.end - one.start == 6]
    assert [sorted(str(one).split("\n")) for one in joined] == [["place or thing?", "whose garden?"]]
    study.undo()
    study.undo()
    assert state(study) == before
    moved = coding.resize_coding(study, longer.id, at, at + 6)
    assert (moved.certainty, moved.mark, moved.discuss) == ("unsure", "exemplar", "place or thing?")
    study.undo()
    assert state(study) == before


@pytest.mark.parametrize("standing", [True, False])
@pytest.mark.parametrize("doubtful", ["garden allotment", "allotment"])
def test_doubt_stays_where_segments_become_one(doubtful: str, standing: bool, study: Project) -> None:
    at = ANA.index("garden")
    if not standing:
        with study.read() as read:
            coding.remove_coding(study, next(one.id for one in read.placed() if one.start == at))
    longer = ANA.replace("garden", "garden allotment")
    documents.replace_text(study, "P01", longer)
    for piece in ("garden allotment", "allotment"):
        start = longer.index(piece)
        coding.apply_code(study, "P01", start, start + len(piece), "place")

    def place(span: Span) -> Place:
        there = Span(at, at + 6) if span.start >= at else span
        return Place(there, longer[span.start : span.end] != doubtful)

    with study.writing("test.rewrite", "Rewrite") as work:
        document = work.read.document_named("P01")
        assert document is not None
        rewrite(work, document, ANA, [Edit(at + 6, at + 16, 0)], place)
    with study.read() as read:
        assert [one.doubt for one in read.doubtful_segments()] == [doubtful]
    assert words(study).count("garden") == 1
    assert study.check() == []


def test_a_doubtful_segment_put_on_words_that_are_coded_joins_what_is_there(study: Project) -> None:
    documents.replace_text(study, "P01", ANA.replace("garden", "allotments"))
    with study.read() as read:
        segment = read.doubtful_segments()[0]
    at = ANA.index("I trusted")
    before = state(study)
    reviewing.adjust_place(study, segment, at, at + 27)
    with study.read() as read:
        assert read.doubtful_segments() == []
    assert words(study).count("I trusted nobody at first.") == 3
    assert study.check() == []
    study.undo()
    assert state(study) == before


def test_a_forecast_says_what_a_file_would_do(study: Project) -> None:
    new = ANA.replace("garden", "allotments").replace("I trusted nobody at first. ", "")
    with study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        seen = replacing.forecast(read, document, new)
        assert replacing.forecast(read, document, ANA).same
    assert seen.kept == 0
    assert [(one.codes, one.words, then) for one, then in seen.doubtful] == [(("place",), "garden", "allotments")]
    assert {one.words for one in seen.lost} == {"I trusted nobody at first."}
    result = replacing.replace_with_file(study, "P01", arrival(new))
    assert (result.doubtful, result.gone) == (1, 2)
    assert study.history()[-1].summary == "Replace “P01” with P01 new.txt (2 segments lost their words)"
    with study.read() as read:
        assert read.original(result.document) == new.encode()
    with pytest.raises(Refused):
        replacing.replace_with_file(study, "P01", arrival(new))
    two = (ReadDocument("a", "a", "txt"), ReadDocument("b", "b", "txt"))
    with pytest.raises(BadInput, match="2 documents"):
        replacing.replace_with_file(study, "P01", exchange.Arrival("x", b"x", Bundle(documents=two)))


def test_no_coding_goes_unnamed_with_a_newer_file(file_study: Project, shared_data: Path) -> None:
    rounds = 30 if os.environ.get("QUALCODE_LONG") else 2
    files = sorted((shared_data / "transcripts" / "navarral__swj2022-usability-paper").glob("*.odt"))
    codes = [codebook.add_code(file_study, f"code {number}") for number in range(40)]
    for number in range(rounds):
        seed = random.Random(number)
        file = files[number % len(files)]
        made = exchange.import_file(file_study, file, exists="keep-both").documents[0]
        old = text(file_study, made.name)
        for code, span in zip(codes, coded(old, seed, len(codes)), strict=True):
            coding.apply_code(file_study, made, span.start, span.end, code)
        revision = revised(old, seed, 40)
        for _ in range(3):  # a whole page that is not there any more
            start = seed.randrange(len(revision.text))
            revision.swap(start, start + 2_000, "")
        result = replacing.replace_with_file(file_study, made, arrival(revision.text))
        with file_study.read() as read:
            there = {one.code for one in read.placed(document=made.id)}
            waiting = [one for one in read.doubtful_segments() if one.document == made.id]
        gone = {code.name for code in codes if code.id not in there}
        assert gone == {name for one in result.lost for name in one.codes}
        assert len(waiting) == result.doubtful
        documents.remove_document(file_study, made)
    assert file_study.check() == []


def test_importing_over_a_document_names_what_is_gone(study: Project, tmp_path: Path) -> None:
    file = tmp_path / "P01.txt"
    file.write_text(ANA.replace("garden", "allotments").replace("I trusted nobody at first. ", ""), "utf-8")
    report = exchange.import_files(study, [file], exists="replace")
    assert any("1 segments to look at" in one for one in report.kept)
    assert any("trust: “I trusted nobody at first.”" in one for one in report.lost)


def test_a_part_of_a_case_that_loses_its_words_is_named(study: Project) -> None:
    at = ANA.index("with the garden")
    cases.assign(study, "Bo", "P01", at, at + 15)
    cases.assign(study, "Ana Lee", "P01", at + 9, at + 15)
    new = ANA.replace(", with the garden", "")
    with study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        seen = replacing.forecast(read, document, new)
    expected = [("Bo", "with the garden"), ("Ana Lee", "garden")]
    assert [(one.case, one.words) for one in seen.parts] == expected
    result = replacing.replace_with_file(study, "P01", arrival(new))
    assert [(one.case, one.words) for one in result.parts] == expected
    end = "(1 segments and parts of “Bo”, “Ana Lee” lost their words)"
    assert study.history()[-1].summary == f"Replace “P01” with P01 new.txt {end}"
    study.undo()
    before = state(study)
    replacing.replace_passages(study, found_by(study, Search(", with the garden", "")))
    assert study.history()[-1].summary == f"Replace 1 passages in 1 documents {end}"
    study.undo()
    documents.edit_text(study, "P01", at - 2, at + 15, "")
    assert study.history()[-1].summary == f"Edit “P01” {end}"
    study.undo()
    documents.replace_text(study, "P01", new)
    assert study.history()[-1].summary == f"Replace the text of “P01” {end}"
    study.undo()
    assert state(study) == before


def test_a_part_of_a_case_that_moves_with_other_words_is_named(study: Project, tmp_path: Path) -> None:
    at = ANA.index("garden")
    cases.assign(study, "Bo", "P01", at, at + 6)
    new = ANA.replace("garden", "allotments")
    with study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        seen = replacing.forecast(read, document, new)
    assert [(one.case, one.words, words) for one, words in seen.doubtful_parts] == [("Bo", "garden", "allotments")]
    assert seen.parts == ()
    result = replacing.replace_with_file(study, "P01", arrival(new))
    assert [(one.case, one.words) for one in result.doubtful_parts] == [("Bo", "garden")]
    told = "; look at the parts of “Bo”, whose words were changed"
    assert study.history()[-1].summary.endswith(f"P01 new.txt (0 segments lost their words){told}")
    assert study.history()[-1].what == study.history()[-1].summary
    study.undo()
    file = tmp_path / "P01.txt"
    file.write_text(new, "utf-8")
    report = exchange.import_files(study, [file], exists="replace")
    assert "P01: look at the part of Bo, whose words were changed: “garden”" in report.kept


def test_judgements_that_meet_in_an_edit_or_a_review_are_said(study: Project) -> None:
    long = ANA.index("slowly")
    one = coding.apply_code(study, "P01", long, long + 6, "place")
    with study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        other = next(each for each in read.placed(document=document.id) if each.start == ANA.index("garden"))
    marking.set_certainty(study, one.id, "sure")
    marking.set_certainty(study, other.id, "unsure")
    documents.replace_text(study, "P01", ANA.replace("garden", "allotments"))
    with study.read() as read:
        doubtful = read.doubtful_segments()[0]
    reviewing.adjust_place(study, doubtful, long, long + 6)
    told = "; 1 judgements differed, see the comments"
    assert study.history()[-1].summary == f"Put a segment of P01 in its place{told}"
    study.undo()
    study.undo()
    around = coding.apply_code(study, "P01", long - 5, long + 6, "place")  # came slowly
    marking.set_certainty(study, around.id, "likely")
    documents.edit_text(study, "P01", long - 5, long, "")
    assert study.history()[-1].summary == f"Edit “P01”{told}"
    assert study.check() == []


def test_restoring_a_version_names_the_parts_of_cases_it_costs(study: Project) -> None:
    first = versions_of(study)[0].content
    documents.edit_text(study, "P01", len(ANA) - 1, len(ANA) - 1, " It was a beginning.")
    at = text(study).index("It was")
    cases.assign(study, "Bo", "P01", at, at + 19)
    versions.restore_version(study, "P01", first)
    end = "(0 segments and parts of “Bo” lost their words)"
    assert study.history()[-1].summary == f"Restore version 1 of “P01” {end}"


def test_an_import_over_a_document_names_the_parts_of_cases(study: Project, tmp_path: Path) -> None:
    at = ANA.index("with the garden")
    cases.assign(study, "Bo", "P01", at, at + 15)
    file = tmp_path / "P01.txt"
    file.write_text(ANA.replace(", with the garden", ""), "utf-8")
    report = exchange.import_files(study, [file], exists="replace")
    assert "P01: 1 parts of cases whose words are gone" in report.lost
    assert "P01: Bo: “with the garden”" in report.lost


# ── versions ───────────────────────────────────────────────────────────────────────────────────────────────
def test_versions_come_from_the_history(study: Project) -> None:
    documents.edit_text(study, "P01", 0, 11, "INT")
    documents.rename_document(study, "P01", "P01 Ana")
    study.coder = "Ben"
    documents.edit_text(study, "P01 Ana", 0, 3, "Interviewer")
    study.coder = "Ana"
    with study.read() as read:
        document = read.document_named("P01 Ana")
        assert document is not None
        found = versions.versions(read, document)
        pieces = versions.compare(read, found[2].content, found[0].content)
    assert [(one.number, one.coder, one.came, one.went) for one in found] == [
        (3, "Ben", 10, 2),
        (2, "Ana", 0, 8),
        (1, "Ana", len(ANA), 0),
    ]
    assert [(one.kind, one.text) for one in pieces[:2]] == [(GONE, "INTERVIEWER"), (CAME, "Interviewer")]
    versions.restore_version(study, "P01 Ana", found[2].content)
    assert text(study, "P01 Ana") == ANA
    assert set(words(study, "P01 Ana")) == {"I trusted nobody at first.", "garden"}
    assert study.history()[-1].summary == "Restore version 1 of “P01 Ana”"
    with pytest.raises(NotFound):
        versions.restore_version(study, "P01 Ana", "0" * 64)


def test_a_document_that_was_away_keeps_its_versions(study: Project) -> None:
    documents.edit_text(study, "P01", 0, 11, "INT")
    documents.remove_document(study, "P01")
    study.undo()
    with study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        assert [one.characters for one in versions.versions(read, document)] == [len(ANA) - 8, len(ANA) - 8, len(ANA)]


# ── words across documents ─────────────────────────────────────────────────────────────────────────────────
def found_in(project: Project, search: Search, document: str = "") -> list[replacing.Passage]:
    with project.read() as read:
        one = read.document_named(document) if document else None
        return find_passages(read, search, one.id if one else None)


def test_replacing_across_documents_is_one_step(study: Project) -> None:
    before, steps = state(study), len(study.history())
    found = found_in(study, Search("e", "E", case=True))
    assert {one.name for one in found} == {"P01", "P02"}
    assert replacing.replace_passages(study, found) == 0
    assert text(study) == ANA.replace("e", "E")
    assert text(study, "P02") == BEN.replace("e", "E")
    assert "gardEn" in words(study)
    assert len(study.history()) == steps + 1
    assert study.check() == []
    study.undo()
    assert state(study) == before


def test_ways_of_looking(study: Project) -> None:
    assert len(found_in(study, Search("trust", "x"))) == 2
    assert len(found_in(study, Search("trust", "x", whole_words=True))) == 1
    assert len(found_in(study, Search("trust", "x", case=True, whole_words=True))) == 0
    assert found_in(study, Search("trust", "trust", case=True)) == [], "the same words are no change"
    assert [one.instead for one in found_in(study, Search(r"(\w+)ed (\w+)", r"\2 \1", regex=True))] == ["nobody trust"]
    assert found_in(study, Search("信任", "信赖"), "P01") == []
    for search in (Search("", "x"), Search("(", "x", regex=True), Search("a", r"\9", regex=True)):
        with pytest.raises(BadInput):
            found_in(study, search)


def test_an_expression_that_is_too_slow_is_named_as_it_was_written(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "SECONDS", -10.0)
    with pytest.raises(BadInput, match=r"“tr\.st” takes too long"):
        found_in(study, Search("tr.st", "x", regex=True, whole_words=True))


def test_a_text_that_changed_meanwhile_is_looked_at_again(study: Project) -> None:
    found = found_in(study, Search("garden", ""))
    documents.edit_text(study, "P01", 0, 1, "i")
    with pytest.raises(Clash):
        replacing.replace_passages(study, found)
    assert replacing.replace_passages(study, found_in(study, Search("garden", ""))) == 1
    assert "1 segments lost their words" in study.history()[-1].summary


@pytest.mark.parametrize(
    ("find", "found"),
    [("(?i)TRUST", ["Trust"]), ("(?x) t r u s t  # (not trusted", ["Trust"]), ("(?s)(?i)trust(?!ed)", ["Trust"])],
)
def test_an_expression_with_flags_finds_whole_words(study: Project, find: str, found: list[str]) -> None:
    with study.read() as read:
        passages = find_passages(read, Search(find, r"<\g<0>>", whole_words=True, regex=True))
    assert [one.words for one in passages] == found
    assert [one.instead for one in passages] == [f"<{words}>" for words in found]
