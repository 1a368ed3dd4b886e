"""Opening a database by path or URL, and everything in which SQLite and PostgreSQL differ."""

import os
import re
import shlex
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ..domain.errors import BadInput, Busy, Cancelled, Clash, Damaged, QualcodeError, Refused
from ..domain.redactions import Former

APPLICATION_ID = 0x5155414C  # "QUAL" in the header of the file
WAIT_SECONDS = 15  # how long a writer waits for its turn
_WRITER_LOCK = 0x7175616C636F6465  # one advisory lock for all writers of a PostgreSQL database
_CHUNK = 20_000
_TOGETHER = 400  # rows in one statement: a third less time than one by one; SQLite takes 32,766 values
_READER_CACHE, _WRITER_CACHE = -16_384, -65_536  # KiB of pages each connection keeps, as SQLite writes it
_SETTINGS = ("foreign_keys=ON", "synchronous=FULL", f"cache_size={_READER_CACHE}", "temp_store=MEMORY")
# of a copy that is being made: what becomes of it half-way does not matter, so nothing is written twice or waited for
_SETTINGS_OF_COPY = ("foreign_keys=OFF", "journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY")
MOST_IDS = 5_000  # ids in one IN list; SQLite takes 32,766 variables

_DAMAGED = "{name} is damaged ({reason}). Bring back a good state with: qualcode backup {place} --list"

# what the databases say, and what that means for the user
_SENTENCES: tuple[tuple[tuple[str, ...], type[QualcodeError], str], ...] = (
    (
        ("locked", "lock timeout"),
        Busy,
        "Another program is writing to {name} and does not finish. Try again in a moment.",
    ),
    (
        ("full", "no space"),
        Refused,
        "There is no room left on the disk for {name}; nothing was changed. Free some space.",
    ),
    (
        ("readonly", "read-only"),
        Refused,
        "{name} cannot be written. Check the rights of the file and its folder.",
    ),
    (("unable to open",), Refused, "{name} cannot be opened. Check that it exists and that you may read it."),
    (
        ("malformed", "not a database", "disk i/o"),
        Damaged,
        _DAMAGED,
    ),
)

_NOT_WRITTEN = tuple(f"SQLITE_IOERR_{what}" for what in ("WRITE", "FSYNC", "TRUNCATE", "SHM"))  # a quota, a full disk
_INTERRUPTED = re.compile(r"interrupted$|\) interrupted\n|due to user request")
_QUOTED = re.compile(r'"[^"]*"')


def is_url(place: str) -> bool:
    """Whether `place` names a server rather than a file."""
    return place.startswith(("postgresql://", "postgres://"))


def in_command(path: str | Path) -> str:
    """The path as it can be copied into a command line, whatever folder that runs in."""
    whole = os.path.abspath(path)  # noqa: PTH100  without “..”, with links as they are
    if os.name == "nt":
        return f'"{whole}"' if re.search(r"[^\w.:\\/-]", whole) else whole
    return shlex.quote(whole)


class Database:
    """Connections to one project, and the SQL that differs between the two databases."""

    def __init__(self, place: str, read_only: bool = False, being_made: bool = False) -> None:
        """`being_made`: a copy that is thrown away unless all of it is written."""
        self.place = place
        self.read_only = read_only
        self._settings = _SETTINGS_OF_COPY if being_made else _SETTINGS
        self.on_server = is_url(place)
        self.name = self.name_of(place) if self.on_server else Path(place).name
        self.in_command = self.name if self.on_server else in_command(place)  # as hints write it; never a password
        self.apart = self.on_server  # whether readers and a writer do not wait for each other, see `write_ahead`
        self.passing: Callable[[], object] | None = None  # of a copy made for looking: takes it away
        self.past = False  # of an earlier time, but for what must not leave the program
        self.redacted: tuple[Former, ...] | None = None  # of such a copy: what is and was redacted at present
        self.origin = place  # of such a copy: the project that it shows
        self._file = self._identity()
        self._engine = self._server_engine() if self.on_server else self._file_engine()

    @staticmethod
    def name_of(address: str) -> str:
        """The name of the database in an address, else the server's; never user and password."""
        plain = address.split("://", 1)[1].partition("?")[0]
        return plain.partition("/")[2].rstrip("/") or plain.rpartition("@")[2] or "the server's database"

    # ── connections ────────────────────────────────────────────────────────────────────────────────────────
    def _server_engine(self) -> sa.Engine:
        try:
            import psycopg  # noqa: F401
        except ImportError:
            raise BadInput(
                "A project on a PostgreSQL server needs one more package: run pip install 'qualcode[team]'."
            ) from None
        address = self.place.split("://", 1)[1]
        try:
            url = sa.make_url(f"postgresql+psycopg://{address}")
        except (sa.exc.ArgumentError, ValueError) as error:
            raise BadInput(
                "The address of the project cannot be read ({reason}). Write it as postgresql://user@host:port/database",
                reason=error,
            ) from None
        return sa.create_engine(url, pool_size=5, connect_args={"connect_timeout": 10})

    def _file_engine(self) -> sa.Engine:
        def connect() -> sqlite3.Connection:
            uri = Path(self.place).absolute().as_uri() + ("?mode=ro" if self.read_only else "?mode=rw")
            connection = sqlite3.connect(uri, uri=True, timeout=WAIT_SECONDS, check_same_thread=False)
            connection.isolation_level = None  # BEGIN is ours, see _begin
            try:
                for setting in self._settings:
                    connection.execute(f"PRAGMA {setting}")
            except UnicodeDecodeError as error:  # SQLite quotes what it found in place of our tables
                connection.close()
                raise sqlite3.DatabaseError("database disk image is malformed") from error
            return connection

        engine = sa.create_engine("sqlite://", creator=connect, poolclass=sa.QueuePool, pool_size=5, max_overflow=20)
        sa.event.listen(engine, "begin", self._begin)
        return engine

    @staticmethod
    def _begin(connection: sa.Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one moment of the project."""
        with self.plain_errors(), self._engine.connect() as connection:
            if self.on_server:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    def interrupt(self, connection: sa.Connection) -> None:
        """Stop what a connection is busy with in another thread, which gets `Cancelled`; harmless when it has ended."""
        try:
            driver: Any = connection.connection.driver_connection
        except sa.exc.ResourceClosedError:
            return
        if self.on_server:
            driver.cancel()
        else:
            driver.interrupt()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that has its turn: writers are serial. Committed on leaving, rolled back on an error."""
        if self.read_only:
            raise Refused("{name} is open for reading only. Close it elsewhere and open it again.", name=self.name)
        if not self.in_place():
            raise Refused(
                "{name} is not the file any more that was opened: it was moved, deleted or replaced. Close it; what "
                "you did until then is kept as a backup.",
                name=self.name,
            )
        with self.plain_errors(), self._engine.connect() as connection:
            connection.execution_options(writing=True)
            with self._room(connection), connection.begin():
                if self.on_server:
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'")
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
                yield connection

    @contextmanager
    def _room(self, connection: sa.Connection) -> Iterator[None]:
        """More pages in memory for a step that may be big: only while it lasts, as there are several connections."""
        driver = connection.connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            yield
            return
        driver.execute(f"PRAGMA cache_size={_WRITER_CACHE}")
        try:
            yield
        finally:
            with suppress(sqlite3.Error):  # what went wrong in the step is what the user has to hear
                driver.execute(f"PRAGMA cache_size={_READER_CACHE}")

    @contextmanager
    def plain_errors(self) -> Iterator[None]:
        """Turn the database's own errors into sentences."""
        try:
            yield
        except (sa.exc.DBAPIError, sqlite3.DatabaseError) as error:  # the second while rows are fetched
            if _INTERRUPTED.search(str(error)):
                raise Cancelled from error
            raise self.sentence(error) from error

    def sentence(self, error: sa.exc.DBAPIError | sqlite3.DatabaseError) -> Exception:
        """What a database's own error means for the user; the error itself where it can only be our mistake."""
        if isinstance(error, sa.exc.IntegrityError):
            return Clash("Something that this stands on has been removed, or is still in use. Nothing was changed.")
        original = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        text = str(original).strip().partition("\n")[0] or type(original).__name__
        if getattr(original, "sqlite_errorname", "").startswith(_NOT_WRITTEN):
            return Refused(
                "{name} cannot be written ({reason}); nothing was changed. Free some space, or check your quota and "
                "the disk.",
                name=self.name,
                reason=text,
            )
        said = _QUOTED.sub("", text.lower())  # a database may be called “full”
        for words, problem, sentence in _SENTENCES:
            if any(word in said for word in words):
                return problem(sentence, name=self.name, place=self.in_command, reason=text)
        if self.on_server:
            return self._of_server(error, text, said)
        if isinstance(original, sqlite3.OperationalError) or type(original) is sqlite3.DatabaseError:
            # wrong bytes in a row or in the schema: text that is no UTF-8, a column that is not there
            return Damaged(_DAMAGED, name=self.name, place=self.in_command, reason=text[:80])
        return error

    def _of_server(self, error: sa.exc.DBAPIError | sqlite3.DatabaseError, text: str, said: str) -> Exception:
        if "permission denied" in said:
            return Refused(
                "You lack a right in the database {name}: {reason}. Ask whoever runs the server.",
                name=self.name,
                reason=text,
            )
        if "does not exist" in said and ("relation" in said or "column" in said):
            return Damaged(
                "The database {name} is not as qualcode made it: {reason}. Bring back a good state from a copy made "
                "with pg_dump.",
                name=self.name,
                reason=text,
            )
        if isinstance(error, sa.exc.OperationalError) or "connection option" in said:
            reason = text.removeprefix("connection failed: ")  # the driver's words before those of the library below
            return Refused(
                "The server did not answer as expected: {reason}. Check the address and try again.", reason=reason
            )
        return error

    def close(self) -> None:
        """Close all connections; the write-ahead log is folded back into the one file."""
        if not self.on_server and not self.read_only:
            self._engine.dispose()
            if self.in_place():  # else our log would be folded into somebody else's file
                self.fold()
        self._engine.dispose()
        if self.passing is not None:
            self.passing()

    def in_place(self) -> bool:
        """Whether the file at our path is still the one that was opened; a synced folder may have replaced it."""
        return self._identity() == self._file

    def _identity(self) -> tuple[int, int] | None:
        if self.on_server:
            return None
        try:
            found = Path(self.place).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    # ── the file ───────────────────────────────────────────────────────────────────────────────────────────
    def write_ahead(self) -> bool:
        """Use a write-ahead log while open, so that readers and the writer do not wait for each other.

        Answers False where the folder cannot do it (some network drives): the plain rollback journal then
        serves, slower and as safe.
        """
        if self.on_server or self.read_only:
            return False
        with self.raw() as connection:
            try:
                self.apart = bool(connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] == "wal")
            except sqlite3.OperationalError:
                self.apart = False
        return self.apart

    def fold(self) -> None:
        """Fold the write-ahead log back; where another program still has the file open, it will do so."""
        try:
            with self.raw() as connection:
                connection.execute("PRAGMA busy_timeout=200")
                connection.execute("PRAGMA journal_mode=DELETE")
        except (sqlite3.Error, QualcodeError):
            return

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """A bare SQLite connection of its own, for pragmas and backups; closed on leaving."""
        path = Path(self.place).absolute()
        connection = sqlite3.connect(
            path.as_uri() + ("?mode=ro" if self.read_only else "?mode=rw"), uri=True, timeout=WAIT_SECONDS
        )
        try:
            yield connection
        finally:
            connection.close()

    # ── many rows ──────────────────────────────────────────────────────────────────────────────────────────
    def insert(self, connection: sa.Connection, table: sa.Table, rows: Iterable[Sequence[Any]]) -> None:
        """Insert rows given as tuples in column order, as fast as the database takes them."""
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        if self.on_server:
            self._copy(connection, f'COPY "{table.name}" ({names}) FROM STDIN', rows)
            return
        # OR FAIL: a step that fails is taken back as a whole, so no statement needs a journal of its own, which costs
        # more for each row the longer it gets
        marks = f"({', '.join('?' * len(table.columns))})"
        statement = f'INSERT OR FAIL INTO "{table.name}" ({names}) VALUES {marks}'
        together = f"{statement}{f', {marks}' * (_TOGETHER - 1)}"
        for part in chunks(rows, _TOGETHER):
            if len(part) == _TOGETHER:
                connection.exec_driver_sql(together, tuple(chain.from_iterable(part)))
            else:
                connection.exec_driver_sql(statement, [tuple(row) for row in part])

    def update(
        self, connection: sa.Connection, table: sa.Table, places: Sequence[int], rows: Iterable[Sequence[Any]]
    ) -> bool:
        """Write only the columns at some places of rows that exist, by the id that each begins with; whether this
        database does so (a server takes rows in bulk only when they are new)."""
        if self.on_server:
            return False
        columns = list(table.columns)
        names = ", ".join(f'"{columns[place].name}" = ?' for place in places)
        statement = f'UPDATE OR FAIL "{table.name}" SET {names} WHERE "id" = ?'
        for part in chunks(map(itemgetter(*places, 0), rows), _CHUNK):
            connection.exec_driver_sql(statement, part)
        return True

    def stream(self, connection: sa.Connection, query: sa.Select[Any], size: int) -> Iterator[list[Sequence[Any]]]:
        """The rows of a query in lists of at most `size`: for very many."""
        if self.on_server:
            for part in connection.execute(query, execution_options={"yield_per": size}).partitions():
                yield list(part)
            return
        # the driver's own cursor: SQLAlchemy's row objects would take as long again
        compiled = query.compile(connection)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(str(compiled), [compiled.params[name] for name in compiled.positiontup or ()])
            while rows := cursor.fetchmany(size):
                yield list(rows)
        finally:
            cursor.close()

    @staticmethod
    def _copy(connection: sa.Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        import psycopg

        driver = connection.connection.driver_connection
        assert driver is not None
        try:
            with driver.cursor() as cursor, cursor.copy(statement) as copy:
                for row in rows:
                    copy.write_row(row)
        except psycopg.errors.IntegrityError as error:
            raise sa.exc.IntegrityError(statement, None, error) from error
        except psycopg.Error as error:
            raise sa.exc.DatabaseError(statement, None, error) from error

    def schema_version(self) -> str:
        """The Alembic revision of the tables, or empty when there are none of ours."""
        with self.reading() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return ""
            return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")

    @property
    def engine(self) -> sa.Engine:
        """The SQLAlchemy engine, for migrations."""
        return self._engine


def chunks(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """`rows` in lists of at most `size`."""
    iterator = iter(rows)
    while part := list(islice(iterator, size)):
        yield part
