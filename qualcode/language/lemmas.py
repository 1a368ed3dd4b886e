"""Base forms of words and the forms that share one: spaCy's lookup tables, turned round.

A lookup lemma depends on the word alone, not on its sentence. So nothing of a project has to be lemmatized or
kept: a search for a base form is a search for all its forms, and the word index that is there answers it. The
tables are those of `spacy-lookups-data`, which spaCy's blank pipelines use; they hold no words of a project. Each
is read and turned round once, in a process of its own, and kept in a folder on this machine.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, PackageNotFoundError, entry_points, version
from pathlib import Path
from threading import Lock

from ..domain.errors import Refused
from ..domain.folding import fold
from ..domain.progress import SILENT, Progress

_TABLES = "spacy_lookups"  # the group of entry points in which spaCy looks for its tables
_FORMAT = 3  # of the kept files
_END = b"\t\n\n"  # of a file that is whole
_WAIT = 0.1  # seconds between two looks at a child process
_lock = Lock()
_known: dict[str, "Lemmas"] = {}


class Lemmas:
    """The base forms of one language, folded: a line of forms for each, the base form first."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines  # "\n", then each form after a tab and one tab at the end

    def forms(self, word: str) -> tuple[str, ...]:
        """All words that have a base form in common with `word`, itself among them; folded."""
        key = b"\t" + fold(word).encode() + b"\t"
        found: dict[str, None] = {fold(word): None}
        place = self._lines.find(key)
        while place >= 0:
            start = self._lines.rfind(b"\n", 0, place + 1) + 1
            end = self._lines.find(b"\n", place)
            found.update(dict.fromkeys(self._lines[start:end].decode().strip("\t").split("\t")))
            place = self._lines.find(key, end)
        return tuple(found)


@lru_cache(maxsize=1)
def _sources() -> Mapping[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=_TABLES)}


@lru_cache(maxsize=64)
def table_files(language: str) -> tuple[Path, ...]:
    """The files of a language's lookup table and of its irregular forms; empty where there is none."""
    files = dict(source_files(language))
    names = ["lemma_lookup"] if "lemma_lookup" in files else sorted(n for n in files if n.startswith("lemma_lookup_"))
    if names and "lemma_exc" in files:  # the lookup table knows one base form of “leaves”, this one both
        names.append("lemma_exc")
    return tuple(files[name] for name in names)


@lru_cache(maxsize=64)
def source_files(language: str) -> tuple[tuple[str, Path], ...]:
    """The files of a language that are there, each with the name of what it holds: `lemma_lookup`, `lemma_exc`."""
    source = _sources().get(language)
    if source is None:
        return ()
    files: Mapping[str, object] = source.load()
    # spaCy's own reader tries the name with .gz, too
    found = ((name, Path(f"{files[name]}{suffix}")) for name in files for suffix in ("", ".gz"))
    return tuple((name, path) for name, path in found if path.exists())


def has_lemmas(language: str) -> bool:
    """Whether base forms are known for a language (ISO 639-1). Chinese, Japanese, Korean and Arabic have none."""
    return bool(table_files(language))


def prepared(language: str) -> bool:
    """Whether the base forms of a language are at hand, or there are none to be had."""
    return language in _known or not has_lemmas(language)


def lemmas(language: str, folder: Path | None = None, progress: Progress = SILENT) -> Lemmas | None:
    """The base forms of a language; None where spaCy has no table.

    The first time, a child process makes the file in `folder` (some seconds for the largest languages; the file
    is kept for the next time); `progress` can cancel it.
    """
    if not has_lemmas(language):
        return None
    with _lock:
        if language not in _known:
            _known[language] = Lemmas(_kept(language, folder, progress))
        return _known[language]


def _kept(language: str, folder: Path | None, progress: Progress) -> bytes:
    try:
        release = version("spacy-lookups-data")
    except PackageNotFoundError:  # tables from another package
        release = "0"
    file = None if folder is None else folder / f"{language}-{release}-{_FORMAT}.tsv"
    with contextlib.suppress(OSError):
        if file is not None:
            lines = file.read_bytes()
            if lines.startswith(b"\n") and lines.endswith(_END):
                return lines
    lines = _made(language, progress)
    with contextlib.suppress(OSError):  # no room, no right: it is made again the next time
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
                part.write(lines)
            os.replace(part.name, file)  # noqa: PTH105  a file half written is never seen
    return lines


def _made(language: str, progress: Progress) -> bytes:
    """The file's content, from a child process: reading a million entries would hold the window."""
    root = str(Path(__file__).parents[2])
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(part for part in (root, environment.get("PYTHONPATH", "")) if part)
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "qualcode.language.lemma_worker", *map(str, table_files(language))],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        with process:
            try:
                while process.poll() is None:
                    progress.tick(0, 0, language)
                    with contextlib.suppress(subprocess.TimeoutExpired):
                        process.wait(_WAIT)
            finally:
                if process.poll() is None:
                    process.kill()
        output.seek(0)
        lines = output.read()
    if process.returncode or not lines.endswith(_END):
        raise Refused("The forms of words in {language} cannot be read. Reinstall qualcode.", language=language)
    return lines
