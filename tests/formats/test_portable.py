"""PDF files, read by a process of its own."""

import pytest
from formats.building import pdf

from qualcode.domain.errors import BadInput, Cancelled
from qualcode.domain.progress import CallbackProgress
from qualcode.formats import portable
from qualcode.formats.registry import read_bytes


def test_pages_are_marked() -> None:
    document = read_bytes("P1.pdf", pdf([["I: one", "B: two"], [], ["I: three"]])).documents[0]
    assert document.text.split("\n") == ["I: one", "B: two", "I: three"]
    assert [(mark.kind, mark.value, mark.start) for mark in document.marks] == [
        ("page", "1", 0),
        ("page", "2", 14),
        ("page", "3", 14),
    ]


def test_pages_without_text_are_reported() -> None:
    assert read_bytes("P1.pdf", pdf([["words"], []])).lost == ("1 page without text",)


def test_no_text_at_all() -> None:
    with pytest.raises(BadInput) as caught:
        read_bytes("P05.pdf", pdf([[], []]))
    assert str(caught.value) == "“P05.pdf” has no text. Run text recognition, then import it again."


def test_broken_table_of_contents_is_rebuilt() -> None:
    data = pdf([["rescued words"]])
    start = data.index(b"startxref\n") + 10
    assert "rescued words" in read_bytes("P1.pdf", data[:start] + b"7\n%%EOF\n").documents[0].text


def test_damaged_beyond_reading() -> None:
    with pytest.raises(BadInput) as caught:
        read_bytes("P1.pdf", b"%PDF-1.4\n" + bytes(range(1, 255)) * 10)
    assert str(caught.value) == "“P1.pdf” is damaged or is no PDF. Save or download it again, then import it."


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portable, "TIME_LIMIT", 0.0)
    monkeypatch.setattr(portable, "POLL", 0.001)
    with pytest.raises(BadInput, match="was not read within 0 seconds"):
        read_bytes("P1.pdf", pdf([["words"]] * 300))


def test_waiting_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portable, "POLL", 0.001)
    calls = iter([False, True, True, True])
    with pytest.raises(Cancelled):
        read_bytes("P1.pdf", pdf([["words"]] * 300), progress=CallbackProgress(lambda *_: None, lambda: next(calls)))


def test_a_large_file_reaches_a_worker_that_is_slow_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portable, "POLL", 0.001)
    data = pdf([["words"]])
    padded = data.replace(b"\n", b"\n%" + b"x" * 300_000 + b"\n", 1)
    assert read_bytes("P1.pdf", padded).documents[0].text.strip() == "words"
