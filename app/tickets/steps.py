"""What a use case did, so that it can be taken back while the window is open."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.tickets.kinds import EntryKind

MOST_STEPS = 10


@dataclass(frozen=True, slots=True)
class Changed:
    """One entry on one ticket: the columns as they were and are, and its clocks as documents."""

    ticket_id: int
    entry_id: int
    version: int
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    clocks_before: Sequence[Mapping[str, Any]] = ()
    clocks_after: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a person did, on one ticket or many.

    `made` are tickets, `reporters` reporters and `lines` lines of material that it added; `lines_off` it took off.
    """

    kind: EntryKind
    changed: tuple[Changed, ...]
    made: tuple[int, ...] = ()
    reporters: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
    lines_off: tuple[int, ...] = ()

    @property
    def tickets(self) -> tuple[int, ...]:
        """Every ticket that it touched, once."""
        return tuple(dict.fromkeys((*(one.ticket_id for one in self.changed), *self.made)))

    @property
    def version(self) -> int:
        """The version of the (last) ticket after it: what the window has seen now."""
        return self.changed[-1].version


def joined(kind: EntryKind, *steps: Step) -> Step:
    """Several steps as one, to be taken back together."""
    return Step(
        kind,
        tuple(one for step in steps for one in step.changed),
        tuple(one for step in steps for one in step.made),
        tuple(one for step in steps for one in step.reporters),
        tuple(one for step in steps for one in step.lines),
        tuple(one for step in steps for one in step.lines_off),
    )


class StepsDone:
    """The last ten steps of one window, newest last."""

    def __init__(self) -> None:
        self._steps: deque[Step] = deque(maxlen=MOST_STEPS)

    def __len__(self) -> int:
        return len(self._steps)

    def did(self, step: Step) -> None:
        """Remember a step; the eleventh lets go of the first."""
        self._steps.append(step)

    def last(self) -> Step | None:
        """The step that would be taken back."""
        return self._steps[-1] if self._steps else None

    def undone(self) -> None:
        """The last step was taken back."""
        self._steps.pop()
