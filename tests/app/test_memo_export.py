"""The journal in full, as files."""

import csv
import json
import time
from pathlib import Path

import docx
import openpyxl
import pytest
from app.study import ANA

from qualcode.app import coding, memos
from qualcode.app.export import export_file
from qualcode.app.memo_export import MEMO_COLUMNS, Wanted, memo_table
from qualcode.app.project import Project
from qualcode.domain.errors import Ambiguous, BadInput, NotFound

TEXT = (
    "# Own heading\n\nSome **bold** and *slanted* words.\n\n- one\n- two\n\n1. first\n\n> quoted\n\n"
    "`code`\n\n---\n\n<!-- open"
)


@pytest.fixture
def journal(study: Project) -> Project:
    """The study with memos of all kinds."""
    memos.write_memo(study, TEXT, title="With #1 [sign]", kind="method", dated="2025-12-24", links=["P01", "place"])
    memos.write_memo(study, "On Bo, see [[On trust]].", about="Bo", dated="2026-01-02")
    study.coder = "Ben"
    memos.write_memo(study, "Ben's own", about="P02", kind="reflexive", dated="2026-01-03")
    study.coder = "Ana"
    return study


def titles(project: Project, **wanted: str) -> list[str]:
    with project.read() as read:
        return [row["title"] for row in memo_table(read, Wanted(**wanted))]


def test_the_table_is_sorted_by_day(journal: Project) -> None:
    with journal.read() as read:
        rows = memo_table(read, Wanted())
    assert [row["title"] for row in rows][:3] == ["With #1 [sign]", "On Bo, see [[On trust]].", "Ben's own"]
    assert tuple(rows[0]) == MEMO_COLUMNS
    first = rows[0]
    assert (first["date"], first["type"], first["coder"], first["about_kind"]) == (
        "2025-12-24",
        "method",
        "Ana",
        "project",
    )
    assert sorted(first["links"].split("\n")) == ["code “place”", "document “P01”"]
    segment = next(row for row in rows if row["about_kind"] == "segment")
    assert (segment["document"], segment["quote"]) == ("P01", ANA[ANA.index("I trusted") :][:26])
    assert next(row for row in rows if row["about_kind"] == "code")["about"] == "Power > trust"
    assert next(row for row in rows if row["about_kind"] == "case")["links"] == "memo “On trust”"


def test_files_say_the_same_day_wherever_they_are_written(journal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def days() -> set[str]:
        with journal.read() as read:
            return {row["date"] for row in memo_table(read, Wanted())}

    before = days()
    for zone in ("Asia/Tokyo", "America/Lima", "Pacific/Kiritimati"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert days() == before
    monkeypatch.undo()
    time.tzset()


def test_filters(journal: Project) -> None:
    assert titles(journal, kind="Method") == ["With #1 [sign]"]
    assert len(titles(journal, kind="")) == 3
    assert titles(journal, about="place") == ["With #1 [sign]"]
    assert titles(journal, about="trust") == ["On trust"]
    assert titles(journal, about="project") == ["With #1 [sign]"]
    assert titles(journal, coder="Ben") == ["Ben's own"]
    assert titles(journal, since="2026-01-02", before="2026-01-03") == ["On Bo, see [[On trust]]."]
    with pytest.raises(NotFound):
        titles(journal, about="nothing of the kind")
    with pytest.raises(NotFound):
        titles(journal, coder="Zoe")
    with pytest.raises(BadInput, match="day"):
        titles(journal, since="yesterday")


def test_a_name_of_two_things_is_ambiguous(journal: Project) -> None:
    from qualcode.app import cases

    cases.add_case(journal, "place")
    with pytest.raises(Ambiguous, match="code and a case"):
        titles(journal, about="place")


def test_markdown(journal: Project, tmp_path: Path) -> None:
    written = export_file(journal, "memos", tmp_path / "journal.md", date="2026-02-01")
    text = written.read_text("utf-8")
    assert text.startswith("# Study\n\n5 memos · 2026-02-01\n\n## With \\#1 \\[sign\\]\n\n*2025-12-24 · method · Ana")
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in headings if not line.startswith("##")] == ["# Study"]
    assert len([line for line in headings if line.startswith("## ")]) == 5
    assert "### Own heading" in headings
    assert "\\<!-- open" in text
    assert "> I trusted nobody at first. " in text.replace("\n", " ")
    assert text == export_file(journal, "memos", tmp_path / "again.md", date="2026-02-01").read_text("utf-8")


def test_word(journal: Project, tmp_path: Path) -> None:
    place = export_file(journal, "memos", tmp_path / "journal.docx", wanted=Wanted(kind="method"), date="2026-02-01")
    document = docx.Document(str(place))
    shown = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert shown[:4] == [
        ("Title", "Study"),
        ("Normal", "1 memo · 2026-02-01"),
        ("Heading 2", "With #1 [sign]"),
        ("Normal", "2025-12-24 · method · Ana · about the project"),
    ]
    assert ("Normal", "Own heading") in shown, "headings of a memo are none of the document"
    runs = {run.text: run for paragraph in document.paragraphs for run in paragraph.runs}
    assert runs["bold"].bold
    assert runs["slanted"].italic
    assert runs["quoted"].italic
    assert runs["code"].font.name == "Consolas"
    texts = [text for _, text in shown]
    assert {"•\tone", "•\ttwo", "1.\tfirst", "* * *", "<!-- open"} <= set(texts)
    assert any(text.startswith("Leads to: ") for text in texts)
    whole = export_file(journal, "memos", tmp_path / "whole.docx")
    assert ("Passage", ANA[ANA.index("I trusted") :][:26]) in [
        (paragraph.style.name, paragraph.text) for paragraph in docx.Document(str(whole)).paragraphs
    ]


def test_tables(journal: Project, tmp_path: Path) -> None:
    places = [export_file(journal, "memos", tmp_path / f"journal{suffix}") for suffix in (".csv", ".xlsx", ".json")]
    with places[0].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["text"] == TEXT
    assert json.loads(places[2].read_text("utf-8"))[0]["text"] == TEXT
    sheet = openpyxl.load_workbook(places[1]).worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(MEMO_COLUMNS)
    assert sheet.max_row == 6
    with pytest.raises(BadInput, match="md"):
        export_file(journal, "memos", tmp_path / "journal.pdf")


def test_a_long_quote_is_whole(file_study: Project, tmp_path: Path) -> None:
    made = coding.apply_code(file_study, "P02", 0, 60, "place")
    memos.write_memo(file_study, "All of it", about=made)
    text = export_file(file_study, "memos", tmp_path / "journal.md").read_text("utf-8")
    assert "> Die Lehrerin kam spät.\n>\n> 信任很重要。我们一起工作。" in text
