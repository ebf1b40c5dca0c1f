"""The form of a chain: a limit and its hours for each step; an empty limit promises nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.tickets.deadlines.clock_words import CALENDARS, CLOCKS
from app.tickets.deadlines.deadlines import PromisedChain
from app.tickets.deadlines.edits import ChainEdit
from app.tickets.deadlines.refusals import ChainWithoutClose, ClockTwice, WorkdaysNeedTheirCalendar
from app.tickets.deadlines.rule import (
    CalendarName,
    ClockRule,
    Limit,
    LimitUnit,
    clock_rule,
    parse_limit,
    shipped_chain,
)
from app.tickets.kinds import ClockName
from app.tickets.words import CLASSES, KINDS
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.tickets.rules.settling import settle
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.surface import row
from ui.widgets.typed_field import TypedField


class PromiseField(QWidget):
    """How long, and in which hours."""

    def __init__(self, name: ClockName) -> None:
        super().__init__()
        self.name = name
        words = tr(CLOCKS[name])
        self.setAccessibleName(words)
        self.limit: TypedField[Limit] = TypedField(
            tr("{clock}: limit").format(clock=words), parse_limit, str, columns=7
        )
        hours = [(tr(CALENDARS[one]), one) for one in CalendarName]
        self.calendar: ChoiceField[CalendarName] = ChoiceField(tr("{clock}: hours").format(clock=words), hours)
        self.setLayout(row(self.limit, self.calendar, space=8))
        self.setFocusProxy(self.limit)
        self.limit.value_changed.connect(self._on_limit)

    def show_rule(self, rule: ClockRule | None) -> None:
        """Show what is promised."""
        self.limit.set_value(None if rule is None else rule.limit)
        if rule is not None:
            self.calendar.set_value(rule.calendar)

    def rule(self) -> ClockRule | None:
        """What is promised; None where nothing is. Raises WorkdaysNeedTheirCalendar."""
        limit, calendar = self.limit.value(), self.calendar.value()
        return None if limit is None or calendar is None else clock_rule(self.name, str(limit), calendar)

    def _on_limit(self, limit: Limit | None) -> None:
        if limit is not None and limit.unit is LimitUnit.WORKDAYS:
            self.calendar.set_value(CalendarName.WORKDAYS)  # workdays are counted in no other hours


class ChainPanel(EditPanel[bool]):
    """Ends once the chain is saved, after a look at the open tickets that change."""

    def __init__(self, context: Context, promised: PromisedChain) -> None:
        kind, service_class = promised.key
        title = tr("Deadlines: {kind}, {service_class}")
        words = tr("30min, 24h or 7wd (workdays); an empty limit promises nothing.")
        super().__init__(
            title.format(kind=tr(KINDS[kind]), service_class=tr(CLASSES[service_class])),
            self._settle,
            words=words,
            width=900,
        )
        self._context = context
        self._key = promised.key
        self.promises = {name: PromiseField(name) for name in ClockName}
        for name, field in self.promises.items():
            self.form.add(tr(CLOCKS[name]), field)
            field.limit.problem_changed.connect(lambda text, field=field: self.form.show_problem(field, text))
        self.place(self.promises[ClockName.CLOSE].limit, ChainWithoutClose)
        self.place(self.promises[ClockName.CLOSE], ClockTwice)
        self._show(promised.chain)
        self.step_through(*(one.limit for one in self.promises.values()))

    def add_more(self, actions: ActionRegistry) -> None:
        shipped = shipped_chain(*self._key)
        self.add_button(actions, "shipped", tr("As the program had them"), "F7", lambda: self._show(shipped))

    def check(self) -> bool:
        bad = [field for field in self.promises.values() if not self._readable(field)]
        if bad:
            bad[0].limit.take_caret()
        return not bad

    def _readable(self, field: PromiseField) -> bool:
        if not field.limit.check():
            return False
        try:
            field.rule()
        except WorkdaysNeedTheirCalendar as refusal:
            field.limit.show_problem(say(refusal))
            return False
        return True

    def _show(self, chain: tuple[ClockRule, ...]) -> None:
        for name, field in self.promises.items():
            field.show_rule(next((one for one in chain if one.name is name), None))

    def _settle(self) -> bool | None:
        rules = (field.rule() for field in self.promises.values())
        edit = ChainEdit(*self._key, tuple(rule for rule in rules if rule is not None))
        return settle(self._context, edit) or None
