"""A process that cuts texts into words: started when needed, ended when the texts are done."""

import contextlib
import json
import os
import struct
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from ..domain.errors import Refused
from .entities import Entity
from .word_store import unpacked
from .words import TextWords


class WordProcess:
    """Cuts texts in a process of its own; use it as a context manager."""

    def __init__(self) -> None:
        root = str(Path(__file__).parents[2])
        paths = (root, os.environ.get("PYTHONPATH", ""))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "qualcode.language.word_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def __enter__(self) -> "WordProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        with contextlib.suppress(OSError), self._process:  # closes its pipes and waits
            pass

    def words_of(self, text: str, language: str) -> TextWords:
        """The words of a text, as `words.words_of` gives them. Raises `Refused` when the process has ended."""
        return unpacked(self._answer(text, language, entities=False))

    def entities_of(self, text: str, language: str) -> tuple[str, list[Entity]] | None:
        """The names in a text, as `entities.entities_of` gives them. Raises `Refused` when the process has ended."""
        found = json.loads(self._answer(text, language, entities=True))
        return found and (found[0], [(start, end, label) for start, end, label in found[1]])

    def _answer(self, text: str, language: str, entities: bool) -> bytes:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        data = text.encode("utf-8", "surrogatepass")
        asked = {"language": language, "size": len(data), "entities": entities}
        try:
            self._process.stdin.write(json.dumps(asked).encode("ascii") + b"\n" + data)
            self._process.stdin.flush()
            header = self._process.stdout.read(8)
            size = struct.unpack("<q", header)[0] if len(header) == 8 else 1
            answer = self._process.stdout.read(size)
            if len(answer) < size:
                raise EOFError
            return answer
        except (OSError, EOFError):
            raise Refused(
                "The words of the texts in {language} could not be found. Take away trained language models that were "
                "installed for spaCy, or reinstall qualcode.",
                language=language or "an unknown language",
            ) from None
