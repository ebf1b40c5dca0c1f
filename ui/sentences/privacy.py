"""Sentences about personal data: why somebody cannot be forgotten yet."""

from collections.abc import Callable

from app.core.language import mark, tr
from app.core.show import show_date, show_money
from app.desk.privacy import refusals as privacy
from app.desk.privacy.person_facts import Duty, DutyKind
from ui.sentences import sentence

_DUTIES: dict[DutyKind, str] = {
    DutyKind.ROLE: mark("{about}: a role stands; end it in the register first"),
    DutyKind.OWED: mark("{about}: {amount} yuan of their time are unpaid"),
    DutyKind.CREDIT: mark("{about}: {amount} yuan of prepaid credit are held; pay them back first"),
    DutyKind.DEPOSIT: mark("{about}: a deposit of {amount} yuan is held; give it back first"),
    DutyKind.TICKET: mark("ticket {about} that they reported is open"),
    DutyKind.INCIDENT: mark("incident {about} still runs"),
    DutyKind.KEPT: mark("kept until {until} after the last role and the last payment"),
    DutyKind.REPORT_KEPT: mark("ticket {about} is kept with its reporter until {until}"),
    DutyKind.INCIDENT_KEPT: mark("incident {about} is kept with its people until {until}"),
}


def duty_words(duty: Duty) -> str:
    """One reason, as a part of a sentence."""
    until = "" if duty.until is None else show_date(duty.until)
    say: Callable[..., str] = tr(_DUTIES[duty.kind]).format
    return say(about=duty.about, amount=show_money(duty.amount), until=until)


@sentence(privacy.StillNeeded)
def _still_needed(error: privacy.StillNeeded) -> str:
    return tr("{person} cannot be removed yet: {reasons}.").format(
        person=error.person, reasons=tr("; ").join(map(duty_words, error.duties))
    )


@sentence(privacy.PersonGone)
def _person_gone(_: privacy.PersonGone) -> str:
    return tr("This person is no longer in the register. Search again.")
