"""Directories that are brought in: the files in them that can be read, and the folders their documents go into."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..domain.documents import clean
from ..domain.errors import BadInput
from ..domain.folders import SEPARATOR

MOST_FILES = 20_000


def spread(paths: Iterable[str | Path]) -> list[tuple[Path, str]]:
    """Each file with the folder its documents go into ("" for a file that was named itself).

    A directory stands for the files in it and below it whose kind is known, in the order of their names; its own
    name and those of the directories below are the folders. Hidden files, and links to other places, are passed
    over. Raises `BadInput` for a directory without a file that can be read, or with far too many.
    """
    found: list[tuple[Path, str]] = []
    for path in map(Path, paths):
        if _is_directory(path):
            inside = list(_files(path, _name(path.absolute())))
            if not inside:
                raise BadInput("There is no file in “{name}” that can be read. Choose the files in it.", name=path.name)
            found += inside
        else:
            found.append((path, ""))
    return found


def _is_directory(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # reading it says why not


def _name(path: Path) -> str:
    """A directory's name as one folder: it may hold what parts folders, or nothing that can be seen."""
    return " ".join(clean(path.name).text.replace(SEPARATOR, " ").split())


def _files(directory: Path, folder: str) -> Iterator[tuple[Path, str]]:
    from ..formats.registry import SUFFIXES

    number = 0
    below: list[tuple[Path, str]] = [(directory, folder)]
    while below:
        place, name = below.pop(0)
        try:
            entries = sorted(place.iterdir(), key=lambda entry: entry.name)
        except OSError:
            raise BadInput("You may not read “{name}”. Ask its owner or copy it elsewhere.", name=place.name) from None
        for entry in entries:
            if entry.name.startswith((".", "~$")) or entry.is_symlink():
                continue
            if entry.is_dir():
                below.append((entry, SEPARATOR.join(filter(None, (name, _name(entry))))))
            elif entry.suffix.casefold() in SUFFIXES and entry.is_file():
                number += 1
                if number > MOST_FILES:
                    raise BadInput(
                        "“{name}” holds more than {number} files. Choose one of the folders in it.",
                        name=directory.name,
                        number=MOST_FILES,
                    )
                yield entry, name
