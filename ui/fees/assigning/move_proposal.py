"""The proposal before units move to another tariff: who cannot, both prices, and how the new one is computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.ids import UnitId
from app.core.language import tr, tr_n
from app.fees.move_plan import ProposedMove
from ui.fees.assigning.moved_table import MovedLine, MovedTable, moved_lines
from ui.fees.assigning.proposal import Proposal
from ui.sentences import say
from ui.shell.actions import Action
from ui.widgets.chip import Mood


class MoveProposal(Proposal[MovedLine]):
    """Units charged beyond the day have to be left out first."""

    def __init__(self, leave_out: Action, fold: Action) -> None:
        self.table = MovedTable()
        super().__init__(self.table, fold)
        self._leave_out = leave_out
        self._moves: Sequence[ProposedMove] = ()

    def stuck(self) -> set[UnitId]:
        """The units that cannot move on this day."""
        return {move.unit_id for move in self._moves if move.trouble is not None}

    def show_moves(self, moves: Sequence[ProposedMove], people: Mapping[UnitId, str]) -> None:
        """Show what would be done."""
        self._moves = moves
        self.pane.clear_filter()
        self.table.show_lines(moved_lines(moves, people))
        self.table.choose(0)
        self._explain(self.table.current())
        stuck = len(self.stuck())
        if stuck:
            words = tr_n(
                "{n} unit is charged beyond this day already. Leave it out, or choose a later day.",
                "{n} units are charged beyond this day already. Leave them out, or choose a later day.",
                stuck,
            )
            self.strip.say(words.format(n=stuck), Mood.WARN)
            self.strip.offer(self._leave_out)
        else:
            self.strip.say(
                tr("Nothing is written yet. What was agreed for a unit goes on by the new tariff."), Mood.MUTE
            )

    def _explain(self, line: MovedLine | None) -> None:
        if line is None:
            self.explained.show_words("", "")
            return
        move = line.move
        if move.trouble is not None:
            self.explained.show_words(move.unit_code, say(move.trouble))
        else:
            self.explained.show_next(move.unit_code, move.next)
