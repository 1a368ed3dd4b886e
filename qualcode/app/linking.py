"""Links between segments: one passage contradicts, continues or explains another, whoever coded them.

A link belongs to who made it, but it is a remark on the material: like a memo, anybody in the team may change it or
take it away, and the history says who did.
"""

from dataclasses import replace
from uuid import UUID

from ..domain.codings import Segment
from ..domain.documents import clean
from ..domain.errors import BadInput, Refused
from ..domain.ids import new_id
from ..domain.links import LONGEST_RELATION, Link
from ..domain.visible import is_visible
from ..store.work import Work
from .acting import coder_of
from .action import action


@action("Link two segments: {relation}")
def link_segments(work: Work, source: Segment, target: Segment, relation: str, comment: str = "") -> Link:
    """Say how one segment relates to another: `source` contradicts, continues, … `target`; own words will do.

    The same link is there once: making it again changes nothing, not even its comment. Raises `Refused` where a
    segment is to be linked with itself.
    """
    if source.id == target.id:
        raise Refused("A segment cannot be linked with itself. Choose another one.")
    relation = checked_relation(relation)
    work.say(relation=relation)
    twin = _twin(work, source.id, target.id, relation)
    if twin is not None:
        return twin
    link = Link(new_id(), source.id, target.id, relation, clean(comment).text.strip(), coder_of(work).id, work.time)
    work.add(link)
    return link


@action("Change a link between two segments")
def change_link(work: Work, link: Link, relation: str | None = None, comment: str | None = None) -> Link:
    """Give a link another relation, another comment, or both; None leaves what is there."""
    changed = replace(
        link,
        relation=link.relation if relation is None else checked_relation(relation),
        comment=link.comment if comment is None else clean(comment).text.strip(),
    )
    _require_single(work, changed)
    work.replace(changed)
    return changed


@action("Turn a link round: {link.relation}")
def turn_link(work: Work, link: Link) -> Link:
    """Let a link lead the other way: its target becomes its source."""
    turned = replace(link, source=link.target, target=link.source)
    _require_single(work, turned)
    work.replace(turned)
    return turned


@action("Remove a link between two segments: {link.relation}")
def remove_link(work: Work, link: Link) -> Link:
    """Take a link away; both segments stay."""
    work.remove(link)
    return link


def checked_relation(relation: str) -> str:
    """A relation on one line. Raises `BadInput` where it says nothing or too much."""
    tidy = " ".join(clean(relation).text.split())
    if not is_visible(tidy):
        raise BadInput("A link needs to say how the two segments relate, such as: contradicts.")
    if len(tidy) > LONGEST_RELATION:
        raise BadInput(
            "A relation has at most {limit} characters. Put the rest into the comment.", limit=LONGEST_RELATION
        )
    return tidy


def _twin(work: Work, source: UUID, target: UUID, relation: str) -> Link | None:
    return next(
        (
            link
            for link in work.read.links([source])
            if (link.source, link.target, link.relation) == (source, target, relation)
        ),
        None,
    )


def _require_single(work: Work, link: Link) -> None:
    twin = _twin(work, link.source, link.target, link.relation)
    if twin is not None and twin.id != link.id:
        raise Refused("These two segments are linked in this way already.")
