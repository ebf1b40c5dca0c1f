"""When a copy counts: its books end where its label says, and nothing that was confirmed is missing."""

from __future__ import annotations

from sqlalchemy import Connection

from app.desk.backups.refusals import BackupEndsEarly
from app.ledger.head import JournalBehindHead, compare_head
from app.ledger.journal import journal_end
from app.store.backup_file import Label
from app.store.folder import DataFolder


def books_end(connection: Connection) -> tuple[int, str]:
    """Number and hash of the newest entry."""
    end = journal_end(connection)
    return end.no, end.hash


def books_are_whole(connection: Connection, folder: DataFolder, label: Label) -> None:
    """Compare the journal of what was laid out with its label and its head. Raises BackupEndsEarly."""
    end = journal_end(connection)
    if (end.no, end.hash) != (label.journal_no, label.journal_hash):
        raise BackupEndsEarly(folder.path, end.no, label.journal_no)
    if folder.head.exists() and not folder.head.stat().st_size:
        return  # a plain copy of the database, which may be older than what a head knows of
    try:
        compare_head(connection, folder.head)
    except JournalBehindHead as behind:
        raise BackupEndsEarly(folder.path, behind.found, behind.expected) from behind
