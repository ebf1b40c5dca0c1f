"""The steps of one page with the current one large among them, what stayed open before, and the page that follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import tr
from app.incidents.plans.plan import PlanKind
from app.incidents.running.progress import StepNow
from ui.incidents.running.current_step import CurrentStep
from ui.incidents.running.page_lines import PageLines
from ui.incidents.running.step_row import StepRow
from ui.sentences.incidents import said
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, caption


class StepList(QWidget):
    """Its rows are kept and filled anew; `moved` when the current step may be at another place."""

    chosen = Signal(str)
    moved = Signal()

    def __init__(self, current: CurrentStep) -> None:
        super().__init__()
        self.current = current
        self.rows: list[StepRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.addWidget(current)
        self.open_head = caption(tr("Still open from earlier pages"), Tone.WARN)
        self.open_head.setContentsMargins(24, 10, 24, 2)
        self._left_rows: list[StepRow] = []
        self._left = QVBoxLayout()
        self._left.setSpacing(0)
        self.next = body("", Tone.INK2).wrap()
        self._next_icon = IconLabel("chevron-right", Tone.INK3)
        self._next_row = row(self._next_icon, self.next, None, space=16, margins=(26, 10, 24, 10))
        self._next_row.setStretchFactor(self.next, 1)
        self.setLayout(column(self._rows, self.open_head, self._left, self._next_row, space=0))

    def show_lines(self, lines: PageLines, chosen: str, kind: PlanKind) -> None:
        """Show a page with this step large."""
        strong = kind is PlanKind.DO_CONFIRM
        others = [one for one in lines.steps if one.step.id != chosen]
        at = next(at for at, one in enumerate(lines.steps) if one.step.id == chosen)
        self._fill(self.rows, self._rows, others, strong=strong)
        if self._rows.indexOf(self.current) != at:
            self._rows.insertWidget(at, self.current)
        self._fill(self._left_rows, self._left, lines.still_open, strong=True)
        self.open_head.setVisible(bool(lines.still_open))
        self._show_next(lines, kind)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    def shown(self) -> list[str]:
        """The ids of all steps in view, from the top down."""
        order = [self._rows.itemAt(at).widget() for at in range(self._rows.count())]
        ids = [one.step_id for one in order if isinstance(one, StepRow | CurrentStep) and not one.isHidden()]
        return ids + [one.step_id for one in self._left_rows if not one.isHidden()]

    def _fill(self, kept: list[StepRow], layout: QVBoxLayout, steps: Sequence[StepNow], *, strong: bool) -> None:
        while len(kept) < len(steps):
            made = StepRow()
            made.chosen.connect(self.chosen)
            kept.append(made)
            layout.addWidget(made)
        for at, one in enumerate(kept):
            if at < len(steps):
                one.show_step(steps[at], strong=strong)
            one.setVisible(at < len(steps))

    def _show_next(self, lines: PageLines, kind: PlanKind) -> None:
        if lines.is_done:
            text = tr("Every step is seen to. The incident is closed with Alt+E.")
        elif lines.following is None:
            text = tr("This is the last page.")
        else:
            words = tr("Then back to: {title}") if lines.goes_back else tr("Next page: {title}")
            text = words.format(title=said(lines.following.title))
        if kind is PlanKind.DO_CONFIRM and not lines.is_done:
            text = tr("Pause here: go on when every step above is seen to. {next}").format(next=text)
        self.next.show_text(text)
