"""The form of service hours: a line for each day, as people write them."""

from __future__ import annotations

from app.core.language import mark, tr
from app.core.open_hours import WeekHours, Windows
from app.tickets.deadlines.edits import HoursEdit
from app.tickets.deadlines.hours_text import parse_week, parse_windows, windows_text
from app.tickets.deadlines.refusals import NeverOpen
from app.tickets.deadlines.rule import CalendarName
from ui.shell.context import Context
from ui.tickets.rules.settling import settle
from ui.widgets.edit_panel import EditPanel
from ui.widgets.typed_field import TypedField

DAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
    mark("days off"),
    mark("worked weekends"),
)


class HoursPanel(EditPanel[bool]):
    """Ends once the hours are saved, after a look at the open tickets that change."""

    def __init__(self, context: Context, calendar: CalendarName, title: str, week: WeekHours) -> None:
        words = tr("Type from and until, such as 8:30-12:00, 13:30-17:30; an empty day is closed.")
        super().__init__(title, self._settle, words=words, width=900)
        self._context = context
        self._calendar = calendar
        self.days: list[TypedField[Windows]] = []
        for name, windows in zip(DAYS, windows_of(week), strict=True):
            field: TypedField[Windows] = TypedField(tr(name), parse_windows, windows_text, columns=24)
            field.set_value(windows)
            self.form.add(tr(name), field)
            self.days.append(field)
        self.place(self.days[0], NeverOpen)
        self.step_through(*self.days)

    def _settle(self) -> bool | None:
        *weekdays, holiday, makeup = [field.text() for field in self.days]
        edit = HoursEdit(self._calendar, parse_week(weekdays, holiday, makeup))
        return settle(self._context, edit) or None


def windows_of(week: WeekHours) -> tuple[Windows, ...]:
    """The windows of Monday to Sunday, of days off and of worked weekends."""
    return (*week.weekdays, week.holiday, week.makeup)
