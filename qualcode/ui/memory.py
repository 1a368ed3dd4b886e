"""Small things the window remembers between starts: places of panels, the last document, the codes of the digits."""

from collections.abc import Callable

from ..app import settings
from ..app.settings import Settings

MOST_RECENT = 10


def change(edit: Callable[[Settings], None]) -> Settings:
    """Change the settings as they are on disk now, so that nobody writes over somebody else's change."""
    kept = settings.load()
    edit(kept)
    settings.save(kept)
    return kept


def remember(key: str, value: str) -> None:
    """Keep a text under a key; "" forgets it."""

    def edit(kept: Settings) -> None:
        kept.window.pop(key, None)
        if value:
            kept.window[key] = value

    change(edit)


def recall(key: str) -> str:
    """What was kept under a key, or ""."""
    return settings.load().window.get(key, "")


def remember_project(place: str) -> None:
    """Put a project first among the recent ones."""

    def edit(kept: Settings) -> None:
        kept.recent = [place, *(other for other in kept.recent if other != place)][:MOST_RECENT]

    change(edit)


def forget_project(place: str) -> None:
    """Take a project that is gone off the list."""

    def edit(kept: Settings) -> None:
        kept.recent = [other for other in kept.recent if other != place]

    change(edit)
