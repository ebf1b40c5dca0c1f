"""The day list as it is edited: what is done when, on which weekdays."""

from __future__ import annotations

from datetime import time
from functools import partial

from app.access.permissions import Permission
from app.core.language import tr
from app.duty.day_list.day_rows import DayTask
from app.duty.refusals import DayTaskExists, DutyTextMissing, DutyTextTooLong, NoWeekday
from app.duty.texts import clock_time
from ui.duty.lists.weekday_field import WeekdayField
from ui.duty.words import weekdays_words
from ui.shell.context import Context
from ui.widgets.columns import Column
from ui.widgets.edit_panel import EditPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.section import Section
from ui.widgets.table_view import TableView
from ui.widgets.time_fields import TimeField

KEYS = "duty.lists.day"


class DayTasks(Section[DayTask]):
    """An entry that is changed stays on past days as it was."""

    needs = Permission.MANAGE_DUTY

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Day list"),
            TableView(tr("Day list"), _columns(), key=lambda one: one.id),
            words=tr("The rhythm of the day. Each entry is ticked on the first page, with time and name."),
            empty=EmptyState(tr("Nothing is on the day list"), tr("Enter the first line.")),
        )
        edit = self.offer("edit", tr("Edit"), "Return", self.on_row(self._ask), in_rows=True)
        self.offer("new", tr("New entry"), "F8", partial(self._ask, None), Kind.PRIMARY, icon="plus")
        self.offer("retire", tr("Take off the list"), "F7", self.on_row(self._on_retire))
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.day_list.tasks())

    def _ask(self, row: DayTask | None) -> None:
        panel = DayTaskPanel(self.context, row).concerning("" if row is None else row.id)
        self.edit(panel, tr("The day list is saved"))

    def _on_retire(self, row: DayTask) -> None:
        gone = tr("“{name}” is off the list; past days keep it").format(name=row.name)
        self.attempt(partial(self.context.office.day_list.retire, self.context.actor, row.id), gone)


class DayTaskPanel(EditPanel[int]):
    """Answers the id of the entry."""

    def __init__(self, context: Context, row: DayTask | None) -> None:
        super().__init__(tr("New entry") if row is None else tr("Entry of the day list"), self._keep)
        self._context, self._row = context, row
        self.name, self.clock = LineField(tr("What")), TimeField(tr("Time"), required=True)
        self.weekdays = WeekdayField()
        self.form.add(tr("Time"), self.clock)
        self.form.add(tr("What"), self.name)
        self.form.add(tr("Weekdays"), self.weekdays, hint=tr("1 is Monday: 1-5, or 135; empty is daily"))
        if row is not None:
            self.name.setText(row.name)
            self.clock.set_value(clock_time(row.clock))
            self.weekdays.set_value(row.weekdays)
        self.place(self.name, DutyTextMissing, DutyTextTooLong, DayTaskExists)
        self.place(self.weekdays, NoWeekday)
        self.step_through(self.clock, self.name, self.weekdays)

    def _keep(self) -> int:
        day_list, by = self._context.office.day_list, self._context.actor
        clock, name, days = self.clock.value() or time(), self.name.text(), self.weekdays.days()
        if self._row is None:
            return day_list.add(by, name, clock, days)
        return day_list.change(by, self._row.id, name, clock, days)


def _columns() -> list[Column[DayTask]]:
    return [
        Column(tr("Time"), lambda one: one.clock, bold=True),
        Column(tr("What"), lambda one: one.name, stretch=True),
        Column(tr("Weekdays"), lambda one: weekdays_words(one.weekdays)),
    ]
