"""Looking at files and speakers before anything is written: encodings to choose from, labels and their turns."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..domain.bundle import ReadOptions
from ..domain.progress import SILENT, Progress
from .exchange import Arrival, read_files

ENCODINGS = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "iso8859-15",
    "mac-roman",
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
    "koi8-r",
    "cp850",
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker that a rule finds: how many turns, and the first words."""

    name: str
    turns: int
    words: str


def encoding_title(encoding: str) -> str:
    """The name people know an encoding by."""
    from ..formats import encodings

    return encodings.title(encoding)


def encodings_of(data: bytes) -> tuple[str, ...]:
    """The likeliest encodings of a file's bytes, best first."""
    from ..formats import encodings

    guess = encodings.guess(data)
    return (guess.encoding, *guess.alternatives)


def kind_title(name: str) -> str:
    """What a file is by its name, in English ("Word document")."""
    from ..formats import registry

    return registry.SUFFIXES.get(Path(name).suffix.casefold(), "")


def suffixes() -> tuple[str, ...]:
    """The suffixes of the files that can be read."""
    from ..formats import registry

    return tuple(registry.SUFFIXES)


def look_at(path: str | Path, options: ReadOptions, progress: Progress = SILENT) -> Arrival:
    """Read one file without touching a project. Raises `BadInput` when it cannot be used."""
    return read_files([path], options, progress)[0]


def detected_rule(text: str) -> str:
    """The speaker rule that fits a text, or "" when it has no labels."""
    from ..formats import speakers

    return speakers.detect(text)


def voices(text: str, rule: str) -> list[Voice]:
    """Whom a speaker rule finds, in order of appearance. Raises `BadInput` when it is no such rule."""
    from ..formats import speakers

    found = speakers.preview(text, rule) if rule else []
    return [Voice(name, count, words) for name, count, words in found if name]


def rule_of_labels(labels: Iterable[str]) -> str:
    """The rule that takes exactly these words before a colon for speakers."""
    from ..formats import speakers

    return speakers.rule_for(labels)
