"""One turn, taken off and written again: somebody else, or other hours, with the reason."""

from __future__ import annotations

from app.core.language import tr
from app.duty.refusals import DutyTextMissing, TurnBackwards, TurnTooLong
from app.duty.roster.roster_facts import NewTurn, Turn
from ui.duty.words import turn_words, weekday
from ui.shell.context import Context
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.moment_field import MomentField


class TurnPanel(EditPanel[int]):
    """Answers the id of the new turn."""

    def __init__(self, context: Context, turn: Turn) -> None:
        words = tr("{day}: {turn}").format(day=weekday(turn.begins.date()), turn=turn_words(turn))
        super().__init__(tr("Change the turn"), self._keep, words=words)
        self._context, self._turn = context, turn
        self.person, self.phone, self.why = LineField(tr("Person")), LineField(tr("Telephone")), LineField(tr("Why"))
        self.begins = MomentField(tr("Turn begins"), context.clock.now)
        self.ends = MomentField(tr("Turn ends"), context.clock.now)
        self.person.setText(turn.person)
        self.phone.setText(turn.phone)
        self.begins.set_value(turn.begins)
        self.ends.set_value(turn.ends)
        self.form.add(tr("Person"), self.person)
        self.form.add(tr("Telephone"), self.phone)
        self.form.add(tr("Turn begins"), self.begins)
        self.form.add(tr("Turn ends"), self.ends)
        self.form.add(tr("Why"), self.why, hint=tr("The log keeps it"))
        self.place(self.why, DutyTextMissing)
        self.place(self.ends, TurnBackwards, TurnTooLong)
        self.step_through(self.person, self.phone, self.begins, self.ends, self.why)

    def _keep(self) -> int:
        before = self._turn
        new = NewTurn(
            before.post_id,
            self.person.text(),
            self.phone.text(),
            self.begins.value() or before.begins,
            self.ends.value() or before.ends,
        )
        return self._context.office.roster.replace(self._context.actor, before.id, new, self.why.text())
