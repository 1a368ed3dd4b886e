"""Web pages and electronic books."""

import pytest
from formats.building import zipped

from qualcode.domain.errors import BadInput
from qualcode.formats.registry import read_bytes

_CONTAINER = "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>"
_BOOK = (
    "<package xmlns:dc='d'><metadata><dc:language>de-AT</dc:language></metadata><manifest>"
    "<item id='b' href='two%20b.xhtml'/><item id='a' href='one.xhtml'/></manifest>"
    "<spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
)


def _read(body: str) -> str:
    return read_bytes("P1.html", f"<html><body>{body}</body></html>".encode()).documents[0].text


def test_blocks_become_lines_and_marks() -> None:
    page = (
        "<!DOCTYPE html><html lang='de-AT'><head><title>t</title><style>p{}</style></head>"
        "<body><h2>A part</h2>"
        "<p>I: one\n  <b>bold</b>word<br>next</p><ul><li>first<li>second</ul>"
        "<table><tr><td>a</td><td><p>b</p></td></tr><tr><th>c</th><td>d</td></tr></table>"
        "<script>alert(1)</script><pre>x  y\n z</pre></body></html>"
    )
    bundle = read_bytes("P1.html", page.encode())
    document = bundle.documents[0]
    assert document.text == ("A part\nI: one boldword\nnext\nfirst\nsecond\na\tb\nc\td\nx  y\n z\n")
    assert [(mark.kind, document.text[mark.start : mark.end].strip()) for mark in document.marks] == [
        ("heading", "A part"),
        ("list", "first"),
        ("list", "second"),
        ("table", "a\tb\nc\td"),
        ("row", "a\tb"),
        ("row", "c\td"),
    ]
    assert document.language == "de"
    assert bundle.lost == ("1 script",)


def test_nothing_active_or_foreign_gets_in() -> None:
    page = "<p>seen</p><iframe src='file:///etc/passwd'>a</iframe><img src='http://x.example/y'><object>b</object>"
    assert _read(page) == "seen\n"


def test_entities_of_the_page_itself_are_not_expanded() -> None:
    page = b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>x &a; &amp;</p></html>'
    assert "root:" not in read_bytes("P1.html", page).documents[0].text


def test_deep_nesting() -> None:
    assert _read("<div>" * 20_000 + "deep" + "</div>" * 20_000).strip() == "deep"


def test_charset_of_the_page() -> None:
    page = "<html><head><meta charset='windows-1251'></head><body>Да</body></html>".encode("cp1251")
    assert read_bytes("P1.html", page).documents[0].text == "Да\n"


def test_charset_that_the_bytes_deny() -> None:
    page = "<html><head><meta charset='windows-1251'></head><body>Größe</body></html>".encode()
    assert read_bytes("P1.html", page).documents[0].text == "Größe\n"


def test_book_in_reading_order() -> None:
    data = zipped(
        {
            "META-INF/container.xml": _CONTAINER,
            "OPS/book.opf": _BOOK,
            "OPS/one.xhtml": "<html><body><h1>One</h1><p>first</p></body></html>",
            "OPS/two b.xhtml": "<html><body><p>second</p></body></html>",
        }
    )
    document = read_bytes("B.epub", data).documents[0]
    assert document.text == "One\nfirst\nsecond\n"
    assert document.language == "de"
    assert [mark.kind for mark in document.marks] == ["heading"]


def test_protected_book() -> None:
    protection = "<encryption><EncryptionMethod Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/></encryption>"
    data = zipped({"META-INF/container.xml": _CONTAINER, "META-INF/encryption.xml": protection, "OPS/book.opf": _BOOK})
    with pytest.raises(BadInput, match="copy-protected"):
        read_bytes("B.epub", data)


def test_book_with_a_missing_part() -> None:
    with pytest.raises(BadInput, match=r"“OPS/book\.opf” is missing"):
        read_bytes("B.epub", zipped({"META-INF/container.xml": _CONTAINER}))
