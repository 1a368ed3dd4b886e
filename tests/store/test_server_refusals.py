"""What a PostgreSQL server refuses is said in one sentence, and never with a password."""

import psycopg
import pytest
from postgres import DATABASE_USER

import qualcode
from qualcode.app import codebook
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, Damaged, QualcodeError, Refused
from qualcode.store.engine import Database


def test_a_database_with_other_tables_is_left_alone(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE code (postal text)")
    with pytest.raises(Refused, match="tables of another program where a project needs its own: code"):
        qualcode.new(postgres_url, coder="AB")
    with psycopg.connect(postgres_url) as connection:
        tables = connection.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        assert tables.fetchall() == [("code",)]
    with pytest.raises(BadInput, match=r"^test_\d+ is not a qualcode project"):
        qualcode.open(postgres_url)


def test_a_project_may_lie_beside_tables_it_does_not_need(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE customers (name text)")
    with qualcode.new(postgres_url, coder="AB") as project:
        assert project.check() == []


def test_tables_numbered_by_another_program_are_no_newer_project(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num varchar(32))")
        connection.execute("INSERT INTO alembic_version VALUES ('ae1027a6acf')")
    with pytest.raises(BadInput, match="is not a qualcode project"):
        qualcode.open(postgres_url)


def test_missing_rights_and_missing_tables_are_sentences(postgres_url: str) -> None:
    qualcode.new(postgres_url, coder="AB").close()
    with psycopg.connect(postgres_url) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
    with pytest.raises(Refused, match="You lack a right in the database test_"):
        qualcode.open(postgres_url.replace(f"{DATABASE_USER}@", "guest@"))
    with psycopg.connect(postgres_url) as connection:
        connection.execute("DROP TABLE memo CASCADE")
    with qualcode.open(postgres_url) as project, pytest.raises(Damaged, match="is not as qualcode made it"):
        _ = project.frames.memos
    with qualcode.open(postgres_url) as project:
        assert {problem.where for problem in project.check()} == {"rows", "history", "memos"}


@pytest.mark.parametrize("option", ["nonsense=1", "sslmode=banana"])
def test_an_option_the_server_does_not_know_is_a_sentence(postgres_url: str, option: str) -> None:
    with pytest.raises(Refused, match="did not answer as expected"):
        qualcode.open(f"{postgres_url}&{option}")


def add_and_be_cut_off(project: Project, url: str) -> None:
    """Begin a step and let the server end its connection before it is finished."""
    with project.writing("test", "A step") as work:
        codebook.add_code.within(work, "lost")
        with psycopg.connect(url, autocommit=True) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


def test_a_connection_cut_in_a_step_leaves_nothing_of_it(postgres_url: str) -> None:
    with qualcode.new(postgres_url, coder="AB") as project:
        codebook.add_code(project, "kept")
        with pytest.raises(QualcodeError, match="did not answer as expected"):
            add_and_be_cut_off(project, postgres_url)
    with qualcode.open(postgres_url) as project:
        assert [step.summary for step in project.history()] == ["Make the project", "Add code “kept”"]
        assert project.check() == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("postgresql://ann:secret@host/study?host=/tmp/socket", "study"),
        ("postgresql://ann:secret@host", "host"),
        ("postgresql://", "the server's database"),
    ],
)
def test_a_database_is_called_by_its_name_alone(address: str, name: str) -> None:
    assert Database.name_of(address) == name
