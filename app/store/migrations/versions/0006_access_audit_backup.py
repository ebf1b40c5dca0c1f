"""Roles that an office edits, an audit trail whose rows are chained, backups as they were proven, people forgotten."""

import hashlib
from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_FIRST_LINK = "0" * 64


def upgrade() -> None:
    op.create_table(
        "role_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("permissions", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
    )
    op.create_table(
        "backup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("proven", sa.Boolean(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup")),
    )
    op.add_column("user", sa.Column("must_change", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("person", sa.Column("forgotten_at", sa.DateTime(), nullable=True))
    for name in ("window", "previous", "hash"):
        op.add_column("audit", sa.Column(name, sa.String(), nullable=False, server_default=""))
    _chain_what_is_there(op.get_bind())


def _chain_what_is_there(connection: sa.Connection) -> None:
    """What was recorded before the trail was chained is sealed as it stands."""
    rows = connection.execute(sa.text("SELECT id, action, subject, facts, at, by FROM audit ORDER BY id")).all()
    previous, changes = _FIRST_LINK, []
    for row in rows:
        by = "" if row.by is None else row.by
        said = f"{row.id}|{row.action}|{row.subject}|{datetime.fromisoformat(row.at)}|{by}|"
        link = hashlib.sha256(f"{previous}\n{said}\n{row.facts}".encode()).hexdigest()
        changes.append({"key": row.id, "previous": previous, "hash": link})
        previous = link
    if changes:
        connection.execute(sa.text("UPDATE audit SET previous = :previous, hash = :hash WHERE id = :key"), changes)
