"""The log of the incident that asked for a notice says that it is issued."""

from __future__ import annotations

from app.core.errors import Refusal
from app.incidents.running.entry import EntryKind
from app.incidents.running.log_rows import Line
from app.notices.issued.notice_rows import IssuedNotice
from ui.sentences import say
from ui.shell.context import Context


def tell_incident(context: Context, incident_id: int, notice: IssuedNotice, step: str, *, by: object) -> None:
    """A line under the step that asked; where that is refused it is said, and the notice stands all the same."""
    facts = {"notice": notice.number, "template": notice.code, "id": notice.id}
    words = f"{notice.number} {notice.paper.title} {notice.paper.kind}".strip()
    try:
        context.office.incidents.tell(context.actor, incident_id, Line(EntryKind.NOTICE, step, words, facts))
    except Refusal as refusal:
        context.messages.wrong(say(refusal))
    context.changes.announce("incidents", by=by)
