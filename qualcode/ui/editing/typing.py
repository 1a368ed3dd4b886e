"""What was typed into a text and is not written yet: edits on the text as it was last written, and codings along."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...app.unwritten import changes_of
from ...domain.bookmarks import Bookmark
from ...domain.codings import PlacedCoding
from ...domain.segments import Edit, Edits, Span, composed


@dataclass(slots=True)
class Flight:
    """Edits on their way to the project; `text` is what they left, `step` the number of their step once known."""

    edits: list[Edit]
    base: str
    text: str
    step: int | None = None


class Typing:
    """One text under the hands of a typist; positions are code points.

    `base` is the text as it was last sent to the project, `text` what stands there now.
    """

    def __init__(self, text: str) -> None:
        self.base = self.text = text
        self.edits: list[Edit] = []
        self.flights: list[Flight] = []

    @property
    def pending(self) -> bool:
        """Whether something was typed that was not sent yet."""
        return self.text != self.base

    @property
    def settled(self) -> bool:
        """Whether the project has all of it."""
        return not self.pending and not self.flights

    def typed(self, start: int, end: int, words: str) -> None:
        """The characters `[start, end)` became `words`."""
        self.text = self.text[:start] + words + self.text[end:]
        self.edits = composed(self.edits, Edit(start, end, len(words)))

    def changes(self) -> list[tuple[int, int, str]]:
        """The passages of the base and what became of them."""
        return changes_of(self.edits, self.text)

    def send(self) -> Flight:
        """Take what was typed as one burst; more is typed on what it left."""
        flight = Flight(self.edits, self.base, self.text)
        self.flights.append(flight)
        self.base, self.edits = self.text, []
        return flight

    def came_back(self, flight: Flight) -> None:
        """A burst could not be written: it is pending again, with what was typed since."""
        number = self.flights.index(flight)
        edits: list[Edit] = []
        for part in [*(one.edits for one in self.flights[number:]), self.edits]:
            for edit in reversed(part):
                edits = composed(edits, edit)
        self.base, self.edits = flight.base, edits
        del self.flights[number:]

    def arrived(self, text: str, step: int) -> bool:
        """The project was read again and has this text, after this step; whether it is what was typed here.

        Nothing of what was typed is lost where it is not: the text to go on from is then another one.
        """
        self.flights = [one for one in self.flights if one.step is None or one.step > step]
        if text == (self.flights[0].base if self.flights else self.base):
            return True
        for number in range(len(self.flights) - 1, -1, -1):
            if self.flights[number].text == text:
                del self.flights[: number + 1]
                return True
        return False

    def settle(self, flight: Flight) -> None:
        """A burst turned out to change nothing."""
        if flight in self.flights:
            self.flights.remove(flight)

    def take_back(self) -> None:
        """Forget what was not sent."""
        self.text, self.edits = self.base, []

    # ── what stands on the text ──
    def moved(self, codings: Sequence[PlacedCoding]) -> list[PlacedCoding]:
        """Codings of the project where they stand now; those without a word left are left out."""
        found = list(codings)
        for edits in [*(flight.edits for flight in self.flights), self.edits]:
            if edits:
                found = _along(found, edits)
        return found

    def moved_bookmarks(self, bookmarks: Sequence[Bookmark]) -> list[Bookmark]:
        """Bookmarks of the project where they stand now."""
        found = list(bookmarks)
        for edits in [*(flight.edits for flight in self.flights), self.edits]:
            if edits:
                together = Edits(edits)
                found = [replace(one, at=together.anchor(one.at)) for one in found]
        return found

    def moved_spans(self, spans: Sequence[Span]) -> list[Span]:
        """Spans of the project's text where they stand now."""
        found = list(spans)
        for edits in [*(flight.edits for flight in self.flights), self.edits]:
            together = Edits(edits)
            found = [moved for span in found if (moved := together.moved(span)) is not None]
        return found

    def vanishing(self, codings: Sequence[PlacedCoding]) -> list[PlacedCoding]:
        """Codings of the project that what was typed and not sent leaves without a word, as they stood before it."""
        found = list(codings)
        for flight in self.flights:
            if flight.edits:
                found = _along(found, flight.edits)
        edits = Edits(self.edits)
        return [one for one in found if edits.moved(Span(one.start, one.end)) is None] if self.edits else []

    def vanishing_parts(self, parts: Sequence[tuple[str, Span]]) -> list[tuple[str, Span]]:
        """The same for the parts of the text that belong to cases, by their names."""
        found = list(parts)
        for flight in self.flights:
            before = Edits(flight.edits)
            found = [(case, moved) for case, span in found if (moved := before.moved(span)) is not None]
        edits = Edits(self.edits)
        return [(case, span) for case, span in found if edits.moved(span) is None]


def _along(codings: Sequence[PlacedCoding], edits: Sequence[Edit]) -> list[PlacedCoding]:
    """Codings after edits. What lies before all of them or behind is most of it, and quickly done."""
    together, first, last = Edits(edits), edits[0].start, edits[-1].end
    grown = sum(edit.length - (edit.end - edit.start) for edit in edits)
    found = []
    for coding in codings:
        start, end = coding.start, coding.end
        if end <= first:
            found.append(coding)
            continue
        if start >= last:
            start, end = start + grown, end + grown
        else:
            span = together.moved(Span(start, end))
            if span is None:
                continue
            start, end = span.start, span.end
        found.append(
            PlacedCoding(
                coding.id, coding.segment, coding.document, coding.coder, coding.code, start, end, coding.comment,
                coding.weight, coding.created, coding.certainty, coding.mark, coding.discuss, coding.doubt,
            )
        )  # fmt: skip
    return found
