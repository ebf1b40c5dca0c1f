"""Import batches: what came in from which sheet, and whether it was taken back."""

from sqlalchemy import Column, DateTime, Integer, String, Table

from app.store.columns import Facts
from app.store.schema import metadata, stamp

import_batch = Table(
    "import_batch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("undone_at", DateTime),
    Column("undone_by", Integer),
    *stamp(),
)
