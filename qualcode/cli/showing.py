"""What `demo` shows where there is no display: the results of the sample project as files."""

from collections.abc import Iterator
from pathlib import Path

from ..domain.progress import Progress
from .options import opened


def write_results(place: Path, progress: Progress) -> Iterator[Path]:
    """Write co-occurrence table, heat map, network, codebook and segments beside the project; their paths."""
    from ..analysis.figures import save
    from ..app.analysing.table_files import write_table_of
    from ..app.export import date_of, export_file

    folder = place.parent
    with opened(str(place)) as project:
        with project.read() as read:
            date = date_of(read)
        file = folder / "cooccurrence.csv"
        write_table_of(project, file, "cooccurrence", progress)
        yield file
        for stem, kind in (("cooccurrence", "heatmap"), ("network", "network")):
            figure = project.figure("cooccurrence", kind=kind)
            for suffix in (".svg", ".png"):
                file = folder / f"{stem}{suffix}"
                save(figure, file, date)
                yield file
        for what, file in (("codebook", folder / "codebook.docx"), ("segments", folder / "segments.xlsx")):
            yield export_file(project, what, file, progress=progress)


def write_analyses(place: Path, progress: Progress) -> Iterator[Path]:
    """Write every table and figure of the sample project into `analyses` beside it; their paths."""
    from ..app.sample_analyses import write_all

    with opened(str(place)) as project:
        yield from write_all(project, place.parent / "analyses", progress)
