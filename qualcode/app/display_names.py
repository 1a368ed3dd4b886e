"""Display ids: what cases and speakers are called in exports that leave the project."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any
from uuid import UUID

from ..domain.cases import Assignment, Case
from ..domain.codebook import clean_name
from ..domain.documents import Turn, speakers_of, turns
from ..domain.errors import BadInput, Refused
from ..domain.folding import fold
from ..domain.ids import new_id
from ..domain.speakers import SpeakerName, is_asking
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .naming import resolve, resolve_many

CASES, SPEAKERS = "cases", "speakers"
PATTERN = "P{n:02}"
_FIELD = re.compile(r"\{(?:n(?::0([1-9]))?|(A))\}")
_KIND = "display id"


def labels_of(read: Reading) -> list[str]:
    """The labels of all speakers of the project in order of appearance."""
    found: dict[str, None] = {}
    for document in read.documents():
        if document.speakers:
            found.update(dict.fromkeys(speakers_of(read.text(document), document.speakers)))
    return list(found)


@action("Call {case.name} “{text}” in exports")
def set_display(work: Work, case: Case, text: str) -> Case:
    """Say what exports may call a case instead of its name; empty takes that back.

    Raises `Refused` when another case is called so already. A case whose display id is its own name may be named.
    """
    shown = put_displays(work, {case.id: text})
    display = shown[0].display if shown else _clean(text)
    if display:
        work.say(text=display)
    else:
        work.say("Take back the display id of {case.name}")
    return shown[0] if shown else case


@action("Set the display ids of {count} cases")
def set_displays(work: Work, displays: Iterable[tuple[Case | UUID | str, str]]) -> list[Case]:
    """Set those of several cases as one step; see `set_display`."""
    listed = list(displays)
    cases = [resolve(work.read, Case, case) for case, _ in listed]
    shown = put_displays(work, {case.id: text for case, (_, text) in zip(cases, listed, strict=True)})
    work.say(count=len(shown))
    if len(shown) == 1:
        (one,) = shown
        if one.display:
            work.say("Call {case.name} “{text}” in exports", **{"case.name": one.name, "text": one.display})
        else:
            work.say("Take back the display id of {case.name}", **{"case.name": one.name})
    return shown


def put_displays(work: Work, displays: Mapping[UUID, str]) -> list[Case]:
    """Write display ids of cases as a part of a step; those that changed. Raises `Refused` for one that would stand
    for two cases, or is the name of another."""
    asked = {key: _clean(text) or None for key, text in displays.items()}
    after = [replace(case, display=asked.get(case.id, case.display)) for case in work.read.cases()]
    owners: dict[str, Case] = {fold(case.name): case for case in after}
    for case in after:
        if not case.display:
            continue
        owner = owners.setdefault(fold(case.display), case)
        if owner.id != case.id and (case.id in asked or owner.id in asked):
            mine, theirs = (case, owner) if case.id in asked else (owner, case)
            raise _taken(case.display, theirs.name, mine.name)
    before = {case.id: case.display for case in work.read.cases()}
    changed = [case for case in after if case.display != before[case.id]]
    work.replace(changed)
    return changed


@action("Call the speaker {label} “{text}” in exports")
def set_speaker_name(work: Work, label: str, text: str) -> SpeakerName | None:
    """Say what exports may call everybody whose turns begin with `label`; empty takes that back.

    Raises `Refused` when other speakers are called so already.
    """
    label = label.strip()
    if not label:
        raise BadInput("A speaker is named by the label at the beginning of their turns. Give that.")
    _put_speakers(work, {label: text})
    if _clean(text):
        work.say(label=label, text=_clean(text))
    else:
        work.say("Take back the display id of the speaker {label}", label=label)
    return next(iter(work.read.where("speaker_name", label=label)), None)


@action("Set the display ids of {count} speakers")
def set_speaker_names(work: Work, names: Mapping[str, str]) -> int:
    """Set those of several speakers, by their labels, as one step; how many changed. See `set_speaker_name`."""
    before = {one.label: one.display for one in work.read.where("speaker_name")}
    changed = _put_speakers(work, names)
    work.say(count=changed)
    if changed == 1:
        after = {one.label: one.display for one in work.read.where("speaker_name")}
        label = next(one for one in {**before, **after} if before.get(one) != after.get(one))
        if label in after:
            work.say("Call the speaker {label} “{text}” in exports", label=label, text=after[label])
        else:
            work.say("Take back the display id of the speaker {label}", label=label)
    return changed


def _put_speakers(work: Work, names: Mapping[str, str]) -> int:
    before: dict[str, SpeakerName] = {one.label: one for one in work.read.where("speaker_name")}
    asked = {label.strip(): _clean(text) for label, text in names.items() if label.strip()}
    owners: dict[str, str] = {}
    for label, display in {**{label: one.display for label, one in before.items()}, **asked}.items():
        owner = owners.setdefault(fold(display), label) if display else label
        if owner != label:
            raise _taken(display, owner, label)
    work.remove([one for label, one in before.items() if asked.get(label) == ""])
    changed = [replace(one, display=asked[label]) for label, one in before.items() if asked.get(label)]
    changed = [one for one in changed if one != before[one.label]]
    work.replace(changed)
    new = [
        SpeakerName(new_id(), label, display, work.time)
        for label, display in asked.items()
        if display and label not in before
    ]
    work.add(new)
    return len(changed) + len(new) + sum(1 for label in before if asked.get(label) == "")


@action("Give {count} {what} display ids")
def give_displays(
    work: Work, pattern: str = PATTERN, what: str = CASES, only: Iterable[Any] | None = None
) -> list[Case] | list[SpeakerName]:
    """Give all cases, or speakers, that have no display id one after a pattern, as one step.

    `{n}` in the pattern is a number, `{n:02}` one of two digits, `{A}` a letter: “P{n:02}”, “Partner {A}”. What is
    taken is passed over. A speaker whose turns belong to one case that has a display id gets that one, with a letter
    where the case has several speakers; interviewers get none. `only` names the cases or labels to give one to.
    """
    require_pattern(pattern)
    if what not in (CASES, SPEAKERS):
        raise BadInput("Display ids are given to cases or speakers, not to “{what}”.", what=what)
    if what == CASES:
        chosen = work.read.cases() if only is None else resolve_many(work.read, Case, only)
        ids = _fresh(pattern, _taken_by_cases(work.read))
        cases = [replace(case, display=next(ids)) for case in chosen if not case.display]
        work.replace(cases)
        _say_count(work, len(cases), what)
        return cases
    known = {one.label for one in work.read.where("speaker_name")}
    labels = labels_of(work.read) if only is None else [str(one).strip() for one in only]
    taken = {fold(one.display) for one in work.read.where("speaker_name")}
    own = _shown_as_case(work.read, taken)
    names = []
    ids = _fresh(pattern, {*taken, *_taken_by_cases(work.read), *map(fold, own.values())})
    for label in dict.fromkeys(labels):
        if not label or label in known or (only is None and is_asking(label)):
            continue
        display = own.get(label) or next(ids)
        names.append(SpeakerName(new_id(), label, display, work.time))
    work.add(names)
    _say_count(work, len(names), what)
    return names


def _say_count(work: Work, number: int, what: str) -> None:
    work.say(count=number, what=what)
    if number == 1:
        work.say("Give a case a display id" if what == CASES else "Give a speaker a display id")


def require_pattern(pattern: str) -> None:
    """Raise `BadInput` for a pattern that does not count."""
    if len(_FIELD.findall(pattern)) != 1 or re.search(r"[{}]", _FIELD.sub("", pattern)):
        raise BadInput(
            "“{pattern}” does not count. Write one {example} or {other} where the number or letter goes.",
            pattern=pattern,
            example="{n:02}",
            other="{A}",
        )


def numbered(pattern: str, number: int) -> str:
    """The display id of a number from 1 on: “P07”, “Partner G”, after Z comes AA."""

    def written(found: re.Match[str]) -> str:
        if found[2] is None:
            return f"{number:0{found[1] or 1}}"
        letters, left = "", number
        while left:
            left, place = divmod(left - 1, 26)
            letters = chr(ord("A") + place) + letters
        return letters

    return _FIELD.sub(written, pattern)


def _fresh(pattern: str, taken: set[str]) -> Iterator[str]:
    """Display ids by the pattern that nobody has."""
    return (display for number in count(1) if fold(display := _clean(numbered(pattern, number))) not in taken)


def _clean(text: str) -> str:
    return clean_name(text, _KIND) if text.strip() else ""


def _taken_by_cases(read: Reading) -> set[str]:
    """Words no further case may be called by, folded."""
    return {fold(words) for case in read.cases() for words in (case.name, case.display) if words}


def _taken(display: str, owner: str, name: str) -> Refused:
    return Refused(
        "“{display}” stands for “{owner}” already, so it cannot stand for “{name}” too. Choose another.",
        display=display,
        owner=owner,
        name=name,
    )


def _cases_of_labels(read: Reading) -> dict[str, UUID]:
    """The case of each label that answers and whose turns belong to one case only, wherever they belong to any."""
    belonging: dict[UUID, list[Assignment]] = {}
    for one in read.assignments():
        belonging.setdefault(one.document, []).append(one)
    found: dict[str, set[UUID]] = {}
    for document in read.documents():
        there = belonging.get(document.id, [])
        for one in there:
            if one.speaker:
                found.setdefault(one.speaker, set()).add(one.case)
        wide = [one for one in there if not one.speaker]
        if not wide or not document.speakers:
            continue
        for turn in turns(read.text(document), document.speakers):
            if turn.speaker and not is_asking(turn.speaker):
                holding = {one.case for one in wide if _meets(one, turn)}
                found.setdefault(turn.speaker, set()).update(holding)
    return {label: next(iter(cases)) for label, cases in found.items() if len(cases) == 1}


def _meets(part: Assignment, turn: Turn) -> bool:
    """Whether a part of a document that belongs to a case has words of a turn; without bounds it is the whole."""
    return part.start is None or part.end is None or (part.start < turn.end and turn.start < part.end)


def _shown_as_case(read: Reading, taken: set[str]) -> dict[str, str]:
    """What labels are called that belong to one case with a display id: by that; if several do, or it is `taken`
    (folded), by that and a letter, so that nobody reads like another case."""
    displays = {case.id: case.display for case in read.cases()}
    every = taken | _taken_by_cases(read)
    labels: dict[UUID, list[str]] = {}
    for label, case in _cases_of_labels(read).items():
        labels.setdefault(case, []).append(label)
    found: dict[str, str] = {}
    for case, own in labels.items():
        display = displays[case]
        if not display:
            continue
        lettered = (f"{display} {numbered('{A}', number)}" for number in count(1))
        free = (called for called in lettered if fold(called) not in every)
        alone = len(own) == 1 and fold(display) not in taken
        found |= {label: display if alone else next(free) for label in own}
    return found
