"""What each document holds of codes, themes or marked facets: what saturation counts."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from ...domain.errors import BadInput, Phrase
from ...domain.folding import fold
from ...domain.history import Step
from .cautions import whole_of
from .code_rows import THEME, code_rows
from .registry import Asked

if TYPE_CHECKING:
    from ...analysis.material import DocumentInfo, IntArray

CODES, THEMES, FACETS = "codes", "themes", "facets"
NOW, THEN = "now", "then"
# acts that move codings about without anybody having coded
_REORDERING = ("codebook.", "surgery.", "apart.")
_SAID = {
    (CODES, NOW): Phrase("New codes, as documents are coded now"),
    (CODES, THEN): Phrase("New codes, as documents were coded when they were last coded"),
    (THEMES, NOW): Phrase("New themes, with the codes below and linked to them"),
    (FACETS, NOW): Phrase("Facets of codes that were marked as new"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The coded documents in order, and what is in them: pairs of numbers of document and item, each once.

    `items` has for each item the codes that it stands for. A document that carries none of the codes asked for, but
    another one, was coded and brings nothing new. `left_out` counts the documents without codings of any code.
    """

    documents: "tuple[DocumentInfo, ...]"
    items: tuple[frozenset[UUID], ...]
    document: "IntArray"
    item: "IntArray"
    said: Phrase
    left_out: int

    def in_order(self, order: "IntArray") -> "Seen":
        """The same with the documents in another order."""
        import numpy as np

        place = np.argsort(order)
        documents = tuple(self.documents[number] for number in order.tolist())
        return replace(self, documents=documents, document=place[self.document].astype(np.int64))


def seen_items(asked: Asked, of: str, codebook: str) -> Seen:
    """What is in the coded documents of the scope.

    Raises `BadInput` where the codebook as it was then is asked for with themes, facets, or a filter that the past
    cannot be asked for.
    """
    if codebook == THEN:
        if of != CODES:
            raise BadInput("As it was then, only codes can be counted: themes and marks are those of now.")
        return _made(asked, _codes_then(asked), of, codebook)
    if of == FACETS:
        return _made(asked, _facets(asked), of, codebook)
    import numpy as np

    from ...analysis.sweeps import distinct_rows

    material = asked.material
    if of == CODES:
        pairs = zip(*(column.tolist() for column in distinct_rows(material.document, material.code)), strict=True)
        codes: list[_Item] = [(home, (code,), frozenset({material.codes[code].id})) for home, code in pairs]
        return _made(asked, codes, of, codebook)
    found: list[_Item] = []
    for row in code_rows(asked, THEME, rollup=True):
        ids = frozenset(material.codes[code].id for code in row.group)
        held = np.unique(material.document[np.isin(material.code, sorted(row.group))])
        found += [(int(document), (material.codes[row.code].id,), ids) for document in held.tolist()]
    return _made(asked, found, of, codebook)


_Item = tuple[int, tuple[object, ...], frozenset[UUID]]  # document, what tells it apart, the codes it stands for


def _made(asked: Asked, rows: list[_Item], of: str, codebook: str) -> Seen:
    import numpy as np

    material = asked.material
    # what has other codes than those chosen has been coded, too
    coded = set(np.unique(whole_of(asked).document).tolist()) | {document for document, _, _ in rows}
    kept = [number for number in range(len(material.documents)) if number in coded]
    places = {number: place for place, number in enumerate(kept)}
    items: dict[tuple[object, ...], int] = {}
    means: list[frozenset[UUID]] = []
    pairs = set()
    for document, key, codes in sorted(rows, key=lambda row: (row[0], str(row[1]))):
        if key not in items:
            items[key] = len(items)
            means.append(codes)
        pairs.add((places[document], items[key]))
    table = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    return Seen(
        documents=tuple(material.documents[number] for number in kept),
        items=tuple(means),
        document=table[:, 0].copy(),
        item=table[:, 1].copy(),
        said=_SAID[of, codebook],
        left_out=len(material.documents) - len(kept),
    )


def _codes_then(asked: Asked) -> list[_Item]:
    from ...store.coded_then import codes_then

    if asked.scope.codes is not None or asked.scope.parts:
        raise BadInput("As it was then, documents and coders can be chosen, but no codes and no speakers.")
    with asked.project.read() as read:
        then = codes_then(read, _codes)
    numbers = {document.id: number for number, document in enumerate(asked.material.documents)}
    wanted = asked.scope.coders
    return [
        (numbers[document], (code,), frozenset({code}))
        for document, own in then.items()
        if document in numbers
        for code, coder in own
        if wanted is None or coder in wanted
    ]


def _codes(step: Step) -> bool:
    """Whether a step is somebody's coding, and not the codebook put in order or something taken back."""
    return step.reverts is None and not step.action.startswith(_REORDERING)


def _facets(asked: Asked) -> list[_Item]:
    """Every marked facet; those of one code that are named alike are one, those without words each one of its own."""
    from ...store.coded_then import facet_rows

    with asked.project.read() as read:
        rows = facet_rows(read)
    if asked.scope.parts:
        raise BadInput("Marked facets can be counted by documents, coders and codes, but not by speakers.")
    numbers = {document.id: number for number, document in enumerate(asked.material.documents)}
    codes, coders = asked.scope.codes, asked.scope.coders
    return [
        (numbers[document], (code, fold(facet) if facet.strip() else coding), frozenset({code}))
        for document, code, coder, facet, coding in rows
        if document in numbers and (codes is None or code in codes) and (coders is None or coder in coders)
    ]
