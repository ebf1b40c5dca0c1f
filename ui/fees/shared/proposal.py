"""A common cost before it is charged: the total, what each unit would pay, and who has nothing to be charged by."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.core.ids import UnitId
from app.core.language import tr, tr_n
from app.core.show import show_days, show_decimal
from app.fees.shared.request import SharedPreview
from app.fees.shared.words import weight_words
from ui.fees.filter_box import filter_of
from ui.fees.shared.cost_tables import ShareTable, preview_lines
from ui.fees.shared.words import preview_price, split_words
from ui.fees.terms_words import units_words
from ui.shell.actions import Action
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import body


class SharedProposal(QWidget):
    """Nothing is written yet; units without anything to be charged by have to be left out by a yes."""

    def __init__(self, leave_out: Action) -> None:
        super().__init__()
        self._leave_out = leave_out
        self.total = BigFigure(tr("Total to be shared"), Pt.TOTAL)
        self.facts = body("", Tone.INK2).wrap()
        self.strip = NoteStrip()
        self.table = ShareTable()
        self.pane = TablePane(self.table, EmptyState(tr("No units")), filter_cap="Ctrl F", sums=True)
        self._lay_out()

    def show_preview(self, preview: SharedPreview, people: Mapping[UnitId, str]) -> None:
        """Show what would be charged."""
        self.total.show_amount(preview.total)
        self.facts.show_text(_facts(preview))
        self.pane.clear_filter()
        self.table.show_lines(preview_lines(preview, people))
        self.table.choose(0)
        self._say(preview)

    def take_focus(self) -> None:
        """To the rows."""
        self.table.setFocus()

    def _say(self, preview: SharedPreview) -> None:
        count = len(preview.left_out)
        if count and not preview.request.leave_out:
            words = tr_n(
                "{n} unit has nothing to be charged by. Complete it on its page, or leave it out.",
                "{n} units have nothing to be charged by. Complete them on their pages, or leave them out.",
                count,
            )
            self.strip.say(words.format(n=count), Mood.WARN)
            self.strip.offer(self._leave_out)
        elif preview.meter is not None and preview.meter.estimated:
            self.strip.say(tr("The usage is estimated: it will be trued up with the next reading."), Mood.WARN)
        else:
            self.strip.say(tr("Nothing is charged yet. Look at the shares, then confirm."), Mood.MUTE)

    def _lay_out(self) -> None:
        figures = column(self.total, self.facts, space=2)
        head = row(figures, filter_of(self.pane, tr("Room or name")), space=12, margins=(24, 8, 24, 4))
        head.setStretchFactor(figures, 1)
        strip = row(self.strip, margins=(24, 0, 24, 6))
        self.setLayout(column(head, strip, row(self.pane, margins=(16, 0, 16, 0)), space=0))


def _facts(preview: SharedPreview) -> str:
    """How many units, by what, at which unit price; a meter's reckoning after it."""
    split = preview.request.split
    parts = [
        f"{units_words(len(preview.shares))} {split_words(split)}",
        weight_words(preview.weights, split),
        preview_price(preview),
    ]
    if preview.meter is not None:
        meter = preview.meter
        words = tr("{meter}: {usage} × {price} yuan ({days})")
        parts.append(
            words.format(
                meter=meter.name,
                usage=show_decimal(meter.metered.usage, 0),
                price=show_decimal(meter.metered.price),
                days=show_days(meter.first, meter.until),
            )
        )
    return " · ".join(parts)
