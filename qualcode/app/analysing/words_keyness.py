"""Which words mark the segments of a theme, or the documents with a value: the analysis *keyness* and its bars."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.codebook import Code
from ...domain.errors import BadInput, Phrase
from ...domain.options import FIGURE, WHOLE, option
from ...domain.selections import Selection
from .reaching import below
from .registry import Analysis, Asked, Say
from .words_text import UNKNOWN, Looked, WordOptions, by_language, choice_of, look, made, notes_on, told

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn
    from ...analysis.material import BoolArray

ALL, CODED = "all", "coded"
_SAID = Phrase(
    "G² of word / other words by target / reference (Dunning 1993), 1 degree of freedom. What one person says is not "
    "independent: read it as an order of words, not as a test."
)


@dataclass(frozen=True, slots=True)
class Options(WordOptions):
    """What is set against what; see `analysis.word_keyness`."""

    code: str = option(
        "",
        Phrase("Code or theme"),
        Phrase("The target: words in its segments and those of the codes below it."),
        unset=Phrase("choose one"),
        names="code",
    )
    against: str = option(
        "",
        Phrase("Against"),
        Phrase("The reference: another code, or another value of the variable; all the rest unless said."),
        unset=Phrase("all the rest"),
    )
    rest: str = option(
        ALL,
        Phrase("The rest"),
        Phrase("What is the rest: all documents, or only those in which anything is coded."),
        choices=((ALL, Phrase("all documents")), (CODED, Phrase("coded documents"))),
    )
    variable: str = option(
        "", Phrase("Variable"), Phrase("The target: documents of cases with a value of it."), names="variable"
    )
    value: str = option("", Phrase("Value"), Phrase("The value of the variable, or a range of it: >=30, 2021..2023."))
    least: int = option(
        3, Phrase("Least count"), Phrase("Only words that occur so often or more in both together."), least=1
    )
    most: int | None = option(
        None,
        Phrase("At most"),
        Phrase("At most so many rows, the largest G² first; in a figure 20 for each side unless said."),
        kind=WHOLE,
        optional=True,
        unset=Phrase("automatic"),
        least=1,
    )
    measure: str = option(
        "g2",
        Phrase("Show"),
        Phrase("What the bars show."),
        choices=(("g2", Phrase("G²")), ("log_ratio", Phrase("log ratio"))),
        only=FIGURE,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Sides:
    target: "BoolArray"
    reference: "BoolArray"
    target_name: str
    reference_name: str
    uncoded: "BoolArray"  # words of the reference in documents without any coding
    alone: tuple[tuple[str, int], ...]  # languages that only one of the parts has, with their words there


def _sides(asked: Asked, looked: Looked, options: Options) -> _Sides:
    """The two parts of the text. Raises `BadInput` when they are not said, one of them has no word, or they have no
    language in common."""
    import numpy as np

    from ...analysis.word_keyness import compared

    if bool(options.code) == bool(options.variable):
        raise BadInput("Say whose words are meant: name a code or theme, or a variable and its value.")
    if options.variable and not options.value:
        raise BadInput("Say which value of “{variable}” is the target (value).", variable=options.variable)
    part = _coded if options.code else _valued
    target, name = part(asked, looked, options, options.code or options.value)
    corpus = looked.corpus
    coded = np.isin(corpus.document, looked.material.document)
    rest: BoolArray = ~target
    rest_name: str = Phrase("all other words")
    if options.rest == CODED:
        if options.against:
            raise BadInput("Say either what it is compared with (against) or what the rest is (rest), not both.")
        rest &= coded
        rest_name = Phrase("all other words of the coded documents")
    if options.against:
        other, rest_name = part(asked, looked, options, options.against)
        rest = other & ~target
    for side, called in ((target, name), (rest, rest_name)):
        if not side.any():
            raise BadInput("There are no words in “{side}”. Choose other documents or another part.", side=called)
    both = compared(corpus, target, rest)
    if not both.any():
        raise BadInput(
            "“{target}” and “{reference}” have no language in common. Compare what is said in one language.",
            target=name,
            reference=rest_name,
        )
    spoken = corpus.sizes(target | rest).tolist()
    alone = [(language, size) for language, size, ok in zip(corpus.languages, spoken, both, strict=True) if not ok]
    fits = both[corpus.language]
    return _Sides(
        target & fits,
        rest & fits,
        name,
        rest_name,
        rest & fits & ~coded,
        tuple((language or UNKNOWN, size) for language, size in alone if size),
    )


def _notes(looked: Looked, sides: _Sides) -> tuple[Phrase, ...]:
    """What of the reference was never coded, and what could not be compared."""
    import numpy as np

    found = []
    words = int(np.count_nonzero(sides.uncoded))
    if words:
        found.append(
            Phrase(
                "{words} of the {all} words of the reference stand in {documents} documents without any coding.",
                words=f"{words:,}",
                all=f"{int(np.count_nonzero(sides.reference)):,}",
                documents=int(np.unique(looked.corpus.document[sides.uncoded]).size),
            )
        )
    if sides.alone:
        found.append(
            Phrase(
                "Not compared, for only one of the parts has words in it: {languages}.",
                languages=tuple(f"{language} ({size:,})" for language, size in sides.alone),
            )
        )
    return tuple(found)


def _coded(asked: Asked, looked: Looked, options: Options, name: str) -> "tuple[BoolArray, str]":
    from ...analysis.corpora import coded
    from ..naming import resolve

    del options
    with asked.project.read() as read:
        code: Code = resolve(read, Code, name)
        path = read.codebook.paths()[code.id]
    numbers = {one.id: number for number, one in enumerate(looked.material.codes)}
    ids = below(looked.material, numbers[code.id])
    return coded(looked.material, looked.corpus, [numbers[one] for one in ids]), path


def _valued(asked: Asked, looked: Looked, options: Options, value: str) -> "tuple[BoolArray, str]":
    import numpy as np

    from ...analysis.corpora import in_spans

    scope = asked.project.analyses.scope(variables={options.variable: [value]})
    documents = looked.material.documents
    parts = dict(scope.parts)
    chosen = [number for number, one in enumerate(documents) if scope.documents is None or one.id in scope.documents]
    spans = {number: parts.get(documents[number].id, ((0, documents[number].characters),)) for number in chosen}
    found = in_spans(looked.material, looked.corpus, spans)
    return np.asarray(found), f"{options.variable} = {value}"


def _keys(asked: Asked, options: Options) -> "tuple[Looked, _Sides, pd.DataFrame]":
    from ...analysis.word_keyness import keyness

    looked = look(asked, options)
    sides = _sides(asked, looked, options)
    return looked, sides, keyness(looked.corpus, sides.target, sides.reference, choice_of(options), options.least)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    looked, sides, table = _keys(asked, options)
    notes = (*notes_on(looked), *_notes(looked, sides))
    facts: dict[str, str | int] = {
        "rule": "G² (2 × 2, 1 df); log ratio with 0.5 for none",
        "target": sides.target_name,
        "reference": sides.reference_name,
        "n_target": by_language(looked, looked.corpus.sizes(sides.target)),
        "n_reference": by_language(looked, looked.corpus.sizes(sides.reference)),
        "n_reference_uncoded": int(sides.uncoded.sum()),
        "n_tests": len(table),
        "least_count": options.least,
    }
    return made(table.head(options.most) if options.most else table, looked, options, notes, **facts)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.word_counts import with_language
    from ...analysis.word_figures import Word, key_bars

    looked, sides, table = _keys(asked, options)
    most = options.most or 20
    both, several = [], len(looked.languages) > 1
    for side, sign in (("target", 1), ("reference", -1)):
        rows = table[table["key_in"] == side].head(most)
        values = rows["g2"] * sign if options.measure == "g2" else rows["log_ratio"]
        words = []
        for name, language, unit, value, a, b in zip(
            rows["word"], rows["language"], rows["unit"], values, rows["target"], rows["reference"], strict=True
        ):
            opens = _places(looked, sides, options, (name, language, unit), side)
            shown = f"{abs(value):,.1f}" if options.measure == "g2" else f"{value:,.1f}".replace("-", "−")
            called = with_language(name, language) if several else name
            words.append(Word(called, float(value), shown, f"{called}: {shown} ({a:,} / {b:,})", opens))
        both.append(words)
    name = Phrase("G²") if options.measure == "g2" else Phrase("log ratio")
    numbers = [f"{int(side.sum()):,}" for side in (sides.target, sides.reference)]
    caption = [
        Phrase("{measure}, to the right what is more frequent in the target.", measure=name.capital()),
        Phrase("Target: {name} ({number} words).", name=sides.target_name, number=numbers[0]),
        Phrase("Reference: {name} ({number} words).", name=sides.reference_name, number=numbers[1]),
        _SAID,
        *_notes(looked, sides),
        *told(asked, looked, options),
    ]
    title = Phrase("Key words of {name}", name=sides.target_name)
    return key_bars(both[0], both[1], title, caption, dark, say)


def _places(looked: Looked, sides: _Sides, options: Options, word: tuple[str, str, str], side: str) -> Selection:
    """Where a word stands in one of the parts."""
    import numpy as np

    from ...analysis.corpora import WordType
    from ...analysis.word_places import WordPlaces

    corpus = looked.corpus
    inside = sides.target if side == "target" else sides.reference
    number = corpus.types.index(WordType(*word))
    found = np.flatnonzero((corpus.unit(options.by) == number) & inside)
    return Selection(places=WordPlaces(looked.material, corpus, found, found))


def _cell(asked: Asked, options: Options, table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    looked = look(asked, options)
    sides = _sides(asked, looked, options)
    side = "reference" if column.startswith("reference") else "target"
    word = tuple(str(table[name].iloc[row]) for name in ("word", "language", "unit"))
    return _places(looked, sides, options, (word[0], word[1], word[2]), side)


ANALYSIS = Analysis(
    name="keyness",
    title=Phrase("Key words"),
    about=Phrase("Find the words that mark the segments of a theme, or the documents of some cases, against the rest."),
    columns=(
        "each word, the largest G² first: word, language, unit, target, reference, target_per_million, "
        "reference_per_million, key_in, g2, p, p_bh, p_bonferroni, log_ratio, percent_diff, odds_ratio, absent_in, "
        "target_documents, reference_documents."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="words",
    proof=True,
)
