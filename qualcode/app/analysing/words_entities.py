"""People, places and things that are named: the analysis *entities*, where a trained model finds them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import BadInput, Phrase
from ...domain.options import option
from ...domain.selections import Selection
from .registry import Analysis, Asked
from .words_text import Looked, TextOptions, look, made

if TYPE_CHECKING:
    import pandas as pd

    from ...language.entities import Entity

_Rows = dict[tuple[str, str], list[tuple[int, int, int]]]


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


def _found(asked: Asked, looked: Looked, options: Options) -> tuple[_Rows, list[str]]:
    """The places (document, start, end) of each name and kind, the most frequent first, and what found them.

    A name counts where all its words do. Raises `BadInput` where no model finds names.
    """
    material = looked.material
    named = asked.project.analyses.words.entities(material, asked.progress)
    if not any(named):
        languages = sorted({language or "?" for language, _, _ in looked.whole.told})
        raise BadInput(
            "No trained model is installed that finds names in these documents ({languages}). Install one for spaCy, "
            "such as en_core_web_sm for English.",
            languages=", ".join(languages),
        )
    rows: _Rows = {}
    with asked.project.read() as read:
        for number, found in enumerate(named):
            document = read.by_id("document", material.documents[number].id)
            text = read.text(document) if found and found[1] and document is not None else ""
            spans = found[1] if found else []
            for (start, end, label), inside in zip(spans, _inside(looked, number, spans), strict=True):
                if inside and options.label in ("", label):
                    rows.setdefault((" ".join(text[start:end].split()), label), []).append((number, start, end))
    often = {key: places for key, places in rows.items() if len(places) >= options.least}
    ordered = dict(sorted(often.items(), key=lambda row: (-len(row[1]), row[0])))
    return ordered, sorted({found[0] for found in named if found})


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
    rows, models = _found(asked, looked, options)
    table = pd.DataFrame(
        {
            "entity": [entity for entity, _ in rows],
            "label": [label for _, label in rows],
            "count": [len(places) for places in rows.values()],
            "documents": [len({document for document, _, _ in places}) for places in rows.values()],
        }
    )
    return made(table, looked, options, rule="; ".join(models), least_count=options.least)


def _cell(asked: Asked, options: Options, _table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    looked = look(asked, options)
    places = list(_found(asked, looked, options)[0].values())[row]
    ids = [document.id for document in looked.material.documents]
    return Selection(places=tuple((ids[document], start, end) for document, start, end in places))


ANALYSIS = Analysis(
    name="entities",
    title=Phrase("Names"),
    about=Phrase("List the people, places and things that are named, where a trained spaCy model is installed."),
    columns="each name, the most frequent first: entity, label, count, documents.",
    options=Options,
    table=_table,
    cell=_cell,
    group="words",
    no_figure=Phrase("Names come as a table."),
)
