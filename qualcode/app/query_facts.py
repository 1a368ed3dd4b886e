"""What the leaves of a query mean among the coded passages of a project."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from ..domain.cases import Case, Variable
from ..domain.coders import Coder
from ..domain.conditions import range_test
from ..domain.documents import Document
from ..domain.errors import NotFound
from ..domain.folders import within_any
from ..domain.folding import fold
from ..domain.progress import Progress
from ..domain.queries import words_query
from ..domain.query_tree import (
    CASE,
    CERTAINTY,
    CODER,
    COMMENT,
    DOCUMENT,
    FOLDER,
    MADE,
    MARK,
    SET,
    SPEAKER,
    WEIGHT,
    Coded,
    Holds,
    Is,
    Valued,
    wanted_range,
)
from ..store.columns import coding_details
from ..store.reading import Reading
from ..store.search import listed as listed_documents
from .naming import resolve
from .scoping import cases_with
from .search import Finder

if TYPE_CHECKING:
    from ..analysis.material import BoolArray, IntArray, Material
    from ..analysis.retrieval import Passages

_FIRST_DAY = date(1970, 1, 1).toordinal()
_SAID = {CERTAINTY: 6, MARK: 7, COMMENT: 8}


class Source(Protocol):
    """What is kept between queries; see `retrieving.Retrieval`."""

    def details(self, read: Reading) -> "Details":
        """What every coding carries."""

    def hits(
        self, read: Reading, text: str, way: str, documents: Sequence[UUID], progress: Progress
    ) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """Where a text stands in documents that may hold it: number of the document, spans."""


class Details:
    """What codings carry beside their code; the last row is for all of which nothing was said."""

    def __init__(self, read: Reading) -> None:
        import numpy as np

        rows = [row for part in coding_details(read) for row in part]
        documents = {one.id.bytes: number for number, one in enumerate(read.documents())}
        codes = {one.id.bytes: number for number, one in enumerate(read.codebook.ordered)}
        coders = {one.id.bytes: number for number, one in enumerate(read.coders())}
        places = [(documents[d], s, e, codes[c], coders[who]) for d, c, who, s, e, *_ in rows]
        self._places: IntArray = np.array(places, dtype=np.int64).reshape(-1, 5)
        self._documents = {UUID(bytes=bytes(key)): number for key, number in documents.items()}
        weights = [np.nan if row[5] is None else row[5] for row in rows]
        self.weight = np.array([*weights, np.nan], dtype=np.float64)
        self.said = {kind: [*(row[place] or "" for row in rows), ""] for kind, place in _SAID.items()}

    def rows(self, material: "Material") -> "IntArray":
        """Of each coding of a material its row here."""
        import numpy as np

        numbers = np.array([self._documents[one.id] for one in material.documents] or [0], dtype=np.int64)
        columns = (numbers[material.document], material.start, material.end, material.code, material.coder)
        own = self._places.T
        here, there = own[0], columns[0]
        for mine, theirs in zip(own[1:], columns[1:], strict=True):  # one number for each place, however long they are
            wide = int(max(mine.max(initial=0), theirs.max(initial=0))) + 1
            known, here = np.unique(here * wide + mine, return_inverse=True)
            wanted = there * wide + theirs
            there = np.searchsorted(known, wanted)
            there[np.append(known, -1)[there] != wanted] = known.size  # none here
        order = np.append(np.argsort(here), -1)
        at = np.searchsorted(here, there, sorter=order[:-1])
        return np.asarray(np.where(there < here.size, order[at], -1), dtype=np.int64)


class Facts:
    """What leaves mean among the passages of one material (see `analysis.retrieval.Facts`)."""

    def __init__(self, source: Source, read: Reading, passages: "Passages", progress: Progress) -> None:
        self._source, self._read, self._progress = source, read, progress
        self._passages, self._material = passages, passages.material
        self._kinds = {
            CASE: self._of_case,
            SPEAKER: self._of_speaker,
            DOCUMENT: self._of_document,
            SET: self._of_set,
            FOLDER: self._of_folder,
            CODER: self._of_coder,
            MADE: self._made,
            WEIGHT: self._weighing,
            CERTAINTY: self._said,
            MARK: self._said,
            COMMENT: self._commented,
        }

    def codes(self, leaf: Coded) -> "BoolArray":
        """Which codes a leaf means."""
        import numpy as np

        book = self._read.codebook
        code = book.by_id[UUID(leaf.code)]  # it was looked for before: `query_names.require_there`
        wanted = {code.id} | ({below.id for below in book.descendants(code.id)} if leaf.below else set())
        return np.array([one.id in wanted for one in self._material.codes], dtype=np.bool_)

    def codings(self, leaf: Is | Valued | Holds) -> "BoolArray":
        """Which codings meet a leaf."""
        if isinstance(leaf, Is):
            return self._kinds[leaf.kind](leaf)
        on = self._holding(leaf) if isinstance(leaf, Holds) else self._valued(leaf)
        return on[self._passages.number]

    # ── where ──────────────────────────────────────────────────────────────────────────────────────────────
    def _in_documents(self, wanted: set[UUID] | frozenset[UUID]) -> "BoolArray":
        import numpy as np

        inside = np.array([one.id in wanted for one in self._material.documents], dtype=np.bool_)
        return inside[self._material.document] if inside.size else np.zeros(0, dtype=np.bool_)

    def _of_document(self, leaf: Is) -> "BoolArray":
        return self._in_documents({self._record(Document, leaf.value).id})

    def _of_set(self, leaf: Is) -> "BoolArray":
        members = self._read.document_set_members(document_set=UUID(leaf.value))
        return self._in_documents({one.document for one in members})

    def _of_folder(self, leaf: Is) -> "BoolArray":
        return self._in_documents({one.id for one in self._read.documents() if within_any(one.folder, {leaf.value})})

    def _of_case(self, leaf: Is) -> "BoolArray":
        return self._of_cases({self._record(Case, leaf.value).name})[self._passages.number]

    def _valued(self, leaf: Valued) -> "BoolArray":
        variable = self._record(Variable, leaf.variable)
        names = {case.id: case.name for case in self._read.cases()}
        try:
            cases = cases_with(self._read, variable, [leaf.value])
        except NotFound:  # no case has that value any more
            cases = set()
        found = self._of_cases({names[case] for case in cases})
        if not leaf.value:
            assigned = {one.document for one in self._read.assignments()}
            free = {one.id for one in self._material.documents} - assigned
            found = found | self._passages.of(self._in_documents(free))
        return found

    def _of_cases(self, names: set[str]) -> "BoolArray":
        return self._touched(
            [(part.document, part.start, part.end) for part in self._material.case_parts if part.case in names]
        )

    def _of_speaker(self, leaf: Is) -> "BoolArray":
        import numpy as np

        wanted, known = fold(leaf.value), self._known_speakers
        rows = []
        for number in range(len(self._material.documents)):
            who = known[number]
            if wanted in who:
                spans = self._material.units(number, "turn")[who[wanted]]
                rows.append(np.column_stack([np.full(len(spans), number), spans]))
        spans = np.concatenate(rows) if rows else np.empty((0, 3), np.int64)
        return self._passages.touched(*spans.T)[self._passages.number]

    @cached_property
    def _known_speakers(self) -> list[dict[str, list[int]]]:
        """Of each document the turns of everybody who speaks."""
        found = []
        for number in range(len(self._material.documents)):
            turns: dict[str, list[int]] = {}
            for turn, who in enumerate(self._material.speakers(number)):
                turns.setdefault(who, []).append(turn)
            found.append({fold(who): own for who, own in turns.items()})
        return found

    def _touched(self, spans: list[tuple[int, int, int]]) -> "BoolArray":
        import numpy as np

        rows = np.array(spans, dtype=np.int64).reshape(-1, 3)
        return self._passages.touched(*rows.T)

    # ── who, when and how ──────────────────────────────────────────────────────────────────────────────────
    def _of_coder(self, leaf: Is) -> "BoolArray":
        name = self._record(Coder, leaf.value).name
        return self._in(self._material.coder, [who == name for who in self._material.coders])

    def _made(self, leaf: Is) -> "BoolArray":
        import numpy as np

        test = range_test(wanted_range(leaf), "date")
        days, inverse = np.unique(self._material.made // 24, return_inverse=True)
        return self._in(inverse, [test(date.fromordinal(_FIRST_DAY + day).isoformat()) for day in days.tolist()])

    def _weighing(self, leaf: Is) -> "BoolArray":
        import numpy as np

        test = range_test(wanted_range(leaf), "number")
        weights, inverse = np.unique(self._details.weight, return_inverse=True)
        return self._in(inverse[self._rows], [test(repr(weight)) for weight in weights.tolist()])

    def _said(self, leaf: Is) -> "BoolArray":
        return self._in(self._rows, [one == leaf.value for one in self._details.said[leaf.kind]])

    def _commented(self, leaf: Is) -> "BoolArray":
        comments = self._details.said[COMMENT]
        texts = sorted(set(comments) - {""})
        languages = sorted({one.language for one in listed_documents(self._read.connection)})
        with Finder(words_query(leaf.value), self._progress) as finder:
            holding = {text for text, hits in zip(texts, finder.in_each(texts, languages), strict=True) if hits}
        return self._in(self._rows, [text in holding for text in comments])

    def _in(self, column: "IntArray", wanted: list[bool]) -> "BoolArray":
        import numpy as np

        return np.array(wanted or [False], dtype=np.bool_)[column]

    @property
    def _details(self) -> Details:
        return self._source.details(self._read)

    @cached_property
    def _rows(self) -> "IntArray":
        return self._details.rows(self._material)

    # ── what it says ───────────────────────────────────────────────────────────────────────────────────────
    def _holding(self, leaf: Holds) -> "BoolArray":
        import numpy as np

        documents = [one.id for one in self._material.documents]
        found = np.ones(self._passages.count, dtype=np.bool_)
        for text in _looked_for(leaf):
            rows = [
                (number, start, end)
                for number, hits in self._source.hits(self._read, text, leaf.way, documents, self._progress)
                for start, end in hits
            ]
            spans = np.array(sorted(rows), dtype=np.int64).reshape(-1, 3)
            found &= self._passages.holding(*self._seen(spans).T)
        return found

    def _seen(self, spans: "IntArray") -> "IntArray":
        """Those of these spans that lie wholly in what is looked at."""
        import numpy as np

        if not self._material.parts:
            return spans
        from ..analysis.extents import Extent

        row, start, end = Extent(self._material).cut(*spans.T)
        whole = (spans[row, 1] == start) & (spans[row, 2] == end)
        kept: IntArray = spans[np.unique(row[whole])]
        return kept

    def _record(self, record: type[Any], value: str) -> Any:
        return resolve(self._read, record, value)


def _looked_for(leaf: Holds) -> list[str]:
    """What a segment must hold one by one, as searches."""
    if leaf.way == "regex":
        return [leaf.text]
    plain = leaf.text.replace('"', " ")
    if leaf.way == "phrase":
        return [f'"{plain}"']
    asked = words_query(leaf.text, lemma=leaf.way == "lemma")
    if asked.nears:
        return [leaf.text]
    pieces = re.findall(r'"[^"]*"|[^\s"]+', leaf.text)
    return [piece for piece in pieces if any(map(str.isalnum, piece))]
