"""The roster of a week: turns written by pattern, changed, swapped, copied on; holes and doubles in their places."""

from __future__ import annotations

from datetime import date, timedelta

from app.access.permissions import Permission
from app.core.language import tr, tr_n
from app.core.show import show_date
from app.duty.roster.roster_facts import Week
from app.duty.roster.spans import monday_of
from ui.duty.lists.pattern_panel import PatternPanel
from ui.duty.lists.roster_rows import RosterRow, columns, rows_of
from ui.duty.lists.swap_panel import SwapPanel
from ui.duty.lists.turn_panel import TurnPanel
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "duty.lists.roster"
_WEEK = timedelta(days=7)


class RosterList(Section[RosterRow]):
    """Ctrl+PgUp and Ctrl+PgDn go from week to week."""

    needs = Permission.MANAGE_DUTY

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Roster"),
            TableView(tr("Roster"), columns(), key=lambda one: one.key, look=lambda one: RowLook(quiet=one.past)),
            words=tr("Who is on duty. Hours without anybody, and two at once, stand in red in their places."),
            empty=EmptyState(tr("No turn is written for this week"), tr("F8 writes turns by day or week.")),
        )
        self._day = context.clock.now().date()
        self.week: Week | None = None
        keep = Permission.KEEP_DUTY
        edit = self.offer("edit", tr("Change the turn"), "Return", self.on_row(self._on_edit), in_rows=True, needs=keep)
        self.offer("write", tr("Write turns"), "F8", self._on_write, Kind.PRIMARY, icon="plus")
        self.offer("swap", tr("Swap with"), "S", self._on_swap, in_rows=True, needs=keep)
        self.offer("copy", tr("Copy the week on"), "F6", self._on_copy, icon="copy")
        self.offer("off", tr("Take the turn off"), "F7", self._on_take_off)
        self.offer("print", tr("Print the week"), "Ctrl+P", self._on_print, icon="printer", needs=keep)
        self.offer("before", tr("Week before"), "Ctrl+PgUp", lambda: self._turn(-1), Kind.QUIET, needs=keep)
        self.offer("next", tr("Next week"), "Ctrl+PgDown", lambda: self._turn(1), Kind.QUIET, needs=keep)
        self.opens(edit)

    def load(self) -> None:
        week = self.week = self.context.office.roster.week(self._day)
        rows = rows_of(week, self.context.clock.now())
        self.table.show_rows(rows)
        until = week.monday + _WEEK - timedelta(days=1)
        span = tr("Week {first} – {last}.").format(first=show_date(week.monday), last=show_date(until))
        said, pressing = _faults(rows)
        self.strip.say(f"{span} {said}".strip(), Mood.WARN if pressing else Mood.MUTE)

    def begin(self) -> None:
        """Read the week, with the turn of this moment or the next one current."""
        super().begin()
        rows = self.table.rows_model.rows
        self.table.choose(next((at for at, row in enumerate(rows) if not row.past), 0))

    def show_week(self, day: date) -> None:
        """The week of a day."""
        self._day = day
        self.begin()

    def _turn(self, by: int) -> None:
        self.show_week(self._day + by * _WEEK)
        self.table.setFocus()

    def _on_write(self) -> None:
        row = self.table.current()
        gap = row if row is not None and row.turn is None and not row.past else None
        monday, today = monday_of(self._day), self.context.clock.now().date()
        first = today if monday_of(today) == monday else monday
        begins = first if gap is None else gap.begins.date()
        count = self.context.questions.ask(PatternPanel(self.context, begins, gap.post if gap else ""))
        if count is not None:
            words = tr_n("{count} turn is written", "{count} turns are written", count).format(count=count)
            self.tell_done(words if count else tr("These turns stood there already"))

    def _on_edit(self, row: RosterRow) -> None:
        if row.turn is None:
            self._on_write()
        elif self.context.questions.ask(TurnPanel(self.context, row.turn).concerning(row.turn.id)) is not None:
            self.tell_done(tr("The turn is changed; the log keeps why"))

    def _on_swap(self) -> None:
        row = self.table.current()
        if row is None or row.turn is None:
            self.context.messages.hint(tr("Choose a turn first."))
        elif self.context.questions.ask(SwapPanel(self.context, row.turn).concerning(row.turn.id)) is not None:
            self.tell_done(tr("The turns are swapped; the log keeps why"))

    def _on_take_off(self) -> None:
        row = self.table.current()
        if row is None or row.turn is None:
            self.context.messages.hint(tr("Choose a turn first."))
            return
        turn = row.turn
        why = self.context.questions.ask_text(
            tr("Take the turn of {person} off?").format(person=turn.person), tr("Why; the log keeps it"), about=turn.id
        )
        if why is not None:
            roster, by = self.context.office.roster, self.context.actor
            self.attempt(lambda: roster.take_off(by, turn.id, why), tr("The turn is off the roster"))

    def _on_copy(self) -> None:
        roster, by, day = self.context.office.roster, self.context.actor, self._day
        done = tr("The week is copied on to the next one")
        if self.attempt(lambda: roster.copy_week(by, day), done):
            self._turn(1)

    def _on_print(self) -> None:
        from ui.duty.printing import print_roster  # noqa: PLC0415 - the drawing library

        print_roster(self.context, self._day)


def _faults(rows: list[RosterRow]) -> tuple[str, bool]:
    """What is wrong with what is still to come, in words."""
    holes = sum(row.turn is None and not row.past for row in rows)
    doubles = sum(bool(row.clash) and not row.past for row in rows)
    if not rows:
        return "", False
    if not holes and not doubles:
        return tr("No hole, nothing double from now on."), False
    said = [
        tr_n("{count} hole", "{count} holes", holes).format(count=holes) if holes else "",
        tr_n("{count} double turn", "{count} double turns", doubles).format(count=doubles) if doubles else "",
    ]
    return tr(", ").join(part for part in said if part), True
