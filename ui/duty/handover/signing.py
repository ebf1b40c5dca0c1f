"""The hand-overs that wait, signed one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.duty.log.handover_facts import Handover
from ui.duty.handover.sign_panel import SignPanel
from ui.shell.context import Context


def sign_waiting(context: Context) -> None:
    """Ask for the signature of the oldest hand-over that waits."""
    waiting = context.office.duty_log.unsigned()
    if not waiting:
        context.messages.hint(tr("No hand-over waits for a signature."))
        return
    sign(context, waiting[-1], waiting)


def sign(context: Context, one: Handover, waiting: Sequence[Handover] = ()) -> bool:
    """Ask for the signature of one; whether it was given."""
    name = context.questions.ask(SignPanel(context, one))
    if name is None:
        return False
    left = len(waiting) - 1
    words = tr("{name} has taken over. Ctrl+L lets {name} work here under the own name.").format(name=name)
    context.messages.done(tr("{words} {left} more wait.").format(words=words, left=left) if left > 0 else words)
    context.changes.announce("duty", by=one)
    return True
