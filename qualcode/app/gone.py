"""What questions name although it is no longer in the project: what it was called, and the sentence that says so."""

from typing import Any
from uuid import UUID

from ..domain.codebook import PATH_SEPARATOR, Code
from ..domain.errors import NotFound, Phrase
from ..store import trails
from ..store.reading import Reading

NO_LONGER = {
    "code": Phrase("The code “{name}” is no longer in the project."),
    "document": Phrase("The document “{name}” is no longer in the project."),
    "case": Phrase("The case “{name}” is no longer in the project."),
    "variable": Phrase("The variable “{name}” is no longer in the project."),
    "coder": Phrase("The coder “{name}” is no longer in the project."),
    "document_set": Phrase("The document set “{name}” is no longer in the project."),
    "theme_map": Phrase("The map “{name}” is no longer in the project."),
    "saved_query": Phrase("The saved query “{name}” is no longer in the project."),
}


def last_name(read: Reading, kind: str, key: UUID) -> str:
    """What a thing that is gone was called at last, of a code its path; "" where the history knows of none."""
    found = _last(read, kind, key)
    if not isinstance(found, Code):
        return str(found.name) if found is not None else ""
    names, seen = [found.name], {found.id}
    while found is not None and found.parent is not None and found.parent not in seen:
        seen.add(found.parent)
        found = read.codebook.by_id.get(found.parent) or _last(read, kind, found.parent)
        names += [found.name] if found is not None else []
    return PATH_SEPARATOR.join(reversed(names))


def removed(name: str) -> Phrase:
    """How a thing that is gone is called where it is listed."""
    return Phrase("{name} (removed)", name=name)


def bare(name: str) -> str:
    """What `removed` was said of; "" where a name was not written by it."""
    mark = removed("")
    return name[: -len(mark)] if name.endswith(mark) else ""


def came_back(read: Reading, code: UUID) -> bool:
    """Whether a code that is there was once removed: an undo brought it back."""
    return any(found is None for _, found in trails.trail(read, "code", [code]).get(code, ())[1:])


def no_longer(read: Reading, kind: str, key: UUID) -> NotFound:
    """What is said of a thing that is asked for and gone."""
    return NotFound(NO_LONGER[kind].template, name=last_name(read, kind, key) or str(key))


def _last(read: Reading, kind: str, key: UUID) -> Any:
    passed = trails.trail(read, kind, [key]).get(key, ())
    return next((found for _, found in reversed(passed) if found is not None), None)
