"""Papers of duty, shown as they will be printed; the hazards also as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.core.language import tr, tr_n
from app.core.show import show_date, show_whole
from app.duty.papers.hazard_paper import TITLE as HAZARDS
from app.duty.papers.hazard_paper import hazards_pdf, missing_on_hazards
from app.duty.papers.log_paper import TITLE as LOG
from app.duty.papers.log_paper import log_pdf, missing_on_log
from app.duty.papers.roster_paper import TITLE as ROSTER
from app.duty.papers.roster_paper import missing_on_roster, roster_pdf
from app.duty.papers.sheet_paper import missing_on_sheet, sheet_pdf
from app.paper.profiles import A4, A4_LANDSCAPE
from ui.printing.handing_out import draw_paper, save_workbook
from ui.printing.paper_desk import ReadyPaper
from ui.shell.context import Context
from ui.shell.saving import workbook


def print_roster(context: Context, day: date) -> None:
    """The roster of a week."""

    def draw() -> ReadyPaper:
        facts = context.office.duty_papers.week(context.actor, day)
        title = f"{ROSTER} {show_date(facts.week.monday)}"
        return ReadyPaper(title, roster_pdf(facts), A4_LANDSCAPE, missing_on_roster(facts))

    draw_paper(context, tr("Drawing the roster"), draw)


def print_log(context: Context, day: date) -> None:
    """The log of a day with its hand-overs."""

    def draw() -> ReadyPaper:
        facts = context.office.duty_papers.log_of_day(context.actor, day)
        return ReadyPaper(f"{LOG} {show_date(day)}", log_pdf(facts), A4, missing_on_log(facts))

    draw_paper(context, tr("Drawing the duty log"), draw)


def print_blank(context: Context, inspection_id: int) -> None:
    """The sheet of an inspection, to be taken along."""

    def draw() -> ReadyPaper:
        facts = context.office.duty_papers.blank(context.actor, inspection_id)
        return ReadyPaper(facts.inspection.name, sheet_pdf(facts), A4, missing_on_sheet(facts))

    draw_paper(context, tr("Drawing the sheet"), draw)


def print_round(context: Context, round_id: int) -> None:
    """The sheet of a round that was walked."""

    def draw() -> ReadyPaper:
        facts = context.office.duty_papers.walked(context.actor, round_id)
        assert facts.round is not None
        title = f"{facts.round.name} {show_date(facts.round.due_on)}"
        return ReadyPaper(title, sheet_pdf(facts), A4, missing_on_sheet(facts))

    draw_paper(context, tr("Drawing the sheet"), draw)


def print_hazards(context: Context, *, closed: bool) -> None:
    """The list of hazards."""

    def draw() -> ReadyPaper:
        facts = context.office.duty_papers.hazards(context.actor, closed=closed)
        title = f"{HAZARDS} {show_date(facts.today)}"
        return ReadyPaper(title, hazards_pdf(facts), A4_LANDSCAPE, missing_on_hazards(facts))

    draw_paper(context, tr("Drawing the list"), draw)


def save_hazards(context: Context, *, closed: bool) -> None:
    """The same list as a workbook."""
    name = tr("Hazards {day}.xlsx").format(day=context.clock.now().date())
    export = context.office.duty_papers.export_hazards
    save_workbook(
        context,
        workbook(tr("Save the list"), name, tr("List of hazards")),
        lambda path, _progress: export(context.actor, path, closed=closed),
        _saved_words,
    )


def _saved_words(path: Path, rows: int) -> str:
    said = tr_n("{count} hazard saved as {file}", "{count} hazards saved as {file}", rows)
    return said.format(count=show_whole(rows), file=path)
