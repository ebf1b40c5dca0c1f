"""Sentences of parked bills and of notes for the counter."""

from __future__ import annotations

from app.core.language import tr
from app.counter.notes.refusals import NoteEmpty, NoteEnded
from app.desk.parked import TooManyParked
from ui.sentences import sentence


@sentence(TooManyParked)
def _too_many_parked(refusal: TooManyParked) -> str:
    return tr("{n} bills are parked already. Bring one back with Ctrl+F11 first; this one stays as it is.").format(
        n=refusal.most
    )


@sentence(NoteEmpty)
def _note_empty(_: NoteEmpty) -> str:
    return tr("Nothing is written here yet.")


@sentence(NoteEnded)
def _note_ended(_: NoteEnded) -> str:
    return tr("The note was ended before. Nothing was changed.")
