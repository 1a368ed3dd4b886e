"""Coverage as bars: how much of each document is coded, by whom, or of whose words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.errors import Phrase
from ..domain.percents import percent
from ..domain.selections import Place, Selection
from .chart_pages import EDGE, NAME, SMALL, Key, Page, Say, names_width, series_color
from .chart_rows import codes_used
from .coverages import CODER, DOCUMENT, SPEAKER, Covered, coverage, uncoded, with_others
from .drawn import Drawn, Mark
from .material import Material
from .matrices import Filters, as_of
from .sheets import DARK, LIGHT, elided, text_width

ORDERS = ("project", "coded")
_ROOM = 420.0
_NAMES = 230.0
_RULES = {
    DOCUMENT: Phrase(
        "Part of all characters of a document, labels and blank lines too, that carries at least one code."
    ),
    CODER: Phrase("Part of all characters of a document, labels and blank lines too, to which the coder gave a code."),
    SPEAKER: Phrase("Part of each speaker's words that carries at least one code."),
}
_TITLES = {
    DOCUMENT: Phrase("Coded text by document"),
    CODER: Phrase("Coded text by document and coder"),
    SPEAKER: Phrase("Coded text by document and speaker"),
}


@dataclass(frozen=True, slots=True)
class CoverageChart:
    """The bars as a record: `groups` hold those of one document each, all documents together last.

    `series` are the coders whose bars have a colour each; `others` tells that only chosen codes were asked for, so that
    a bar goes on with what carries other ones.
    """

    by: str
    groups: tuple[tuple[Covered, ...], ...]
    names: tuple[str, ...]
    series: tuple[str, ...]
    title: Phrase
    caption: tuple[Phrase, ...]
    others: bool = False


def coverage_chart(
    material: Material,
    by: str = DOCUMENT,
    order: str = "project",
    most: int = 60,
    filters: Filters | None = None,
    whole: Material | None = None,
) -> CoverageChart:
    """The first `most` documents, in the order of the project or those with most coded text first; with `whole` (see
    `coverages.coverage`) what carries other codes only is told from what is not coded."""
    filters = filters or Filters()
    found = coverage(material, by, whole)
    grouped: dict[int, list[Covered]] = {}
    for row in found:
        grouped.setdefault(row.document, []).append(row)
    total = tuple(grouped.pop(-1, []))
    shown = list(grouped.items())
    if order == "coded":
        shown.sort(key=lambda one: -_share(one[1]))
    shown = shown[:most]
    if by == SPEAKER:  # who speaks in one document stands there
        homes = Counter(row.group for row in found if row.document >= 0)
        total = tuple(row for row in total if homes[row.group] > 1)
    parts = [row for row in found if row.document < 0]
    text, coded = sum(row.characters for row in parts), sum(row.coded for row in parts)
    if by == CODER:  # everybody had the whole text before them
        text = material.characters
    sentences = [_RULES[by]]
    if whole is not None:
        sentences.append(Phrase("Only the chosen codes are meant; the paler part of a bar carries other codes only."))
    if by == SPEAKER:
        sentences.append(Phrase("Words include the speaker's label; text without a speaker stands without a name."))
    if len(shown) < len(grouped):
        sentences.append(
            Phrase("Shown are {number} of {whole} documents.", number=len(shown), whole=f"{len(grouped):,}")
        )
    sentences.append(codes_used(material, filters))
    if by == CODER:
        sentences.append(Phrase("n = {characters} characters.", characters=f"{text:,}"))
    elif whole is not None:
        sentences.append(with_others(text, coded, sum(row.others for row in parts)))
    else:
        sentences.append(
            Phrase("n = {characters} characters, {coded} of them coded.", characters=f"{text:,}", coded=f"{coded:,}")
        )
    return CoverageChart(
        by,
        (*(tuple(rows) for _, rows in shown), *([total] if len(shown) > 1 and total else [])),
        (*(material.documents[number].name for number, _ in shown), *([""] if len(shown) > 1 and total else [])),
        material.coders if by == CODER else (),
        _TITLES[by],
        (*sentences, *as_of(filters)),
        whole is not None,
    )


def _share(rows: Sequence[Covered]) -> float:
    whole = sum(row.characters for row in rows)
    return sum(row.coded for row in rows) / whole if whole else 0.0


def coverage_bars(data: CoverageChart, material: Material, dark: bool = False, say: Say = str) -> Drawn:
    """A bar for each share on a grey one for the whole text; the grey part opens what nobody coded. `material` has the
    codings of all codes."""
    names = [name or say(Phrase("all documents")) for name in data.names]
    step = 20.0 if data.by == DOCUMENT else 14.0
    rest = 0.0 if data.by == DOCUMENT else 9.0
    second = names_width([row.group for rows in data.groups for row in rows], 130.0, SMALL) if data.by == SPEAKER else 0
    left = EDGE + names_width(names, _NAMES) + (second + 14 if second else 0) + 14
    heights = [step * len(rows) + rest for rows in data.groups]
    body = sum(heights) + (8 if len(heights) > 1 else 0) + 26
    keys = [Key(name, series_color(number, dark)) for number, name in enumerate(data.series)]
    if data.others:
        keys.append(Key(say(Phrase("other codes")), (DARK if dark else LIGHT).tie))
    page = Page(data.title, data.caption, width=left + _ROOM + 70 + EDGE, body=body, dark=dark, say=say, keys=keys)
    sheet, tones = page.sheet, page.tones
    open_places = _open_places(data, material)
    boxes: dict[str, list[tuple[float, float, float, float]]] = {tones.line: []}
    y = page.top
    for name, rows in zip(names, data.groups, strict=True):
        if rows[0].document < 0 and len(heights) > 1:
            sheet.line([EDGE, left + _ROOM], [y + 3, y + 3], tones.line)
            y += 8
        right = left - 12 - (second + 14 if second else 0)
        sheet.text(right, y + step / 2, elided(name, _NAMES, NAME), NAME, ha="right", color=tones.ink2)
        documents = frozenset((material.documents[rows[0].document].id,)) if rows[0].document >= 0 else None
        for row in rows:
            middle = y + step / 2
            wide = _ROOM * row.share if row.characters else 0.0
            color = series_color(data.series.index(row.group), dark) if data.series else tones.bar
            if second:
                alone = len(rows) == 1 and row.document >= 0
                who = row.group or ("" if alone else say(Phrase("no speaker")))
                shown = elided(who, 130.0, SMALL)
                sheet.text(left - 10, middle, shown, SMALL, ha="right", color=tones.ink3)
            thick = step * 0.62
            boxes[tones.line].append((left, middle - thick / 2, _ROOM, thick))
            boxes.setdefault(color, []).append((left, middle - thick / 2, wide, thick))
            beside = _ROOM * row.others / row.characters if row.others else 0.0
            if beside:
                boxes.setdefault(tones.tie, []).append((left + wide, middle - thick / 2, beside, thick))
                wide += beside
            sheet.text(left + _ROOM + 8, middle, say(percent(row.share)), SMALL, color=tones.ink)
            words = ", ".join(filter(None, (name, row.group)))
            chosen = Selection(
                documents=documents,
                coders=frozenset((row.group,)) if data.by == CODER else None,
                speakers=frozenset((row.group,)) if data.by == SPEAKER else None,
            )
            page.marks.append(
                Mark(EDGE, y, left + _ROOM + 60 - EDGE, step, f"{words}: {say(percent(row.share))}", chosen)
            )
            if row.document in open_places and wide < _ROOM:
                left_over = percent(1 - (row.coded + row.others) / row.characters)
                said = say(Phrase("{document}: not coded {share}", document=name, share=left_over))
                empty = Selection(places=open_places[row.document])
                page.marks.append(Mark(left + wide, y, _ROOM - wide, step, said, empty))
            y += step
        y += rest
    _axis(page, left, y - rest / 2)
    for color, filled in boxes.items():
        sheet.rectangles(filled, color)
    return page.drawn()


def _open_places(data: CoverageChart, material: Material) -> dict[int, tuple[Place, ...]]:
    """What nobody coded of each document shown, where a bar stands for the whole document."""
    if data.by != DOCUMENT:
        return {}
    shown = {rows[0].document for rows in data.groups if rows[0].document >= 0}
    found: dict[int, tuple[Place, ...]] = {}
    for document, start, end, _ in uncoded(material, documents=shown):
        found[document] = (*found.get(document, ()), (material.documents[document].id, start, end))
    return found


def _axis(page: Page, left: float, y: float) -> None:
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = left + _ROOM * share
        page.sheet.line([x, x], [page.top - 2, y + 2], page.tones.line, z=0.5)
        text = page.say(percent(share))
        if text_width(text, SMALL):
            page.sheet.text(x, y + 13, text, SMALL, ha="center", color=page.tones.ink3)
