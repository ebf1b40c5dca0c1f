"""The yearly notices of holidays: those that count, and those that are missing."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal
from app.core.language import mark, tr, tr_n
from app.core.workdays import HolidayYear
from app.tickets.deadlines.holiday_file import read_holiday_file
from ui.sentences import say
from ui.shell.context import Context
from ui.tickets.rules.year_panel import YearPanel
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.years"


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year with its notice; without days it is not there."""

    year: HolidayYear
    is_own: bool
    is_missing: bool = False


class Years(Section[YearRow]):
    """A year whose notice is missing stands above the others, and a strip warns of it."""

    folding = (mark("Source"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Holidays"),
            TableView(tr("Holidays"), _columns(), key=lambda one: one.year.year),
            words=tr("Days off and worked weekends of each year, as the State Council publishes them in autumn."),
            empty=EmptyState(tr("No year yet"), tr("Type the notice of a year, or take it from a file.")),
        )
        edit = self.offer(
            "edit", tr("See and change"), "Return", self.on_row(self._on_edit), Kind.PRIMARY, in_rows=True
        )
        self.offer("new", tr("Another year"), "F8", self._on_new, icon="plus")
        self.offer("file", tr("From a file"), "F7", self._on_file, icon="folder-open")
        self.opens(edit)

    def load(self) -> None:
        deadlines = self.context.office.deadlines
        missing = deadlines.missing_years()
        known = [YearRow(one.year, one.is_own) for one in reversed(deadlines.years())]
        self.table.show_rows([*(YearRow(HolidayYear(one, (), ""), True, True) for one in missing), *known])
        self.strip.say(missing_words(missing) if missing else "", Mood.WARN)

    def _on_edit(self, row: YearRow) -> None:
        self._edit(row.year)

    def _on_new(self) -> None:
        years = [one.year.year for one in self.table.rows_model.all_rows]
        missing = [one.year.year for one in self.table.rows_model.all_rows if one.is_missing]
        following = max(years, default=self.context.clock.now().year - 1) + 1
        self._edit(HolidayYear(missing[0] if missing else following, (), ""))

    def _on_file(self) -> None:
        file = self.context.questions.file_to_open(tr("Holidays of a year"), tr("Holidays (*.json)"))
        if file is None:
            return
        try:
            year = read_holiday_file(file)
        except Refusal as refusal:
            self.strip.say(say(refusal), Mood.WARN)
            self.context.messages.wrong(say(refusal))
        else:
            self._edit(year)

    def _edit(self, year: HolidayYear) -> None:
        saved = self.context.questions.ask(YearPanel(self.context, year))
        if saved is not None:
            self.load()
            self.table.choose_key(saved)
            self.edited.emit()
        self.table.setFocus()


def missing_words(years: tuple[int, ...]) -> str:
    """What a missing notice does, and what to do."""
    return tr_n(
        "The holidays of {years} are missing: deadlines count weekends and fixed days off only. Type the notice, or "
        "take it from a file.",
        "The holidays of {years} are missing: deadlines count weekends and fixed days off only. Type the notices, or "
        "take them from files.",
        len(years),
    ).format(years=", ".join(map(str, years)))


def _columns() -> list[Column[YearRow]]:
    return [
        Column(tr("Year"), lambda one: str(one.year.year), bold=True),
        Column(tr("Days off"), lambda one: _count(one, is_off=True), Cell.NUMBER, dash=True),
        Column(tr("Worked weekends"), lambda one: _count(one, is_off=False), Cell.NUMBER, dash=True),
        Column(tr("State"), _state, Cell.STATE),
        Column(tr("Source"), lambda one: one.year.source, tone=Tone.INK2, stretch=True),
    ]


def _count(row: YearRow, *, is_off: bool) -> int | None:
    return None if row.is_missing else sum(day.is_off is is_off for day in row.year.days)


def _state(row: YearRow) -> State:
    if row.is_missing:
        return State(tr("missing"), "triangle-alert", Mood.WARN)
    return State(tr("entered here") if row.is_own else tr("with the program"))
