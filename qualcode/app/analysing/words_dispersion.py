"""How evenly words are spread, and where they stand: the analysis *dispersion* and its plot."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import FIGURE, TABLE, WHOLE, option
from ...domain.selections import Selection
from .registry import Analysis, Asked, Say
from .words_concordance import named_word
from .words_text import Looked, WordOptions, choice_of, look, made, notes_on, told

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.corpora import Column
    from ...analysis.drawn import Drawn
    from ...analysis.word_counts import Grams
    from ...analysis.word_figures import Spread

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Options(WordOptions):
    """Which words, over which parts; see `analysis.word_spread`."""

    over: str = option(
        "documents",
        Phrase("Over"),
        Phrase("The parts that a word may be spread over."),
        choices=(("documents", Phrase("documents")), ("cases", Phrase("cases"))),
        only=TABLE,
    )
    words: tuple[str, ...] = option(
        (),
        Phrase("Words"),
        Phrase("The words or phrases in the figure; the most frequent ones unless said."),
        unset=Phrase("the most frequent"),
        only=FIGURE,
    )
    least: int = option(5, Phrase("Least count"), Phrase("Only words that occur so often or more."), least=1)
    most: int | None = option(
        None,
        Phrase("At most"),
        Phrase("At most so many words, the most frequent; in a figure 10 unless said."),
        kind=WHOLE,
        optional=True,
        unset=Phrase("automatic"),
        least=1,
    )


def _found(looked: Looked, options: Options) -> "Grams":
    from ...analysis.word_counts import grams, ordered

    found = ordered(grams(looked.corpus, choice_of(options), 1, options.least), looked.corpus)
    if options.most is None or len(found.words) <= options.most:
        return found
    kept = found.row < options.most
    return replace(found, first=found.first[kept], row=found.row[kept], words=found.words[: options.most])


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    from ...analysis.word_spread import dispersion

    looked = look(asked, options)
    table = dispersion(looked.material, looked.corpus, _found(looked, options), options.over)
    facts: dict[str, str | int] = {
        "rule": f"Juilland's D, Gries' DP over {options.over}",
        "n_parts": int(table["parts"].max()) if len(table) else 0,
        "least_count": options.least,
    }
    return made(table, looked, options, notes_on(looked), **facts)


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    import numpy as np

    from ...analysis.word_counts import named
    from ...analysis.word_figures import dispersion_plot
    from ...analysis.word_lines import hits

    looked = look(asked, options)
    corpus = looked.corpus
    places = []
    if options.words:
        for word in options.words:
            found = hits(corpus, named_word(word), options.by)
            places.append((word, found.first, found.last))
    else:
        grams = _found(looked, replace(options, most=options.most or _SHOWN))
        for row, name in enumerate(named(grams, corpus)):
            first = grams.first[grams.row == row]
            places.append((name, first, first))
    sizes = np.bincount(corpus.document, minlength=len(looked.material.documents))
    used = np.flatnonzero(sizes)
    borders = (np.cumsum(sizes[used]) / max(corpus.size, 1)).tolist()
    rows = [_spread(looked, name, first, last, used) for name, first, last in places]
    names = [looked.material.documents[number].name for number in used.tolist()]
    caption = (
        Phrase("A stroke for every occurrence; the documents stand side by side, each as wide as it has words."),
        *told(asked, looked, options),
    )
    return dispersion_plot(rows, borders, names, Phrase("Where words stand"), caption, dark, say)


def _spread(looked: Looked, name: str, first: "Column", last: "Column", used: "Column") -> "Spread":
    """A line of the plot."""
    from ...analysis.word_figures import Spread
    from ...analysis.word_places import WordPlaces

    corpus = looked.corpus
    documents = []
    for column, number in enumerate(used.tolist()):
        inside = corpus.document[first] == number
        if inside.any():
            at = first[inside]
            opens = Selection(places=WordPlaces(looked.material, corpus, at, last[inside]))
            says = f"{name}, {looked.material.documents[number].name}: {at.size:,}"
            documents.append((column, tuple(((at + 0.5) / corpus.size).tolist()), says, opens))
    return Spread(name, f"{first.size:,}", tuple(documents))


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    if column not in ("word", "count", "per_million", "range"):
        return None
    looked = look(asked, options)
    return Selection(places=_found(looked, options).places(looked.material, looked.corpus, row))


ANALYSIS = Analysis(
    name="dispersion",
    title=Phrase("Dispersion of words"),
    about=Phrase("Say how evenly words are spread over documents or cases, and show where they stand."),
    columns=(
        "each word, the most frequent first: word, language, unit, count, per_million, range, parts, juilland_d, dp, "
        "dp_norm."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="words",
)
