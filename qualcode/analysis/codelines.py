"""The code line: codes as rows over the length of one document, like voices in a score."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..domain.errors import Phrase
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Key, Page, Say, color_of, names_width, series_color
from .chart_rows import Rows, with_documents
from .drawn import Drawn, Mark
from .material import Material
from .matrices import Filters, Label, as_of, chosen_material
from .sheets import elided, text_width

if TYPE_CHECKING:
    import pandas as pd

_PLOT = 680.0
_MOST_SPEAKERS = 6
_NAMES = 240.0
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bar:
    """A coded passage: its row, span, who coded it (indices of coders), the numbers of the first and the last turn
    that it touches (0: none)."""

    row: int
    start: int
    end: int
    coders: tuple[int, ...]
    first_turn: int
    last_turn: int


@dataclass(frozen=True, slots=True)
class Codeline:
    """The picture as a record: positions are code points of the document.

    `bars` stand in the order of `rows` and text; `voices` are the speakers with their turns, who speaks most first;
    `turns` are all turns.
    """

    document: int
    characters: int
    rows: Rows
    bars: tuple[Bar, ...]
    coders: tuple[str, ...]
    turns: tuple[Span, ...]
    voices: tuple[tuple[str, tuple[Span, ...]], ...]
    title: Phrase
    caption: tuple[Phrase, ...]


def bars_of(material: Material, rows: Rows, document: int) -> list[Bar]:
    """The distinct spans of every row in a document, each with everybody who put a code of the row there."""
    turns = np.asarray(material.units(document, "turn"), dtype=np.int64).reshape(-1, 2)
    index = {code.id: number for number, code in enumerate(material.codes)}
    found: dict[tuple[int, int, int], set[int]] = {}
    rows_with: dict[int, list[int]] = {}
    for row, codes in enumerate(rows.codes):
        for code in codes:
            rows_with.setdefault(index[code], []).append(row)
    here = np.flatnonzero(material.document == document)
    columns = (material.code[here], material.start[here], material.end[here], material.coder[here])
    for number, start, end, coder in zip(*(column.tolist() for column in columns), strict=True):
        for row in rows_with.get(number, ()):
            found.setdefault((row, start, end), set()).add(coder)
    bars = []
    for (row, start, end), coders in sorted(found.items()):
        low = int(np.searchsorted(turns[:, 1], start, side="right"))
        high = int(np.searchsorted(turns[:, 0], end, side="left"))
        touched = (low + 1, high) if high > low else (0, 0)
        bars.append(Bar(row, start, end, tuple(sorted(coders)), *touched))
    return bars


def codeline_table(material: Material, rows: Rows, document: int) -> "pd.DataFrame":
    """A row per coded passage: document, code, start, end, characters, from, to (in per cent of the document), turn
    (the first it touches, 0: none), turns (how many), speaker (of the first), coders.

    A passage is a distinct span of a code, several coders on it count once. `attrs` say so.
    """
    import pandas as pd

    whole = material.documents[document]
    speakers = material.speakers(document)
    bars = bars_of(material, rows, document)
    part = 100 / whole.characters if whole.characters else 0.0
    columns: dict[str, list[object]] = {
        "document": [whole.name] * len(bars),
        "code": [rows.labels[bar.row].path for bar in bars],
        "start": [bar.start for bar in bars],
        "end": [bar.end for bar in bars],
        "characters": [bar.end - bar.start for bar in bars],
        "from": [round(bar.start * part, 3) for bar in bars],
        "to": [round(bar.end * part, 3) for bar in bars],
        "turn": [bar.first_turn for bar in bars],
        "turns": [bar.last_turn - bar.first_turn + 1 if bar.first_turn else 0 for bar in bars],
        "speaker": [speakers[bar.first_turn - 1] if 0 < bar.first_turn <= len(speakers) else "" for bar in bars],
        "coders": [", ".join(material.coders[coder] for coder in bar.coders) for bar in bars],
    }
    table = pd.DataFrame(columns)
    table.attrs = {"unit": "distinct span of a code", "n_segments": len(bars), "n_characters": whole.characters}
    return table


def codeline(material: Material, rows: Rows, document: int, filters: Filters | None = None) -> Codeline:
    """The record of the picture; its rows are those of `rows` that stand in the document."""
    filters = filters or Filters()
    bars = bars_of(material, rows, document)
    used = sorted({bar.row for bar in bars})
    place = {row: number for number, row in enumerate(used)}
    counts = [sum(bar.row == row for bar in bars) for row in used]
    labels = tuple(
        Label(old.code, old.name, old.path, old.light, old.dark, old.mark, count)
        for old, count in zip((rows.labels[row] for row in used), counts, strict=True)
    )
    shown = Rows(labels, tuple(rows.codes[row] for row in used), rows.spans, rows.level, rows.of)
    turns = [(int(start), int(end)) for start, end in np.asarray(material.units(document, "turn")).reshape(-1, 2)]
    voices: dict[str, list[Span]] = {}
    for turn, speaker in zip(turns, material.speakers(document), strict=False):
        if speaker:
            voices.setdefault(speaker, []).append(turn)
    spoken = sorted(voices.items(), key=lambda voice: -sum(end - start for start, end in voice[1]))
    whole = material.documents[document]
    sentences = [
        Phrase("Each bar is a passage that carries the code, from the beginning of the document to its end."),
        *rows.notes,
        Phrase("Several coders on one span count once."),
    ]
    if spoken:
        sentences.append(Phrase("Grey: who speaks; numbers below are turns."))
    sentences += [
        chosen_material(with_documents(material, (document,)), len(used), rows.told(filters)),
        Phrase(
            "n = {segments} segments in {characters} characters.",
            segments=f"{len(bars):,}",
            characters=f"{whole.characters:,}",
        ),
        *as_of(filters),
    ]
    return Codeline(
        document=document,
        characters=max(whole.characters, 1),
        rows=shown,
        bars=tuple(Bar(place[bar.row], bar.start, bar.end, bar.coders, bar.first_turn, bar.last_turn) for bar in bars),
        coders=material.coders,
        turns=tuple(turns),
        voices=tuple((speaker, tuple(spans)) for speaker, spans in spoken[:_MOST_SPEAKERS]),
        title=Phrase("Code line of {document}", document=whole.name),
        caption=tuple(sentences),
    )


def lanes_of(bars: Sequence[Bar]) -> tuple[list[int], dict[int, int]]:
    """The lane of every bar, so that none of a row hides another, and how many lanes each row has.

    The bars stand in order of row and start; each takes the first lane that is free.
    """
    lanes: list[int] = []
    free: dict[int, list[int]] = {}
    for bar in bars:
        ends = free.setdefault(bar.row, [])
        lane = next((place for place, end in enumerate(ends) if end <= bar.start), len(ends))
        ends[lane : lane + 1] = [bar.end]
        lanes.append(lane)
    return lanes, {row: len(ends) for row, ends in free.items()}


def codeline_chart(
    data: Codeline, material: Material, by_coder: bool = False, dark: bool = False, say: Say = str
) -> Drawn:
    """The picture; with `by_coder` each row has a lane for everybody who coded in the document, in their colours."""
    labels = data.rows.labels
    coders = sorted({coder for bar in data.bars for coder in bar.coders}) if by_coder else []
    lanes = max(len(coders), 1)
    height = max(18.0 if len(labels) <= 40 else 14.0, 7.0 * lanes + 6)
    names = names_width([label.name for label in labels] + [voice for voice, _ in data.voices], _NAMES)
    left = EDGE + max(names, 80.0) + 28
    band = 13.0
    head = len(data.voices) * band + (8 if data.voices else 0)
    body = head + len(labels) * height + 34
    keys = [Key(data.coders[coder], series_color(place, dark)) for place, coder in enumerate(coders)]
    page = Page(data.title, data.caption, width=left + _PLOT + 52 + EDGE, body=body, dark=dark, say=say, keys=keys)
    sheet, tones = page.sheet, page.tones
    scale = _PLOT / data.characters
    for place, (voice, spans) in enumerate(data.voices):
        y = page.top + (place + 0.5) * band
        sheet.text(left - 12, y, elided(voice, _NAMES, SMALL), SMALL, ha="right", color=tones.ink3)
        sheet.rectangles(
            [(left + start * scale, y - 3.5, max((end - start) * scale, 0.7), 7) for start, end in spans], tones.tie
        )
    top = page.top + head
    bottom = top + len(labels) * height
    # every other row on a ground of its own, so that the eye stays in it
    stripes = [(left, top + row * height, _PLOT, height) for row in range(0, len(labels), 2)]
    sheet.rectangles(stripes, _ground(tones.ground, tones.line))
    _turn_axis(page, data, left, top, bottom, scale)
    boxes: dict[str, list[tuple[float, float, float, float]]] = {}
    marks = []
    identity = material.documents[data.document].id
    for row, label in enumerate(labels):
        middle = top + (row + 0.5) * height
        page.name(label, left - 2, middle, _NAMES, NAME if height >= 18 else SMALL)
        sheet.text(left + _PLOT + 10, middle, f"{label.segments:,}", SMALL, color=tones.ink2)
        opened = Selection(codes=data.rows.codes[row], documents=frozenset((identity,)))
        said = f"{label.path}: {label.segments:,}"
        page.marks.append(Mark(EDGE, middle - height / 2, left - EDGE - 2, height, said, opened))
    own, many = lanes_of(data.bars)
    for bar, lane in zip(data.bars, own, strict=True):
        label = labels[bar.row]
        x, wide = left + bar.start * scale, max((bar.end - bar.start) * scale, 2.0)
        y = top + bar.row * height + 3
        who = ", ".join(data.coders[coder] for coder in bar.coders)
        marks.append(
            Mark(
                x,
                y - 2,
                max(wide, 5.0),
                height - 2,
                say(_said(label, bar, who)),
                Selection(places=((identity, bar.start, bar.end),)),
            )
        )
        if not by_coder:
            high = (height - 6) / many[bar.row]
            gap = min(1.0, high / 4) if many[bar.row] > 1 else 0.0
            boxes.setdefault(color_of(label, dark), []).append((x, y + lane * high, wide, high - gap))
            continue
        high = (height - 6) / lanes
        for coder in bar.coders:
            place = coders.index(coder)
            color = series_color(place, dark)
            boxes.setdefault(color, []).append((x, y + place * high, wide, high - (1 if lanes > 1 else 0)))
    for color, filled in boxes.items():
        sheet.rectangles(filled, color)
    page.marks += marks
    return page.drawn()


def _said(label: Label, bar: Bar, who: str) -> Phrase:
    if not bar.first_turn:
        return Phrase(
            "{code}: characters {start} to {end} ({coders})", code=label.path, start=bar.start, end=bar.end, coders=who
        )
    if bar.first_turn == bar.last_turn:
        return Phrase("{code}: turn {turn} ({coders})", code=label.path, turn=bar.first_turn, coders=who)
    return Phrase(
        "{code}: turns {first} to {last} ({coders})",
        code=label.path,
        first=bar.first_turn,
        last=bar.last_turn,
        coders=who,
    )


def _ground(ground: str, line: str) -> str:
    """A tone between the ground and its lines."""
    pairs = ((int(ground[i : i + 2], 16), int(line[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(0.62 * under + 0.38 * over):02X}" for under, over in pairs)


def _turn_axis(page: Page, data: Codeline, left: float, top: float, bottom: float, scale: float) -> None:
    """A line below, and the numbers of some turns where these begin."""
    sheet, tones = page.sheet, page.tones
    sheet.line([left, left + _PLOT], [bottom + 3, bottom + 3], tones.tie)
    last = -float("inf")
    for number in _shown_turns(len(data.turns)):
        x = left + data.turns[number - 1][0] * scale
        text = str(number)
        if x - last < text_width(text, SMALL) + 14:
            continue
        last = x
        sheet.line([x, x], [top, bottom + 7], tones.line)
        sheet.text(x, bottom + 16, text, SMALL, ha="center", color=tones.ink3)
    words = page.say(Phrase("turn"))
    sheet.text(left - 12, bottom + 16, words, SMALL, ha="right", color=tones.ink3)


def _shown_turns(count: int) -> Sequence[int]:
    """1 and then every fifth, tenth, … turn."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10**9) if count / step <= 16)
    return [1, *range(step if step > 1 else 2, count + 1, step)] if count else []
