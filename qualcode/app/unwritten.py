"""Words typed into a document that are not in the project: their write failed, or waits for an answer. They are kept on
this computer until they were written, or somebody has said that they may go."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.bundle import Bundle, ReadDocument
from ..domain.documents import Document, clean
from ..domain.ids import now
from ..domain.segments import Edit, composed
from .arrivals import Arrival
from .documents import edit_passages
from .exchange import bring_in
from .kept import Kept, Shelf

if TYPE_CHECKING:
    from .project import Project

_shelf = Shelf("typed")


@dataclass(frozen=True, slots=True)
class Unwritten:
    """What was typed on a text: `base` is that text, `edits` (start, end, length) in its positions, `text` what they
    left. `key`, `study` and `document` are hexadecimal ids, as all of this is kept as JSON; `name` is the
    document's."""

    key: str
    study: str
    document: str
    name: str
    base: str
    text: str
    edits: tuple[tuple[int, int, int], ...]
    speakers: str = ""
    language: str = ""
    time: str = ""

    @property
    def changes(self) -> list[tuple[int, int, str]]:
        """The passages of the base and what became of them."""
        return changes_of([Edit(*edit) for edit in self.edits], self.text)

    @property
    def words(self) -> str:
        """What was typed, passage by passage; the passages that were only deleted are left out."""
        return "\n\n".join(words for _, _, words in self.changes if words.strip())


def changes_of(edits: Sequence[Edit], text: str) -> list[tuple[int, int, str]]:
    """The passages that edits changed, in positions of the text before them, and what stands there in `text` after."""
    found, grown = [], 0
    for edit in edits:
        start = edit.start + grown
        found.append((edit.start, edit.end, text[start : start + edit.length]))
        grown += edit.length - (edit.end - edit.start)
    return found


def joined(first: Unwritten, then: Unwritten) -> Unwritten | None:
    """Two bursts as one, where the second was typed on what the first left; None where it was not."""
    if first.document != then.document or first.text != then.base:
        return None
    edits = [Edit(*edit) for edit in first.edits]
    for start, end, length in reversed(then.edits):
        edits = composed(edits, Edit(start, end, length))
    return replace(first, text=then.text, edits=tuple((edit.start, edit.end, edit.length) for edit in edits))


def put_aside(one: Unwritten) -> bool:
    """Keep it in a file; whether the disk took it."""
    return _shelf.put(one.study, one.key, asdict(replace(one, time=now())))


def drop(study: str, key: str) -> None:
    """It is in the project now, or was given up."""
    _shelf.drop(study, key)


def let_go(study: str, key: str) -> None:
    """The project is closed: whoever opens it next is offered this."""
    _shelf.let_go(study, key)


def take_up(study: str) -> list[Unwritten]:
    """What was kept about a project and no running program holds, oldest first; from now on it is in these hands."""
    found = []
    for left in _shelf.left(study):
        kept = _shelf.take(study, left["key"]) if _unwritten(left) is not None else None
        one = _unwritten(kept) if kept is not None else None
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: one.time)


def write_again(project: "Project", one: Unwritten) -> Document:
    """Write it where its passages stand now."""
    return edit_passages(project, UUID(hex=one.document), one.changes, one.base)


def write_as_new(project: "Project", one: Unwritten) -> Document | None:
    """Make a document of its own of the whole text, with a free name; None where the project has such a one."""
    text = clean(one.text).text
    read = ReadDocument(one.name, text, "txt", language=one.language, speakers=one.speakers)
    arrival = Arrival(f"{one.name}.txt", text.encode("utf-8"), Bundle(documents=(read,)))
    return next(iter(bring_in(project, [arrival], "keep-both").documents), None)


def _unwritten(kept: Kept) -> Unwritten | None:
    """What a file keeps; None where it is something else."""
    try:
        values = {one.name: kept[one.name] for one in fields(Unwritten)}
        edits = tuple((int(start), int(end), int(length)) for start, end, length in values.pop("edits"))
        UUID(hex=values["document"])
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    return Unwritten(edits=edits, **values) if all(isinstance(value, str) for value in values.values()) else None
