"""The analyses of the sample project, from every table to every figure: what a reader can do again with one command."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..domain.errors import BadInput, QualcodeError
from ..domain.options import FIGURE, TABLE, options_of
from ..domain.progress import SILENT, Progress
from .analysing.catalogue import ANALYSES
from .analysing.files import drawn_of
from .analysing.registry import Analysis
from .analysing.table_files import write_table_of
from .export import date_of

if TYPE_CHECKING:
    from .project import Project

INDEX = "analyses.csv"
COLUMNS = ("file", "analysis", "form", "options", "result")

# what is asked of the sample project where an analysis is not asked as it stands, or is asked more than once:
# what the file is called behind the name of the analysis, and the options
QUESTIONS: Mapping[str, tuple[tuple[str, Mapping[str, Any]], ...]] = {
    "retrieval": (
        ("", {"query": '"speaking back" OVERLAPPING "whose knowledge counts"'}),
        ("near", {"query": 'below:Power NEAR "trust takes years" WITHIN 2 TURNS'}),
    ),
    "cooccurrence": (
        ("", {}),
        ("turn", {"rule": "turn"}),
        ("themes", {"rule": "turn", "rollup": True, "level": "themes"}),
    ),
    "combinations": (("", {"rule": "turn"}),),
    "group-differences": (("", {"by": "Paid for teaching"}),),
    "crosstab": (
        ("", {"by": "Paid for teaching"}),
        ("summary", {"by": "Paid for teaching", "summary": True}),
    ),
    "frequencies": (("", {}), ("rollup", {"rollup": True})),
    "matrix": (("", {}), ("case", {"columns": "case"}), ("paid", {"columns": "Paid for teaching"})),
    "saturation": (("", {}), ("summary", {"summary": True}), ("prevalence", {"prevalence": True})),
    "concordance": (("", {"word": "trust"}),),
    "keyness": (("", {"code": "Power"}),),
}


def write_all(project: "Project", folder: Path, progress: Progress = SILENT) -> Iterator[Path]:
    """Write all into a folder (made if need be), and a list of what was asked; the paths written, one by one.

    The same state of the project gives the same bytes. What cannot be answered is in the list with its reason.
    """
    from ..analysis.figures import save
    from ..formats.sheets import write_table

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput("The folder {folder} cannot be made: {reason}.", folder=folder, reason=error.strerror) from None
    with project.read() as read:
        date = date_of(read)
    rows: list[tuple[str, str, str, str, str]] = []
    asked = list(questions())
    for number, (stem, analysis, form, options) in enumerate(asked):
        progress.tick(number, len(asked), stem)
        told = " ".join(f"{name}={value}" for name, value in options.items())
        try:
            if form == TABLE:
                files = [folder / f"{stem}.csv"]
                write_table_of(project, files[0], analysis.name, **options)
            else:
                files = [folder / f"{stem}{suffix}" for suffix in (".svg", ".png")]
                figure = drawn_of(project, analysis.name, **options).figure
                for file in files:
                    save(figure, file, date)
        except QualcodeError as error:
            rows.append(("", analysis.name, form, told, str(error)))
            continue
        rows += [(file.name, analysis.name, form, told, "written") for file in files]
        yield from files
    write_table(COLUMNS, rows, folder / INDEX, "analyses", date=date)
    yield folder / INDEX


def questions() -> Iterator[tuple[str, Analysis, str, dict[str, Any]]]:
    """The name of the files, the analysis, the form and the options of everything that is asked."""
    for analysis in ANALYSES.values():
        only = {name: each.only for name, each, _ in options_of(analysis.options)}
        for ending, given in QUESTIONS.get(analysis.name, (("", {}),)):
            stem = f"{analysis.name}-{ending}" if ending else analysis.name
            yield stem, analysis, TABLE, {name: value for name, value in given.items() if only[name] != FIGURE}
            if analysis.figure is not None and not any(only[name] == TABLE for name in given):
                yield stem, analysis, FIGURE, dict(given)
