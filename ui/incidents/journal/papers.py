"""Report and booklet on their way out: drawn off the window's thread, shown, printed or kept by one key."""

from __future__ import annotations

from app.core.language import tr
from app.incidents.journal.rows import JournalRow
from ui.printing.handing_out import draw_paper, save_workbook
from ui.printing.paper_desk import ReadyPaper
from ui.shell.context import Context
from ui.shell.saving import workbook


def show_report(context: Context, incident_id: int, *, unmasked: bool = False) -> None:
    """Show the report of an incident as it will be printed; names and telephones only for who may see them."""

    def draw() -> ReadyPaper:
        from app.paper.profiles import A4  # noqa: PLC0415 - the drawing library

        paper = context.office.incident_reports.paper(context.actor, incident_id, unmasked=unmasked)
        return ReadyPaper(paper.title, paper.pdf, A4, paper.missing)

    draw_paper(context, tr("Drawing the report"), draw)


def save_report(context: Context, row: JournalRow) -> None:
    """Write the report as a workbook where the person says."""
    reports, by = context.office.incident_reports, context.actor
    said = tr("Saved as {file}")
    save_workbook(
        context,
        workbook(
            tr("Save the report"),
            f"{row.number}.xlsx",
            tr("Report of incident {number}, people masked").format(number=row.number),
        ),
        lambda path, _progress: reports.export(by, row.id, path),
        lambda path, _nothing: said.format(file=path),
    )


def show_booklet(context: Context) -> None:
    """Show all plans as one booklet."""

    def draw() -> ReadyPaper:
        from app.paper.profiles import A4  # noqa: PLC0415 - the drawing library

        paper = context.office.incident_papers.booklet()
        return ReadyPaper(paper.title, paper.pdf, A4, paper.missing)

    draw_paper(context, tr("Drawing the booklet"), draw)
