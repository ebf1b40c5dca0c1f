"""The sum at the foot of a printed Z report, typed from the paper."""

from __future__ import annotations

from app.core.language import tr
from app.counter.shifts.book_ends import read_sum
from app.counter.shifts.refusals import SumUnreadable
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class PrintedSumPanel(EditPanel[str]):
    """Answers the sum once it can be one; what it proves is looked up afterwards."""

    keeps_typed = False

    def __init__(self) -> None:
        words = tr(
            "At the foot of every Z report stand two sums: one of the journal, one of the audit trail. "
            "Type one of them from the paper; the sum of the audit trail vouches for the journal too."
        )
        super().__init__(tr("Compare a printed Z report"), self._keep, words=words, width=620, saving=tr("Compare"))
        self.sum = LineField(tr("Sum on the paper"))
        self.form.add(tr("Sum on the paper"), self.sum, hint=tr("like 7F3A-09C2-B1D4-88E0"))
        self.place(self.sum, SumUnreadable)
        self.step_through(self.sum)

    def _keep(self) -> str:
        return read_sum(self.sum.text())
