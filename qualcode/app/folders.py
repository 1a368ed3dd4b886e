"""Folders of documents: moving documents and folders, renaming and removing folders, the documents' own order."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from ..domain.documents import Document
from ..domain.errors import NotFound, Phrase, Refused, listed
from ..domain.folders import SEPARATOR, carried, clean_folder, joined, name_of, parent_of, with_those_above, within
from ..domain.folding import spelt
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .naming import resolve_many
from .repointing import follow_folder


def _quoted(folder: str) -> Phrase:
    return listed([folder]) if folder else Phrase("no folder")


@action("Move {names} to {folder}")
def move_documents(
    work: Work, documents: Iterable[Document | UUID | str], folder: str = "", position: int | None = None
) -> list[Document]:
    """Put documents into a folder (`Interviews/First round`, made where it is not there; "" for none).

    `position` is their place (from 0) among the documents of that folder in the documents' own order; None leaves
    the order as it is.
    """
    wanted = {one.id for one in resolve_many(work.read, Document, documents)}
    folder = clean_folder(folder)
    before = work.read.documents()
    moved = [replace(one, folder=folder) for one in before if one.id in wanted]
    after = [replace(one, folder=folder) if one.id in wanted else one for one in before]
    if position is not None:
        after = _placed([one for one in after if one.id not in wanted], moved, folder, position)
        places = sorted(one.position for one in before)
        if len(set(places)) < len(places):
            places = list(range(len(places)))
        after = [replace(one, position=place) for one, place in zip(after, places, strict=True)]
    known = {one.id: one for one in before}
    work.replace([one for one in after if one != known[one.id]])
    work.say(names=listed(one.name for one in moved), folder=_quoted(folder))
    return [one for one in after if one.id in wanted]


def _placed(rest: list[Document], moved: list[Document], folder: str, position: int) -> list[Document]:
    """All documents in an order in which those moved stand at a place of their folder."""
    siblings = [number for number, one in enumerate(rest) if one.folder == folder]
    if not siblings:
        at = len(rest)
    elif position < len(siblings):
        at = siblings[max(0, position)]
    else:
        at = siblings[-1] + 1
    return [*rest[:at], *moved, *rest[at:]]


@action("Rename the folder “{folder}” to “{name}”")
def rename_folder(work: Work, folder: str, name: str) -> str:
    """Give a folder another name where it is; answers its new path."""
    folder = known_folder(work.read, folder)
    name = clean_folder(name)
    if not name or SEPARATOR in name:
        raise Refused("A folder needs one name without “/”. Drag it to put it into another one.")
    target = joined(parent_of(folder), name)
    _refuse_taken(work.read, folder, target)
    _carry(work, folder, target)
    follow_folder(work, folder, target)
    work.say(folder=folder, name=name)
    return target


@action("Move the folder “{folder}” to {into}")
def move_folder(work: Work, folder: str, into: str = "") -> str:
    """Put a folder with all that is in it into another one ("" for none); answers its new path."""
    folder, into = known_folder(work.read, folder), clean_folder(into)
    if within(into, folder):
        raise Refused("The folder “{name}” cannot lie in itself. Choose another place.", name=name_of(folder))
    target = joined(into, name_of(folder))
    _refuse_taken(work.read, folder, target)
    _carry(work, folder, target)
    follow_folder(work, folder, target)
    work.say(folder=folder, into=_quoted(into))
    return target


@action("Remove the folder “{folder}”")
def remove_folder(work: Work, folder: str) -> str:
    """Take a folder away; its documents and folders move up into the one it lies in. No document is removed."""
    folder = known_folder(work.read, folder)
    inside = [one for one in folders_of(work.read) if parent_of(one) == folder]
    _carry(work, folder, parent_of(folder))
    for one in inside:
        follow_folder(work, one, joined(parent_of(folder), name_of(one)))
    work.say(folder=folder)
    return parent_of(folder)


def _carry(work: Work, folder: str, target: str) -> None:
    """All that is in a folder gets the path `target` in the place of the folder's."""
    inside = [one for one in work.read.documents() if within(one.folder, folder)]
    moved = [replace(one, folder=carried(one.folder, folder, target)) for one in inside]
    work.replace([one for one, old in zip(moved, inside, strict=True) if one != old])


def _refuse_taken(read: Reading, folder: str, target: str) -> None:
    if target != folder and target in folders_of(read):
        raise Refused("There is a folder “{name}” there already. Choose another name.", name=name_of(target))


def folders_of(read: Reading) -> list[str]:
    """The paths of all folders, parents first, in the order of the documents."""
    return with_those_above(document.folder for document in read.documents())


def known_folder(read: Reading, folder: str) -> str:
    """The path of a folder there is; one whose last name is the only one of its kind may be named by that alone.

    Raises `NotFound`.
    """
    known = folders_of(read)
    wanted = spelt(folder)  # folders are stored as clean names are
    for found in (
        [path for path in known if path == wanted],
        [path for path in known if path.casefold() == wanted.strip(SEPARATOR).casefold()],
        [path for path in known if name_of(path).casefold() == wanted.casefold()],
    ):
        if len(found) == 1:
            return found[0]
    raise NotFound(
        "There is no folder “{name}”. There are: {names}.", name=folder, names=listed(known) or Phrase("none yet")
    )
