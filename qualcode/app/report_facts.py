"""What the project itself can tell a reader of how the study was done: sentences for a methods appendix, by the names
that the items of `domain.reporting` ask for."""

from collections import Counter
from collections.abc import Iterable, Sequence

from .. import __version__
from ..domain.cases import Variable
from ..domain.codebook import Code
from ..domain.documents import Document, turns
from ..domain.errors import Phrase
from ..domain.memos import printed_day_of
from ..domain.methods import BY_KEY
from ..domain.themes import STAGES, is_told
from ..store import pages
from ..store.reading import Reading
from .quoting import Quoting
from .report_audit import audit, before_coding, reviews
from .report_options import ReportOptions
from .report_words import days, many
from .tables import cases_heard
from .theme_facts import evidence_by_side

_MOST_VALUES = 12  # different answers of a variable that are told one by one
_LONGEST_VALUE = 60  # characters; a longer one was not chosen from a list but written
Facts = dict[str, tuple[Phrase, ...]]
_KINDS = {
    str(kind): kind
    for kind in (
        Phrase("reflexive"),
        Phrase("method"),
        Phrase("theory"),
        Phrase("analytic"),
        Phrase("code"),
        Phrase("case"),
        Phrase("document"),
        Phrase("question"),
        Phrase("merge"),
        Phrase("reason"),
    )
}


def facts(read: Reading, options: ReportOptions | None = None) -> Facts:
    """Sentences for each fact the project knows something about; what it knows nothing of is left out. They are those
    of a report with these options."""
    quoting = Quoting(read, options is not None and options.display_ids)
    found: dict[str, Iterable[Phrase | None]] = {
        "method": [_method(read)],
        "sample": _sample(read),
        "coded": [_coded(read)],
        "variables": _variables(read, quoting),
        "length": _length(read.documents(), read),
        "memos": [_memos(read, quoting)],
        "reflexivity": [_reflexivity(read)],
        "coders": [_coders(read)],
        "codebook": [_codebook(read)],
        "theme_origins": [_theme_origins(read.codes())],
        "code_origins": [_code_origins(read.codes())],
        "before_coding": [before_coding(read)],
        "software": [Phrase("qualcode {version}, which keeps a history of every change.", version=__version__)],
        "quotes": _quotes(read, options or ReportOptions()),
        "evidence": [_evidence(read)],
        "themes": [_themes(read)],
        "counter_evidence": [_counter_evidence(read)],
        "privacy": _privacy(read, options or ReportOptions()),
        "processing": _processing(read),
        "audit": audit(read, quoting),
        "reviews": reviews(read, quoting),
    }
    kept = {name: tuple(one for one in sentences if one is not None) for name, sentences in found.items()}
    return {name: sentences for name, sentences in kept.items() if sentences}


def _method(read: Reading) -> Phrase | None:
    profile = BY_KEY.get(read.study().method)
    return None if profile is None else Phrase("The approach chosen is {method}.", method=profile.name)


def _sample(read: Reading) -> Iterable[Phrase]:
    documents, cases = read.documents(), read.count("case")
    if not documents:
        return
    number = many(len(documents), "document")
    if cases:
        yield Phrase("The project holds {documents} and {cases}.", documents=number, cases=many(cases, "case"))
    else:
        yield Phrase("The project holds {documents}.", documents=number)
    alone = len(documents) - len({one.document for one in read.assignments()})
    if cases and alone:
        yield Phrase("Among them: {documents} without a case.", documents=many(alone, "document"))


def _coded(read: Reading) -> Phrase | None:
    """How many documents and cases hold a coding: what the analysis rests on so far."""
    spans: dict[bytes, set[tuple[int, int]]] = {}
    for key, _, _, start, end in read.spans():
        spans.setdefault(bytes(key), set()).add((start, end))
    if not spans:
        return None
    documents, cases = read.documents(), read.count("case")
    held = Phrase("{number} of {all}", number=f"{len(spans):,}", all=many(len(documents), "document"))
    if not cases:
        return Phrase("Codings lie in {documents}.", documents=held)
    heard = cases_heard(read)
    speaking: set[str] = set()
    for document in documents:
        if places := spans.get(document.id.bytes):
            who = heard(document)
            speaking.update(name for place in places for name in who(*place))
    return Phrase(
        "Codings lie in {documents} and {cases}.",
        documents=held,
        cases=Phrase("{number} of {all}", number=f"{len(speaking):,}", all=many(cases, "case")),
    )


def _variables(read: Reading, quoting: Quoting) -> Iterable[Phrase]:
    cases = read.count("case")
    for variable in read.variables():
        values = [one.text for one in read.values(variable=variable.id)]
        if values and len(values) == cases:
            yield Phrase("{variable}: {spread}.", variable=variable.name, spread=_spread(variable, values, quoting))
        elif values:
            yield Phrase(
                "{variable}: {spread} (known of {known} of {cases}).",
                variable=variable.name,
                spread=_spread(variable, values, quoting),
                known=f"{len(values):,}",
                cases=many(cases, "case"),
            )


def _spread(variable: Variable, values: list[str], quoting: Quoting) -> Phrase:
    """How the answers to a variable spread, as they may be printed."""
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
    counts = Counter(values)
    # what people wrote freely may give them away
    if len(counts) > _MOST_VALUES or variable.type == "text" or max(map(len, counts)) > _LONGEST_VALUE:
        many = len(counts)
        english = "1 answer" if many == 1 else f"{many:,} different answers"
        return Phrase("{number} different answers", english=english, number=f"{many:,}")
    printed = Counter(map(quoting.sentence, values))
    told = sorted(printed.items(), key=lambda pair: (-pair[1], pair[0]))
    return Phrase("{names}", names=tuple(f"{value} {count:,}" for value, count in told))


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
    spoken = sum(
        bool(turn.speaker) for one in documents if one.speakers for turn in turns(read.text(one), one.speakers)
    )
    if spoken:
        yield Phrase("They hold {turns} of speakers.", turns=many(spoken, "turn"))


def _memos(read: Reading, quoting: Quoting) -> Phrase | None:
    memos = read.memos()
    if not memos:
        return None
    when = sorted(map(printed_day_of, memos))
    kinds = Counter(memo.kind for memo in memos)
    told = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    return Phrase(
        "{memos} {days}: {kinds}.",
        memos=many(len(memos), "memo"),
        days=days(when[0], when[-1]),
        kinds=tuple(Phrase("{kind} {count}", kind=_kind(kind, quoting), count=f"{count:,}") for kind, count in told),
    )


def _kind(kind: str, quoting: Quoting) -> str:
    """A type of memo: one of ours in the words of the report, the researchers' own as it may be printed."""
    return _KINDS.get(kind) or quoting.sentence(kind) or Phrase("no type")


def _reflexivity(read: Reading) -> Phrase | None:
    when = sorted(printed_day_of(memo) for memo in read.memos() if memo.kind == "reflexive")
    if not when:
        return None
    return Phrase(
        "Reflexive memos: {memos}, {days}.",
        memos=many(len(when), "memo"),
        days=days(when[0], when[-1]),
    )


def _coders(read: Reading) -> Phrase | None:
    names = {coder.id.bytes: coder.name for coder in read.coders()}
    codings = Counter(bytes(coder) for _, _, coder, _, _ in read.spans())
    if not codings:
        return None
    return Phrase(
        "{people} coded: {names} (number of codings).",
        people=many(len(codings), "person"),
        names=tuple(f"{names[coder]} ({count:,})" for coder, count in codings.most_common()),
    )


def _codebook(read: Reading) -> Phrase | None:
    codes = read.codebook.ordered
    if not codes:
        return None
    depth = max(len(read.codebook.ancestors(code.id)) for code in codes) + 1
    return Phrase(
        "The codebook has {themes} and {codes} on {levels}; with a definition: {defined} of {all}.",
        themes=themes_counted(codes),
        codes=many(sum(code.kind != "theme" for code in codes), "code"),
        levels=many(depth, "level"),
        defined=f"{sum(bool(code.definition or code.full_definition) for code in codes):,}",
        all=f"{len(codes):,}",
    )


def themes_counted(codes: Iterable[Code]) -> Phrase:
    """“4 themes”, or with those that were let go “3 themes (and 1 dropped)”."""
    stages = [code.stage for code in codes if code.kind == "theme"]
    dropped = stages.count("dropped")
    kept = many(len(stages) - dropped, "theme")
    return Phrase("{themes} (and {number} dropped)", themes=kept, number=f"{dropped:,}") if dropped else kept


def _standing(codes: Iterable[Code]) -> list[Code]:
    """The themes that were not let go."""
    return [code for code in codes if code.kind == "theme" and code.stage != "dropped"]


def _theme_origins(codes: Iterable[Code]) -> Phrase | None:
    counted = Counter(code.origin for code in _standing(codes))
    if set(counted) <= {""}:
        return None
    return Phrase("Themes by the origin they are labelled with: {origins}.", origins=_origins(counted))


def _code_origins(codes: Iterable[Code]) -> Phrase | None:
    counted = Counter(code.origin for code in codes if code.kind != "theme")
    if set(counted) <= {""}:
        return None
    return Phrase("Codes by the origin they are labelled with: {origins}.", origins=_origins(counted))


def _origins(counted: Counter[str]) -> tuple[Phrase, ...]:
    names = (
        ("inductive", Phrase("inductive")),
        ("deductive", Phrase("deductive")),
        ("in-vivo", Phrase("in vivo")),
        ("", Phrase("no label")),
    )
    return tuple(
        Phrase("{origin} {count}", origin=name, count=f"{counted[key]:,}") for key, name in names if counted[key]
    )


def _quotes(read: Reading, options: ReportOptions) -> Iterable[Phrase]:
    """How the quotes of the report are identified, if it has any."""
    if "themes" not in options.sections or not options.quotes:
        return
    if not pages.counts_by_code(read, pages.EVERYTHING) and not read.count("evidence"):
        return
    named = any(case.display for case in read.cases()) or any(one.display for one in read.where("speaker_name"))
    if options.display_ids and named:
        yield Phrase(
            "Each quotation is given with the display id of its case or speaker; where there is none, with its "
            "document."
        )
    else:
        yield Phrase("Each quotation is given with its document.")
    if any(document.speakers for document in read.documents()):
        yield Phrase("Where a document has turns, the number of the turn stands beside it.")


def _evidence(read: Reading) -> Phrase | None:
    standing = {theme.id for theme in _standing(read.codes())}
    chosen = evidence_by_side(read, (one for one in read.where("evidence") if one.theme in standing))
    if not chosen:
        return None
    sides: Counter[str] = Counter()
    for (_, side), number in chosen.items():
        sides[side] += number
    return Phrase(
        "Passages were chosen as evidence of {themes}: {for_it} for and {against} against.",
        themes=many(len({theme for theme, _ in chosen}), "theme"),
        for_it=f"{sides['for']:,}",
        against=f"{sides['against']:,}",
    )


def _themes(read: Reading) -> Phrase | None:
    themes = _standing(read.codebook.ordered)
    if not themes:
        return None
    return Phrase(
        "{themes}: {names}.",
        themes=many(len(themes), "theme"),
        names=tuple(Phrase("{name} ({stage})", name=theme.name, stage=theme.stage or STAGES[0]) for theme in themes),
    )


def _counter_evidence(read: Reading) -> Phrase | None:
    themes = _standing(read.codebook.ordered)
    if not themes:
        return None
    missing = tuple(theme.name for theme in themes if not is_told(theme.counter_search))
    if not missing:
        return Phrase("A search for counter-evidence is described for every theme.")
    return Phrase(
        "A search for counter-evidence is described for {done} of {themes}; not for: {names}.",
        done=f"{len(themes) - len(missing):,}",
        themes=many(len(themes), "theme"),
        names=missing,
    )


def _privacy(read: Reading, options: ReportOptions) -> Iterable[Phrase]:
    cases = read.cases()
    named = sum(bool(case.display) and case.display != case.name for case in cases) if options.display_ids else 0
    hidden = len(read.where("redaction"))
    if named:
        yield Phrase(
            "Display ids stand for names: {named} of {cases}.",
            named=f"{named:,}",
            cases=many(len(cases), "case"),
        )
    if hidden:
        yield Phrase("[…] stands for words that are never printed: {passages}.", passages=many(hidden, "passage"))


def _processing(read: Reading) -> Iterable[Phrase]:
    formats = Counter(document.format or "txt" for document in read.documents())
    if not formats:
        return
    yield Phrase(
        "Kinds of documents: {formats}. The original files are kept.",
        formats=tuple(f"{count:,} {name}" for name, count in sorted(formats.items())),
    )
    edited = read.steps_of("documents.edit_text") + read.steps_of("documents.replace_text")
    edits = sum(not step.undone for step in edited)
    if edits:
        yield Phrase("Texts were changed in {steps} after the import.", steps=many(edits, "step"))
