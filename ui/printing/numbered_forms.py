"""Numbered forms in a printer: nothing but the receipt of its number may go onto one."""

from __future__ import annotations

from app.core.language import tr
from app.paper.documents import DocumentKind
from ui.printing.setup_words import printer_words
from ui.shell.context import Context


def plain_paper_agreed(context: Context, kind: DocumentKind, title: str) -> bool:
    """Whether this paper may go to its printer: where the numbered forms lie in that one, plain paper is asked for."""
    queue = context.printing
    if not context.office.books.forms_in_use():
        return True
    forms_in = queue.printer or queue.setup(DocumentKind.RECEIPT).printer
    if (queue.printer or queue.setup(kind).printer) != forms_in:
        return True
    words = tr(
        "{paper} has no numbered form of its own, and the printer {printer} holds numbered forms. "
        "Take them out and put in plain paper; put the forms back afterwards."
    )
    said = words.format(paper=title, printer=printer_words(forms_in))
    return context.questions.confirm(tr("Plain paper is needed"), said, tr("Plain paper is in, print"))
