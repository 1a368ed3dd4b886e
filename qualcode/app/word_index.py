"""The words of a project's texts, found once for each text and kept as long as it does not change."""

from threading import Lock
from typing import TYPE_CHECKING

from ..domain.documents import Document, turns
from ..domain.progress import SILENT, Progress, alone
from ..domain.speakers import is_asking
from .word_cutting import Cutter, cutting, words_folder
from .word_memory import DocumentWords, Items, Kept, Key, Types, names_in, words_in

if TYPE_CHECKING:
    from pathlib import Path

    from ..analysis.corpora import Column, Corpus
    from ..analysis.material import Material
    from ..language.entities import Entity
    from ..language.words import TextWords
    from .project import Project

_MOST = 12_000_000  # words kept in memory; they take some 25 bytes each
_MOST_NAMES = 500_000  # names kept in memory
_MOST_TYPES = 1_000_000  # different words; with more, those of texts that went are forgotten


class WordIndex:
    """The words of one open project.

    Several threads may ask: `_lock` guards the words, `_naming` the names, so that neither waits for the other.
    """

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._lock, self._naming = Lock(), Lock()
        self._named: Kept[tuple[str, list[Entity]] | None] = Kept(_MOST_NAMES, names_in)
        self._forget()

    def _forget(self) -> None:
        """Begin with no text known."""
        self._kept: Kept[DocumentWords] = Kept(_MOST, words_in)
        self._types = Types()
        self._items: dict[tuple[str, bool], Items] = {}  # by language and whether base forms are known
        self._last: tuple[tuple[Key, ...], Corpus] | None = None
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

    def _records(self, material: "Material") -> tuple[list[Document], frozenset[Key]]:
        """The documents of a material, and the keys of all texts that the project has."""
        with self._project.read() as read:
            records = {document.id: document for document in read.documents()}
        there = frozenset(map(_key_of, records.values()))
        return [records[document.id] for document in material.documents], there

    def _make_room(self, there: frozenset[Key]) -> None:
        """Forget texts that the project has no more, and their words when there are very many."""
        self._last = None  # two of them at a time would take twice the memory
        self._outgrown |= self._kept.only(there)
        if self._outgrown and len(self._types.numbers) > _MOST_TYPES:
            self._forget()

    def _joined(self, found: dict[Key, DocumentWords], keys: tuple[Key, ...]) -> "Corpus":
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
        with alone(self._naming, progress, "names"), cutting(None) as cutter:
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
    def _all(self, wanted: dict[Key, Document], progress: Progress) -> dict[Key, DocumentWords]:
        """The words of documents, from memory, from this machine or cut now."""
        found = {}
        folder = words_folder()
        with cutting(folder) as cutter:
            for number, (key, document) in enumerate(wanted.items()):
                if key not in self._kept:
                    progress.tick(number, len(wanted), "words")
                    self._kept.keep(key, self._found(document, folder, cutter))
                self._kept.move_to_end(key)
                found[key] = self._kept[key]
        return found

    def _found(self, document: Document, folder: "Path | None", cutter: "Cutter") -> DocumentWords:
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

    def _placed(self, document: Document, text: str, words: "TextWords") -> DocumentWords:
        """The words with the turns they stand in and the numbers they have in all texts."""
        import numpy as np

        kinds = self._items.setdefault(
            (document.language, bool(words.lemmas)), Items(self._types, document.language, bool(words.lemmas))
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
        return DocumentWords(
            place=np.flatnonzero(said).astype(np.int32),
            start=words.start[said],
            end=words.end[said],
            form=form,
            lemma=lemma,
            turn=turn.astype(np.int32),
            asking=asks[turn],
            told=(document.language, words.cutter, words.lemmas),
        )


def _key_of(document: Document) -> Key:
    from ..language.word_methods import method_of

    return document.content, document.speakers, method_of(document.language).key
