"""What another window changed of a ticket, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.show import show_time
from app.tickets.field_words import FIELDS
from app.tickets.fields import Field
from app.tickets.refusals import ChangedElsewhere
from app.tickets.two_windows import Elsewhere
from ui.shell.context import Context
from ui.tickets.doing.value_words import value_words

_FOLLOWING = frozenset({Field.CLOSED_AT, Field.REOPENED, Field.COMPLAINT, Field.CLOSING, Field.CHECKLIST})


def clash_words(context: Context, refusal: ChangedElsewhere) -> str:
    """The same was changed there: each field with what it is now and what it would be, and how to go on."""
    said = tr(
        "{who} changed this at {at} while it was open here. {fields}. Press the same key again to set yours instead."
    )
    fields = tr("; ").join(_clash(context, one.field, one.theirs, one.mine) for one in refusal.clashes)
    who = refusal.who or tr("Another window")
    return said.format(who=who, at=show_time(refusal.at), fields=fields)


def elsewhere_words(context: Context, others: Sequence[Elsewhere]) -> str:
    """Other fields were changed there, and stay so."""
    told = [one for one in others if one.field not in _FOLLOWING] or list(others)
    fields = tr("; ").join(_now(context, one.field, one.value) for one in told)
    return tr("{who} changed it meanwhile: {fields}").format(who=told[-1].who or tr("Another window"), fields=fields)


def _clash(context: Context, field: Field, theirs: str, mine: str) -> str:
    there, here = value_words(context, field, theirs), value_words(context, field, mine)
    if not there or not here or field in _FOLLOWING:
        return tr(FIELDS[field])
    return tr("{field}: there {there}, here {here}").format(field=tr(FIELDS[field]), there=there, here=here)


def _now(context: Context, field: Field, value: object) -> str:
    words = "" if field in _FOLLOWING else value_words(context, field, value)
    if not words:
        return tr(FIELDS[field])
    return tr("{field} is now {value}").format(field=tr(FIELDS[field]), value=words)
