"""Long lists of codings: orders, pages, and what a step touched."""

from pathlib import Path
from uuid import UUID

import pytest

import qualcode
from qualcode.app import codebook, coding, documents, lists
from qualcode.app.project import Project
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
        counts = lists.code_counts(read)
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
        assert lists.code_counts(read, found.codes)[codes["theme"]].rolled_segments == 2
