"""The theme maps and the charts of a report."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from ..domain.errors import BadInput, Phrase
from ..domain.progress import Progress
from ..domain.theme_maps import ThemeMap
from ..formats.report_parts import Heading, Paragraph, Part, Picture
from .charts import CooccurrenceOptions, FrequencyOptions, cooccurrence_view, frequency_view, theme_places
from .quoting import Quoting
from .report_options import Say

_TOO_LARGE = Phrase("The map is too large to be read on a page. Export it as a file of its own.")
_NODES = 20  # codes of the network: what can be read on a page

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from .project import Project


def charts(
    project: "Project", date: str, display_ids: bool, say: Say, progress: Progress, before: Iterable[Part] = ()
) -> Iterator[Part]:
    """The maps that were drawn, how themes and codes spread, and how they meet; `before` stands above the first that
    counts.

    A theme counts as in the section of the themes: with the codes below it and those linked to it. Themes that were
    let go are left out.
    """
    from ..analysis.sheets import calling
    from .map_export import page_figure_of

    yield Heading(1, say(Phrase("Charts")))
    with project.read() as read:
        maps: list[ThemeMap] = read.where("theme_map")
        coded = read.count("coding") > 0
        themes = any(code.kind == "theme" and code.stage != "dropped" for code in read.codes())
        names = Quoting(read, display_ids).names
    for number, theme_map in enumerate(maps):
        progress.tick(number, len(maps), theme_map.name)
        yield Heading(2, theme_map.name)
        drawn_map, turned = page_figure_of(project, theme_map.id, date, display_ids, say)
        yield _picture(drawn_map, date, theme_map.name, bool(turned))
        if turned is None:
            yield Paragraph(say(_TOO_LARGE), quiet=True)
    if not coded:
        yield Paragraph(say(Phrase("Nothing is coded yet.")))
        return
    wanted: tuple[tuple[Callable[[Project, Say], Figure], Phrase, bool], ...] = (
        (_themes_used, Phrase("How often each theme was used"), themes),
        (_codes_used, Phrase("How often each code was used"), True),
        (_themes_meet, Phrase("How themes meet"), themes),
        (_codes_meet, Phrase("Which codes meet"), True),
    )
    for number, (draw, what, there) in enumerate(wanted):
        progress.tick(number, len(wanted), what)
        if not there:
            continue
        try:
            with calling(names):
                chart = draw(project, say)
        except BadInput as error:  # nothing meets: the sentence says which
            yield Paragraph(say(Phrase(error.template, english=str(error), **error.values)), quiet=True)
            continue
        yield Heading(2, say(what))
        yield from before
        before = ()
        yield _picture(chart, date, say(what))


def _themes_used(project: "Project", say: Say) -> "Figure":
    from ..analysis.figures import frequency_chart

    with project.read() as read:
        book = read.codebook
        links = read.where("theme_code")
    material = project.analyses.material()
    shown = {code.id for code in book.ordered if code.stage != "dropped"}
    places = theme_places(material, book, links)
    themes = tuple(place for place in places if material.codes[place[0]].id in shown)
    return frequency_chart(frequency_view(project, FrequencyOptions(themes=themes)), say=say).figure


def _codes_used(project: "Project", say: Say) -> "Figure":
    from ..analysis.figures import frequency_chart

    with project.read() as read:
        codes = frozenset(code.id for code in read.codes() if code.kind != "theme")
    return frequency_chart(frequency_view(project, FrequencyOptions(rollup=True, codes=codes)), say=say).figure


def _themes_meet(project: "Project", say: Say) -> "Figure":
    from ..analysis.figures import heatmap

    picture = cooccurrence_view(project, CooccurrenceOptions(level="themes", dropped=False))
    return heatmap(picture.heat, say=say)


def _codes_meet(project: "Project", say: Say) -> "Figure":
    from ..analysis.figures import network
    from .analysing.cooccurrence import PAGE_WIDTH

    picture = cooccurrence_view(project, CooccurrenceOptions(nodes=_NODES, dropped=False))
    if not picture.network.edges:
        raise BadInput("No two codes meet in a passage, so there is no picture of which codes meet.")
    return network(picture.network, say=say, wide=PAGE_WIDTH)


def _picture(chart: "Figure", date: str, alt: str, turned: bool = False) -> Picture:
    from ..analysis.figures import drawn

    return Picture(drawn(chart, ".svg", date), drawn(chart, ".png", date), alt, turned=turned)
