"""Tables as files: other libraries read what was written, and nothing half-written replaces anything."""

import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.domain.errors import BadInput, Cancelled
from qualcode.domain.progress import CallbackProgress
from qualcode.formats import workbook
from qualcode.formats.sheets import write_table

_COLUMNS = ("code", "n", "share", "said")
_ROWS: list[tuple[object, ...]] = [
    ("Power > Gates", 3, 0.25, "=1+1"),
    ("信任", 0, float("nan"), 'two\nlines, "quoted" <&>'),
    ("", None, 1e-9, None),
]


def _write(path: Path, **options: str) -> Path:
    assert write_table(_COLUMNS, iter(_ROWS), path, "The table", **options) == 3
    return path


def test_csv(tmp_path: Path) -> None:
    path = _write(tmp_path / "t.csv")
    with path.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            list(_COLUMNS),
            ["Power > Gates", "3", "0.25", "'=1+1"],
            ["信任", "0", "", 'two\nlines, "quoted" <&>'],
            ["", "", "1e-09", ""],
        ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_guards_text_but_not_numbers(start: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_table(["a", "b"], [(start + "x", -1)], path, "T")
    with path.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == [f"'{start}x", "-1"]


def test_xlsx(tmp_path: Path) -> None:
    path = _write(tmp_path / "t.xlsx", date="2026-11-22")
    book = openpyxl.load_workbook(path)
    sheet = book["The table"]
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        list(_COLUMNS),
        ["Power > Gates", 3, 0.25, "=1+1"],
        ["信任", 0, None, 'two\nlines, "quoted" <&>'],
        [None, None, 1e-9, None],
    ]
    assert sheet["D2"].data_type == "s"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D4"
    assert book.properties.created.isoformat() == "2026-11-22T00:00:00"
    assert book.properties.title == "The table"


def test_xlsx_rows_are_as_high_as_what_they_say(tmp_path: Path) -> None:
    texts = ["short", "word " * 40, "字" * 100, "one\ntwo\nthree", "x" * 30_000]
    path = tmp_path / "table.xlsx"
    write_table(["n", "said"], list(enumerate(texts)), path, "The table")
    sheet = openpyxl.load_workbook(path).active
    heights = [sheet.row_dimensions[number].height for number in range(2, 7)]
    assert heights[0] is None, "a row of one line has the usual height"
    assert heights[1] == heights[2] == 15 * 4
    assert heights[3] == 15 * 3
    assert heights[4] == 409, "no row can be higher"


def test_xlsx_with_what_it_is_about_and_a_title_no_sheet_can_have(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_table(["a"], [("x",)], path, "a/b: [" + "long" * 20, about={"rule": "first & second", "n": 12})
    book = openpyxl.load_workbook(path)
    assert len(book.sheetnames[0]) <= 31
    assert list(book["About"].values) == [("rule", "first & second"), ("n", 12)]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_xlsx_keeps_any_text(texts: list[str]) -> None:
    cells = [text.encode("utf-8", "replace").decode() for text in texts]
    for cell in cells:
        # what stands in the file is valid XML, and Excel's escapes lead back to the text
        shown = workbook.escaped(cell)
        assert all(char in "\t\n" or char >= " " for char in shown)
    assert [_unescaped(workbook.escaped(cell)) for cell in cells] == cells


def _unescaped(text: str) -> str:
    import html
    import re

    return re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), html.unescape(text))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".parquet"])
def test_same_table_same_bytes(suffix: str, tmp_path: Path) -> None:
    one = _write(tmp_path / f"one{suffix}", date="2026-11-22")
    two = _write(tmp_path / f"two{suffix}", date="2026-11-22")
    assert one.read_bytes() == two.read_bytes()


def test_json(tmp_path: Path) -> None:
    rows = json.loads(_write(tmp_path / "t.json").read_text("utf-8"))
    assert rows[1] == {"code": "信任", "n": 0, "share": None, "said": 'two\nlines, "quoted" <&>'}
    write_table(["a"], [], tmp_path / "none.json", "T")
    assert json.loads((tmp_path / "none.json").read_text("utf-8")) == []


def test_parquet(tmp_path: Path) -> None:
    frame = pd.read_parquet(_write(tmp_path / "t.parquet"))
    assert list(frame.columns) == list(_COLUMNS)
    assert frame["n"].tolist()[:2] == [3, 0]
    assert math.isnan(frame["share"][1])
    assert frame["said"][0] == "=1+1"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".parquet"])
def test_failing_write_leaves_the_old_file_and_no_other(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"t{suffix}"
    path.write_text("old")

    def rows() -> Iterator[tuple[object, ...]]:
        yield _ROWS[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_table(_COLUMNS, rows(), path, "T")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_cancelled_write(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_table(["a"], [("x",)], tmp_path / "t.csv", "T", progress=CallbackProgress(lambda *_: None, lambda: True))
    assert list(tmp_path.iterdir()) == []


def test_refused_places(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"not as “t\.pdf”"):
        write_table(["a"], [], tmp_path / "t.pdf", "T")
    with pytest.raises(BadInput, match="cannot be written"):
        write_table(["a"], [], tmp_path / "missing" / "t.csv", "T")


def test_more_rows_than_a_worksheet_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_ROWS_LIMIT", 3)
    with pytest.raises(BadInput, match="holds 3 rows"):
        write_table(["a"], [("x",)] * 4, tmp_path / "t.xlsx", "T")
    assert write_table(["a"], [("x",)] * 3, tmp_path / "t.xlsx", "T") == 3
