"""What reviewers said, by what it is about: threads in codebook order, as they are listed and read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ..domain.errors import Phrase
from ..domain.named_versions import NamedVersion, SignOff
from ..domain.reviews import STATES as NOTE_STATES
from ..domain.reviews import SUGGESTIONS, Review, ReviewNote
from ..store.reading import Reading
from ..store.review_rows import touched_since
from .review_names import names_of, told

STATES = (*NOTE_STATES, "signed")
GONE, CHANGED, RENAMED = "gone since", "changed since", "called “{name}” then"
COLUMNS = (
    "id",
    "about",
    "name",
    "what",
    "author",
    "said",
    "state",
    "text",
    "asks",
    "answer",
    "decided_by",
    "decided",
    "note",
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said: the record, what it asks for in words, and whether what it is about was `changed` since the page
    was made. `replies` are the answers, oldest first."""

    note: ReviewNote
    asks: Phrase | str
    changed: bool
    replies: tuple[ReviewNote, ...] = ()

    @property
    def suggests(self) -> bool:
        """Whether it is a suggestion."""
        return self.note.kind in SUGGESTIONS


@dataclass(frozen=True, slots=True)
class Thread:
    """All that was said of one thing, oldest first; `name` is what it is called now, none where it is gone."""

    kind: str
    about: UUID
    name: str | None
    called: str
    remarks: tuple[Remark, ...]

    @property
    def open(self) -> int:
        """How much of it waits for somebody."""
        return sum(remark.note.state == "open" for remark in self.remarks)


def threads(read: Reading) -> list[Thread]:
    """All threads: of the project and its maps, of themes and codes in codebook order, of relations, of quotes; then
    those of what is gone."""
    notes: list[ReviewNote] = sorted(read.where("review_note"), key=lambda note: (note.said, note.id))
    changed = _changed(read, notes)
    replies: dict[UUID, list[ReviewNote]] = {}
    for note in notes:
        if note.reply_to is not None:
            replies.setdefault(note.reply_to, []).append(note)
    grouped: dict[UUID, list[ReviewNote]] = {}
    for note in notes:
        if note.reply_to is None:
            grouped.setdefault(note.about, []).append(note)
    names = names_of(read, ((own[0].about_kind, about) for about, own in grouped.items()))
    found = [
        Thread(
            kind=own[0].about_kind,
            about=about,
            name=names.get(about),
            called=own[-1].about_name,
            remarks=tuple(
                Remark(note, told(read, note), note.id in changed, tuple(replies.get(note.id, ()))) for note in own
            ),
        )
        for about, own in grouped.items()
    ]
    places = {code.id: place for place, code in enumerate(read.codebook.ordered)}
    order = ("project", "map", "code", "relation", "segment")
    found.sort(
        key=lambda thread: (
            thread.name is None,
            order.index(thread.kind),
            places.get(thread.about, 0),
            thread.called,
            thread.about,
        )
    )
    return found


def _changed(read: Reading, notes: list[ReviewNote]) -> set[UUID]:
    """The notes of reviews whose thing was changed after the state the page was made of."""
    steps = {review.id: review.step for review in read.where("review")}
    by_step: dict[int, list[ReviewNote]] = {}
    for note in notes:
        if note.review is not None and note.about_kind not in ("project", "map"):
            by_step.setdefault(steps[note.review], []).append(note)
    found: set[UUID] = set()
    for step, own in by_step.items():
        touched = touched_since(read, {note.about for note in own}, step)
        found |= {note.id for note in own if note.about in touched}
    return found


@dataclass(frozen=True, slots=True)
class Signature:
    """A sign-off, the version it is about, and the review it came with, if any."""

    sign_off: SignOff
    version: NamedVersion
    review: Review | None


def signatures(read: Reading) -> list[Signature]:
    """All sign-offs, oldest first."""
    versions = {one.id: one for one in read.where("named_version")}
    reviews = {one.id: one for one in read.where("review")}
    found: list[SignOff] = sorted(read.where("sign_off"), key=lambda one: (one.created, one.id))
    return [Signature(one, versions[one.version], reviews.get(one.review) if one.review else None) for one in found]


def note_of(thread: Thread, remark: Remark) -> str:
    """What one should know of what a remark is about: gone, renamed or changed since."""
    if thread.name is None:
        return GONE
    if remark.note.about_name != thread.name:
        return RENAMED.replace("{name}", remark.note.about_name)
    return CHANGED if remark.changed else ""


def review_rows(read: Reading, state: str = "") -> Iterator[tuple[Any, ...]]:
    """A row per remark and answer, and per sign-off; only those in one state if it is given."""
    for thread in threads(read):
        for remark in thread.remarks:
            for note in (remark.note, *remark.replies):
                if state not in ("", note.state):
                    continue
                asks = str(remark.asks) if note is remark.note else ""
                told_of = note_of(thread, remark) if note is remark.note else ""
                yield (
                    str(note.id),
                    thread.kind,
                    thread.name or thread.called,
                    "answer" if note.reply_to else note.kind,
                    note.author,
                    note.said,
                    note.state,
                    note.text,
                    asks,
                    note.answer,
                    note.decided_by,
                    note.decided,
                    told_of,
                )
    for one in signatures(read) if state in ("", "signed") else ():
        sign = one.sign_off
        yield (
            str(sign.id),
            sign.what,
            one.version.name,
            "sign-off",
            sign.signer,
            one.review.saved if one.review else sign.created,
            "signed",
            sign.statement,
            f"step {one.version.step}",
            "",
            "",
            "",
            "",
        )
