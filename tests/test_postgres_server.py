"""The throw-away server that the team tests stand on."""

from collections.abc import Iterator

import psycopg
import pytest
from postgres import PostgresServer, skip_or_fail, unavailable


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    reason = unavailable()
    if reason is not None:
        skip_or_fail(reason)
    with PostgresServer() as running:
        yield running


def test_a_new_database_answers_in_utf8(server: PostgresServer) -> None:
    url = server.create_database()
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        assert connection.execute("SELECT char_length('信任é')").fetchone() == (3,)
    server.drop(url)


def test_a_copy_holds_the_rows_of_its_template_and_is_its_own(server: PostgresServer) -> None:
    template = server.create_database()
    with psycopg.connect(template) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    copy = server.create_database(template=server.name_of(template))
    with psycopg.connect(copy) as connection:
        connection.execute("UPDATE kept SET number = 8")
    with psycopg.connect(template) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)
    server.drop(copy)
    server.drop(template)


def test_drop_closes_connections_that_were_left_open(server: PostgresServer) -> None:
    url = server.create_database()
    with psycopg.connect(url) as left_open:
        server.drop(url)
        with pytest.raises(psycopg.OperationalError):
            left_open.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(url)


def test_nothing_is_left_behind() -> None:
    reason = unavailable()
    if reason is not None:
        skip_or_fail(reason)
    with PostgresServer() as running:
        folder, url = running.folder, running.url
        psycopg.connect(url).close()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_a_demanded_server_that_is_not_there_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_REQUIRE_POSTGRES", "1")
    with pytest.raises(pytest.fail.Exception, match="no server"):
        skip_or_fail("no server")
    monkeypatch.setenv("QUALCODE_REQUIRE_POSTGRES", "")
    with pytest.raises(pytest.skip.Exception, match="no server"):
        skip_or_fail("no server")
