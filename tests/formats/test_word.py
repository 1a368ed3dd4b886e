"""Word documents: what stands in the text is kept with its structure, what does not is counted."""

import io

import docx
import pytest
from formats.building import paragraph, part, word, zipped

from qualcode.domain.bundle import Bundle
from qualcode.domain.errors import BadInput
from qualcode.formats.registry import read_bytes


def _read(body: str, **parts: str) -> Bundle:
    return read_bytes("P1.docx", word(body, **parts))


def test_document_of_another_library() -> None:
    written = docx.Document()
    written.add_heading("The title", 0)
    written.add_heading("A part", 2)
    written.add_paragraph("I: one\nand on a new line")
    written.add_paragraph("a point", style="List Bullet")
    table = written.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    written.sections[0].header.paragraphs[0].text = "running head"
    raw = io.BytesIO()
    written.save(raw)
    bundle = read_bytes("P1.docx", raw.getvalue())
    document = bundle.documents[0]
    assert document.name == "P1"
    assert document.text == ("The title\nA part\nI: one\nand on a new line\na point\ncell 0\tcell 1\ncell 2\tcell 3\n")
    marked = [(mark.kind, mark.value, document.text[mark.start : mark.end]) for mark in document.marks]
    assert marked == [
        ("heading", "1", "The title"),
        ("heading", "2", "A part"),
        ("list", "", "a point"),
        ("table", "", "cell 0\tcell 1\ncell 2\tcell 3\n"),
        ("row", "", "cell 0\tcell 1"),
        ("row", "", "cell 2\tcell 3"),
    ]
    assert bundle.lost == ("1 header",)


def test_tracked_changes() -> None:
    bundle = _read(
        "<w:p><w:r><w:t>kept </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    )
    assert bundle.documents[0].text == "kept new\n"
    assert bundle.lost == ("1 deleted passage",)
    assert bundle.notes == ("1 tracked insertion kept as text",)


def test_hidden_text_is_dropped_and_counted() -> None:
    styles = part(
        "styles",
        '<w:style w:type="character" w:styleId="Secret"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    bundle = _read(
        "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>!</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>b</w:t></w:r></w:p>',
        styles=styles,
    )
    assert bundle.documents[0].text == "seen!\n"
    assert bundle.lost == ("2 hidden passages",)


def test_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    bundle = _read(
        '<w:p xmlns:mc="x"><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent>'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t> after</w:t></w:r></w:p>"
    )
    assert bundle.documents[0].text == "before after\nin the box\n"


def test_what_is_left_out_is_counted() -> None:
    bundle = _read(
        "<w:p><w:r><w:t>text</w:t><w:footnoteReference/><w:footnoteReference/><w:endnoteReference/>"
        "<w:commentReference/><w:drawing/></w:r></w:p><w:altChunk/>"
    )
    assert set(bundle.lost) == {"2 footnotes", "1 endnote", "1 comment", "1 picture", "1 embedded document"}


def test_special_characters() -> None:
    bundle = _read(
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/>"
        '<w:sym w:font="Times" w:char="20AC"/></w:r></w:p>'
    )
    assert bundle.documents[0].text == "a\tb\nc\u2011\u00ad€\n"


def test_paragraphs_of_a_cell_stay_in_their_row() -> None:
    bundle = _read(
        f"<w:tbl><w:tr><w:tc>{paragraph('I:')}</w:tc><w:tc>{paragraph('one')}{paragraph('two')}</w:tc></w:tr></w:tbl>"
    )
    document = bundle.documents[0]
    assert document.text == "I:\tone\ntwo\n"
    assert [(mark.kind, mark.start, mark.end) for mark in document.marks] == [
        ("table", 0, 11),
        ("row", 0, 10),
    ]


def test_styles_that_inherit_from_each_other_do_not_hang() -> None:
    styles = part(
        "styles",
        "".join(
            f'<w:style w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
            for one, other in ("AB", "BA", "CC")
        ),
    )
    assert _read(paragraph("text", '<w:pStyle w:val="A"/>'), styles=styles).documents[0].marks == ()


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ('<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>', "XML entities"),
        ('<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>', "XML entities"),
        ("<w:document", "damaged"),
        ("<d/>", "no body"),
        ("<d>" * 400 + "</d>" * 400, "nested too deeply"),
    ],
)
def test_hostile_xml_is_refused(document: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_bytes("P1.docx", zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document}))


def test_bomb_is_refused_unopened() -> None:
    with pytest.raises(BadInput, match="unpacks to far more"):
        read_bytes("P1.docx", zipped({"word/document.xml": b" " * 30_000_000}))


@pytest.mark.parametrize("share", [0.3, 0.9, 0.99])
def test_truncated_file(share: float) -> None:
    data = word(paragraph("text"))
    with pytest.raises(BadInput, match="cut off or damaged"):
        read_bytes("P1.docx", data[: int(len(data) * share)])


def test_damaged_part() -> None:
    data = bytearray(word("".join(paragraph(f"text {number}") for number in range(200))))
    place = data.index(b"word/document.xml") + 60
    data[place : place + 40] = bytes(40)
    with pytest.raises(BadInput, match=r"“P1\.docx” is damaged"):
        read_bytes("P1.docx", bytes(data))
