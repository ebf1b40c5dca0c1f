"""Moving a ticket on: only the moves that the flow is open to are offered; some ask for a reason."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.tickets.changes.many import Changes
from app.tickets.flow import Move, moves_from
from app.tickets.flow_refusals import ReasonMissing
from app.tickets.kinds import State
from app.tickets.lists.rows import TicketRow
from app.tickets.materials.kinds import ChargeToo
from app.tickets.moves.asked import MoveTo
from app.tickets.refusals import HappenedOutside
from app.tickets.words import STATES
from ui.shell.context import Context
from ui.tickets.doing.charge_choice import choosing_charge
from ui.tickets.doing.done import Done
from ui.tickets.doing.several import ChangesOf
from ui.tickets.doing.ticket_panel import TicketPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import ask_when

_OWN_KEY = frozenset({State.CLOSED})


class StatePanel(TicketPanel):
    """Closing has a key of its own, for it asks more."""

    def __init__(self, context: Context, rows: Sequence[TicketRow], moves: Sequence[Move]) -> None:
        super().__init__(context, tr("State"), tr("Move on"), rows)
        self._asks = {move.to for move in moves if move.asks_reason}
        self.to: ChoiceField[State] = ChoiceField(tr("Becomes"), [(tr(STATES[one.to]), one.to) for one in moves])
        self.text = LineField(tr("Note or reason"))
        self._hint = self.form.add(tr("Becomes"), self.to)
        self.form.add(tr("Note or reason"), self.text)
        self.when, _ = ask_when(self.form, context.clock.now)
        self.form.show_row(self.when, shown=len(rows) == 1)
        self.to.chosen.connect(self._on_chosen)
        self.places = ((ReasonMissing, self.text), (HappenedOutside, self.when))
        self.lay_out(self.to)
        self._on_chosen(self.to.value())

    def run(self) -> Done | None:
        return choosing_charge(self._context, self._run)

    def _run(self, charges: ChargeToo | None) -> Done:
        to = self.to.value()
        assert to is not None
        asked = MoveTo(to, self.text.text(), self.when.value(), charges)
        moved = self._context.office.ticket_moves.move(self._context.actor, self.row.id, self.row.version, asked)
        said = tr("{number}: {state}").format(number=self.row.number, state=tr(STATES[to]))
        return self.done(moved, said)

    def changes_of(self) -> ChangesOf:
        changes = Changes(to=self.to.value(), text=self.text.text())
        return lambda _row: changes

    def _on_chosen(self, to: State | None) -> None:
        self.look_again()
        self._hint.show_hint(tr("This one asks for a reason") if to in self._asks else "")


def offered_moves(rows: Sequence[TicketRow]) -> list[Move]:
    """The moves that at least one of the tickets is open to, in the order of the flow."""
    found: dict[State, Move] = {}
    for row in rows:
        for move in moves_from(row.state, row.kind):
            if move.to not in _OWN_KEY and not _is_reopening(row):
                found.setdefault(move.to, move)
    return list(found.values())


def _is_reopening(row: TicketRow) -> bool:
    return row.state in (State.CLOSED, State.CANCELLED)
