"""An analysis as a file on its way out: what somebody could be recognised by in it, and the file itself."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...domain.progress import SILENT, Progress
from ..destination import destination
from ..export import date_of
from ..leaving import Leaving, Looking, Words, look_through
from ..one_moment import at_one_moment
from ..quoting import Quoting
from ..table_leaving import look_at_table, words_of_origin
from .files import CHART_SUFFIXES, drawn_of, require_pages, shown_table, write_graph, write_pages
from .registry import GRAPH, PAGES, Say, named
from .table_files import printed_of, require_table, write_frame

if TYPE_CHECKING:
    from ...analysis.drawn import Drawn
    from ..project import Project

CHART = "chart"


def check_file(
    project: "Project",
    place: Path,
    name: str,
    progress: Progress = SILENT,
    display_ids: bool = False,
    **options: Any,
) -> Leaving:
    """What is found in the file that `write_file` would write: in the words of a chart, or in a table. What people read
    as a document holds the words of the table."""
    if place.suffix.lower() in PAGES:
        require_pages(named(name))
    if place.suffix.lower() not in CHART_SUFFIXES:
        frame, found = printed_of(project, name, progress, display_ids, **options)
        if place.suffix.lower() not in PAGES:
            return found
        with project.read() as read:
            quoting = Quoting(read, display_ids)
            return look_at_table(read, quoting, frame, [Words("study", read.study().name)])
    drawn, said = drawn_to_leave(project, name, str, progress, display_ids, **options)
    return look_at_chart(project, drawn, said, display_ids)


def drawn_to_leave(
    project: "Project",
    name: str,
    say: Say = str,
    progress: Progress = SILENT,
    display_ids: bool = False,
    **options: Any,
) -> tuple["Drawn", set[str]]:
    """A chart as it leaves the program, without redacted words that somebody asked for and with `display_ids` for cases
    and speakers, and all that is written in it, each text whole: in the chart it may be cut short or broken into
    lines."""

    def work() -> tuple["Drawn", set[str]]:
        with project.read() as read:
            quoting = Quoting(read, display_ids).settled()  # nobody has to wait while the chart is drawn
        said: set[str] = set()

        def called(text: str) -> str:
            written = quoting.sentence(text)
            if written.strip():
                said.add(written)
            return written

        return drawn_of(project, name, say, progress, called, **options), said

    return at_one_moment(project, work)


def look_at_chart(project: "Project", drawn: "Drawn", said: Iterable[str], display_ids: bool) -> Leaving:
    """What is found in a chart of `drawn_to_leave` and in what is `said` in it."""
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        looking = Looking(read, quoting)
        for text in sorted({*said, *(quoting.sentence(mark.says) for mark in drawn.marks)}):
            looking.words(Words(CHART, text))
        return looking.leaving()


def check_shown(
    project: "Project",
    place: Path,
    name: str,
    progress: Progress = SILENT,
    say: Say = str,
    display_ids: bool = False,
    **options: Any,
) -> Leaving:
    """What is found in the table of what a figure shows, as `files.export_chart` would write it: an .xlsx has a sheet
    that says how it was made."""
    _, rows, about = shown_table(project, name, options, say, progress)
    cells = Counter(cell for row in rows for cell in row if isinstance(cell, str))
    words = [Words("code", text, times, about=text) for text, times in cells.items()]
    told = about.values() if place.suffix.lower() == ".xlsx" else ()
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        return look_through(read, quoting, (), words + words_of_origin(told, quoting), progress)


def write_file(
    project: "Project",
    place: Path | str,
    name: str,
    progress: Progress = SILENT,
    display_ids: bool = False,
    say: Say = str,
    **options: Any,
) -> Path:
    """Write an analysis as its suffix says: a chart, a table, a document to read or a graph; with `display_ids` cases
    and speakers are called by theirs. Raises `BadInput` as `table_of` does, and for a place that cannot be written."""
    from ...analysis.figures import save

    target = destination(place)
    suffix = target.suffix.lower()
    if suffix in PAGES:
        return write_pages(project, target, name, "", progress, say, display_ids, **options)
    if suffix == GRAPH:
        return write_graph(project, target, name, progress=progress, **options)
    if suffix in CHART_SUFFIXES:
        drawn, _ = drawn_to_leave(project, name, say, progress, display_ids, **options)
        with project.read() as read:
            date = date_of(read)
        save(drawn.figure, target, date)
        return target
    require_table(target)
    frame, _ = printed_of(project, name, progress, display_ids, **options)
    write_frame(project, frame, target, name, progress)
    return target
