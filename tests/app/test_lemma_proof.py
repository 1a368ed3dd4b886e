"""A search for all forms of a word against brute force: every word of real texts lemmatised, and compared."""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

import qualcode
from qualcode.app import exchange
from qualcode.app.project import Project
from qualcode.app.search import search
from qualcode.domain.folding import fold
from qualcode.language.lemmas import lemmas, table_files

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
WORD = re.compile(r"[^\W_]+(?:_+[^\W_]+)*")
SEARCHED = 25  # words of each language that are looked for in the whole project, too
Place = tuple[str, int, int]


def real_files(name: str, shared: Path) -> list[Path]:
    """The files of one collection of interviews."""
    found = shared / "transcripts"
    return {
        "usability": sorted((found / "navarral__swj2022-usability-paper").glob("*.odt"))[:6],
        "games": sorted((found / "hitsave__interview-transcripts").glob("*.txt")),
        "teaching": sorted((found / "HASKI-RAK__paper").glob("*.docx")),
        "villages": [found / "_derived-UD" / "spanish-coser.txt"],
    }[name]


class Corpus:
    """A project of some texts in one language, and where each of its words stands."""

    def __init__(self, project: Project, files: Iterable[Path], language: str) -> None:
        exchange.import_files(project, files, language=language)
        self.project, self.language = project, language
        self.words: dict[str, set[Place]] = defaultdict(set)  # as they are written
        with project.read() as read:
            for document in read.documents():
                for match in WORD.finditer(read.text(document)):
                    if not match.group().isdigit():
                        self.words[match.group()].add((document.name, *match.span()))

    def by_forms(self, word: str) -> set[Place]:
        """Where the forms stand to which the program grows a word."""
        table = lemmas(self.language)
        assert table is not None
        return set().union(*(self.folded[form] for form in table.forms(word) if form in self.folded))

    @cached_property
    def folded(self) -> dict[str, set[Place]]:
        """The same without case and accents."""
        found: dict[str, set[Place]] = defaultdict(set)
        for word, places in self.words.items():
            found[fold(word)] |= places
        return found

    def searched(self, word: str) -> set[Place]:
        """What the whole search finds."""
        return {(hit.document.name, hit.start, hit.end) for hit in search(self.project, f"lemma:{word}")}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with qualcode.new(tmp_path / "words.qualcode", "Words", coder="Ana") as made:
        yield made


def sharing(places: Mapping[str, set[Place]], lemmas: Mapping[str, set[str]]) -> dict[str, set[Place]]:
    """For each word where those stand that have one of its lemmas."""
    of_lemma: dict[str, set[Place]] = defaultdict(set)
    for word, found in places.items():
        for lemma in lemmas[word]:
            of_lemma[lemma] |= found
    return {word: set().union(*(of_lemma[lemma] for lemma in lemmas[word])) for word in places}


def lemmas_of_tables(words: Iterable[str], language: str) -> dict[str, set[str]]:
    """All lemmas that spaCy's tables have for a word, case and accents apart; a lemma is its own unless its table
    says otherwise; a word that is in none is its own."""
    known: dict[str, set[str]] = defaultdict(set)
    for file in table_files(language):
        data = file.read_bytes()
        read: dict[str, Any] = json.loads(gzip.decompress(data) if file.suffix == ".gz" else data)
        kinds = [part for part in read.values() if isinstance(part, dict)] or [read]
        for table in kinds:
            for form, given in table.items():
                for lemma in [given] if isinstance(given, str) else given:
                    known[fold(form)].add(fold(lemma))
                    if lemma not in table:
                        known[fold(lemma)].add(fold(lemma))
    return {word: known.get(fold(word)) or {fold(word)} for word in words}


def lemmas_of_spacy(words: Iterable[str], language: str) -> dict[str, set[str]]:
    """The lemmas that spaCy's own lookup lemmatizer gives a word: as it is written, and small."""
    import spacy
    from spacy.tokens import Doc

    pipeline = spacy.blank(language)
    pipeline.add_pipe("lemmatizer", config={"mode": "lookup"})
    pipeline.initialize()

    def lemma(word: str) -> str:
        (_, lemmatizer) = pipeline.pipeline[0]
        return fold(lemmatizer(Doc(pipeline.vocab, words=[word]))[0].lemma_)

    return {word: {lemma(word), lemma(word.lower())} for word in words}


@pytest.mark.parametrize(
    ("name", "language", "least_recall", "least_precision"),
    [
        ("sample", "en", 1, 0.99),
        ("usability", "en", 1, 0.99),
        ("games", "en", 1, 0.99),
        ("teaching", "de", 1, 0.95),
        # more lemmas of a word, and accents that tell words apart: dé, de
        pytest.param("villages", "es", 0.998, 0.66, marks=pytest.mark.long),
    ],
)
def test_all_forms_are_found_and_nothing_else(
    project: Project,
    request: pytest.FixtureRequest,
    name: str,
    language: str,
    least_recall: float,
    least_precision: float,
) -> None:
    """Exactly what the tables say, and at least what spaCy's lemmatizer says."""
    if name == "sample":
        files = [file for file in SAMPLE.glob("*.txt") if file.stem.isascii()]
    else:
        files = real_files(name, request.getfixturevalue("shared_data"))
    corpus = Corpus(project, files, language)
    assert len(corpus.words) > 500
    found = {word: corpus.by_forms(word) for word in corpus.words}
    assert found == sharing(corpus.words, lemmas_of_tables(corpus.words, language))
    for word in random.Random(name).sample(sorted(corpus.words), SEARCHED):
        assert corpus.searched(word) == found[word], word
    expected = sharing(corpus.words, lemmas_of_spacy(corpus.words, language))
    shared = sum(len(found[word] & expected[word]) for word in found)
    assert shared >= least_recall * sum(map(len, expected.values()))
    assert shared >= least_precision * sum(map(len, found.values()))
