"""Words for the fields of a ticket, in the person's language (marked; look up with `tr`)."""

from __future__ import annotations

from app.core.language import mark
from app.tickets.fields import Field

FIELDS: dict[Field, str] = {
    Field.KIND: mark("kind of ticket"),
    Field.CATEGORY: mark("ticket category"),
    Field.SERVICE_CLASS: mark("service class"),
    Field.PRIORITY: mark("ticket priority"),
    Field.STATE: mark("ticket state"),
    Field.UNIT: mark("unit concerned"),
    Field.BUILDING: mark("building concerned"),
    Field.PLACE: mark("public place"),
    Field.TYPED_PLACE: mark("typed place"),
    Field.TEXT: mark("what was reported"),
    Field.SOURCE: mark("how it reached the office"),
    Field.ASSIGNEE: mark("who answers for it"),
    Field.TEAM: mark("team that does it"),
    Field.WORKER: mark("worker who does it"),
    Field.APPOINTMENT: mark("appointment"),
    Field.CHECKLIST: mark("checklist"),
    Field.COMPLAINT: mark("complaint record"),
    Field.CLOSING: mark("closing record"),
    Field.CLOSED_AT: mark("closed at"),
    Field.REOPENED: mark("times reopened"),
    Field.PARENT: mark("mass event"),
    Field.SAY: mark("words for those who call"),
    Field.MERGED_INTO: mark("ticket that it was merged into"),
    Field.WARRANTY: mark("warranty"),
}
