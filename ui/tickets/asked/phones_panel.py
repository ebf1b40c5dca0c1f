"""Whom to call about a ticket, with whole numbers: gone when the page is left or the screen is locked."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.tickets.entry.reporters import Reporter
from ui.shell.common_questions import TellPanel
from ui.shell.context import Context


class PhonesPanel(TellPanel):
    """`written` are texts in which lists hide numbers. Whoever asks the office for them has been logged before."""

    def __init__(self, context: Context, number: str, told: Sequence[Reporter], written: Sequence[str] = ()) -> None:
        words = "\n\n".join(part for part in (reporters_words(told), *written) if part)
        super().__init__(tr("Who reported {number}").format(number=number), words)
        context.changes.covered.connect(self.give_up)


def reporters_words(told: Sequence[Reporter]) -> str:
    """One line for each: `3-2-501 张建国 13800005678`."""
    return "\n".join(
        " ".join(part for part in (one.unit_code, one.name or tr("no name given"), one.phone) if part) for one in told
    )
