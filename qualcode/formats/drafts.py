"""A document while it is being read: text and marks grow together, and are cleaned together at the end."""

from bisect import bisect_left
from dataclasses import dataclass, field

from ..domain.bundle import Mark, ReadDocument, ReadOptions
from ..domain.documents import TEXT_LIMIT, Cleaned, clean, speaker_rule
from ..domain.errors import BadInput
from . import speakers


@dataclass(slots=True)
class Draft:
    """Collects text in pieces; marks are given in positions of the text written so far."""

    name: str
    _pieces: list[str] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)
    length: int = 0
    _last: str = "\n"

    @property
    def at_line_start(self) -> bool:
        """Whether the next character begins a line."""
        return self._last == "\n"

    def write(self, text: str) -> None:
        """Append `text`; raises `BadInput` when the document grows over the limit."""
        if not text:
            return
        self._pieces.append(text)
        self.length += len(text)
        self._last = text[-1]
        check_length(self.name, self.length)

    def end_line(self) -> None:
        """Begin a new line unless the text is at the start of one."""
        if self._last != "\n":
            self.write("\n")

    def drop_line_ends(self, start: int) -> None:
        """Take line ends off the end of what was written since `start`: a cell's last one is not text."""
        while self.length > start and self._pieces[-1].endswith("\n"):
            last = self._pieces.pop()
            kept = last[:-1]
            self.length -= 1
            if kept:
                self._pieces.append(kept)
        self._last = self._pieces[-1][-1] if self._pieces else "\n"
        # marks are added as they end: only the latest can reach beyond the new end
        cut: list[Mark] = []
        while self._marks and self._marks[-1].end > self.length:
            mark = self._marks.pop()
            if mark.start < self.length:
                cut.append(Mark(mark.start, self.length, mark.kind, mark.value))
        self._marks.extend(reversed(cut))

    def mark(self, start: int, kind: str, value: str = "") -> None:
        """Mark what was written since `start`; a mark over nothing is left out, a page's is an anchor."""
        if self.length > start or kind == "page":
            self._marks.append(Mark(start, self.length, kind, value))

    def mark_span(self, start: int, end: int, kind: str, value: str = "") -> None:
        """Mark a span of what was written."""
        self._marks.append(Mark(start, end, kind, value))

    def document(
        self,
        format_name: str,
        options: ReadOptions,
        *,
        encoding: str = "",
        language: str = "",
        speaker_pattern: str | None = None,
        folder: str = "",
        case: str = "",
    ) -> ReadDocument:
        """The finished document. A reader that knows the speaker rule gives it; what the user says wins."""
        raw = "".join(self._pieces)
        cleaned = clean(raw)
        return ReadDocument(
            name=self.name,
            text=cleaned.text,
            format=format_name,
            marks=tuple(sorted(_moved(self._marks, cleaned), key=lambda mark: (mark.start, -mark.end, mark.kind))),
            cleaning=_recorded(cleaned),
            encoding=encoding,
            language=options.language or language,
            speakers=_chosen_speakers(cleaned.text, options, speaker_pattern),
            folder=folder,
            case=case,
        )


def check_length(name: str, length: int) -> None:
    """Raise `BadInput` when a text of `length` characters is over the limit."""
    if length > TEXT_LIMIT:
        raise BadInput(
            "The text of “{name}” is longer than {limit} characters. Split it and import the parts.",
            name=name,
            limit=f"{TEXT_LIMIT:,}",
        )


def _chosen_speakers(text: str, options: ReadOptions, known: str | None) -> str:
    if options.speakers == "none":
        return ""
    if options.speakers:
        return speaker_rule(options.speakers).pattern
    return speakers.detect(text) if known is None else known


def _recorded(cleaned: Cleaned) -> dict[str, object]:
    """What cleaning changed, with empty lists left out: most texts have nothing to say."""
    changes: dict[str, object] = {
        "newlines": list(cleaned.newlines),
        "removed": [list(pair) for pair in cleaned.removed],
        "replaced": list(cleaned.replaced),
    }
    return {kind: places for kind, places in changes.items() if places}


def _moved(marks: list[Mark], cleaned: Cleaned) -> list[Mark]:
    """Marks given in positions of the raw text, in positions of the cleaned one."""
    shrunk = sorted([(place, 1) for place in cleaned.newlines] + list(cleaned.removed))
    if not shrunk:
        return marks
    # raw positions after which a character is missing, in order
    gaps: list[int] = []
    for place, count in shrunk:
        for _ in range(count):
            gaps.append(place + len(gaps))

    def shifted(position: int) -> int:
        return position - bisect_left(gaps, position)

    return [Mark(shifted(mark.start), shifted(mark.end), mark.kind, mark.value) for mark in marks]
