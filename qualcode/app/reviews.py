"""What reviewers say: suggestions accepted or refused, comments answered and settled, marks, and what is said here."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.codebook import TEXT_FIELDS, THEME_FIELDS, Code
from ..domain.codings import Segment
from ..domain.documents import clean
from ..domain.errors import BadInput, NotFound, Refused
from ..domain.ids import new_id
from ..domain.reviews import MARKS, REVIEWED, SUGGESTIONS, ReviewNote
from ..domain.theme_maps import Relation
from ..domain.visible import between_signs, is_visible
from ..store.work import Work
from .acting import because, coder_of
from .action import action
from .codebook import define_code, merge_codes, move_code, name_codes, rename_code
from .quoting import Quoting
from .relations import change_relation
from .review_names import name_of
from .surgery import move_codings

LONGEST = 20_000  # characters of what is said at once
REDEFINED = (*TEXT_FIELDS[:5], "near_miss", *THEME_FIELDS[1:])  # the fields of a code one may suggest words for

# what may be suggested about what
SUGGESTED = {"code": SUGGESTIONS, "segment": ("move",), "relation": ("rename", "redefine")}

_SENTENCES = {
    ("code", "rename"): "Rename “{old}” to “{name}”: suggested by {reviewer}, accepted by {analyst}",
    ("code", "merge"): "Merge “{old}” into “{into.name}”: suggested by {reviewer}, accepted by {analyst}",
    ("code", "move"): "Move “{old}”: suggested by {reviewer}, accepted by {analyst}",
    ("code", "redefine"): "Define “{old}”: suggested by {reviewer}, accepted by {analyst}",
    ("segment", "move"): "Move a quote to “{to.name}”: suggested by {reviewer}, accepted by {analyst}",
    ("relation", "rename"): "Call the relation “{old}” “{kind}”: suggested by {reviewer}, accepted by {analyst}",
    ("relation", "redefine"): "Describe the relation “{old}”: suggested by {reviewer}, accepted by {analyst}",
}


# ── suggestions ──
@action("Accept a suggestion of {reviewer}")
def accept_suggestion(work: Work, note: ReviewNote, answer: str = "") -> ReviewNote:
    """Do what a reviewer suggested, as one step with the names of both, and settle it.

    Raises a known problem when it cannot be done (what it is about is gone, a name is taken …); nothing changes then.
    """
    _require_open_suggestion(note)
    work.say(
        _SENTENCES[note.about_kind, note.kind],
        old=name_of(work.read, note.about_kind, note.about) or note.about_name,
        reviewer=note.author,
        analyst=work.coder,
    )
    sentence = work.template
    _DOING[note.about_kind](work, note)
    work.say(sentence)  # the act that was done has a sentence of its own
    because(work, note.text)
    now = work.read.record("review_note", note.id)  # a merge has carried it to the code that stays
    return _decide(work, now, "accepted", answer)


@action("Refuse the suggestion of {reviewer} about “{name}”")
def refuse_suggestion(work: Work, note: ReviewNote, answer: str = "") -> ReviewNote:
    """Leave things as they are, and say why."""
    _require_open_suggestion(note)
    _name(work, note)
    because(work, answer)
    return _decide(work, note, "refused", answer)


def _require_open_suggestion(note: ReviewNote) -> None:
    if note.kind not in SUGGESTIONS:
        raise Refused("That is no suggestion but a remark. Answer it or settle it.")
    if note.state != "open":
        raise Refused("That suggestion is {state} already.", state=note.state)


def _decide(work: Work, note: ReviewNote, state: str, answer: str = "") -> ReviewNote:
    decided = replace(note, state=state, answer=_words(answer), decided_by=work.coder, decided=work.time)
    work.replace(decided)
    return decided


def _change_code(work: Work, note: ReviewNote) -> None:
    code = work.read.by_id("code", note.about)
    if code is None:
        raise Refused("“{name}” is not in the codebook any more: refuse the suggestion.", name=note.about_name)
    if note.kind == "rename":
        rename_code.within(work, code, note.value, note.text)
    elif note.kind == "merge":
        merge_codes.within(work, code, _code(work, note.value), note.text)
    elif note.kind == "move":
        move_code.within(work, code, _code(work, note.value) if note.value else None, reason=note.text)
    else:
        name_codes(work, code=code)
        fields = {field: _whole(work, note, text, getattr(code, field)) for field, text in _fields(note.value).items()}
        define_code.within(work, code, note.text, **fields)


def _move_quote(work: Work, note: ReviewNote) -> None:
    """The passage carries another code instead of one it has, whoever coded it."""
    segment = work.read.by_id("segment", note.about)
    if segment is None:
        raise Refused("That quote is coded no more: refuse the suggestion.")
    wanted = _object(note.value)
    source, target = _code(work, wanted.get("from", "")), _code(work, wanted.get("to", ""))
    span = (segment.document, segment.start, segment.end)
    there: list[Segment] = [
        found for coder in work.read.coders() if (found := work.read.segment_at(*span, coder.id)) is not None
    ]
    codings = [coding for one in there for coding in work.read.codings_on(one.id) if coding.code == source.id]
    if not codings:
        raise Refused("That quote does not carry “{name}” any more: refuse the suggestion.", name=source.name)
    move_codings.within(work, [coding.id for coding in codings], target, reason=note.text)


def _change_relation(work: Work, note: ReviewNote) -> None:
    relation = work.read.by_id("relation", note.about)
    if not isinstance(relation, Relation):
        raise Refused("That relation is on no map any more: refuse the suggestion.")
    if note.kind == "rename":
        change_relation.within(work, relation, kind=note.value)
    else:
        words = _whole(work, note, _object(note.value).get("definition", ""), relation.comment)
        change_relation.within(work, relation, comment=words)


def _whole(work: Work, note: ReviewNote, text: str, ours: str | None) -> str:
    """Suggested words with our redacted ones in the place of […]: the reviewer has seen no others."""
    found = Quoting(work.read).put_back(text, ours or "")
    if found is None:
        raise Refused(
            "[…] stands for redacted words there, and it cannot be told for which. Write it into “{name}” yourself.",
            name=note.about_name,
        )
    return found


_DOING = {"code": _change_code, "segment": _move_quote, "relation": _change_relation}


def _code(work: Work, key: str) -> Code:
    try:
        found = work.read.by_id("code", UUID(key))
    except ValueError:
        found = None
    if not isinstance(found, Code):
        raise Refused("The code it is to go to is not in the codebook any more: refuse the suggestion.")
    return found


def _fields(value: str) -> dict[str, str]:
    fields = _object(value)
    for field in fields:
        if field not in REDEFINED:
            raise BadInput("“{field}” is no field of a code that words can be suggested for.", field=field)
    return fields


def _object(value: str) -> dict[str, str]:
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise BadInput("What was suggested cannot be read. Ask the reviewer to suggest it again.")
    return found


# ── threads ──
@action("Answer {reviewer} about “{name}”")
def answer_note(work: Work, note: ReviewNote, text: str) -> ReviewNote:
    """Answer a comment, mark or suggestion; it stays open. An answer to an answer is one to what began the thread."""
    _name(work, note)
    top = note.reply_to or note.id
    made = _said(work, note.about_kind, note.about, note.about_name, "comment", _required(text), reply_to=top)
    work.add(made)
    return made


@action("Settle what {reviewer} said about “{name}”")
def settle_note(work: Work, note: ReviewNote) -> ReviewNote:
    """A comment or mark is dealt with. A suggestion is accepted or refused instead."""
    if note.kind in SUGGESTIONS:
        raise Refused("A suggestion is accepted or refused.")
    _name(work, note)
    return note if note.state == "settled" else _decide(work, note, "settled", note.answer)


@action("Open again what {reviewer} said about “{name}”")
def reopen_note(work: Work, note: ReviewNote) -> ReviewNote:
    """What was settled or refused is open again. Raises `Refused` for what was accepted: that is undone."""
    if note.state == "accepted":
        raise Refused("What was accepted is done. Undo that step in the history instead.")
    _name(work, note)
    opened = replace(note, state="open", decided_by="", decided="")
    work.replace(opened)
    return opened


# ── what is said in the program ──
@action("Comment on “{name}”")
def comment_on(work: Work, about: Any, text: str) -> ReviewNote:
    """Say something about a theme, code, quote, relation or map, given as its record or `(kind, id)`, or about the
    project (None)."""
    made = _new(work, about, "comment", _required(text))
    work.add(made)
    return made


@action("Mark “{name}”")
def mark(work: Work, about: Any, mark: str) -> ReviewNote | None:
    """Mark something as `accept` or `needs-work`, in the place of one's own earlier mark; "" takes it away."""
    if mark not in ("", *MARKS):
        raise BadInput("A mark is accept or needs-work, not “{mark}”.", mark=mark)
    made = _new(work, about, mark or MARKS[0], "")
    known = own_mark(work, made.about, work.coder)
    work.say("Accept “{name}”" if mark == "accept" else "Mark “{name}” as needing work")
    if not mark:
        work.say("Take one's mark off “{name}”")
        if known is not None:
            work.remove(known)
        return None
    if known is not None:
        made = replace(known, kind=mark, said=work.time, state=made.state)
        work.replace(made)
    else:
        work.add(made)
    return made


@action("Suggest to {what} “{name}”")
def suggest(work: Work, about: Any, what: str, value: str | Mapping[str, str], text: str = "") -> ReviewNote:
    """Suggest to rename, merge, move or redefine something; `value` is what `ReviewNote.value` says (fields as a
    mapping)."""
    asked = value if isinstance(value, str) else json.dumps(dict(value), ensure_ascii=False, sort_keys=True)
    made = replace(_new(work, about, what, _words(text)), value=asked)
    if what not in SUGGESTED.get(made.about_kind, ()):
        raise BadInput("One cannot suggest to {what} that.", what=what)
    work.say(what=what)
    work.add(made)
    return made


def own_mark(work: Work, about: UUID, author: str) -> ReviewNote | None:
    """The mark somebody put on a thing."""
    notes: list[ReviewNote] = work.read.where("review_note", about=about)
    return next((note for note in notes if note.kind in MARKS and note.author == author), None)


def first_state(kind: str) -> str:
    """The state of what was just said: to accept something leaves nothing to do."""
    return "settled" if kind == "accept" else "open"


def _new(work: Work, about: Any, kind: str, text: str) -> ReviewNote:
    about_kind, key = _subject(work, about)
    name = name_of(work.read, about_kind, key)
    if name is None:
        raise NotFound("What that is about is not in the project any more.")
    work.say(name=name)
    return _said(work, about_kind, key, name, kind, text)


def _subject(work: Work, about: Any) -> tuple[str, UUID]:
    if about is None:
        return "project", work.read.study().id
    if isinstance(about, tuple):
        kind, key = about
        if kind not in REVIEWED:
            raise BadInput("There is nothing to say about a “{kind}” here.", kind=kind)
        return str(kind), UUID(str(key))
    kinds = {"Code": "code", "Segment": "segment", "Relation": "relation", "ThemeMap": "map"}
    kind = kinds.get(type(about).__name__)
    if kind is None:
        raise BadInput("There is nothing to say about a “{kind}” here.", kind=type(about).__name__)
    return kind, about.id


def _said(
    work: Work, about_kind: str, about: UUID, name: str, kind: str, text: str, reply_to: UUID | None = None
) -> ReviewNote:
    return ReviewNote(
        id=new_id(),
        about_kind=about_kind,
        about=about,
        about_name=name,
        kind=kind,
        text=text,
        value="",
        author=work.coder,
        said=work.time,
        state=first_state(kind),
        answer="",
        decided_by="",
        decided="",
        coder=coder_of(work).id,
        created=work.time,
        reply_to=reply_to,
    )


def _name(work: Work, note: ReviewNote) -> None:
    work.say(reviewer=note.author, name=name_of(work.read, note.about_kind, note.about) or note.about_name)


def _words(text: str) -> str:
    words = clean(text).text.strip()
    return words[: between_signs(words, LONGEST)]


def _required(text: str) -> str:
    words = _words(text)
    if not is_visible(words):
        raise BadInput("There is nothing said. Write at least a word.")
    return words
