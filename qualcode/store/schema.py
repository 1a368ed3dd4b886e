"""Making the tables of a new project."""

from collections.abc import Callable

import sqlalchemy as sa

from . import tables
from .engine import APPLICATION_ID, Database
from .search import create_index


def create_tables(database: Database, fill: Callable[[sa.Connection], None] | None = None) -> None:
    """Make all tables in an empty database, mark them with the schema's version and let `fill` write the first
    rows, all in one transaction: there is no project without its study."""
    with database.writing() as connection:
        tables.metadata.create_all(connection, checkfirst=False)
        create_index(database, connection)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{tables.SCHEMA}')")
        if not database.on_server:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        if fill is not None:
            fill(connection)
