"""The tariff form that was not saved when the window closed or failed, kept with the office's drafts."""

from __future__ import annotations

from app.core.errors import Refusal, Trouble
from app.core.ids import TariffId
from ui.fees.tariffs.tariff_form import LeftForm
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.draft_keeper import UNFIT

FORM = "fees.tariff"
_NEW = 0


def keep(context: Context, left: LeftForm | None) -> None:
    """Keep what stands in the form, or nothing any more; what fails is said, and a looked-at backup stays as it is."""
    drafts, by = context.office.drafts, context.actor
    if context.office.store.is_looked_at:
        return
    try:
        drafts.drop(by, FORM) if left is None else drafts.save(by, FORM, to_facts(left))
    except (Refusal, Trouble) as error:
        context.messages.wrong(say(error))


def to_facts(left: LeftForm) -> dict[str, object]:
    """Which tariff, and what stands in its fields."""
    return {"tariff": _NEW if left.tariff is None else int(left.tariff.id), "fields": dict(left.states)}


def find(context: Context) -> LeftForm | None:
    """The form that was kept, if there is one and its tariff is still there."""
    office = context.office
    kept = office.drafts.find(context.actor, FORM)
    if kept is None:
        return None
    tariffs = {int(row.tariff.id): row.tariff for row in office.tariffs.rows()}
    try:
        number, fields = kept.content["tariff"], dict(kept.content["fields"])
    except UNFIT:
        return None
    if number != _NEW and number not in tariffs:
        return None
    return LeftForm(tariffs.get(TariffId(number)), fields)
