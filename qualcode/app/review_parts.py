"""Parts of a review page: what occurs together, what changed since the last review, and what was remarked before."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.codebook import PATH_SEPARATOR, Code
from ..domain.codebook_diff import CHANGE_NAMES, FIELD_NAMES, MERGED, SPLIT, Told, entries
from ..domain.errors import QualcodeError, cut_short
from ..domain.reviews import Review, ReviewNote
from ..formats.review_records import Change, Heat, Remark
from ..store.reading import Reading
from .codebook_diff import as_printed, changes_between
from .quoting import Quoting
from .review_names import told

if TYPE_CHECKING:
    from .project import Project

Say = Callable[..., str]
_MOST_CODES = 24  # rows of the chart: what fits a screen
_LONGEST = 300  # characters of an old or new text among the changes


def heat_of(project: "Project", shown: Sequence[Code], say: Say) -> Heat | None:
    """What occurs together in turns of speech: the themes with all that stands below them; where there is but one, the
    codes most used. None where nothing is coded."""
    from .charts import CooccurrenceOptions, cooccurrence_view

    themes = sum(code.kind == "theme" for code in shown)
    level = "themes" if themes > 1 else "codes"
    options = CooccurrenceOptions(rule="turn", measure="n_ab", level=level, most=_MOST_CODES)
    picture = cooccurrence_view(project, options)
    wanted = {code.id for code in shown}
    places = [place for place in range(len(picture.heat.labels)) if picture.code(place) in wanted]
    if len(places) < 2:
        return None
    heat = picture.heat
    return Heat(
        names=tuple(heat.labels[place].name for place in places),
        cells=tuple(
            tuple((heat.text(row, column), int(heat.bins[row, column])) for column in places) for row in places
        ),
        caption=tuple(said(sentence, say) for sentence in heat.caption),
    )


def last_review(read: Reading) -> Review | None:
    """The review that came back last."""
    found: list[Review] = read.where("review")
    return max(found, key=lambda one: (one.step, one.saved), default=None)


def changes_of(
    read: Reading, since: str | int | None, only: Collection[UUID] | None, say: Say, quoting: Quoting
) -> tuple[str, tuple[Change, ...]]:
    """What became of the codebook since a moment, as sentences; and the sentence that says since when."""
    try:
        found = changes_between(read, since)
    except QualcodeError:
        if isinstance(since, str):
            raise
        found = changes_between(read)
    moment = found.since
    if moment.step == 0:
        when = say("Since the beginning of the study.")
    elif moment.name:
        when = say("Since “{name}”, {date}.", name=quoting.sentence(moment.name), date=moment.time[:10])
    else:
        when = say("Since step {number}, {date}.", number=moment.step, date=moment.time[:10])
    changes = []
    shown = list(found.told)
    if only is not None:
        paths = [read.codebook.path(key) for key in only]
        shown = [one for one in shown if one.key in only or (not one.there and _belonged(one, paths))]
    for entry in entries(as_printed(shown, quoting)):
        last = entry.causes[-1] if entry.causes else None
        name = say(CHANGE_NAMES[entry.change].template)
        lines = [say("{change}: {code}", change=name, code=entry.code)]
        lines += [line for one in entry.told if (line := _words(one, say))]
        why = dict.fromkeys(cause.why for cause in entry.causes if cause.why)
        changes.append(
            Change(
                when=last.time[:10] if last else "",
                who=", ".join(dict.fromkeys(cause.coder for cause in entry.causes)),
                what="\n".join(lines),
                why="; ".join(why),
            )
        )
    return when, tuple(changes)


def remarks_of(read: Reading, targets: Collection[UUID], say: Say, quoting: Quoting) -> Iterator[Remark]:
    """What was remarked before about the things on the page, oldest first."""
    notes: list[ReviewNote] = read.where("review_note")
    for note in sorted(notes, key=lambda one: (one.said, one.id)):
        if note.about in targets:
            yield Remark(
                about=note.about,
                author=note.author,
                said=note.said,
                kind=note.kind,
                text=quoting.excerpt(note.text),
                asked=quoting.excerpt(said(told(read, note), say)),
                state=note.state,
                answer=quoting.excerpt(note.answer),
            )


def _belonged(one: Told, paths: Collection[str]) -> bool:
    """Whether a code that is gone stood below one of these, or went into one."""
    below = any(one.code.startswith(path + PATH_SEPARATOR) for path in paths)
    return below or any(into in paths for into in one.after.split("; "))


def _words(one: Told, say: Say) -> str:
    """The old and the new words of one change."""
    before, after = (_cut(text) for text in (one.before, one.after))
    if one.field not in FIELD_NAMES:  # the code itself came, went, or went into others
        return say("into “{name}”", name=after) if one.change in (MERGED, SPLIT) and after else ""
    field = say(FIELD_NAMES[one.field].template)
    if before and after:
        return say("{field}: “{before}” → “{after}”", field=field, before=before, after=after)
    if after:
        return say("{field}: “{text}”", field=field, text=after)
    return say("{field}: “{text}” taken out", field=field, text=before) if before else ""


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return cut_short(words, _LONGEST)


def said(sentence: str, say: Say) -> str:
    """A sentence of the program in the words of the page; in English where it has none for it."""
    template = getattr(sentence, "template", sentence)
    values: Mapping[str, object] = getattr(sentence, "values", {})
    if say(template) == template:
        return str(sentence)
    return say(template, **{name: _value(value, say) for name, value in values.items()})


def _value(value: object, say: Say) -> object:
    if isinstance(value, tuple):
        return say(", ").join(said(one, say) if isinstance(one, str) else str(one) for one in value)
    return said(value, say) if isinstance(value, str) and hasattr(value, "template") else value
