"""The Z reports, the newest first: Enter prints one again as a marked copy."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.money import Money, total
from app.core.show import show_shift
from app.counter.shifts.z_reports import ZReport
from ui.counter.shifts.compare_panel import signed
from ui.counter.shifts.reprint_panel import ReprintPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind


class ZPanel(ReprintPanel[ZReport]):
    """Answers the number of the report to print."""

    def __init__(self, reports: Sequence[ZReport]) -> None:
        words = tr("A report that was printed before comes out as a marked copy.")
        none = tr("No shift was closed with a Z report yet.")
        super().__init__(tr("Z reports"), words if reports else none, _columns(), reports, lambda one: one.no)


def _columns() -> list[Column[ZReport]]:
    return [
        Column(tr("Number"), lambda one: one.facts.label, bold=True),
        Column(tr("Day"), lambda one: one.day, Kind.DATE),
        Column(tr("Shift"), lambda one: show_shift(one.shift), tone=Tone.INK2),
        Column(tr("Cashier"), lambda one: one.facts.cashier, stretch=True),
        Column(tr("Taken"), lambda one: one.facts.net, Kind.MONEY),
        Column(tr("Over or short"), lambda one: signed(_difference(one)), Kind.MONEY),
        Column(tr("Total so far"), lambda one: one.grand_total, Kind.MONEY, tone=Tone.INK2),
    ]


def _difference(one: ZReport) -> Money:
    return total(line.difference for line in one.facts.methods)
