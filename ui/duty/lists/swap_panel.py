"""Two people change turns: the other turn is chosen, and why."""

from __future__ import annotations

from datetime import timedelta

from app.core.language import tr
from app.duty.refusals import DutyTextMissing, SwapWithItself, TurnTakenOff
from app.duty.roster.roster_facts import Turn
from ui.duty.words import turn_words, weekday
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField

_WEEKS = 3


class SwapPanel(EditPanel[bool]):
    """Offers the turns of others in this week and the two after it."""

    def __init__(self, context: Context, turn: Turn) -> None:
        super().__init__(tr("Swap with"), self._swap, words=_words(turn))
        self._context, self._turn = context, turn
        self.other: ChoiceField[int] = ChoiceField(tr("Swap with"), self._offered())
        self.why = LineField(tr("Why"))
        self.form.add(tr("Swap with"), self.other, hint=tr("↑ ↓ choose; Alt+↓ shows all"))
        self.form.add(tr("Why"), self.why, hint=tr("The log keeps it"))
        self.place(self.other, SwapWithItself, TurnTakenOff)
        self.place(self.why, DutyTextMissing)
        self.step_through(self.other, self.why)

    def _offered(self) -> list[tuple[str, int]]:
        roster, day = self._context.office.roster, self._turn.begins.date()
        turns = [turn for week in range(_WEEKS) for turn in roster.week(day + week * timedelta(days=7)).turns]
        others = {turn.id: turn for turn in turns if turn.person != self._turn.person}
        return [(_words(turn), turn.id) for turn in others.values()]

    def _swap(self) -> bool | None:
        other = self.other.value()
        if other is None:
            return None
        self._context.office.roster.swap(self._context.actor, self._turn.id, other, self.why.text())
        return True


def _words(turn: Turn) -> str:
    return tr("{day}: {turn}").format(day=weekday(turn.begins.date()), turn=turn_words(turn))
