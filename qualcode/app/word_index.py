"""The words of a project's texts, found once for each text and kept as long as it does not change."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from ..domain.documents import Document, turns
from ..domain.errors import Refused
from ..domain.progress import SILENT, Progress, alone
from ..domain.speakers import is_asking
from ..language.sentences import apart
from .settings import texts_folder

if TYPE_CHECKING:
    from pathlib import Path

    from ..analysis.corpora import Column, Corpus, WordType
    from ..analysis.material import BoolArray, Material
    from ..language.entities import Entity
    from ..language.word_process import WordProcess
    from ..language.words import TextWords
    from .project import Project

_MOST = 12_000_000  # words kept in memory; they take some 25 bytes each
_MOST_NAMES = 500_000  # names kept in memory
_MOST_TYPES = 1_000_000  # different words; with more, those of texts that went are forgotten
_Key = tuple[str, str, str]  # content, speaker rule, method


@dataclass(frozen=True, slots=True, eq=False)
class _DocumentWords:
    """The words of a text without its speakers' labels; see `analysis.corpora.Corpus`."""

    place: "Column"
    start: "Column"
    end: "Column"
    form: "Column"
    lemma: "Column"
    turn: "Column"
    asking: "BoolArray"
    told: tuple[str, str, str]  # language, what cut it, what knows its base forms


class _Types:
    """The words of all texts, numbered as they come, and which of them are on a stop list."""

    def __init__(self) -> None:
        self.numbers: dict[WordType, int] = {}
        self.stops: list[bool] = []

    def number(self, word: "WordType", stop: bool) -> int:
        """The number of a word; a new one gets the next."""
        number = self.numbers.setdefault(word, len(self.numbers))
        if number == len(self.stops):
            self.stops.append(stop)
        return number


class _Items(dict[str, int]):
    """The items of the texts of a language, numbered as they come; `columns` are form and lemma of each."""

    def __init__(self, types: "_Types", language: str, lemmas: bool) -> None:
        super().__init__()
        self._types, self._language, self._lemmas = types, language, lemmas
        self.columns = array("i"), array("i")

    def __missing__(self, item: str) -> int:
        from ..analysis.corpora import FORM, LEMMA, WordType
        from ..language.words import parts

        form, lemma, stop, base_stop = parts(item)
        own = self._types.number(WordType(form, self._language, FORM), stop)
        base = self._types.number(WordType(lemma, self._language, LEMMA), base_stop) if self._lemmas else own
        for column, value in zip(self.columns, (own, base), strict=True):
            column.append(value)
        number = self[item] = len(self)
        return number


_Found = TypeVar("_Found")


class _Kept(OrderedDict[_Key, _Found]):
    """What was found in texts, as much of it as there is room for: what was not asked for longest goes."""

    def __init__(self, room: int, size: Callable[[_Found], int]) -> None:
        super().__init__()
        self._room, self._size_of = room, size
        self.size = 0

    def keep(self, key: _Key, found: _Found) -> None:
        """Keep what was found in a text; alone it stays however large it is."""
        self[key] = found
        self.size += self._size_of(found)
        while self.size > self._room and len(self) > 1:
            self._forget(next(iter(self)))

    def only(self, keys: Collection[_Key]) -> bool:
        """Forget all other texts; whether there were any."""
        gone = [key for key in self if key not in keys]
        for key in gone:
            self._forget(key)
        return bool(gone)

    def _forget(self, key: _Key) -> None:
        self.size -= self._size_of(self.pop(key))


class WordIndex:
    """The words of one open project.

    Several threads may ask: `_lock` guards the words, `_naming` the names, so that neither waits for the other.
    """

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._lock, self._naming = Lock(), Lock()
        self._named: _Kept[tuple[str, list[Entity]] | None] = _Kept(_MOST_NAMES, _names_in)
        self._forget()

    def _forget(self) -> None:
        """Begin with no text known."""
        self._kept: _Kept[_DocumentWords] = _Kept(_MOST, _words_in)
        self._types = _Types()
        self._items: dict[tuple[str, bool], _Items] = {}  # by language and whether base forms are known
        self._last: tuple[tuple[_Key, ...], Corpus] | None = None
        self._outgrown = False  # whether there may be types of texts that went

    def corpus(self, material: "Material", progress: Progress = SILENT) -> "Corpus":
        """All words of the documents of a material, whatever parts of them are looked at.

        The first time texts are cut with `progress`, which can cancel; what was cut by then is kept.
        """
        documents, there = self._records(material)
        keys = tuple(map(_key_of, documents))
        with alone(self._lock, progress, "words"):
            if self._last is None or self._last[0] != keys:
                self._make_room(there)
                self._last = keys, self._joined(self._all(dict(zip(keys, documents, strict=True)), progress), keys)
            return self._last[1]

    def _records(self, material: "Material") -> tuple[list[Document], frozenset[_Key]]:
        """The documents of a material, and the keys of all texts that the project has."""
        with self._project.read() as read:
            records = {document.id: document for document in read.documents()}
        there = frozenset(map(_key_of, records.values()))
        return [records[document.id] for document in material.documents], there

    def _make_room(self, there: frozenset[_Key]) -> None:
        """Forget texts that the project has no more, and their words when there are very many."""
        self._last = None  # two of them at a time would take twice the memory
        self._outgrown |= self._kept.only(there)
        if self._outgrown and len(self._types.numbers) > _MOST_TYPES:
            self._forget()

    def _joined(self, found: dict[_Key, _DocumentWords], keys: tuple[_Key, ...]) -> "Corpus":
        import numpy as np

        from ..analysis.corpora import Corpus

        each = [found[key] for key in keys]
        sizes = np.array([words.start.size for words in each], dtype=np.int64)

        def whole(name: str, kind: type = np.int32) -> "Column":
            return np.concatenate([np.zeros(0, kind), *(getattr(words, name) for words in each)])

        return Corpus(
            types=tuple(self._types.numbers),
            on_stop_list=np.array(self._types.stops, dtype=np.bool_),
            document=np.repeat(np.arange(len(each), dtype=np.int32), sizes),
            place=whole("place"),
            start=whole("start"),
            end=whole("end"),
            form=whole("form"),
            lemma=whole("lemma"),
            turn=whole("turn"),
            asking=whole("asking", np.bool_),
            told=tuple(sorted({words.told for words in each})),
        )

    def entities(
        self, material: "Material", progress: Progress = SILENT, language: str | None = None
    ) -> "list[tuple[str, list[Entity]] | None]":
        """For each document what finds names in its language, and those in it; None where nothing does, and for
        documents in another language than the one that is asked for."""
        found: list[tuple[str, list[Entity]] | None] = []
        documents, there = self._records(material)
        with alone(self._naming, progress, "names"), _cutting(None) as cutter:
            self._named.only(there)
            for number, document in enumerate(documents):
                if language not in (None, document.language):
                    found.append(None)
                    continue
                key = _key_of(document)
                if key not in self._named:
                    progress.tick(number, len(documents), "names")
                    with self._project.read() as read:
                        text = read.text(document)
                    self._named.keep(key, cutter.entities(text, document.language))
                self._named.move_to_end(key)
                found.append(self._named[key])
        return found

    # ── texts ──────────────────────────────────────────────────────────────────────────────────────────────
    def _all(self, wanted: dict[_Key, Document], progress: Progress) -> dict[_Key, _DocumentWords]:
        """The words of documents, from memory, from this machine or cut now."""
        found = {}
        folder = _folder()
        with _cutting(folder) as cutter:
            for number, (key, document) in enumerate(wanted.items()):
                if key not in self._kept:
                    progress.tick(number, len(wanted), "words")
                    self._kept.keep(key, self._found(document, folder, cutter))
                self._kept.move_to_end(key)
                found[key] = self._kept[key]
        return found

    def _found(self, document: Document, folder: "Path | None", cutter: "_Cutter") -> _DocumentWords:
        from ..language.word_methods import method_of
        from ..language.word_store import keep, kept

        method = method_of(document.language).key
        with self._project.read() as read:
            text = read.text(document)
        words = kept(folder, document.content, method) if folder is not None else None
        if words is None:
            words = cutter.words(text, document.language)
            if folder is not None:
                keep(folder, document.content, method, words)
        return self._placed(document, text, words)

    def _placed(self, document: Document, text: str, words: "TextWords") -> _DocumentWords:
        """The words with the turns they stand in and the numbers they have in all texts."""
        import numpy as np

        kinds = self._items.setdefault(
            (document.language, bool(words.lemmas)), _Items(self._types, document.language, bool(words.lemmas))
        )
        numbers = np.array(list(map(kinds.__getitem__, words.items)), dtype=np.int64)
        found = turns(text, document.speakers)
        begins = np.array([turn.start for turn in found], dtype=np.int64)
        bodies = np.array([turn.body for turn in found], dtype=np.int64)
        asks = np.array([is_asking(turn.speaker) for turn in found], dtype=np.bool_)
        turn = np.maximum(np.searchsorted(begins, words.start, side="right") - 1, 0)
        said = words.start >= bodies[turn] if found else np.zeros(0, dtype=np.bool_)
        turn, item = turn[said], numbers[words.item[said]]
        form, lemma = (np.array(column, dtype=np.int32)[item] for column in kinds.columns)
        return _DocumentWords(
            place=np.flatnonzero(said).astype(np.int32),
            start=words.start[said],
            end=words.end[said],
            form=form,
            lemma=lemma,
            turn=turn.astype(np.int32),
            asking=asks[turn],
            told=(document.language, words.cutter, words.lemmas),
        )


def _words_in(words: _DocumentWords) -> int:
    return int(words.start.size)


def _names_in(found: "tuple[str, list[Entity]] | None") -> int:
    return len(found[1]) + 1 if found is not None else 1


def _key_of(document: Document) -> _Key:
    from ..language.word_methods import method_of

    return document.content, document.speakers, method_of(document.language).key


def _folder() -> "Path | None":
    try:
        return texts_folder()
    except Refused:
        return None  # nowhere to keep anything: texts are cut anew in every run


class _Cutter:
    """What looks at texts, here or in a process of its own, which is started when the first text comes."""

    def __init__(self) -> None:
        self.used = False
        self._process: WordProcess | None = None

    def words(self, text: str, language: str) -> "TextWords":
        """The words of a text."""
        from ..language.words import words_of

        process = self._apart()
        return words_of(text, language) if process is None else process.words_of(text, language)

    def entities(self, text: str, language: str) -> "tuple[str, list[Entity]] | None":
        """What finds names in a text, and these."""
        from ..language.entities import entities_of
        from ..language.word_methods import models_of

        if not models_of(language):
            return None
        process = self._apart()
        return entities_of(text, language) if process is None else process.entities_of(text, language)

    def _apart(self) -> "WordProcess | None":
        from ..language.word_process import WordProcess

        self.used = True
        if apart() and self._process is None:
            self._process = WordProcess()
        return self._process

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.__exit__(None, None, None)


@contextmanager
def _cutting(folder: "Path | None") -> "Iterator[_Cutter]":
    """A cutter; when it is done, room is made in the folder."""
    from ..language.word_store import make_room

    cutter = _Cutter()
    try:
        yield cutter
    finally:
        cutter.end()
        if folder is not None and cutter.used:
            make_room(folder)
