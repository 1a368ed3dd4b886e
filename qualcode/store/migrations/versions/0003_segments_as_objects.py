"""What a segment and a coding carry besides words and a code; links between segments; sets of codes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("segment", sa.Column("doubt", sa.Text(), nullable=True))
    for name in ("certainty", "mark", "discuss"):
        op.add_column("coding", sa.Column(name, sa.Text(), nullable=True))
    _make(
        "link",
        sa.Column("source", sa.LargeBinary(length=16), nullable=False),
        sa.Column("target", sa.LargeBinary(length=16), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("coder", sa.LargeBinary(length=16), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        _key("link", "source", "segment"),
        _key("link", "target", "segment"),
        _key("link", "coder", "coder"),
    )
    op.create_index("ix_link_source", "link", ["source"])
    op.create_index("ix_link_target", "link", ["target"])
    _make(
        "code_set",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.UniqueConstraint("name", name=op.f("uq_code_set_name")),
    )
    _make(
        "code_set_member",
        sa.Column("code_set", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.LargeBinary(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _key("code_set_member", "code_set", "code_set"),
        _key("code_set_member", "code", "code"),
        sa.UniqueConstraint("code_set", "code", name=op.f("uq_code_set_member_code_set_code")),
    )
    op.create_index("ix_code_set_member_code", "code_set_member", ["code"])


def _make(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        *columns,
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"), initially="DEFERRED", deferrable=True
    )
