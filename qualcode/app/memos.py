"""Memos: writing, changing, linking and removing them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from unicodedata import category
from uuid import UUID

from ..domain.cases import Case
from ..domain.codebook import Code
from ..domain.codings import PlacedCoding, Segment
from ..domain.documents import Document, clean
from ..domain.errors import Ambiguous, BadInput, NotFound, Refused, beginning, cut_short
from ..domain.ids import new_id
from ..domain.memos import LONGEST_TYPE, Memo, MemoLink, is_day, mentions
from ..domain.project import Study
from ..domain.visible import is_visible
from ..store import memo_rows
from ..store.work import Work
from .acting import coder_of
from .action import action
from .memo_links import drop_memo
from .mentions import Thing, came_with_name, meant, things
from .naming import resolve
from .standing import drop_nodes

_KIND_OF: dict[type, str] = {Document: "document", Code: "code", Case: "case", Segment: "segment"}
_NAMED: dict[str, type] = {kind: record for record, kind in _KIND_OF.items()} | {"memo": Memo}


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@action("Write memo “{title}”")
def write_memo(
    work: Work,
    text: str,
    about: Any = None,
    title: str = "",
    kind: str = "",
    dated: str = "",
    links: Iterable[Any] = (),
) -> Memo:
    """Write a memo about a document, segment, code or case (record, id or name), or None: the project.

    Without a title its first words serve; `kind` is one of `domain.memos.MEMO_TYPES` or a word of one's own; `dated`
    (YYYY-MM-DD) the day it is about where that is not today. It is linked to `links` (as in `link_memo`), and to what
    is named in double brackets in its text.
    """
    words = clean(text).text.strip()
    if not is_visible(words):
        raise BadInput("A memo needs some text.")
    about_kind, subject = _subject(work, about)
    memo = Memo(
        new_id(),
        about_kind,
        subject,
        _title(title, words),
        _type(kind),
        words,
        coder_of(work).id,
        work.time,
        dated=_day(dated),
    )
    work.say(title=memo.title)
    work.add(memo)
    for to in links:
        thing = _target(work, to)
        if thing.id not in (memo.about, memo.id):
            _link(work, memo, thing)
    _follow_names(work, memo, "")
    return memo


@action("Change memo “{title}”")
def edit_memo(
    work: Work, memo: Memo, text: str | None = None, title: str = "", kind: str | None = None, dated: str | None = None
) -> Memo:
    """Replace the text of a memo, its title, type and day, where given; a day of "" takes it away.

    What is newly named in double brackets in its text is linked; a link goes with the name that made it.
    """
    return _change(work, memo, _edited(memo, text, title, kind, dated))


@action("Change memo “{title}”")
def write_on(
    work: Work, memo: Memo, base: Any, text: str | None = None, title: str = "", kind: str = "", dated: str = ""
) -> Memo:
    """Change a memo as `edit_memo` does, where the writing began on the record `base` and others may have changed the
    memo since: what they changed stays.

    Where both changed the same (text, title, type or day), what was written here becomes a second memo about the same
    thing, linked to the same things, and the answer is that one.
    """
    mine = _edited(base, text, title, kind, dated)
    both = _joined(base, mine, memo)
    if both is not None:
        return _change(work, memo, both)
    links = [link.about for link in work.read.memo_links(memo=memo.id) if not came_with_name(work.read, link)]
    return write_memo.within(work, mine.text, memo.about, _free(work, mine.title), mine.kind, mine.dated or "", links)


@action("Remove memo “{memo.title}”")
def remove_memo(work: Work, memo: Memo) -> Memo:
    """Take a memo away, and the links to and from it."""
    drop_nodes(work, work.read.where("map_node", about=memo.id))
    drop_memo(work, memo)
    return memo


@action("Remove {number} memos")
def remove_memos(work: Work, memos: Iterable[Memo | UUID | str]) -> list[Memo]:
    """Take several memos away, and the links to and from them."""
    gone = list({memo.id: memo for memo in (resolve(work.read, Memo, one) for one in memos)}.values())
    work.say(number=len(gone))
    for memo in gone:
        drop_nodes(work, work.read.where("map_node", about=memo.id))
        drop_memo(work, memo)
    return gone


@action("Link memo “{memo.title}” to “{to}”")
def link_memo(work: Work, memo: Memo, to: Any) -> MemoLink:
    """Link a memo to something besides its subject: a document, segment, code, case, another memo (record, id or name),
    or None: the project. What it is linked to already stays so.

    Raises `Refused` where that is the memo itself or what it is about.
    """
    thing = _target(work, to)
    work.say(to=thing.name)
    if thing.id == memo.id:
        raise Refused("A memo cannot be linked to itself. Choose something else.")
    if thing.id == memo.about:
        raise Refused("The memo “{title}” is about “{to}” already.", title=memo.title, to=thing.name)
    return _link(work, memo, thing)


@action("Take the link to “{to}” off memo “{memo.title}”")
def unlink_memo(work: Work, memo: Memo, to: Any) -> Memo:
    """Take the link of a memo to something away; both stay."""
    thing = _target(work, to)
    work.say(to=thing.name)
    gone = [link for link in work.read.memo_links(memo=memo.id) if link.about == thing.id]
    if not gone:
        raise NotFound("The memo “{title}” is not linked to “{to}”.", title=memo.title, to=thing.name)
    work.remove(gone)
    return memo


def _edited(memo: Memo, text: str | None, title: str, kind: str | None, dated: str | None) -> Memo:
    """A memo with what is to stand in it."""
    words = memo.text if text is None else clean(text).text.strip()
    if not is_visible(words):
        raise BadInput("A memo needs some text. To take it away, remove it.")
    return replace(
        memo,
        text=words,
        title=_title(title or memo.title, words),
        kind=memo.kind if kind is None else _type(kind),
        dated=memo.dated if dated is None else _day(dated),
    )


def _change(work: Work, memo: Memo, edited: Memo) -> Memo:
    work.say(title=edited.title)
    if edited != memo:
        edited = replace(edited, changed=work.time)
    _leave_names(work, memo, edited.text)
    work.replace(edited)
    _follow_names(work, edited, memo.text)
    return edited


def _joined(base: Memo, mine: Memo, theirs: Memo) -> Memo | None:
    """What two made of one memo; None where they changed the same differently."""
    found = theirs
    for part in ("text", "title", "kind", "dated"):
        was, here, there = (getattr(one, part) for one in (base, mine, theirs))
        if here not in (was, there):
            if there != was:
                return None
            found = replace(found, **{part: here})
    return found


def _free(work: Work, title: str) -> str:
    """A title that no memo has: a name in double brackets means one memo only."""
    number, found = 1, title
    while memo_rows.memos_titled(work.read, [found]):
        number += 1
        found = f"{beginning(title, 72)} ({number})"
    return found


def _link(work: Work, memo: Memo, thing: Thing) -> MemoLink:
    there = next((link for link in work.read.memo_links(memo=memo.id) if link.about == thing.id), None)
    if there is not None:
        return there
    link = MemoLink(new_id(), memo.id, thing.kind, thing.id, work.time)
    work.add(link)
    return link


def _leave_names(work: Work, memo: Memo, text: str) -> None:
    """Links go with the names that made them and are not in the text any more that a memo is to have; those that
    somebody made by hand stay."""
    new, old = mentions(text), mentions(memo.text)
    if set(old) <= set(new):
        return
    found = meant(work.read, memo.id, list(dict.fromkeys([*new, *old])))
    still = {thing.id for name in new if (thing := found[name]) is not None}
    once = {thing.id for name in old if (thing := found[name]) is not None}
    gone = [link for link in work.read.memo_links(memo=memo.id) if link.about in once - still]
    work.remove([link for link in gone if came_with_name(work.read, link)])


def _follow_names(work: Work, memo: Memo, before: str) -> None:
    """Links come with the names in a memo's text; `before` is the text it had."""
    new, old = mentions(memo.text), mentions(before)
    if not new:
        return
    found = meant(work.read, memo.id, list(dict.fromkeys([*new, *old])))
    once = {thing.id for name in old if (thing := found[name]) is not None}
    for thing in {thing.id: thing for name in new if (thing := found[name]) is not None}.values():
        # a name that stood there before and whose link was taken away by hand makes none again
        if thing.id not in (memo.id, memo.about) and thing.id not in once:
            _link(work, memo, thing)


def _title(title: str, text: str) -> str:
    line = _one_line(title) if is_visible(title) else _one_line(text.lstrip("#*->_ \n"))
    line = line or _one_line(text)
    return cut_short(line, 80)


def _type(kind: str) -> str:
    line = _one_line(kind)
    if len(line) > LONGEST_TYPE:
        raise BadInput("The type of a memo has at most {limit} characters.", limit=LONGEST_TYPE)
    return line


def _day(dated: str) -> str | None:
    day = dated.strip()
    if day and not is_day(day):
        raise BadInput("“{day}” is not a day. Write it as YYYY-MM-DD.", day=day)
    return day or None


def _subject(work: Work, about: Any) -> tuple[str, UUID]:
    """Kind and id of what a memo is about."""
    if about is None or isinstance(about, Study) or about == work.read.study().id:
        return "project", work.read.study().id
    if isinstance(about, PlacedCoding):
        return "segment", about.segment
    for record, kind in _KIND_OF.items():
        if isinstance(about, record):
            return kind, resolve(work.read, record, about).id
    found = _called(work, about, list(_KIND_OF.values()))
    if not found:
        raise NotFound("There is no document, code or case “{name}” to write a memo about.", name=about)
    return found[0]


def _target(work: Work, to: Any) -> Thing:
    """What a memo is to be linked to."""
    if to is None or isinstance(to, Study) or to == work.read.study().id:
        study = work.read.study()
        return Thing("project", study.id, study.name)
    if isinstance(to, PlacedCoding):
        found = [("segment", to.segment)]
    elif isinstance(to, Memo):
        found = [("memo", to.id)]
    else:
        known = next((kind for record, kind in _KIND_OF.items() if isinstance(to, record)), None)
        found = [(known, to.id)] if known is not None else _called(work, to, list(_NAMED))
    thing = things(work.read, found).get(found[0][1]) if found else None
    if thing is None:
        raise NotFound("There is no document, code, case or memo “{name}” to link to.", name=to)
    return thing


def _called(work: Work, name: Any, kinds: Sequence[str]) -> list[tuple[str, UUID]]:
    """The one thing of these kinds with this id or name, or none."""
    found: list[tuple[str, UUID]] = []
    for kind in kinds:
        try:
            found.append((kind, resolve(work.read, _NAMED[kind], name).id))
        except NotFound:
            continue
    if "memo" in kinds and not found:
        found = [("memo", memo.id) for memo in memo_rows.memos_titled(work.read, [str(name).strip()])]
        if len(found) > 1:
            raise Ambiguous("There are several memos “{name}”. Give the record or its id.", name=name)
    if len(found) > 1:
        raise Ambiguous(
            "“{name}” is the name of a {kinds}. Give the record or its id.",
            name=name,
            kinds=" and a ".join(kind for kind, _ in found),
        )
    return found


def _one_line(text: str) -> str:
    """Without line ends, control signs and signs that turn the direction of what follows."""
    plain = "".join(" " if category(sign) == "Cc" else sign for sign in clean(text).text if sign not in _TURNING)
    return " ".join(plain.split())
