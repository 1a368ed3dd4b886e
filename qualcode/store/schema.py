"""Making the tables of a new project."""

from . import tables
from .engine import APPLICATION_ID, Database
from .search import create_index


def create_tables(database: Database) -> None:
    """Make all tables in an empty database and mark them with the schema's version."""
    with database.writing() as connection:
        tables.metadata.create_all(connection, checkfirst=False)
        create_index(database, connection)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{tables.SCHEMA}')")
        if not database.on_server:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
