"""The keys that reach printing from everywhere in the window."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.core.language import tr
from ui.shell.context import Context

if TYPE_CHECKING:
    from app.paper.documents import DocumentKind, PrintSetup
    from ui.printing.print_job import PrintJob


def add_printing_actions(context: Context) -> None:
    """Printers and papers, and the list of what went to them; the queue learns what the office set up.

    What came out is noted in the audit trail where nobody else keeps it.
    """
    context.printing.use_setups(partial(_setups, context))
    context.printing.printed.connect(partial(_note_printed, context))
    add = context.actions.add
    add("window.printers", tr("Printers and papers"), "Ctrl+Shift+O", lambda: _show_printers(context))
    add("window.print_queue", tr("Papers on their way to the printer"), "Ctrl+Shift+J", lambda: _show_queue(context))


def _setups(context: Context) -> Mapping[DocumentKind, PrintSetup]:
    return context.office.print_setups.read()  # made with the first paper: the start does not need it


def _note_printed(context: Context, job: PrintJob) -> None:
    """Papers with a tag are kept by whoever prints them: receipts, slips, work orders, notices."""
    if job.tag is None:
        context.office.trail.note_printed(context.actor, job.title, job.printer)


def _show_printers(context: Context) -> None:
    from ui.printing.printers_panel import PrintersPanel  # noqa: PLC0415 - seldom asked for

    context.questions.ask(PrintersPanel(context))


def _show_queue(context: Context) -> None:
    from ui.printing.queue_panel import QueuePanel  # noqa: PLC0415 - seldom asked for

    context.questions.ask(QueuePanel(context.printing, context.questions))
