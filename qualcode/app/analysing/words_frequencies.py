"""How often words occur: the analysis *words*, its bars and its word cloud."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, WHOLE, option
from ...domain.selections import Selection
from .registry import Analysis, Asked, Say
from .words_text import Looked, WordOptions, choice_of, look, made, notes_on, told

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn
    from ...analysis.word_counts import Grams

BARS, CLOUD = "bars", "cloud"
SQUARE_ROOT, LINEAR = "sqrt", "linear"


@dataclass(frozen=True, slots=True)
class Options(WordOptions):
    """What the table and the figures of word frequencies show; see `analysis.word_counts`."""

    n: int = option(
        1,
        Phrase("Words in a row"),
        Phrase("Runs of so many words of one turn, without stop words at their ends."),
        least=1,
        most=5,
    )
    least: int = option(2, Phrase("Least count"), Phrase("Only what occurs so often or more."), least=1)
    most: int | None = option(
        None,
        Phrase("At most"),
        Phrase("At most so many rows, the most frequent; in figures 40 (a cloud: 100) unless said."),
        kind=WHOLE,
        optional=True,
        unset=Phrase("automatic"),
        least=1,
    )
    kind: str = option(
        BARS,
        Phrase("Kind"),
        Phrase("The figure: bars or word cloud."),
        choices=((BARS, Phrase("bars")), (CLOUD, Phrase("word cloud"))),
        only=FIGURE,
    )
    size: str = option(
        SQUARE_ROOT,
        Phrase("Size"),
        Phrase("How the size of a word in a cloud grows: with the square root of its count, or with the count."),
        choices=((SQUARE_ROOT, Phrase("square root of the count")), (LINEAR, Phrase("count"))),
        only=FIGURE,
    )
    seed: int = option(
        1, Phrase("Seed"), Phrase("Another number gives a cloud another arrangement."), only=FIGURE, quiet=True
    )


def _found(looked: Looked, options: Options) -> "Grams":
    from ...analysis.word_counts import grams, ordered

    return ordered(grams(looked.corpus, choice_of(options), options.n, options.least), looked.corpus)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.word_counts import word_table

    looked = look(asked, options)
    table = word_table(looked.material, looked.corpus, _found(looked, options))
    facts = {"n_rows": len(table), "words_in_a_row": options.n, "least_count": options.least}
    return made(table.head(options.most) if options.most else table, looked, options, notes_on(looked), **facts)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.word_clouds import word_cloud
    from ...analysis.word_counts import named
    from ...analysis.word_figures import Word, word_bars

    looked = look(asked, options)
    found = _found(looked, options)
    most = options.most or (40 if options.kind == BARS else 100)
    names, counts = named(found, looked.corpus)[:most], found.counts.tolist()[:most]
    words = [
        Word(
            name,
            count,
            f"{count:,}",
            f"{name}: {count:,}",
            Selection(places=found.places(looked.material, looked.corpus, row)),
        )
        for row, (name, count) in enumerate(zip(names, counts, strict=True))
    ]
    title = Phrase("Most frequent words") if options.n == 1 else Phrase("Most frequent runs of {n} words", n=options.n)
    caption = [Phrase("The {shown} most frequent of {number}.", shown=len(words), number=f"{len(found.words):,}")]
    caption += told(asked, looked, options)
    if options.kind == BARS:
        return word_bars(words, title, caption, dark, say)
    return word_cloud(words, title, caption, dark, say, linear=options.size == LINEAR, seed=options.seed)


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    if column not in ("word", "count", "per_million", "documents", "cases"):
        return None
    looked = look(asked, options)
    return Selection(places=_found(looked, options).places(looked.material, looked.corpus, row))


ANALYSIS = Analysis(
    name="words",
    title=Phrase("Word frequencies"),
    about=Phrase("Count words, by base form where their language has one, or runs of words."),
    columns="each word, the most frequent first: word, language, unit, count, per_million, documents, cases.",
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="words",
)
