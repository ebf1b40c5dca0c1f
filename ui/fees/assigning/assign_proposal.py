"""The proposal before a tariff is laid on units: conflicts, first periods, and how one of them is computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from app.core.ids import UnitId
from app.core.language import tr, tr_n
from app.core.show import show_money
from app.estate.unit_facts import UnitRow
from app.fees.assignments import ProposedAssignment
from app.fees.new_assignments import NONE_OWN, Own
from ui.fees.assigning.proposed_table import ProposedLine, ProposedTable, proposed_lines
from ui.fees.explain_strip import ExplainStrip
from ui.fees.filter_box import filter_of
from ui.sentences import say
from ui.shell.actions import Action
from ui.widgets.chip import Mood
from ui.widgets.empty_state import EmptyState
from ui.widgets.note_strip import NoteStrip
from ui.widgets.skip_words import cure_words, needs_mending, reason_words
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane


class AssignProposal(QWidget):
    """Nothing is written yet; conflicts have to be left out first."""

    def __init__(self, leave_out: Action, fold: Action) -> None:
        super().__init__()
        self._leave_out = leave_out
        self._proposed: Sequence[ProposedAssignment] = ()
        self.strip = NoteStrip()
        self.table = ProposedTable()
        self.pane = TablePane(self.table, EmptyState(tr("No units")), filter_cap="Ctrl F", sums=True)
        self.explained = ExplainStrip(fold)
        bar = row(self.strip, filter_of(self.pane, tr("Room or name")), space=12, margins=(24, 10, 24, 4))
        bar.setStretchFactor(self.strip, 1)
        self.setLayout(column(bar, row(self.pane, margins=(16, 0, 16, 0)), Rule(), self.explained, space=0))
        self.table.current_changed.connect(self._explain)

    @property
    def conflicts(self) -> int:
        """How many units cannot get the tariff."""
        return len(self.conflicting())

    def conflicting(self) -> set[UnitId]:
        """The units that cannot get the tariff: another one of the same item lies on them, or they lack the meter."""
        return {one.unit_id for one in self._proposed if one.overlap is not None or one.lacks_meter}

    def current(self) -> ProposedAssignment | None:
        """The row with the bar."""
        line = self.table.current()
        return None if line is None else line.proposed

    def show_proposed(
        self, proposed: Sequence[ProposedAssignment], units: Iterable[UnitRow], own: Own = NONE_OWN
    ) -> None:
        """Show what would be done; the row with the bar keeps it."""
        self._proposed = proposed
        self.pane.clear_filter()
        self.table.show_proposed(proposed_lines(proposed, units, own))
        if self.table.current() is None:
            self.table.choose(0)
        self._explain(self.table.current())
        self._say_conflicts()

    def take_focus(self) -> None:
        """To the rows."""
        self.table.setFocus()

    def fold(self) -> None:
        """Fold the explanation away, or show it again."""
        self.explained.fold()

    def _say_conflicts(self) -> None:
        overlapping = len({one.unit_id for one in self._proposed if one.overlap is not None})
        bare = len({one.unit_id for one in self._proposed if one.lacks_meter})
        if overlapping or bare:
            self.strip.say(" ".join(_conflict_words(overlapping, bare)), Mood.WARN)
            self.strip.offer(self._leave_out)
            return
        mended = sum(one.next.reason is not None and needs_mending(one.next.reason) for one in self._proposed)
        text = tr("Nothing is written yet. Look at the first periods, then confirm.")
        if mended:
            more = tr_n(
                "{n} unit will be skipped until its facts are entered.",
                "{n} units will be skipped until their facts are entered.",
                mended,
            )
            text = f"{text} {more.format(n=mended)}"
        self.strip.say(text, Mood.MUTE)

    def _explain(self, line: ProposedLine | None) -> None:
        if line is None:
            self.explained.show_words("", "")
            return
        one = line.proposed
        if one.overlap is not None:
            self.explained.show_words(one.unit_code, say(one.overlap))
        elif one.next.charge is not None:
            self.explained.show_charge(one.unit_code, one.next.charge, show_money(one.next.charge.amount))
        elif one.next.reason is not None:
            words = tr("Nothing is charged: {reason}; {cure}.")
            reason = one.next.reason
            self.explained.show_words(one.unit_code, words.format(reason=reason_words(reason), cure=cure_words(reason)))


def _conflict_words(overlapping: int, bare: int) -> list[str]:
    said = []
    if overlapping:
        words = tr_n(
            "{n} unit has a tariff of this item already on some of these days.",
            "{n} units have a tariff of this item already on some of these days.",
            overlapping,
        )
        said.append(words.format(n=overlapping))
    if bare:
        words = tr_n("{n} unit has no meter of this kind.", "{n} units have no meter of this kind.", bare)
        said.append(words.format(n=bare))
    return said
