"""The keys that let something go: on the current line, and the list of all that changed the room's charges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.core.language import tr
from ui.counter.bill.bill_actions import IN_LINES, TAB
from ui.counter.with_a_bill import turn_with_a_bill
from ui.shell.actions import Action, ActionRegistry


class AdjustmentSteps(Protocol):
    """What can be done to what is owed."""

    def waive(self) -> None: ...
    def pause(self) -> None: ...
    def vacant(self) -> None: ...
    def vacant_room(self) -> None: ...
    def show_all(self) -> None: ...


@dataclass(frozen=True, slots=True)
class AdjustActions:
    """All of them by name."""

    waive: Action
    pause: Action
    vacant: Action
    vacant_room: Action
    show_all: Action

    def __iter__(self) -> Iterator[Action]:
        yield from (self.vacant_room, self.show_all)

    def turn(self, *, on: bool) -> None:
        """On while a bill is open; else each says what to do first."""
        turn_with_a_bill(self, on=on)


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
        vacant_room=add(
            "counter.vacant_room",
            tr("Stands empty"),
            "Alt+V",
            steps.vacant_room,
            context=TAB,
            commits=True,
            help=tr("Discount of an empty home on any tariff of the room, also where nothing is owed, or its end"),
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
