"""The keys that widen a payment: months ahead by line, by a panel, or with the rest of the money; other rooms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.core.language import tr
from ui.counter.bill.bill_actions import IN_LINES, TAB
from ui.counter.with_a_bill import turn_with_a_bill
from ui.shell.actions import Action, ActionRegistry


class WideningSteps(Protocol):
    """What can be paid beyond what is due in one room."""

    def month_more(self) -> None: ...
    def month_less(self) -> None: ...
    def pay_ahead(self) -> None: ...
    def rest_pays_ahead(self) -> None: ...
    def all_of_theirs(self) -> None: ...


@dataclass(frozen=True, slots=True)
class AheadActions:
    """All of them by name."""

    more: Action
    less: Action
    ahead: Action
    rest: Action
    theirs: Action

    def __iter__(self) -> Iterator[Action]:
        yield from (self.ahead, self.rest, self.theirs)

    def turn(self, *, on: bool) -> None:
        """On while a bill is open; else each says what to do first."""
        turn_with_a_bill(self, on=on)


def make_ahead_actions(actions: ActionRegistry, steps: WideningSteps) -> AheadActions:
    """Bind the keys."""
    add = actions.add
    return AheadActions(
        more=add(
            "counter.month_more",
            tr("Months"),
            ("+", "="),
            steps.month_more,
            context=IN_LINES,
            help=tr("Pay one month more of this line's fee"),
        ),
        less=add(
            "counter.month_less",
            tr("One month less"),
            "-",
            steps.month_less,
            context=IN_LINES,
            help=tr("Pay one month less of this line's fee"),
        ),
        ahead=add(
            "counter.pay_ahead",
            tr("Pay ahead"),
            "Ctrl+H",
            steps.pay_ahead,
            context=TAB,
            commits=True,
            help=tr("Pay a number of months, or to a date"),
        ),
        rest=add(
            "counter.rest_pays_ahead",
            tr("Rest pays ahead"),
            "Ctrl+I",
            steps.rest_pays_ahead,
            context=TAB,
            commits=True,
            help=tr("What is left of the typed amount pays ahead to the last whole day; again: not after all"),
        ),
        theirs=add(
            "counter.all_of_theirs",
            tr("Also theirs"),
            "Ctrl+O",
            steps.all_of_theirs,
            context=TAB,
            commits=True,
            help=tr("Put everything that is due on their other rooms and parking on this receipt; again: take it off"),
        ),
    )
