"""People of the office, approvals, and who did what."""

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, LargeBinary, String, Table, false

from app.store.columns import Facts
from app.store.schema import metadata, stamp

user = Table(
    "user",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("password_hash", LargeBinary, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("must_change", Boolean, nullable=False, server_default=false()),
    *stamp(),
)

approval = Table(
    "approval",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("permission", String, nullable=False),
    Column("asked_by", ForeignKey("user.id"), nullable=False),
    Column("reason", String, nullable=False),
    Column("facts", Facts, nullable=False),
    *stamp(),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("window", String, nullable=False, server_default=""),
    Column("previous", String, nullable=False, server_default=""),
    Column("hash", String, nullable=False, server_default=""),
    *stamp(),
)

role_grant = Table(
    "role_grant",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("permissions", Facts, nullable=False),
    *stamp(),
)

sign_in = Table(
    "sign_in",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("succeeded", Boolean, nullable=False),
)
