"""The theme maps and the charts of a report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..domain.errors import BadInput, Phrase
from ..domain.progress import Progress
from ..domain.theme_maps import ThemeMap
from ..formats.report_parts import Heading, Paragraph, Part, Picture
from .report_options import Say

_TOO_LARGE = Phrase("The map is too large to be read on a page. Export it as a file of its own.")
_NODES = 20  # codes of the network: what can be read on a page

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from .project import Project


def charts(project: "Project", date: str, display_ids: bool, say: Say, progress: Progress) -> Iterator[Part]:
    """The maps that were drawn, how themes and codes spread, and how they meet."""
    from .analysing.files import figure
    from .map_export import page_figure_of

    wanted: tuple[tuple[str, dict[str, Any], Phrase], ...] = (
        ("frequencies", {"rollup": True}, Phrase("How often each theme and code was used")),
        ("cooccurrence", {"level": "themes"}, Phrase("How themes meet")),
        ("cooccurrence", {"kind": "network", "nodes": _NODES, "page": True}, Phrase("Which codes meet")),
    )
    yield Heading(1, say(Phrase("Charts")))
    with project.read() as read:
        maps: list[ThemeMap] = read.where("theme_map")
        coded = read.count("coding") > 0
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
    for number, (name, options, what) in enumerate(wanted):
        progress.tick(number, len(wanted), name)
        try:
            chart = figure(project, name, say, **options)
        except BadInput as error:  # nothing meets: the sentence says which
            yield Paragraph(say(Phrase(error.template, english=str(error), **error.values)), quiet=True)
            continue
        yield Heading(2, say(what))
        yield _picture(chart, date, say(what))


def _picture(chart: "Figure", date: str, alt: str, turned: bool = False) -> Picture:
    from ..analysis.figures import drawn

    return Picture(drawn(chart, ".svg", date), drawn(chart, ".png", date), alt, turned=turned)
