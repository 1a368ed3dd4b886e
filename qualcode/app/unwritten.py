"""Words typed into a document that are not in the project: their write failed, or waits for an answer. They are kept on
this computer until they were written, or somebody has said that they may go."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.bundle import Bundle, ReadDocument
from ..domain.documents import Document, clean
from ..domain.errors import Refused
from ..domain.ids import now
from ..domain.segments import Edit, composed
from ..store import presence
from .arrivals import Arrival
from .documents import edit_passages
from .exchange import bring_in
from .settings import drafts_folder

if TYPE_CHECKING:
    from .project import Project

_FOLDER, _SUFFIX = "typed", ".json"
_ours: set[str] = set()  # kept by this process: they are still in somebody's hands


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
    host: str = ""
    process: int = 0

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
    """Keep it in a file, in one stroke; whether the disk took it."""
    _ours.add(one.key)
    kept = replace(one, time=now(), host=platform.node(), process=os.getpid())
    try:
        target = _place(one.study, one.key)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = target.with_suffix(".new")
        new.write_text(json.dumps(asdict(kept), ensure_ascii=False), "utf-8", errors="replace")
        new.replace(target)
    except (OSError, Refused):
        return False
    return True


def drop(study: str, key: str) -> None:
    """It is in the project now, or was given up."""
    _ours.discard(key)
    try:
        _place(study, key).unlink(missing_ok=True)
    except (OSError, Refused):
        return


def let_go(key: str) -> None:
    """The project is closed: whoever opens it next is offered this."""
    _ours.discard(key)


def left_behind(study: str) -> list[Unwritten]:
    """What was kept about a project and no running program holds, oldest first."""
    try:
        files = sorted(_place(study, "any").parent.glob(f"*{_SUFFIX}"))
    except (OSError, Refused):
        return []
    found = [one for one in map(_read, files) if one is not None and one.study == study and not _held(one)]
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


def _place(study: str, key: str) -> Path:
    return drafts_folder() / study / _FOLDER / f"{key}{_SUFFIX}"


def _read(file: Path) -> Unwritten | None:
    """What a file keeps; None where it cannot be read, or holds something else."""
    try:
        found = json.loads(file.read_text("utf-8"))
        edits = tuple((int(start), int(end), int(length)) for start, end, length in found.pop("edits"))
        one = Unwritten(edits=edits, **found)
        for identity in (one.key, one.study, one.document):
            UUID(hex=identity)
        sound = all(isinstance(words, str) for words in (one.name, one.base, one.text, one.speakers, one.language))
        return one if sound and isinstance(one.process, int) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _held(one: Unwritten) -> bool:
    """Whether a window still has it: one of ours, or one in another program that runs on this computer."""
    if one.key in _ours:
        return True
    return one.process != os.getpid() and one.host == platform.node() and presence.alive(one.process)
