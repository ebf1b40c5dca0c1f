"""The list of what is promised: for each kind and class its chain of clocks."""

from __future__ import annotations

from functools import partial

from app.core.language import mark, tr
from app.tickets.deadlines.clock_words import CALENDARS, CLOCKS, limit_words
from app.tickets.deadlines.deadlines import PromisedChain
from app.tickets.deadlines.rule import CalendarName
from app.tickets.kinds import ClockName
from app.tickets.words import CLASSES, KINDS
from ui.shell.context import Context
from ui.tickets.rules.chain_panel import ChainPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.chains"


class Chains(Section[PromisedChain]):
    """Thirty lines: six kinds, five classes of each."""

    folding = (mark("Set by"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Deadlines"),
            TableView(tr("Deadlines"), _columns(), key=lambda one: one.key),
            words=tr("What is promised when a ticket is reported. Each step has its limit and the hours it counts in."),
            empty=EmptyState(tr("No deadlines")),
            filter_hint=tr("Kind or class"),
        )
        edit = self.offer(
            "edit", tr("Change these deadlines"), "Return", self.on_row(self._on_edit), Kind.PRIMARY, in_rows=True
        )
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.deadlines.chains())

    def _on_edit(self, row: PromisedChain) -> None:
        if self.context.questions.ask(ChainPanel(self.context, row)):
            self.load()
            self.edited.emit()
        self.table.setFocus()


def _columns() -> list[Column[PromisedChain]]:
    clocks: list[Column[PromisedChain]] = [
        Column(tr(CLOCKS[name]), partial(_promise, name), dash=True, stretch=True) for name in ClockName
    ]
    return [
        Column(tr("Kind"), lambda one: tr(KINDS[one.key[0]]), bold=True, whole=True),
        Column(tr("Class"), lambda one: tr(CLASSES[one.key[1]]), whole=True),
        *clocks,
        Column(tr("Set by"), lambda one: tr("this office") if one.is_own else tr("the program"), tone=Tone.INK2),
    ]


def _promise(name: ClockName, row: PromisedChain) -> str | None:
    rule = next((one for one in row.chain if one.name is name), None)
    if rule is None:
        return None
    limit = limit_words(rule.limit)
    if rule.calendar is CalendarName.WORKDAYS:
        return limit
    return tr("{limit}, {calendar}").format(limit=limit, calendar=_short(rule.calendar))


def _short(calendar: CalendarName) -> str:
    return tr("day and night") if calendar is CalendarName.CLOCK else tr(CALENDARS[calendar])
