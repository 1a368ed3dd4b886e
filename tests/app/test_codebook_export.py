"""The codebook of a project as files of all kinds, and back into projects on both databases."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from app.study import ANA, state
from formats.nasty_codebook import BOOK, ENTRIES

import qualcode
from qualcode.app import code_sets, codebook, coding, documents, exchange, marking, memos, redactions
from qualcode.app.codebook_entries import printed_codebook
from qualcode.app.export import KINDS, export_file
from qualcode.app.project import Project
from qualcode.domain.codebook import TEXT_FIELDS, THEME_FIELDS
from qualcode.domain.codebook_entries import CODEBOOK_COLUMNS, DERIVED_COLUMNS, CodebookEntry
from qualcode.domain.errors import BadInput
from qualcode.formats.codebook_files import SUFFIXES

BACK = (".xlsx", ".csv", ".json", ".qdc")
KEPT = [column for column in CODEBOOK_COLUMNS if column not in DERIVED_COLUMNS]


def kept(project: Project) -> list[list[Any]]:
    """What of the codebook is to come back, row by row."""
    with project.read() as read:
        return [[entry.cell(column) for column in KEPT] for entry in printed_codebook(read, "").entries]


def sets(project: Project) -> list[tuple[Any, ...]]:
    """The sets of codes with their members."""
    with project.read() as read:
        return [(one.id, one.name, one.codes) for one in printed_codebook(read, "").sets]


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the nasty codebook, made by the actions of a researcher."""
    folder = tmp_path_factory.mktemp("nasty")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(folder / "home"))
        with qualcode.new(folder / "nasty.qualcode", BOOK.study, "reflexive", coder="Ana") as project:
            made: dict[tuple[str, ...], Any] = {}
            for entry in ENTRIES:
                names = TEXT_FIELDS + THEME_FIELDS * (entry.kind == "theme")
                fields = {name: getattr(entry, name) for name in names}
                above = made.get(entry.levels[:-1])
                code = codebook.add_code(project, entry.name, entry.kind, above, entry.color, **fields)
                made[entry.levels] = code
                for words in filter(None, entry.memo.split("\n\nSecond ")):
                    memos.write_memo(project, words, about=code)
            code_sets.add_code_set(project, BOOK.sets[0].name, [made[ENTRIES[4].levels], made[ENTRIES[0].levels]])
            code_sets.add_code_set(project, BOOK.sets[1].name)
    return folder / "nasty.qualcode"


@pytest.mark.parametrize("suffix", BACK)
def test_a_codebook_goes_out_and_comes_back_equal(suffix: str, nasty: Path, place: str, tmp_path: Path) -> None:
    with qualcode.open(nasty, coder="Ana") as source:
        first = export_file(source, "codebook", tmp_path / f"first{suffix}")
        wanted, wanted_sets = kept(source), sets(source)
    with qualcode.new(place, "Other", coder="Dee") as other:
        report = exchange.import_file(other, first)
        assert report.codes == len(ENTRIES)
        assert report.lost == []
        assert kept(other) == wanted
        if suffix == ".qdc":
            assert report.code_sets == 2
            assert sets(other) == wanted_sets
        second = export_file(other, "codebook", tmp_path / f"second{suffix}")
        number = other.history()[-1].number
        for path in (first, second):
            exchange.import_file(other, path)
        assert other.history()[-1].number == number, "the same again is no step"
        assert other.check() == []
        before = state(other)
        other.undo()
        assert kept(other) == []
        assert sets(other) == []
        other.redo()
        assert state(other) == before
        with qualcode.new(tmp_path / "third.qualcode", coder="Eve") as third:
            exchange.import_file(third, second)
            assert kept(third) == wanted


def test_an_id_that_is_taken_is_not_taken_again(file_study: Project, tmp_path: Path) -> None:
    with file_study.read() as read:
        trust = next(code for code in read.codebook.ordered if code.name == "trust")
    (tmp_path / "c.csv").write_text(f"id,path,definition\n{trust.id},New > trust,Elsewhere.\nno id,more,\n", "utf-8")
    exchange.import_file(file_study, tmp_path / "c.csv")
    with file_study.read() as read:
        by_path = {path: key for key, path in read.codebook.paths().items()}
    assert by_path["Power > trust"] == trust.id
    assert by_path["New > trust"] != trust.id
    assert "more" in by_path


def test_sets_that_are_there_get_what_they_lack(study: Project, tmp_path: Path) -> None:
    export_file(study, "codebook", tmp_path / "c.qdc")
    code_sets.remove_from_code_set(study, "First round", ["place"])
    exchange.import_file(study, tmp_path / "c.qdc")
    assert [(name, len(codes)) for _, name, codes in sets(study)] == [("First round", 2)]


def _pin(project: Project, words: str, code: str, coder: str = "Ana") -> None:
    project.coder = coder
    start = ANA.index(words)
    made = coding.apply_code(project, "P01", start, start + len(words), code)
    marking.mark_coding(project, made.id, "exemplar")
    project.coder = "Ana"


def examples(project: Project, name: str) -> str:
    """The pinned examples of a code as tables have them."""
    entries: list[CodebookEntry]
    with project.read() as read:
        entries = list(printed_codebook(read, "").entries)
    return next(str(entry.cell("examples")) for entry in entries if entry.name == name)


def test_pinned_examples_follow_the_text(study: Project) -> None:
    _pin(study, "with the garden", "place")
    _pin(study, "Trust came slowly", "place")
    _pin(study, "Trust came slowly", "place", coder="Ben")  # the same words are printed once
    assert examples(study, "place") == "“Trust came slowly” (P01, turn 2)\n“with the garden” (P01, turn 2)"
    at = ANA.index("slowly")
    documents.edit_text(study, "P01", at, at + 6, "very slowly")
    assert examples(study, "place").startswith("“Trust came very slowly” (P01, turn 2)\n")
    assert examples(study, "trust") == ""


def test_examples_of_documents_without_turns_and_redacted_ones(study: Project) -> None:
    _pin(study, "with the garden", "place")
    at = ANA.index("garden")
    redactions.redact(study, "P01", at, at + 6)
    assert examples(study, "place") == "“with the […]” (P01, turn 2)"


def test_examples_are_not_brought_back(study: Project, tmp_path: Path) -> None:
    _pin(study, "with the garden", "place")
    for suffix in BACK:
        export_file(study, "codebook", tmp_path / f"c{suffix}")
        report = exchange.import_file(study, tmp_path / f"c{suffix}")
        assert (report.lost, report.codes) == ([], 0)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_is_offered_and_written(suffix: str, study: Project, tmp_path: Path) -> None:
    assert suffix in KINDS["codebook"]
    _pin(study, "with the garden", "place")
    written = export_file(study, "codebook", tmp_path / f"c{suffix}")
    first = written.read_bytes()
    codebook.add_code(study, "passing")
    study.undo()
    day = study.history()[-1].time[:10]
    assert export_file(study, "codebook", tmp_path / f"c{suffix}", date=day).read_bytes() == first


def test_an_export_says_what_it_does_not_know(study: Project, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is no style"):
        export_file(study, "codebook", tmp_path / "c.docx", style="posters")
    export_file(study, "codebook", tmp_path / "c.docx", style="tables", language="zh")
    assert [one.name for one in tmp_path.glob("c.*")] == ["c.docx"]


def test_a_codebook_of_another_program(study: Project, tmp_path: Path) -> None:
    text = (
        '<CodeBook origin="Other"><Codes><Code guid="1" name="Power" isCodable="false">'
        '<Code guid="2" name="fear" isCodable="true" color="#f00"><Description>Of others.</Description></Code>'
        '</Code></Codes><Sets><Set name="Second round"><MemberCode guid="2"/></Set></Sets></CodeBook>'
    )
    (tmp_path / "c.qdc").write_text(text, "utf-8")
    report = exchange.import_file(study, tmp_path / "c.qdc")
    assert (report.codes, report.code_sets) == (1, 1)
    assert report.kept == ["c.qdc: written by Other"]
    row = study.frames.codes.set_index("path").loc["Power > fear"]
    assert (row["kind"], row["color"], row["definition"]) == ("code", "#FF0000", "Of others.")


def test_entries_tell_what_the_study_says(study: Project) -> None:
    with study.read() as read:
        printed = printed_codebook(read, "2026-11-22")
    assert (printed.study, printed.method, printed.date, printed.themes) == ("Study", "reflexive", "2026-11-22", 1)
    trust = next(entry for entry in printed.entries if entry.name == "trust")
    assert (trust.levels, trust.segments, trust.documents, trust.coders) == (("Power", "trust"), 2, 2, 2)
    assert trust.memo == "Trust again and again."
    assert replace(trust, examples=()) == trust


def test_the_row_of_a_theme_may_come_after_those_below_it(file_study: Project, tmp_path: Path) -> None:
    rows = ("id,path,color,definition", ",New > below,#111111,", f"{UUID(int=9)},New,#222222,Said.", ",Last,,")
    (tmp_path / "c.csv").write_text("\n".join(rows), "utf-8")
    exchange.import_file(file_study, tmp_path / "c.csv")
    found = file_study.frames.codes.set_index("path")
    assert list(found.index)[-3:] == ["New", "New > below", "Last"]
    assert list(found.loc["New", ["id", "color", "definition"]]) == [str(UUID(int=9)), "#222222", "Said."]
