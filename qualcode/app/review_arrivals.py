"""Review files coming back: one step that records the review and what is new in it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

from ..domain.codebook import NAME_LIMIT
from ..domain.documents import clean
from ..domain.errors import BadInput, Refused
from ..domain.history import Step
from ..domain.named_versions import SIGNED
from ..domain.reviews import MARKS, Review, ReviewNote, reviewer_name
from ..domain.visible import is_visible
from ..formats.review_files import SUFFIX, ReviewFile, Said, read_review
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action
from .project import Project
from .review_names import KIND_OF_TARGET, RECORDS
from .reviews import REDEFINED, SUGGESTED, first_state, own_mark
from .sign_offs import signed

UNNAMED = "Reviewer"  # who gave no name


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review file brought: how many comments, marks, suggestions and sign-offs are new, and of how many things
    said what they are about is gone; `review` is its record, `first` whether no save of it was there before, `step` the
    number of the step (None: nothing changed)."""

    review: Review
    comments: int = 0
    marks: int = 0
    suggestions: int = 0
    sign_offs: int = 0
    gone: int = 0
    first: bool = False
    step: int | None = None

    @property
    def new(self) -> int:
        """How much is new."""
        return self.comments + self.marks + self.suggestions + self.sign_offs


def is_review(path: str | Path) -> bool:
    """Whether a file is a review by its name."""
    return Path(path).suffix.casefold() == SUFFIX


def read_review_file(path: str | Path) -> ReviewFile:
    """Read a review file without touching a project. Raises `BadInput` for what is none, or was changed since."""
    from ..formats.registry import load

    place = Path(path)
    return read_review(clean(place.name).text, load(place))


def import_reviews(project: Project, paths: Sequence[str | Path], dry_run: bool = False) -> list[Reviewed]:
    """Bring review files in, each as a step of its own, what was saved first before what was saved later; nothing is
    changed if one of them cannot be used, or for a `dry_run`. What each brought, in the order of the files."""
    found = [(clean(Path(path).name).text, read_review_file(path)) for path in paths]
    order = sorted(range(len(found)), key=lambda place: datetime.fromisoformat(found[place][1].saved))
    steps = [partial(import_review.within, review=found[place][1], name=found[place][0]) for place in order]
    made = dict(zip(order, rehearse(project, steps), strict=True))
    if not dry_run:
        made = {place: _imported(project, *found[place]) for place in order}
    return [made[place] for place in range(len(found))]


def rehearse(project: Project, steps: Iterable[Callable[[Work], Any]]) -> list[Any]:
    """Do these one after the other and take all of it back; what each gave. Raises what any of them raises: so one
    knows before the first that the last can be done, too."""
    done: list[Any] = []
    try:
        with project.writing("reviews.rehearse", "") as work:
            done.extend(step(work) for step in steps)
            raise _Rehearsed
    except _Rehearsed:
        return done


def _imported(project: Project, name: str, review: ReviewFile) -> Reviewed:
    made, step = import_review.done(project, review, name)
    return replace(made, step=None if step is None else step.number)


class _Rehearsed(Exception):
    """Ends what was done to see that it can be done."""


@action("Bring in the review of {reviewer}")
def import_review(work: Work, review: ReviewFile, name: str = "") -> Reviewed:
    """Record a review that was read; a later save of one that is there adds only what is new, the same file nothing.

    Raises `Refused` for a review of another project, of a state that is not in this one's history, and for an older
    save than the one that is there.
    """
    step = require_ours(work.read, review, name)
    key = _derived(review.project, review.id)
    there: Review | None = work.read.by_id("review", key)
    reviewer = reviewer_name(review.reviewer) or UNNAMED
    work.say(reviewer=reviewer)
    if there is not None and there.digest_of_file == review.digest:
        return Reviewed(there)
    made = Review(
        id=key,
        reviewer=reviewer,
        step=review.step,
        step_digest=review.step_digest,
        saved=review.saved,
        digest_of_file=review.digest,
        coder=there.coder if there else coder_of(work).id,
        created=there.created if there else work.time,
    )
    if there is None:
        work.add(made)
    else:
        work.replace(made)
    return replace(_Arriving(work, made, review, name).bring(step), first=there is None)


def require_ours(read: Reading, review: ReviewFile, name: str) -> Step:
    """The step the page was made of. Raises `Refused` for a review of another project, of a state that is not in this
    one's history, and for an older save than the one that is there."""
    study = read.study()
    if review.project != study.id:
        raise Refused(
            "“{name}” is a review of another project. Open the project it was made from and bring it in there.",
            name=name,
        )
    step = read.step(review.step)
    if step is None or step.digest != review.step_digest:
        raise Refused(
            "“{name}” is stale: it was made from a state (step {step}) that is not in the history of this project. "
            "Bring it into the copy the page was made from, or send a new page.",
            name=name,
            step=review.step,
        )
    there: Review | None = read.by_id("review", _derived(review.project, review.id))
    if there is not None and review.digest != there.digest_of_file and _overtaken(review.saved, there.saved):
        raise Refused(
            "“{name}” is stale: a later save of the same review, of {date}, is in the project already.",
            name=name,
            date=there.saved[:16].replace("T", " "),
        )
    return step


class _Arriving:
    """One review under way."""

    def __init__(self, work: Work, made: Review, review: ReviewFile, name: str) -> None:
        self.work = work
        self.made = made
        self.review = review
        self.name = name
        self.coder = coder_of(work).id
        self.counts = dict.fromkeys(("comments", "marks", "suggestions", "sign_offs"), 0)

    def bring(self, step: Step) -> Reviewed:
        """Add what is new; what it was."""
        review = self.review
        everything = list(chain(review.marks, review.comments, review.suggestions))
        keys = {said.id: _derived(self.made.id, said.id) for said in everything}
        self._require_kinds(everything)
        there: dict[UUID, ReviewNote] = {note.id: note for note in self.work.read.records("review_note", keys.values())}
        for group, found in (
            ("marks", review.marks),
            ("comments", review.comments),
            ("suggestions", review.suggestions),
        ):
            for said in found:
                note = self._note(keys[said.id], said, group)
                known = there.get(note.id)
                if known is None:
                    there[note.id] = note
                    self._add(note, group)
                elif known.author != note.author:  # the name was given only later
                    self.work.replace(replace(known, author=note.author))
        known_signs = {
            (one.what, one.about, one.statement) for one in self.work.read.where("sign_off", review=self.made.id)
        }
        lost = 0
        for sign in review.sign_offs:
            if sign.what not in SIGNED:
                raise _unoffered(self.name, sign.what)
            about = self.work.read.study().id if sign.what == "codebook" else sign.about
            if sign.what == "map" and self.work.read.by_id("theme_map", sign.about) is None:
                lost += 1  # the map is gone; what else was said counts all the same
                continue
            if (sign.what, about, clean(sign.statement).text.strip()) not in known_signs:
                signed(self.work, step, sign.what, about, self.made.reviewer, sign.statement, review=self.made.id)
                self.counts["sign_offs"] += 1
        new = sum(self.counts.values())
        self.work.say(number=new)
        self.work.say("Bring in the review of {reviewer}: {number} new")
        return Reviewed(
            self.made,
            comments=self.counts["comments"],
            marks=self.counts["marks"],
            suggestions=self.counts["suggestions"],
            sign_offs=self.counts["sign_offs"],
            gone=self._gone(everything) + lost,
        )

    def _add(self, note: ReviewNote, group: str) -> None:
        if note.kind in MARKS:
            known = own_mark(self.work, note.about, note.author)
            if known is not None and _overtaken(note.said, known.said):
                return  # they marked it anew elsewhere
            if known is not None:
                if (known.kind, known.said) != (note.kind, note.said):
                    self.work.replace(replace(note, id=known.id))
                    self.counts[group] += known.kind != note.kind
                return
        self.work.add(note)
        self.counts[group] += 1

    def _note(self, key: UUID, said: Said, group: str) -> ReviewNote:
        kind = {"marks": said.what, "comments": "comment", "suggestions": said.what}[group]
        about_kind = KIND_OF_TARGET[said.kind]
        _require_known(self.name, group, about_kind, said)
        return ReviewNote(
            id=key,
            about_kind=about_kind,
            about=said.target,
            about_name=" ".join(clean(said.name).text.split()),
            kind=kind,
            text=clean(said.text).text.strip(),
            value=clean(said.value).text,
            author=self.made.reviewer,
            said=said.at,
            state=first_state(kind),
            answer="",
            decided_by="",
            decided="",
            coder=self.coder,
            created=self.work.time,
            review=self.made.id,
        )

    def _gone(self, everything: Sequence[Said]) -> int:
        there = self._there(everything)
        spoken = [said for said in everything if said.kind != "project"]
        return sum(said.target not in there[KIND_OF_TARGET[said.kind]] for said in spoken)

    def _there(self, everything: Sequence[Said]) -> dict[str, set[UUID]]:
        """Of each kind the things spoken about that are in the project, whatever kind the file calls them."""
        keys = {said.target for said in everything if said.kind != "project"}
        return {kind: {one.id for one in self.work.read.records(table, keys)} for kind, table in RECORDS.items()}

    def _require_kinds(self, everything: Sequence[Said]) -> None:
        """No page calls a quote a code."""
        there = self._there(everything)
        for said in everything:
            kind = KIND_OF_TARGET[said.kind]
            if any(said.target in keys for other, keys in there.items() if other != kind):
                raise BadInput("“{name}” takes something for what it is not. Nothing was brought in.", name=self.name)


def _overtaken(time: str, known: str) -> bool:
    """Whether what is known was said after this. A time that has not come yet says nothing: a clock was ahead."""
    return datetime.fromisoformat(time) < datetime.fromisoformat(known) <= datetime.now(UTC)


def _require_known(name: str, group: str, about_kind: str, said: Said) -> None:
    """Refuse marks and suggestions that no page offers."""
    if group == "marks":
        fits = said.what in MARKS
    elif group == "suggestions":
        fits = said.what in SUGGESTED.get(about_kind, ()) and _asks(about_kind, said.what, said.value)
    else:
        fits = True
    if not fits:
        raise _unoffered(name, said.what)


def _unoffered(name: str, what: str) -> BadInput:
    return BadInput(
        "“{name}” holds “{what}”, which no review page offers. Nothing was brought in.", name=name, what=what
    )


def _asks(about_kind: str, what: str, value: str) -> bool:
    """Whether the value of a suggestion is one that a page can ask for."""
    if what == "rename":
        return is_visible(value) and len(value) <= NAME_LIMIT
    if about_kind == "segment":
        wanted = _object(value)
        return set(wanted) == {"from", "to"} and all(map(_is_id, wanted.values()))
    if what == "redefine":
        fields = _object(value)
        return bool(fields) and set(fields) <= set(REDEFINED if about_kind == "code" else ("definition",))
    return _is_id(value) or (what == "move" and not value)


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _object(value: str) -> dict[str, str]:
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    said = isinstance(found, dict) and all(isinstance(text, str) for text in found.values())
    return found if said else {}


def _derived(one: UUID, other: UUID) -> UUID:
    """The id of a thing of a review in this project: the same each time it is brought in, and nobody else's."""
    return UUID(bytes=hashlib.sha256(one.bytes + other.bytes).digest()[:16], version=5)
