"""qualcode: a workbench for qualitative thematic analysis. Importing it imports nothing heavy."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from .app.project import Project

__version__ = "0.1.0"


def open(place: "str | Path", coder: str = "", read_only: bool = False, insist: bool = False) -> "Project":  # noqa: A001
    """Open a project that exists, by path or PostgreSQL URL; see `qualcode.app.project.open_project`."""
    from .app.project import open_project

    return open_project(place, coder, read_only, insist)


def new(place: "str | Path", name: str = "", method: str = "", coder: str = "") -> "Project":
    """Make a project and open it; see `qualcode.app.project.new`."""
    from .app import project

    return project.new(place, name, method, coder)


def analyses(name: str = "") -> "pd.DataFrame":
    """What `project.analyse` and `project.figure` can be asked, a row per analysis; with a name, the options of that
    one. Raises `BadInput` for a name that is none."""
    from .app.analysing.listing import listing

    return listing(name)
