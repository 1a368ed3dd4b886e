"""What was typed and is in no project yet, in files on this computer; of two programs only one ever has such a file.

While a running program has it, a file is called `<key>.<run>.json`; when nobody has, `<key>.json`. Whoever takes it up
gives it the name of their own run first: of several who try at once one succeeds.
"""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from ..domain.errors import Refused
from . import runs
from .settings import drafts_folder

_HALF = ".new"
_NAME = re.compile(r"([0-9a-f]{32})(?:\.([0-9a-f]{32}))?\.json")
Kept = dict[str, Any]  # what was in such a file; `key` and `study` are its own


class Shelf:
    """All files of one sort, in a folder for each project. Where the disk takes or gives none, that stops nobody.

    What `lasts` is on the disk before `put` comes back, and survives the computer, too.
    """

    def __init__(self, folder: str = "", lasts: bool = False) -> None:
        self._folder, self._lasts = folder, lasts
        self._turn = Lock()  # files are put and dropped in several threads
        self._settled: set[str] = set()

    def put(self, study: str, key: str, words: Mapping[str, Any]) -> bool:
        """Keep these words, in one stroke: a crash leaves these or those before; whether the disk took them.

        What has been settled takes none any more.
        """
        with self._turn:
            if key in self._settled:
                return False
            try:
                runs.hold(_runs_folder())
                target = self._own(study, key)
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                new = target.with_suffix(_HALF)
                with new.open("w", encoding="utf-8", errors="replace") as file:
                    json.dump(words, file, ensure_ascii=False)
                    if self._lasts:
                        file.flush()
                        os.fsync(file.fileno())
                new.replace(target)
            except (OSError, Refused):
                return False
        return True

    def drop(self, study: str, key: str, settled: bool = False) -> None:
        """These words are in the project, or were given up; `settled`: whoever is late with more of them keeps none."""
        with self._turn:
            if settled:
                self._settled.add(key)
            try:
                own = self._own(study, key)
                for file in (own, own.with_suffix(_HALF), self._free(study, key)):  # a full disk leaves half of one
                    file.unlink(missing_ok=True)
            except (OSError, Refused):
                return

    def let_go(self, study: str, key: str = "") -> None:
        """Whoever opens the project next may take up these words, or without a key all that this run has."""
        with self._turn:
            for own, run in self._files(study):
                if run == runs.NAME and key in ("", own):
                    try:
                        self._own(study, own).replace(self._free(study, own))
                    except (OSError, Refused):
                        continue

    def left(self, study: str) -> list[Kept]:
        """What nobody has who runs."""
        found = [self._read(study, key, run) for key, run in self._files(study) if not _lives(run)]
        return [one for one in found if one is not None]

    def take(self, study: str, key: str) -> Kept | None:
        """Take up what nobody has; None where somebody else was quicker."""
        with self._turn:
            for name, run in self._files(study):
                if name == key and not _lives(run):
                    try:
                        runs.hold(_runs_folder())
                        self._place(study, key, run).rename(self._own(study, key))
                    except (OSError, Refused):
                        continue
                    return self._read(study, key, runs.NAME)
        return None

    def _own(self, study: str, key: str) -> Path:
        return self._place(study, key, runs.NAME)

    def _free(self, study: str, key: str) -> Path:
        return self._place(study, key, "")

    def _place(self, study: str, key: str, run: str) -> Path:
        name = f"{key}.{run}.json" if run else f"{key}.json"
        return drafts_folder() / study / self._folder / name

    def _files(self, study: str) -> list[tuple[str, str]]:
        """Key and run of each file there, the run "" where nobody has it."""
        try:
            names = sorted(file.name for file in self._free(study, "any").parent.glob("*.json"))
        except (OSError, Refused):
            return []
        return [(found[1], found[2] or "") for name in names if (found := _NAME.fullmatch(name))]

    def _read(self, study: str, key: str, run: str) -> Kept | None:
        """What is in a file; None where it cannot be read, or belongs elsewhere."""
        try:
            file = self._place(study, key, run)
            if not file.is_file():
                return None
            found = json.loads(file.read_text("utf-8"))
        except (OSError, Refused, ValueError, RecursionError):
            return None
        ours = isinstance(found, dict) and found.get("key") == key and found.get("study") == study
        return found if ours else None


def _runs_folder() -> Path:
    return drafts_folder() / "runs"


def _lives(run: str) -> bool:
    return bool(run) and runs.lives(_runs_folder(), run)
