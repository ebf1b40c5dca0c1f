"""How every question about tickets is put, its answer told, and what was done kept to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.kinds import GONE, OVER
from app.tickets.lists.rows import TicketRow
from app.tickets.steps import StepsDone
from app.tickets.words import STATES
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.doing.done import Done
from ui.tickets.doing.elsewhere_words import elsewhere_words
from ui.tickets.doing.plan_words import refused_words

Rows = Callable[[], Sequence[TicketRow]]
Shown = Callable[[], TicketPage | None]
A = TypeVar("A")


class Asking(QObject):
    """`rows` gives what the next key is meant for, `page` the ticket beside; `changed` with where to go on."""

    changed = Signal(object)

    def __init__(self, context: Context, parent: QObject, rows: Rows, shown: Shown) -> None:
        super().__init__(parent)
        self.context = context
        self._rows, self._shown = rows, shown
        self.steps = StepsDone()

    def rows(self) -> list[TicketRow]:
        """What the next key is meant for, whatever its state."""
        return list(self._rows())

    def page(self) -> TicketPage | None:
        """The ticket beside."""
        return self._shown()

    def open_rows(self) -> list[TicketRow]:
        """Those on which something can be done; of one that is over it is said why not."""
        rows = self.rows()
        found = [row for row in rows if row.state not in OVER]
        if rows and not found:
            words = (
                tr("{number} is “{state}”: R reopens it.")
                if rows[0].state not in GONE
                else tr("{number} is “{state}”.")
            )
            self.hint(words.format(number=rows[0].number, state=state_word(rows[0])))
        return found

    def with_one(self, make: Callable[[TicketRow], QuestionPanel[Done]]) -> None:
        """Ask about the first one, whatever its state."""
        self.with_rows(self.rows()[:1], lambda rows: make(rows[0]))

    def with_rows(self, rows: Sequence[TicketRow], make: Callable[[Sequence[TicketRow]], QuestionPanel[Done]]) -> None:
        """Ask, and tell what was done."""
        if rows:
            done = self.put(make(rows), rows[0].id)
            if done is not None:
                self.told(done)

    def put(self, panel: QuestionPanel[A], ticket_id: int) -> A | None:
        """Ask; what was typed before Esc stands there again the next time."""
        return self.context.questions.ask(panel.concerning(ticket_id))

    def told(self, done: Done, *, keep: bool = True) -> None:
        """Say what was done, and go on with its ticket."""
        if keep and done.step.changed:
            self.steps.did(done.step)
        messages = self.context.messages
        messages.done(done.words)
        if done.refused:
            messages.hint(refused_words(done.refused))
        if done.elsewhere:
            messages.hint(elsewhere_words(self.context, done.elsewhere))
        self.changed.emit(done.choose)

    def hint(self, words: str) -> None:
        """Say why nothing happens."""
        self.context.messages.hint(words)

    def wrong(self, error: Refusal | Trouble) -> None:
        """Say what the office refused."""
        self.context.messages.wrong(say(error))


def state_word(row: TicketRow) -> str:
    """The state of a ticket."""
    return tr(STATES[row.state])
