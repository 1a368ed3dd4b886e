"""Sentences from a process of their own: the same ones, whatever becomes of it."""

from collections.abc import Iterator

import pytest

from qualcode.language import sentences as apart
from qualcode.language.pipeline import sentences
from qualcode.language.sentences import prepare, prepared, sentence_spans, work_apart

TEXTS = (
    ("P01. I came late. Why? e.g. the bus… “Oh?” he said.\n\nNext line! 😀 end", "en", [(0, 4)]),
    ("我们一起工作。信任很重要！她说", "zh", []),
    ("EE. UU. es grande. Sí.", "es", []),
    ("", "", []),
)


@pytest.fixture
def process() -> Iterator[apart.SentenceProcess]:
    """Texts are cut in a process of their own while a test lasts."""
    work_apart()
    assert apart._process is not None
    yield apart._process
    work_apart(False)


def here(text: str, language: str, labels: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(int(start), int(end)) for start, end in sentences(text, language, labels)]


def test_the_process_gives_what_is_given_here(process: apart.SentenceProcess) -> None:
    prepare()
    assert not prepared(), "nobody waits for it"
    for text, language, labels in TEXTS:
        assert sentence_spans(text, language, labels) == here(text, language, labels)
        assert prepared()


def test_a_process_that_dies_is_started_again(process: apart.SentenceProcess) -> None:
    text, language, labels = TEXTS[0]
    expected = here(text, language, labels)
    assert sentence_spans(text, language, labels) == expected
    assert process._process is not None
    process._process.kill()
    process._process.wait()
    assert sentence_spans(text, language, labels) == expected, "worked out here instead"
    assert not prepared()
    assert process.spans(text, language, labels) == expected
    assert prepared()


def test_without_a_process_nothing_is_started() -> None:
    prepare()
    assert prepared()
    text, language, labels = TEXTS[0]
    assert sentence_spans(text, language, labels) == here(text, language, labels)
    assert apart._process is None
