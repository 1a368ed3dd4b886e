"""What an analysis reads: codings as plain arrays beside the codes, documents and coders they point to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """A code or theme; `parent` is its parent's index among the codes, -1 at the top."""

    id: UUID
    path: str
    name: str
    kind: str
    color: str
    parent: int


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A chosen document; `characters` counts its code points, `content` is the SHA-256 of its text (empty: not known):
    who comes back later with places in it can tell whether the same words still stand there."""

    id: UUID
    name: str
    characters: int
    content: str = ""


@dataclass(frozen=True, slots=True)
class CasePart:
    """Text of a chosen document that belongs to a case: `[start, end)` in the document of that index.

    A document that belongs to a case as a whole is the part from 0 to its number of characters.
    """

    case: str
    document: int
    start: int
    end: int


def _undated() -> IntArray:
    return np.empty(0, np.int64)


def _nobody(_document: int) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """The codings of the chosen documents and coders.

    `codes` are in codebook order, parents before their children. The arrays have one entry per coding:
    indices into `documents`, `codes` and `coders`, and the half-open span in code points. `units(document,
    kind)` gives the spans of a document's units as an (n, 2) array, in order and disjoint, white space at
    their ends left out; kind is `sentence`, `turn` or `paragraph`. `speakers(document)` names who speaks in each of its
    turns ("": nobody). `made` says when each coding was made, in hours since 1970 began in UTC (empty: not known).

    Of the documents in `parts` (by index) only these spans are looked at, at least one each, in order and disjoint:
    every coding touches one of them, and the parts of cases lie in them (see `extents.narrowed`).

    Of `codes` only those `chosen` (by index; None: all) are asked for, and only they have codings: what stands above
    them and was not chosen has some of its codings here at most, so it is not rolled up.
    """

    codes: tuple[CodeInfo, ...]
    documents: tuple[DocumentInfo, ...]
    coders: tuple[str, ...]
    case_parts: tuple[CasePart, ...]
    document: IntArray
    code: IntArray
    coder: IntArray
    start: IntArray
    end: IntArray
    units: Callable[[int, str], IntArray]
    speakers: Callable[[int], tuple[str, ...]] = _nobody
    parts: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = ()
    made: IntArray = field(default_factory=_undated)
    chosen: frozenset[int] | None = None

    @property
    def characters(self) -> int:
        """Code points of all the text that is looked at."""
        partly = {number: sum(end - start for start, end in spans) for number, spans in self.parts}
        return sum(partly.get(number, document.characters) for number, document in enumerate(self.documents))


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """Distinct spans of each code (two coders on one count once), sorted by code, document, start, end."""

    code: IntArray
    document: IntArray
    start: IntArray
    end: IntArray


def text_starts(material: Material) -> IntArray:
    """Where each document starts when all stand in one row with one blank place between them."""
    lengths = np.fromiter((document.characters + 1 for document in material.documents), np.int64)
    return np.cumsum(lengths) - lengths


def ancestry(material: Material) -> tuple[tuple[int, ...], ...]:
    """For every code itself and the codes above it."""
    chains: list[tuple[int, ...]] = []
    for number, code in enumerate(material.codes):
        chains.append((number,) if code.parent < 0 else (number, *chains[code.parent]))
    return tuple(chains)


def rolled_up(material: Material, rollup: bool) -> tuple[IntArray, IntArray]:
    """Code and coding (index) of every coding; with `rollup` once more for every chosen code above its own."""
    codings, chosen = np.arange(material.code.size, dtype=np.int64), material.chosen
    if not rollup:
        return material.code, codings
    chains = ancestry(material)
    if chosen is not None:
        chains = tuple(tuple(one for one in chain if one == chain[0] or one in chosen) for chain in chains)
    lengths = np.fromiter(map(len, chains), np.int64, len(chains))
    flat = np.fromiter((code for chain in chains for code in chain), np.int64, int(lengths.sum()))
    firsts = np.cumsum(lengths) - lengths
    repeats = lengths[material.code]
    coding = np.repeat(codings, repeats)
    step = np.arange(coding.size, dtype=np.int64) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return flat[firsts[material.code[coding]] + step], coding


def case_names(material: Material) -> tuple[str, ...]:
    """The cases that have a part in the chosen documents, in the order of their first part."""
    return tuple(dict.fromkeys(part.case for part in material.case_parts))
