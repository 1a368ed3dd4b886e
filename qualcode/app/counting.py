"""How often codes were used: counted for all of them at once, or for those that a step touched."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.queries import Scope, touching
from ..store import pages
from ..store.columns import coding_rows
from ..store.reading import Reading

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class CodeCounts:
    """How often a code was used: `segments` distinct spans, `documents`, `codings`; `rolled_segments` and
    `rolled_documents` with the codes below it, a span counted once."""

    segments: int = 0
    documents: int = 0
    codings: int = 0
    rolled_segments: int = 0
    rolled_documents: int = 0


def code_counts(
    read: Reading, codes: Iterable[UUID] | None = None, scope: Scope = pages.EVERYTHING
) -> dict[UUID, CodeCounts]:
    """The counts of codes (all when None) and of everything above them, inside a scope of documents and coders;
    codes that are gone are left out."""
    if codes is None:
        return _all_counts(read, scope)
    codebook = read.codebook
    wanted = {code for code in codes if code in codebook.by_id}
    wanted |= {above.id for code in tuple(wanted) for above in codebook.ancestors(code)}
    if not wanted:
        return {}
    own = pages.counts_by_code(read, replace(scope, codes=frozenset(wanted)))
    below = {code: codebook.descendants(code) for code in wanted}
    groups = {code: [code, *(one.id for one in found)] for code, found in below.items() if found}
    rolled = pages.counts_of_groups(read, groups, scope)
    counts = {}
    for code in wanted:
        segments, documents, codings = own.get(code, (0, 0, 0))
        counts[code] = CodeCounts(segments, documents, codings, *rolled.get(code, (segments, documents)))
    return counts


def _all_counts(read: Reading, scope: Scope) -> dict[UUID, CodeCounts]:
    """The same for every code: one look at every coding, in arrays, takes a fifth of the time of grouping in SQL."""
    import numpy as np

    codes = read.codebook.ordered
    if not codes:
        return {}
    code, document, start, end = _columns(read, scope)
    documents = int(document.max(initial=0)) + 1
    # a span gets a number in two steps, so that no product of positions can overflow
    reach = int(end.max(initial=0)) + 1
    _, place = np.unique(document * reach + start, return_inverse=True)
    spans, span = np.unique(place * reach + end, return_inverse=True)
    document_of = np.zeros(len(spans), np.int64)
    document_of[span] = document
    own = _distinct(code * len(spans) + span)
    number = {one.id: at for at, one in enumerate(codes)}
    parent = np.array([-1 if one.parent is None else number[one.parent] for one in codes], np.int64)
    rolled = _distinct(_with_ancestors(own, len(spans), parent))

    def per_code(pairs: "np.ndarray[Any, Any]") -> list[tuple[int, int]]:
        of, which = pairs // max(1, len(spans)), pairs % max(1, len(spans))
        met = _distinct(of * documents + document_of[which]) // documents
        both = (np.bincount(of, minlength=len(codes)), np.bincount(met, minlength=len(codes)))
        return list(zip(*(found.tolist() for found in both), strict=True))

    codings = np.bincount(code, minlength=len(codes)).tolist()
    return {
        one.id: CodeCounts(*alone, count, *below)
        for one, alone, count, below in zip(codes, per_code(own), codings, per_code(rolled), strict=True)
    }


def _columns(read: Reading, scope: Scope) -> "np.ndarray[Any, Any]":
    """Code number, document number, start and end of every coding inside a scope of documents and coders."""
    import numpy as np

    number = {code.id.bytes: at for at, code in enumerate(read.codebook.ordered)}
    seen: dict[bytes, int] = {}
    documents = None if scope.documents is None else {key.bytes for key in scope.documents}
    coders = None if scope.coders is None else {key.bytes for key in scope.coders}
    own = {key.bytes: touching(spans) for key, spans in scope.parts}
    parts = [np.empty((4, 0), np.int64)]
    for found in coding_rows(read):
        rows = found
        if documents is not None or coders is not None or own:
            rows = [
                row
                for row in found
                if (documents is None or row[0] in documents)
                and (coders is None or row[2] in coders)
                and (row[0] not in own or own[row[0]](row[3], row[4]))
            ]
        if rows:
            document, code, _, start, end = zip(*rows, strict=True)
            for key in set(document) - seen.keys():
                seen[key] = len(seen)
            parts.append(
                np.array([[number[key] for key in code], [seen[key] for key in document], start, end], np.int64)
            )
    return np.concatenate(parts, axis=1)


def _distinct(values: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    """The different values in order; by sorting, because NumPy's own way takes ten times as long."""
    import numpy as np

    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))[: ordered.size]]


def _with_ancestors(pairs: "np.ndarray[Any, Any]", spans: int, parent: "np.ndarray[Any, Any]") -> Any:
    """The pairs of code and span, and those of every code above with the same span."""
    import numpy as np

    code, span = pairs // max(1, spans), pairs % max(1, spans)
    found = [pairs]
    while code.size:
        code = parent[code]
        kept = code >= 0
        code, span = code[kept], span[kept]
        found.append(code * spans + span)
    return np.concatenate(found)
