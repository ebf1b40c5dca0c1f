"""The keys about what is not in the bill: bill this room alone, and why there is no bill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.core.language import tr
from ui.counter.bill.bill_actions import TAB
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
        for action in self:
            if on:
                action.turn_on()
            else:
                action.turn_off(tr("Open a room first: type its number, a name or a phone."))


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
