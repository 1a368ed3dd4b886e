"""Answers to queries: what leaves mean in this project, and the segments found."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.documents import Document
from ..domain.errors import NotFound, listed
from ..domain.folding import fold
from ..domain.progress import SILENT, Progress, alone
from ..domain.queries import Scope, regex_query, words_query
from ..domain.query_tree import MADE, SPEAKER, Is, Query, walk
from ..store.reading import Reading
from ..store.search import listed as listed_documents
from .analysing.remembered import State
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
    state: State  # of what it was asked, see `analysing.remembered.Remembered.state`

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
    """Queries to one open project; what was worked out stays until the next step.

    Threads share the memory under one lock. Whoever hands over a `Reading` gets everything from its one moment: the
    names, the codings, their details and the passages.
    """

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._indexed: OrderedDict[tuple[State, Scope, bool], Passages] = OrderedDict()
        self._lock = Lock()
        self._details: tuple[State, Details] | None = None
        self._hits: OrderedDict[tuple[str, str], dict[tuple[str, str], list[tuple[int, int]]]] = OrderedDict()

    def _passages(self, read: Reading, state: State, scope: Scope, dated: bool, progress: Progress) -> "Passages":
        """The distinct coded spans inside a scope, ready for queries; with `dated` for those about when it was coded,
        too."""
        from ..analysis.retrieval import Passages

        key = (state, scope, dated)
        with alone(self._lock, progress):
            for other in [one for one in self._indexed if one[0][0] < state[0]]:
                del self._indexed[other]  # of the past: nobody asks for it again
            found = self._indexed.get(key)
            if found is None:
                found = self._indexed[key] = Passages(self._project.analyses.material(scope, dated, read))
                if len(self._indexed) > _MOST_SCOPES:
                    self._indexed.popitem(last=False)
            else:
                self._indexed.move_to_end(key)
            return found

    def typed(self, text: str, read: Reading | None = None) -> Query:
        """The query that somebody typed, its names settled. Raises `BadInput`, `NotFound` and `Ambiguous`."""
        with nullcontext(read) if read is not None else self._project.read() as moment:
            query = typed(moment, text)
            speakers = [leaf.value for leaf in walk(query) if isinstance(leaf, Is) and leaf.kind == SPEAKER]
            self._require_speakers(speakers, moment)
        return query

    def _require_speakers(self, wanted: Sequence[str], read: Reading) -> None:
        if not wanted:
            return
        material = self._project.analyses.material(read=read)
        names = {who for number in range(len(material.documents)) for who in material.speakers(number) if who}
        for name in wanted:
            if fold(name) not in set(map(fold, names)):
                known = listed(sorted(names)[:12])
                raise NotFound("Nobody called “{name}” speaks. There are: {names}.", name=name, names=known)

    def ask(
        self,
        query: Query,
        scope: Scope | None = None,
        progress: Progress = SILENT,
        dated: bool = False,
        read: Reading | None = None,
    ) -> Retrieved:
        """What answers a query whose names are settled (`query_names.settled`); with `dated` its material knows when
        codings were made. With `read` as it was at its moment, else now.

        Codes that the scope leaves out are not given, but the query is asked of them as well: what `ONLY` or `OUTSIDE`
        keeps away does not come back because somebody looks at fewer codes.

        Raises `NotFound` for what is gone since, `Refused` for a smart code that stands in itself.
        """
        from ..analysis.retrieval import answer

        with nullcontext(read) if read is not None else self._project.read() as moment:
            state = self._project.analyses.remembered.state(moment)
            whole = expanded(moment, query)
            dated = dated or any(isinstance(one, Is) and one.kind == MADE for one in walk(whole))
            asked = scope or Scope()
            every = self._passages(moment, state, replace(asked, codes=None), dated, progress)
            codings = answer(every, whole, Facts(self, moment, every, progress))
            passages = self._passages(moment, state, asked, dated, progress)
            if asked.codes is not None:
                codings = codings[_of_codes(every.material, asked.codes)]
            coders = tuple(coder.id for coder in moment.coders())
        return Retrieved(passages, codings, passages.of(codings).nonzero()[0], coders, state)

    def places(
        self, text: str, scope: Scope, progress: Progress = SILENT, read: Reading | None = None
    ) -> "dict[UUID, set[CodingPlace]]":
        """The codings that answer a query as it is typed, as `tables.segment_rows` takes them."""
        with nullcontext(read) if read is not None else self._project.read() as moment:
            query = self.typed(text, moment)
            return self.ask(query, replace(scope, carrying=None), progress, read=moment).places()

    def details(self, read: Reading) -> "Details":
        """Weight, certainty, mark and comment of every coding of the project."""
        step = read.last_step()
        with self._lock:
            if self._details is None or self._details[0] != step:
                self._details = (step, Details(read))
            return self._details[1]

    def hits(
        self, read: Reading, text: str, way: str, documents: Sequence[UUID], progress: Progress
    ) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """Where a text stands in documents that may hold it: number of the document, spans."""
        numbers = {key: number for number, key in enumerate(documents)}
        wanted = [one for one in listed_documents(read.connection) if one.id in numbers]
        with self._lock:
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


def _of_codes(material: "Material", codes: frozenset[UUID]) -> "BoolArray":
    """Which codings are of these codes; a scope that chooses them holds these codings, in this order."""
    import numpy as np

    chosen: BoolArray = np.array([code.id in codes for code in material.codes] or [False], dtype=np.bool_)[
        material.code
    ]
    return chosen
