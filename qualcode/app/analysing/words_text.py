"""What all analyses of words share: which text they look at, which words count, and how a caption says so."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.options import option
from .registry import Asked

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.corpora import Column, Corpus
    from ...analysis.material import Material
    from ...analysis.word_counts import Choice

LEMMA, FORM = "lemma", "form"


@dataclass(frozen=True, slots=True)
class TextOptions:
    """Which text an analysis of words looks at."""

    by: str = option(
        LEMMA,
        Phrase("Words as"),
        Phrase("Count words by base form, where their language has one, or as they are written."),
        choices=((LEMMA, Phrase("base forms")), (FORM, Phrase("word forms"))),
    )
    without_interviewer: bool = option(
        False, Phrase("Without the interviewer"), Phrase("Leave out what interviewers and moderators say.")
    )


@dataclass(frozen=True, slots=True)
class WordOptions(TextOptions):
    """Which text is looked at, and which words in it count."""

    stop_words: bool = option(
        False, Phrase("Stop words too"), Phrase("Count the words of the language's stop list (the, and, of) too.")
    )
    leave_out: tuple[str, ...] = option(
        (), Phrase("Leave out"), Phrase("Words that do not count either, as the table writes them.")
    )
    least_length: int = option(
        1, Phrase("Least length"), Phrase("Only words of so many characters and more."), least=1, quiet=True
    )


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """The words of the text that is looked at.

    `whole` are those of the chosen documents, `places` the numbers in it of the words of `corpus`; `redacted` is how
    many were left out because they stand in redacted passages.
    """

    material: "Material"
    whole: "Corpus"
    places: "Column"
    corpus: "Corpus"
    redacted: int


def look(asked: Asked, options: TextOptions) -> Looked:
    """The words inside the filters; with a filter of codes, those in segments of them.

    Words in redacted passages never count: a table of words leaves the project as easily as a quote.
    """
    import numpy as np

    from ...analysis.corpora import coded, looked_at

    material = asked.material
    whole = asked.project.analyses.words.corpus(material, asked.progress)
    keep = looked_at(material, whole)
    if options.without_interviewer:
        keep &= ~whole.asking
    if asked.scope.codes is not None:
        keep &= coded(material, whole, range(len(material.codes)))
    redacted = keep & _redacted(asked, whole)
    keep &= ~redacted
    return Looked(material, whole, np.flatnonzero(keep), whole.kept(keep), int(redacted.sum()))


def _redacted(asked: Asked, whole: "Corpus") -> "Column":
    from ...analysis.corpora import in_spans

    numbers = {document.id: number for number, document in enumerate(asked.material.documents)}
    spans: dict[int, list[tuple[int, int]]] = {}
    with asked.project.read() as read:
        for one in read.where("redaction"):
            if one.document in numbers:
                spans.setdefault(numbers[one.document], []).append((one.start, one.end))
    return in_spans(asked.material, whole, spans)


def choice_of(options: WordOptions) -> "Choice":
    """Which words count."""
    from ...analysis.word_counts import Choice
    from ...language.words import form_of

    return Choice(
        options.by, options.stop_words, options.least_length, frozenset(form_of(word) for word in options.leave_out)
    )


def made(table: "pd.DataFrame", looked: Looked, options: TextOptions, **facts: str | int) -> "pd.DataFrame":
    """The table with what it says of itself."""
    lemmas = [bool(lemmas) and options.by == LEMMA for _, _, lemmas in looked.corpus.told]
    units = [unit for unit, used in ((LEMMA, any(lemmas)), (FORM, not all(lemmas) or not lemmas)) if used]
    told: dict[str, str | int] = {
        "unit": " or ".join(units),
        **facts,
        "n_words": looked.corpus.size,
        "n_documents": len(looked.material.documents),
        "interviewer": "left out" if options.without_interviewer else "counted",
        "n_words_redacted": looked.redacted,
        "words_by": "; ".join(_tool(*each) for each in looked.corpus.told),
    }
    if isinstance(options, WordOptions):
        told["stop_words"] = "counted" if options.stop_words else "left out"
        told["left_out"] = "; ".join(options.leave_out)
        told["least_length"] = options.least_length
    table.attrs.clear()
    table.attrs.update(told)
    return table


def _tool(language: str, cutter: str, lemmas: str) -> str:
    return f"{language or '?'}: {cutter}, {lemmas or 'no base forms'}"


def told(asked: Asked, looked: Looked, options: TextOptions) -> tuple[Phrase, ...]:
    """What a caption says of the text and the words."""
    from ...analysis.matrices import as_of
    from ...language.word_methods import CHARACTERS

    said = []
    for language, cutter, lemmas in looked.corpus.told:
        name = language or Phrase("unknown language")
        if cutter == CHARACTERS:
            said.append(Phrase("{language}: every character counts as a word.", language=name))
        elif lemmas and options.by == LEMMA:
            said.append(Phrase("{language}: base forms by {lemmas}.", language=name, lemmas=lemmas))
        elif options.by == LEMMA:
            sentence = Phrase("{language}: word forms, for no base forms are known.", language=name)
            said.append(sentence)
        else:
            said.append(Phrase("{language}: word forms by {cutter}.", language=name, cutter=cutter))
    if isinstance(options, WordOptions) and not options.stop_words:
        said.append(Phrase("Without the words of the stop list."))
    if options.without_interviewer:
        said.append(Phrase("Without what interviewers say."))
    if asked.scope.codes is not None:
        said.append(Phrase("Only words in segments of the chosen codes."))
    if looked.redacted:
        said.append(Phrase("{number} words in redacted passages are left out.", number=f"{looked.redacted:,}"))
    number, of = len(looked.material.documents), asked.told.of_documents
    if of in (None, number):
        said.append(Phrase("{number} documents.", number=number))
    else:
        said.append(Phrase("{number} of {whole} documents.", number=number, whole=of))
    said += [Phrase("{sentence}.", english=f"{other.rstrip('.')}.", sentence=other) for other in asked.told.others]
    said.append(Phrase("n = {number} words.", number=f"{looked.corpus.size:,}"))
    return (*said, *as_of(asked.told))
