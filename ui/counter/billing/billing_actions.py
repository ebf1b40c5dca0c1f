"""The keys about what is not in the bill: bill this room alone, and why there is no bill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.core.language import tr
from ui.counter.bill.bill_actions import TAB
from ui.counter.with_a_bill import turn_with_a_bill
from ui.shell.actions import Action, ActionRegistry


class BillingSteps(Protocol):
    """What can be done about what is not in the bill."""

    def bill_unit(self) -> None: ...
    def why(self) -> None: ...


@dataclass(frozen=True, slots=True)
class BillingActions:
    """Both by name."""

    bill_unit: Action
    why: Action

    def __iter__(self) -> Iterator[Action]:
        yield from (self.bill_unit, self.why)

    def turn(self, *, on: bool) -> None:
        """On while a bill is open; else each says what to do first."""
        turn_with_a_bill(self, on=on)


def make_billing_actions(actions: ActionRegistry, steps: BillingSteps) -> BillingActions:
    """Bind the keys."""
    bill_help = tr("Bill this room alone, through next month or a year ahead")
    return BillingActions(
        bill_unit=actions.add(
            "counter.bill_unit",
            tr("Bill this room"),
            "Ctrl+B",
            steps.bill_unit,
            context=TAB,
            commits=True,
            help=bill_help,
        ),
        why=actions.add(
            "counter.why",
            tr("Why no bill?"),
            "Ctrl+W",
            steps.why,
            context=TAB,
            commits=True,
            help=tr("Why this room has no bill for a fee item"),
        ),
    )
