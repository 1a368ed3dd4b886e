"""Answers to queries: what leaves mean in this project, and the segments found."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.documents import Document
from ..domain.errors import NotFound, listed
from ..domain.folding import fold
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope, regex_query, words_query
from ..domain.query_tree import MADE, SPEAKER, Is, Query, walk
from ..store.reading import Reading
from ..store.search import listed as listed_documents
from .query_facts import Details, Facts
from .query_names import expanded, typed
from .search import Finder

if TYPE_CHECKING:
    from ..analysis.material import BoolArray, IntArray, Material
    from ..analysis.retrieval import Passages
    from .project import Project
    from .tables import CodingPlace

_MOST_TEXTS = 12  # texts whose hits are kept
_MOST_SCOPES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Retrieved:
    """What answers a query: codings, and the distinct passages they lie on, in document order."""

    passages: "Passages"
    codings: "BoolArray"  # which of the material's
    found: "IntArray"  # passages
    coder_ids: tuple[UUID, ...]

    @property
    def material(self) -> "Material":
        """What the query was asked of."""
        return self.passages.material

    @property
    def ordered(self) -> "IntArray":
        """The codings found, in the order of the table of segments."""
        import numpy as np

        material, rows = self.material, np.flatnonzero(self.codings)
        rank = np.argsort(np.argsort(np.array(material.coders, dtype=object))) if material.coders else np.empty(0, int)
        keys = (rank[material.coder[rows]], material.code[rows], material.end[rows], material.start[rows])
        return rows[np.lexsort((*keys, material.document[rows]))]

    def places(self) -> "dict[UUID, set[CodingPlace]]":
        """The codings found, by document, as `tables.segment_rows` takes them."""
        material, rows = self.material, self.codings
        codes = [code.id.bytes for code in material.codes]
        coders = [coder.bytes for coder in self.coder_ids]
        columns = (material.document, material.start, material.end, material.code, material.coder)
        found: dict[UUID, set[CodingPlace]] = {}
        for document, start, end, code, coder in zip(*(column[rows].tolist() for column in columns), strict=True):
            own = found.setdefault(material.documents[document].id, set())
            own.add((start, end, codes[code], coders[coder]))
        return found


class Retrieval:
    """Queries to one open project; what was worked out stays until the next step."""

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._indexed: OrderedDict[tuple[Scope, bool], Passages] = OrderedDict()
        self._state = -1
        self._lock = Lock()
        self._details: tuple[int, Details] | None = None
        self._hits: OrderedDict[tuple[str, str], dict[tuple[str, str], list[tuple[int, int]]]] = OrderedDict()

    def passages(self, scope: Scope | None = None, dated: bool = False) -> "Passages":
        """The distinct coded spans inside a scope, ready for queries; with `dated` for those about when it was coded,
        too."""
        from ..analysis.retrieval import Passages

        key = (scope or Scope(), dated)
        with self._project.read() as read:
            state = self._project.analyses.remembered.state(read)
            with self._lock:
                if state != self._state:
                    self._indexed.clear()
                    self._state = state
                if key not in self._indexed:
                    self._indexed[key] = Passages(self._project.analyses.material(key[0], dated))
                    if len(self._indexed) > _MOST_SCOPES:
                        self._indexed.popitem(last=False)
                self._indexed.move_to_end(key)
                return self._indexed[key]

    def typed(self, text: str) -> Query:
        """The query that somebody typed, its names settled. Raises `BadInput`, `NotFound` and `Ambiguous`."""
        with self._project.read() as read:
            query = typed(read, text)
        self._require_speakers([leaf.value for leaf in walk(query) if isinstance(leaf, Is) and leaf.kind == SPEAKER])
        return query

    def _require_speakers(self, wanted: Sequence[str]) -> None:
        if not wanted:
            return
        material = self._project.analyses.material()
        names = {who for number in range(len(material.documents)) for who in material.speakers(number) if who}
        for name in wanted:
            if fold(name) not in set(map(fold, names)):
                known = listed(sorted(names)[:12])
                raise NotFound("Nobody called “{name}” speaks. There are: {names}.", name=name, names=known)

    def ask(
        self, query: Query, scope: Scope | None = None, progress: Progress = SILENT, dated: bool = False
    ) -> Retrieved:
        """What answers a query whose names are settled (`query_names.settled`); with `dated` its material knows when
        codings were made.

        Raises `NotFound` for what is gone since, `Refused` for a smart code that stands in itself.
        """
        from ..analysis.retrieval import answer

        with self._project.read() as read:
            whole = expanded(read, query)
            passages = self.passages(
                scope, dated or any(isinstance(one, Is) and one.kind == MADE for one in walk(whole))
            )
            facts = Facts(self, read, passages, progress)
            codings = answer(passages, whole, facts)
            coders = tuple(coder.id for coder in read.coders())
        return Retrieved(passages, codings, passages.of(codings).nonzero()[0], coders)

    def places(self, text: str, scope: Scope, progress: Progress = SILENT) -> "dict[UUID, set[CodingPlace]]":
        """The codings that answer a query as it is typed, as `tables.segment_rows` takes them."""
        return self.ask(self.typed(text), replace(scope, carrying=None), progress).places()

    def details(self, read: Reading) -> "Details":
        """Weight, certainty, mark and comment of every coding of the project."""
        step = read.last_step()[0]
        if self._details is None or self._details[0] != step:
            self._details = (step, Details(read))
        return self._details[1]

    def hits(
        self, read: Reading, text: str, way: str, documents: Sequence[UUID], progress: Progress
    ) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """Where a text stands in documents that may hold it: number of the document, spans."""
        numbers = {key: number for number, key in enumerate(documents)}
        wanted = [one for one in listed_documents(read.connection) if one.id in numbers]
        kept = self._hits.setdefault((way, text), {})
        self._hits.move_to_end((way, text))
        if len(self._hits) > _MOST_TEXTS:
            self._hits.popitem(last=False)
        query = regex_query(text) if way == "regex" else words_query(text, lemma=way == "lemma")
        with Finder(query, progress) as finder:
            wanted = finder.candidates(read, wanted)
            records: list[Document] = read.records("document", [one.id for one in wanted])
            by_id = {document.id: document for document in records}
            for place, one in enumerate(wanted):
                document = by_id[one.id]
                key = (document.content, document.language)
                if key not in kept:
                    progress.tick(place, len(wanted), document.name)
                    kept[key] = sorted(finder.hits(read.text(document), document.language, every=False))
                yield numbers[one.id], kept[key]
