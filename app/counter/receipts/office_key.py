"""The office's own random key behind the check values on papers; it never leaves the encrypted database."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import Connection

from app.store.settings import Chosen, read_chosen, write_setting

SETTING = "counter.paper_key"


def make_office_key(connection: Connection, at: datetime) -> None:
    """Draw the key when the office is set up."""
    write_setting(connection, SETTING, secrets.token_hex(32), at, None)


def office_key(connection: Connection) -> bytes:
    """The key, 32 bytes."""
    return office_key_in(read_chosen(connection, (), (SETTING,)))


def office_key_in(chosen: Chosen) -> bytes:
    """The key among settings that were read for more than it."""
    return bytes.fromhex(chosen.stored.get(SETTING, ""))
