"""What a report tells of how a study came about: its history, who reviewed it and what was decided, who signed off
what, and what of the codebook was there before anything was coded."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ..domain.errors import Phrase
from ..domain.history import Step
from ..domain.named_versions import NamedVersion, SignOff
from ..domain.reviews import SUGGESTIONS, ReviewNote
from ..domain.theme_maps import ThemeMap
from ..store.moments import in_effect, steps_between
from ..store.past_rows import records_at
from ..store.reading import Reading
from .quoting import Quoting
from .report_words import days, many

_DECISIONS = {
    "accepted": Phrase("accepted"),
    "refused": Phrase("refused"),
    "settled": Phrase("settled"),
    "open": Phrase("open"),
}
_SAID = {
    "comment": Phrase("Remark on “{name}”"),
    "accept": Phrase("Agrees with “{name}”"),
    "needs-work": Phrase("“{name}” needs work"),
    "rename": Phrase("Suggests another name for “{name}”"),
    "merge": Phrase("Suggests to merge “{name}”"),
    "move": Phrase("Suggests to move “{name}”"),
    "redefine": Phrase("Suggests other words for “{name}”"),
}


def audit(read: Reading, quoting: Quoting) -> Iterator[Phrase]:
    """How long the history is, who made it, its digest, and its named versions."""
    steps = read.steps()
    yield Phrase(
        "The history has {steps}, {days}; undone: {undone}. People: {names}.",
        steps=many(len(steps), "step"),
        days=days(steps[0].time[:10], steps[-1].time[:10]),
        undone=f"{sum(step.undone for step in steps):,}",
        names=tuple(sorted({step.coder for step in steps})),
    )
    yield Phrase("Digest of the last step: {digest}.", digest=steps[-1].digest[:16])
    signed = {one.version: one.signer for one in read.where("sign_off")}
    versions: list[NamedVersion] = read.where("named_version")
    # the name that a sign-off gives its point says nothing that the sign-off does not say
    own = [one for one in versions if not one.name.startswith(f"{signed.get(one.id, '')}, step {one.step}")]
    if own:
        yield Phrase("Named versions: {names}.", names=tuple(quoting.sentence(one.name) for one in own))


def reviews(read: Reading, quoting: Quoting) -> Iterator[Phrase]:
    """How much reviewers said and what became of it; who signed off what, when, and in which words."""
    notes = _remarks(read)
    if notes:
        states = Counter(note.state for note in notes)
        yield Phrase(
            "{remarks} in review, by {names}, among them suggestions: {suggestions}. State: {states}.",
            remarks=many(len(notes), "remark"),
            names=tuple(sorted({note.author for note in notes})),
            suggestions=f"{sum(note.kind in SUGGESTIONS for note in notes):,}",
            states=tuple(
                Phrase("{state} {count}", state=told, count=f"{states[state]:,}")
                for state, told in _DECISIONS.items()
                if states[state]
            ),
        )
    maps: dict[object, ThemeMap] = {one.id: one for one in read.where("theme_map")}
    numbers = {one.id: one.step for one in read.where("named_version")}
    signatures: list[SignOff] = read.where("sign_off")
    for one in sorted(signatures, key=lambda one: (one.created, one.id)):
        drawn = maps.get(one.about)
        what: str = Phrase("the codebook")
        if one.what == "map":
            what = Phrase("the map “{name}”", name=quoting.sentence(drawn.name)) if drawn else Phrase("a map")
        told = Phrase(
            "Signed off by {signer} on {day}: {what} as of step {number}.",
            signer=one.signer,
            day=one.created[:10],
            what=what,
            number=f"{numbers[one.version]:,}" if one.version in numbers else "–",
        )
        words = quoting.sentence(one.statement)
        yield Phrase("{told} “{words}”", told=told, words=words) if words else told


def decisions(read: Reading, quoting: Quoting) -> list[tuple[str, str, Phrase, Phrase, str]]:
    """What was decided of what reviewers said, in the order of the decisions: day, who decided, whose remark it was and
    of what, the decision, and the answer."""
    decided = [note for note in _remarks(read) if note.decided]
    decided.sort(key=lambda note: (note.decided, note.id))
    return [
        (
            note.decided[:10],
            note.decided_by,
            Phrase(
                "{author}: {what}",
                author=note.author,
                what=Phrase(_SAID[note.kind].template, name=quoting.sentence(note.about_name)),
            ),
            _DECISIONS[note.state],
            quoting.sentence(note.answer),
        )
        for note in decided
    ]


def _remarks(read: Reading) -> list[ReviewNote]:
    """What was said in review, without the answers to it."""
    notes: Iterable[ReviewNote] = read.where("review_note")
    return [note for note in notes if note.reply_to is None]


def before_coding(read: Reading) -> Phrase | None:
    """How many of the themes and codes there are were in the codebook before the first coding; None where nothing is
    coded, or where the codings came with their documents from elsewhere: that history is not ours."""
    first = _first_coding(read)
    codes = read.codes()
    if first is None or not codes or first.touches("document"):
        return None
    there = {code.id for code in records_at(read, "code", first.number - 1)}
    return Phrase(
        "Of the {all} themes and codes in the codebook {before} were there before the first coding.",
        all=f"{len(codes):,}",
        before=f"{sum(code.id in there for code in codes):,}",
    )


def _first_coding(read: Reading) -> Step | None:
    """The first step in effect that coded anything."""
    steps = in_effect(steps_between(read, "coding", 0, read.last_step()[0]))
    return next((step for step in steps if step.reverts is None), None)
