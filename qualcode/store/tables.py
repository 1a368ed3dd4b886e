"""The tables, the same on SQLite and PostgreSQL. Documented in docs/file-format.md: other programs may read them.

Every kind of thing the journal watches has a table with an `id` (16 bytes) and the `digest` of the row. Foreign
keys are deferred to the commit, so that a step may be taken back in any order; nothing cascades, because a
cascade would run below the journal.
"""

from typing import Any

import sqlalchemy as sa

SCHEMA = "0007"  # the newest Alembic revision; a file with another one is migrated or refused

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = sa.LargeBinary(16)
Digest = sa.LargeBinary(16)


def _kind(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("id", Id, primary_key=True),
        *columns,
        sa.Column("digest", Digest, nullable=False),
        sqlite_with_rowid=False,
    )


def _ref(name: str, target: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, Id, sa.ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED"), nullable=nullable)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _maybe(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=True)


def _whole(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Float, nullable=False)


study = _kind("study", _text("name"), _text("method"), _text("created"))
coder = _kind("coder", sa.Column("name", sa.Text, nullable=False, unique=True), _text("created"))
document = _kind(
    "document",
    sa.Column("name", sa.Text, nullable=False, unique=True),
    _text("content"),
    _text("structure"),
    _text("source"),
    _text("source_name"),
    _text("format"),
    _text("language"),
    _text("speakers"),
    _text("folder"),
    _whole("characters"),
    _whole("position"),
    _text("created"),
)
code = _kind(
    "code",
    _ref("parent", "code", nullable=True),
    _text("name"),
    _text("kind"),
    _text("color"),
    _whole("position"),
    _text("definition"),
    _text("full_definition"),
    _text("include"),
    _text("exclude"),
    _text("example"),
    _text("example_document"),
    _text("near_miss"),
    _text("origin"),
    _text("status"),
    _ref("coder", "coder"),
    _text("created"),
    _maybe("stage"),
    _maybe("concept"),
    _maybe("boundary"),
    _maybe("counter_search"),
    sa.Index("ix_code_parent", "parent"),
)
segment = _kind(
    "segment",
    _ref("document", "document"),
    _ref("coder", "coder"),
    _whole("start"),
    _whole("end_pos"),
    _text("comment"),
    _text("created"),
    _maybe("doubt"),
    _maybe("used"),
    sa.UniqueConstraint("document", "start", "end_pos", "coder"),
)
coding = _kind(
    "coding",
    _ref("segment", "segment"),
    _ref("code", "code"),
    sa.Column("weight", sa.Float, nullable=True),
    _text("created"),
    _maybe("certainty"),
    _maybe("mark"),
    _maybe("discuss"),
    _maybe("facet"),
    sa.UniqueConstraint("segment", "code"),
    sa.Index("ix_coding_code", "code"),
)
link = _kind(
    "link",
    _ref("source", "segment"),
    _ref("target", "segment"),
    _text("relation"),
    _text("comment"),
    _ref("coder", "coder"),
    _text("created"),
    sa.Index("ix_link_source", "source"),
    sa.Index("ix_link_target", "target"),
)
code_set = _kind(
    "code_set", sa.Column("name", sa.Text, nullable=False, unique=True), _whole("position"), _text("created")
)
code_set_member = _kind(
    "code_set_member",
    _ref("code_set", "code_set"),
    _ref("code", "code"),
    _whole("position"),
    sa.UniqueConstraint("code_set", "code"),
    sa.Index("ix_code_set_member_code", "code"),
)
bookmark = _kind(
    "bookmark",
    _ref("document", "document"),
    _whole("at"),
    _text("name"),
    _ref("coder", "coder"),
    _text("created"),
    sa.Index("ix_bookmark_document", "document"),
)
memo = _kind(
    "memo",
    _text("about_kind"),
    sa.Column("about", Id, nullable=False),
    _text("title"),
    _text("kind"),
    _text("text"),
    _ref("coder", "coder"),
    _text("created"),
    _maybe("changed"),
    _maybe("dated"),
    sa.Index("ix_memo_about", "about"),
)
memo_link = _kind(
    "memo_link",
    _ref("memo", "memo"),
    _text("about_kind"),
    sa.Column("about", Id, nullable=False),
    _text("created"),
    sa.UniqueConstraint("memo", "about"),
    sa.Index("ix_memo_link_about", "about"),
)
document_set = _kind(
    "document_set", sa.Column("name", sa.Text, nullable=False, unique=True), _whole("position"), _text("created")
)
document_set_member = _kind(
    "document_set_member",
    _ref("document_set", "document_set"),
    _ref("document", "document"),
    sa.UniqueConstraint("document_set", "document"),
    sa.Index("ix_document_set_member_document", "document"),
)
case = _kind("cases", sa.Column("name", sa.Text, nullable=False, unique=True), _text("created"), _maybe("display"))
assignment = _kind(
    "assignment",
    _ref("case", "cases"),
    _ref("document", "document"),
    sa.Column("start", sa.Integer, nullable=True),
    sa.Column("end_pos", sa.Integer, nullable=True),
    _text("speaker"),
    sa.Index("ix_assignment_case", "case"),
    sa.Index("ix_assignment_document", "document"),
)
variable = _kind("variable", sa.Column("name", sa.Text, nullable=False, unique=True), _text("type"), _text("created"))
value = _kind(
    "value",
    _ref("case", "cases"),
    _ref("variable", "variable"),
    _text("text"),
    sa.UniqueConstraint("case", "variable"),
    sa.Index("ix_value_variable", "variable"),
)
theme_code = _kind(
    "theme_code",
    _ref("theme", "code"),
    _ref("code", "code"),
    _ref("coder", "coder"),
    _text("created"),
    sa.UniqueConstraint("theme", "code"),
    sa.Index("ix_theme_code_code", "code"),
)
evidence = _kind(
    "evidence",
    _ref("theme", "code"),
    _ref("segment", "segment"),
    _text("side"),
    _whole("position"),
    _text("comment"),
    _ref("coder", "coder"),
    _text("created"),
    sa.UniqueConstraint("theme", "segment"),
    sa.Index("ix_evidence_segment", "segment"),
)
theme_map = _kind(
    "theme_map",
    sa.Column("name", sa.Text, nullable=False, unique=True),
    _text("layout"),
    _whole("seed"),
    _whole("position"),
    _text("basis"),
    _ref("coder", "coder"),
    _text("created"),
    _maybe("size_by"),
)
map_node = _kind(
    "map_node",
    _ref("map", "theme_map"),
    _text("about_kind"),
    sa.Column("about", Id, nullable=False),
    _number("x"),
    _number("y"),
    _text("text"),
    _text("color"),
    _ref("coder", "coder"),
    _text("created"),
    _ref("inside", "map_node", nullable=True),
    sa.Column("width", sa.Float, nullable=True),
    sa.Column("height", sa.Float, nullable=True),
    sa.UniqueConstraint("map", "about"),
    sa.Index("ix_map_node_about", "about"),
    sa.Index("ix_map_node_inside", "inside"),
)
relation = _kind(
    "relation",
    _ref("map", "theme_map"),
    _ref("source", "map_node"),
    _ref("target", "map_node"),
    _text("kind"),
    _whole("directed"),
    _text("comment"),
    _text("basis"),
    _ref("coder", "coder"),
    _text("created"),
    sa.Column("strength", sa.Float, nullable=True),
    sa.Index("ix_relation_map", "map"),
    sa.Index("ix_relation_source", "source"),
    sa.Index("ix_relation_target", "target"),
)
relation_evidence = _kind(
    "relation_evidence",
    _ref("relation", "relation"),
    _ref("segment", "segment"),
    _ref("coder", "coder"),
    _text("created"),
    sa.UniqueConstraint("relation", "segment"),
    sa.Index("ix_relation_evidence_segment", "segment"),
)
redaction = _kind(
    "redaction",
    _ref("document", "document"),
    _whole("start"),
    _whole("end_pos"),
    _text("reason"),
    _ref("coder", "coder"),
    _text("created"),
    sa.Index("ix_redaction_document", "document"),
)
speaker_name = _kind(
    "speaker_name",
    sa.Column("label", sa.Text, nullable=False, unique=True),
    _text("display"),
    _text("created"),
)
named_version = _kind(
    "named_version",
    sa.Column("name", sa.Text, nullable=False, unique=True),
    _whole("step"),
    _text("comment"),
    _ref("coder", "coder"),
    _text("created"),
)
review = _kind(
    "review",
    _text("reviewer"),
    _whole("step"),
    _text("step_digest"),
    _text("saved"),
    sa.Column("digest_of_file", sa.Text, nullable=False, unique=True),
    _ref("coder", "coder"),
    _text("created"),
)
review_note = _kind(
    "review_note",
    _text("about_kind"),
    sa.Column("about", Id, nullable=False),
    _text("about_name"),
    _text("kind"),
    _text("text"),
    _text("value"),
    _text("author"),
    _text("said"),
    _text("state"),
    _text("answer"),
    _text("decided_by"),
    _text("decided"),
    _ref("coder", "coder"),
    _text("created"),
    _ref("reply_to", "review_note", nullable=True),
    _ref("review", "review", nullable=True),
    sa.Index("ix_review_note_about", "about"),
    sa.Index("ix_review_note_reply_to", "reply_to"),
    sa.Index("ix_review_note_review", "review"),
)
sign_off = _kind(
    "sign_off",
    _ref("version", "named_version"),
    _text("what"),
    sa.Column("about", Id, nullable=False),
    _text("signer"),
    _text("statement"),
    _text("signed_digest"),
    _ref("coder", "coder"),
    _text("created"),
    _ref("review", "review", nullable=True),
    sa.Index("ix_sign_off_version", "version"),
)
report_answer = _kind(
    "report_answer",
    _text("guideline"),
    _text("item"),
    _text("text"),
    _ref("coder", "coder"),
    _text("created"),
    sa.UniqueConstraint("guideline", "item"),
)
saved_query = _kind(
    "saved_query",
    sa.Column("name", sa.Text, nullable=False, unique=True),
    _text("question"),
    _whole("smart"),
    _text("color"),
    _text("comment"),
    _ref("coder", "coder"),
    _text("created"),
)
basket_item = _kind(
    "basket_item",
    _text("title"),
    _text("analysis"),
    _text("form"),
    _text("options"),
    _text("comment"),
    _whole("position"),
    _ref("coder", "coder"),
    _text("created"),
)
case_summary = _kind(
    "case_summary",
    _ref("case", "cases"),
    _ref("theme", "code"),
    _text("text"),
    _ref("coder", "coder"),
    _text("created"),
    sa.UniqueConstraint("case", "theme"),
    sa.Index("ix_case_summary_theme", "theme"),
)
summary_segment = _kind(
    "summary_segment",
    _ref("summary", "case_summary"),
    _ref("segment", "segment"),
    _ref("coder", "coder"),
    _text("created"),
    sa.UniqueConstraint("summary", "segment"),
    sa.Index("ix_summary_segment_segment", "segment"),
)

# ── beside the kinds: the journal, the long texts, the search text ─────────────────────────────────────────
step = sa.Table(
    "step",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    _text("time"),
    _text("coder"),
    _text("action"),
    _text("summary"),
    _text("template"),
    _text("field_values"),  # JSON object
    _text("kinds"),  # kinds touched, separated by commas
    sa.Column("reverts", sa.Integer, sa.ForeignKey("step.number"), nullable=True, index=True),
    sa.Column("digest", sa.LargeBinary(32), nullable=False),
)
change = sa.Table(
    "change",
    metadata,
    sa.Column(
        "step",
        sa.Integer,
        sa.ForeignKey("step.number", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", Id, primary_key=True),
    sa.Column("before", sa.Text, nullable=True),  # JSON object without its nulls
    sa.Column("after", Digest, nullable=True),
    sa.Index("ix_change_id", "id"),
    sqlite_with_rowid=False,
)
contents = sa.Table(
    "contents",
    metadata,
    sa.Column("hash", sa.Text, primary_key=True),  # SHA-256, hexadecimal
    sa.Column("text", sa.Text, nullable=True),
    sa.Column("data", sa.LargeBinary, nullable=True),
)
