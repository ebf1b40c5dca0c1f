"""Giving a ticket out: who answers for it, which team, who does it; workers with what they have in hand."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.tickets.catalogue.crew import WorkerRow
from app.tickets.changes.many import Changes
from app.tickets.fields import Field
from app.tickets.kinds import State
from app.tickets.lists.rows import TicketRow
from app.tickets.moves.asked import GiveOut
from ui.shell.context import Context
from ui.tickets.doing.done import Done
from ui.tickets.doing.several import ChangesOf
from ui.tickets.doing.ticket_panel import TicketPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField

_NOT_GIVEN_OUT = frozenset({State.REPORTED, State.REVIEWED})
Choices = list[tuple[str, int | None]]


class AssignPanel(TicketPanel):
    """What is left at its first line stays as it is."""

    def __init__(self, context: Context, rows: Sequence[TicketRow]) -> None:
        super().__init__(context, tr("Give out"), tr("Give out"), rows)
        self.worker: ChoiceField[int | None] = ChoiceField(tr("Worker"), _workers(context))
        self.team: ChoiceField[int | None] = ChoiceField(tr("Team"), _teams(context))
        self.assignee: ChoiceField[int | None] = ChoiceField(tr("Answers for it"), _people(context))
        self.text = LineField(tr("Note"))
        for field in (self.worker, self.team, self.assignee):
            self.form.add(field.accessibleName(), field)
            field.chosen.connect(lambda _: self.look_again())
        self.form.add(tr("Note"), self.text)
        self.lay_out(self.worker)

    def run(self) -> Done:
        asked = GiveOut(self.assignee.value(), self.team.value(), self.worker.value(), self.text.text())  # type: ignore[arg-type]  # ids of people
        moved = self._context.office.ticket_moves.give_out(self._context.actor, self.row.id, self.row.version, asked)
        return self.done(moved, tr("{number} is given out").format(number=self.row.number))

    def changes_of(self) -> ChangesOf:
        chosen = {
            Field.WORKER: self.worker.value(),
            Field.TEAM: self.team.value() or self._team_of_worker(),
            Field.ASSIGNEE: self.assignee.value(),
        }
        values = {field: value for field, value in chosen.items() if value is not None}
        text = self.text.text()

        def changes(row: TicketRow) -> Changes:
            begins = row.state in _NOT_GIVEN_OUT and bool(values)
            return Changes(values, to=State.ASSIGNED if begins else None, text=text)

        return changes

    def _team_of_worker(self) -> int | None:
        workers = {one.id: one.team_id for one in self._context.office.teams.workers()}
        return workers.get(self.worker.value() or 0)


def load_words(one: WorkerRow) -> str:
    """`赵师傅, 工程部: 3 in hand, 1 waiting`."""
    name = tr("{name}, {role}").format(name=one.name, role=one.team) if one.team else one.name
    if not one.in_hand:
        return tr("{name}: nothing in hand").format(name=name)
    load = tr("{count} in hand").format(count=one.in_hand)
    if one.waiting:
        load = tr("{load}, {count} of it waiting").format(load=load, count=one.waiting)
    return f"{name}: {load}"


def _workers(context: Context) -> Choices:
    return [(tr("as it is"), None), *((load_words(one), one.id) for one in context.office.teams.workers())]


def _teams(context: Context) -> Choices:
    return [
        (tr("as it is"), None),
        *(
            (f"{one.name}: " + tr("{count} in hand").format(count=one.in_hand), one.id)
            for one in context.office.teams.teams()
        ),
    ]


def _people(context: Context) -> Choices:
    return [(tr("as it is"), None), *((one.name, one.id) for one in context.office.people.listed() if one.active)]
