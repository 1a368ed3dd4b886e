"""PDF files: the text of each page, read by a process of its own that may be stopped."""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput, Phrase
from ..domain.progress import Progress
from .drafts import Draft
from .losses import counted

TIME_LIMIT = 60.0  # seconds
POLL = 0.2  # seconds between two looks at whether the user has cancelled
_PACKAGE = Path(__file__).parent.parent


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A .pdf file as one document with page marks; lines and hyphens stay as they are on the page."""
    answer = _ask_worker(name, data, progress)
    if answer.get("problem") == "password":
        raise BadInput("“{name}” is protected by a password. Save it without one, then import it again.", name=name)
    if answer.get("problem") == "memory":
        raise BadInput(
            "“{name}” needs too much memory to be read. Print it to a new PDF or save it as text.", name=name
        )
    if "problem" in answer:
        raise BadInput("“{name}” is damaged or is no PDF. Save or download it again, then import it.", name=name)
    draft = Draft(name.rpartition(".")[0] or name)
    found = answer.get("pages")
    pages = [str(page) for page in found] if isinstance(found, list) else []
    if not any(page.strip() for page in pages):
        raise BadInput("“{name}” has no text. Run text recognition, then import it again.", name=name)
    hyphens = 0
    without_text = 0
    for number, page in enumerate(pages, start=1):
        draft.end_line()
        draft.mark(draft.length, "page", str(number))
        # pdfium writes U+0002 or U+FFFE for a hyphen that parts a word at the end of a line
        hyphens += page.count("\x02") + page.count("\ufffe")
        draft.write(page.replace("\x02", "-").replace("\ufffe", "-"))
        without_text += not page.strip()
    notes = [Phrase("lines and hyphens are kept as they are on the pages")]
    if hyphens:
        notes.append(Phrase("{words} parted by a hyphen at the end of a line", words=counted(hyphens, "word")))
    if answer.get("repaired"):
        notes.append(Phrase("the file is damaged; what could be rescued was read"))
    lost: tuple[str, ...] = ()
    if without_text:
        lost = (Phrase("{pages} without text", pages=counted(without_text, "page")),)
    return Bundle(documents=(draft.document("pdf", options),), lost=lost, notes=tuple(notes))


def _ask_worker(name: str, data: bytes, progress: Progress) -> dict[str, object]:
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(
        part for part in (str(_PACKAGE.parent), environment.get("PYTHONPATH", "")) if part
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "qualcode.formats.portable_worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    # fed by a thread: `communicate` forgets what it has not yet written when it is interrupted to look at the time
    stdin, process.stdin = process.stdin, None
    assert stdin is not None
    threading.Thread(target=_feed, args=(stdin, data), daemon=True).start()
    with process:
        try:
            output = _answer(process, name, progress)
        finally:
            if process.poll() is None:
                process.kill()
    try:
        answer = json.loads(output)
    except ValueError:
        return {"problem": "damaged"}
    return answer if isinstance(answer, dict) else {}


def _feed(stdin: IO[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError), stdin:  # the worker may end before it has read all
        stdin.write(data)


def _answer(process: subprocess.Popen[bytes], name: str, progress: Progress) -> bytes:
    end = time.monotonic() + TIME_LIMIT
    while True:
        try:
            return process.communicate(timeout=POLL)[0]
        except subprocess.TimeoutExpired:
            pass
        if time.monotonic() > end:
            raise BadInput(
                "“{name}” was not read within {seconds} seconds. Print it to a new PDF or save it as text.",
                name=name,
                seconds=int(TIME_LIMIT),
            )
        progress.tick(0, 0, name)
