"""The fields of a filter, each with its first line for everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from app.core.language import mark, tr
from app.tickets.deadlines.clock_words import STANDINGS
from app.tickets.deadlines.due import Standing
from app.tickets.lists.filters import Group, Order, TicketFilter
from app.tickets.words import KINDS, PRIORITIES, SOURCES
from ui.shell.context import Context
from ui.tickets.board.group_words import GROUPS
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form

Choices = list[tuple[str, Any]]
ORDERS: dict[Order, str] = {
    Order.URGENT: mark("what is due first"),
    Order.NEWEST: mark("newest first"),
    Order.OLDEST: mark("oldest first"),
}
_SHOWN_STANDINGS = (Standing.SOON, Standing.OVERDUE, Standing.PAUSED, Standing.MET, Standing.MISSED)


class FilterFields:
    """One choice for each thing that narrows a list; of several chosen by a view the first is shown."""

    def __init__(self, context: Context, form: Form) -> None:
        today = context.clock.now().date
        groups: Choices = [(tr(words), group) for group, words in GROUPS.items()]
        self.group: ChoiceField[Group] = ChoiceField(tr("List"), groups)
        offers = _offered(context)
        self.sets = {name: ChoiceField[Any](title, _all(offered)) for name, title, offered in offers}
        self._known = {name: {one for _, one in offered} for name, _, offered in offers}
        self.first, self.last = DateField(tr("Reported from"), today), DateField(tr("Reported until"), today)
        orders = [(tr(words), order) for order, words in ORDERS.items()]
        self.order: ChoiceField[Order | None] = ChoiceField(tr("Order"), _all(orders, tr("the usual one")))
        for field in (self.group, *self.sets.values(), self.first, self.last, self.order):
            form.add(field.accessibleName(), field)

    def show(self, wanted: TicketFilter) -> None:
        """Show a filter."""
        self.group.set_value(wanted.group)
        for name, field in self.sets.items():
            chosen = [one for one in sorted(getattr(wanted, name)) if one in self._known[name]]
            field.set_value(chosen[0] if chosen else None)
        self.first.set_value(wanted.first)
        self.last.set_value(None if wanted.until is None else wanted.until - timedelta(days=1))
        self.order.set_value(wanted.order)

    def wanted(self, before: TicketFilter) -> TicketFilter:
        """The filter that is shown, with the words that were typed before."""
        chosen: dict[str, Any] = {
            name: frozenset() if field.value() is None else frozenset({field.value()})
            for name, field in self.sets.items()
        }
        return replace(
            before,
            group=self.group.value() or Group.OPEN,
            first=self.first.value(),
            until=_day_after(self.last.value()),
            order=self.order.value(),
            **chosen,
        )


def _day_after(day: date | None) -> date | None:
    return None if day is None else day + timedelta(days=1)


def _all(offered: Iterable[tuple[str, Any]], words: str = "") -> Choices:
    return [(words or tr("all"), None), *offered]


def _words(words: Mapping[Any, str]) -> Choices:
    return [(tr(said), one) for one, said in words.items() if isinstance(one, StrEnum)]


def _offered(context: Context) -> list[tuple[str, str, Choices]]:
    office = context.office
    standings: Choices = [(tr(STANDINGS[one]), one) for one in _SHOWN_STANDINGS]
    return [
        ("standings", tr("Deadline"), standings),
        ("kinds", tr("Kind"), _words(KINDS)),
        ("priorities", tr("Priority"), _words(PRIORITIES)),
        ("sources", tr("Reached us"), _words(SOURCES)),
        ("categories", tr("Category"), [(one.path, one.id) for one in office.ticket_categories.tree()]),
        ("buildings", tr("Building"), [(one.name, one.id) for one in office.estate.tree()]),
        ("teams", tr("Team"), [(one.name, one.id) for one in office.teams.teams()]),
        ("workers", tr("Worker"), [(one.name, one.id) for one in office.teams.workers()]),
        ("assignees", tr("Answers"), [(one.name, one.id) for one in office.people.listed() if one.active]),
    ]
