"""A throw-away PostgreSQL server for tests: a temporary folder, a Unix socket, gone at the end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, NoReturn, Self
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    import pwd

DATABASE_USER = "qualcode"
START_SECONDS = 60.0


def binaries() -> Path | None:
    """The folder with initdb and postgres: Debian's newest version, else the one on the path."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: int(found.parts[-3].split(".")[0])
    )
    if debian:
        return debian[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def unavailable() -> str | None:
    """Why no server can be started here, as a reason for `pytest.skip`; None if one can."""
    if sys.platform == "win32":
        return "the PostgreSQL tests use a Unix socket"
    if binaries() is None:
        return "PostgreSQL is not installed (no initdb in /usr/lib/postgresql or on the path)"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed (the extra `team`)"
    if os.geteuid() == 0 and unprivileged_user() is None:
        return "running as root, and there is no user `postgres` or `nobody` to run PostgreSQL as"
    return None


def skip_or_fail(reason: str) -> NoReturn:
    """Skip on a developer's machine; fail where QUALCODE_REQUIRE_POSTGRES=1 demands the server tests."""
    if os.environ.get("QUALCODE_REQUIRE_POSTGRES") == "1":
        pytest.fail(f"QUALCODE_REQUIRE_POSTGRES is set, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One running server for the whole pytest process."""
    reason = unavailable()
    if reason is not None:
        skip_or_fail(reason)
    with PostgresServer() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of an empty database of the test's own."""
    url = postgres_server.create_database()
    yield url
    postgres_server.drop(url)


def unprivileged_user() -> pwd.struct_passwd | None:
    """Whom to run the server as when the tests run as root, which PostgreSQL refuses."""
    import pwd

    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


class PostgresServer:
    """One server; each pytest worker starts its own, so workers share nothing.

    Use as a context manager after `unavailable()` said None. RuntimeError, with the server's own log, if it
    does not start.
    """

    def __init__(self) -> None:
        self.folder = Path()
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = 0

    def __enter__(self) -> Self:
        # not below pytest's own folder: that is closed to other users, and a socket path must be short
        self.folder = Path(tempfile.mkdtemp(prefix="qualcode-pg-", dir="/tmp"))
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    @property
    def url(self) -> str:
        """The URL of the maintenance database."""
        return self._url("postgres")

    def create_database(self, template: str = "template0") -> str:
        """Create an empty database, or a copy of the database named `template`, and return its URL."""
        self._databases += 1
        name = f"test_{self._databases}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._url(name)

    def drop(self, url: str) -> None:
        """Drop a database made by `create_database`, closing connections that are still open to it."""
        self._execute(f'DROP DATABASE IF EXISTS "{self.name_of(url)}" WITH (FORCE)')

    @staticmethod
    def name_of(url: str) -> str:
        """The database's name in one of this server's URLs, as `create_database` takes it for a template."""
        return url.split("@/", 1)[1].split("?", 1)[0]

    def _url(self, database: str) -> str:
        return f"postgresql://{DATABASE_USER}@/{database}?host={quote(str(self.folder))}"

    def _execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement.encode())

    def _start(self) -> None:
        programs = binaries()
        if programs is None:
            raise RuntimeError(unavailable())
        owner = unprivileged_user() if os.geteuid() == 0 else None
        if owner is not None:
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        data = self.folder / "data"
        log = self.folder / "log"
        initdb = [
            str(programs / "initdb"), "--pgdata", str(data), "--username", DATABASE_USER, "--auth", "trust",
            "--encoding", "UTF8", "--locale", "C.UTF-8" if sys.platform == "linux" else "C", "--no-sync",
        ]  # fmt: skip
        with log.open("wb") as output:
            made = self._spawn(initdb, owner, output)
            if made.wait() != 0:
                raise RuntimeError(f"initdb failed:\n{log.read_text(errors='replace')}")
            settings = {
                "listen_addresses": "",
                "unix_socket_directories": str(self.folder),
                "fsync": "off",
                "synchronous_commit": "off",
                "full_page_writes": "off",
                "shared_buffers": "64MB",
                "max_connections": "50",
            }
            options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
            command = [str(programs / "postgres"), "-D", str(data), *options]
            if shutil.which("setpriv"):
                # a worker that is killed leaves no server behind
                command = ["setpriv", "--pdeathsig", "INT", *command]
            self._process = self._spawn(command, owner, output)
        self._wait(self._process, log)

    def _spawn(self, command: list[str], owner: pwd.struct_passwd | None, output: IO[bytes]) -> subprocess.Popen[bytes]:
        switch: dict[str, Any] = (
            {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner is not None else {}
        )
        return subprocess.Popen(
            command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output, **switch
        )

    def _wait(self, process: subprocess.Popen[bytes], log: Path) -> None:
        import psycopg

        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                psycopg.connect(self.url, connect_timeout=5).close()
            except psycopg.OperationalError:
                if process.poll() is not None or time.monotonic() > deadline:
                    text = log.read_text(errors="replace")
                    raise RuntimeError(f"PostgreSQL did not start:\n{text}") from None
                time.sleep(0.05)
            else:
                return

    def _stop(self) -> None:
        if self._process is not None:
            # immediate: the folder is deleted next, nothing in it is worth a checkpoint
            self._process.send_signal(signal.SIGQUIT)
            try:
                self._process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        shutil.rmtree(self.folder, ignore_errors=True)
