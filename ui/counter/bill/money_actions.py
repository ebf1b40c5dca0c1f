"""The keys that split the money: another part, a part taken back, prepaid credit, rounding off, change that stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from app.core.language import tr
from app.counter.payments.asked import MOST_TENDERS
from ui.counter.bill.bill_actions import TAB
from ui.counter.with_a_bill import turn_with_a_bill
from ui.shell.actions import Action, ActionRegistry


class MoneySteps(Protocol):
    """What can be done with the money."""

    def add_tender(self) -> None: ...
    def take_back_tender(self, place: int) -> None: ...
    def use_credit(self) -> None: ...
    def round_off(self) -> None: ...
    def keep_change(self) -> None: ...


@dataclass(frozen=True, slots=True)
class MoneyActions:
    """All of them by name; `take_back` has one for each part."""

    split: Action
    take_back: tuple[Action, ...]
    credit: Action
    round_off: Action
    keep_change: Action

    def __iter__(self) -> Iterator[Action]:
        yield from (self.split, *self.take_back, self.credit, self.round_off, self.keep_change)

    def turn(self, *, on: bool) -> None:
        """On while a bill is open; else each says what to do first."""
        turn_with_a_bill(self, on=on)


def make_money_actions(actions: ActionRegistry, steps: MoneySteps) -> MoneyActions:
    """Bind the keys."""
    add = partial(actions.add, context=TAB, commits=True)
    return MoneyActions(
        split=add(
            "counter.split",
            tr("Another method for the rest"),
            ("Ctrl+Return", "Ctrl+Enter"),
            steps.add_tender,
            help=tr("Add the typed amount by this method; the rest stays due by another one"),
        ),
        take_back=tuple(
            add(
                f"counter.take_back_{place + 1}",
                tr("Take part {n} back").format(n=place + 1),
                f"Alt+{place + 1}",
                partial(steps.take_back_tender, place),
                help=tr("Take this part of the money out again, to correct it"),
            )
            for place in range(MOST_TENDERS)
        ),
        credit=add(
            "counter.use_credit",
            tr("Use prepaid credit"),
            "Shift+F5",
            steps.use_credit,
            help=tr("Pay from the prepaid credit, as far as it goes; again: not after all"),
        ),
        round_off=add(
            "counter.round_off",
            tr("Round off"),
            "Ctrl+M",
            steps.round_off,
            help=tr("Let go of what is missing from the typed amount, else of the jiao; again: not after all"),
        ),
        keep_change=add(
            "counter.keep_change",
            tr("Keep as credit"),
            "Ctrl+G",
            steps.keep_change,
            help=tr("Keep the change as prepaid credit instead of handing it back; again: hand it back"),
        ),
    )
