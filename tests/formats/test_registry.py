"""The look at a file before it is read: what is no file, empty, too large or misnamed."""

import os
import sys
from pathlib import Path

import pytest
from formats.building import zipped

from qualcode.domain.bundle import ReadOptions
from qualcode.domain.errors import BadInput, Cancelled
from qualcode.domain.progress import CallbackProgress
from qualcode.formats import drafts, registry
from qualcode.formats.registry import SUFFIXES, read_bytes, read_file

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"There is no file .*P1\.txt"):
        read_file(tmp_path / "P1.txt")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder"):
        read_file(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "P1.txt")
    with pytest.raises(BadInput, match="not a file"):
        read_file(tmp_path / "P1.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="devices are not files there")
def test_device() -> None:
    with pytest.raises(BadInput, match="not a file"):
        read_file(Path("/dev/zero"))


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "P1.docx").write_bytes(b"")
    with pytest.raises(BadInput, match=r"“P1\.docx” is empty"):
        read_file(tmp_path / "P1.docx")


def test_file_over_the_limit_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "P1.txt").open("wb") as file:
        file.truncate(registry.FILE_LIMIT + 1)
    with pytest.raises(BadInput, match="the limit is 200 MB"):
        read_file(tmp_path / "P1.txt")


def test_text_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "TEXT_LIMIT", 10)
    with pytest.raises(BadInput, match="longer than 10 characters"):
        read_bytes("P1.txt", b"12345678901")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("P1.docx", b"<!DOCTYPE html><html><body>x</body></html>", "is a web page"),
        ("P1.docx", _OLE, "protected by a password or an old Office file"),
        ("P1.docx", b"{\\rtf1 x}", "is rich text"),
        ("P1.docx", b"just words", "is plain text"),
        ("P1.docx", b"<?xml version='1.0'?><pkg:package/>", "flat XML"),
        ("P1.docx", zipped({"a.txt": "x"}), "no Word document"),
        ("P1.docx", b"%PDF-1.4 ...", "is a PDF"),
        ("P1.doc", _OLE, "Word 97–2003"),
        ("P1.doc", b"{\\rtf1 x}", "Rename it to end in .rtf"),
        ("P1.txt", zipped({"a.txt": "x"}), "is a zip file"),
        ("P1.txt", b"%PDF-1.4 ...", "is a PDF"),
        ("P1.pdf", b"just words", "is plain text"),
        ("P1.rtf", b"just words", "is plain text"),
        ("P1.epub", b"just words", "is plain text"),
        ("P1.mp3", b"ID3", "not known here"),
        ("P1", b"words", "not known here"),
    ],
)
def test_misnamed_file_is_told_what_it_is(name: str, data: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        read_bytes(name, data)
    assert f"“{name}”" in str(caught.value)


def test_file_without_words() -> None:
    with pytest.raises(BadInput, match="has no text"):
        read_bytes("P1.txt", b"\xef\xbb\xbf \n")


def test_every_suffix_has_a_reader_and_a_description() -> None:
    for suffix, description in SUFFIXES.items():
        assert description
        with pytest.raises(BadInput):
            read_bytes(f"P1{suffix}", b"\x00\x01\x02\x03\x04\x05\x06\x07")


def test_kind_that_does_not_fit() -> None:
    with pytest.raises(BadInput, match="is not a kind"):
        read_bytes("P1.txt", b"x", ReadOptions(kind="poem"))
    with pytest.raises(BadInput, match="no table"):
        read_bytes("P1.txt", b"x", ReadOptions(kind="survey"))


def test_the_users_speaker_rule_and_none() -> None:
    data = b"I: a\nB: b\nI: c\n"
    assert read_bytes("P1.txt", data, ReadOptions(speakers="none")).documents[0].speakers == ""
    rule = r"(?P<speaker>I): "
    assert read_bytes("P1.txt", data, ReadOptions(speakers=rule)).documents[0].speakers == rule
    with pytest.raises(BadInput, match="does not say where the name is"):
        read_bytes("P1.txt", data, ReadOptions(speakers="I: "))


def test_reading_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        read_bytes("P1.txt", b"words", progress=CallbackProgress(lambda *_: None, lambda: True))


def test_markdown_keeps_its_signs_and_marks_its_structure() -> None:
    document = read_bytes("P1.md", b"# Title\r\n\r\nText\r\n- one\r\n- two\r\n").documents[0]
    assert document.text == "# Title\n\nText\n- one\n- two\n"
    assert [(document.text[m.start : m.end], m.kind, m.value) for m in document.marks] == [
        ("# Title", "heading", "1"),
        ("- one", "list", ""),
        ("- two", "list", ""),
    ]
    assert document.cleaning == {"newlines": [7, 8, 13, 19, 25]}


def test_a_language_is_one_that_is_known() -> None:
    assert read_bytes("P1.txt", b"words", ReadOptions(language="DE")).documents[0].language == "de"
    for wrong in ("zzzz", "qq", "german"):
        with pytest.raises(BadInput, match=f"“{wrong}” is not a language code"):
            read_bytes("P1.txt", b"words", ReadOptions(language=wrong))


def test_json_nested_too_deeply_is_called_that() -> None:
    with pytest.raises(BadInput, match="nested too deeply"):
        read_bytes("deep.json", b"[" * 100_000 + b"]" * 100_000)


def test_no_article_stands_before_a_kind_of_file() -> None:
    with pytest.raises(BadInput, match=r"“a\.xlsx” is no Excel table: its first bytes are wrong"):
        read_bytes("a.xlsx", bytes(range(1, 9)) * 100)
