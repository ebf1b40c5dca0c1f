"""Settings: facts of the office that rooms read by key."""

from sqlalchemy import Column, String, Table

from app.store.columns import Facts
from app.store.schema import metadata, stamp

setting = Table(
    "setting",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Facts, nullable=False),
    *stamp(),
)
