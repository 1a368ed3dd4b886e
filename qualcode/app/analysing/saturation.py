"""How many new codes each document brings, and what would be new in further ones: the analysis *saturation*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ...domain.errors import BadInput, Phrase
from ...domain.methods import SATURATION
from ...domain.options import TABLE, option
from ...domain.selections import Selection
from .cautions import READ_AS
from .cautions import note as add_note
from .registry import Analysis, Asked, Say
from .seen_items import CODES, FACETS, NOW, THEMES, THEN, Seen, seen_items

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn
    from ...analysis.saturation import Bands, Curve, Estimate

IMPORTED, RANDOM = "imported", "random"
_TABLES = Phrase("Table"), Phrase("Documents")  # what the choice is called, and the usual one
_PREVALENCES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5)
ANALYSTS = Phrase(
    "Codes are made by analysts: that no new ones come says something about this analysis and its codebook, not that "
    "there is nothing more to find."
)

SAMPLED = Phrase("Chao2 takes the documents to be drawn at random from all that could have been (Chao 1987).")
PREVALENCE = Phrase(
    "The numbers of interviews hold for people drawn at random, each of whom would bring up a theme with the same "
    "chance."
)


@dataclass(frozen=True, slots=True)
class Options:
    """What counts as new, in which order, and how it is summed up."""

    of: str = option(
        CODES,
        Phrase("Count"),
        Phrase("What can be new: codes, themes, or marked new facets of codes."),
        choices=((CODES, Phrase("codes")), (THEMES, Phrase("themes")), (FACETS, Phrase("marked new facets"))),
    )
    base: int = option(4, Phrase("Base"), Phrase("So many first documents are the base."), least=1, most=1000)
    run: int = option(
        2, Phrase("Run"), Phrase("New ones are counted in so many documents at a time."), least=1, most=1000
    )
    threshold: float = option(
        0.05,
        Phrase("Threshold"),
        Phrase("New in a run as a share of those in the base: stop at this or less."),
        least=0,
        most=1,
    )
    order: str = option(
        IMPORTED,
        Phrase("Order"),
        Phrase("Documents in the order of their import, or in a random one."),
        choices=((IMPORTED, Phrase("as imported")), (RANDOM, Phrase("random"))),
    )
    codebook: str = option(
        NOW,
        Phrase("Codebook"),
        Phrase("The codes that documents carry now, or those they carried when they were coded."),
        choices=((NOW, Phrase("as it is now")), (THEN, Phrase("as it was then"))),
    )
    summary: bool = option(
        False,
        Phrase("Summary"),
        Phrase("One row: where to stop, Chao2 with its interval, and what random orders give."),
        only=TABLE,
        one_of=_TABLES,
    )
    bands: bool = option(
        False,
        Phrase("Bands"),
        Phrase("Add mean and limits of the cumulative codes in random orders."),
        only=TABLE,
        one_of=_TABLES,
    )
    prevalence: bool = option(
        False,
        Phrase("Prevalence"),
        Phrase("Interviews needed to hear a theme at least once, by how many people would bring it up."),
        only=TABLE,
        one_of=_TABLES,
    )
    certainty: float = option(
        0.95,
        Phrase("Certainty"),
        Phrase("How sure that is to be."),
        least=0.5,
        most=0.999,
        only=TABLE,
        needs="prevalence",
        quiet=True,
    )
    orders: int = option(
        1000, Phrase("Random orders"), Phrase("How many random orders."), least=10, most=100_000, quiet=True
    )
    seed: int = option(1, Phrase("Seed"), Phrase("The same seed gives the same random orders."), least=0, quiet=True)


class Saturation:
    """What was asked for, worked out; what is in what comes in the order that was asked for."""

    def __init__(self, asked: Asked, options: Options) -> None:
        from ...analysis.saturation import chao2_of, curve, new_by_document, random_order

        if options.of == FACETS and options.order == RANDOM:
            raise BadInput(
                "What is a new facet was judged in the order in which documents were read. Leave the order as imported."
            )
        self.options, self.asked = options, asked
        self.seen: Seen = seen_items(asked, options.of, options.codebook)
        if options.order == RANDOM:
            self.seen = self.seen.in_order(random_order(len(self.seen.documents), options.seed))
        seen = self.seen
        self.new = new_by_document(seen.document, seen.item, len(seen.documents), len(seen.items))
        self.curve: Curve = curve(self.new, options.base, options.run)
        self.stop = self.curve.stop_at(options.threshold)
        # how often a marked facet comes back is not known: only its first place is marked
        self.chao2: Estimate | None = (
            None if options.of == FACETS else chao2_of(seen.item, len(seen.documents), len(seen.items))
        )

    def bands(self) -> "Bands | None":
        """What random orders give; None for facets, whose newness depends on the order."""
        from ...analysis.saturation import bands

        seen, options = self.seen, self.options
        if options.of == FACETS or not seen.documents:
            return None
        return bands(
            seen.document,
            seen.item,
            len(seen.documents),
            len(seen.items),
            base=options.base,
            run=options.run,
            threshold=options.threshold,
            orders=options.orders,
            seed=options.seed,
        )

    @property
    def reached(self) -> str:
        """Where it stops as Guest, Namey & Chen write it: `6+2` are 6 documents and a run of 2 that brought little."""
        return "" if self.stop is None else f"{self.stop - self.options.run}+{self.options.run}"

    def said(self) -> tuple[Phrase, ...]:
        """How it was counted, in sentences."""
        options = self.options
        rule = Phrase(
            "{what}; base of {base} documents, runs of {run}, threshold {threshold}.",
            what=self.seen.said,
            base=options.base,
            run=options.run,
            threshold=f"{100 * options.threshold:.4g} %",
        )
        order = (
            Phrase("Documents in random order, seed {seed}.", seed=options.seed)
            if options.order == RANDOM
            else Phrase("Documents in the order of their import.")
        )
        left = (
            (Phrase("Documents without codings, left out: {number}.", number=self.seen.left_out),)
            if self.seen.left_out
            else ()
        )
        return (rule, order, *left)

    def note(self) -> Phrase | None:
        """What is not defined, and why."""
        options, documents = self.options, len(self.seen.documents)
        if documents < options.base + options.run:
            return Phrase(
                "Base and run need {needed} coded documents; there are {number}.",
                needed=options.base + options.run,
                number=documents,
            )
        if not self.curve.base_codes:
            return Phrase("Nothing is in the base, so there is no ratio.")
        if self.chao2 is None:
            return Phrase("Facets are marked where they are new only, so Chao2 and random orders are not defined.")
        if self.chao2.low != self.chao2.low:
            return Phrase("Chao2 expects nothing more; it has no interval then.")
        return None

    def new_codes(self, place: int) -> frozenset[UUID]:
        """The codes of what is new in the document at a place (from 0)."""
        from ...analysis.saturation import first_documents

        first = first_documents(self.seen.document, self.seen.item, len(self.seen.items))
        return frozenset(
            code for number, codes in enumerate(self.seen.items) if first[number] == place for code in codes
        )


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    import pandas as pd

    if options.summary + options.bands + options.prevalence > 1:
        raise BadInput("Ask for one of them: the summary, the bands or the prevalence.")
    found = Saturation(asked, options)
    if options.prevalence:
        table = _prevalence(found)
    elif options.summary:
        table = pd.DataFrame([_summary(found)])
    else:
        table = _positions(found)
    table.attrs = {
        "rule": " ".join(found.said()),
        READ_AS: ANALYSTS,
        "unit": {CODES: "code", THEMES: "theme", FACETS: "facet"}[options.of],
        "codebook": options.codebook,
        "n_documents": len(found.seen.documents),
        "n_codes": len(found.seen.items),
        "seed": options.seed,
    }
    add_note(table, found.note(), _assumed(found))
    return table


def _assumed(found: Saturation) -> Phrase | None:
    """What the numbers of a table take for granted."""
    if found.options.prevalence:
        return PREVALENCE
    return SAMPLED if found.options.summary and found.chao2 is not None else None


def _positions(found: Saturation) -> "pd.DataFrame":
    import numpy as np
    import pandas as pd

    curve = found.curve
    columns: dict[str, Any] = {
        "position": np.arange(1, curve.new.size + 1),
        "document": np.array([document.name for document in found.seen.documents], dtype=object),
        "new_codes": curve.new,
        "cumulative_codes": curve.cumulative,
        "run_new": curve.run_new,
        "ratio": curve.ratio,
    }
    bands = found.bands() if found.options.bands else None
    if found.options.bands:
        empty = np.full(curve.new.size, np.nan)
        columns |= {
            "cumulative_mean": bands.mean if bands else empty,
            "cumulative_low": bands.low if bands else empty,
            "cumulative_high": bands.high if bands else empty,
        }
    table = pd.DataFrame(columns)
    table["run_new"] = table["run_new"].astype("Int64")
    return table


def _summary(found: Saturation) -> dict[str, Any]:
    options, estimate, bands = found.options, found.chao2, found.bands()
    nan = float("nan")
    expected = estimate.value if estimate else nan
    return {
        "documents": len(found.seen.documents),
        "codes": len(found.seen.items),
        "base": options.base,
        "run": options.run,
        "threshold": options.threshold,
        "base_codes": found.curve.base_codes,
        "stop_at": nan if found.stop is None else found.stop,
        "reached": found.reached,
        "stop_median": bands.stop(0.5) if bands else nan,
        "stop_low": bands.stop(0.025) if bands else nan,
        "stop_high": bands.stop(0.975) if bands else nan,
        "never": bands.never if bands else nan,
        "base_codes_low": bands.base_codes[0] if bands else nan,
        "base_codes_high": bands.base_codes[1] if bands else nan,
        "in_one_document": estimate.uniques if estimate else nan,
        "in_two_documents": estimate.duplicates if estimate else nan,
        "chao2": expected,
        "chao2_low": estimate.low if estimate else nan,
        "chao2_high": estimate.high if estimate else nan,
        "seen_share": len(found.seen.items) / expected if expected else nan,
        "orders": options.orders if bands else 0,
        "seed": options.seed,
        "note": found.note() or "",
    }


def _prevalence(found: Saturation) -> "pd.DataFrame":
    """How many interviews are needed, and what the present number of them would have missed."""
    import numpy as np
    import pandas as pd

    from ...analysis.saturation import needed

    seen, documents = found.seen, len(found.seen.documents)
    held = np.bincount(seen.item, minlength=len(seen.items)) / documents if documents else np.zeros(0)
    rows = [
        {
            "prevalence": share,
            "interviews": needed(share, found.options.certainty),
            "documents": documents,
            "chance_heard": 1 - (1 - share) ** documents,
            "codes_at_least": int((held >= share - 1e-12).sum()),
        }
        for share in _PREVALENCES
    ]
    return pd.DataFrame(rows)


def _cell(asked: Asked, options: Options, _shown: "pd.DataFrame", row: int, column: str) -> Selection | None:
    if options.summary or options.prevalence or column not in ("new_codes", "cumulative_codes", "run_new"):
        return None
    found = Saturation(asked, options)
    first = {"new_codes": row, "cumulative_codes": 0, "run_new": row - options.run + 1}[column]
    if first < 0:
        return None
    places = range(first, row + 1)
    codes: frozenset[UUID] = frozenset().union(*(found.new_codes(place) for place in places))
    return Selection(codes=codes, documents=frozenset(found.seen.documents[place].id for place in places))


def _figure(asked: Asked, options: Options, dark: bool, say: Say) -> "Drawn":
    from .saturation_chart import chart

    return chart(Saturation(asked, options), dark, say)


ANALYSIS = Analysis(
    name="saturation",
    title=Phrase("Saturation"),
    about=Phrase("See how many new codes each document brings, and how much more there might be."),
    columns=(
        "each document in order: position, document, new_codes, cumulative_codes, run_new, ratio; with --bands "
        "cumulative_mean, cumulative_low, cumulative_high; with --summary one row: documents, codes, base, run, "
        "threshold, base_codes, stop_at, reached, stop_median, stop_low, stop_high, never, base_codes_low, "
        "base_codes_high, in_one_document, in_two_documents, chao2, chao2_low, chao2_high, seen_share, orders, seed, "
        "note; with --prevalence: prevalence, interviews, documents, chance_heard, codes_at_least."
    ),
    options=Options,
    table=_table,
    figure=_figure,
    cell=_cell,
    group="counts",
    proof=True,
    hint=SATURATION,
)
