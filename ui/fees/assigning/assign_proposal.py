"""The proposal before a tariff is laid on units: conflicts, first periods, and how one of them is computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from app.core.ids import UnitId
from app.core.language import tr, tr_n
from app.estate.unit_facts import UnitRow
from app.fees.assignments import ProposedAssignment
from app.fees.new_assignments import Own
from ui.fees.assigning.following_words import following_words
from ui.fees.assigning.proposal import Proposal
from ui.fees.assigning.proposed_table import ProposedLine, ProposedTable, proposed_lines
from ui.sentences import say
from ui.shell.actions import Action
from ui.widgets.chip import Mood
from ui.widgets.skip_words import needs_mending


class AssignProposal(Proposal[ProposedLine]):
    """Conflicts have to be left out first."""

    def __init__(self, leave_out: Action, follow: Action, fold: Action) -> None:
        self.table = ProposedTable()
        super().__init__(self.table, fold)
        self._leave_out, self._follow = leave_out, follow
        self._proposed: Sequence[ProposedAssignment] = ()
        self._usual = date.min

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
        self, proposed: Sequence[ProposedAssignment], units: Iterable[UnitRow], own: Own, usual: date
    ) -> None:
        """Show what would be done; the row with the bar keeps it. `usual` is the first day of those that differ not."""
        self._proposed, self._usual = proposed, usual
        self.pane.clear_filter()
        self.table.show_proposed(proposed_lines(proposed, units, own), usual)
        if self.table.current() is None:
            self.table.choose(0)
        self._explain(self.table.current())
        self._say_standing()

    def _say_standing(self) -> None:
        overlapping = len({one.unit_id for one in self._proposed if one.overlap is not None})
        bare = len({one.unit_id for one in self._proposed if one.lacks_meter})
        if overlapping or bare:
            self.strip.say(" ".join(_conflict_words(overlapping, bare)), Mood.WARN)
            self.strip.offer(self._leave_out)
            return
        seams = _seam_words(self._proposed)
        if seams:
            self.strip.say(seams, Mood.WARN)
            self.strip.offer(self._follow)
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
        following = len({one.unit_id for one in self._proposed if one.first != self._usual})
        if following:
            more = tr_n("{n} unit begins on a day of its own.", "{n} units begin on days of their own.", following)
            text = f"{text} {more.format(n=following)}"
        self.strip.say(text, Mood.MUTE)

    def _explain(self, line: ProposedLine | None) -> None:
        if line is None:
            self.explained.show_words("", "")
            return
        one = line.proposed
        if one.overlap is not None:
            self.explained.show_words(one.unit_code, say(one.overlap))
        elif following_words(one, self._follow.cap):
            self.explained.show_words(one.unit_code, following_words(one, self._follow.cap))
        else:
            self.explained.show_next(one.unit_code, one.next)


def _seam_words(proposed: Sequence[ProposedAssignment]) -> str:
    """How many units are left uncharged for some days, or charged twice; empty where all follow on."""
    said = []
    gaps = len({one.unit_id for one in proposed if one.following.gap is not None})
    if gaps:
        words = tr_n(
            "{n} unit has days that will never be charged.", "{n} units have days that will never be charged.", gaps
        )
        said.append(words.format(n=gaps))
    doubled = len({one.unit_id for one in proposed if one.following.doubled is not None})
    if doubled:
        words = tr_n("{n} unit is charged for some days twice.", "{n} units are charged for some days twice.", doubled)
        said.append(words.format(n=doubled))
    return " ".join(said)


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
