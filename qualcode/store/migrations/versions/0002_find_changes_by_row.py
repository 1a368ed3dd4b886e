"""An index over the changes of one thing, for its own history."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_index("ix_change_id", "change", ["id"])
