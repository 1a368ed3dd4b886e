"""Themes as objects, theme maps, redactions and display ids, named versions, reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    for name in ("stage", "concept", "boundary", "counter_search"):
        op.add_column("code", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("cases", sa.Column("display", sa.Text(), nullable=True))
    _themes()
    _maps()
    _names()
    _reviews()


def _themes() -> None:
    _make("theme_code", _ref("theme", "code"), _ref("code"), _ref("coder"), _text("created"), unique="theme code")
    _index("theme_code", "code")
    _make(
        "evidence",
        _ref("theme", "code"),
        _ref("segment"),
        _text("side"),
        _whole("position"),
        _text("comment"),
        _ref("coder"),
        _text("created"),
        unique="theme segment",
    )
    _index("evidence", "segment")


def _maps() -> None:
    _make(
        "theme_map",
        _text("name"),
        _text("layout"),
        _whole("seed"),
        _whole("position"),
        _text("basis"),
        _ref("coder"),
        _text("created"),
        unique="name",
    )
    _make(
        "map_node",
        _ref("map", "theme_map"),
        _text("about_kind"),
        _id("about"),
        _number("x"),
        _number("y"),
        _text("text"),
        _text("color"),
        _ref("coder"),
        _text("created"),
        _ref("inside", "map_node", nullable=True),
        _number("width", nullable=True),
        _number("height", nullable=True),
        unique="map about",
    )
    _index("map_node", "about", "inside")
    _make(
        "relation",
        _ref("map", "theme_map"),
        _ref("source", "map_node"),
        _ref("target", "map_node"),
        _text("kind"),
        _whole("directed"),
        _text("comment"),
        _text("basis"),
        _ref("coder"),
        _text("created"),
        _number("strength", nullable=True),
    )
    _index("relation", "map", "source", "target")
    _make(
        "relation_evidence",
        _ref("relation"),
        _ref("segment"),
        _ref("coder"),
        _text("created"),
        unique="relation segment",
    )
    _index("relation_evidence", "segment")


def _names() -> None:
    _make(
        "redaction",
        _ref("document"),
        _whole("start"),
        _whole("end_pos"),
        _text("reason"),
        _ref("coder"),
        _text("created"),
    )
    _index("redaction", "document")
    _make("speaker_name", _text("label"), _text("display"), _text("created"), unique="label")


def _reviews() -> None:
    _make(
        "named_version",
        _text("name"),
        _whole("step"),
        _text("comment"),
        _ref("coder"),
        _text("created"),
        unique="name",
    )
    _make(
        "review",
        _text("reviewer"),
        _whole("step"),
        _text("step_digest"),
        _text("saved"),
        _text("digest_of_file"),
        _ref("coder"),
        _text("created"),
        unique="digest_of_file",
    )
    _make(
        "review_note",
        _text("about_kind"),
        _id("about"),
        *map(_text, ("about_name", "kind", "text", "value", "author", "said")),
        *map(_text, ("state", "answer", "decided_by", "decided")),
        _ref("coder"),
        _text("created"),
        _ref("reply_to", "review_note", nullable=True),
        _ref("review", nullable=True),
    )
    _index("review_note", "about", "reply_to", "review")
    _make(
        "sign_off",
        _ref("version", "named_version"),
        _text("what"),
        _id("about"),
        *map(_text, ("signer", "statement", "signed_digest")),
        _ref("coder"),
        _text("created"),
        _ref("review", nullable=True),
    )
    _index("sign_off", "version")
    _make(
        "report_answer",
        *map(_text, ("guideline", "item", "text")),
        _ref("coder"),
        _text("created"),
        unique="guideline item",
    )


_Column = tuple[sa.Column[object], str]  # a column and the table whose id it holds, or nothing


def _id(name: str) -> _Column:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=False), ""


def _ref(name: str, target: str = "", nullable: bool = False) -> _Column:
    return sa.Column(name, sa.LargeBinary(length=16), nullable=nullable), target or name


def _text(name: str) -> _Column:
    return sa.Column(name, sa.Text(), nullable=False), ""


def _whole(name: str) -> _Column:
    return sa.Column(name, sa.Integer(), nullable=False), ""


def _number(name: str, nullable: bool = False) -> _Column:
    return sa.Column(name, sa.Float(), nullable=nullable), ""


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
