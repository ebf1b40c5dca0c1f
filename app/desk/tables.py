"""Drafts: what was typed and not yet saved, so that a power cut loses nothing."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, UniqueConstraint

from app.store.columns import Facts
from app.store.schema import metadata, stamp

draft = Table(
    "draft",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("user.id"), nullable=False),
    Column("form", String, nullable=False),
    Column("content", Facts, nullable=False),
    *stamp(),
    UniqueConstraint("user_id", "form"),
)
