"""The slips of cash in and out, the newest first: Enter prints one again as a marked copy."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.money import Money
from app.core.show import show_time
from app.counter.cash.cash_slip import CashSlipFacts
from ui.counter.shifts.reprint_panel import ReprintPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind


class SlipPanel(ReprintPanel[CashSlipFacts]):
    """Answers the number of the slip to print."""

    def __init__(self, slips: Sequence[CashSlipFacts]) -> None:
        words = tr("A slip that was printed before comes out as a marked copy.")
        none = tr("No cash was moved by a slip yet.")
        super().__init__(tr("Cash slips"), words if slips else none, _columns(), slips, lambda one: one.number)


def _columns() -> list[Column[CashSlipFacts]]:
    return [
        Column(tr("Number"), lambda one: f"C-{one.number:06d}", bold=True),
        Column(tr("Time"), lambda one: show_time(one.at), tone=Tone.INK2),
        Column(tr("Shift"), lambda one: one.shift, tone=Tone.INK2),
        Column(tr("Reason"), lambda one: one.reason, stretch=True),
        Column(tr("Person"), lambda one: one.person, least=6),
        Column(tr("Amount"), _signed, Kind.MONEY),
    ]


def _signed(one: CashSlipFacts) -> Money:
    return one.amount if one.goes_in else -one.amount
