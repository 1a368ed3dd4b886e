"""A program that is killed in the middle of a word loses that burst and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

from qualcode.app import settings
from qualcode.app.project import open_project

WRITER = Path(__file__).with_name("writer_process.py")


def test_a_kill_takes_at_most_the_running_burst(coded_study: Path, qualcode_home: Path) -> None:
    settings.save(settings.Settings(coder="AB", language="en", look="light"))
    said: list[str] = []
    with subprocess.Popen(
        [sys.executable, str(WRITER), str(coded_study)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line.strip())
            if said[-1] == "typed 4":  # the fourth burst is under way
                process.kill()
                break
        process.stdout.read()
    written = max(int(line.split()[1]) for line in said if line.startswith("written"))
    assert written == 3
    with open_project(coded_study, coder="AB", insist=True) as project:
        assert project.check() == []
        with project.read() as read:
            text = read.text(next(one for one in read.documents() if one.name == "P03 Rosa"))
    assert "n1 n2 n3 On paper" in text.replace("n4 ", "")
    assert "".join(text.split("n1 n2 n3 ")).count("n1") == 0
