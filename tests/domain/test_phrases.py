"""Sentences kept as their parts come back as they were, and can be said in another language."""

import pytest

from qualcode.domain.errors import Phrase
from qualcode.domain.phrases import packed, unpacked


def test_sentences_come_back_with_their_parts() -> None:
    shared = Phrase("{number} of {whole} {things}", number=2, whole=9, things=Phrase("codes"))
    sentences = (
        Phrase("Lines: {names}.", names=("“a”", Phrase("codes"))),
        Phrase("{things}.", things=(shared, Phrase("coder {name}", name="[]{x}"))),
        Phrase("pairs").capital(),
    )
    back = unpacked(packed(sentences))
    assert back == "Lines: “a”, codes. 2 of 9 codes, coder []{x}. Pairs"
    assert isinstance(back, Phrase)
    assert back.template == "{before} {next}"
    first = back.values["before"].values["before"]  # type: ignore[attr-defined]
    assert first.template == "Lines: {names}."
    assert first.values["names"][1].template == "codes"


@pytest.mark.parametrize("text", ["", "Drawn by me.", "[", "[]", "[1", '[{"other":1}]', '[{"said":1}]', "[" * 50_000])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert unpacked(text) == text


def test_nothing_is_packed_as_nothing() -> None:
    assert packed(()) == ""
