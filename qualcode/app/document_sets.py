"""Document sets: choices of documents across folders, to be looked at, searched and counted together."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from ..domain.codebook import clean_name
from ..domain.document_sets import DocumentSet, DocumentSetMember
from ..domain.documents import Document
from ..domain.errors import Refused, listed
from ..domain.ids import new_id
from ..store.work import Work
from .action import action
from .naming import resolve_many


def _free_name(work: Work, name: str, own: UUID | None = None) -> str:
    name = clean_name(name, "document set")
    if any(one.name == name and one.id != own for one in work.read.document_sets()):
        raise Refused("There is a document set “{name}” already. Choose another name.", name=name)
    return name


def _put_in(work: Work, document_set: DocumentSet, documents: Iterable[Document | UUID | str]) -> list[Document]:
    """Add documents to a set; answers those that were not in it yet."""
    there = {member.document for member in work.read.document_set_members(document_set=document_set.id)}
    added = [one for one in resolve_many(work.read, Document, documents) if one.id not in there]
    work.add(DocumentSetMember(new_id(), document_set.id, one.id) for one in added)
    return added


@action("Make the document set “{name}”")
def add_document_set(work: Work, name: str, documents: Iterable[Document | UUID | str] = ()) -> DocumentSet:
    """Make a set of documents, last among the sets."""
    name = _free_name(work, name)
    work.say(name=name)
    position = max((one.position for one in work.read.document_sets()), default=-1) + 1
    made = DocumentSet(new_id(), name, position, work.time)
    work.add(made)
    _put_in(work, made, documents)
    return made


@action("Rename the document set “{document_set.name}” to “{name}”")
def rename_document_set(work: Work, document_set: DocumentSet, name: str) -> DocumentSet:
    """Give a set of documents another name."""
    renamed = replace(document_set, name=_free_name(work, name, document_set.id))
    work.say(name=renamed.name)
    work.replace(renamed)
    return renamed


@action("Remove the document set “{document_set.name}”")
def remove_document_set(work: Work, document_set: DocumentSet) -> DocumentSet:
    """Take a set away; its documents stay in the project."""
    work.remove(work.read.document_set_members(document_set=document_set.id))
    work.remove(document_set)
    return document_set


@action("Put {names} into the document set “{document_set.name}”")
def add_to_document_set(
    work: Work, document_set: DocumentSet, documents: Iterable[Document | UUID | str]
) -> DocumentSet:
    """Add documents to a set; those that are in it stay."""
    added = _put_in(work, document_set, documents)
    work.say(names=listed(one.name for one in added))
    return document_set


@action("Take {names} out of the document set “{document_set.name}”")
def remove_from_document_set(
    work: Work, document_set: DocumentSet, documents: Iterable[Document | UUID | str]
) -> DocumentSet:
    """Take documents out of a set; they stay in the project."""
    wanted = {one.id: one for one in resolve_many(work.read, Document, documents)}
    members = work.read.document_set_members(document_set=document_set.id)
    gone = [member for member in members if member.document in wanted]
    work.remove(gone)
    work.say(names=listed(wanted[member.document].name for member in gone))
    return document_set


@action("Put the document set “{document_set.name}” elsewhere among the sets")
def move_document_set(work: Work, document_set: DocumentSet, position: int) -> DocumentSet:
    """Let a set stand as number `position` (from 0) among the sets."""
    rest = [one for one in work.read.document_sets() if one.id != document_set.id]
    at = max(0, min(position, len(rest)))
    ordered = [*rest[:at], document_set, *rest[at:]]
    work.replace([replace(one, position=number) for number, one in enumerate(ordered) if one.position != number])
    return document_set
