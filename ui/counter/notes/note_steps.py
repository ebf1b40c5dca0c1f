"""What the key of the notes does: show them, write one, end one."""

from __future__ import annotations

from typing import Protocol

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.draft_keeper import DraftKeeper
from ui.counter.notes.notes_panel import NotesPanel
from ui.sentences import say
from ui.shell.context import Context


class Desk(Protocol):
    """What the steps need of the desk on which the bill lies."""

    context: Context
    hand: BillInHand | None
    keeper: DraftKeeper

    def read_notes(self, hand: BillInHand) -> None: ...
    def go_to_amount(self) -> None: ...


class NoteSteps:
    """The step of one desk; without an open bill it does nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def notes(self) -> None:
        """Show the notes of the room; write one or end one."""
        hand = self._desk.hand
        if hand is None:
            return
        self._desk.keeper.flush()
        context, unit = self._desk.context, hand.bill.unit
        own = [note for note in hand.notes if note.unit_id == unit.id]
        answer = context.questions.ask(NotesPanel(unit.code, own))
        if answer is None:
            return
        try:
            if answer.ends is not None:
                context.office.unit_notes.end(context.actor, answer.ends.id)
            else:
                context.office.unit_notes.add(context.actor, unit.id, answer.text)
        except (Refusal, Trouble) as error:
            context.messages.wrong(say(error))
        else:
            context.messages.done(tr("The note is ended") if answer.ends else tr("The note stands above the lines"))
        self._desk.read_notes(hand)
        self._desk.go_to_amount()
