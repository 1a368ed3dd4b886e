"""Settings of this user on this machine, kept where the platform keeps them; never any interview text."""

import getpass
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs

from ..domain.errors import Refused

_OWN_FOLDER = "QUALCODE_HOME"  # one folder for settings, log and backups, for tests and portable use


@dataclass
class Settings:
    """What the program remembers. `look`: system | light | dark | contrast; `language`: "" = the system's; `scale` in
    percent; `reader_…`: see `ui.reader.style`; `keys`: the user's own keys of a command ("; " between several), "" =
    none; `keymap`: whose keys the others have."""

    coder: str = ""
    language: str = ""
    look: str = "system"
    reader_size: int = 17
    reader_family: str = ""
    reader_spacing: int = 100
    reader_width: int = 680
    reader_numbers: str = "turn"
    scale: int = 100
    recent: list[str] = field(default_factory=list)
    window: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    keymap: str = "qualcode"


def _folder(platform_folder: str, own: str) -> Path:
    home = os.environ.get(_OWN_FOLDER)
    folder = Path(home) / own if home else Path(platform_folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            "The folder {folder} cannot be made: {reason}. Check its rights, or name another one in {variable}.",
            folder=folder,
            reason=error.strerror or error,
            variable=_OWN_FOLDER,
        ) from error
    return folder


def settings_file() -> Path:
    """Where the settings are."""
    return _folder(platformdirs.user_config_dir("qualcode", appauthor=False), "settings") / "settings.json"


def backups_folder() -> Path:
    """Where the rolling backups of projects are: outside any synced project folder."""
    return _folder(str(Path(platformdirs.user_data_dir("qualcode", appauthor=False)) / "backups"), "backups")


def drafts_folder() -> Path:
    """Where memos that are being written are kept until they are part of their project."""
    return _folder(str(Path(platformdirs.user_data_dir("qualcode", appauthor=False)) / "drafts"), "drafts")


def log_folder() -> Path:
    """Where the log is."""
    return _folder(platformdirs.user_log_dir("qualcode", appauthor=False), "log")


def words_folder() -> Path:
    """Where tables of words made from the program's own data are kept; nothing in it comes from a project."""
    return _folder(str(Path(platformdirs.user_cache_dir("qualcode", appauthor=False)) / "words"), "words")


def texts_folder() -> Path:
    """Where the words of texts are kept between two questions, encrypted by what only their project holds."""
    return _folder(str(Path(platformdirs.user_cache_dir("qualcode", appauthor=False)) / "texts"), "texts")


def load() -> Settings:
    """The settings, or the defaults where the file or its folder is absent or unreadable."""
    try:
        found = json.loads(settings_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError, Refused):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    defaults = Settings()
    for known in fields(Settings):
        value = found.get(known.name)
        if type(value) is type(getattr(defaults, known.name)):  # true is no number
            setattr(defaults, known.name, _texts(value))
    return defaults


def _texts(value: Any) -> Any:
    """Of a list or dictionary what are texts, which is all that the settings hold in them."""
    if isinstance(value, list):
        return [each for each in value if isinstance(each, str)]
    if isinstance(value, dict):
        return {key: each for key, each in value.items() if isinstance(each, str)}
    return value


def save(settings: Settings) -> None:
    """Write the settings in one stroke, so that a crash leaves the old ones."""
    target = settings_file()
    draft = target.with_suffix(".new")
    draft.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8", errors="replace")
    draft.replace(target)


def login_name() -> str:
    """The name of the person logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "Researcher"
