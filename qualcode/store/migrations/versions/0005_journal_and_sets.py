"""When a memo was changed and the day it is about; what it is linked to; sets of documents."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for name in ("changed", "dated"):
        op.add_column("memo", sa.Column(name, sa.Text(), nullable=True))
    _make(
        "memo_link",
        _id("memo"),
        sa.Column("about_kind", sa.Text(), nullable=False),
        _id("about"),
        sa.Column("created", sa.Text(), nullable=False),
        _key("memo_link", "memo"),
        sa.UniqueConstraint("memo", "about", name=op.f("uq_memo_link_memo_about")),
    )
    op.create_index("ix_memo_link_about", "memo_link", ["about"])
    _make(
        "document_set",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.UniqueConstraint("name", name=op.f("uq_document_set_name")),
    )
    _make(
        "document_set_member",
        _id("document_set"),
        _id("document"),
        _key("document_set_member", "document_set"),
        _key("document_set_member", "document"),
        sa.UniqueConstraint("document_set", "document", name=op.f("uq_document_set_member_document_set_document")),
    )
    op.create_index("ix_document_set_member_document", "document_set_member", ["document"])


def _id(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=False)


def _make(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        _id("id"),
        *columns,
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def _key(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{column}.id"], name=op.f(f"fk_{table}_{column}"), initially="DEFERRED", deferrable=True
    )
