"""Folders of documents: a path of names as text, `Interviews/First round`; one exists while a document is in it."""

from collections.abc import Collection, Iterable

from .codebook import clean_name
from .errors import BadInput

SEPARATOR = "/"
_DEEPEST = 12


def clean_folder(folder: str) -> str:
    """A folder as it is stored: clean names with `/` between them, none empty; "" for no folder.

    Raises `BadInput` for a path too deep to be meant.
    """
    parts = [clean_name(part, "folder") for part in folder.split(SEPARATOR) if part.strip()]
    if len(parts) > _DEEPEST:
        raise BadInput("Folders may be {limit} deep; this one is {depth}.", limit=_DEEPEST, depth=len(parts))
    return SEPARATOR.join(parts)


def parent_of(folder: str) -> str:
    """The folder a folder lies in; "" at the top."""
    return folder.rpartition(SEPARATOR)[0]


def name_of(folder: str) -> str:
    """The last name of a path."""
    return folder.rpartition(SEPARATOR)[2]


def joined(parent: str, name: str) -> str:
    """The path of a folder of this name in another one ("" for the top)."""
    return f"{parent}{SEPARATOR}{name}" if parent else name


def within(folder: str, above: str) -> bool:
    """Whether a folder is `above` or lies somewhere below it; everything lies below ""."""
    return not above or folder == above or folder.startswith(above + SEPARATOR)


def carried(path: str, folder: str, target: str) -> str:
    """The path of a folder once `folder` has become `target` ("" for the top); as it is where it lies elsewhere."""
    if not path or not within(path, folder):
        return path
    return joined(target, path[len(folder) + 1 :]).strip(SEPARATOR)


def within_any(folder: str, wanted: Collection[str]) -> bool:
    """Whether a folder is one of those wanted, or below one of them."""
    if folder in wanted:
        return True
    return any(folder[:at] in wanted for at, char in enumerate(folder) if char == SEPARATOR)


def with_those_above(folders: Iterable[str]) -> list[str]:
    """All folders that these paths name, those above them too, each once, parents first."""
    found: dict[str, None] = {}
    for folder in folders:
        parts = folder.split(SEPARATOR)
        for depth in range(1, len(parts) + 1):
            found[SEPARATOR.join(parts[:depth])] = None
    found.pop("", None)
    return list(found)
