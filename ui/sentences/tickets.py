"""Sentences of tickets: what is wrong, where, and what to do."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.show import show_time
from app.tickets.field_words import FIELDS
from app.tickets.flow_refusals import MoveImpossible, ReasonMissing
from app.tickets.refusals import (
    AppointmentPassed,
    AssigneeGone,
    ChangedElsewhere,
    ClosingIncomplete,
    EventNotMerged,
    EventTooSmall,
    FieldNotChanged,
    HappenedOutside,
    InAnEvent,
    MacroEmpty,
    MacroNameMissing,
    MajorNeedsOwner,
    MergedTooLongAgo,
    MergedWithItself,
    NotAComplaint,
    NotADispute,
    NotAnEvent,
    NotAnsweredYet,
    NothingAssigned,
    NothingChanged,
    NothingReported,
    NotMerged,
    PlaceUnknown,
    SayMissing,
    TeamGone,
    TextMissing,
    TicketMerged,
    TicketNotOver,
    TicketOver,
    TicketTextTooLong,
    TicketUnknown,
    UndoOnPaper,
    UndoOverwritten,
    UnitUnknown,
    ValueUnusable,
    WhereMissing,
)
from app.tickets.words import KINDS, STATES
from ui.sentences import sentence


@sentence(MoveImpossible)
def _move_impossible(refusal: MoveImpossible) -> str:
    return tr("This {kind} is “{state}”; from there it cannot become “{to}”. Choose one of the moves offered.").format(
        kind=tr(KINDS[refusal.kind]), state=tr(STATES[refusal.state]), to=tr(STATES[refusal.to])
    )


@sentence(ReasonMissing)
def _reason_missing(refusal: ReasonMissing) -> str:
    return tr("Say why it goes from “{state}” to “{to}”.").format(
        state=tr(STATES[refusal.state]), to=tr(STATES[refusal.to])
    )


@sentence(TicketUnknown)
def _ticket_unknown(refusal: TicketUnknown) -> str:
    return tr("There is no ticket with the key {id}. Look it up in the list again.").format(id=refusal.ticket_id)


@sentence(NothingReported)
def _nothing_reported(refusal: NothingReported) -> str:  # noqa: ARG001 - says it all by its name
    return tr("The ticket says nothing yet. Write what was reported, or choose a category.")


@sentence(WhereMissing)
def _where_missing(refusal: WhereMissing) -> str:  # noqa: ARG001 - says it all by its name
    return tr("A repair is somewhere. Choose the unit or public place, or type the place.")


@sentence(UnitUnknown)
def _unit_unknown(refusal: UnitUnknown) -> str:  # noqa: ARG001 - says it all by its name
    return tr("This unit is no longer in the book. Search for it again.")


@sentence(PlaceUnknown)
def _place_unknown(refusal: PlaceUnknown) -> str:
    if not refusal.name:
        return tr("This public place is not in the book. Choose another, or type the place.")
    return tr("The public place “{name}” is no longer used. Choose another, or type the place.").format(
        name=refusal.name
    )


@sentence(TicketTextTooLong)
def _text_too_long(refusal: TicketTextTooLong) -> str:
    return tr("The text has {length} characters; a ticket keeps {most}. Attach the rest as a file.").format(
        length=refusal.length, most=refusal.most
    )


@sentence(TextMissing)
def _text_missing(refusal: TextMissing) -> str:  # noqa: ARG001 - says it all by its name
    return tr("Nothing is written yet. Write what is to be kept.")


@sentence(TeamGone)
def _team_gone(refusal: TeamGone) -> str:
    return tr("The team “{name}” is no longer there. Choose another team.").format(name=refusal.name)


@sentence(AssigneeGone)
def _assignee_gone(refusal: AssigneeGone) -> str:
    return tr("{name} no longer signs in here. Choose who answers for the ticket now.").format(name=refusal.name)


@sentence(HappenedOutside)
def _happened_outside(refusal: HappenedOutside) -> str:
    if refusal.earliest is None:
        return tr("It is {now} now; nothing is reported later than that. Correct the time.").format(
            now=show_time(refusal.latest)
        )
    return tr("It happened between the report ({earliest}) and now ({latest}). Correct the time.").format(
        earliest=show_time(refusal.earliest), latest=show_time(refusal.latest)
    )


@sentence(TicketMerged)
def _ticket_merged(refusal: TicketMerged) -> str:
    return tr("Ticket {number} was merged into {other}. Write it on {other}, or part them first.").format(
        number=refusal.number, other=refusal.other
    )


@sentence(TicketOver)
def _ticket_over(refusal: TicketOver) -> str:
    return tr("Ticket {number} is “{state}”. Reopen it with a reason to go on with it.").format(
        number=refusal.number, state=tr(STATES[refusal.state])
    )


@sentence(TicketNotOver)
def _ticket_not_over(refusal: TicketNotOver) -> str:
    return tr("Ticket {number} is still open; there is nothing to reopen.").format(number=refusal.number)


@sentence(ChangedElsewhere)
def _changed_elsewhere(refusal: ChangedElsewhere) -> str:
    fields = tr(", ").join(tr(FIELDS[clash.field]) for clash in refusal.clashes)
    return tr(
        "{who} changed this of ticket {number} at {at}, while it was open here: {fields}. Nothing was overwritten. "
        "Look at the ticket as it is now, then save again."
    ).format(who=refusal.who or tr("Somebody"), number=refusal.number, at=show_time(refusal.at), fields=fields)


@sentence(NothingAssigned)
def _nothing_assigned(refusal: NothingAssigned) -> str:  # noqa: ARG001 - says it all by its name
    return tr("Nobody is chosen. Choose who answers for it, a team or a worker.")


@sentence(AppointmentPassed)
def _appointment_passed(refusal: AppointmentPassed) -> str:
    return tr("{at} has passed. Choose a time that lies ahead.").format(at=show_time(refusal.appointment))


@sentence(ClosingIncomplete)
def _closing_incomplete(refusal: ClosingIncomplete) -> str:
    if refusal.minutes_wrong:
        return tr("Enter how many minutes the work took, as a whole number.")
    return tr("Write what was done before the ticket is closed.")


@sentence(MajorNeedsOwner)
def _major_needs_owner(refusal: MajorNeedsOwner) -> str:
    return tr("One person answers for a major complaint. Choose who answers for ticket {number} first.").format(
        number=refusal.number
    )


@sentence(NotAComplaint)
def _not_a_complaint(refusal: NotAComplaint) -> str:
    return tr("Ticket {number} is no complaint, suggestion or fee dispute. Change its kind first.").format(
        number=refusal.number
    )


@sentence(NotADispute)
def _not_a_dispute(refusal: NotADispute) -> str:
    return tr("Ticket {number} is no fee dispute; mediation belongs to those. Change its kind first.").format(
        number=refusal.number
    )


@sentence(NotAnsweredYet)
def _not_answered_yet(refusal: NotAnsweredYet) -> str:
    return tr("Ticket {number} has no final answer yet. Write the answer, then ask whether it is in order.").format(
        number=refusal.number
    )


@sentence(MergedWithItself)
def _merged_with_itself(refusal: MergedWithItself) -> str:
    return tr("Ticket {number} cannot be merged with itself. Choose another one as the target.").format(
        number=refusal.number
    )


@sentence(MergedTooLongAgo)
def _merged_too_long_ago(refusal: MergedTooLongAgo) -> str:
    return tr_n(
        "Ticket {number} was merged more than {days} day ago and stays so. Make a new ticket if it is another thing.",
        "Ticket {number} was merged more than {days} days ago and stays so. Make a new ticket if it is another thing.",
        refusal.days,
    ).format(number=refusal.number, days=refusal.days)


@sentence(NotMerged)
def _not_merged(refusal: NotMerged) -> str:
    return tr("Ticket {number} is not merged into another; there is nothing to part.").format(number=refusal.number)


@sentence(EventNotMerged)
def _event_not_merged(refusal: EventNotMerged) -> str:
    return tr(
        "Ticket {number} is a mass event with tickets of its own. Let those leave it before it is merged."
    ).format(number=refusal.number)


@sentence(EventTooSmall)
def _event_too_small(refusal: EventTooSmall) -> str:  # noqa: ARG001 - says it all by its name
    return tr("A mass event is made of two tickets at least. Mark them in the list.")


@sentence(NotAnEvent)
def _not_an_event(refusal: NotAnEvent) -> str:
    return tr("Ticket {number} does not fit: an event holds tickets, and no event lies in another.").format(
        number=refusal.number
    )


@sentence(InAnEvent)
def _in_an_event(refusal: InAnEvent) -> str:
    return tr("Ticket {number} belongs to the event {event} already. Let it leave that one first.").format(
        number=refusal.number, event=refusal.event
    )


@sentence(SayMissing)
def _say_missing(refusal: SayMissing) -> str:  # noqa: ARG001 - says it all by its name
    return tr("Write what staff tell those who call about it.")


@sentence(MacroNameMissing)
def _macro_name_missing(refusal: MacroNameMissing) -> str:  # noqa: ARG001 - says it all by its name
    return tr("Give the set of changes a name, so that it is found again.")


@sentence(MacroEmpty)
def _macro_empty(refusal: MacroEmpty) -> str:  # noqa: ARG001 - says it all by its name
    return tr("This set changes nothing yet. Choose at least one field, a move or a note.")


@sentence(NothingChanged)
def _nothing_changed(refusal: NothingChanged) -> str:  # noqa: ARG001 - says it all by its name
    return tr("The ticket is like this already; nothing was changed.")


@sentence(FieldNotChanged)
def _field_not_changed(refusal: FieldNotChanged) -> str:
    return tr("The field “{field}” is not changed here; it follows from what is done with the ticket.").format(
        field=tr(FIELDS[refusal.field])
    )


@sentence(ValueUnusable)
def _value_unusable(refusal: ValueUnusable) -> str:
    return tr("The field “{field}” does not take this. Choose again from what is offered.").format(
        field=tr(FIELDS[refusal.field])
    )


@sentence(UndoOverwritten)
def _undo_overwritten(refusal: UndoOverwritten) -> str:
    fields = tr(", ").join(tr(FIELDS[field]) for field in refusal.fields)
    return tr("Of ticket {number} this was changed again since: {fields}. Change it by hand.").format(
        number=refusal.number, fields=fields
    )


@sentence(UndoOnPaper)
def _undo_on_paper(refusal: UndoOnPaper) -> str:
    return tr(
        "Ticket {number} was printed or charged since; that step is not taken back. Go on with a new step."
    ).format(number=refusal.number)
