"""Every row of an office in one sum, to be compared before and after."""

from __future__ import annotations

import hashlib

from app.store.all_tables import whole_schema
from app.store.store import Store


def digest_of(store: Store) -> str:
    """Of every row of every table; inside a transaction as it is about to be."""
    found = hashlib.sha256()
    with store.reading() as connection:
        for name in sorted(whole_schema().tables):
            rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            found.update(f"{name} {rows}".encode())
    return found.hexdigest()
