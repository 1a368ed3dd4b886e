"""What finds words and names in texts, in a process of its own where that keeps the window free."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..domain.errors import Refused
from ..language.sentences import apart
from .settings import texts_folder

if TYPE_CHECKING:
    from pathlib import Path

    from ..language.entities import Entity
    from ..language.word_process import WordProcess
    from ..language.words import TextWords


def words_folder() -> "Path | None":
    """Where words are kept on this machine; None where nothing can be."""
    try:
        return texts_folder()
    except Refused:
        return None  # nowhere to keep anything: texts are cut anew in every run


class Cutter:
    """What looks at texts, here or in a process of its own, which is started when the first text comes."""

    def __init__(self) -> None:
        self.used = False
        self._process: WordProcess | None = None

    def words(self, text: str, language: str) -> "TextWords":
        """The words of a text."""
        from ..language.words import words_of

        process = self._apart()
        return words_of(text, language) if process is None else process.words_of(text, language)

    def entities(self, text: str, language: str) -> "tuple[str, list[Entity]] | None":
        """What finds names in a text, and these."""
        from ..language.entities import entities_of
        from ..language.word_methods import models_of

        if not models_of(language):
            return None
        process = self._apart()
        return entities_of(text, language) if process is None else process.entities_of(text, language)

    def _apart(self) -> "WordProcess | None":
        from ..language.word_process import WordProcess

        self.used = True
        if apart() and self._process is None:
            self._process = WordProcess()
        return self._process

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.__exit__(None, None, None)


@contextmanager
def cutting(folder: "Path | None") -> "Iterator[Cutter]":
    """A cutter; when it is done, room is made in the folder."""
    from ..language.word_store import make_room

    cutter = Cutter()
    try:
        yield cutter
    finally:
        cutter.end()
        if folder is not None and cutter.used:
            make_room(folder)
