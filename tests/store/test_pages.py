"""Long lists of codings: orders, pages, and what a step touched."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qualcode
from qualcode.app import codebook, coding, counting, documents, linking, lists, marking, memos
from qualcode.app.project import Project
from qualcode.domain.carrying import Carrying
from qualcode.domain.queries import Scope
from qualcode.store import pages

TEXT = "INT: one two three four\n\nROSA: five six seven eight\n\nINT: nine ten\n\nROSA: eleven twelve\n"


@pytest.fixture
def study(place: str, tmp_path: Path) -> Project:
    """Two documents, two codes one below the other, and codings by two coders made out of text order."""
    for name in ("A1 first.txt", "B2 second.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with qualcode.new(place, "Study", coder="AB") as project:
        documents.import_files(project, [tmp_path / "A1 first.txt", tmp_path / "B2 second.txt"])
        theme = codebook.add_code(project, "theme", "theme")
        codebook.add_code(project, "below", parent=theme)
        for document, words, code in (
            ("B2 second", "five six", "theme"),
            ("A1 first", "nine ten", "below"),
            ("A1 first", "one two", "theme"),
        ):
            _code(project, document, words, code)
        project.coder = "CD"
        _code(project, "A1 first", "one two", "below")
        project.coder = "AB"
        yield project


def _code(project: Project, document: str, words: str, code: str) -> UUID:
    at = TEXT.index(words)
    return coding.apply_code(project, document, at, at + len(words), code).id


def _quotes(project: Project, scope: Scope, order: str) -> list[str]:
    with project.read() as read:
        found = lists.listing(read, scope, order)
        if found.ids:
            rows = lists.rows_by_id(read, found.ids)
        else:
            rows = [row for document, _ in found.groups for row in lists.document_rows(read, document, scope)]
        assert found.rows == len(rows)
        return [row.quote for row in rows]


def test_orders(study: Project) -> None:
    everything = Scope()
    assert _quotes(study, everything, "document") == ["one two", "one two", "nine ten", "five six"]
    assert _quotes(study, everything, "newest") == ["one two", "one two", "nine ten", "five six"]
    assert _quotes(study, everything, "code") == ["one two", "five six", "one two", "nine ten"]


def test_scopes_narrow_every_order(study: Project) -> None:
    with study.read() as read:
        below = next(code.id for code in read.codes() if code.name == "below")
        first = read.document_named("A1 first").id
        coder = read.coder_named("CD").id
    for order in lists.ORDERS:
        assert sorted(_quotes(study, Scope(codes=frozenset([below])), order)) == ["nine ten", "one two"]
        assert len(_quotes(study, Scope(documents=frozenset([first])), order)) == 3
        assert _quotes(study, Scope(coders=frozenset([coder])), order) == ["one two"]


def test_rows_say_where_they_stand(study: Project) -> None:
    with study.read() as read:
        document = read.document_named("A1 first")
        rows = lists.document_rows(read, document.id, Scope())
        assert [(row.turn, row.speaker) for row in rows] == [(1, "INT"), (1, "INT"), (3, "INT")]
        assert lists.short_names(read.documents())[document.id] == "A1"


def test_a_gone_coding_is_left_out(study: Project) -> None:
    with study.read() as read:
        ids = pages.newest_first(read, Scope())
    study.undo()
    coding.remove_coding(study, UUID(bytes=ids[-16:]))
    with study.read() as read:
        assert len(pages.codings_by_id(read, ids)) == len(ids) // 16 - sum(
            read.by_id("coding", UUID(bytes=ids[at : at + 16])) is None for at in range(0, len(ids), 16)
        )
        assert lists.coding_row(read, UUID(bytes=ids[-16:])) is None


def test_a_passage_counts_once_above_its_codes(study: Project) -> None:
    with study.read() as read:
        codes = {code.name: code.id for code in read.codes()}
        counts = counting.code_counts(read)
    theme, below = counts[codes["theme"]], counts[codes["below"]]
    assert (theme.segments, theme.documents, theme.codings) == (2, 2, 2)
    assert (theme.rolled_segments, theme.rolled_documents) == (3, 2)
    assert (below.segments, below.rolled_segments) == (2, 2)


@pytest.mark.parametrize("act", ["apply", "remove", "undo", "comment", "resize"])
def test_touched_names_code_and_document(study: Project, act: str) -> None:
    with study.read() as read:
        codes = {code.name: code.id for code in read.codes()}
        document = read.document_named("B2 second").id
        placed = read.placed(document=document)[0]
    match act:
        case "apply":
            _code(study, "B2 second", "seven", "theme")
        case "remove":
            coding.remove_coding(study, placed.id)
        case "undo":
            coding.remove_coding(study, placed.id)
            study.undo()
        case "comment":
            coding.comment_segment(study, placed.segment, "hm")
        case "resize":
            coding.resize_coding(study, placed.id, placed.start, placed.end + 6)
    with study.read() as read:
        found = lists.touched(read, read.last_step()[0])
    assert found.codes == {codes["theme"]}
    assert found.documents == {document}


def test_moving_a_code_touches_old_and_new_place(study: Project) -> None:
    with study.read() as read:
        codes = {code.name: code.id for code in read.codes()}
    codebook.move_code(study, codes["below"], None)
    with study.read() as read:
        found = lists.touched(read, read.last_step()[0])
        assert found.codes is not None
        assert {codes["theme"], codes["below"]} <= found.codes
        assert counting.code_counts(read, found.codes)[codes["theme"]].rolled_segments == 2


# ── what codings carry ─────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def said(study: Project) -> Project:
    """The study with something said about each coding but the last."""
    with study.read() as read:
        one, two, three, other = sorted(read.placed(), key=lambda coding: (coding.created, coding.id))
    marking.set_certainty(study, one, "sure")
    marking.weigh_coding(study, one, -1)
    marking.set_certainty(study, two, "unsure")
    marking.weigh_coding(study, two, 2.5)
    marking.mark_coding(study, two, "near-miss")
    marking.discuss_coding(study, three)
    coding.comment_segment(study, three, "why")
    memos.write_memo(study, "A thought.", about=one)
    linking.link_segments(study, two, three, "explains")
    linking.link_segments(study, three, other, "contradicts")
    return study


CONDITIONS = {
    "sure or unsure": (Carrying(certainties=frozenset(("sure", "unsure"))), ["five six", "nine ten"]),
    "unsure or nothing": (Carrying(certainties=frozenset(("unsure", ""))), ["nine ten", "one two", "one two"]),
    "mark": (Carrying(marks=frozenset(("near-miss",))), ["nine ten"]),
    "no mark": (Carrying(marks=frozenset(("",))), ["five six", "one two", "one two"]),
    "weight from": (Carrying(least=0), ["nine ten"]),
    "weight to": (Carrying(most=2.5), ["five six", "nine ten"]),
    "weight between": (Carrying(least=-1, most=2), ["five six"]),
    "discuss": (Carrying(discuss=True), ["one two"]),
    "settled": (Carrying(discuss=False), ["five six", "nine ten", "one two"]),
    "comment": (Carrying(comment=True), ["one two"]),
    "no comment": (Carrying(comment=False), ["five six", "nine ten", "one two"]),
    "memo": (Carrying(memo=True), ["five six"]),
    "no memo": (Carrying(memo=False), ["nine ten", "one two", "one two"]),
    "links": (Carrying(links=True), ["nine ten", "one two", "one two"]),
    "no links": (Carrying(links=False), ["five six"]),
    "doubt": (Carrying(doubt=True), []),
    "all together": (Carrying(links=True, discuss=False, least=1), ["nine ten"]),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_conditions_narrow_every_order_and_count(name: str, said: Project) -> None:
    carrying, wanted = CONDITIONS[name]
    for order in lists.ORDERS:
        assert sorted(_quotes(said, Scope(carrying=carrying), order)) == wanted
    with said.read() as read:
        counts = pages.counts_by_document(read, Scope(carrying=carrying))
        assert sum(counts.values()) == len(wanted)
        for document in read.documents():
            inside = lists.document_rows(read, document.id, Scope(carrying=carrying))
            assert len(inside) == counts.get(document.id, 0)
        first = read.document_named("A1 first").id
    here = _quotes(said, Scope(documents=frozenset((first,)), carrying=carrying), "document")
    assert sorted(here) == [words for words in wanted if words != "five six"]


def test_the_heaviest_come_first_and_those_without_a_weight_last(said: Project) -> None:
    assert _quotes(said, Scope(), "weight") == ["nine ten", "five six", "one two", "one two"]
    assert _quotes(said, Scope(carrying=Carrying(links=True)), "code") == ["one two", "one two", "nine ten"]


def test_rows_say_how_many_links_and_memos_they_have(said: Project) -> None:
    with said.read() as read:
        rows = lists.rows_by_id(read, pages.newest_first(read, Scope()))
        beside = {(row.quote, row.coding.coder): (row.links, row.memos) for row in rows}
        ab, cd = (coder.id for coder in read.coders())
        assert beside == {
            ("five six", ab): (0, 1),
            ("nine ten", ab): (1, 0),
            ("one two", ab): (2, 0),
            ("one two", cd): (1, 0),
        }
        here = next(row.coding for row in rows if row.quote == "one two" and row.coding.coder == ab)
        links = lists.links_of(read, here.segment)
        assert [(row.link.relation, row.other(here.segment).quote) for row in links] == [
            ("contradicts", "one two"),
            ("explains", "nine ten"),
        ]
        assert pages.anything_said(read)


def test_links_are_listed_by_relation_and_document(said: Project) -> None:
    with said.read() as read:
        links, relations = lists.links_with(read)
        assert [link.relation for link in links] == ["contradicts", "explains"]
        assert relations == {"contradicts": 1, "explains": 1}
        assert [link.relation for link in lists.links_with(read, "explains")[0]] == ["explains"]
        first, second = (document.id for document in read.documents())
        assert len(lists.links_with(read, None, Scope(frozenset([first])))[0]) == 2
        assert lists.links_with(read, None, Scope(frozenset([second])))[0] == []
        assert [row.source.quote for row in lists.link_rows(read, links)] == ["one two", "nine ten"]
        ends = {end for row in lists.link_rows(read, links) for end in (row.source, row.target)}
        assert {end.quote for end in ends} == {"one two", "nine ten"}
        nine = next(end.coding for end in ends if end.quote == "nine ten")
        own = Scope(frozenset([first]), parts=((first, ((nine.end - 1, nine.end),)),))
        assert [link.relation for link in lists.links_with(read, None, own)[0]] == ["explains"]
        beside = Scope(frozenset([first]), parts=((first, ((nine.end, nine.end + 3),)),))
        assert lists.links_with(read, None, beside)[0] == []
        ab, cd = (coder.id for coder in read.coders())
        assert len(lists.links_with(read, None, Scope(coders=frozenset([ab])))[0]) == 2
        of_cd = lists.links_with(read, None, Scope(coders=frozenset([cd])))[0]
        assert [link.relation for link in of_cd] == ["contradicts"]


def test_nothing_was_said(study: Project) -> None:
    with study.read() as read:
        assert not pages.anything_said(read)


# ── counting everything at once ────────────────────────────────────────────────────────────────────────────
@settings(max_examples=10)
@given(st.data())
def test_counting_everything_agrees_with_counting_each_code(data: st.DataObject) -> None:
    """The arrays of the first count and the SQL of later ones, on codebooks and codings of any shape."""
    numbers = st.integers(0, 4)
    parents = data.draw(st.lists(st.none() | numbers, min_size=1, max_size=5))
    rows = data.draw(st.lists(st.tuples(st.integers(0, 1), numbers, numbers, numbers, st.integers(0, 1)), max_size=25))
    with TemporaryDirectory() as folder, qualcode.new(Path(folder) / "s.qualcode", coder="AB") as project:
        names = ["A1", "B2"]
        for name in names:
            (Path(folder) / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        documents.import_files(project, [Path(folder) / f"{name}.txt" for name in names], language="en")
        codes: list[Any] = []
        for parent in parents:
            above = codes[parent % len(codes)] if parent is not None and codes else None
            codes.append(codebook.add_code(project, f"code {len(codes)}", parent=above))
        for document, start, length, code, coder in rows:
            project.coder = ("AB", "CD")[coder]
            at = TEXT.index("one") + start
            coding.apply_code(project, names[document], at, at + length + 3, codes[code % len(codes)])
        with project.read() as read:
            everyone = [one.id for one in read.coders()]
            inside = frozenset(data.draw(st.lists(st.sampled_from([one.id for one in read.documents()]))))
            for scope in (Scope(), Scope(documents=inside), Scope(coders=frozenset(everyone[-1:]))):
                at_once = counting.code_counts(read, None, scope)
                assert at_once == counting.code_counts(read, [code.id for code in codes], scope)


def test_counting_an_empty_codebook(place: str) -> None:
    with qualcode.new(place, "Study", coder="AB") as project, project.read() as read:
        assert counting.code_counts(read) == {}
