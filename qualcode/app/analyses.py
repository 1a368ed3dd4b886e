"""From the project's rows to the arrays of `analysis`; what was read stays until the next step."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codebook import Codebook
from ..domain.documents import Document
from ..domain.documents import turns as turns_in
from ..domain.hours import Hours
from ..domain.queries import Scope
from ..store.columns import coding_rows, recoded_documents
from ..store.reading import Reading
from .analysing.remembered import Remembered, State
from .scoping import make_scope
from .units import Units
from .word_index import WordIndex

if TYPE_CHECKING:
    from ..analysis.material import CodeInfo, IntArray, Material
    from .project import Project
    from .retrieving import Retrieval

# what the arrays are made of, besides the codes
_ROWS = frozenset({"document", "coder", "case", "assignment"})
_CODINGS = frozenset({"coding", "segment"})
_FEW = 40  # documents whose codings are read again; with more, all are


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Everything at one step; scopes are cut out of it."""

    step: State
    material: "Material"
    coder_ids: tuple[UUID, ...]
    dated: bool  # whether it was read when codings were made, which takes half as long again


class Analyses:
    """The arrays of one open project."""

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._units = Units(project)
        self.words = WordIndex(project)
        self.remembered = Remembered()
        self._loaded: _Loaded | None = None
        self._lock = Lock()
        self._retrieval: Retrieval | None = None
        self.loads = 0  # how often the rows were read

    @property
    def retrieval(self) -> "Retrieval":
        """Queries to the codings: one memory for all threads."""
        from .retrieving import Retrieval

        with self._lock:
            if self._retrieval is None:
                self._retrieval = Retrieval(self._project)
            return self._retrieval

    def material(self, scope: Scope | None = None, dated: bool = False, read: Reading | None = None) -> "Material":
        """The codings inside a scope as arrays (see `analysis.material.Material`); `made` is sure to be there only when
        `dated` is asked for. With `read` those of its moment, else those of now."""
        with nullcontext(read) if read is not None else self._project.read() as moment:
            loaded = self._load(moment, dated)
        return loaded.material if scope is None or scope.everything else _cut(loaded, scope)

    def _load(self, read: Reading, dated: bool) -> _Loaded:
        step = read.last_step()
        with self._lock:  # two questions at a time: the second takes what the first has read
            loaded = self._loaded
            if loaded is not None and loaded.step != step:
                loaded = self._still(read, step)
            if loaded is None or (dated and not loaded.dated):
                loaded = _load(read, step, self._units, dated)
                self.loads += 1
            self._loaded = loaded
        return loaded

    def _still(self, read: Reading, step: State) -> _Loaded | None:
        """What was read, at a later step, where no step since then changed more than the codebook and some codings,
        which are read again; else None."""
        loaded = self._loaded
        if loaded is None or loaded.step[0] > step[0] or not read.knows(loaded.step):
            return None
        since = loaded.step[0]
        touched = frozenset().union(*(one.kinds for one in read.steps(since)))
        documents = recoded_documents(read, since) if touched & _CODINGS else set()
        if touched & _ROWS or documents is None or len(documents) > _FEW:
            return None
        if "code" in touched:
            loaded = _recoded(loaded, read.codebook)
        return replace(_reread(loaded, read, documents) if documents else loaded, step=step)

    def scope(self, **filters: Any) -> Scope:
        """A scope from names; see `scoping.make_scope`."""
        with self._project.read() as read:
            return make_scope(read, **filters)


def _recoded(loaded: _Loaded, book: Codebook) -> _Loaded:
    """The same codings with the codes as they are now: named, coloured or placed anew, or new ones among them."""
    import numpy as np

    index = {code.id: number for number, code in enumerate(book.ordered)}
    # what went took its codings with it, and those are read again
    places = np.array([index.get(code.id, 0) for code in loaded.material.codes] or [0], np.int64)
    material = replace(loaded.material, codes=_codes(book), code=places[loaded.material.code])
    return replace(loaded, material=material)


def _codes(book: Codebook) -> "tuple[CodeInfo, ...]":
    from ..analysis.material import CodeInfo

    paths = book.paths()
    index = {code.id: number for number, code in enumerate(book.ordered)}
    return tuple(
        CodeInfo(
            code.id, paths[code.id], code.name, code.kind, code.color, -1 if code.parent is None else index[code.parent]
        )
        for code in book.ordered
    )


def _load(read: Reading, step: State, units: Units, dated: bool) -> _Loaded:
    import numpy as np

    from ..analysis.material import CasePart, DocumentInfo, Material

    documents, coders = tuple(read.documents()), read.coders()
    indices = _numbered(documents), _numbered(read.codebook.ordered), _numbered(coders)
    document, code, coder, start, end, *made = _columns(indices, coding_rows(read, created=dated), 5 + dated)

    material = Material(
        codes=_codes(read.codebook),
        documents=tuple(DocumentInfo(one.id, one.name, one.characters, one.content) for one in documents),
        coders=tuple(coder.name for coder in coders),
        case_parts=tuple(CasePart(*part) for part in _case_parts(read, documents)),
        document=document,
        code=code,
        coder=coder,
        start=start,
        end=end,
        made=made[0] if made else np.empty(0, np.int64),
        units=lambda document, kind: units.spans(documents[document], kind),
        speakers=lambda document: units.speakers(documents[document]),
    )
    return _Loaded(step, material, tuple(coder.id for coder in coders), dated)


def _numbered(records: Sequence[Any]) -> dict[bytes, int]:
    return {record.id.bytes: number for number, record in enumerate(records)}


def _columns(indices: Sequence[dict[bytes, int]], batches: Iterable[list[Any]], width: int) -> "IntArray":
    """Rows of codings as columns of numbers: document, code, coder, start, end and, if read, when it was made."""
    import numpy as np

    parts = [np.empty((width, 0), np.int64)]
    hours = Hours()
    for rows in batches:
        columns = list(zip(*rows, strict=True))
        ids, (start, end, *created) = columns[:3], columns[3:]
        numbers = [list(map(index.__getitem__, column)) for index, column in zip(indices, ids, strict=True)]
        moments = [[hours[moment[:13]] for moment in column] for column in created]
        parts.append(np.array([*numbers, start, end, *moments], np.int64))
    return np.concatenate(parts, axis=1)


def _reread(loaded: _Loaded, read: Reading, documents: set[bytes]) -> _Loaded:
    """The same with the codings of these documents as they are now."""
    import numpy as np

    old, ids = loaded.material, loaded.coder_ids
    coders = {key.bytes: number for number, key in enumerate(ids)}
    indices = _numbered(old.documents), _numbered(old.codes), coders
    again = np.array([indices[0][key] for key in documents], np.int64)
    kept = ~np.isin(old.document, again)
    names = ("document", "code", "coder", "start", "end", *(("made",) if loaded.dated else ()))
    new = _columns(indices, coding_rows(read, loaded.dated, documents), len(names))
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(old, name)[kept], column]) for name, column in zip(names, new, strict=True)
    }
    return replace(loaded, material=replace(old, **columns))


def _case_parts(read: Reading, documents: tuple[Document, ...]) -> list[tuple[str, int, int, int]]:
    """Case, document index, start and end of every assignment; a speaker's are the turns of that speaker."""
    index = {document.id: number for number, document in enumerate(documents)}
    names = {case.id: case.name for case in read.cases()}
    parts = []
    for assignment in read.assignments():
        number = index[assignment.document]
        document = documents[number]
        case = names[assignment.case]
        if assignment.speaker:
            parts += [
                (case, number, turn.start, turn.end)
                for turn in turns_in(read.text(document), document.speakers)
                if turn.speaker == assignment.speaker
            ]
        else:
            start = 0 if assignment.start is None else assignment.start
            parts.append((case, number, start, document.characters if assignment.end is None else assignment.end))
    return parts


def _cut(loaded: _Loaded, scope: Scope) -> "Material":
    """The part of the material inside a scope; codes keep their places, documents are numbered anew."""
    import numpy as np

    from ..analysis.extents import narrowed

    whole = loaded.material
    keep = np.ones(whole.code.size, dtype=bool)
    if scope.coders is not None:
        keep &= np.array([coder in scope.coders for coder in loaded.coder_ids], dtype=bool)[whole.coder]
    if scope.codes is not None:
        keep &= np.array([code.id in scope.codes for code in whole.codes], dtype=bool)[whole.code]
    numbers = {document.id: number for number, document in enumerate(whole.documents)}
    chosen = [number for key, number in numbers.items() if scope.documents is None or key in scope.documents]
    asked = scope.codes
    if asked is not None:
        looked_at = frozenset(number for number, code in enumerate(whole.codes) if code.id in asked)
        whole = replace(whole, chosen=looked_at)
    return narrowed(whole, chosen, keep, {numbers[key]: spans for key, spans in scope.parts if key in numbers})
