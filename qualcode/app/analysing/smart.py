"""Smart codes among the codes: the answers to saved queries as further codes of what is looked at."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...domain.errors import NotFound, Phrase, Refused
from ...domain.query_tree import SmartCode
from ...domain.questions import SavedQuery
from ..queries import smart_codes
from ..query_names import NO_ANSWER

if TYPE_CHECKING:
    from ...analysis.material import Material
    from ..retrieving import Retrieved
    from .registry import Asked

_COLUMNS = ("document", "code", "coder", "start", "end")


def with_smart_codes(asked: "Asked") -> "tuple[Material, dict[int, Phrase]]":
    """The material with every smart code as a code behind all others, its codings those that answer its query, one for
    each span and coder; and of those whose query asks for something that is gone (by number) a sentence that says so.

    A filter by codes takes nothing out of what a query is asked of.
    """
    import numpy as np

    from ...analysis.material import CodeInfo

    with asked.project.read() as read:
        saved = smart_codes(read)
    material = asked.material
    coders = list(material.coders)
    names = (*_COLUMNS, "made") if asked.dated else _COLUMNS
    columns = {name: [getattr(material, name)] for name in names}
    unanswered: dict[int, Phrase] = {}
    for number, one in enumerate(saved, len(material.codes)):
        try:
            found = _answered(asked, one)
        except (NotFound, Refused) as error:
            values: dict[str, Any] = error.values
            reason = Phrase(error.template, **values)
            own = error.template == NO_ANSWER.template and values["name"] == one.name
            unanswered[number] = reason if own else Phrase(NO_ANSWER.template, name=one.name, reason=reason)
            continue
        own, rows = found.material, np.flatnonzero(found.codings)
        places = np.stack([own.document[rows], own.coder[rows], own.start[rows], own.end[rows]])
        rows = rows[np.unique(places, axis=1, return_index=True)[1]]
        coders += [name for name in own.coders if name not in coders]
        kept = {name: getattr(own, name)[rows] for name in names}
        kept["code"] = np.full(rows.size, number, dtype=np.int64)
        kept["coder"] = np.array([coders.index(name) for name in own.coders] or [0], dtype=np.int64)[kept["coder"]]
        for name, column in kept.items():
            columns[name].append(column)
    used = set(np.concatenate(columns["coder"]).tolist()) | set(range(len(material.coders)))
    coding: dict[str, Any] = {name: np.concatenate(parts).astype(np.int64) for name, parts in columns.items()}
    who = sorted(used)
    coding["coder"] = np.searchsorted(who, coding["coder"]).astype(np.int64)
    if not asked.dated:
        coding["made"] = np.empty(0, np.int64)  # as many as there are codings, or none
    infos = tuple(CodeInfo(one.id, one.name, one.name, "smart", one.color, -1) for one in saved)
    whole = replace(material, codes=material.codes + infos, coders=tuple(coders[number] for number in who), **coding)
    return whole, unanswered


def _answered(asked: "Asked", saved: SavedQuery) -> "Retrieved":
    return asked.project.analyses.retrieval.ask(
        SmartCode(str(saved.id)), replace(asked.scope, codes=None), asked.progress, asked.dated
    )
