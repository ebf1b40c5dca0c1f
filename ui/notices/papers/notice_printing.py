"""The papers of a notice: drawn from the words that were kept, shown, and sent to the printer."""

from __future__ import annotations

from app.core.language import tr
from app.notices.issued.notice_rows import IssuedNotice
from ui.notices.papers.paper_panel import NoticeSheet, SheetPanel
from ui.printing.paper_desk import ReadyPaper, show_paper
from ui.sentences import say
from ui.shell.context import Context


def ask_and_print(context: Context, one: IssuedNotice) -> None:
    """Ask which paper, show it, and print it if it is wanted; again until nobody wants one more."""
    from app.core.errors import Refusal  # noqa: PLC0415 - read with the first paper

    doors = sum(not place.message for place in context.office.postings.of(one.id))
    while True:
        sheet = context.questions.ask(SheetPanel(one.number, doors))
        if sheet is None:
            return
        try:
            ready = drawn(context, one, sheet)
        except Refusal as refusal:
            context.questions.tell(tr(sheet.value), say(refusal))
            continue
        show_paper(context, ready)


def drawn(context: Context, one: IssuedNotice, sheet: NoticeSheet) -> ReadyPaper:
    """One paper of a notice, the same to the letter each time. Raises TextDoesNotFit for slips."""
    from app.notices.papers.places_paper import PlaceLine, PlacesList, places_pdf  # noqa: PLC0415 - the drawing library
    from app.notices.papers.poster_paper import missing_on, poster_pdf  # noqa: PLC0415 - as above
    from app.notices.papers.slip_paper import slips_pdf  # noqa: PLC0415 - as above
    from app.paper.profiles import A3, A4  # noqa: PLC0415 - as above

    title = f"{one.number} {tr(sheet.value)}"
    places = [place for place in context.office.postings.of(one.id) if not place.message]
    if sheet is NoticeSheet.PLACES:
        lines = [PlaceLine(p.place, p.posted_at, p.posted_by, p.removed_at, p.removed_by) for p in places]
        now, who = context.clock.now(), context.actor.name
        return ReadyPaper(title, places_pdf(PlacesList(one.paper, lines, one.times.due_by, now, who)), A4)
    if sheet is NoticeSheet.SLIPS:
        return ReadyPaper(title, slips_pdf(one.paper, [place.place for place in places]), A4, missing_on(one.paper))
    large = sheet is NoticeSheet.LARGE
    pdf = poster_pdf(one.paper, large=large)
    return ReadyPaper(title, pdf, A3 if large else A4, missing_on(one.paper))
