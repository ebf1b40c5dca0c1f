"""What is due: rounds to walk, hazards with their deadline, hand-overs that wait for a signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_date, show_time
from app.duty.hazards.hazard_facts import Hazard
from app.duty.inspections.inspection_facts import Standing
from app.duty.log.handover_facts import Handover
from ui.duty.words import due_state, hazard_state, rhythm_words
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.empty_state import EmptyState
from ui.widgets.section_head import SectionHead
from ui.widgets.surface import column
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView

KEYS = "duty.due"


class What(Enum):
    """What a row is about."""

    ROUND = "round"
    HAZARD = "hazard"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing to do; `ref` is the id of the inspection, the hazard or the hand-over."""

    what: What
    ref: int
    name: str
    about: str
    state: State
    pressing: bool


class DuePane(QWidget):
    """`opened` gives the row that Enter was pressed on."""

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._head = SectionHead(tr("Rounds and hazards"))
        self.table: TableView[DueRow] = TableView(
            tr("Rounds and hazards"), _columns(), key=lambda one: (one.what, one.ref), row_height=28
        )
        empty = EmptyState(tr("Nothing is due"), tr("No round, no hazard, no hand-over waits."))
        self.pane: TablePane[DueRow] = TablePane(self.table, empty)
        whole = column(self._head, self.pane, space=4)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        context.actions.name_context(KEYS, tr("In rounds and hazards"))
        context.actions.follow_focus(self.table, KEYS)
        words = tr("Walk the round, or open the hazard")
        self._open = context.actions.add("duty.due.open", words, "Return", self._on_open, context=KEYS, commits=True)
        self.table.opened.connect(lambda _row: self._open.trigger())

    def load(self) -> None:
        """Read and show what is due, what presses first."""
        rows = [*self._rows()]
        rows.sort(key=lambda one: not one.pressing)
        self.table.show_rows(rows)
        pressing = sum(one.pressing for one in rows)
        note = tr("{count} overdue").format(count=pressing) if pressing else tr("Enter walks or opens")
        self._head.show_text(tr("Rounds and hazards"), note)

    def begin(self) -> None:
        """One row current."""
        if self.table.current() is None:
            self.table.choose(0)

    def _rows(self) -> Iterator[DueRow]:
        office, today = self._context.office, self._context.clock.now().date()
        yield from map(_handover, office.duty_log.unsigned())
        for one in office.inspections.standing():
            yield _round(one, today)
        for hazard in office.hazards.listed():
            yield _hazard(hazard, today)

    def _on_open(self) -> None:
        row = self.table.current()
        if row is not None:
            self.opened.emit(row)


def _handover(one: Handover) -> DueRow:
    name = tr("Hand-over from {giver} to {taker}").format(giver=one.giver, taker=one.taker)
    state = State(tr("not signed"), "pencil", Mood.WARN)
    return DueRow(What.HANDOVER, one.id, name, show_time(one.at), state, pressing=True)


def _round(one: Standing, today: date) -> DueRow:
    due = due_state(one, today)
    return DueRow(
        What.ROUND, one.id, one.inspection.name, rhythm_words(one.inspection.rhythm), due, one.due.is_overdue(today)
    )


def _hazard(one: Hazard, today: date) -> DueRow:
    about = tr("{number}, by {day}").format(number=one.number, day=show_date(one.due_on))
    name = f"{one.where}: {one.what}"
    return DueRow(What.HAZARD, one.id, name, about, hazard_state(one, today), one.is_late(today))


def _columns() -> list[Column[DueRow]]:
    return [
        Column(tr("State"), lambda one: one.state, Kind.STATE),
        Column(tr("What"), lambda one: one.name, stretch=True),
        Column(tr("When"), lambda one: one.about, tone=Tone.INK2),
    ]
