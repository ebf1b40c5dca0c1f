"""What became of a backup in a place, in a sentence that nobody has to answer."""

from __future__ import annotations

from app.core.language import tr
from app.desk.backups.written import Written
from app.incidents.papers.booklet_copy import CopyState


def written_words(one: Written) -> str:
    """Where, what, and what to do if anything."""
    return _words(one.state).format(folder=one.folder, why=one.reason)


def _words(state: CopyState) -> str:
    if state is CopyState.WRITTEN:
        return tr("The backup lies in {folder}, read back and proven.")
    if state is CopyState.GONE:
        return tr("No backup in {folder}: the folder or stick is not there today. It gets one as soon as it is.")
    if state is CopyState.READ_ONLY:
        return tr("No backup in {folder}: nothing can be written there. Unlock it, or choose another folder.")
    if state is CopyState.FULL:
        return tr("No new backup in {folder}: it is full. The ones before still lie there.")
    return tr("No backup in {folder}: {why}. It is tried again tomorrow.")
