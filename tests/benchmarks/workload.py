"""The generated workloads S, M and L as bundles and as projects.

Set QUALCODE_BENCH_WORK to the folder that holds S, M and L (each with a workload.sqlite).
"""

import os
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

import qualcode
from qualcode.app.exchange import Arrival, bring_in
from qualcode.app.project import Project
from qualcode.domain.bundle import Bundle, ReadCode, ReadCoding, ReadDocument

SIZES = ("S", "M", "L")
SPEAKERS = r"^(?P<speaker>INTERVIEWER|P\d+):\s*"


def source(size: str) -> Path:
    """The generated file of a size; skips the test when it is not there."""
    folder = os.environ.get("QUALCODE_BENCH_WORK")
    if not folder:
        pytest.skip("QUALCODE_BENCH_WORK does not name the folder of the workloads")
    path = Path(folder) / size / "workload.sqlite"
    if not path.exists():
        pytest.skip(f"workload {size} has not been generated")
    return path


@cache
def documents(size: str) -> Bundle:
    """The documents and the codebook of a size."""
    with closing(sqlite3.connect(f"file:{source(size)}?mode=ro", uri=True)) as connection:
        themes = dict(connection.execute("SELECT id, name FROM categories").fetchall())
        texts = connection.execute("SELECT name, text FROM documents ORDER BY id").fetchall()
        codes = connection.execute("SELECT name, category_id, color, memo FROM codes ORDER BY id").fetchall()
    return Bundle(
        documents=tuple(
            ReadDocument(name.removesuffix(".txt"), text, "txt", language="en", speakers=SPEAKERS)
            for name, text in texts
        ),
        codes=tuple(
            ReadCode((themes[theme], name), "code", color, {"definition": memo}) for name, theme, color, memo in codes
        ),
    )


@cache
def codings(size: str) -> Bundle:
    """All codings of a size."""
    with closing(sqlite3.connect(f"file:{source(size)}?mode=ro", uri=True)) as connection:
        names = dict(connection.execute("SELECT id, name FROM documents").fetchall())
        themes = dict(connection.execute("SELECT id, name FROM categories").fetchall())
        rows = connection.execute("SELECT id, name, category_id FROM codes").fetchall()
        paths = {key: (themes[theme], name) for key, name, theme in rows}
        found = connection.execute("SELECT doc_id, start, end, code_id, coder, memo FROM codings").fetchall()
    return Bundle(
        codings=tuple(
            ReadCoding(names[document].removesuffix(".txt"), start, end, paths[code], coder, memo or "")
            for document, start, end, code, coder, memo in found
        )
    )


def with_documents(size: str, place: Path) -> Project:
    """A new project that holds the documents and codes of a size."""
    bundle = documents(size)
    project = qualcode.new(place, coder="Ana")
    bring_in(project, [Arrival("documents", b"", bundle)])
    return project


def whole(size: str, place: Path) -> Project:
    """A new project that holds everything of a size."""
    project = with_documents(size, place)
    bring_in(project, [Arrival("codings", b"", codings(size))])
    return project
