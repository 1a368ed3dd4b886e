"""What every test gets: a home of its own, no network, and projects on both databases."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from postgres import postgres_server, postgres_url  # noqa: F401  (fixtures)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "bounded", max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.register_profile("long", max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("long" if os.environ.get("QUALCODE_LONG") else "bounded")


@pytest.fixture(autouse=True)
def qualcode_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, log and backups of the test, apart from those of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("QUALCODE_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing the program does on its own may leave the machine."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: object) -> None:
        local = self.family == getattr(socket, "AF_UNIX", None) or str(
            address[0] if isinstance(address, tuple) else address
        ) in ("127.0.0.1", "::1", "localhost")
        if not local:
            raise AssertionError(f"a connection to {address} was tried")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", only_here)


@pytest.fixture
def shared_data() -> Path:
    """Real files to test on, kept beside the project; absent on most machines."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder of real files (../shared/data) is not on this machine")
    return folder


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a project can be made: a file, and a database on a real server."""
    if request.param == "sqlite":
        yield str(tmp_path / "study.qualcode")
    else:
        yield request.getfixturevalue("postgres_url")


@pytest.fixture
def endless() -> str:
    """A question to either database that has no end."""
    return "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT 1 - n FROM numbers) SELECT count(*) FROM numbers"
