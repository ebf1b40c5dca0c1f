"""The fee disclosure sheet from the question to the paper."""

from __future__ import annotations

from app.core.show import show_date
from ui.fees.disclosure.panel import DisclosurePanel
from ui.printing.paper_desk import ReadyPaper, show_paper
from ui.shell.context import Context


def show_disclosure(context: Context) -> None:
    """Ask for day and paper, then show the sheet to be printed or saved."""
    wish = context.questions.ask(DisclosurePanel(context))
    if wish is None:
        return
    from app.fees.disclosure.paper import PAPERS, TITLE, disclosure_pdf, missing_glyphs  # noqa: PLC0415 - drawing

    profile = next(paper for paper in PAPERS if paper.name == wish.paper)
    title = f"{TITLE} {show_date(wish.facts.day)} {profile.name}"
    pdf = disclosure_pdf(wish.facts, profile)
    show_paper(context, ReadyPaper(title, pdf, profile, missing_glyphs(wish.facts)))
