"""What belongs to a ticket besides its moves: material, photos, what is asked afterwards, and its papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_money
from app.tickets.lists.rows import TicketRow
from app.tickets.ratings.rating_rows import RATED_STATES
from app.tickets.ratings.rating_rule import RatingKind
from ui.shell.context import Context
from ui.tickets.asked.phones_panel import PhonesPanel
from ui.tickets.asked.rating_panel import RatingPanel
from ui.tickets.doing.asking import Asking, state_word
from ui.tickets.material.lines_panel import LinesPanel
from ui.tickets.papers.paper_steps import PaperSteps
from ui.tickets.photos.kept_photos import KeptPhotos


class TicketWork(QObject):
    """The keys of these; `undo` takes the last step back, whichever it was."""

    def __init__(self, asking: Asking, undo: Callable[[], None]) -> None:
        super().__init__(asking)
        self._context: Context = asking.context
        self._asking, self._undo = asking, undo
        self.photos, self.papers = KeptPhotos(asking), PaperSteps(asking)

    def lines(self) -> None:
        """L."""
        row = self._first()
        if row is not None:
            self._asking.put(LinesPanel(self._context, row, self._asking.steps, self._undo), row.id)
            self._asking.changed.emit(None)

    def charge(self) -> None:
        """Ctrl+B."""
        page = self._asking.page()
        if page is None:
            return
        try:
            amount = self._context.office.ticket_lines.charge(self._context.actor, page.row.id)
        except Refusal as refusal:
            self._asking.wrong(refusal)
            return
        said = tr("{amount} is asked for at the counter from {place} now")
        self._context.messages.done(said.format(amount=show_money(amount), place=page.row.where))
        self._context.changes.announce("counter", by=self)
        self._asking.changed.emit(None)

    def call_back(self) -> None:
        """E."""
        row = self._rated()
        if row is not None:
            phone = self._whom_to_call(row)
            self._asking.with_rows([row], lambda _: RatingPanel(self._context, row, RatingKind.CALL_BACK, phone))

    def phones(self) -> None:
        """F3: the numbers of those who reported it, and those in what was written; the look is logged."""
        row = self._first()
        if row is None:
            return
        try:
            told = self._context.office.tickets.phones(self._context.actor, row.id)
            words = self._context.office.tickets.whole_words(self._context.actor, row.id)
        except Refusal as refusal:
            self._asking.wrong(refusal)
            return
        if told or words:
            self._context.questions.ask(PhonesPanel(self._context, row.number, told, words))
        else:
            self._asking.hint(tr("Nobody who reported {number} left a number.").format(number=row.number))

    def check(self) -> None:
        """Q."""
        row = self._rated()
        if row is not None:
            self._asking.with_rows([row], lambda _: RatingPanel(self._context, row, RatingKind.QUALITY_CHECK))

    def _first(self) -> TicketRow | None:
        return next(iter(self._asking.rows()), None)

    def _rated(self) -> TicketRow | None:
        """The ticket if its work is done; if not, it is said."""
        row = self._first()
        if row is None or row.state in RATED_STATES:
            return row
        words = tr("{number} is “{state}”: only work that is done is asked about.")
        self._asking.hint(words.format(number=row.number, state=state_word(row)))
        return None

    def _whom_to_call(self, row: TicketRow) -> str:
        calls = self._context.office.ticket_ratings.to_call(self._context.actor)
        call = next((one for one in calls if one.ticket.id == row.id), None)
        if call is None:
            return ""
        said = tr("{name} {phone}").format(name=call.reporter.name or tr("no name given"), phone=call.reporter.phone)
        if call.tries:
            said = tr("{who}, called {count} times without success").format(who=said, count=call.tries)
        return said
