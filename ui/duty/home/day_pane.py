"""The day list: Space ticks with time and name, U opens again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.language import tr
from app.duty.day_list.day_rows import DayLine
from ui.duty.words import clock
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_delegate import RowLook
from ui.widgets.section_head import SectionHead
from ui.widgets.surface import column
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView

KEYS = "duty.day"


class DayPane(QWidget):
    """Announces a change of `duty` after each tick."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._head = SectionHead(tr("Day list"))
        self.table: TableView[DayLine] = TableView(
            tr("Day list"), self._columns(), key=lambda line: line.task.id, look=_look, row_height=28
        )
        empty = EmptyState(tr("Nothing is on the day list"), tr("Ctrl+Shift+U, then Day list, enters something."))
        self.pane: TablePane[DayLine] = TablePane(self.table, empty)
        whole = column(self._head, self.pane, space=4)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        context.actions.name_context(KEYS, tr("In the day list"))
        context.actions.follow_focus(self.table, KEYS)
        add = context.actions.add
        add("duty.day.tick", tr("Tick"), "Space", self._on_tick, context=KEYS, commits=True)
        add("duty.day.undo", tr("Open again"), ("U", "Ctrl+Z"), self._on_undo, context=KEYS, commits=True)
        self.table.toggled.connect(self._turn)

    def load(self) -> None:
        """Read and show today's list."""
        lines = self._context.office.day_list.of_day()
        self.table.show_rows(lines)
        done = sum(line.tick is not None for line in lines)
        self._head.show_text(tr("Day list"), tr("{done} of {all} ticked, Space").format(done=done, all=len(lines)))

    def begin(self) -> None:
        """One row current: the first that is open."""
        if self.table.current() is None:
            lines = self.table.rows_model.rows
            self.table.choose(next((at for at, line in enumerate(lines) if line.tick is None), 0))

    def _on_tick(self) -> None:
        line = self.table.current()
        if line is not None:
            self._tick(line)

    def _turn(self, line: DayLine) -> None:
        """A click into the box turns it over; Space only ticks."""
        if line.tick is None:
            self._tick(line)
        else:
            self._open(line)

    def _tick(self, line: DayLine) -> None:
        try:
            self._context.office.day_list.tick(self._context.actor, line.task.id)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
        else:
            self._context.messages.done(tr("“{name}” is ticked").format(name=line.task.name))
        self._told()
        self._go_on()

    def _go_on(self) -> None:
        lines, at = self.table.rows_model.rows, self.table.currentIndex().row()
        following = [place for place, line in enumerate(lines) if line.tick is None and place > at]
        if following:
            self.table.choose(following[0])

    def _on_undo(self) -> None:
        line = self.table.current()
        if line is None or line.tick is None:
            self._context.messages.hint(tr("This line is open."))
        else:
            self._open(line)

    def _open(self, line: DayLine) -> None:
        if line.tick is None:
            return
        try:
            self._context.office.day_list.undo(self._context.actor, line.tick.id)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
        else:
            self._context.messages.done(
                tr("“{name}” is open again; the log keeps when it was ticked").format(name=line.task.name)
            )
        self._told()

    def _told(self) -> None:
        self.load()
        self._context.changes.announce("duty", by=self)

    def _columns(self) -> list[Column[DayLine]]:
        return [
            Column("", lambda line: line.tick is not None, Kind.CHECK),
            Column(tr("Time"), lambda line: line.task.clock, tone=self._tone, whole=True),
            Column(tr("What"), lambda line: line.task.name, stretch=True),
            Column(tr("Done"), self._done, Kind.STATE),
        ]

    def _now(self) -> datetime:
        return self._context.clock.now()

    def _tone(self, line: DayLine) -> Tone:
        return Tone.WARN if line.is_late(self._now()) else Tone.INK2

    def _done(self, line: DayLine) -> State | None:
        if line.tick is not None:
            return State(f"{clock(line.tick.at)} {line.tick.who}", "check", Mood.OK)
        return State(tr("not ticked"), "hourglass", Mood.WARN) if line.is_late(self._now()) else None


def _look(line: DayLine) -> RowLook:
    return RowLook(quiet=line.tick is not None)
