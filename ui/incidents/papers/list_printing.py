"""The list of a plan or of an incident on its way to paper: drawn beside the window, shown, printed by one key."""

from __future__ import annotations

from app.core.language import tr
from ui.printing.handing_out import draw_paper
from ui.printing.paper_desk import ReadyPaper
from ui.shell.context import Context


def show_list(context: Context, of: int | str) -> None:
    """Show the list of an incident (its id), filled so far, or the blank list of a plan (its code)."""

    def draw() -> ReadyPaper:
        from app.paper.profiles import A4  # noqa: PLC0415 - the drawing library

        paper = context.office.incident_papers.list_paper(of)
        return ReadyPaper(paper.title, paper.pdf, A4, paper.missing)

    draw_paper(context, tr("Drawing the list"), draw)
