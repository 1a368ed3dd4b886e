"""OpenDocument texts."""

import io

import odfdo
import pytest
from formats.building import odt, zipped

from qualcode.domain.errors import BadInput
from qualcode.formats.registry import read_bytes


def test_document_of_another_library() -> None:
    written = odfdo.Document("text")
    written.body.clear()
    written.body.append(odfdo.Header(2, "A part"))
    written.body.append(odfdo.Paragraph("I: one"))
    written.body.append(odfdo.List(["first", "second"]))
    table = odfdo.Table("T")
    table.set_values([["a", "b"], ["c", "d"]])
    written.body.append(table)
    raw = io.BytesIO()
    written.save(raw)
    document = read_bytes("P1.odt", raw.getvalue()).documents[0]
    assert document.text == "A part\nI: one\nfirst\nsecond\na\tb\nc\td\n"
    assert [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks] == [
        ("heading", "A part"),
        ("list", "first"),
        ("list", "second"),
        ("table", "a\tb\nc\td\n"),
        ("row", "a\tb"),
        ("row", "c\td"),
    ]


def test_white_space_is_what_the_format_says() -> None:
    body = "<text:p>a  b\n c<text:s text:c='3'/>d<text:tab/>e<text:line-break/>f</text:p>"
    assert read_bytes("P1.odt", odt(body)).documents[0].text == "a b c   d\te\nf\n"


def test_what_is_left_out_is_counted() -> None:
    styles = "<style:style style:name='H'><style:text-properties text:display='none'/></style:style>"
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>kept<text:note text:note-class='footnote'>"
        "<text:note-body><text:p>n</text:p></text:note-body></text:note><office:annotation><text:p>c</text:p></office:annotation>"
        "<text:span text:style-name='H'>secret</text:span><draw:frame><draw:image/></draw:frame></text:p>"
    )
    bundle = read_bytes("P1.odt", odt(body, styles))
    assert bundle.documents[0].text == "kept\n"
    assert set(bundle.lost) == {
        "1 deleted passage",
        "1 footnote",
        "1 comment",
        "1 hidden passage",
        "1 picture",
    }


def test_text_box_follows_its_paragraph() -> None:
    body = "<text:p>one<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame> two</text:p>"
    assert read_bytes("P1.odt", odt(body)).documents[0].text == "one two\nbox\n"


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>a<text:s text:c='100000000'/></text:p>",
        "<table:table><table:table-row table:number-rows-repeated='1000000000'><table:table-cell "
        "table:number-columns-repeated='99999999999999999999'><text:p>x</text:p></table:table-cell>"
        "</table:table-row></table:table>",
    ],
)
def test_repetition_is_bounded(body: str) -> None:
    assert len(read_bytes("P1.odt", odt(body)).documents[0].text) < 100_000


def test_encrypted() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(BadInput, match="protected by a password"):
        read_bytes("P1.odt", zipped({"META-INF/manifest.xml": manifest, "content.xml": b"\x00\x01"}))
