"""The journal: balanced entries in one hash chain, and their postings."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table

from app.store.columns import MoneyColumn
from app.store.schema import metadata, stamp

journal_entry = Table(
    "journal_entry",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("reverses", ForeignKey("journal_entry.no")),
    Column("previous_hash", String, nullable=False),
    Column("hash", String, nullable=False),
    *stamp(),
)

posting = Table(
    "posting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False, index=True),
    Column("account", String, nullable=False),
    Column("unit_id", ForeignKey("unit.id")),
    Column("amount", MoneyColumn, nullable=False),
)
