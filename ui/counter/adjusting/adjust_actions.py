"""The keys that let something go: on the current line, and the list of all that changed the room's charges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.core.language import tr
from ui.counter.bill.bill_actions import IN_LINES, TAB
from ui.shell.actions import Action, ActionRegistry


class AdjustmentSteps(Protocol):
    """What can be done to what is owed."""

    def waive(self) -> None: ...
    def pause(self) -> None: ...
    def vacant(self) -> None: ...
    def show_all(self) -> None: ...


@dataclass(frozen=True, slots=True)
class AdjustActions:
    """All of them by name."""

    waive: Action
    pause: Action
    vacant: Action
    show_all: Action

    def __iter__(self) -> Iterator[Action]:
        yield self.show_all

    def turn(self, *, on: bool) -> None:
        """On while a bill is open; else each says what to do first."""
        for action in self:
            if on:
                action.turn_on()
            else:
                action.turn_off(tr("Open a room first: type its number, a name or a phone."))


def make_adjust_actions(actions: ActionRegistry, steps: AdjustmentSteps) -> AdjustActions:
    """Bind the keys."""
    add = actions.add
    return AdjustActions(
        waive=add(
            "counter.waive",
            tr("Waive"),
            "M",
            steps.waive,
            context=IN_LINES,
            commits=True,
            help=tr("Waive a part of this line or of its late fee"),
        ),
        pause=add(
            "counter.pause",
            tr("Late fee rests"),
            "P",
            steps.pause,
            context=IN_LINES,
            commits=True,
            help=tr("Let the late fee rest, or grow again"),
        ),
        vacant=add(
            "counter.vacant",
            tr("Stands empty"),
            "V",
            steps.vacant,
            context=IN_LINES,
            commits=True,
            help=tr("Discount of an empty home on the tariff of this line, or its end"),
        ),
        show_all=add(
            "counter.adjustments",
            tr("Adjustments"),
            "Ctrl+J",
            steps.show_all,
            context=TAB,
            commits=True,
            help=tr("What changed the charges of this room; take a waiver back"),
        ),
    )
