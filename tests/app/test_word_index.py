"""The index of words when several threads ask it, and how much it keeps."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event
from typing import Any

import pytest
from app.analysing.test_word_names import model
from app.analysing.word_studies import Study, make

from qualcode.app import documents, word_index
from qualcode.app.project import open_project
from qualcode.domain.errors import Cancelled
from qualcode.domain.progress import CallbackProgress
from qualcode.language import entities, words

__all__ = ["model"]
WORDS = {"least": 1, "stop_words": True, "by": "form"}


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make(tmp_path, 11, size=4)
    yield made
    made.project.close()


class Watched:
    """Calls of a function that finds something in a text; `held` can keep the first one back."""

    def __init__(self, function: Callable[[str, str], Any]) -> None:
        self._function = function
        self.texts: list[str] = []
        self.begun, self.held = Event(), Event()
        self.held.set()

    def __call__(self, text: str, language: str) -> Any:
        self.texts.append(text)
        self.begun.set()
        assert self.held.wait(60)
        return self._function(text, language)


@pytest.fixture
def cutting(monkeypatch: pytest.MonkeyPatch) -> Watched:
    watched = Watched(words.words_of)
    monkeypatch.setattr(words, "words_of", watched)
    return watched


def counted(study: Study, *numbers: int) -> Counter[str]:
    return Counter(token.word for token in study.tokens if token.document in numbers)


def of(study: Study, **given: Any) -> Counter[str]:
    table = study.project.analyse("words", **WORDS, **given)
    return Counter(dict(zip(table["word"], table["count"], strict=True)))


def test_two_threads_at_a_time_cut_each_text_once(study: Study, cutting: Watched) -> None:
    asked = [(0, 1, 2, 3), (1, 2), (0, 3), (2,)] * 3
    start = Barrier(4)

    def ask(numbers: tuple[int, ...]) -> Counter[str]:
        if not cutting.texts:
            start.wait(60)
        return of(study, documents=[f"D{number}" for number in numbers])

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, asked)) == [counted(study, *numbers) for numbers in asked]
    assert sorted(cutting.texts) == sorted(study.texts)


def test_two_threads_get_the_same_words(study: Study, cutting: Watched) -> None:
    material = study.project.analyses.material()
    cutting.held.clear()
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(study.project.analyses.words.corpus, material)
        assert cutting.begun.wait(60)
        second = threads.submit(study.project.analyses.words.corpus, material)
        cutting.held.set()
        assert second.result(60) is first.result(60)
    assert study.project.analyses.words.corpus(material) is first.result()  # and nothing is joined anew


def test_who_waits_for_another_can_be_cancelled(study: Study, cutting: Watched) -> None:
    material, waits = study.project.analyses.material(), Event()

    def cancelled() -> bool:
        waits.set()
        return True

    cutting.held.clear()
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(study.project.analyses.words.corpus, material)
        assert cutting.begun.wait(60)
        second = threads.submit(
            study.project.analyses.words.corpus, material, CallbackProgress(lambda *_: None, cancelled)
        )
        assert waits.wait(60)
        assert isinstance(second.exception(60), Cancelled)
        cutting.held.set()
        assert first.result(60).size == len(study.tokens)


def test_two_threads_look_for_names_once(study: Study, model: None, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(entities.entities_of)
    monkeypatch.setattr(entities, "entities_of", watched)
    material = study.project.analyses.material()
    watched.held.clear()
    with ThreadPoolExecutor(3) as threads:
        first = threads.submit(study.project.analyses.words.entities, material)
        assert watched.begun.wait(60)
        second = threads.submit(study.project.analyses.words.entities, material)
        # whoever asks for words meanwhile does not wait for names
        assert threads.submit(study.project.analyses.words.corpus, material).result(60).size == len(study.tokens)
        watched.held.set()
        assert first.result(60) == second.result(60)
    assert sorted(watched.texts) == sorted(study.texts)


def test_texts_that_went_are_not_kept(study: Study, model: None) -> None:
    index = study.project.analyses.words
    place = next(token.start for token in study.tokens if token.document == 1)
    for _ in range(3):
        documents.edit_text(study.project, "D1", place, place, "newly ")
        of(study)
        study.project.analyse("entities")
        assert len(index._kept) == len(index._named) == len(study.texts)
    assert index._kept.size == len(study.tokens) + 3
    documents.remove_document(study.project, "D1")
    assert of(study) == counted(study, 0, 2, 3)
    assert index._kept.size == len(study.tokens) - counted(study, 1).total()


def test_no_more_is_kept_than_there_is_room_for(
    study: Study, monkeypatch: pytest.MonkeyPatch, cutting: Watched
) -> None:
    largest = max(counted(study, number).total() for number in range(4))
    monkeypatch.setattr(word_index, "_MOST", largest)
    with open_project(study.project.database.place, "Ana") as again:
        index = again.analyses.words
        table = again.analyse("words", **WORDS)
        assert dict(zip(table["word"], table["count"], strict=True)) == counted(study, 0, 1, 2, 3)
        assert index._kept.size <= largest
        assert sum(one.start.size for one in index._kept.values()) == index._kept.size
        before = len(cutting.texts)
        again.analyse("keyness", code="theme")  # the same words: nothing is read or cut again
        assert len(cutting.texts) == before


def test_words_of_texts_that_went_are_forgotten_where_there_are_many(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_index, "_MOST_TYPES", 3)
    index = study.project.analyses.words
    assert of(study) == counted(study, 0, 1, 2, 3)
    documents.edit_text(study.project, "D1", 0, 0, "newly ")
    assert of(study)["newly"] == 1
    documents.edit_text(study.project, "D1", 0, len("newly "), "")
    assert of(study) == counted(study, 0, 1, 2, 3)
    assert "newly" not in {one.text for one in index._types.numbers}
