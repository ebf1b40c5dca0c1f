"""Words for kinds, classes, priorities, sources and states (marked; look up with `tr`)."""

from __future__ import annotations

from app.core.language import mark
from app.tickets.kinds import (
    Confirmation,
    ContactWay,
    MediationStep,
    Priority,
    ServiceClass,
    Source,
    State,
    TicketKind,
)

KINDS: dict[TicketKind, str] = {
    TicketKind.REPAIR: mark("repair"),
    TicketKind.COMPLAINT: mark("complaint"),
    TicketKind.SUGGESTION: mark("suggestion"),
    TicketKind.ENQUIRY: mark("enquiry"),
    TicketKind.TASK: mark("internal task"),
    TicketKind.FEE_DISPUTE: mark("fee dispute"),
}
CLASSES: dict[ServiceClass, str] = {
    ServiceClass.NORMAL: mark("normal service"),
    ServiceClass.PAID: mark("paid service"),
    ServiceClass.EMERGENCY: mark("emergency"),
    ServiceClass.WARRANTY: mark("under warranty"),
    ServiceClass.MAJOR: mark("major"),
}
PRIORITIES: dict[Priority, str] = {
    Priority.LOW: mark("low priority"),
    Priority.NORMAL: mark("normal priority"),
    Priority.HIGH: mark("high priority"),
    Priority.URGENT: mark("urgent"),
}
SOURCES: dict[Source, str] = {
    Source.COUNTER: mark("at the counter"),
    Source.PHONE: mark("by telephone"),
    Source.WECHAT: mark("by WeChat"),
    Source.PATROL: mark("on patrol"),
    Source.LETTER: mark("by letter"),
    Source.OTHER: mark("another way"),
}
STATES: dict[State, str] = {
    State.REPORTED: mark("reported"),
    State.REVIEWED: mark("reviewed"),
    State.ASSIGNED: mark("assigned"),
    State.CONTACTED: mark("contacted"),
    State.ON_THE_WAY: mark("on the way"),
    State.ARRIVED: mark("arrived"),
    State.IN_WORK: mark("in work"),
    State.WAITING_RESIDENT: mark("waiting for the resident"),
    State.WAITING_PARTS: mark("waiting for parts"),
    State.WAITING_THIRD: mark("waiting for a third party"),
    State.DONE: mark("done"),
    State.CONFIRMED: mark("confirmed by the resident"),
    State.CLOSED: mark("case closed"),
    State.CANCELLED: mark("cancelled"),
    State.MERGED: mark("merged into another"),
}
CONTACT_WAYS: dict[ContactWay, str] = {
    ContactWay.PHONE: mark("by telephone"),
    ContactWay.WECHAT: mark("by WeChat"),
    ContactWay.MESSAGE: mark("by text message"),
    ContactWay.VISIT: mark("on a visit"),
    ContactWay.COUNTER: mark("at the counter"),
    ContactWay.LETTER: mark("by letter"),
}
CONFIRMATIONS: dict[Confirmation, str] = {
    Confirmation.SIGNED: mark("the resident signed"),
    Confirmation.PHONE: mark("the resident said so by telephone"),
    Confirmation.NONE: mark("the resident has not confirmed"),
}
MEDIATION: dict[MediationStep, str] = {
    MediationStep.HEARD: mark("both sides were heard"),
    MediationStep.PROPOSED: mark("a settlement was proposed"),
    MediationStep.AGREED: mark("both sides agreed"),
    MediationStep.FAILED: mark("no agreement was reached"),
    MediationStep.COMMITTEE: mark("handed to the owners' committee"),
    MediationStep.AUTHORITY: mark("handed to the housing authority"),
    MediationStep.COURT: mark("before the court"),
}
