"""Looking at files and speakers before anything is written: encodings to choose from, labels and their turns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..domain.bundle import ReadOptions
from ..domain.errors import QualcodeError
from ..domain.progress import SILENT, Progress
from ..store.contents import hash_of
from ..store.reading import Reading
from .exchange import Arrival, read_files
from .patterns import require_quick

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


_WITH_ENCODING = (".txt", ".md", ".html", ".htm", ".vtt", ".srt", ".csv", ".tsv")
_MOST_SPOKEN = ("en", "zh", "ja", "ko", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi")
_OTHERS = ("pl", "cs", "sk", "sl", "hr", "ro", "hu", "el", "bg", "ru", "uk", "tr", "ar", "fa", "he", "hi")
LANGUAGES = (*_MOST_SPOKEN, *_OTHERS)


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at: what it held, or why it cannot be used. `language` is guessed from its text;
    `encodings` are likely ones for a file whose bytes do not say, best first."""

    path: Path
    arrival: Arrival | None
    problem: QualcodeError | None
    language: str = ""
    encodings: tuple[str, ...] = ()
    folder: str = ""  # for its documents, where it came with a directory


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


def readable() -> tuple[str, ...]:
    """The suffixes of the files that can be imported, each with its dot."""
    from ..formats import registry

    return tuple(registry.SUFFIXES)


def kind_title(name: str) -> str:
    """What a file is by its name, in English ("Word document")."""
    from ..formats import registry

    return registry.SUFFIXES.get(Path(name).suffix.casefold(), "")


def suffixes() -> tuple[str, ...]:
    """The suffixes of the files that can be read."""
    from ..formats import registry

    return tuple(registry.SUFFIXES)


def look_at(path: str | Path, options: ReadOptions, progress: Progress = SILENT, folder: str = "") -> Looked:
    """Read one file without touching a project; one that cannot be used says why. `folder` is for its documents."""
    try:
        arrival = replace(read_files([path], options, progress)[0], folder=folder)
    except QualcodeError as error:
        return Looked(Path(path), None, error, encodings=_encodings(Path(path)), folder=folder)
    documents = arrival.bundle.documents
    language = next((document.language for document in documents if document.language), "")
    if documents and not language:
        from ..language.detect import guess_language

        language = guess_language(documents[0].text)
    if documents:
        encodings = _encodings_of(arrival.data) if any(document.encoding for document in documents) else ()
    else:
        encodings = _encodings(Path(path))  # a table: a workbook has none to choose
    return Looked(Path(path), arrival, None, language, encodings, folder)


def _encodings(path: Path) -> tuple[str, ...]:
    if path.suffix.casefold() not in _WITH_ENCODING:
        return ()
    try:
        return _encodings_of(path.read_bytes())
    except OSError:
        return ()


def _encodings_of(data: bytes) -> tuple[str, ...]:
    from ..formats import encodings

    guess = encodings.guess(data)
    return (guess.encoding, *guess.alternatives)


def clashing(read: Reading, arrivals: Sequence[Arrival]) -> list[str]:
    """The names of documents that are in the project with another text."""
    known = {document.name: document.content for document in read.documents()}
    return [
        document.name
        for arrival in arrivals
        for document in arrival.bundle.documents
        if document.name in known and known[document.name] != hash_of(document.text)
    ]


def detected_rule(text: str) -> str:
    """The speaker rule that fits a text, or "" when it has no labels."""
    from ..formats import speakers

    return speakers.detect(text)


def voices(text: str, rule: str, untried: bool = False) -> list[Voice]:
    """Whom a speaker rule finds, in order of appearance. Raises `BadInput` when it is no such rule, or, of one that
    is `untried`, when it takes too long."""
    from ..formats import speakers

    if rule and untried:
        require_quick(rule, text)
    found = speakers.preview(text, rule) if rule else []
    return [Voice(name, count, words) for name, count, words in found if name]


def rule_of_labels(labels: Iterable[str]) -> str:
    """The rule that takes exactly these words before a colon for speakers."""
    from ..formats import speakers

    return speakers.rule_for(labels)
