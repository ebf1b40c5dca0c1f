"""What became of a copy of the booklet, in a sentence that nobody has to answer."""

from __future__ import annotations

from app.core.language import tr
from app.incidents.papers.booklet_copy import Copied, CopyState


def copy_words(copied: Copied) -> str:
    """Where, what, and what to do if anything."""
    return _words(copied.state).format(folder=copied.folder, why=copied.reason)


def _words(state: CopyState) -> str:
    if state is CopyState.WRITTEN:
        return tr("The booklet of plans was written to {folder}.")
    if state is CopyState.STANDS:
        return tr("Today's booklet of plans lies in {folder}.")
    if state is CopyState.GONE:
        return tr("No booklet of plans in {folder}: the folder or stick is not there now. It is tried again.")
    if state is CopyState.READ_ONLY:
        return tr("No booklet of plans in {folder}: nothing can be written there. Unlock it, or choose another folder.")
    if state is CopyState.FULL:
        return tr("No new booklet of plans in {folder}: it is full. The one before still lies there.")
    return tr("No booklet of plans in {folder}: {why}. It is tried again.")
