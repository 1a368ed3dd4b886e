"""Changes of a codebook as documents: what stands where, and words of people that mean something in the format."""

from pathlib import Path
from uuid import UUID

import docx

from qualcode.domain.codebook_diff import Cause, Told
from qualcode.domain.differences import CAME, GONE, SAME
from qualcode.formats.codebook_changes import Front, write_changes_file

KEY = UUID(int=1)
CAUSE = Cause(7, "2026-11-12T16:20:05.123Z", "Jun", "Move “a <b>”", "")
OLD = "One *old* line."
TOLD = [
    Told("moved", KEY, "a <b>", "theme", "parent", "Power", "", (CAUSE,), True),
    Told("stage", KEY, "a <b>", "theme", "stage", "candidate", "reviewed", (CAUSE,), True),
    Told("redefined", KEY, "a <b>", "theme", "concept", OLD, f"{OLD}\n And a new one.", (CAUSE,), True),
    Told("redefined", KEY, "a <b>", "theme", "boundary", "Nothing in common", "Wholly other", (CAUSE,), True),
]  # fmt: skip
FRONT = Front("Study", "the beginning", "2026-11-12 16:20, step 7", "2026-11-12")


def test_a_page_shows_what_went_and_came_and_escapes_names(tmp_path: Path) -> None:
    write_changes_file(TOLD, tmp_path / "c.html", FRONT)
    page = (tmp_path / "c.html").read_text("utf-8")
    assert "<h3>a &lt;b&gt; " in page
    assert "<del>Power</del> → <ins>(top)</ins>" in page
    assert "<del>candidate</del> → <ins>reviewed</ins>" in page
    assert "<del>Nothing in common</del> <ins>Wholly other</ins>" in page
    assert "Step 7 · 2026-11-12 16:20 · Jun · Move “a &lt;b&gt;”</p>" in page
    assert page.count('<span class="quiet">theme</span>') == 3


def test_markdown_keeps_the_signs_of_people(tmp_path: Path) -> None:
    write_changes_file(TOLD, tmp_path / "c.md", FRONT)
    text = (tmp_path / "c.md").read_text("utf-8")
    assert "### a \\<b> (theme)" in text
    assert "One \\*old\\* line. **And a new one.**" in text
    assert text.startswith("# Codebook changes: Study\n\nFrom the beginning to 2026-11-12 16:20, step 7\n\n1 moved · ")


def test_a_word_document_has_a_heading_for_each_kind_of_change(tmp_path: Path) -> None:
    write_changes_file(TOLD, tmp_path / "c.docx", FRONT)
    paragraphs = docx.Document(str(tmp_path / "c.docx")).paragraphs
    heads = [one.text for one in paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert heads == ["Moved", "Stage changed", "Redefined"]


def test_nothing_has_changed(tmp_path: Path) -> None:
    write_changes_file([], tmp_path / "c.md", FRONT)
    assert (tmp_path / "c.md").read_text("utf-8").endswith("\n\nNothing has changed.\n")


def test_texts_with_little_in_common_are_told_one_after_the_other() -> None:
    kinds = [[piece.kind for piece in one.pieces] for one in TOLD[2:]]
    assert kinds == [[SAME, CAME], [GONE, SAME, CAME]]
