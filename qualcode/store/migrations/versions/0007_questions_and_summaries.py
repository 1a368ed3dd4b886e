"""Saved queries and smart codes, the report basket, summaries of cases on themes; what is new about a code at a
place, where a draft quotes a segment, what the sizes on a map mean."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for table, name in (("segment", "used"), ("coding", "facet"), ("theme_map", "size_by")):
        op.add_column(table, sa.Column(name, sa.Text(), nullable=True))
    _make(
        "saved_query",
        *map(_text, ("name", "question")),
        _whole("smart"),
        *map(_text, ("color", "comment")),
        _ref("coder"),
        _text("created"),
        unique="name",
    )
    _make(
        "basket_item",
        *map(_text, ("title", "analysis", "form", "options", "comment")),
        _whole("position"),
        _ref("coder"),
        _text("created"),
    )
    _make(
        "case_summary",
        _ref("case", "cases"),
        _ref("theme", "code"),
        _text("text"),
        _ref("coder"),
        _text("created"),
        unique="case theme",
    )
    _index("case_summary", "theme")
    _make(
        "summary_segment",
        _ref("summary", "case_summary"),
        _ref("segment"),
        _ref("coder"),
        _text("created"),
        unique="summary segment",
    )
    _index("summary_segment", "segment")


_Column = tuple[sa.Column[object], str]  # a column and the table whose id it holds, or nothing


def _id(name: str) -> _Column:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=False), ""


def _ref(name: str, target: str = "", nullable: bool = False) -> _Column:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable), target or name


def _text(name: str) -> _Column:
    return sa.Column(name, sa.Text(), nullable=False), ""


def _whole(name: str) -> _Column:
    return sa.Column(name, sa.Integer(), nullable=False), ""


def _make(name: str, *columns: _Column, unique: str = "") -> None:
    together = unique.split()
    keys = [
        sa.ForeignKeyConstraint(
            [column.name],
            [f"{target}.id"],
            name=op.f(f"fk_{name}_{column.name}"),
            initially="DEFERRED",
            deferrable=True,
        )
        for column, target in columns
        if target
    ]
    op.create_table(
        name,
        _id("id")[0],
        *(column for column, _ in columns),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        *keys,
        *([sa.UniqueConstraint(*together, name=op.f("_".join(["uq", name, *together])))] if together else []),
        sqlite_with_rowid=False,
    )


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
