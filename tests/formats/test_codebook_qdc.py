"""Codebooks in the exchange format of other programs: ours are valid and come back whole, theirs are understood."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from formats.nasty_codebook import BOOK, ENTRIES, LABELS, LINES, LONG
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from qualcode.domain.bundle import Bundle, ReadCode, ReadCodeSet, ReadOptions
from qualcode.domain.codebook import TEXT_FIELDS, THEME_FIELDS
from qualcode.domain.codebook_entries import CodebookEntry
from qualcode.domain.errors import BadInput
from qualcode.formats.codebook_files import write_codebook
from qualcode.formats.codebook_qdc import described, read_color, undescribed
from qualcode.formats.registry import read_bytes, read_file


def read(body: str, head: str = 'xmlns="urn:QDA-XML:codebook:1.0" origin="Other 1.0"') -> Bundle:
    """A file of another program."""
    return read_bytes("c.qdc", f'<?xml version="1.0"?><CodeBook {head}>{body}</CodeBook>'.encode())


# ── ours ──
def test_what_we_write_is_valid(tmp_path: Path, shared_data: Path) -> None:
    schema = shared_data / "refi" / "Codebook-mrt2019.xsd"
    write_codebook(BOOK, tmp_path / "c.qdc")
    etree.XMLSchema(etree.parse(schema)).assertValid(etree.parse(tmp_path / "c.qdc"))
    write_codebook(replace(BOOK, entries=ENTRIES[8:9], sets=()), tmp_path / "small.qdc")
    etree.XMLSchema(etree.parse(schema)).assertValid(etree.parse(tmp_path / "small.qdc"))


def test_other_programs_find_what_they_know(tmp_path: Path) -> None:
    write_codebook(BOOK, tmp_path / "c.qdc")
    data = (tmp_path / "c.qdc").read_bytes()
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<CodeBook ")
    assert b"\r" not in data
    space = {"": "urn:QDA-XML:codebook:1.0"}
    root = ElementTree.fromstring(data)
    assert root.get("origin") == "qualcode"
    codes = root.findall(".//Code", space)
    assert [code.get("name") for code in codes] == [entry.name for entry in ENTRIES]
    assert [code.get("guid") for code in codes] == [str(entry.id).upper() for entry in ENTRIES]
    assert [code.get("color") for code in codes] == [entry.color for entry in ENTRIES]
    assert {code.get("isCodable") for code in codes} == {"true"}  # all of them carry codings
    members = root.findall("Sets/Set/MemberCode", space)
    assert [member.get("guid") for member in members] == [str(key).upper() for key in BOOK.sets[0].codes]


def test_a_theme_without_codings_is_a_heading(tmp_path: Path) -> None:
    write_codebook(replace(BOOK, entries=[replace(ENTRIES[0], segments=0)], sets=()), tmp_path / "c.qdc")
    assert b'isCodable="false"' in (tmp_path / "c.qdc").read_bytes()
    assert read_file(tmp_path / "c.qdc").codes[0].kind == "theme"


def as_read(entry: CodebookEntry) -> ReadCode:
    """What is to come back of an entry."""
    fields = {name: text for name in (*TEXT_FIELDS, *THEME_FIELDS) if (text := getattr(entry, name).strip())}
    return ReadCode(entry.levels, entry.kind, entry.color, fields, entry.memo.strip(), str(entry.id))


@pytest.mark.parametrize("suffix", [".qdc", ".csv", ".xlsx", ".json"])
def test_our_own_come_back_as_they_went(suffix: str, tmp_path: Path) -> None:
    write_codebook(BOOK, tmp_path / f"c{suffix}")
    bundle = read_file(tmp_path / f"c{suffix}")
    assert bundle.codes == tuple(map(as_read, ENTRIES))
    assert all(code.kind_said for code in bundle.codes)
    assert (bundle.notes, bundle.lost) == ((), ())
    sets = [ReadCodeSet(one.name, (), str(one.id)) for one in BOOK.sets]
    sets[0] = replace(sets[0], codes=(ENTRIES[1].levels, ENTRIES[0].levels))
    assert bundle.code_sets == (tuple(sets) if suffix == ".qdc" else ())


_WORDS = st.sampled_from(
    ["Kind: theme", "  Memo: x", "--- codebook fields ---", "Id: 3", "", " ", "trust", "\tx", "信任"]
)
_TEXTS = st.lists(_WORDS, max_size=5).map("\n".join).map(str.strip)


@given(st.lists(_TEXTS, min_size=5, max_size=5))
def test_no_text_can_pass_for_a_label(texts: list[str]) -> None:
    names = ("definition", "full_definition", "status", "memo", "counter_search")
    entry = replace(ENTRIES[8], **dict(zip(names, texts, strict=True)))
    wanted = {"kind": "code"} | {name: text for name, text in zip(names, texts, strict=True) if text}
    found = {name: text for name, text in undescribed(described(entry)).items() if text}
    assert found == wanted


def test_a_block_survives_other_programs() -> None:
    entry = replace(ENTRIES[0], full_definition=LINES)
    for changed in (
        described(entry).replace("\n", "\r\n"),
        described(entry) + "\n\n",
        described(entry).replace("\n  \n", "\n\n"),
    ):
        found = undescribed(changed)
        assert (found["definition"], found["full_definition"]) == (entry.definition, LINES)
        assert found["memo"] == f"{LABELS}\n\nSecond memo."
    assert "segments" not in undescribed(described(entry))


def test_a_word_that_is_none_of_ours_is_left_out() -> None:
    text = "Power.\n\n--- codebook fields ---\nKind: category\nOrigin: elsewhere\nStage: done\nStatus: new"
    bundle = read(f'<Codes><Code guid="x" name="p" isCodable="0"><Description>{text}</Description></Code></Codes>')
    assert bundle.codes == (ReadCode(("p",), "theme", "", {"definition": "Power.", "status": "new"}),)


# ── those of other programs ──
def test_a_nested_codebook_with_colours(shared_data: Path) -> None:
    path = shared_data / "qdpx" / "MastodonMoodBoard-refi-tools-example_codebook.qdc"
    bundle = read_file(path)
    assert bundle.codes[0] == ReadCode(
        ("Negativ/Aufgeregt",),
        "code",
        "#E57373",
        {"definition": "All emotions with negative valence and positive arousal."},
    )
    assert len(bundle.codes) == path.read_bytes().count(b"<Code ") == 44
    assert {len(code.path) for code in bundle.codes} == {1, 2}
    assert not any(code.id or code.kind_said for code in bundle.codes)  # “c001” is no GUID
    assert bundle.notes == ("written by MastodonMoodBoard",)


def test_a_damaged_file_is_one_sentence(shared_data: Path) -> None:
    with pytest.raises(BadInput, match=r"^“[^”]+_defect.qdc” is damaged: its XML is broken\."):
        read_file(shared_data / "qdpx" / "MastodonMoodBoard-refi-tools-example_codebook_defect.qdc")


def test_a_byte_order_mark_and_categories(shared_data: Path) -> None:
    bundle = read_file(shared_data / "qdpx" / "QualCoder-4.0beta-codebook-BOM.qdc")
    assert [(PATH, code.kind, code.color) for code in bundle.codes for PATH in [" > ".join(code.path)]] == [
        ("loose code 😀", "code", "#FFFFFF"),
        ("Work & life", "theme", ""),
        ("Work & life > home office", "code", "#F5A9A9"),
        ("Work & life > home office > sub of home office", "code", "#58ACFA"),
        ("Work & life > Strain <stress>", "theme", ""),
        ("Work & life > Strain <stress> > children", "code", "#00FF00"),
    ]
    assert bundle.codes[1].fields == {"definition": "category memo"}
    assert bundle.codes[0].id == "3f364bb0-c0be-4055-9c7e-a280ac57beec"


def test_a_flat_one_with_an_empty_list_of_sets(shared_data: Path) -> None:
    path = shared_data / "qdpx" / "Taguette-1.5.2-codebook-from-SERDIF.qdc"
    bundle = read_file(path)
    assert len(bundle.codes) == path.read_bytes().count(b"<Code ") == 22
    assert bundle.codes[0].id == "c61e276e-8521-5477-969a-90973d401974"
    assert bundle.code_sets == ()
    assert bundle.lost == ()


@pytest.mark.parametrize("namespace", ["urn:QDA-XML:codebook:0:4", "urn:QDA-XML:codebook:1:0", "", "elsewhere"])
def test_any_namespace_will_do(namespace: str) -> None:
    head = f'xmlns="{namespace}"' if namespace else ""
    assert read('<Codes><Code guid="1" name="a" isCodable="true"/></Codes>', head).codes == (ReadCode(("a",), "code"),)


def test_ids_in_every_spelling_and_twice() -> None:
    key = "0b5e9a3c-0000-4000-8000-00000000000a"
    codes = "".join(
        f'<Code guid="{guid}" name="{name}" isCodable="true"/>'
        for name, guid in (("a", f"{{{key.upper()}}}"), ("b", key), ("c", "00000000-0000-0000-0000-000000000000"))
    )
    sets = (
        f'<Sets><Set name=" All "><MemberCode guid="{key}"/><MemberCode targetGUID="{key}"/></Set><Set/><Other/></Sets>'
    )
    bundle = read(f"<Codes>{codes}<Odd/></Codes>{sets}<Users/>")
    assert [code.id for code in bundle.codes] == [key, "", ""]
    assert bundle.code_sets == (ReadCodeSet("All", (("a",),)),)
    assert bundle.lost == tuple(
        f"1 elements “{tag}” that a codebook does not have" for tag in ("Odd", "Other", "Users")
    )


def test_names_become_names_of_codes_here() -> None:
    long = "word " * 60
    names = ("a &gt; b", "  ", "twin", "twin", "twin (2)", long, "two\nlines", "&#x80;")
    codes = "".join(f'<Code guid="x" name="{name}" isCodable="true"/>' for name in names)
    bundle = read(f"<Codes>{codes}</Codes>")
    found = [code.path[0] for code in bundle.codes]
    assert found[:5] == ["a › b", "(no name)", "twin", "twin (2)", "twin (2) (2)"]
    assert found[5] == ("word " * 40)[:199].rstrip() + "…"
    assert found[6:] == ["two lines", "(no name) (2)"]
    assert bundle.codes[5].memo == long.strip()
    assert bundle.notes == ("written by Other 1.0", "6 names changed to be names of codes here")
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("written", "color"),
    [
        ("#2067da", "#2067DA"),
        ("2067DA", "#2067DA"),
        ("#f0a", "#FF00AA"),
        ("#FF2067DA", "#2067DA"),
        ("rgb(32, 103, 218)", "#2067DA"),
        ("rgba(32 103 218 / 50%)", "#2067DA"),
        ("Color [A=255, R=32, G=103, B=218]", "#2067DA"),
        ("2123738", "#2067DA"),
        ("-14653478", "#2067DA"),
        ("rgb(300,0,0)", ""),
        ("Color [A=255, R=32]", ""),
        ("cornflower", ""),
        ("#12", ""),
    ],
)
def test_colours_in_every_spelling(written: str, color: str) -> None:
    assert read_color(written) == color
    bundle = read(f'<Codes><Code guid="1" name="a" isCodable="true" color="{written}"/></Codes>')
    assert bundle.codes[0].color == color
    assert bundle.lost == (() if color else ("1 colours that could not be read",))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<CodeBook><Codes/></CodeBook>", "is a codebook without codes"),
        (b"<Project/>", "holds a whole project of another program"),
        (b"<rss/>", "is XML but no codebook"),
        (b"plain words", "is damaged: its XML is broken"),
        (b"PK\x03\x04 and so on", "is named .qdc but is a zip file"),
        (b'<!DOCTYPE c [<!ENTITY a "ha">]><CodeBook>&a;</CodeBook>', "declares XML entities"),
        (b"<CodeBook><Codes>" + b'<Code guid="1" name="a" isCodable="true">' * 400, "nested too deeply|XML is broken"),
        (b"", "is empty"),
    ],
)
def test_what_is_no_codebook_is_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_bytes("c.qdc", data)


def test_a_codebook_is_nothing_else() -> None:
    data = b'<CodeBook><Codes><Code guid="1" name="a" isCodable="true"/></Codes></CodeBook>'
    assert read_bytes("c.qdc", data, ReadOptions(kind="codebook")).codes
    with pytest.raises(BadInput, match="is a codebook and cannot be read as a survey"):
        read_bytes("c.qdc", data, ReadOptions(kind="survey"))


def test_long_texts_come_back(tmp_path: Path) -> None:
    write_codebook(replace(BOOK, entries=[replace(ENTRIES[8], definition=LONG.strip())], sets=()), tmp_path / "c.qdc")
    assert read_file(tmp_path / "c.qdc").codes[0].fields == {"definition": LONG.strip()}


def test_words_that_are_none_of_ours_are_said_to_be_lost() -> None:
    fields = "def\n\n--- codebook fields ---\nKind: galaxy\nOrigin: mars\nStage: moon"
    codes = "".join(f'<Code guid="{n}" name="{n}"><Description>{fields}</Description></Code>' for n in "ab")
    bundle = read(f"<Codes>{codes}</Codes>")
    assert [(code.kind, dict(code.fields)) for code in bundle.codes] == [("code", {"definition": "def"})] * 2
    assert bundle.lost == ("kinds, origins or stages that a codebook here does not have: galaxy, mars, moon",)
