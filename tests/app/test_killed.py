"""A program killed in the middle of its work loses nothing it has committed."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import qualcode

WRITER = """
import sys
import qualcode
from qualcode.app import codebook, coding, documents

project = qualcode.open(sys.argv[1], coder="Ana")
numbers = []
project.changed.connect(lambda step: numbers.append(step.number))
print("ready", flush=True)
at = project.history()[-1].number
while True:
    at += 1
    if at % 10 == 0:
        documents.edit_text(project, "P01", 0, 0, "More words. ")
    elif at % 10 == 5:
        project.undo()
    elif at % 10 == 7:
        codebook.add_code(project, f"code {at}")
    else:
        coding.apply_code(project, "P01", at % 40, at % 40 + 9, "place" if at % 2 else "trust", str(at))
    print(*numbers, flush=True)
    numbers.clear()
"""


def one_round(path: Path, after: float) -> None:
    """Kill a writer `after` seconds into its work; what is in the file must be what it committed."""
    with qualcode.open(path, coder="Ana") as project:
        before = project.history()[-1].number
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    try:
        assert writer.stdout.readline() == "ready\n"
        time.sleep(after)
    finally:
        writer.send_signal(signal.SIGKILL)
        output, errors = writer.communicate()
    assert errors == ""
    # the last line may have been cut off by the kill
    printed = [int(word) for line in output.splitlines(keepends=True) if line.endswith("\n") for word in line.split()]
    with qualcode.open(path, coder="Ana") as project:
        committed = [step.number for step in project.history(since=before)]
        assert committed == list(range(before + 1, before + 1 + len(committed)))
        assert committed[: len(printed)] == printed
        assert len(committed) <= len(printed) + 1, "no more than the one it had not yet told of"
        assert project.check() == []
        assert project.notices == []
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_while_writing(study_path: Path) -> None:
    chance = random.Random(1)
    for _ in range(8):
        one_round(study_path, chance.uniform(0.0, 0.25))


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_a_hundred_times(study_path: Path) -> None:
    chance = random.Random(2)
    for _ in range(100):
        one_round(study_path, chance.uniform(0.0, 0.4))
