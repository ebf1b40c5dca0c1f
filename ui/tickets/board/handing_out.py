"""What the board shows leaves the program: whole as a workbook, or on paper as far as anybody reads it."""

from __future__ import annotations

from pathlib import Path

from app.core.language import tr, tr_n
from app.core.show import show_time, show_whole
from app.tickets.lists.filters import TicketFilter
from ui.printing.handing_out import draw_paper, save_workbook
from ui.printing.paper_desk import ReadyPaper
from ui.shell.context import Context
from ui.shell.saving import workbook
from ui.tickets.board.ticket_book import TicketBook


class HandingOut:
    """The list is what the board holds at the moment of the key."""

    def __init__(self, context: Context, book: TicketBook) -> None:
        self._context, self._book = context, book

    def save(self) -> None:
        """Ask for a file, and write the whole list into it."""
        context, wanted = self._context, self._book.wanted
        export = context.office.tickets_handed_out.export_list
        name = tr("Tickets {day}.xlsx").format(day=context.clock.now().date())
        save_workbook(
            context,
            workbook(tr("Save the list"), name, tr("Tickets with places and what was reported")),
            lambda path, progress: export(context.actor, wanted, path, progress),
            _saved_words,
        )

    def print(self) -> None:
        """Show the list as it will be printed."""
        context, wanted, view = self._context, self._book.wanted, self._book.view
        draw_paper(context, tr("Drawing the list"), lambda: _drawn(context, wanted, view))


def _saved_words(path: Path, rows: int) -> str:
    said = tr_n("{count} ticket saved as {file}", "{count} tickets saved as {file}", rows)
    return said.format(count=show_whole(rows), file=path)


def _drawn(context: Context, wanted: TicketFilter, view: str) -> ReadyPaper:
    from app.paper.profiles import A4_LANDSCAPE  # noqa: PLC0415 - the drawing library
    from app.tickets.lists.list_paper import TITLE, list_pdf, missing_glyphs  # noqa: PLC0415 - as above

    facts = context.office.tickets_handed_out.paper_list(context.actor, wanted, view)
    return ReadyPaper(f"{TITLE} {show_time(facts.printed_at)}", list_pdf(facts), A4_LANDSCAPE, missing_glyphs(facts))
