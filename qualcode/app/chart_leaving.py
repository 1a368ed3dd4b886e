"""What somebody could be recognised by in a chart that leaves the program, before it does."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..domain.errors import paragraph
from ..domain.progress import SILENT, Progress
from .charts import TABLE_SUFFIXES, chart_table, words_of_figure
from .leaving import Leaving, Words, look_through
from .quoting import Quoting
from .table_leaving import words_of_origin

if TYPE_CHECKING:
    from .project import Project


def check_chart(
    project: "Project",
    suffix: str,
    name: str = "cooccurrence",
    progress: Progress = SILENT,
    say: Callable[[str], str] = str,
    display_ids: bool = False,
    **options: Any,
) -> Leaving:
    """What is found in the file that `charts.export_chart` would write with these options, by its suffix."""
    if suffix in TABLE_SUFFIXES:
        _, rows, about = chart_table(project, name, options, say, progress)
        cells = Counter(cell for row in rows for cell in row if isinstance(cell, str))
        words = [Words("code", text, times, about=text) for text, times in cells.items()]
        told = [str(value) for value in about.values()] if suffix == ".xlsx" else []
    else:
        labels, caption = words_of_figure(project, name, options)
        words = [Words("code", label, about=label) for label in labels]
        told = [paragraph(caption, say)]
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        words += words_of_origin(told, quoting)
        return look_through(read, quoting, (), words, progress)
