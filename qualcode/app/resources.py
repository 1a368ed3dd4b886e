"""Where the files that come with the program lie: icons, translations, sample project, help texts."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """The path of a file or folder below `resources`, in the source tree or in an installed wheel.

    The file need not exist. Raises `FileNotFoundError` when the installation has no resources at all.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder.joinpath(*parts)
    raise FileNotFoundError(f"no folder “resources” in or beside {_PACKAGE}")
