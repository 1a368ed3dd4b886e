"""The segments as a Word document."""

from pathlib import Path

import docx

from qualcode.formats.registry import read_file
from qualcode.formats.word_tables import write_segments_docx

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


def test_same_content_same_bytes(tmp_path: Path) -> None:
    write_segments_docx(_SEGMENTS, tmp_path / "1.docx", "T", date="2026-11-22")
    write_segments_docx(_SEGMENTS, tmp_path / "2.docx", "T", date="2026-11-22")
    assert (tmp_path / "1.docx").read_bytes() == (tmp_path / "2.docx").read_bytes()
    assert docx.Document(str(tmp_path / "1.docx")).core_properties.created.date().isoformat() == "2026-11-22"
