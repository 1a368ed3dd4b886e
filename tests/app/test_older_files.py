"""Projects that an older program made: brought up to the tables of today, and a copy kept that is found again."""

import re
import sqlite3
from pathlib import Path

import sqlalchemy as sa
from app.study import state

import qualcode
from qualcode.app import backups, bookmarks, code_sets, codebook, linking
from qualcode.store import migrate, tables
from qualcode.store.engine import Database


def migrate_to(place: str, revision: str) -> None:
    """Make the tables as a program of that revision did."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = Path(migrate.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    database = Database(place)
    with database.writing() as connection:
        config.attributes["connection"] = connection
        config.attributes["database"] = database
        command.upgrade(config, revision)
    database.close()


def schema(place: str) -> dict[str, object]:
    """Columns, keys, constraints and indexes of every table, without the search engine's own."""
    database = Database(place)
    with database.reading() as connection:
        inspector = sa.inspect(connection)
        found: dict[str, object] = {}
        for table in inspector.get_table_names():
            if table.startswith("search_text_"):
                continue
            found[table] = (
                sorted((c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)),
                sorted(inspector.get_pk_constraint(table)["constrained_columns"]),
                sorted(
                    (key["constrained_columns"], key["referred_table"], sorted(key["options"].items()))
                    for key in inspector.get_foreign_keys(table)
                ),
                sorted(sorted(one["column_names"]) for one in inspector.get_unique_constraints(table)),
                sorted((str(one["name"]), one["column_names"]) for one in inspector.get_indexes(table)),
            )
        if not database.on_server:
            rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'")
            found["without rowid"] = sorted(name for name, _ in rows)
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    database.close()
    return {**found, "version": version}


def test_a_migrated_file_has_the_tables_of_a_new_one(place: str, tmp_path: Path) -> None:
    if not place.startswith("postgresql"):
        Path(place).touch()
    migrate_to(place, tables.SCHEMA)
    migrated = schema(place)
    if place.startswith("postgresql"):
        database = Database(place)
        with database.writing() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
        database.close()
    else:
        Path(place).unlink()
    qualcode.new(place, coder="Ana").close()
    assert schema(place) == migrated


def make_old(study_path: Path) -> None:
    """Take back what later programs added to the tables."""
    connection = sqlite3.connect(study_path)
    connection.executescript(
        """
        DROP INDEX ix_change_id;
        DROP TABLE summary_segment; DROP TABLE case_summary; DROP TABLE basket_item; DROP TABLE saved_query;
        ALTER TABLE segment DROP COLUMN used;
        ALTER TABLE coding DROP COLUMN facet;
        DROP TABLE report_answer; DROP TABLE sign_off; DROP TABLE review_note; DROP TABLE review;
        DROP TABLE named_version;
        DROP TABLE speaker_name; DROP TABLE redaction; DROP TABLE relation_evidence; DROP TABLE relation;
        DROP TABLE map_node; DROP TABLE theme_map; DROP TABLE evidence; DROP TABLE theme_code;
        ALTER TABLE code DROP COLUMN stage;
        ALTER TABLE code DROP COLUMN concept;
        ALTER TABLE code DROP COLUMN boundary;
        ALTER TABLE code DROP COLUMN counter_search;
        ALTER TABLE cases DROP COLUMN display;
        DROP TABLE memo_link; DROP TABLE document_set_member; DROP TABLE document_set;
        ALTER TABLE memo DROP COLUMN changed;
        ALTER TABLE memo DROP COLUMN dated;
        DROP TABLE link; DROP TABLE code_set_member; DROP TABLE code_set; DROP TABLE bookmark;
        ALTER TABLE segment DROP COLUMN doubt;
        ALTER TABLE coding DROP COLUMN certainty;
        ALTER TABLE coding DROP COLUMN mark;
        ALTER TABLE coding DROP COLUMN discuss;
        UPDATE alembic_version SET version_num = '0001';
        """
    )
    connection.commit()
    connection.close()


def test_an_old_file_is_backed_up_and_brought_up_to_date(study_path: Path, tmp_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        with project.read() as read:
            there, sets, links = read.bookmarks(), read.code_sets(), read.links()
        for bookmark in there:  # there were none then
            bookmarks.remove_bookmark(project, bookmark)
        for code_set in sets:
            code_sets.remove_code_set(project, code_set)
        for link in links:
            linking.remove_link(project, link)
        before = state(project)
    for backup in backups.backups_of(study_path):
        backup.file.unlink()
    make_old(study_path)
    old = tmp_path / "old.qualcode"
    old.touch()
    migrate_to(str(old), "0001")
    assert schema(str(study_path)) == schema(str(old)), "the file is as a program of that time made it"
    with qualcode.open(study_path, coder="Ana", read_only=True) as project:
        assert state(project) == before, "an old file can be looked at without changing it"
    assert backups.backups_of(study_path) == []
    with qualcode.open(study_path, coder="Ana") as project:
        (backup,) = backups.backups_of(study_path)
        assert schema(str(backup.file)) == schema(str(old))
        assert state(project) == before
        assert project.check() == []
        codebook.add_code(project, "one")
    qualcode.new(tmp_path / "new.qualcode", coder="Ana").close()
    assert schema(str(study_path)) == schema(str(tmp_path / "new.qualcode"))
    assert re.fullmatch(r"\d{4}", tables.SCHEMA)


def test_the_backup_of_an_old_file_is_found_by_its_name(study_path: Path) -> None:
    make_old(study_path)
    with qualcode.open(study_path, coder="Ana", read_only=True) as project:
        made = project.backup()
    assert backups.backups_of(study_path) == [made]
