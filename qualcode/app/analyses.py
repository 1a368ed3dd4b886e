"""Analyses by name: from the project's rows to the arrays of `analysis`, and to tables and figures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codebook import Codebook
from ..domain.documents import Document
from ..domain.documents import turns as turns_in
from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope
from ..store.columns import coding_rows
from ..store.reading import Reading
from .provenance import made_of, provenance
from .scoping import make_scope
from .units import Units

if TYPE_CHECKING:
    import pandas as pd

    from ..analysis.material import CodeInfo, Material
    from .project import Project

# what the arrays are made of, besides the codes
_ROWS = frozenset({"coding", "segment", "document", "coder", "case", "assignment"})
_SCOPE_OPTIONS = ("documents", "coders", "codes", "variables", "folders", "sets")


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Everything at one step; scopes are cut out of it."""

    step: int
    material: "Material"
    coder_ids: tuple[UUID, ...]


class Analyses:
    """The analyses of one open project; what was read stays until the next step."""

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._units = Units(project)
        self._loaded: _Loaded | None = None

    def material(self, scope: Scope | None = None) -> "Material":
        """The codings inside a scope as arrays (see `analysis.material.Material`)."""
        with self._project.read() as read:
            loaded = self._load(read)
        return loaded.material if scope is None or scope.everything else _cut(loaded, scope)

    def _load(self, read: Reading) -> _Loaded:
        step = read.last_step()[0]
        if self._loaded is None or self._loaded.step != step:
            self._loaded = self._still(read, step) or _load(read, step, self._units)
        return self._loaded

    def _still(self, read: Reading, step: int) -> _Loaded | None:
        """What was read, at a later step, where no step since then changed more than the codebook; else None."""
        loaded = self._loaded
        if loaded is None or loaded.step > step:
            return None
        touched = frozenset().union(*(one.kinds for one in read.steps(since=loaded.step)))
        if touched & _ROWS:
            return None
        return replace(loaded if "code" not in touched else _recoded(loaded, read.codebook), step=step)

    def scope(self, **filters: Any) -> Scope:
        """A scope from names; see `scoping.make_scope`."""
        with self._project.read() as read:
            return make_scope(read, **filters)

    def run(self, name: str, progress: Progress = SILENT, **options: Any) -> "pd.DataFrame":
        """The table of an analysis. Filters: documents, coders, codes, variables, folders, sets. Its `attrs` say
        how it was made (see `provenance`)."""
        if name not in ANALYSES:
            raise BadInput("There is no analysis “{name}”. There are: {names}.", name=name, names=", ".join(ANALYSES))
        filters = {key: options.pop(key) for key in _SCOPE_OPTIONS if key in options}
        scope = self.scope(**filters)
        try:
            table = self._table(name, scope, progress, options)
        except TypeError as error:
            unknown = _unknown_option(error)
            if unknown is None:
                raise
            raise BadInput("The analysis {name} has no option “{option}”.", name=name, option=unknown) from None
        with self._project.read() as read:
            told = provenance(read, name, made_of(table), scope, options | filters)
        table.attrs.clear()  # anew, in its order
        table.attrs.update(told.items())
        return table

    def _table(self, name: str, scope: Scope, progress: Progress, options: dict[str, Any]) -> "pd.DataFrame":
        if name == RELATIONS:
            return self._relations(scope, options)
        material = self.material(scope)
        if name in _TABLES:
            return _TABLES[name](material, progress, **options)
        from .framework import framework_table
        from .theme_facts import themes_table

        with self._project.read() as read:  # what themes say of themselves is in no array
            return (themes_table if name == THEMES else framework_table)(read, material, **options)

    def _relations(self, scope: Scope, options: dict[str, Any]) -> "pd.DataFrame":
        from .map_export import relations_table

        if not scope.everything:
            raise BadInput("The relations of the maps are listed whole. Leave out the filters.")
        with self._project.read() as read:
            return relations_table(read, **options)


def _unknown_option(error: TypeError) -> str | None:
    text = str(error)
    return text.rpartition("argument ")[2].strip("'") if "unexpected keyword argument" in text else None


def _recoded(loaded: _Loaded, book: Codebook) -> _Loaded:
    """The same codings with the codes as they are now: named, coloured or placed anew, or new ones among them."""
    import numpy as np

    index = {code.id: number for number, code in enumerate(book.ordered)}
    # what went took its codings with it, and then they were read again
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


def _load(read: Reading, step: int, units: Units) -> _Loaded:
    import numpy as np

    from ..analysis.material import CasePart, DocumentInfo, Material

    codebook = read.codebook
    code_index = {code.id.bytes: number for number, code in enumerate(codebook.ordered)}
    documents = tuple(read.documents())
    document_index = {document.id.bytes: number for number, document in enumerate(documents)}
    coders = read.coders()
    coder_index = {coder.id.bytes: number for number, coder in enumerate(coders)}
    indices = (document_index, code_index, coder_index)
    parts = [np.empty((5, 0), np.int64)]
    for rows in coding_rows(read):
        *ids, start, end = zip(*rows, strict=True)
        numbers = [list(map(index.__getitem__, column)) for index, column in zip(indices, ids, strict=True)]
        parts.append(np.array([*numbers, start, end], np.int64))
    document, code, coder, start, end = np.concatenate(parts, axis=1)

    material = Material(
        codes=_codes(codebook),
        documents=tuple(DocumentInfo(document.id, document.name, document.characters) for document in documents),
        coders=tuple(coder.name for coder in coders),
        case_parts=tuple(CasePart(*part) for part in _case_parts(read, documents)),
        document=document,
        code=code,
        coder=coder,
        start=start,
        end=end,
        units=lambda document, kind: units.spans(documents[document], kind),
    )
    return _Loaded(step, material, tuple(coder.id for coder in coders))


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
    return narrowed(whole, chosen, keep, {numbers[key]: spans for key, spans in scope.parts if key in numbers})


def _cooccurrence(material: "Material", progress: Progress, **options: Any) -> "pd.DataFrame":
    from ..analysis.cooccurrence import cooccurrence

    return cooccurrence(material, progress=progress, **options)


def _frequencies(material: "Material", _progress: Progress, **options: Any) -> "pd.DataFrame":
    from ..analysis.frequencies import frequencies

    return frequencies(material, **options)


_TABLES: dict[str, "Callable[..., pd.DataFrame]"] = {
    "cooccurrence": _cooccurrence,
    "frequencies": _frequencies,
}
THEMES = "themes"
CASES_BY_THEMES = "cases-by-themes"
RELATIONS = "relations"
ANALYSES = (*_TABLES, THEMES, CASES_BY_THEMES, RELATIONS)
