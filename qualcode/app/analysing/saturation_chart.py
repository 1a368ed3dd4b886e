"""Saturation as a chart: what is drawn of it, and what its caption says."""

from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from ...domain.selections import Selection
from .registry import Say

if TYPE_CHECKING:
    from ...analysis.drawn import Drawn
    from .saturation import Saturation

_TITLES = {
    "codes": Phrase("Saturation: new codes by document"),
    "themes": Phrase("Saturation: new themes by document"),
    "facets": Phrase("Saturation: new facets by document"),
}
_THINGS = {"codes": Phrase("codes"), "themes": Phrase("themes"), "facets": Phrase("facets")}


def chart(found: "Saturation", dark: bool, say: Say) -> "Drawn":
    """The curve with base, stop, band and estimate."""
    from ...analysis.saturation_figure import SaturationChart, saturation_chart

    bands = found.bands()
    options, documents = found.options, found.seen.documents
    opens = tuple(
        Selection(codes=found.new_codes(place), documents=frozenset({document.id})) if found.new[place] else None
        for place, document in enumerate(documents)
    )
    data = SaturationChart(
        title=_TITLES[options.of],
        things=_THINGS[options.of],
        documents=tuple(document.name for document in documents),
        curve=found.curve,
        base=options.base,
        run=options.run,
        stop=found.stop,
        reached=found.reached,
        bands=bands,
        chao2=found.chao2,
        caption=_caption(found, bands is not None),
        opens=opens,
    )
    return saturation_chart(data, dark, say)


def _caption(found: "Saturation", banded: bool) -> tuple[Phrase, ...]:
    from ...analysis.matrices import as_of, chosen_material
    from .saturation import ANALYSTS, SAMPLED

    options, told = found.options, found.asked.told
    material = found.asked.material
    used = len({code for codes in found.seen.items for code in codes})
    sentences = list(found.said())
    if found.stop is None:
        sentences.append(Phrase("The threshold is not reached."))
    if banded:
        sentences.append(
            Phrase(
                "Band: 95 % of {orders} random orders (seed {seed}); dashed: their mean.",
                orders=f"{options.orders:,}",
                seed=options.seed,
            )
        )
    note = found.note()
    sentences += [note] if note else []
    sentences += [SAMPLED] if found.chao2 is not None else []
    sentences += [
        chosen_material(material, min(used, told.of_codes or used), told),
        Phrase(
            "n = {items} {things} in {documents} coded documents.",
            items=len(found.seen.items),
            things=_THINGS[options.of],
            documents=len(found.seen.documents),
        ),
        ANALYSTS,
        *as_of(told),
    ]
    return tuple(sentences)
