"""Tables of answers become cases, variables and documents."""

import io
import json
from datetime import date
from typing import Any

import openpyxl
import pandas as pd
import pytest
from formats.building import zipped

from qualcode.domain.bundle import Bundle, ReadOptions
from qualcode.domain.errors import BadInput, Cancelled
from qualcode.domain.progress import SILENT, CallbackProgress
from qualcode.formats import tables
from qualcode.formats.registry import read_bytes
from qualcode.formats.surveys import told_apart
from qualcode.formats.tables import read_table

_LONG = "I wanted to do more, but the room was always booked and nobody would say by whom it was booked."
_CSV = f"""id,Age,Gender,Member,Since,Why?
R1,24,f,yes,2020-01-02,"{_LONG}"
R2,,m,no,2021-03-04,
R3,67.5,f,yes,2019-11-30,"{_LONG} Twice,
and ""often""."
"""


def _csv(text: str, name: str = "survey.csv", **options: str) -> Bundle:
    return read_bytes(name, text.encode(), ReadOptions(**options))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        (_LONG, "I wanted to do more, but the room was always booked and nobody would say by who…"),
        ("x" * 78 + "e\u0301\u0301 why?", "x" * 78 + "…"),
    ],
)
def test_documents_of_long_questions_keep_their_names(question: str, name: str) -> None:
    """Cut where they always were, or the same file would come in again under other names; but never within a sign."""
    (document,) = _csv(f'id,"{question}"\nR1,"{_LONG} {_LONG}"\n', case_column="id", kind="survey").documents
    assert document.name == f"R1 – {name}"


def test_closed_and_open_columns() -> None:
    bundle = _csv(_CSV)
    assert [case.name for case in bundle.cases] == ["R1", "R2", "R3"]
    assert bundle.cases[0].values == {
        "Age": ("number", "24"),
        "Gender": ("choice", "f"),
        "Member": ("yes/no", "yes"),
        "Since": ("date", "2020-01-02"),
    }
    assert "Age" not in bundle.cases[1].values
    assert [(doc.name, doc.folder, doc.case, doc.format) for doc in bundle.documents] == [
        ("R1 – Why?", "survey", "R1", "survey"),
        ("R3 – Why?", "survey", "R3", "survey"),
    ]
    assert bundle.documents[1].text == f'{_LONG} Twice,\nand "often".'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = f"id{delimiter}a{delimiter}b\nx{delimiter}1{delimiter}2\ny{delimiter}3{delimiter}4\n"
    assert _csv(text).cases[1].values == {"a": ("number", "3"), "b": ("number", "4")}


def test_german_excel() -> None:
    bundle = read_bytes("u.csv", "ID;Größe\r\nR1;1,75\r\nR2;1,8\r\n".encode("cp1252"))
    assert bundle.cases[0].values == {"Größe": ("number", "1.75")}
    assert "read as Windows-1252 (guessed)" in bundle.notes


def test_excel_unicode_text_and_its_sep_line() -> None:
    assert read_bytes("u.tsv", "id\tAge\nR1\t3\nR2\t4\n".encode("utf-16")).cases[0].values == {"Age": ("number", "3")}
    assert _csv("sep=;\nid;Age\nR1;3\nR2;4\n").cases[0].values == {"Age": ("number", "3")}


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_spreadsheets(suffix: str) -> None:
    frame = pd.DataFrame(
        {
            "case": ["a", "b"],
            "n": [1.0, 2.5],
            "day": [date(2020, 1, 2), date(2021, 3, 4)],
            "why": [_LONG, _LONG + "!"],
        }
    )
    raw = _xlsx(frame) if suffix == "xlsx" else _ods(frame)
    bundle = read_bytes(f"s.{suffix}", raw.getvalue())
    assert bundle.cases[0].values == {"n": ("number", "1"), "day": ("date", "2020-01-02")}
    assert [doc.name for doc in bundle.documents] == ["a – why", "b – why"]


def _xlsx(frame: pd.DataFrame) -> io.BytesIO:
    raw = io.BytesIO()
    frame.to_excel(raw, index=False, engine="openpyxl")
    return raw


def _ods(frame: pd.DataFrame) -> io.BytesIO:
    import odfdo

    document = odfdo.Document("spreadsheet")
    document.body.clear()
    table = odfdo.Table("Answers")
    table.set_values([list(frame.columns), *frame.astype(object).to_numpy().tolist()])
    document.body.append(table)
    raw = io.BytesIO()
    document.save(raw)
    return raw


def test_case_column() -> None:
    text = "id,who\n1,Ann\n2,Ben\n"
    assert [case.name for case in _csv(text, case_column="WHO").cases] == ["Ann", "Ben"]
    assert [case.name for case in _csv(text).cases] == ["1", "2"]
    with pytest.raises(BadInput, match=r"has no column “nobody”\. It has “id”, “who”"):
        _csv(text, case_column="nobody")


@pytest.mark.parametrize(
    "heading",
    [
        "Participant ID",
        "participantid",
        "Name of the participant",
        "Fall-Nr.",
        "Teilnehmer*in",
        "Nr",
        "受访者编号",
        "姓名",
    ],
)
def test_a_heading_that_says_so_names_the_cases(heading: str) -> None:
    assert [case.name for case in _csv(f"Years,{heading}\n31,7\n44,8\n31,9\n").cases] == ["7", "8", "9"]


@pytest.mark.parametrize("heading", ["Years", "Case history", "Number of rooms", "de", "name" * 16])
def test_numbers_under_another_heading_name_nobody(heading: str) -> None:
    assert [case.name for case in _csv(f"{heading},b\n7,1\n8,1\n").cases] == ["Case 1", "Case 2"]


def test_a_name_that_is_missing_or_comes_twice_does_not_cost_the_others_theirs() -> None:
    bundle = _csv("name,town\nAnna,Ulm\nBo,Bern\nANNA,Bonn\n,Bath\nCy,Graz\nDi,Linz\n")
    assert [case.name for case in bundle.cases] == ["Anna", "Bo", "ANNA (2)", "Case 4", "Cy", "Di"]
    assert "2 rows without a name of their own are numbered" in bundle.notes
    grouped = _csv("code,town\na,Ulm\nb,Bern\na,Bonn\nb,Bath\n")
    assert [case.name for case in grouped.cases] == ["Ulm", "Bern", "Bonn", "Bath"], "the codes are groups"


def test_two_names_in_the_first_column_are_names() -> None:
    assert [case.name for case in _csv("who,n\nAnn,1\nBen,1\n").cases] == ["Ann", "Ben"]
    assert [case.name for case in _csv("n,sex\n1,f\n1,m\n").cases] == ["Case 1", "Case 2"]


def test_cases_without_a_name_are_numbered_and_doubles_told_apart() -> None:
    assert [case.name for case in _csv("a,b\n1,2\n1,2\n").cases] == ["Case 1", "Case 2"]
    text = "who,n\nAnn,1\nAnn,2\n,3\n"
    assert [case.name for case in _csv(text, case_column="who").cases] == ["Ann", "Ann (2)", "Case 3"]


def test_long_labels_to_tick_are_closed() -> None:
    label = "We consume and redistribute open source software in our commercial products"
    text = "q\n" + "".join(f"{label} {number % 2}\n" for number in range(40))
    assert _csv(text).documents == ()


def test_odd_headers_and_ragged_rows() -> None:
    bundle = _csv("id,a,a,\n1,2,3,4,5\n2,3\n")
    assert set(bundle.cases[0].values) == {"a", "a (2)", "Column 4", "Column 5"}
    assert "2 rows have more or fewer cells than the header" in bundle.notes


@pytest.mark.parametrize("name", ["s.csv", "s.xlsx"])
def test_titles_above_the_header_are_left_out_and_rows_keep_their_numbers(name: str) -> None:
    rows = [["Participants 2024", "", ""], ["", "", ""], ["Name", "Age", "Town"], ["", "", ""], ["Bo", "31", "Ulm"]]
    if name.endswith(".csv"):
        data = "\n".join(map(",".join, rows)).encode()
    else:
        sheet = openpyxl.Workbook()
        for row in rows:
            sheet.active.append([cell or None for cell in row])
        raw = io.BytesIO()
        sheet.save(raw)
        data = raw.getvalue()
    table = read_table(name, data, ReadOptions(), SILENT)
    assert table.columns == ("Name", "Age", "Town")
    assert (table.rows, table.numbers) == ([("Bo", "31", "Ulm")], (5,))
    assert table.notes == ("left out what stands above the header: “Participants 2024”",)


@pytest.mark.parametrize("text", ["name,,\nAnna,Ulm,a\nBo,Bern,b\n", "a,,\nx,1,2\ny,3,4\n", "a\nx,y,z\n", "a\nb\n"])
def test_a_header_with_one_name_stays_the_header(text: str) -> None:
    assert _csv(text, kind="survey").cases
    assert read_table("s.csv", text.encode(), ReadOptions(), SILENT).columns[0] in ("name", "a")


def test_guard_against_formulas_is_taken_off() -> None:
    bundle = _csv("id,a\n1,'=1+1\n2,'quoted'\n3,'-5 degrees\n")
    assert [case.values["a"][1] for case in bundle.cases] == ["=1+1", "'quoted'", "-5 degrees"]


def test_a_cell_of_any_length() -> None:
    assert len(_csv("id,a\n1," + "x" * 300_000 + "\n").documents[0].text) == 300_000


@pytest.mark.parametrize("text", ["id,a\n", "\n\n", ",,,\n"])
def test_nothing_in_it(text: str) -> None:
    with pytest.raises(BadInput, match=r"“survey\.csv”"):
        _csv(text)


def test_table_as_a_document() -> None:
    bundle = _csv("a,b\n1,2\n", kind="document")
    assert bundle.documents[0].text == "a\tb\n1\t2\n"
    assert bundle.cases == ()


def test_damaged_spreadsheet() -> None:
    with pytest.raises(BadInput, match=r"“s\.xlsx”"):
        read_bytes("s.xlsx", b"PK\x03\x04" + bytes(100))


def test_answers_that_must_not_become_numbers() -> None:
    bundle = _csv('id,Income,Zip,Phone\nR1,"1,000",01234,02079460958\nR2,"12,500",90210,02079460959\n')
    assert bundle.cases[0].values == {
        "Income": ("text", "1,000"),
        "Zip": ("text", "01234"),
        "Phone": ("text", "02079460958"),
    }


def test_postal_codes_name_nobody() -> None:
    assert [case.name for case in _csv("Zip,n\n01234,1\n02345,1\n").cases] == ["Case 1", "Case 2"]


def test_not_applicable_is_a_gap_among_numbers_and_an_answer_among_words() -> None:
    bundle = _csv("id,Age,Member,Transport\n1,34,yes,bus\n2,N/A,-,N/A\n3,51,no,bus\n4,n/a,yes,N/A\n")
    assert bundle.cases[0].values["Age"] == ("number", "34")
    assert bundle.cases[0].values["Member"] == ("yes/no", "yes")
    assert bundle.cases[1].values == {"Transport": ("choice", "N/A")}
    assert "in “Age” taken as not answered: “N/A”, “n/a”" in bundle.notes


def test_a_day_that_does_not_exist_does_not_stop_the_import() -> None:
    bundle = _csv("id,When\n1,2026-02-28\n2,2026-02-30\n3,2026-03-01\n4,2026-03-02\n")
    assert bundle.cases[1].values == {"When": ("text", "2026-02-30")}


def _sheet_of(rows: str) -> bytes:
    """An .xlsx file with these rows as they stand in its XML."""
    office = "http://schemas.openxmlformats.org"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
            "xl/workbook.xml": f'<workbook xmlns="{office}/spreadsheetml/2006/main" '
            f'xmlns:r="{office}/officeDocument/2006/relationships">'
            '<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship '
            f'Id="r1" Type="{office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{office}/spreadsheetml/2006/main">'
            f"<sheetData>{rows}</sheetData></worksheet>",
        }
    )


def _written_cell(place: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>x</t></is></c>'.replace(' r=""', "")


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1">{_written_cell("A1")}</row><row r="1048576">{_written_cell("XFD1048576")}</row>',
        f'<row r="1">{_written_cell("A1")}</row><row r="4000000000">{_written_cell("B4000000000")}</row>',
        f'<row r="1">{_written_cell("A1")}{_written_cell("ZZZZZZ1")}</row>',
        f'<row r="1">{_written_cell("") * 60}</row><row r="1048576">{_written_cell("")}</row>',
    ],
)
def test_two_cells_far_apart_do_not_take_the_program_down(rows: str) -> None:
    with pytest.raises(BadInput, match="claims more cells"):
        read_bytes("s.xlsx", _sheet_of(rows))


@pytest.mark.parametrize("name", ["s.csv", "s.xlsx", "s.ods", "s.json"])
def test_too_many_cells_are_refused_in_one_sentence(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_CELL_LIMIT", 60)
    assert len(read_table(name, _square(name, 7), ReadOptions(), SILENT).rows) == 7
    with pytest.raises(BadInput, match="more than 60 cells"):
        read_table(name, _square(name, 8), ReadOptions(), SILENT)


def _square(name: str, side: int) -> bytes:
    """As many columns as rows below them, every row with a cell of its own."""
    frame = pd.DataFrame({f"q{place}": [f"{place}-{row}" for row in range(side)] for place in range(side)})
    if name.endswith(".csv"):
        return frame.to_csv(index=False).encode()
    if name.endswith(".json"):  # no row has a column of another, and yet each gets them all
        return json.dumps([{f"q{place}": "x"} for place in range(side)]).encode()
    return (_ods(frame) if name.endswith(".ods") else _xlsx(frame)).getvalue()


def test_one_wide_row_does_not_widen_a_long_table_beyond_what_can_be_read() -> None:
    text = "a,b\n" + "x" + "," * 9_999 + "\n" + "1\n" * 1_000
    with pytest.raises(BadInput, match="more than 5,000,000 cells"):
        _csv(text)


def test_a_table_with_more_columns_than_a_sheet_is_refused() -> None:
    row = ",".join(["a"] * 16_385)
    with pytest.raises(BadInput, match="has 16,385 columns; a table may have 16,384"):
        _csv(f"{row}\n{row}\n")


def test_names_that_come_again_and_again_are_told_apart_at_once() -> None:
    """Two cells of 200 bytes claim a million rows of one name: looking for each from 2 on took days."""
    looked: list[str] = []

    class Name(str):
        def __getitem__(self, place: Any) -> str:
            looked.append(self)
            return str.__getitem__(self, place)

    names = told_apart([*[Name("a")] * 1_000, Name("A"), Name("a (7)")])
    assert names[:3] == ["a", "a (2)", "a (3)"]
    assert names[-3:] == ["a (1000)", "A (1001)", "a (7) (2)"]
    assert len(looked) < 2_100, "once as it is, once with a number"


def test_columns_that_are_written_alike_stay_apart() -> None:
    (case,) = _csv("name,e\u0301,\u00e9,a\x01b,ab\nAnn,1,2,3,4\n").cases
    assert list(case.values) == ["e\u0301", "\u00e9 (2)", "ab", "ab (2)"]
    assert sorted(value for _, value in case.values.values()) == ["1", "2", "3", "4"]
    assert told_apart(["abcdefgh1", "abcdefgh2", "abc"], 8) == ["abcdefgh", "abcd (2)", "abc"]


def test_a_reading_can_be_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the sheet is read, while it is looked through, and row by row."""
    monkeypatch.setattr(tables, "_PIECE", 100)
    ticks: list[str] = []

    def tick(_done: int, _total: int, what: str) -> None:
        ticks.append(what)
        if len(ticks) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_table("s.xlsx", _square("s.xlsx", 9), ReadOptions(), CallbackProgress(tick))


def test_cells_without_contents_may_be_far_away() -> None:
    rows = (
        f'<row r="1">{_written_cell("A1")}{_written_cell("B1")}<c r="XFD1" s="1"/></row>'
        f'<row r="2">{_written_cell("A2")}{_written_cell("AA2")}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    )
    table = read_table("s.xlsx", _sheet_of(rows), ReadOptions(), SILENT)
    assert len(table.columns) == 27
    assert len(table.rows) == 1
