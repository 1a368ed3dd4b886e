"""Redactions: passages no export prints, and how they move along with the text so that rather too much is covered."""

import csv
import json
from pathlib import Path

import pytest
from app.study import ANA, BEN
from hypothesis import given
from hypothesis import strategies as st

from qualcode.app import codebook, documents, marking, redactions, replacing
from qualcode.app.charts import CooccurrenceOptions, cooccurrence_view
from qualcode.app.export import export_file
from qualcode.app.passages import meeting_passages, printed_passage
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting
from qualcode.domain.errors import BadInput, Clash, Refused
from qualcode.domain.reanchoring import Anchoring
from qualcode.domain.redactions import REDACTED, Redaction, followed
from qualcode.domain.segments import Edit, Span
from qualcode.store import tables

NOBODY = ANA.index("nobody")
GARDEN = ANA.index("garden")


def there(project: Project, name: str = "P01") -> list[Redaction]:
    with project.read() as read:
        document = read.document_named(name)
        assert document is not None
        return redactions.redactions_of(read, document.id)


def words(project: Project, name: str = "P01") -> list[str]:
    with project.read() as read:
        text = read.text(read.document_named(name))
    return [text[one.start : one.end] for one in there(project, name)]


def printed(project: Project, name: str = "P01", display_ids: bool = False) -> str:
    with project.read() as read:
        document = read.document_named(name)
        assert document is not None
        return Quoting(read, display_ids).text(document, 0, document.characters)


# ── making and taking back ─────────────────────────────────────────────────────────────────────────────────
def test_a_redaction_is_trimmed_and_those_that_overlap_become_one(study: Project) -> None:
    made = redactions.redact(study, "P01", NOBODY - 1, NOBODY + 7, " names  a person ")
    assert (words(study), made.reason) == (["nobody"], "names a person")
    redactions.redact(study, "P01", GARDEN, GARDEN + 6)
    joined = redactions.redact(study, "P01", NOBODY + 3, GARDEN + 2, "place")
    assert joined.id == made.id
    assert joined.reason == "names a person; place"
    assert words(study) == [ANA[NOBODY : GARDEN + 6]]
    before = len(study.history())
    redactions.redact(study, "P01", NOBODY, NOBODY + 2)
    assert len(study.history()) == before  # it is hidden already
    assert study.check() == []


def test_redactions_side_by_side_stay_two(study: Project) -> None:
    redactions.redact(study, "P01", NOBODY, NOBODY + 3)
    redactions.redact(study, "P01", NOBODY + 3, NOBODY + 6)
    assert words(study) == ["nob", "ody"]
    assert printed(study) == ANA.replace("nobody", REDACTED)


def test_a_redaction_needs_words_in_the_text(study: Project) -> None:
    with pytest.raises(BadInput, match="only white space"):
        redactions.redact(study, "P01", NOBODY - 1, NOBODY)
    with pytest.raises(BadInput, match="not in the document"):
        redactions.redact(study, "P01", 0, len(ANA) + 1)


def test_redactions_are_taken_back_one_by_one_or_all_of_a_selection(study: Project) -> None:
    first = redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    redactions.redact(study, "P01", GARDEN, GARDEN + 6)
    redactions.remove_redaction(study, first)
    assert words(study) == ["garden"]
    study.undo()
    assert len(redactions.remove_redactions(study, "P01", 0, len(ANA))) == 2
    assert study.history()[-1].summary == "Take back 2 redactions in “P01”"
    assert there(study) == []
    with pytest.raises(Refused, match="Nothing is redacted there in “P01”"):
        redactions.remove_redactions(study, "P01", 0, len(ANA))


def test_many_passages_are_redacted_as_one_step(study: Project) -> None:
    at = BEN.index("Lehrerin")
    made = redactions.redact_passages(
        study, [("P01", NOBODY, NOBODY + 6), ("P02", at, at + 8), ("P01", NOBODY, NOBODY + 10)], "asked for"
    )
    assert len(made) == 2
    assert words(study) == ["nobody at"]
    assert words(study, "P02") == ["Lehrerin"]
    assert study.history()[-1].summary == "Redact 3 passages"
    study.undo()
    assert there(study) == there(study, "P02") == []


# ── what is printed ────────────────────────────────────────────────────────────────────────────────────────
def test_no_export_of_segments_prints_redacted_words(study: Project, tmp_path: Path) -> None:
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    at = BEN.index("信")
    redactions.redact(study, "P02", at, at + 1)
    table = export_file(study, "segments", tmp_path / "segments.csv")
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    assert {row["text"] for row in rows if row["document"] == "P01"} == {
        f"I trusted {REDACTED} at first.",
        "garden",
    }
    assert [row["text"] for row in rows if row["document"] == "P02"] == [f"{REDACTED}任"]
    start = ANA.index("I trusted")
    assert {(row["start"], row["end"]) for row in rows if REDACTED in row["text"]} >= {(str(start), str(start + 26))}
    listed = json.loads(export_file(study, "segments", tmp_path / "segments.json").read_text("utf-8"))
    assert "nobody" not in json.dumps(listed, ensure_ascii=False)
    from docx import Document as Word
    from openpyxl import load_workbook

    book = load_workbook(export_file(study, "segments", tmp_path / "segments.xlsx"))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if "nobody" in cell]
    assert any(REDACTED in cell for cell in cells)
    word = Word(str(export_file(study, "segments", tmp_path / "segments.docx")))
    said = "\n".join([*(one.text for one in word.paragraphs), *_cells(word)])
    assert "nobody" not in said
    assert REDACTED in said


def _cells(word: object) -> list[str]:
    return [cell.text for table in word.tables for row in table.rows for cell in row.cells]  # type: ignore[attr-defined]


def test_a_memo_about_a_segment_quotes_it_without_what_is_redacted(study: Project, tmp_path: Path) -> None:
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    page = export_file(study, "memos", tmp_path / "memos.md").read_text("utf-8")
    assert f"I trusted {REDACTED.replace('[', chr(92) + '[').replace(']', chr(92) + ']')} at first." in page
    assert "nobody" not in page


def test_examples_of_the_codebook_lose_what_is_redacted_where_they_came_from(study: Project, tmp_path: Path) -> None:
    with study.read() as read:
        found = next(one for one in read.placed() if one.start == ANA.index("I trusted"))
    marking.use_as_example(study, found)
    marking.mark_coding(study, found, "exemplar")
    codebook.define_code(study, "place", near_miss="Somebody spoke of the nobody of the garden.")
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    redactions.redact(study, "P01", NOBODY + 7, NOBODY + 9)  # two letters: known again only at their place
    told = json.loads(export_file(study, "codebook", tmp_path / "book.json").read_text("utf-8"))
    page = json.dumps(told, ensure_ascii=False)
    assert "nobody" not in page
    assert f"I trusted {REDACTED} {REDACTED} first." in page
    assert f"Somebody spoke of the {REDACTED} of the garden." in page
    study.undo()
    study.undo()
    page = export_file(study, "codebook", tmp_path / "book.json").read_text("utf-8")
    assert "Somebody spoke of the nobody of the garden." in page


def test_a_passage_of_co_occurring_codes_is_copied_without_what_is_redacted(study: Project) -> None:
    picture = cooccurrence_view(study, CooccurrenceOptions())
    places = {code.name: number for number, code in enumerate(picture.material.codes)}
    passage = meeting_passages(study, picture, places["trust"], places["place"]).passages[0]
    with study.read() as read:
        assert printed_passage(read, passage) == passage.text.strip()
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    with study.read() as read:
        assert printed_passage(read, passage) == f"I trusted {REDACTED} at first."


def test_the_program_itself_still_finds_and_shows_redacted_words(study: Project) -> None:
    from qualcode.app.search import search

    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    assert [hit.start for hit in search(study, "nobody")] == [NOBODY]
    assert any("nobody" in text for text in study.frames.codings["text"])


# ── moving along ───────────────────────────────────────────────────────────────────────────────────────────
def test_a_redaction_moves_and_shrinks_with_its_words_and_goes_when_all_are_deleted(study: Project) -> None:
    redactions.redact(study, "P01", ANA.index("I trusted"), NOBODY + 6)
    documents.edit_text(study, "P01", 0, 0, "Note. ")
    assert words(study) == ["I trusted nobody"]
    documents.edit_text(study, "P01", ANA.index("I trusted") + 6, NOBODY + 6, "")
    assert words(study) == ["nobody"]
    documents.edit_text(study, "P01", ANA.index("I trusted") + 6, ANA.index("I trusted") + 12, "")
    assert words(study) == []
    study.undo()
    study.undo()
    study.undo()
    assert words(study) == ["I trusted nobody"]
    assert study.check() == []


def test_what_replaces_redacted_words_is_redacted_too(study: Project) -> None:
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    documents.edit_text(study, "P01", NOBODY - 8, NOBODY + 9, "loved no body at all")
    assert words(study) == ["loved no body at all"]
    study.undo()
    found = []
    with study.read() as read:
        found = replacing.find_passages(read, replacing.Search("nobody at first", "Mr Smith of Bonn"))
    replacing.replace_passages(study, found)
    assert words(study) == ["Mr Smith of Bonn"]
    assert "Smith" not in printed(study)


def test_letters_typed_on_to_a_redacted_word_are_redacted_words_beside_it_are_not(study: Project) -> None:
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    documents.edit_text(study, "P01", NOBODY + 6, NOBODY + 6, "s ever")
    assert words(study) == ["nobodys"]
    documents.edit_text(study, "P01", NOBODY, NOBODY, "really some")
    assert words(study) == ["somenobodys"]
    documents.edit_text(study, "P01", NOBODY + 7, NOBODY + 7, "well ")
    assert words(study) == ["somenobodys"]


def test_a_newer_text_keeps_redacted_words_hidden_where_they_stand_now(study: Project) -> None:
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    documents.replace_text(study, "P01", "A new beginning.\n" + ANA.replace("slowly", "very slowly"))
    assert words(study) == ["nobody"]
    documents.replace_text(study, "P01", "A new beginning.\n" + ANA.replace("nobody", "no body"))
    assert "no body" not in printed(study)
    study.undo()
    study.undo()
    assert words(study) == ["nobody"]
    assert study.check() == []


def test_an_edit_is_not_taken_back_below_a_redaction_made_since(study: Project) -> None:
    documents.edit_text(study, "P01", len(ANA) - 1, len(ANA) - 1, " And more.")
    edited = study.history()[-1].number
    redactions.redact(study, "P01", len(ANA) + 1, len(ANA) + 5)
    with pytest.raises(Clash):
        study.undo(edited)
    study.undo()
    study.undo(edited)
    assert study.check() == []


def test_a_redaction_goes_with_its_document_and_comes_back(study: Project) -> None:
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    kept = there(study)
    documents.remove_document(study, "P01")
    study.undo()
    assert there(study) == kept


def test_a_redaction_beyond_the_text_is_found_by_the_check(study: Project) -> None:
    redactions.redact(study, "P01", NOBODY, NOBODY + 6)
    with study.database.writing() as connection:
        connection.execute(tables.redaction.update().values(end_pos=len(ANA) + 9))
    said = [str(problem.what) for problem in study.check()]
    assert any(f"The redaction {NOBODY} to {len(ANA) + 9} is not in the text of “P01”" in text for text in said)


# ── the rule itself ────────────────────────────────────────────────────────────────────────────────────────
ALPHABET = "ab c"


@st.composite
def _edited(draw: st.DrawFn) -> tuple[str, Span, list[Edit], str, list[int | None]]:
    """A text of characters that differ, a span, edits in order, the new text, and where each old character is in it."""
    length = draw(st.integers(1, 24))
    old = "".join(chr(0x1000 + place) if place % 4 else " " for place in range(length))
    start = draw(st.integers(0, length - 1))
    span = Span(start, draw(st.integers(start + 1, length)))
    edits, pieces, last = [], [], 0
    now: list[int | None] = []
    size = 0
    for _ in range(draw(st.integers(0, 5))):
        if last > length:
            break
        first = draw(st.integers(last, length))
        end = draw(st.integers(first, length))
        words = draw(st.text(ALPHABET, max_size=4))
        if first == end and (not words or (edits and edits[-1].end == first)):
            continue
        now += range(size, size + first - last)
        size += first - last
        now += [None] * (end - first)
        size += len(words)
        pieces += [old[last:first], words]
        edits.append(Edit(first, end, len(words)))
        last = end
    now += range(size, size + length - last)
    return old, span, edits, "".join([*pieces, old[last:]]), now


@given(_edited())
def test_every_redacted_character_that_is_left_stays_redacted(
    case: tuple[str, Span, list[Edit], str, list[int | None]],
) -> None:
    _, span, edits, new, now = case
    found = followed(span, edits, new)
    left = [place for place in now[span.start : span.end] if place is not None]
    for place in left:
        assert any(one.start <= place < one.end for one in found)
    assert all(0 <= one.start < one.end <= len(new) for one in found)
    touched = [edit for edit in edits if edit.length and edit.start <= span.end and edit.end >= span.start]
    if not touched:  # deletions alone: exactly what is left
        assert sorted(place for one in found for place in range(one.start, one.end)) == left


@given(_edited())
def test_what_came_instead_of_redacted_characters_is_redacted(
    case: tuple[str, Span, list[Edit], str, list[int | None]],
) -> None:
    _, span, edits, new, _ = case
    found = followed(span, edits, new)
    grown = 0
    for edit in edits:
        start = edit.start + grown
        grown += edit.length - (edit.end - edit.start)
        inside = edit.start < span.end and edit.end > span.start
        if inside or span.start < edit.start == edit.end < span.end:
            assert all(any(one.start <= at < one.end for one in found) for at in range(start, start + edit.length))


@given(st.text("abcde \n", min_size=1, max_size=60), st.text("abcde \n", max_size=20), st.data())
def test_words_that_moved_with_a_newer_text_are_redacted(old: str, more: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    secret = "zyxwvu qponm"
    whole = f"{old[: span.start]} {secret} {old[span.end :]}"
    at = Span(span.start + 1, span.start + 1 + len(secret))
    new = f"{more}\n{whole}{more}"
    anchoring = Anchoring(whole, new)
    found = followed(at, anchoring.edits, new, anchoring.place)
    where = new.index(secret)
    hidden = {place for one in found for place in range(one.start, one.end)}
    assert set(range(where, where + len(secret))) <= hidden
