"""What would become of many tickets, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr, tr_n
from app.tickets.changes.many import FieldChange, Planned
from app.tickets.fields import Field
from ui.sentences import say
from ui.shell.context import Context
from ui.tickets.doing.value_words import value_words

_MOST = 12
_FOLLOWING = frozenset({Field.CLOSED_AT, Field.CLOSING, Field.COMPLAINT, Field.CHECKLIST})


def plan_words(context: Context, plan: Sequence[Planned]) -> str:
    """How many change, how many stay, and each of the first ones in a line."""
    changing = sum(one.refused is None for one in plan)
    head = tr_n("{count} ticket changes", "{count} tickets change", changing).format(count=changing)
    staying = len(plan) - changing
    if staying:
        said = tr_n("{count} stays as it is", "{count} stay as they are", staying).format(count=staying)
        head = tr("{changing}, {staying}").format(changing=head, staying=said)
    lines = [_line(context, one) for one in sorted(plan, key=lambda one: one.refused is None)[:_MOST]]
    more = len(plan) - _MOST
    if more > 0:
        lines.append(tr("and {count} more").format(count=more))
    return "\n".join([head, *lines])


def refused_words(refused: Sequence[Planned]) -> str:
    """Why some stayed as they were, after it was done."""
    told = [f"{one.number}: {say(one.refused)}" for one in refused if one.refused is not None]
    return tr_n("{count} stays as it is: {why}", "{count} stay as they are: {why}", len(told)).format(
        count=len(told), why=" ".join(told[:_MOST])
    )


def _line(context: Context, one: Planned) -> str:
    if one.refused is not None:
        return tr("{number} stays: {why}").format(number=one.number, why=say(one.refused))
    told = [change for change in one.changes if change.field not in _FOLLOWING]
    return f"{one.number}: " + tr(", ").join(_change(context, change) for change in told)


def _change(context: Context, change: FieldChange) -> str:
    before, after = (value_words(context, change.field, value) for value in (change.before, change.after))
    return tr("{before} → {after}").format(before=before, after=after)
