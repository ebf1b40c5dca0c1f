"""Settings: facts of the office that rooms read by key; and the copies of the database that were made."""

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.store.columns import Facts
from app.store.schema import metadata, stamp

setting = Table(
    "setting",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Facts, nullable=False),
    *stamp(),
)

backup = Table(
    "backup",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("folder", String, nullable=False),
    Column("file", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("proven", Boolean, nullable=False),
    Column("trouble", String, nullable=False),
    *stamp(),
)
