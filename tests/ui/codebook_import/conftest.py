"""A study to look at."""

from panel_projects import bridge, project, rest  # noqa: F401  (fixtures)
