"""The proposal before units move to another tariff: who cannot, both prices, and how the new one is computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.core.ids import UnitId
from app.core.language import tr, tr_n
from app.core.show import show_money
from app.fees.move_plan import ProposedMove
from ui.fees.assigning.moved_table import MovedLine, MovedTable, moved_lines
from ui.fees.explain_strip import ExplainStrip
from ui.fees.filter_box import filter_of
from ui.sentences import say
from ui.shell.actions import Action
from ui.widgets.chip import Mood
from ui.widgets.empty_state import EmptyState
from ui.widgets.note_strip import NoteStrip
from ui.widgets.skip_words import cure_words, reason_words
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane


class MoveProposal(QWidget):
    """Nothing is written yet; units charged beyond the day have to be left out first."""

    def __init__(self, leave_out: Action, fold: Action) -> None:
        super().__init__()
        self._leave_out = leave_out
        self._moves: Sequence[ProposedMove] = ()
        self.strip = NoteStrip()
        self.table = MovedTable()
        self.pane = TablePane(self.table, EmptyState(tr("No units")), filter_cap="Ctrl F", sums=True)
        self.explained = ExplainStrip(fold)
        bar = row(self.strip, filter_of(self.pane, tr("Room or name")), space=12, margins=(24, 10, 24, 4))
        bar.setStretchFactor(self.strip, 1)
        self.setLayout(column(bar, row(self.pane, margins=(16, 0, 16, 0)), Rule(), self.explained, space=0))
        self.table.current_changed.connect(self._explain)

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

    def take_focus(self) -> None:
        """To the rows."""
        self.table.setFocus()

    def fold(self) -> None:
        """Fold the explanation away, or show it again."""
        self.explained.fold()

    def _explain(self, line: MovedLine | None) -> None:
        if line is None:
            self.explained.show_words("", "")
            return
        move = line.move
        if move.trouble is not None:
            self.explained.show_words(move.unit_code, say(move.trouble))
        elif move.next.charge is not None:
            self.explained.show_charge(move.unit_code, move.next.charge, show_money(move.next.charge.amount))
        elif move.next.reason is not None:
            words = tr("Nothing is charged: {reason}; {cure}.")
            reason = move.next.reason
            said = words.format(reason=reason_words(reason), cure=cure_words(reason))
            self.explained.show_words(move.unit_code, said)
