"""How a result was made: what its table carries beside its rows, so that it can be read a year later."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.cases import Variable
from ..domain.coders import Coder
from ..domain.conditions import one_sided
from ..domain.documents import Document
from ..domain.queries import Scope
from ..store.reading import Reading
from .naming import resolve
from .scoping import sets_meant

if TYPE_CHECKING:
    import pandas as pd

Provenance = dict[str, str | int]


def provenance(
    read: Reading, analysis: str, made: Mapping[str, str | int], scope: Scope, options: Mapping[str, Any]
) -> Provenance:
    """What a result is and was made from, by name and in the order in which a reader asks.

    `made` is what the analysis says of itself: rule, measure, unit and n. `options` are those asked for, of which
    `variables`, `folders`, `sets` and `rollup` are told; documents, coders and codes come from `scope`.
    """
    documents: list[Document] = read.documents()
    coders: list[Coder] = read.coders()
    steps = read.steps(most=1)
    paths = read.codebook.paths()
    folders = options.get("folders") or ()
    partly = {document for document, _ in scope.parts}  # of these only a speaker's turns, or a span, were looked at
    return {
        "project": read.study().name,
        "date": steps[-1].time if steps else read.study().created,
        "step": steps[-1].number if steps else 0,
        "analysis": analysis,
        **made,
        "rollup": "yes" if options.get("rollup") else "no",
        "documents": _chosen(
            scope.documents, {one.id: f"{one.name} (in part)" if one.id in partly else one.name for one in documents}
        ),
        "coders": _chosen(scope.coders, {coder.id: coder.name for coder in coders}),
        "codes": _chosen(scope.codes, {code.id: paths[code.id] for code in read.codebook.ordered}),
        "variables": _variables(read, options.get("variables") or {}),
        "folders": "; ".join(sorted([folders] if isinstance(folders, str) else folders)) or "all",
        "document_sets": "; ".join(set_names(read, options.get("sets"))) or "all",
    }


def made_of(table: "pd.DataFrame") -> Provenance:
    """What a table says of how it was made."""
    return {str(name): value for name, value in table.attrs.items()}


def _chosen(wanted: frozenset[UUID] | None, names: Mapping[UUID, str]) -> str:
    """Whether all were taken, else how many and which."""
    if wanted is None:
        return f"all {len(names)}"
    kept = [name for key, name in names.items() if key in wanted]
    return f"{len(kept)} of {len(names)}: {'; '.join(kept)}"


def _variables(read: Reading, wanted: Mapping[str, Iterable[str] | str]) -> str:
    """What is wanted of each variable: `age = 31 or 44 or >= 60; team = north`."""
    told = []
    for name, values in wanted.items():
        variable: Variable = resolve(read, Variable, name)
        plain, bounded = [], []
        for value in sorted(map(str, [values] if isinstance(values, str) else values)):
            found = one_sided(value, variable.type)
            if found is None:
                plain.append(value or "(no value)")
            else:
                bounded.append(" ".join(found))
        named = [f"= {' or '.join(plain)}"] if plain else []
        told.append(f"{variable.name} {' or '.join(named + bounded)}")
    return "; ".join(told) or "all"


def set_names(read: Reading, wanted: Iterable[Any] | str | None) -> list[str]:
    """The names of the document sets a filter names, in the order of the sets."""
    ids = sets_meant(read, wanted) or ()
    return [one.name for one in read.document_sets() if one.id in ids]
