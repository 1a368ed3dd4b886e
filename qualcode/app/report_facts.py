"""What the project itself can tell a reader of how the study was done: sentences for a methods appendix, by the names
that the items of `domain.reporting` ask for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from .. import __version__
from ..domain.cases import Variable
from ..domain.codebook import Code
from ..domain.documents import Document, turns
from ..domain.errors import Phrase
from ..domain.memos import day_of
from ..domain.methods import BY_KEY
from ..domain.themes import STAGES
from ..store import pages
from ..store.reading import Reading

_MOST_VALUES = 12  # different answers of a variable that are told one by one
Facts = dict[str, tuple[Phrase, ...]]
_THINGS = {
    str(thing): thing
    for thing in (
        Phrase("document"),
        Phrase("case"),
        Phrase("turn"),
        Phrase("memo"),
        Phrase("theme"),
        Phrase("code"),
        Phrase("level"),
        Phrase("passage"),
        Phrase("step"),
    )
}


def facts(read: Reading) -> Facts:
    """Sentences for each fact the project knows something about; what it knows nothing of is left out."""
    found: dict[str, Iterable[Phrase | None]] = {
        "method": [_method(read)],
        "sample": _sample(read),
        "variables": _variables(read),
        "length": _length(read.documents(), read),
        "memos": [_memos(read)],
        "reflexivity": [_reflexivity(read)],
        "coders": [_coders(read)],
        "codebook": [_codebook(read)],
        "origins": [_origins(read.codes())],
        "software": [Phrase("qualcode {version}, which keeps a history of every change.", version=__version__)],
        "quotes": [_quotes(read)],
        "evidence": [_evidence(read)],
        "themes": [_themes(read)],
        "counter_evidence": [_counter_evidence(read)],
        "privacy": _privacy(read),
        "processing": _processing(read),
        "audit": _audit(read),
    }
    kept = {name: tuple(one for one in sentences if one is not None) for name, sentences in found.items()}
    return {name: sentences for name, sentences in kept.items() if sentences}


def _many(number: int, what: str) -> Phrase:
    """“3 documents”, “1 document”; `what` is one of `_THINGS`."""
    thing = Phrase(_THINGS[what].template, english=what if number == 1 else what + "s")
    return Phrase("{count} {thing}", count=f"{number:,}", thing=thing)


def _method(read: Reading) -> Phrase | None:
    profile = BY_KEY.get(read.study().method)
    return None if profile is None else Phrase("The approach is {method}.", method=profile.name)


def _sample(read: Reading) -> Iterable[Phrase]:
    documents, cases = read.documents(), read.count("case")
    if not documents:
        return
    yield Phrase(
        "There are {documents} and {cases}.",
        documents=_many(len(documents), "document"),
        cases=_many(cases, "case"),
    )
    alone = len(documents) - len({one.document for one in read.assignments()})
    if cases and alone:
        yield Phrase("{documents} without a case are among them.", documents=_many(alone, "document"))


def _variables(read: Reading) -> Iterable[Phrase]:
    cases = read.count("case")
    for variable in read.variables():
        values = [one.text for one in read.values(variable=variable.id)]
        if values:
            yield Phrase(
                "{variable}: {spread} (known of {known} of {cases}).",
                variable=variable.name,
                spread=_spread(variable, values),
                known=f"{len(values):,}",
                cases=_many(cases, "case"),
            )


def _spread(variable: Variable, values: list[str]) -> Phrase:
    """How the answers to a variable spread."""
    if variable.type == "number":
        numbers = sorted(map(float, values))
        middle = (numbers[(len(numbers) - 1) // 2] + numbers[len(numbers) // 2]) / 2
        return Phrase(
            "{least} to {most}, median {middle}",
            least=f"{numbers[0]:g}",
            most=f"{numbers[-1]:g}",
            middle=f"{middle:g}",
        )
    if variable.type == "date":
        return Phrase("{first} to {last}", first=min(values), last=max(values))
    counted = sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
    # what people wrote freely may give them away
    if len(counted) > _MOST_VALUES or variable.type == "text":
        many = len(counted)
        english = "1 answer" if many == 1 else f"{many:,} different answers"
        return Phrase("{number} different answers", english=english, number=f"{many:,}")
    return Phrase("{names}", names=tuple(f"{value} {count:,}" for value, count in counted))


def _length(documents: Sequence[Document], read: Reading) -> Iterable[Phrase]:
    if not documents:
        return
    lengths = sorted(document.characters for document in documents)
    yield Phrase(
        "The documents are {least} to {most} characters long, {all} in all.",
        least=f"{lengths[0]:,}",
        most=f"{lengths[-1]:,}",
        all=f"{sum(lengths):,}",
    )
    spoken = sum(len(turns(read.text(one), one.speakers)) for one in documents if one.speakers)
    if spoken:
        yield Phrase("They hold {turns} of speakers.", turns=_many(spoken, "turn"))


def _memos(read: Reading) -> Phrase | None:
    memos = read.memos()
    if not memos:
        return None
    days = sorted(day_of(memo) for memo in memos)
    kinds = Counter(memo.kind for memo in memos)
    told = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    return Phrase(
        "{memos} from {first} to {last}: {kinds}.",
        memos=_many(len(memos), "memo"),
        first=days[0],
        last=days[-1],
        kinds=tuple(f"{count:,} {kind or '…'}" for kind, count in told),
    )


def _reflexivity(read: Reading) -> Phrase | None:
    days = sorted(day_of(memo) for memo in read.memos() if memo.kind == "reflexive")
    if not days:
        return None
    return Phrase(
        "{memos} on the researchers’ own part, from {first} to {last}.",
        memos=_many(len(days), "memo"),
        first=days[0],
        last=days[-1],
    )


def _coders(read: Reading) -> Phrase | None:
    codings: Counter[UUID] = Counter()
    names = {coder.id: coder.name for coder in read.coders()}
    for _, _, coder, _, _ in read.spans():
        codings[UUID(bytes=bytes(coder))] += 1
    if not codings:
        return None
    return Phrase(
        "{number} people coded: {names} (number of codings).",
        number=f"{len(codings):,}",
        names=tuple(f"{names[coder]} ({count:,})" for coder, count in codings.most_common()),
    )


def _codebook(read: Reading) -> Phrase | None:
    codes = read.codebook.ordered
    if not codes:
        return None
    themes = sum(code.kind == "theme" for code in codes)
    depth = max(len(read.codebook.ancestors(code.id)) for code in codes) + 1
    return Phrase(
        "The codebook has {themes} and {codes} on {levels}; {defined} of {all} are defined.",
        themes=_many(themes, "theme"),
        codes=_many(len(codes) - themes, "code"),
        levels=_many(depth, "level"),
        defined=f"{sum(bool(code.definition or code.full_definition) for code in codes):,}",
        all=f"{len(codes):,}",
    )


def _origins(codes: Iterable[Code]) -> Phrase | None:
    counted = Counter(code.origin for code in codes)
    if not counted or set(counted) == {""}:
        return None
    return Phrase(
        "{inductive} themes and codes came from the data, {deductive} from theory, {in_vivo} are participants’ own "
        "words; of {unsaid} it is not said.",
        inductive=f"{counted['inductive']:,}",
        deductive=f"{counted['deductive']:,}",
        in_vivo=f"{counted['in-vivo']:,}",
        unsaid=f"{counted['']:,}",
    )


def _quotes(read: Reading) -> Phrase | None:
    if not pages.counts_by_code(read, pages.EVERYTHING):
        return None
    return Phrase("Every quotation is given with its document and turn.")


def _evidence(read: Reading) -> Phrase | None:
    chosen = read.where("evidence")
    if not chosen:
        return None
    sides = Counter(one.side for one in chosen)
    return Phrase(
        "Passages were chosen as evidence of {themes}: {for_it} for and {against} against.",
        themes=_many(len({one.theme for one in chosen}), "theme"),
        for_it=f"{sides['for']:,}",
        against=f"{sides['against']:,}",
    )


def _themes(read: Reading) -> Phrase | None:
    themes = [code for code in read.codebook.ordered if code.kind == "theme"]
    if not themes:
        return None
    stages = Counter(theme.stage or STAGES[0] for theme in themes)
    return Phrase(
        "{themes}: {candidate} candidate, {reviewed} reviewed, {defined} defined, {named} named, {dropped} dropped.",
        themes=_many(len(themes), "theme"),
        **{stage: f"{stages[stage]:,}" for stage in STAGES},
    )


def _counter_evidence(read: Reading) -> Phrase | None:
    themes = [code for code in read.codebook.ordered if code.kind == "theme" and code.stage != "dropped"]
    if not themes:
        return None
    missing = tuple(theme.name for theme in themes if not theme.counter_search)
    if not missing:
        return Phrase("Counter-evidence was looked for in every theme.")
    return Phrase(
        "Counter-evidence was looked for in {done} of {themes}; not for: {names}.",
        done=f"{len(themes) - len(missing):,}",
        themes=_many(len(themes), "theme"),
        names=missing,
    )


def _privacy(read: Reading) -> Iterable[Phrase]:
    cases = read.cases()
    named = sum(case.display is not None for case in cases)
    hidden = len(read.where("redaction"))
    if named:
        yield Phrase(
            "{named} of {cases} have a display id in place of the name.",
            named=f"{named:,}",
            cases=_many(len(cases), "case"),
        )
    if hidden:
        yield Phrase("{passages} are never printed: […] stands for them.", passages=_many(hidden, "passage"))


def _processing(read: Reading) -> Iterable[Phrase]:
    formats = Counter(document.format or "txt" for document in read.documents())
    if not formats:
        return
    yield Phrase(
        "The documents came as files: {formats}. The original files are kept.",
        formats=tuple(f"{count:,} {name}" for name, count in sorted(formats.items())),
    )
    edited = read.steps_of("documents.edit_text") + read.steps_of("documents.replace_text")
    edits = sum(not step.undone for step in edited)
    if edits:
        yield Phrase("Texts were changed in {steps} after the import.", steps=_many(edits, "step"))


def _audit(read: Reading) -> Iterable[Phrase]:
    steps = read.steps()
    yield Phrase(
        "The history has {steps}, from {first} to {last}; {undone} of them were undone. People: {names}.",
        steps=_many(len(steps), "step"),
        first=steps[0].time[:10],
        last=steps[-1].time[:10],
        undone=f"{sum(step.undone for step in steps):,}",
        names=tuple(sorted({step.coder for step in steps})),
    )
    yield Phrase("Digest of the last step: {digest}.", digest=steps[-1].digest[:16])
    versions = tuple(one.name for one in read.where("named_version"))
    if versions:
        yield Phrase("Named versions: {names}.", names=versions)
