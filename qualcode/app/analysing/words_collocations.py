"""Which words keep company with a word, or with each other: the analysis *collocations* and its bars."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import WHOLE, option
from ...domain.selections import Selection
from .registry import Analysis, Asked, Say
from .words_concordance import named_word
from .words_text import Looked, WordOptions, by_language, choice_of, look, made, notes_on, told

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.corpora import Column
    from ...analysis.drawn import Drawn
    from ...analysis.word_company import Company

WINDOW, SENTENCE = "window", "sentence"
_NAMES = {"g2": Phrase("G²"), "t": Phrase("t-score"), "mi": Phrase("MI"), "log_dice": Phrase("logDice")}


@dataclass(frozen=True, slots=True)
class Options(WordOptions):
    """Whose company, and what counts as company; see `analysis.word_company`."""

    word: str = option(
        "",
        Phrase("Word"),
        Phrase("The word or phrase whose company is looked at; without it all pairs of neighbouring words are."),
        unset=Phrase("all pairs"),
    )
    company: str = option(
        WINDOW,
        Phrase("Company"),
        Phrase("Words near the word in its turn, or in the same sentence."),
        choices=((WINDOW, Phrase("words near it")), (SENTENCE, Phrase("same sentence"))),
    )
    left: int = option(
        5, Phrase("Words before"), Phrase("So many words before the word count as near."), least=0, most=50
    )
    right: int = option(
        5, Phrase("Words behind"), Phrase("So many words behind the word count as near."), least=0, most=50
    )
    least: int = option(3, Phrase("Least count"), Phrase("Only pairs that meet so often or more."), least=1)
    measure: str = option(
        "g2",
        Phrase("Order by"),
        Phrase("What decides the order, and what the bars show."),
        choices=tuple(_NAMES.items()),
    )
    most: int | None = option(
        None,
        Phrase("At most"),
        Phrase("At most so many rows; in a figure 40 unless said."),
        kind=WHOLE,
        optional=True,
        unset=Phrase("automatic"),
        least=1,
    )
    list_all: bool = option(
        False,
        Phrase("Below chance too"),
        Phrase("Also pairs that meet as often as by chance or less."),
        quiet=True,
    )


def _company(asked: Asked, looked: Looked, options: Options) -> "Company":
    from ...analysis.word_company import beside, in_units, side_by_side, unit_of
    from ...analysis.word_lines import hits

    choice = choice_of(options)
    if not options.word.strip():
        return side_by_side(looked.corpus, choice, options.least)
    node = hits(looked.corpus, named_word(options.word), options.by)
    if options.company == SENTENCE:
        asked.progress.tick(0, 0, "sentences")
        return in_units(looked.corpus, unit_of(looked.material, looked.corpus, "sentence"), node, choice)
    return beside(looked.corpus, node, options.left, options.right, choice)


def _rule(options: Options) -> Phrase:
    if not options.word.strip():
        return Phrase("pairs of neighbouring words")
    if options.company == SENTENCE:
        return Phrase("words in the same sentence as “{word}”", word=options.word)
    return Phrase(
        "words within {left} words before “{word}” and {right} behind it",
        left=options.left,
        right=options.right,
        word=options.word,
    )


def _rows(asked: Asked, options: Options) -> "tuple[Looked, Company, pd.DataFrame, Column]":
    """Every pair that meets often enough, or only those that attract each other."""
    from ...analysis.word_company import company_table

    looked = look(asked, options)
    company = _company(asked, looked, options)
    table, numbers = company_table(
        looked.corpus, company, options.word, options.measure, options.least, options.list_all
    )
    return looked, company, table, numbers


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    import numpy as np

    looked, company, table, _ = _rows(asked, options)
    counts = {"window": "words", "sentence": "sentences"}[options.company] if options.word.strip() else "pairs of words"
    below = int(np.count_nonzero(np.asarray(company.both) >= options.least)) - len(table)
    notes = [*notes_on(looked)]
    if below:
        notes.append(
            Phrase(
                "{number} pairs that meet as often as by chance or less are not listed.",
                number=f"{below:,}",
            )
        )
    facts: dict[str, str | int] = {
        "rule": str(_rule(options)),
        "counts_are": counts,
        "n": by_language(looked, company.totals),
        "n_pairs": len(table),
        "n_pairs_below_chance": below,
        "least_count": options.least,
    }
    return made(table.head(options.most) if options.most else table, looked, options, notes, **facts)


def _places(looked: Looked, company: "Company", pair: int) -> Selection:
    from ...analysis.word_places import WordPlaces

    at = company.at[company.pair == pair]
    wide = 0 if len(company.first) == 0 or company.first[pair] < 0 else 1  # both of two neighbours
    return Selection(places=WordPlaces(looked.material, looked.corpus, at, at + wide))


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from ...analysis.word_counts import joined, with_language
    from ...analysis.word_figures import Word, word_bars

    looked, company, table, numbers = _rows(asked, options)
    top = table.head(options.most or 40)
    several = len(looked.languages) > 1
    columns = ("word", "collocate", "language", "both", options.measure)
    words = []
    for pair, word, other, language, both, value in zip(
        numbers.tolist(), *(top[column] for column in columns), strict=False
    ):
        name = other if options.word.strip() else joined((word, other))
        name = with_language(name, language) if several else name
        words.append(
            Word(
                name, float(value), f"{value:,.1f}", f"{name}: {value:,.1f} ({both:,})", _places(looked, company, pair)
            )
        )
    caption = [
        Phrase("{measure} of {rule}.", measure=_NAMES[options.measure], rule=_rule(options)),
        Phrase("Pairs that meet {least} times and more.", least=options.least),
    ]
    if not options.list_all:
        caption.append(Phrase("Only pairs that meet more often than by chance."))
    title = (
        Phrase("The company of “{word}”", word=options.word)
        if options.word.strip()
        else Phrase("Words that keep company")
    )
    return word_bars(words, title, [*caption, *told(asked, looked, options)], dark, say)


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    if column not in ("word", "collocate", "both", *_NAMES):  # the other numbers are not of these places
        return None
    looked, company, _, numbers = _rows(asked, options)
    return _places(looked, company, int(numbers[row]))


ANALYSIS = Analysis(
    name="collocations",
    title=Phrase("Collocations"),
    about=Phrase("Find the words that keep company with a word, or with each other, more often than by chance."),
    columns=(
        "each pair: word, collocate, language, unit, both, word_count, collocate_count (how often each occurs), "
        "with_word, with_collocate (the margins: words near it, sentences with it, or pairs with it), total, expected, "
        "association, g2, t, mi, log_dice."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="words",
    proof=True,
    nothing=Phrase(
        "No words stand together so often and more often than by chance. Choose a lower least count, or “Below chance "
        "too”."
    ),
)
