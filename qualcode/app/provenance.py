"""How a result was made: what its table carries beside its rows, so that it can be read a year later."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.coders import Coder
from ..domain.documents import Document
from ..domain.queries import Scope
from ..store.reading import Reading

if TYPE_CHECKING:
    import pandas as pd

Provenance = dict[str, str | int]


def provenance(
    read: Reading, analysis: str, made: Mapping[str, str | int], scope: Scope, options: Mapping[str, Any]
) -> Provenance:
    """What a result is and was made from, by name and in the order in which a reader asks.

    `made` is what the analysis says of itself: rule, measure, unit and n. `options` are those asked for, of which
    `variables`, `folders` and `rollup` are told; documents, coders and codes come from `scope`.
    """
    documents: list[Document] = read.documents()
    coders: list[Coder] = read.coders()
    steps = read.steps(most=1)
    paths = read.codebook.paths()
    return {
        "project": read.study().name,
        "date": steps[-1].time if steps else read.study().created,
        "step": steps[-1].number if steps else 0,
        "analysis": analysis,
        **made,
        "rollup": "yes" if options.get("rollup") else "no",
        "documents": _chosen(scope.documents, {document.id: document.name for document in documents}),
        "coders": _chosen(scope.coders, {coder.id: coder.name for coder in coders}),
        "codes": _chosen(scope.codes, {code.id: paths[code.id] for code in read.codebook.ordered}),
        "variables": _variables(options.get("variables") or {}),
        "folders": "; ".join(sorted(options.get("folders") or ())) or "all",
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


def _variables(wanted: Mapping[str, Iterable[str] | str]) -> str:
    told = (
        f"{name} = {values if isinstance(values, str) else ' or '.join(sorted(map(str, values)))}"
        for name, values in wanted.items()
    )
    return "; ".join(told) or "all"
