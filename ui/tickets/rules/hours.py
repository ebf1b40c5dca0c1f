"""The hours in which deadlines run: of the counter, and of the office on workdays."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import mark, tr
from app.core.open_hours import Windows
from app.tickets.deadlines.hours_text import windows_text
from app.tickets.deadlines.rule import CalendarName
from ui.shell.context import Context
from ui.tickets.rules.hours_panel import DAYS, HoursPanel, windows_of
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.hours"
_NAMES = {CalendarName.STAFFED: mark("Hours of the counter"), CalendarName.WORKDAYS: mark("Office hours of workdays")}


@dataclass(frozen=True, slots=True)
class HoursRow:
    """A day of the week, or days off, or worked weekends, in both calendars."""

    place: int
    staffed: Windows
    workdays: Windows


class Hours(Section[HoursRow]):
    """Nine days, two calendars."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Service hours"),
            TableView(tr("Service hours"), _columns(), key=lambda one: one.place),
            words=tr("Deadlines that do not run day and night count these hours only; on holidays those of days off."),
            empty=EmptyState(tr("No hours")),
        )
        staffed, office = CalendarName.STAFFED, CalendarName.WORKDAYS
        self.offer("staffed", tr("Change the hours of the counter"), "F7", lambda: self._on_edit(staffed), Kind.PLAIN)
        self.offer("workdays", tr("Change the office hours"), "F8", lambda: self._on_edit(office), Kind.PLAIN)

    def load(self) -> None:
        hours = self.context.office.deadlines.hours()
        pairs = zip(windows_of(hours[CalendarName.STAFFED]), windows_of(hours[CalendarName.WORKDAYS]), strict=True)
        self.table.show_rows([HoursRow(place, *pair) for place, pair in enumerate(pairs)])

    def _on_edit(self, calendar: CalendarName) -> None:
        week = self.context.office.deadlines.hours()[calendar]
        if self.context.questions.ask(HoursPanel(self.context, calendar, tr(_NAMES[calendar]), week)):
            self.load()
            self.edited.emit()
        self.table.setFocus()


def _columns() -> list[Column[HoursRow]]:
    return [
        Column(tr("Day"), lambda one: tr(DAYS[one.place]), bold=True, whole=True),
        Column(tr(_NAMES[CalendarName.STAFFED]), lambda one: _words(one.staffed), stretch=True),
        Column(tr(_NAMES[CalendarName.WORKDAYS]), lambda one: _words(one.workdays), stretch=True),
    ]


def _words(windows: Windows) -> str:
    return windows_text(windows) or tr("closed")
