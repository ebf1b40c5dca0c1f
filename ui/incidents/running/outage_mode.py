"""Steps that turn to hand-written receipts: the counter goes into outage mode, and its numbers come back into steps."""

from __future__ import annotations

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.counter.books.numbering import label_of
from app.incidents.running.view import IncidentView
from ui.sentences import say
from ui.shell.context import Context

_ONLINE_IS_DOWN = frozenset({"payment-system-down", "network-down"})
_FIRST, _LAST = "first-number", "last-number"


class OutageMode:
    """What a running incident has to do with the counter's papers."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def begin(self, view: IncidentView, step_id: str) -> None:
        """After a step that is marked so was done in earnest: online payment is down from now on."""
        if view.is_drill or not view.plan.step(step_id).outage:
            return
        online = self._context.office.online_payment
        try:
            if view.plan.code in _ONLINE_IS_DOWN and online.down() is None:
                online.is_down(self._context.actor, view.number)
                self._context.changes.announce("outage", by=self)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return
        self._context.messages.done(tr("The counter is in outage mode: Ctrl F12 there has blanks and back entry."))

    def number(self, view: IncidentView, ask_id: str) -> str:
        """The first or last number of the hand-written receipts, as the counter knows it; empty for other answers."""
        if ask_id not in (_FIRST, _LAST):
            return ""
        office = self._context.office.back_entries
        numbers = [
            (book.prefix, one.number)
            for book in office.books()
            for one in office.entered(book.id)
            if one.written_at is None or one.written_at >= view.started_at
        ]
        if numbers:
            return label_of(*(min(numbers) if ask_id == _FIRST else max(numbers)))
        first = next(
            ((book.prefix, number) for book in office.books() if (number := office.next_number(book.id))), None
        )
        return label_of(*first) if first is not None and ask_id == _FIRST else ""
