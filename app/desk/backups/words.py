"""What became of a backup in a place, in a sentence that nobody has to answer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.core.language import tr
from app.desk.backups.places import cloud_client_of
from app.desk.backups.written import Written
from app.incidents.papers.booklet_copy import CopyState


def written_words(one: Written) -> str:
    """Where, what, and what to do if anything."""
    return _words(one.state).format(folder=one.folder, why=one.reason)


def cloud_words(data: Path, places: Iterable[Path]) -> list[str]:
    """What speaks against the data folder and against each place of copies, where a cloud client carries it away."""
    said = []
    if client := cloud_client_of(data):
        words = tr(
            "{client} carries the data folder {folder} to the cloud, where it can be damaged. Close the window, move "
            "the folder to a place that no such client carries, and start the program with property-counter --data "
            "FOLDER."
        )
        said.append(words.format(client=client, folder=data))
    words = tr("{folder} is carried to the cloud by {client}: copies there may be cut off, and lie elsewhere.")
    carried = [(place, cloud_client_of(place)) for place in places if not place.is_relative_to(data)]
    return said + [words.format(folder=place, client=client) for place, client in carried if client]


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
