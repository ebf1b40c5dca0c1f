"""What the board shows leaves the program: whole as a workbook, or on paper as far as anybody reads it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import Refusal, Trouble
from app.core.language import tr, tr_n
from app.core.show import show_time, show_whole
from ui.printing.paper_desk import ReadyPaper, show_paper
from ui.sentences import say
from ui.shell.context import Context
from ui.tickets.board.ticket_book import TicketBook

if TYPE_CHECKING:
    from app.tickets.lists.list_paper import ListFacts


class HandingOut:
    """Both are made off the window's thread: a year of tickets is long."""

    def __init__(self, context: Context, book: TicketBook) -> None:
        self._context, self._book = context, book

    def save(self) -> None:
        """Ask for a file, and write the whole list into it."""
        context, wanted = self._context, self._book.wanted
        name = tr("Tickets {day}.xlsx").format(day=context.clock.now().date())
        path = context.questions.file_to_save(tr("Save the list"), name, tr("Excel workbook (*.xlsx)"))
        if path is None:
            return
        export = context.office.tickets_handed_out.export_list
        title = tr("Saving {file}").format(file=path.name)
        done = partial(self._on_saved, path)
        context.worker.run(title, lambda progress: export(context.actor, wanted, path, progress), done, self._on_failed)

    def print(self) -> None:
        """Show the list as it will be printed."""
        context, book = self._context, self._book
        try:
            facts = context.office.tickets_handed_out.paper_list(context.actor, book.wanted, book.view)
        except Refusal as refusal:
            context.messages.wrong(say(refusal))
            return
        show = partial(show_paper, context)
        context.worker.run(tr("Drawing the list"), lambda _: _drawn(facts), show, self._on_failed)

    def _on_saved(self, path: Path, rows: int) -> None:
        said = tr_n("{count} ticket saved as {file}", "{count} tickets saved as {file}", rows)
        self._context.messages.done(said.format(count=show_whole(rows), file=path))

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Refusal | Trouble):
            self._context.messages.wrong(say(error))
        else:
            self._context.worker.failed.emit(error)


def _drawn(facts: ListFacts) -> ReadyPaper:
    from app.counter.papers.arrears_roster import A4_LANDSCAPE  # noqa: PLC0415 - as above
    from app.tickets.lists.list_paper import TITLE, list_pdf, missing_glyphs  # noqa: PLC0415 - the drawing library

    return ReadyPaper(f"{TITLE} {show_time(facts.printed_at)}", list_pdf(facts), A4_LANDSCAPE, missing_glyphs(facts))
