"""The start of the program in a process of its own: the window first, everything heavy afterwards."""

import os
import subprocess
import sys
from pathlib import Path

START = """
import sys
from PySide6.QtCore import QTimer
from qualcode.ui import application

show = application.Shell.show

def watched(shell, place, reviewing=False):
    show(shell, place, reviewing)
    heavy = {"sqlalchemy", "pandas", "numpy", "scipy", "matplotlib", "spacy", "alembic"} & set(sys.modules)
    print("visible", shell.window.isVisible(), sorted(heavy), flush=True)

    def opened():
        workspace = shell.window.workspace
        if place is None or (workspace is not None and workspace.coding.document is not None):
            print("open", workspace.study.name if workspace else "nothing", flush=True)
            shell.window.close()
        else:
            QTimer.singleShot(20, opened)

    QTimer.singleShot(20, opened)

application.Shell.show = watched
sys.exit(application.run(sys.argv[1] if len(sys.argv) > 1 else None))
"""


def start(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QUALCODE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", START, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env=environment,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def test_the_window_is_there_before_anything_heavy_is_loaded(qualcode_home: Path) -> None:
    found = start(qualcode_home)
    assert (found.returncode, found.stdout.splitlines()) == (0, ["visible True []", "open nothing"]), found.stderr
    assert (qualcode_home / "log" / "qualcode.log").exists()


def test_a_project_named_on_the_command_line_opens(qualcode_home: Path, coded_study: Path) -> None:
    (qualcode_home / "settings").mkdir(exist_ok=True)
    (qualcode_home / "settings" / "settings.json").write_text('{"coder": "AB", "language": "en"}', "utf-8")
    found = start(qualcode_home, str(coded_study))
    assert (found.returncode, found.stdout.splitlines()[1:]) == (0, ["open Night bus study"]), found.stderr
    assert list(coded_study.parent.glob(".study.qualcode.*")) == []
