"""A transcript of 100,000 characters with 2,000 codings gets a newer text; words are replaced in all documents.

Run with `--benchmark-enable`; what is measured is the whole step, as it is written.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from domain.revisions import coded, revised

import qualcode
from qualcode.app import documents
from qualcode.app.exchange import Arrival, bring_in
from qualcode.app.project import Project
from qualcode.domain.bundle import Bundle, ReadCoding, ReadDocument
from qualcode.domain.reanchoring import Anchoring

CHARACTERS, CODINGS = 100_000, 2_000


def transcript() -> str:
    """Turns of two people, no two alike."""
    seed = random.Random(7)
    words = [
        "".join(seed.choice("bdfglmnprst") + seed.choice("aeiou") for _ in range(seed.randrange(1, 4)))
        for _ in range(4_000)
    ]
    lines: list[str] = []
    length = 0
    while length < CHARACTERS:
        said = " ".join(seed.choice(words) for _ in range(seed.randrange(4, 90)))
        lines.append(f"{'INT' if len(lines) % 2 else 'ROSA'}: {said}.\n")
        length += len(lines[-1])
    return "".join(lines)[:CHARACTERS]


@pytest.fixture(scope="module")
def text() -> str:
    return transcript()


@pytest.fixture
def newer(text: str) -> str:
    return revised(text, random.Random(3), 120).text


@pytest.fixture
def project(text: str, tmp_path: Path) -> Iterator[Project]:
    """One such document, coded."""
    codings = tuple(
        ReadCoding("T", span.start, span.end, (f"code {number % 60}",))
        for number, span in enumerate(coded(text, random.Random(1), CODINGS))
    )
    bundle = Bundle(documents=(ReadDocument("T", text, "txt", language="en"),), codings=codings)
    with qualcode.new(tmp_path / "study.qualcode", coder="Ana") as made:
        bring_in(made, [Arrival("t", b"", bundle)])
        yield made


@pytest.mark.benchmark(group="a newer text for 2,000 codings")
def test_replacing_a_coded_text(benchmark: Any, project: Project, newer: str) -> None:
    def undone() -> None:
        if project.history()[-1].action == "documents.replace_text":
            project.undo()

    benchmark.pedantic(lambda: documents.replace_text(project, "T", newer), setup=undone, rounds=3, iterations=1)
    with project.read() as read:
        assert read.count("coding") > CODINGS * 0.9


@pytest.mark.benchmark(group="a newer text for 2,000 codings")
def test_finding_the_places_alone(benchmark: Any, text: str, newer: str) -> None:
    spans = coded(text, random.Random(1), CODINGS)

    def find() -> int:
        anchoring = Anchoring(text, newer)
        return sum(anchoring.place(span) is not None for span in spans)

    assert benchmark(find) > CODINGS * 0.9


@pytest.mark.benchmark(group="a burst of typing among 2,000 codings")
def test_a_burst_of_typing(benchmark: Any, project: Project, text: str) -> None:
    at = len(text) // 2

    def undone() -> None:
        if project.history()[-1].action == "documents.edit_passages":
            project.undo()

    benchmark.pedantic(
        lambda: documents.edit_passages(project, "T", [(at, at, "some more words ")], text),
        setup=undone,
        rounds=3,
        iterations=1,
    )
