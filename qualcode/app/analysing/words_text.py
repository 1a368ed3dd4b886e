"""What all analyses of words share: which text they look at, which words count, and how a caption says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...domain.errors import BadInput, Phrase
from ...domain.options import option
from .registry import Asked

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.corpora import Column, Corpus
    from ...analysis.material import Material
    from ...analysis.word_counts import Choice

LEMMA, FORM = "lemma", "form"
UNKNOWN = "?"  # stands for the language of documents of which none is known


@dataclass(frozen=True, slots=True)
class TextOptions:
    """Which text an analysis of words looks at."""

    without_interviewer: bool = option(
        False, Phrase("Without the interviewer"), Phrase("Leave out what interviewers and moderators say.")
    )
    language: str = option(
        "",
        Phrase("Language"),
        Phrase("Only documents in this language, by its code: en, de; else of all, each counted by itself."),
        unset=Phrase("all, each by itself"),
        names="language",
    )


@dataclass(frozen=True, slots=True)
class FormOptions(TextOptions):
    """Which text is looked at, and what in it is one word."""

    by: str = option(
        LEMMA,
        Phrase("Words as"),
        Phrase("Count words by base form, where their language has one, or as they are written."),
        choices=((LEMMA, Phrase("base forms")), (FORM, Phrase("word forms"))),
    )


@dataclass(frozen=True, slots=True)
class WordOptions(FormOptions):
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
    many were left out because they stand in redacted passages, `documents` how many documents are looked at: those in
    the language that was asked for, else all.
    """

    material: "Material"
    whole: "Corpus"
    places: "Column"
    corpus: "Corpus"
    redacted: int
    documents: int

    @property
    def languages(self) -> tuple[tuple[str, int], ...]:
        """The languages of the words that are looked at, each with how many there are."""
        sizes = self.corpus.sizes().tolist()
        return tuple((name, size) for name, size in zip(self.corpus.languages, sizes, strict=True) if size)


def look(asked: Asked, options: TextOptions) -> Looked:
    """The words inside the filters; with a filter of codes, those in segments of them.

    Words in redacted passages never count: a table of words leaves the project as easily as a quote.
    """
    import numpy as np

    from ...analysis.corpora import coded, looked_at

    material = asked.material
    whole = asked.project.analyses.words.corpus(material, asked.progress)
    keep = looked_at(material, whole)
    documents = len(material.documents)
    language = language_of(whole, options)
    if language is not None:
        spoken = whole.language == whole.languages.index(language)
        keep &= spoken
        documents = int(np.unique(whole.document[spoken]).size)
    if options.without_interviewer:
        keep &= ~whole.asking
    if asked.scope.codes is not None:
        keep &= coded(material, whole, range(len(material.codes)))
    redacted = keep & _redacted(asked, whole)
    keep &= ~redacted
    corpus = whole.kept(keep)
    if language is not None:
        corpus = replace(corpus, told=tuple(one for one in corpus.told if one[0] == language))
    return Looked(material, whole, np.flatnonzero(keep), corpus, int(redacted.sum()), documents)


def language_of(whole: "Corpus", options: TextOptions) -> str | None:
    """The language that is asked for, as documents have it; None where it is not said. UNKNOWN are documents of which
    none is known. Raises `BadInput` where no word is in it, saying in which languages there are some.
    """
    if not options.language:
        return None
    there = {name.lower() or UNKNOWN: name for name, size in zip(whole.languages, whole.sizes(), strict=True) if size}
    code = options.language.strip().lower()
    if code not in there:
        raise BadInput(
            "There are no words in the language “{language}” in what is looked at. There are: {languages}.",
            language=options.language,
            languages=", ".join(there) or Phrase("none"),
        )
    return there[code]


def by_language(looked: Looked, counts: "Column") -> str | int:
    """Counts, one for each of the corpus' languages, as a table tells them of itself: one number where there are words
    of one language only."""
    found = [(name, int(count)) for name, count in zip(looked.corpus.languages, counts.tolist(), strict=True)]
    told = [(name, count) for name, count in found if count]
    return told[0][1] if len(told) == 1 else "; ".join(f"{name or UNKNOWN}: {count}" for name, count in told) or 0


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


def made(
    table: "pd.DataFrame", looked: Looked, options: TextOptions, notes: Sequence[Phrase] = (), **facts: str | int
) -> "pd.DataFrame":
    """The table with what it says of itself; `notes` are what a reader has to know beside its numbers."""
    told: dict[str, str | int] = {
        "unit": _units(looked, options),
        **facts,
        "n_words": by_language(looked, looked.corpus.sizes()),
        "n_documents": looked.documents,
        "languages": "; ".join(name or UNKNOWN for name, _ in looked.languages),
        "interviewer": "left out" if options.without_interviewer else "counted",
        "n_words_redacted": looked.redacted,
        "words_by": "; ".join(_tool(*each) for each in looked.corpus.told),
    }
    if isinstance(options, WordOptions):
        told["stop_words"] = "counted" if options.stop_words else "left out"
        told["left_out"] = "; ".join(options.leave_out)
        told["least_length"] = options.least_length
    if notes:
        told["note"] = _together(notes)
    table.attrs.clear()
    table.attrs.update(told)
    return table


def _units(looked: Looked, options: TextOptions) -> str:
    """What a word is: as base form, as it is written, or one of them in each language; a name is neither."""
    if not isinstance(options, FormOptions):
        return "name"
    lemmas = [bool(lemmas) and options.by == LEMMA for _, _, lemmas in looked.corpus.told]
    return " or ".join(name for name, used in ((LEMMA, any(lemmas)), (FORM, not all(lemmas) or not lemmas)) if used)


def _together(notes: Sequence[Phrase]) -> Phrase:
    """Sentences as one phrase."""
    found = notes[0]
    for other in notes[1:]:
        found = Phrase("{before} {next}", before=found, next=other)
    return found


def notes_on(looked: Looked) -> tuple[Phrase, ...]:
    """What has to be said of a table with words of several languages."""
    if len(looked.languages) < 2:
        return ()
    sizes = tuple(f"{name or UNKNOWN} {size:,}" for name, size in looked.languages)
    return (Phrase("Each language is counted by itself: {sizes} words.", sizes=sizes),)


def _tool(language: str, cutter: str, lemmas: str) -> str:
    return f"{language or UNKNOWN}: {cutter}, {lemmas or 'no base forms'}"


def told(asked: Asked, looked: Looked, options: FormOptions) -> tuple[Phrase, ...]:
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
    if options.language:
        said.append(Phrase("Only documents in the language {language}.", language=options.language))
    if isinstance(options, WordOptions) and not options.stop_words:
        said.append(Phrase("Without the words of the stop list."))
    if options.without_interviewer:
        said.append(Phrase("Without what interviewers say."))
    if asked.scope.codes is not None:
        said.append(Phrase("Only words in segments of the chosen codes."))
    if looked.redacted:
        one = "1 word in redacted passages is left out." if looked.redacted == 1 else ""
        left_out = Phrase(
            "{number} words in redacted passages are left out.", english=one, number=f"{looked.redacted:,}"
        )
        said.append(left_out)
    number, of = looked.documents, asked.told.of_documents
    if of in (None, number):
        said.append(Phrase("{number} documents.", number=number))
    else:
        said.append(Phrase("{number} of {whole} documents.", number=number, whole=of))
    said += [Phrase("{sentence}.", english=f"{other.rstrip('.')}.", sentence=other) for other in asked.told.others]
    said.append(Phrase("n = {number} words.", number=f"{looked.corpus.size:,}"))
    return (*said, *notes_on(looked), *as_of(asked.told))
