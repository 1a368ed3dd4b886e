"""Bookmarks: places in documents that somebody wants to find again."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "bookmark",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("document", sa.LargeBinary(length=16), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("coder", sa.LargeBinary(length=16), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        _key("document", "document"),
        _key("coder", "coder"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookmark")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bookmark_document", "bookmark", ["document"])


def _key(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_bookmark_{column}"), initially="DEFERRED", deferrable=True
    )
