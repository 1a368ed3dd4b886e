"""The results of analyses as files and figures: the same question gives the same numbers in all of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...domain.errors import BadInput, paragraph
from ...domain.options import FIGURE, TABLE, options_from, options_of
from ...domain.progress import SILENT, Progress
from ..destination import destination
from ..export import date_of
from ..one_moment import at_one_moment
from ..provenance import Provenance, made_of, provenance
from ..quoting import Quoting
from .catalogue import ANALYSES
from .registry import GRAPH, PAGES, Analysis, Asked, named
from .remembered import bytes_of, bytes_of_drawn

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from ...analysis.drawn import Drawn
    from ..charts import CooccurrencePicture
    from ..project import Project

CHART_SUFFIXES = (".svg", ".png", ".pdf")
TABLE_SUFFIXES = (".csv", ".xlsx", ".json", ".parquet")
FILTERS = ("documents", "coders", "codes", "variables", "folders", "sets")


def split(given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The filters among what was asked for, and the options."""
    filters = {key: value for key, value in given.items() if key in FILTERS}
    return filters, {key: value for key, value in given.items() if key not in FILTERS}


def table_of(
    project: "Project", name: str, progress: Progress = SILENT, display_ids: bool = False, **given: Any
) -> "pd.DataFrame":
    """The table of an analysis; filters stand beside its options. Its `attrs` say how it was made (`provenance`). Words
    that people said are printed as they may leave the program, with `display_ids` for cases and speakers on request.

    Raises `BadInput` for an analysis, an option or a value that does not exist, `NotFound` for what the project does
    not have.
    """
    analysis = named(name)
    filters, plain = split(given)
    options = _options(analysis, plain, display_ids)
    remembered = project.analyses.remembered
    key = name, repr(sorted(filters.items())), repr(options), display_ids

    def work() -> "pd.DataFrame":
        asked = Asked(project, filters, progress, display_ids)
        with project.read() as read:
            state = remembered.state(read)
        # a copy: whoever asked may do with it what they like
        table = remembered.result(key, state, lambda: analysis.table(asked, options), bytes_of).copy()
        with project.read() as read:
            told = provenance(read, name, made_of(table), asked.scope, given)
        table.attrs.clear()  # anew, in its order
        table.attrs.update(told.items())
        return table

    return at_one_moment(project, work)


def _options(analysis: Analysis, plain: Mapping[str, Any], display_ids: bool) -> Any:
    """The options of a table. Where they say themselves how people are called, that is as it leaves the program."""
    own = any(key == "display_ids" for key, *_ in options_of(analysis.options))
    asked = {**plain, "display_ids": True} if own and display_ids else plain
    return options_from(analysis.options, analysis.name, asked, TABLE)


def drawn_of(
    project: "Project",
    name: str,
    say: Callable[[str], str] = str,
    progress: Progress = SILENT,
    called: Callable[[str], str] = str,
    **given: Any,
) -> "Drawn":
    """The chart of an analysis with its marks; `dark` and `page` (narrow, for print) beside filters and options, `say`
    says our phrases in another language. What is written in it is written as `called` gives it back; it gets every text
    whole, before it is cut short or broken into lines. Raises `BadInput` as `table_of` does, and where there is no
    chart."""
    from ...analysis.sheets import calling

    analysis = _with_figure(name)
    filters, plain = split(given)
    dark, page = bool(plain.pop("dark", False)), bool(plain.pop("page", False))
    options = options_from(analysis.options, name, plain, FIGURE)
    draw = analysis.figure
    assert draw is not None
    with calling(called):
        return at_one_moment(project, lambda: draw(Asked(project, filters, progress, page=page), options, dark, say))


def drawn_again(
    project: "Project",
    name: str,
    say: Callable[[str], str] = str,
    language: str = "",
    progress: Progress = SILENT,
    /,  # analyses of words have an option `language`, too
    **given: Any,
) -> "Drawn":
    """The same for one who only paints it: as long as nothing it shows has changed, the chart that was drawn before.

    `language` is the one that `say` speaks.
    """
    remembered = project.analyses.remembered

    def work() -> "Drawn":
        with project.read() as read:
            state, date = remembered.state(read), date_of(read)  # the date stands in its caption
        key = "drawn", name, language, date, repr(sorted(given.items()))
        return remembered.result(key, state, lambda: drawn_of(project, name, say, progress, **given), bytes_of_drawn)

    return at_one_moment(project, work)


def _with_figure(name: str) -> Analysis:
    if name in ANALYSES and ANALYSES[name].no_figure:
        raise BadInput(ANALYSES[name].no_figure)
    figures = [each.name for each in ANALYSES.values() if each.figure is not None]
    if name not in figures:
        raise BadInput("There is no figure “{name}”. There are: {names}.", name=name, names=", ".join(figures))
    return ANALYSES[name]


def figure(project: "Project", name: str, say: Callable[[str], str] = str, **given: Any) -> "Figure":
    """The chart of an analysis as a Matplotlib figure; see `drawn_of`."""
    return drawn_of(project, name, say, **given).figure


def export_chart(
    project: "Project",
    path: str | Path,
    name: str = "cooccurrence",
    date: str = "",
    progress: Progress = SILENT,
    say: Callable[[str], str] = str,
    display_ids: bool = False,
    **options: Any,
) -> Path:
    """Write a figure (.svg, .png, .pdf) or the same numbers as a table (.csv, .xlsx); the path written.

    Options and `say` as for `figure`. With `display_ids` they stand for names in the words of a figure and in what a
    table says of itself. `date` is the date in the file, else that of the last step, so that the same state gives
    the same bytes. Raises `BadInput` for another suffix or a place that cannot be written.
    """
    target = destination(path)
    suffix = target.suffix.lower()
    if suffix in PAGES and name in ANALYSES and ANALYSES[name].pages is not None:
        return write_pages(project, target, name, date, progress, say, display_ids, **options)
    if suffix == GRAPH and name in ANALYSES and ANALYSES[name].graph is not None:
        return write_graph(project, target, name, date, progress, **options)
    if suffix not in (*CHART_SUFFIXES, *TABLE_SUFFIXES):
        raise BadInput(
            "A chart cannot be written as “{name}”. Use a name that ends in {suffixes}.",
            name=target.name,
            suffixes=", ".join((*CHART_SUFFIXES, *TABLE_SUFFIXES)),
        )
    if suffix in TABLE_SUFFIXES:
        from ...formats.sheets import write_table

        columns, rows, about = shown_table(project, name, options, say, progress)
        with project.read() as read:
            date = date or date_of(read)
            names, sentence = (quoting := Quoting(read, display_ids)).names, quoting.sentence
            told = {names(key): sentence(value) if isinstance(value, str) else value for key, value in about.items()}
        write_table(columns, rows, target, title=name, about=told, date=date, progress=progress)
        return target
    from ...analysis.figures import save

    def work() -> tuple["Figure", str]:
        with project.read() as read:
            told, quoting = date or date_of(read), Quoting(read, display_ids).settled()
        return figure(project, name, say, called=quoting.sentence, **options), told  # nobody waits while it is drawn

    drawn, date = at_one_moment(project, work)
    progress.tick(1, 2, target.name)
    save(drawn, target, date)
    return target


def write_pages(
    project: "Project",
    target: Path,
    name: str,
    date: str = "",
    progress: Progress = SILENT,
    say: Callable[[str], str] = str,
    display_ids: bool = False,
    **given: Any,
) -> Path:
    """Write an analysis for people (.docx, .html). Raises `BadInput` for one that is not written so."""
    analysis = named(name)
    require_pages(analysis)
    write = analysis.pages
    assert write is not None
    filters, plain = split(given)
    options = _options(analysis, plain, display_ids)

    def work() -> None:
        asked = Asked(project, filters, progress, display_ids)
        write(asked, options, target, date or _date(project), say)

    at_one_moment(project, work)
    return target


def _date(project: "Project") -> str:
    with project.read() as read:
        return date_of(read)


def require_pages(analysis: Analysis) -> None:
    """Raise `BadInput` for an analysis that is not written for people."""
    if analysis.pages is None:
        raise BadInput(
            "{name} comes as a table: end the file's name in {suffixes}.",
            name=analysis.name,
            suffixes=", ".join(TABLE_SUFFIXES),
        )


def write_graph(
    project: "Project", target: Path, name: str, date: str = "", progress: Progress = SILENT, **given: Any
) -> Path:
    """Write an analysis as a graph (.graphml). Raises `BadInput` for one that is none."""
    analysis = named(name)
    if analysis.graph is None:
        graphs = ", ".join(each.name for each in ANALYSES.values() if each.graph is not None)
        raise BadInput("{name} is no graph. As a graph are written: {graphs}.", name=name, graphs=graphs)
    filters, plain = split(given)
    write, options = analysis.graph, options_from(analysis.options, name, plain, TABLE)
    at_one_moment(project, lambda: write(Asked(project, filters, progress), options, target, date or _date(project)))
    return target


def shown_table(
    project: "Project",
    name: str,
    options: Mapping[str, Any],
    say: Callable[[str], str] = str,
    progress: Progress = SILENT,
) -> tuple[list[str], list[tuple[Any, ...]], Provenance]:
    """Columns and rows of what a figure shows, and what the table says of itself."""
    given = {key: value for key, value in options.items() if key != "dark"}
    if name == "cooccurrence":
        from ..charts import CooccurrenceOptions, cooccurrence_view

        filters, plain = split(given)
        plain.pop("kind", None)

        def work() -> "tuple[CooccurrencePicture, Provenance]":
            picture = cooccurrence_view(project, CooccurrenceOptions(filters=filters, **plain), progress)
            return picture, _origin(project, picture)

        picture, about = at_one_moment(project, work)
        return *picture.table(), about | {"caption": paragraph(picture.heat.caption, say)}
    only = {key for key, each, _ in options_of(named(name).options) if each.only == FIGURE}
    table = table_of(project, name, progress, **{key: value for key, value in given.items() if key not in only})
    return list(table.columns), list(table.itertuples(index=False, name=None)), made_of(table)


def _origin(project: "Project", picture: "CooccurrencePicture") -> Provenance:
    from ...analysis.cooccurrence import described

    made = described(picture.material, picture.counts) | {"n_codings": picture.codings}
    options = {**picture.options.filters, "rollup": picture.rollup}
    with project.read() as read:
        return provenance(read, "cooccurrence", made, picture.scope, options)
