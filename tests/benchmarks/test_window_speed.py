"""The whole program in fresh processes: its window seen, a big project opened, coded and counted, and the memory.

QUALCODE_BENCH_WORK names the folder of workloads (which document is the heaviest), QUALCODE_BENCH_L a project file
of the big one; it is copied, never changed.
"""

import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from benchmarks import workload

PROBE = Path(__file__).with_name("window_probe.py")
ROUNDS = 5

Record = Callable[[str, object], None]


def probe(*arguments: str, home: Path, script: Path = PROBE) -> dict[str, Any]:
    """What a probe found; `seen` counts from the start of its process."""
    if not Path("/proc/self/status").exists():
        pytest.skip("memory is read from /proc, which this system does not have")
    began = time.time()
    environment = os.environ | {"QUALCODE_HOME": str(home), "PYTHONPATH": str(PROBE.parents[2])}
    command = [sys.executable, str(script), *arguments]
    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if "seen" in found:
        found["seen"] -= began
    return found


def heaviest() -> str:
    """The name of the document with most codings of the big workload."""
    with closing(sqlite3.connect(f"file:{workload.source('L')}?mode=ro", uri=True)) as connection:
        query = "SELECT name FROM documents WHERE id = (SELECT value FROM meta WHERE key = 'heaviest_doc')"
        return str(connection.execute(query).fetchone()[0]).removesuffix(".txt")


def tell(record: Record, figures: dict[str, float]) -> None:
    for name, value in figures.items():
        record(name, round(value, 4))
        print(f"{name}: {value:.4f}")  # noqa: T201


def test_the_window_is_seen(tmp_path: Path, record_property: Record) -> None:
    figures: dict[str, float] = {}
    for act in ("bare", "empty"):
        probe(act, home=tmp_path)  # the first start reads the libraries from the disk
    found = {act: [probe(act, home=tmp_path) for _ in range(ROUNDS)] for act in ("bare", "empty")}
    for act, rounds in found.items():
        figures[f"{act}: seen after s"] = statistics.median(one["seen"] for one in rounds)
        figures[f"{act}: MB at most"] = statistics.median(one["VmHWM"] for one in rounds)
    tell(record_property, figures)
    assert min(figures.values()) > 0


def test_a_big_project_in_the_window(tmp_path: Path, record_property: Record) -> None:
    source = os.environ.get("QUALCODE_BENCH_L")
    if not source:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    rounds = []
    for number in range(3):
        place = tmp_path / f"big-{number}.qualcode"
        shutil.copyfile(source, place)
        os.sync()  # a project that was closed yesterday is on the disk
        rounds.append(probe("study", str(place), heaviest(), home=tmp_path / f"home-{number}"))
        place.unlink()
    assert all(one["codings"] > 1_000 for one in rounds)
    tell(record_property, {name: statistics.median(one[name] for one in rounds) for name in rounds[0]})


def test_what_holds_the_window(tmp_path: Path, record_property: Record) -> None:
    source = os.environ.get("QUALCODE_BENCH_L")
    if not source:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    script = PROBE.with_name("holds_probe.py")
    rounds = []
    for number in range(3):
        place = tmp_path / f"holds-{number}.qualcode"
        shutil.copyfile(source, place)
        rounds.append(probe(str(place), heaviest(), home=tmp_path / f"holds-home-{number}", script=script))
        place.unlink()
    for name in rounds[0]:
        wall, own = (statistics.median(one[name][which] for one in rounds) for which in (0, 1))
        record_property(name, wall)
        print(f"{name}: {wall:.1f} ms, {own:.1f} of its own")  # noqa: T201
    assert len(rounds[0]) > 20


def test_keys_in_the_window(tmp_path: Path, record_property: Record) -> None:
    source = os.environ.get("QUALCODE_BENCH_L")
    if not source:
        pytest.skip("QUALCODE_BENCH_L does not name a project file of the big workload")
    place = tmp_path / "keys.qualcode"
    shutil.copyfile(source, place)
    os.sync()
    found = probe(str(place), heaviest(), home=tmp_path / "keys-home", script=PROBE.with_name("keys_probe.py"))
    for name, figures in found.items():
        record_property(name, figures["median"])
        print(f"{name}: median {figures['median']} ms, p95 {figures['p95']} ms of {figures['keys']} keys")  # noqa: T201
    assert all(figures["keys"] >= 4 for figures in found.values())
