"""The keys that reach printing from everywhere in the window."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.core.language import tr
from ui.shell.context import Context

if TYPE_CHECKING:
    from app.paper.documents import DocumentKind, PrintSetup


def add_printing_actions(context: Context) -> None:
    """Printers and papers, and the list of what went to them; the queue learns what the office set up."""
    context.printing.use_setups(partial(_setups, context))
    add = context.actions.add
    add("window.printers", tr("Printers and papers"), "Ctrl+Shift+O", lambda: _show_printers(context))
    add("window.print_queue", tr("Papers on their way to the printer"), "Ctrl+Shift+J", lambda: _show_queue(context))


def _setups(context: Context) -> Mapping[DocumentKind, PrintSetup]:
    return context.office.print_setups.read()  # made with the first paper: the start does not need it


def _show_printers(context: Context) -> None:
    from ui.printing.printers_panel import PrintersPanel  # noqa: PLC0415 - seldom asked for

    context.questions.ask(PrintersPanel(context))


def _show_queue(context: Context) -> None:
    from ui.printing.queue_panel import QueuePanel  # noqa: PLC0415 - seldom asked for

    context.questions.ask(QueuePanel(context.printing, context.questions))
