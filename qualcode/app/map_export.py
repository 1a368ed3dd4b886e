"""Theme maps as files: pictures, a page with the quotes behind every relation, a graph; and the list of relations."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codings import Segment
from ..domain.errors import BadInput, NotFound, Phrase, listed, paragraph
from ..domain.progress import SILENT, Progress
from ..domain.theme_maps import RELATION_KINDS, SIZES, ThemeMap
from ..domain.themes import STAGES
from ..store.reading import Reading
from .destination import destination
from .map_reading import LABEL, WORDS, MapPicture, MapRelation, MapThing, map_picture, maps, with_facts
from .map_sizes import grown_boxes, number_of, size_legend
from .mentions import shortened
from .naming import resolve
from .quoting import Quoting

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from ..analysis.map_drawings import Drawing
    from .project import Project

PICTURE_SUFFIXES = (".svg", ".png", ".pdf")
SUFFIXES = (*PICTURE_SUFFIXES, ".html", ".graphml")
_STAGE_NAMES = {
    "candidate": Phrase("Candidate"),
    "reviewed": Phrase("Reviewed"),
    "defined": Phrase("Defined"),
    "named": Phrase("Named"),
    "dropped": Phrase("Dropped"),
}
_COUNTED = (
    ("theme", Phrase("themes"), Phrase("theme")),
    ("code", Phrase("codes"), Phrase("code")),
    ("case", Phrase("cases"), Phrase("case")),
    ("memo", Phrase("memos"), Phrase("memo")),
    ("segment", Phrase("segments"), Phrase("segment")),
    ("note", Phrase("notes"), Phrase("note")),
    ("group", Phrase("groups"), Phrase("group")),
)
_SIZED = {
    "segments": Phrase("Boxes of themes and codes grow with their segments."),
    "cases": Phrase("Boxes of themes and codes grow with the cases that speak of them."),
}
RELATION_COLUMNS = (
    "map",
    "source",
    "source_kind",
    "kind",
    "target",
    "target_kind",
    "directed",
    "strength",
    "quotes",
    "comment",
    "basis",
    "coder",
    "created",
)


def export_map(
    project: "Project",
    path: str | Path,
    theme_map: Any = None,
    date: str = "",
    progress: Progress = SILENT,
    display_ids: bool = False,
    say: Callable[[str], str] = str,
    size: str = "",
) -> Path:
    """Write a map as a picture (.svg, .png, .pdf), a page (.html) or a graph (.graphml); the path written.

    `theme_map` (record, id or name) may be left out where there is one only. `date` is the date in the file, else that
    of the last step, so that the same state gives the same bytes; `say` says our words in another language. Redacted
    words are never written; with `display_ids` cases and speakers are called by theirs. `size` is one of
    `domain.theme_maps.SIZES`: boxes of themes and codes alike, or as large as their segments or cases; else what is
    kept with the map.
    """
    from .export import date_of

    target = map_target(path)
    suffix = target.suffix.lower()
    if size and size not in SIZES:
        raise BadInput(
            "Boxes on a map are sized by one of {sizes}, not by “{size}”.", sizes=", ".join(SIZES), size=size
        )
    with project.read() as read:
        chosen = chosen_map(read, theme_map)
        picture = map_picture(read, chosen.id)
        day = date or date_of(read)
    size = size or picture.map.sized
    picture = with_facts(project, picture)
    progress.tick(1, 3, target.name)
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        named = as_printed(read, picture, quoting, say)
        if suffix == ".graphml":
            _write_graph(read, named, target, day, size)
            return target
        drawing = map_drawing(named, day, say, size)
        if suffix == ".html":
            _write_page(read, named, drawing, quoting, target, day, say)
            return target
    from ..analysis.figures import save
    from ..analysis.map_pictures import map_figure

    figure = map_figure(drawing, say).figure
    progress.tick(2, 3, target.name)
    save(figure, target, day)
    return target


def map_target(path: str | Path) -> Path:
    """Where a map is written: where a link leads. Raises `BadInput` for a suffix that maps are not written as."""
    target = destination(path)
    if target.suffix.lower() not in SUFFIXES:
        raise BadInput(
            "A map cannot be written as “{suffix}”. Name a file ending in {suffixes}.",
            suffix=target.suffix.lower() or target.name,
            suffixes=", ".join(SUFFIXES),
        )
    return target


def page_figure_of(
    project: "Project", theme_map: UUID, date: str, display_ids: bool = False, say: Callable[[str], str] = str
) -> tuple["Figure", bool | None]:
    """The picture of a map as a Matplotlib figure that can be read on a page (A4), and whether the page is turned.

    Its boxes stand closer together than on the map, and say their names only where there are many; a map too large
    even for that (None) is as `export_map` writes it.
    """
    from ..analysis.map_pages import on_page
    from ..analysis.map_pictures import map_figure

    with project.read() as read:
        picture = map_picture(read, theme_map)
    picture = with_facts(project, picture)
    with project.read() as read:
        named = as_printed(read, picture, Quoting(read, display_ids), say)
    drawing = map_drawing(named, date, say, picture.map.sized)
    found = on_page(replace(drawing, title=""), say)
    if found is None:
        return map_figure(drawing, say).figure, None
    return map_figure(found[0], say).figure, found[1]


def chosen_map(read: Reading, theme_map: Any) -> ThemeMap:
    """The map that is meant (record, id or name): the only one where none is named."""
    if theme_map is not None and theme_map != "":
        found: ThemeMap = resolve(read, ThemeMap, theme_map)
        return found
    there = maps(read)
    if not there:
        raise NotFound(
            "There is no map yet. Draw one in the window, or make one with: qualcode map PROJECT NAME --from themes"
        )
    if len(there) > 1:
        raise BadInput("There are several maps: {names}. Say which one.", names=listed(one.name for one in there))
    return there[0]


def as_printed(read: Reading, picture: MapPicture, quoting: Quoting, say: Callable[[str], str] = str) -> MapPicture:
    """The picture with the names and words that may leave the program."""

    def clean(text: str) -> str:
        return quoting.names(quoting.excerpt(text))

    segments = {one.id: one for one in read.records("segment", _ids(picture.things, "segment"))}
    memos = {one.id: one for one in read.records("memo", _ids(picture.things, "memo"))}
    things = []
    for thing in picture.things:
        if thing.kind == "case":
            things.append(replace(thing, label=quoting.case(thing.node.about)))
        elif thing.kind == "segment":
            quote = quoting.quote(segments[thing.node.about])
            words = " ".join(quote.text.split())
            things.append(replace(thing, label=words, words=words, where=say(quote.citation)))
        elif thing.kind == "memo" and thing.node.about in memos:
            # its words from the whole text: redacted ones that were cut short would not be known again
            words = shortened(clean(memos[thing.node.about].text), WORDS)
            things.append(replace(thing, words=words, label=clean(thing.label), where=clean(thing.where)))
        elif thing.kind in ("memo", "note", "group"):
            words = clean(thing.words)
            label = shortened(words, LABEL) if thing.kind == "note" else clean(thing.label)
            things.append(replace(thing, words=words, label=label))
        else:
            things.append(thing)
    names = {thing.node.id: shortened(thing.label) if thing.kind == "segment" else thing.label for thing in things}
    return replace(
        picture,
        things=tuple(things),
        relations=tuple(
            replace(
                one,
                source=names[one.relation.source],
                target=names[one.relation.target],
                relation=replace(
                    one.relation,
                    kind=_kind(one.relation.kind, clean),
                    comment=quoting.excerpt(one.relation.comment),
                ),
            )
            for one in picture.relations
        ),
    )


def _kind(kind: str, clean: Callable[[str], str]) -> str:
    """A kind of relation; one's own is words that somebody wrote, often a participant's."""
    return kind if kind in RELATION_KINDS else clean(kind)


def _ids(things: Sequence[MapThing], kind: str) -> set[UUID]:
    return {thing.node.about for thing in things if thing.kind == kind}


# ── pictures ──────────────────────────────────────────────────────────────────────────────────────────────────
def map_drawing(picture: MapPicture, date: str, say: Callable[[str], str] = str, size: str = "same") -> "Drawing":
    """What the figure of a map is drawn from; `size` says what boxes are as large as."""
    from ..analysis.map_drawings import Drawing, Line, crowded

    grown = grown_boxes(picture, size)
    drawing = Drawing(
        picture.map.name,
        tuple(replace(_card(thing, say), grown=grown.get(thing.id, 1.0)) for thing in picture.things),
        tuple(
            Line(
                one.id,
                one.relation.source,
                one.relation.target,
                one.relation.kind,
                bool(one.relation.directed),
                _words(one, say),
                one.relation.strength,
            )
            for one in picture.relations
        ),
        (),
        size_legend(picture, size, say),
    )
    notes: list[str] = [_told(picture)]
    if any(one.relation.strength is not None for one in picture.relations):
        notes.append(Phrase("Thicker lines are stronger."))
    if drawing.sizes:
        notes.append(_SIZED[size])
    if crowded(drawing):
        notes.append(Phrase("The words of the relations are left out, since there are so many."))
    if picture.map.basis:
        notes.append(picture.map.basis)
    notes.append(Phrase("Map of {date}.", date=date))
    return replace(drawing, caption=tuple(notes))


def _card(thing: MapThing, say: Callable[[str], str]) -> Any:
    from ..analysis.map_drawings import Card

    width, height = thing.node.size
    steps = 0 if thing.stage not in STAGES[:4] else STAGES.index(thing.stage) + 1
    line = thing.where if thing.kind == "segment" else say(_counts(thing)) if thing.facts is not None else ""
    return Card(
        thing.node.id,
        thing.kind,
        f"{say(Phrase('Memo'))}: {thing.label}" if thing.kind == "memo" else thing.label,
        thing.node.x,
        thing.node.y,
        width,
        height,
        thing.color,
        thing.mark,
        line,
        thing.words,
        say(_STAGE_NAMES[thing.stage]) if thing.stage else "",
        steps,
        thing.stage in ("candidate", "dropped"),
        thing.facts is not None and thing.facts.unfinished,
        inside=thing.node.inside,
    )


def _counts(thing: MapThing) -> Phrase:
    facts = thing.facts
    assert facts is not None
    segments = number_of(facts.segments, Phrase("segments"), Phrase("segment"))
    if thing.kind == "case":
        return Phrase("case · {segments}", segments=segments)
    if not facts.of_cases:
        return segments
    return Phrase("{segments} · {cases} of {all} cases", segments=segments, cases=facts.cases, all=facts.of_cases)


def _words(one: MapRelation, say: Callable[[str], str]) -> str:
    if one.quotes:
        return say(number_of(one.quotes, Phrase("quotes"), Phrase("quote")))
    return f"{one.relation.strength:g}" if one.relation.strength is not None else ""


def _told(picture: MapPicture) -> Phrase:
    """How many of everything there are."""
    kinds = [thing.kind for thing in picture.things]
    parts = [number_of(kinds.count(kind), many, one) for kind, many, one in _COUNTED if kind in kinds]
    quotes = sum(one.quotes for one in picture.relations)
    parts.append(number_of(len(picture.relations), Phrase("relations"), Phrase("relation")))
    if quotes:
        parts.append(number_of(quotes, Phrase("quotes"), Phrase("quote")))
    return Phrase("{parts}.", parts=tuple(parts))


# ── a page and a graph ────────────────────────────────────────────────────────────────────────────────────────
def _write_page(
    read: Reading,
    picture: MapPicture,
    drawing: "Drawing",
    quoting: Quoting,
    target: Path,
    date: str,
    say: Callable[[str], str],
) -> None:
    from ..analysis.figures import drawn
    from ..analysis.map_drawings import kind_name
    from ..analysis.map_pictures import map_figure
    from ..formats.map_page import MapPage, PageQuote, PageRelation, write_map_page

    shown: list[Segment] = read.records("segment", {key for one in picture.relations for key in one.evidence})
    quotes = {segment.id: quoting.quote(segment) for segment in sorted(shown, key=lambda one: one.document)}
    coders = {coder.id: coder.name for coder in read.coders()}
    evidence = {one.id: coders.get(one.coder, "") for one in shown}
    relations = [
        PageRelation(
            one.id,
            one.source,
            say(kind_name(one.relation.kind)),
            one.target,
            bool(one.relation.directed),
            one.relation.comment,
            say(one.relation.basis),
            tuple(
                PageQuote(quotes[key].text.strip(), say(quotes[key].citation), evidence[key])
                for key in one.evidence
                if key in quotes
            ),
        )
        for one in picture.relations
    ]
    made = map_figure(replace(drawing, title="", caption=()), say)
    svg = drawn(made.figure, ".svg", date).decode("utf-8")
    told = paragraph(drawing.caption, say)
    page = MapPage(picture.map.name, read.study().name, told, svg, made.size, made.labels, relations, date)
    write_map_page(page, target, say)


def _write_graph(read: Reading, picture: MapPicture, target: Path, date: str, size: str) -> None:
    from ..formats.graphml import Arrow, Vertex, write_graphml

    coders = {coder.id: coder.name for coder in read.coders()}
    names, grown = picture.by_id, grown_boxes(picture, size)
    vertices = [
        Vertex(
            str(thing.node.id),
            {
                "label": thing.label,
                "kind": thing.kind,
                "x": thing.node.x,
                "y": thing.node.y,
                "width": thing.node.size[0] * grown.get(thing.id, 1.0),
                "height": thing.node.size[1] * grown.get(thing.id, 1.0),
                "color": thing.color or None,
                "path": thing.where or None,
                "stage": thing.stage or None,
                "segments": thing.facts.segments if thing.facts else None,
                "cases": thing.facts.cases if thing.facts and thing.kind != "case" else None,
                "words": thing.words or None,
                "group": names[thing.node.inside].label if thing.node.inside in names else None,
                "about": str(thing.node.about),
            },
        )
        for thing in picture.things
    ]
    arrows = [
        Arrow(
            str(one.id),
            str(one.relation.source),
            str(one.relation.target),
            {
                "kind": one.relation.kind,
                "directed": bool(one.relation.directed),
                "quotes": one.quotes,
                "strength": one.relation.strength,
                "comment": one.relation.comment or None,
                "basis": str(one.relation.basis) or None,
                "coder": coders.get(one.relation.coder, ""),
            },
        )
        for one in picture.relations
    ]
    facts = {
        "name": picture.map.name,
        "study": read.study().name,
        "date": date,
        "basis": str(picture.map.basis) or None,
    }
    write_graphml(target, {**facts, "layout": picture.map.layout, "size": size, "step": picture.step}, vertices, arrows)


# ── the list twin ─────────────────────────────────────────────────────────────────────────────────────────────
def relations_table(read: Reading, *, theme_map: Any = None, ids: bool = False) -> "pd.DataFrame":
    """One row per relation of all maps, or of one, in the order of the maps and as they were made."""
    import pandas as pd

    chosen = maps(read) if theme_map in (None, "") else [resolve(read, ThemeMap, theme_map)]
    coders = {coder.id: coder.name for coder in read.coders()}
    rows: list[tuple[Any, ...]] = []
    quoting = Quoting(read)
    for one in chosen:
        picture = as_printed(read, map_picture(read, one.id), quoting)
        kinds = {thing.node.id: thing.kind for thing in picture.things}
        for relation in picture.relations:
            record = relation.relation
            row: tuple[Any, ...] = (
                one.name,
                relation.source,
                kinds[record.source],
                record.kind,
                relation.target,
                kinds[record.target],
                "yes" if record.directed else "no",
                float("nan") if record.strength is None else record.strength,
                relation.quotes,
                record.comment,
                str(record.basis),
                coders.get(record.coder, ""),
                record.created,
            )
            rows.append((*row, str(record.id)) if ids else row)
    table = pd.DataFrame(rows, columns=[*RELATION_COLUMNS, *(("relation_id",) if ids else ())])
    table.attrs = {"unit": "relation", "n_relations": len(rows), "n_maps": len(chosen)}
    return table
