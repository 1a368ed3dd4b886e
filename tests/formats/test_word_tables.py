"""The codebook and the segments as Word documents."""

from pathlib import Path

import docx
import pytest

from qualcode.domain.palette import PALETTE
from qualcode.formats.registry import read_file
from qualcode.formats.word_tables import write_codebook_docx, write_segments_docx

_CODES: list[dict[str, object]] = [
    {
        "path": "Power",
        "name": "Power",
        "kind": "theme",
        "color": PALETTE[0].light,
        "definition": "Who decides.",
        "segments": 1,
    },
    {
        "path": "Power > Gates > 守门人",
        "name": "守门人",
        "kind": "code",
        "color": PALETTE[9].light,
        "definition": "控制资源的人。",
        "include": "access is decided",
        "example": "“没有她的同意”",
        "example_document": "P03",
        "segments": 12,
        "documents": 5,
        "memo": float("nan"),
    },
]
_SEGMENTS: list[dict[str, object]] = [
    {
        "document": "P03",
        "turn": 44,
        "speaker": "ANNA",
        "code": "Power",
        "coder": "AB",
        "comment": "see P07",
        "text": "The room\x07 was booked.",
    },
    {"document": "P07", "turn": None, "code": "信任", "coder": "CD", "text": "a\nb"},
    {"document": "P09", "turn": 2, "code": "Power", "coder": "AB", "weight": 90.0, "text": "Again."},
]


def test_codebook(tmp_path: Path) -> None:
    path = tmp_path / "codebook.docx"
    assert write_codebook_docx(_CODES, path, "Codebook", notes=["a note"], date="2026-11-22") == 2
    document = docx.Document(str(path))
    found = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert found == [
        ("Title", "Codebook"),
        ("Normal", "1 theme · 1 code · 2026-11-22"),
        ("Normal", "a note"),
        ("Heading 1", "● Power"),
        ("Normal", "theme · 1 segment"),
        ("Normal", "Who decides."),
        ("Heading 2", "■ Gates > 守门人"),
        ("Normal", "code · 12 segments · 5 documents"),
        ("Normal", "控制资源的人。"),
        ("Normal", "Use when\taccess is decided"),
        ("Normal", "Example\t“没有她的同意”  (P03)"),
    ]
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert fonts.get(docx.oxml.ns.qn("w:eastAsia"))
    assert document.core_properties.created.date().isoformat() == "2026-11-22"


def test_segments_are_grouped_by_code(tmp_path: Path) -> None:
    path = tmp_path / "segments.docx"
    assert write_segments_docx(iter(_SEGMENTS), path, "Segments") == 3
    assert read_file(path).documents[0].text.splitlines() == [
        "Segments",
        "3 codings · 2 codes",
        "Power  2 codings",
        "The room was booked.",
        "P03, turn 44 · ANNA · coded by AB",
        "see P07",
        "Again.",
        "P09, turn 2 · coded by AB · weight 90",
        "信任  1 coding",
        "a",
        "b",
        "P07 · coded by CD",
    ]


@pytest.mark.parametrize("write", [write_codebook_docx, write_segments_docx])
def test_same_content_same_bytes(write: type, tmp_path: Path) -> None:
    rows = _CODES if write is write_codebook_docx else _SEGMENTS
    write(rows, tmp_path / "1.docx", "T", date="2026-11-22")
    write(rows, tmp_path / "2.docx", "T", date="2026-11-22")
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()
