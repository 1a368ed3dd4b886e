"""Codebooks and lists of segments as tables."""

import json
from pathlib import Path

import pytest

from qualcode.domain.bundle import ReadCode, ReadCoding, ReadOptions
from qualcode.domain.errors import BadInput
from qualcode.formats.registry import read_bytes, read_file
from qualcode.formats.sheets import write_table

_COLUMNS = ("path", "name", "kind", "color", "definition", "origin", "near_miss", "segments", "memo")
_ROWS = (
    ("Power", "Power", "theme", "#2067DA", "Who decides.", "", "", 3, ""),
    ("Power > Gatekeeping", "Gatekeeping", "code", "", "=access", "in-vivo", "almost", 2, "split\nin May"),
)
_CODES = (
    ReadCode(("Power",), "theme", "#2067DA", {"definition": "Who decides."}),
    ReadCode(
        ("Power", "Gatekeeping"),
        "code",
        "",
        {"definition": "=access", "origin": "in-vivo", "near_miss": "almost"},
        "split\nin May",
    ),
)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_our_own_export_comes_back(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"codebook{suffix}"
    write_table(_COLUMNS, _ROWS, path, "Codebook")
    assert read_file(path).codes == _CODES


def test_names_and_parents_and_other_programs_words() -> None:
    data = b"name,parent,definition\nPower,,a\nGatekeeping,Power,b\n"
    assert [code.path for code in read_bytes("c.csv", data).codes] == [("Power",), ("Power", "Gatekeeping")]
    tags = b"tag,description,number of highlights\nPower,Who decides.,3\n"
    bundle = read_bytes("c.csv", tags, ReadOptions(kind="codebook"))
    assert bundle.codes == (ReadCode(("Power",), "code", "", {"definition": "Who decides."}),)
    assert bundle.lost == ("columns that a codebook here does not have: number of highlights",)


@pytest.mark.parametrize(
    ("header", "named"),
    [("name,kind,Name", "“name”"), ("path,path", "“path”"), ("path,definition, Definition", "“definition”")],
)
def test_columns_of_one_name_are_refused_and_not_glued_together(header: str, named: str) -> None:
    cells = "A,code,B"[: 3 if header.count(",") == 1 else None]
    with pytest.raises(BadInput, match=f"more than one column {named}"):
        read_bytes("c.csv", f"{header}\n{cells}\n".encode(), ReadOptions(kind="codebook"))


def test_a_text_goes_on_in_the_next_column_only_where_its_cell_is_full() -> None:
    bundle = read_bytes("c.csv", b"name,kind,name (2),tag\nPower,code,Macht,x\n")
    assert [code.path for code in bundle.codes] == [("Power",)]
    assert bundle.lost == ("columns that a codebook here does not have: name (2), tag",)
    long = "w" * 32_767
    bundle = read_bytes("c.csv", f"name,memo,kind,memo (2)\nA,{long},code,on\nB,short,code,\n".encode())
    assert [code.memo for code in bundle.codes] == [f"{long}on", "short"]
    assert not bundle.lost


def test_rows_without_a_name_are_said_to_be_lost() -> None:
    bundle = read_bytes("c.csv", b"name,definition\nPower,a\n,lost words\n,\nTrust,b\n")
    assert [code.path for code in bundle.codes] == [("Power",), ("Trust",)]
    assert bundle.lost == ("1 row without the name of a code: row 3",)
    rows = "".join(f",words {number}\n" for number in range(12))
    bundle = read_bytes("c.csv", f"name,definition\nPower,a\n{rows[: rows.index('words 3') - 1]}".encode())
    assert bundle.lost == ("3 rows without the name of a code: rows 3, 4, 5",)
    bundle = read_bytes("c.csv", f"name,definition\nPower,a\n{rows}".encode())
    assert bundle.lost == ("12 rows without the name of a code: rows 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more",)


def test_the_stage_of_a_code_is_said_to_be_lost() -> None:
    bundle = read_bytes("c.csv", b"path,kind,stage\nPower,theme,reviewed\nTrust,code,reviewed\nTime,code,\n")
    assert bundle.lost == ("what only themes have, such as a stage, of codes: 1",)


def test_parents_lie_where_their_own_rows_put_them() -> None:
    data = b"name,parent\nKey,Gate\nGate,Power\nPower,\nTrust,\nTrust,Trust\nNew,Elsewhere\n"
    assert [code.path for code in read_bytes("c.csv", data).codes] == [
        ("Power", "Gate", "Key"),
        ("Power", "Gate"),
        ("Power",),
        ("Trust",),
        ("Trust", "Trust"),
        ("Elsewhere", "New"),
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,b\nb,a\n", "Row 2 .* the codes “a”, “b” lie in a circle"),
        ("a,a\n", "“a” lie in a circle"),
        ("x,a\na,b\na,c\n", "Row 2 .* several codes “a”"),
        ("".join(f"{n},{n + 1}\n" for n in range(300)), "Row 2 .* more than 200 levels"),
    ],
)
def test_parents_that_lead_nowhere(rows: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_bytes("c.csv", f"name,parent\n{rows}".encode())


def test_name_and_parent_are_a_codebook_unless_more_is_asked() -> None:
    assert read_bytes("c.csv", b"Name,Parent,Color\nA,B,\n").codes
    survey = read_bytes("c.csv", b"name,parent,age\nAnn,yes,30\nBea,no,31\n")
    assert not survey.codes
    assert [case.name for case in survey.cases] == ["Ann", "Bea"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("a,thing,\n", "the kind “thing” is neither"),
        ("a,code,red\n", "“red” is no colour"),
        ("a > ,code,\n", "Row 2"),
        ("", "no codes"),
    ],
)
def test_rows_that_are_no_code(rows: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        read_bytes("c.csv", f"path,kind,color\n{rows}".encode())
    assert "c.csv" in str(caught.value)


def test_a_code_that_the_file_has_twice_comes_twice_with_its_rows() -> None:
    key = "0190a8a9-c086-7978-aa9e-0aee191a946c"
    found = read_bytes("c.csv", f"path,kind,id\na,code,{key.upper()}\n\na,,7\n".encode()).codes
    assert [(code.path, code.row, code.id, code.kind_said) for code in found] == [
        (("a",), 2, key, True),
        (("a",), 4, "", False),
    ]


def test_the_fields_of_themes() -> None:
    rows = b"path,kind,stage,concept,counter_search\nPower,theme,Defined,Who decides.,\n"
    (code,) = read_bytes("c.csv", rows).codes
    assert code.fields == {"stage": "defined", "concept": "Who decides."}
    with pytest.raises(BadInput, match=r"Row 2 .* the stage “ripe” is none of candidate, reviewed"):
        read_bytes("c.csv", b"path,stage\nPower,ripe\n")


def test_segments_come_back(tmp_path: Path) -> None:
    columns = ("document", "start", "end", "code", "coder", "weight", "comment", "text")
    path = tmp_path / "segments.csv"
    write_table(
        columns,
        [("P1", 3, 9, "Power > Gates", "AB", 0.5, "", "-words"), ("P1", 0, 2, "x", "", None, "c", "")],
        path,
        "S",
    )
    bundle = read_file(path)
    assert bundle.codings == (
        ReadCoding("P1", 3, 9, ("Power", "Gates"), "AB", "", 0.5, "-words"),
        ReadCoding("P1", 0, 2, ("x",), "", "c", None, ""),
    )
    assert [code.path for code in bundle.codes] == [("Power", "Gates"), ("x",)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("P1,x,5,a,", "start is “x”"),
        ("P1,-1,5,a,", "start is “-1”"),
        ("P1,5,5,a,", "ends at 5"),
        (",1,5,a,", "names no document"),
        ("P1,1,5,a,heavy", "weight “heavy”"),
    ],
)
def test_rows_that_are_no_segment(row: str, said: str) -> None:
    with pytest.raises(BadInput, match=f"Row 2 .*{said}"):
        read_bytes("s.csv", f"document,start,end,code,weight\n{row}\n".encode())


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_a_codebook_has_at_most_two_hundred_levels(suffix: str, tmp_path: Path) -> None:
    names = [f"level {number}" for number in range(201)]
    paths = [(" > ".join(names[: depth + 1]),) for depth in range(201)]
    write_table(("path",), paths[:200], tmp_path / f"c{suffix}", "codebook")
    assert len(read_file(tmp_path / f"c{suffix}").codes[-1].path) == 200
    write_table(("path",), paths, tmp_path / f"deep{suffix}", "codebook")
    with pytest.raises(BadInput, match=r"lies more than 200 levels deep\. Make the codebook flatter"):
        read_file(tmp_path / f"deep{suffix}")
    parents = [*zip(names, ["", *names], strict=False)]
    write_table(("name", "parent"), parents[:200], tmp_path / f"p{suffix}", "codebook")
    assert len(read_file(tmp_path / f"p{suffix}").codes[-1].path) == 200
    write_table(("name", "parent"), parents, tmp_path / f"q{suffix}", "codebook")
    with pytest.raises(BadInput, match="lies more than 200 levels deep"):
        read_file(tmp_path / f"q{suffix}")


def test_a_number_too_long_to_count_with_is_named() -> None:
    (code,) = read_bytes("c.json", b'[{"path": "a", "kind": "code", "memo": ' + b"7" * 4_300 + b"}]").codes
    assert code.memo == "7" * 4_300
    for digits in (b"7" * 5_000, b"-" + b"7" * 5_000):
        with pytest.raises(BadInput, match="holds a number of 5,000 digits; one may have 4,300"):
            read_bytes("c.json", b'[{"path": "a", "kind": "code", "memo": ' + digits + b"}]")


def test_a_key_given_twice_is_refused() -> None:
    with pytest.raises(BadInput, match=r"“c\.json” has “definition” twice.*Keep one of the two"):
        read_bytes("c.json", b'[{"path": "a", "kind": "code", "definition": "one", "x": 1, "definition": "two"}]')


def test_json_that_is_no_table() -> None:
    for data in (b"{", b"{}", b"[1]", json.dumps("x").encode()):
        with pytest.raises(BadInput, match=r"“c\.json”"):
            read_bytes("c.json", data)
