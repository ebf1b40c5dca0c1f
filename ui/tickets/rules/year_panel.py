"""The form of a year's notice: its days line by line, and where it was published."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.language import tr
from app.core.typed_text import plain
from app.core.workdays import HolidayYear
from app.tickets.deadlines.edits import YearEdit
from app.tickets.deadlines.holiday_file import made_year
from app.tickets.deadlines.refusals import HolidayDayTwice, HolidayOutsideYear, LegalDayNotOff
from ui.sentences import sentence
from ui.shell.context import Context
from ui.tickets.rules.settling import settle
from ui.tickets.rules.year_text import HolidayLineUnreadable, days_text, parse_days
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea
from ui.widgets.typed_field import TypedField

_FIRST, _LAST = 2000, 2199


class NotAYear(Refusal):
    """A year has four figures."""

    text: str


@sentence(NotAYear)
def _not_a_year(refusal: NotAYear) -> str:
    return tr("“{text}” is no year. Type its four figures, such as 2027.").format(text=refusal.text)


class YearPanel(EditPanel[int]):
    """Answers the year once it is saved, after a look at the open tickets that change."""

    def __init__(self, context: Context, year: HolidayYear) -> None:
        words = tr("One line for each run of days: 2026-10-01 – 2026-10-07 国庆节 {off}, 2026-10-10 国庆节 {worked}")
        said = words.format(off=tr("off"), worked=tr("worked"))
        super().__init__(tr("Holidays of {year}").format(year=year.year), self.kept, words=said, width=900)
        self._context = context
        self.year = TypedField(tr("Year"), _parse_year, str, required=True, columns=5)
        self.days = TextArea(tr("Days"), lines=10)
        self.source = LineField(tr("Source"))
        self.year.set_value(year.year)
        self.days.set_text(days_text(year.days))
        self.source.setText(year.source)
        self.form.add(tr("Year"), self.year)
        self.form.add(tr("Days"), self.days)
        self.form.add(tr("Source"), self.source, hint=tr("Where the notice was published."))
        self.place(self.days, HolidayLineUnreadable, HolidayDayTwice, HolidayOutsideYear, LegalDayNotOff)
        self.days.textChanged.connect(self._on_days_changed)
        self.step_through(self.year, self.source)
        self.setFocusProxy(self.days)

    def _on_days_changed(self) -> None:
        self.form.show_problem(self.days, "")
        self.days.show_problem("")

    def kept(self) -> int | None:
        """Save the notice after a look at what changes; its year. Raises what is refused."""
        year = self.year.value()
        if year is None:
            return None
        made = made_year(year, parse_days(self.days.text(), year), self.source.text())
        return year if settle(self._context, YearEdit(made)) else None


def _parse_year(text: str) -> int:
    typed = plain(text)
    if not typed.isdecimal() or not _FIRST <= int(typed) <= _LAST:
        raise NotAYear(text.strip())
    return int(typed)
