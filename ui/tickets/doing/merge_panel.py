"""Doubles become one ticket: the others point to it, and it tells of them."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.tickets.changes.many import Seen
from app.tickets.entry.similar import Where
from app.tickets.lists.rows import TicketRow
from app.tickets.materials.kinds import ChargeToo
from ui.shell.context import Context
from ui.tickets.doing.charge_choice import choosing_charge
from ui.tickets.doing.done import Done
from ui.tickets.doing.ticket_panel import TicketPanel, about_words
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField


class MergePanel(TicketPanel):
    """Of several marked ones the target is one of them; for one alone, one that is like it."""

    def __init__(self, context: Context, rows: Sequence[TicketRow], targets: Sequence[TicketRow]) -> None:
        super().__init__(context, tr("Merge doubles"), tr("Merge"), rows)
        self._targets = {one.id: one for one in targets}
        offered = [(about_words([one]), one.id) for one in targets]
        self.target: ChoiceField[int] = ChoiceField(tr("All become"), offered)
        self.text = LineField(tr("Note"))
        hint = tr("Within seven days they can be parted again, exactly as they were")
        self.form.add(tr("All become"), self.target, hint=hint)
        self.form.add(tr("Note"), self.text)
        self.lay_out(self.target)

    def run(self) -> Done | None:
        return choosing_charge(self._context, self._run)

    def _run(self, charges: ChargeToo | None) -> Done:
        target = self.target.value()
        assert target is not None
        sources = tuple(Seen(row.id, row.version) for row in self.rows if row.id != target)
        merges, text = self._context.office.ticket_merges, self.text.text()
        step = merges.merge(self._context.actor, sources, target, text, charges=charges)
        number = self._targets[target].number
        return Done(step, tr("All of it is read on {number} now").format(number=number), choose=target)

    def _carry_out(self) -> Done | None:
        """All of them or none: nothing has to be shown first."""
        return self.run()


def like_it(context: Context, row: TicketRow) -> list[TicketRow]:
    """Open tickets of the same room, or of the same kind of thing at the same place."""
    office = context.office
    where = Where(row.unit_id, building_id=row.building_id, category_id=row.category_id)
    found = [one.label.id for one in office.tickets.similar(where, without=row.id)]
    return list(office.ticket_lists.rows(found))
