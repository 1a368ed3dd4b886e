"""A study to write memos about."""

from panel_projects import bridge, project, rest  # noqa: F401  (fixtures)
