"""Every broken, hostile or odd file gives either its content or one sentence that names it."""

import json
from pathlib import Path

import pytest

from qualcode.domain.bundle import Bundle
from qualcode.domain.errors import QualcodeError
from qualcode.formats.registry import read_file

_DATA = Path(__file__).parents[3] / "shared" / "data"
_NASTY = _DATA / "nasty"
_FILES = sorted(path for path in _NASTY.rglob("*") if path.is_file()) if _NASTY.is_dir() else []
_EXPECTED = _NASTY / "generated" / "expected.json"

needs_data = pytest.mark.skipif(not _FILES, reason="the collection of broken files is not here")


def _check(bundle: Bundle) -> None:
    for document in bundle.documents:
        assert "\0" not in document.text
        assert "\r" not in document.text
        document.text.encode("utf-8")
        assert json.loads(json.dumps(document.cleaning)) == document.cleaning
        for mark in document.marks:
            assert 0 <= mark.start <= mark.end <= len(document.text)


@needs_data
@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_NASTY)))
def test_broken_file_is_read_or_refused_in_one_sentence(path: Path) -> None:
    try:
        bundle = read_file(path)
    except QualcodeError as error:
        message = str(error)
        assert path.name in message
        assert "\n" not in message
        assert message.endswith(".")
    else:
        assert bundle.documents or bundle.cases or bundle.codes or bundle.codings
        _check(bundle)


@needs_data
@pytest.mark.parametrize(
    ("name", "text"),
    [
        (name, about["text"])
        for name, about in (json.loads(_EXPECTED.read_text("utf-8")) if _FILES else {}).items()
        if "text" in about and name.endswith((".txt", ".rtf"))
    ],
)
def test_known_text_is_read_exactly(name: str, text: str) -> None:
    document = read_file(_NASTY / "generated" / name).documents[0]
    assert document.text.rstrip("\n") == text.rstrip("\n")


@needs_data
@pytest.mark.parametrize(
    "path",
    sorted(
        path
        for path in (_DATA / "transcripts").rglob("*")
        if path.suffix in (".docx", ".odt", ".md", ".srt", ".vtt", ".txt", ".xlsx", ".csv", ".pdf")
        and path.stat().st_size > 10
    )
    if _FILES
    else [],
    ids=lambda path: path.name,
)
def test_real_transcript_is_read(path: Path) -> None:
    bundle = read_file(path)
    assert bundle.documents or bundle.cases
    _check(bundle)
