"""People, places and things that are named: the analysis *entities*, where a trained model finds them."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import BadInput, Phrase
from ...domain.options import option
from ...domain.selections import Selection
from .registry import Analysis, Asked
from .words_text import UNKNOWN, Looked, TextOptions, language_of, look, made

if TYPE_CHECKING:
    import pandas as pd

    from ...language.entities import Entity

# name, kind and language: the places
_Rows = dict[tuple[str, str, str], list[tuple[int, int, int]]]


@dataclass(frozen=True, slots=True)
class Options(TextOptions):
    """Which names are listed."""

    label: str = option(
        "",
        Phrase("Kind"),
        Phrase("Only names of this kind, as the model calls it: PERSON, GPE, ORG."),
        unset=Phrase("all"),
    )
    least: int = option(1, Phrase("Least count"), Phrase("Only what occurs so often or more."), least=1)


@dataclass(frozen=True, slots=True)
class _Names:
    """The places of the names, the most frequent first, what found them, and of which languages nothing finds any:
    with how many documents that have words."""

    rows: _Rows
    models: tuple[str, ...]
    unread: tuple[tuple[str, int], ...]


def _found(asked: Asked, looked: Looked, options: Options) -> _Names:
    """The names that are listed.

    A name counts where all its words do. Raises `BadInput` where no model finds names.
    """
    import numpy as np

    material, whole = looked.material, looked.whole
    named = asked.project.analyses.words.entities(material, asked.progress, language_of(whole, options))
    held, first = np.unique(looked.corpus.document, return_index=True)
    spoken = {
        number: whole.languages[language]
        for number, language in zip(held.tolist(), looked.corpus.language[first].tolist(), strict=True)
    }
    unread = Counter(language for number, language in spoken.items() if named[number] is None)
    if unread and not any(named):
        raise _no_model(sorted(unread))
    rows: _Rows = {}
    with asked.project.read() as read:
        for number, found in enumerate(named):
            document = read.by_id("document", material.documents[number].id)
            text = read.text(document) if found and found[1] and document is not None else ""
            spans = found[1] if found else []
            for (start, end, label), inside in zip(spans, _inside(looked, number, spans), strict=True):
                if inside and options.label in ("", label):
                    key = " ".join(text[start:end].split()), label, spoken[number]
                    rows.setdefault(key, []).append((number, start, end))
    often = {key: places for key, places in rows.items() if len(places) >= options.least}
    ordered = dict(sorted(often.items(), key=lambda row: (-len(row[1]), row[0])))
    return _Names(ordered, tuple(sorted({found[0] for found in named if found})), tuple(sorted(unread.items())))


def _no_model(languages: Sequence[str]) -> BadInput:
    """Which model to install where, or that spaCy has none for these languages."""
    from ...language.word_methods import offered_model

    models = [model for model in map(offered_model, languages) if model]
    told = ", ".join(language or UNKNOWN for language in languages)
    if not models:
        return BadInput(
            "spaCy has no trained model that finds names in these documents ({languages}). Choose documents in another "
            "language, or say in which language these are.",
            languages=told,
        )
    return BadInput(
        "No trained spaCy model that is installed finds names in these documents ({languages}): install {models} where "
        "qualcode runs, with “{command}”, and start it again.",
        languages=told,
        models=", ".join(models),
        command="; ".join(f"{sys.executable} -m spacy download {model}" for model in models),
    )


def _inside(looked: Looked, document: int, spans: "list[Entity]") -> list[bool]:
    """Of which of these stretches of a document all words are looked at."""
    import numpy as np

    whole = looked.whole
    low, high = np.searchsorted(whole.document, [document, document + 1])
    kept = np.zeros(high - low + 1, dtype=np.int64)
    inside = looked.places[(looked.places >= low) & (looked.places < high)]
    kept[inside - low + 1] = 1
    kept = np.cumsum(kept)
    rows = np.array([(start, end) for start, end, _ in spans], dtype=np.int64).reshape(-1, 2)
    first = np.searchsorted(whole.end[low:high], rows[:, 0], side="right")
    last = np.searchsorted(whole.start[low:high], rows[:, 1], side="left")
    found: list[bool] = ((last > first) & (kept[last] - kept[first] == last - first)).tolist()
    return found


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    import pandas as pd

    looked = look(asked, options)
    found = _found(asked, looked, options)
    rows = found.rows
    table = pd.DataFrame(
        {
            "entity": [entity for entity, _, _ in rows],
            "label": [label for _, label, _ in rows],
            "language": [language for _, _, language in rows],
            "count": [len(places) for places in rows.values()],
            "documents": [len({document for document, _, _ in places}) for places in rows.values()],
        }
    )
    notes = []
    if found.unread:
        languages = tuple(f"{language or UNKNOWN} ({number})" for language, number in found.unread)
        notes.append(
            Phrase("No installed model finds names in these languages (documents): {languages}.", languages=languages)
        )
    return made(table, looked, options, notes, rule="; ".join(found.models), least_count=options.least)


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    looked = look(asked, options)
    places = list(_found(asked, looked, options).rows.values())[row]
    ids = [document.id for document in looked.material.documents]
    return Selection(places=tuple((ids[document], start, end) for document, start, end in places))


ANALYSIS = Analysis(
    name="entities",
    title=Phrase("Names"),
    about=Phrase("List the people, places and things that are named, where a trained spaCy model is installed."),
    columns="each name, the most frequent first: entity, label, language, count, documents.",
    options=Options,
    table=_table,
    cell=_cell,
    group="words",
    no_figure=Phrase("Names come as a table."),
)
