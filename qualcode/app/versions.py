"""The versions of a document, as the history has kept them: listing, comparing and restoring them."""

from dataclasses import dataclass

from ..domain.differences import Piece, differences, readable
from ..domain.documents import Document
from ..domain.errors import NotFound
from ..domain.history import Step
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .rewriting import anchor_again

_ONE_PLACE = 200  # characters that are held to be one change, written or taken away at once


@dataclass(frozen=True, slots=True)
class Version:
    """A text a document has had: `content` is its hash, `step` what made it, `came` and `went` the characters that
    this step wrote and took away."""

    number: int
    content: str
    step: Step
    coder: str
    characters: int
    came: int
    went: int


def versions(read: Reading, document: Document) -> list[Version]:
    """The versions of a document's text, the present one first."""
    found = _texts(read, document)
    steps = read.steps_numbered(number for number, _ in found)
    names = {str(coder.id): coder.name for coder in read.coders()}
    made: list[Version] = []
    last = ""
    for place, (number, content) in enumerate(found, start=1):
        text = read.text_of(content)
        came, went = _size(last, text)
        step = steps[number]
        who = names.get(step.coder, step.coder)
        made.append(Version(place, content, step, who, len(text), came, went))
        last = text
    return made[::-1]


def _texts(read: Reading, document: Document) -> list[tuple[int, str]]:
    """The steps that gave a document a text, and the hash of that text, oldest first."""
    changes = read.texts_before(document.id)
    after = [before for _, before in changes[1:]] + [document.content]
    return [
        (number, left)
        for (number, before), left in zip(changes, after, strict=True)
        if left is not None and left != before
    ]


def _size(old: str, new: str) -> tuple[int, int]:
    """How many characters came and went."""
    head, shorter = 0, min(len(old), len(new))
    step = 1 << 12
    while step and head < shorter:  # by large pieces first: texts are long and edits short
        if old[head : head + step] == new[head : head + step] and head + step <= shorter:
            head += step
        else:
            step >>= 1
    tail, step = 0, 1 << 12
    while step and head + tail < shorter:
        here, there = len(old) - tail, len(new) - tail
        if head + tail + step <= shorter and old[here - step : here] == new[there - step : there]:
            tail += step
        else:
            step >>= 1
    came, went = new[head : len(new) - tail], old[head : len(old) - tail]
    if min(len(came), len(went)) <= _ONE_PLACE:
        return len(came), len(went)
    # after replacing a word everywhere most of what lies between the first and the last place is the same
    found = differences(went, came)
    return sum(edit.length for edit in found), sum(edit.end - edit.start for edit in found)


def compare(read: Reading, old: str, new: str) -> list[Piece]:
    """What went and what came between two versions, by the hashes of their texts."""
    return readable(read.text_of(old), read.text_of(new))


@action("Restore version {number} of “{document.name}”")
def restore_version(work: Work, document: Document, content: str) -> Document:
    """Give a document the text of an earlier version again, as a new step; segments are looked for in it.

    What came to stand on the text since then stays where its words are; undoing is the way to bring back the rest.
    """
    had = [text for _, text in _texts(work.read, document)]
    if content not in had:
        raise NotFound("“{name}” never had that text. See its versions.", name=document.name)
    work.say(number=len(had) - had[::-1].index(content))
    result = anchor_again(work, document, work.read.text_of(content))
    if result.gone:
        work.say("Restore version {number} of “{document.name}” ({gone} segments lost their words)", gone=result.gone)
    if result.parts:
        work.say(
            "Restore version {number} of “{document.name}” ({gone} segments and parts of {cases} lost their words)",
            gone=result.gone,
            cases=result.cases,
        )
    return result.document
