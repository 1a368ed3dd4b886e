"""The words of texts as bytes, and kept on this machine: readable only for whoever has the text.

A kept file is named by and encrypted with hashes of the text's own hash, which stands in the project. So without the
project the folder says nothing about what was said in an interview, not even which words are in it.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path

import numpy as np

from .words import TextWords

_MOST_BYTES = 1_000_000_000  # of all files; those unused for longest go first
_SUFFIX = ".words"
_MARK = b"qcw1"


def packed(words: TextWords) -> bytes:
    """A line of JSON that says how long the rest is, the items in lines, then the three columns as 32 bit numbers."""
    items = "\n".join(words.items).encode("utf-8", "surrogatepass")
    header = {"n": int(words.start.size), "items": len(items), "cutter": words.cutter, "lemmas": words.lemmas}
    columns = (column.astype("<i4").tobytes() for column in (words.start, words.end, words.item))
    return b"".join((json.dumps(header).encode("ascii"), b"\n", items, *columns))


def unpacked(data: bytes) -> TextWords:
    """What `packed` made. Raises `ValueError` or `KeyError` for anything else."""
    head, _, body = data.partition(b"\n")
    header = json.loads(head)
    written = body[: header["items"]].decode("utf-8", "surrogatepass")
    start, end, item = np.frombuffer(body[header["items"] :], dtype="<i4").reshape(3, header["n"]).astype(np.int32)
    return TextWords(
        start, end, item, tuple(written.split("\n")) if written else (), header["cutter"], header["lemmas"]
    )


def _keys(content: str, method: str) -> tuple[str, bytes]:
    """Name and key of the file for a text (by its hash) cut by a method."""
    base = f"{content}|{method}".encode()
    return hashlib.sha256(b"name|" + base).hexdigest()[:40], hashlib.sha256(b"key|" + base).digest()


def _coded(data: bytes, key: bytes) -> bytes:
    """The data with a stream of the key laid over it; the same again gives it back."""
    stream = np.frombuffer(hashlib.shake_256(key).digest(len(data)), dtype=np.uint8)
    return (np.frombuffer(data, dtype=np.uint8) ^ stream).tobytes()


def kept(folder: Path, content: str, method: str) -> TextWords | None:
    """The words of a text as they were kept, None where they were not."""
    name, key = _keys(content, method)
    file = folder / (name + _SUFFIX)
    try:
        data = _coded(file.read_bytes(), key)
        if not data.startswith(_MARK):
            return None
        found = unpacked(data[len(_MARK) :])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    with contextlib.suppress(OSError):
        os.utime(file)  # what is used stays
    return found


def keep(folder: Path, content: str, method: str, words: TextWords) -> None:
    """Keep the words of a text; where there is no room or no right, they are made again the next time."""
    name, key = _keys(content, method)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as part:  # readable for its owner alone
            part.write(_coded(_MARK + packed(words), key))
        os.replace(part.name, folder / (name + _SUFFIX))  # noqa: PTH105  a file half written is never seen


def make_room(folder: Path, most: int = _MOST_BYTES) -> None:
    """Remove the files that were not used for longest, until the others have `most` bytes or fewer."""
    with contextlib.suppress(OSError):
        files = sorted(((file.stat(), file) for file in folder.glob("*" + _SUFFIX)), key=lambda one: -one[0].st_mtime)
        total = 0
        for facts, file in files:
            total += facts.st_size
            if total > most:
                file.unlink(missing_ok=True)
