"""How a question is kept: what it names by id, so that it is still the same question after things were renamed.

Kept is a JSON object with `options` and `filters` as they were asked. A thing that was named is an object in there:
its `kind`, its `id`, and the `name` it had, by which it is called where the history does not know it any more.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.cases import Case, Variable
from ..domain.codebook import Code
from ..domain.coders import Coder
from ..domain.document_sets import DocumentSet
from ..domain.documents import Document
from ..domain.errors import Ambiguous, Damaged, NotFound, Phrase, QualcodeError
from ..domain.options import LIST, Option, options_from, options_of
from ..domain.query_language import write_query
from ..domain.query_tree import from_json, to_json
from ..domain.questions import BasketItem, SavedQuery
from ..domain.theme_maps import ThemeMap
from ..store.reading import Reading
from .analysing.files import split
from .analysing.registry import Analysis
from .analysing.registry import named as analysis_named
from .folders import known_folder
from .gone import NO_LONGER, last_name, removed
from .naming import RESOLVERS, resolve
from .query_names import named as named_query
from .query_names import settled, typed
from .scoping import ids_meant, known_variable, make_scope, split_names

_NAMED: dict[str, type[Any]] = {  # what `Option.names` says
    "code": Code,
    "theme": Code,
    "document": Document,
    "case": Case,
    "variable": Variable,
    "side": Variable,
    "coder": Coder,
    "map": ThemeMap,
    "query": SavedQuery,
}
NAMED_KINDS = tuple(NO_LONGER)  # a step that touches one may change a name in a question
_FILTERS: dict[str, type[Any]] = {"documents": Document, "coders": Coder, "codes": Code, "sets": DocumentSet}
_LABELS = {
    "documents": Phrase("Documents"),
    "coders": Phrase("Coders"),
    "codes": Phrase("Codes"),
    "variables": Phrase("Variables"),
    "folders": Phrase("Folders"),
    "sets": Phrase("Document sets"),
}
_GONE_FROM_QUERY = Phrase("Something that the query “{name}” asks for is no longer in the project.")


# ── to be kept ─────────────────────────────────────────────────────────────────────────────────────────────
def kept(read: Reading, analysis: Analysis, form: str, given: Mapping[str, Any]) -> str:
    """Options and filters of an analysis as they are kept. Raises as the analysis does for what is none of its."""
    filters, plain = split(given)
    options = options_from(analysis.options, analysis.name, plain, form)
    known = {name: each for name, each, _ in options_of(analysis.options)}
    make_scope(read, **filters)
    said = {name: _kept_option(read, analysis, name, known[name], getattr(options, name)) for name in plain}
    return json.dumps(
        {"options": said, "filters": _kept_filters(read, filters)}, ensure_ascii=False, sort_keys=True, default=str
    )


def _kept_option(read: Reading, analysis: Analysis, name: str, each: Option, value: Any) -> Any:
    if is_query(analysis, name) and value.strip():
        query = typed(read, value)
        return {"kind": "query_tree", "query": to_json(query), "name": value.strip()}
    record = _NAMED.get(each.names)
    if record is None or not value:
        return list(value) if each.kind == LIST else value
    if each.kind == LIST:
        return [_thing(read, record, text) for text in value]
    return _thing(read, record, value)


def is_query(analysis: Analysis, option: str) -> bool:
    """Whether an option holds a query as text, with names in it."""
    return analysis.group == "retrieval" and option == "query"


def _thing(read: Reading, record: type[Any], text: str) -> Any:
    """What a text names; the text itself where it is a word of the analysis, or names several things."""
    try:
        return _told(read, resolve(read, record, text))
    except (NotFound, Ambiguous):
        found = [_one(read, record, part) for part in split_names(text)] if "," in text else []
        return found if found and None not in found else text


def _one(read: Reading, record: type[Any], text: str) -> Any:
    try:
        return _told(read, resolve(read, record, text))
    except (NotFound, Ambiguous):
        return None


def _told(read: Reading, thing: Any) -> dict[str, str]:
    name = read.codebook.paths()[thing.id] if isinstance(thing, Code) else thing.name
    return {"kind": RESOLVERS[type(thing)][0], "id": str(thing.id), "name": name}


def _kept_filters(read: Reading, filters: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in filters.items():
        if key in _FILTERS:
            ids = ids_meant(read, _FILTERS[key], value)
            if ids is not None:
                told = [_told(read, thing) for thing in read.records(RESOLVERS[_FILTERS[key]][0], list(ids))]
                found[key] = sorted(told, key=lambda one: (one["name"], one["id"]))
        elif key == "variables":
            found[key] = [
                {**_told(read, known_variable(read, name)), "values": _texts(wanted)}
                for name, wanted in (value or {}).items()
            ]
        elif key == "folders" and value is not None:
            found[key] = [known_folder(read, folder) if folder else "" for folder in _texts(value)]
        elif value is not None:
            found[key] = _texts(value)
    return found


def _texts(value: Iterable[Any] | str) -> list[str]:
    return [value] if isinstance(value, str) else [str(one) for one in value]


# ── to be asked again ──────────────────────────────────────────────────────────────────────────────────────
def asked_again(read: Reading, item: BasketItem) -> dict[str, Any]:
    """Options and filters of a kept question, what they name under its present names.

    Raises `NotFound` for what is gone from the project, by the name it had, and `Damaged` for what is no question.
    """
    analysis = analysis_named(item.analysis)
    try:
        question = json.loads(item.options)
        options, filters = dict(question["options"]), dict(question["filters"])
    except (ValueError, TypeError, KeyError):
        raise Damaged("What “{title}” asks cannot be read. Remove it and send it anew.", title=item.title) from None
    kinds = {name: each.kind for name, each, _ in options_of(analysis.options)}
    given: dict[str, Any] = {}
    for name, value in options.items():
        given[name] = _option(read, value, kinds.get(name) == LIST)
    for name, value in filters.items():
        given[name] = _filter(read, name, value)
    return given


def _option(read: Reading, value: Any, several: bool) -> Any:
    if isinstance(value, list) and several:
        return tuple(_option(read, one, several=False) for one in value)
    if isinstance(value, list):
        return ",".join('"' + _option(read, one, several=False).replace('"', '""') + '"' for one in value)
    if not isinstance(value, dict):
        return value
    if value["kind"] == "query_tree":
        return _query(read, value)
    thing = _there(read, value)
    if not isinstance(thing, Code):
        return thing.name
    paths = read.codebook.paths()
    return paths[thing.id] if list(paths.values()).count(paths[thing.id]) == 1 else str(thing.id)


def _query(read: Reading, value: Mapping[str, str]) -> str:
    try:
        return write_query(named_query(read, settled(read, from_json(value["query"]))))
    except NotFound:  # it says what is gone
        raise
    except QualcodeError as error:
        raise NotFound(_GONE_FROM_QUERY.template, name=value["name"]) from error


def _filter(read: Reading, name: str, value: list[Any]) -> Any:
    if name == "variables":
        return {_there(read, one).name: one["values"] for one in value}
    return [one if isinstance(one, str) else _there(read, one).id for one in value]


def _there(read: Reading, told: Mapping[str, str]) -> Any:
    """The thing that was meant. Raises `NotFound` where it is gone."""
    found = read.records(told["kind"], [UUID(told["id"])])
    if not found:
        raise NotFound(NO_LONGER[told["kind"]].template, name=_name_it_had(read, told))
    return found[0]


def called_now(read: Reading, items: Iterable[BasketItem]) -> list[BasketItem]:
    """The same with the present names in their questions, to be told; what is gone is said to be removed."""
    known: dict[tuple[str, str], str] = {}
    found = []
    for item in items:
        try:
            said = json.dumps(_called(read, json.loads(item.options), known), ensure_ascii=False)
        except (ValueError, TypeError, KeyError, QualcodeError):  # another program wrote it
            said = item.options
        found.append(replace(item, options=said))
    return found


def _called(read: Reading, value: Any, known: dict[tuple[str, str], str]) -> Any:
    if isinstance(value, list):
        return [_called(read, one, known) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("kind") == "query_tree":
        return {**value, "name": write_query(named_query(read, from_json(value["query"])))}
    if "id" not in value:
        return {key: _called(read, one, known) for key, one in value.items()}
    asked = str(value["kind"]), str(value["id"])
    if asked not in known:
        thing = read.by_id(asked[0], UUID(asked[1]))
        known[asked] = _told(read, thing)["name"] if thing is not None else ""
    if known[asked]:
        return {**value, "name": known[asked]}
    return {**value, "name": _name_it_had(read, value), "removed": True}


def _name_it_had(read: Reading, told: Mapping[str, str]) -> str:
    return last_name(read, told["kind"], UUID(told["id"])) or told["name"]


def told_of(item: BasketItem) -> str:
    """What is asked, in a line: `rule = turn; documents = P01, P02`; names as they were kept, see `called_now`."""
    try:
        question = json.loads(item.options)
        pairs = [*question["options"].items(), *question["filters"].items()]
        return "; ".join(f"{name.replace('_', ' ')} = {_said(value, str)}" for name, value in pairs)
    except (ValueError, TypeError, KeyError, AttributeError):
        return ""


def question_of(item: BasketItem, say: Callable[[str], str] = str) -> list[str]:
    """What is asked, a line for each option and filter, by the names of their controls; names as in `told_of`."""
    try:
        question = json.loads(item.options)
        pairs = [*question["options"].items(), *question["filters"].items()]
        known = {name: each for name, each, _ in options_of(analysis_named(item.analysis).options)}
        lines = []
        for name, value in pairs:
            each = known.get(name) if name in question["options"] else None
            label = say(each.label) if each is not None else say(_LABELS.get(name, name))
            chosen = dict(each.choices).get(value, "") if each is not None and isinstance(value, str) else ""
            lines.append(f"{label}: {say(chosen) if chosen else _said(value, say)}")
        return lines
    except (ValueError, TypeError, KeyError, AttributeError, QualcodeError):
        return []


def _said(value: Any, say: Callable[[str], str]) -> str:
    if isinstance(value, bool):
        return say(Phrase("yes") if value else Phrase("no"))
    if isinstance(value, list):
        return ", ".join(_said(one, say) for one in value)
    if isinstance(value, dict):
        name = say(removed(value["name"])) if value.get("removed") else str(value["name"])
        return f"{name}: {_said(value['values'], say)}" if "values" in value else name
    return str(value)
