"""Saved queries and smart codes: questions that are kept, and answered anew whenever they are asked.

A smart code is a saved query that stands among the codes: tables list it as a further row, queries can name it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from ..domain import palette
from ..domain.codebook import clean_name
from ..domain.errors import BadInput, Phrase, Refused, listed
from ..domain.ids import new_id
from ..domain.query_language import write_query
from ..domain.query_sentences import sentence
from ..domain.query_tree import Query, SmartCode, from_json, to_json, walk
from ..domain.questions import SavedQuery
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action
from .codebook import checked_color
from .query_names import expanded, named, settled, typed


@dataclass(frozen=True, slots=True)
class ShownQuery:
    """A saved query as it is read: its question as text and as a sentence, who made it."""

    saved: SavedQuery
    text: str
    sentence: Phrase
    coder: str


def saved_queries(read: Reading) -> list[SavedQuery]:
    """All saved queries, smart codes too, by name."""
    found: list[SavedQuery] = read.where("saved_query")
    return sorted(found, key=lambda one: (one.name.casefold(), one.name))


def smart_codes(read: Reading) -> list[SavedQuery]:
    """The smart codes, by name."""
    return [one for one in saved_queries(read) if one.smart]


def shown_queries(read: Reading) -> Iterator[ShownQuery]:
    """All saved queries with what they ask in words."""
    coders = {coder.id: coder.name for coder in read.coders()}
    for saved in saved_queries(read):
        query = named(read, from_json(saved.question))
        yield ShownQuery(saved, write_query(query), sentence(query), coders[saved.coder])


def _free_name(work: Work, name: str, own: UUID | None = None) -> str:
    name = clean_name(name, "query")
    if any(one.name == name and one.id != own for one in work.read.where("saved_query")):
        raise Refused("There is a query “{name}” already. Choose another name.", name=name)
    return name


def _question(work: Work, question: "Query | str", above: tuple[UUID, ...] = ()) -> str:
    """What is kept of a question: its JSON, with ids for names."""
    if not isinstance(question, str | Query):
        raise BadInput(
            "A query is kept as it is typed, as in power AND trust, or as its tree, not as {value}.", value=question
        )
    query = typed(work.read, question) if isinstance(question, str) else settled(work.read, question)
    expanded(work.read, query, above)  # refuses one that would ask for itself
    return to_json(query)


@action("Save the query “{name}”")
def save_query(work: Work, name: str, question: Query | str, comment: str = "") -> SavedQuery:
    """Keep a question under a name: a query as it is typed, or its tree."""
    name = _free_name(work, name)
    work.say(name=name)
    made = SavedQuery(new_id(), name, _question(work, question), 0, "", comment, coder_of(work).id, work.time)
    work.add(made)
    return made


@action("Rename the query “{query.name}” to “{name}”")
def rename_query(work: Work, query: SavedQuery, name: str) -> SavedQuery:
    """Give a saved query or smart code another name."""
    renamed = replace(query, name=_free_name(work, name, query.id))
    if renamed.smart:
        _require_no_code(work, renamed.name)
    work.say(name=renamed.name)
    work.replace(renamed)
    return renamed


@action("Change what the query “{query.name}” asks")
def define_query(
    work: Work, query: SavedQuery, question: Query | str | None = None, comment: str | None = None
) -> SavedQuery:
    """Give a saved query or smart code another question, comment, or both. What would ask for itself is refused."""
    changed = query if question is None else replace(query, question=_question(work, question, (query.id,)))
    changed = changed if comment is None else replace(changed, comment=comment)
    work.replace(changed)
    return changed


@action("Remove the query “{query.name}”")
def remove_query(work: Work, query: SavedQuery) -> SavedQuery:
    """Take a saved query or smart code away. One that another query asks for is kept."""
    users = [one.name for one in saved_queries(work.read) if _asks_for(one, query)]
    if users:
        names = listed(users)
        raise Refused("“{name}” is asked for by {names}. Change these queries first.", name=query.name, names=names)
    work.remove(query)
    return query


def _asks_for(saved: SavedQuery, other: SavedQuery) -> bool:
    key = str(other.id)
    return any(isinstance(one, SmartCode) and one.query == key for one in walk(from_json(saved.question)))


@action("Make “{query.name}” a smart code")
def make_smart(work: Work, query: SavedQuery, color: str = "") -> SavedQuery:
    """Let a saved query stand among the codes: its segments are whatever answers it today."""
    _require_no_code(work, query.name)
    used = [one.color for one in work.read.codebook.ordered] + [one.color for one in smart_codes(work.read)]
    shade = checked_color(color) if color else query.color or palette.next_color(used)
    made = replace(query, smart=1, color=shade)
    work.replace(made)
    return made


@action("Make the smart code “{query.name}” a saved query again")
def unmake_smart(work: Work, query: SavedQuery) -> SavedQuery:
    """Take a smart code out of the codes; its question stays."""
    made = replace(query, smart=0)
    work.replace(made)
    return made


def _require_no_code(work: Work, name: str) -> None:
    if name in work.read.codebook.paths().values():
        raise Refused("There is a code “{name}” already. Give the smart code another name.", name=name)
