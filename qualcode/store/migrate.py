"""Bringing older project files up to date with Alembic; imported only when a file needs it."""

from pathlib import Path

from . import tables
from .engine import Database


def newest() -> str:
    """The schema this program writes."""
    return tables.SCHEMA


def upgrade(database: Database) -> None:
    """Migrate the tables to the newest schema in one transaction. The caller has made a copy of the file."""
    if database.schema_version() == newest():
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        config.attributes["database"] = database
        command.upgrade(config, newest())
