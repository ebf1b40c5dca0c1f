"""A cashier in a process of its own, there to be killed; with a point it dies there of itself."""

from __future__ import annotations

import random
from pathlib import Path

from tests.stories.kill.cashier import Cashier
from tests.stories.kill.points import lay_trap
from tests.stories.kill.said import Telling

MOST_STEPS, REHEARSED = 1_000, 20
CLOSING = "close_"
"""Before the name of a point: the process dies there in a close, not in a payment."""


def work(data: Path, seed: str, point: str) -> None:
    """Work until killed, or up to the point in one of the first payments."""
    cashier = Cashier(data, seed, Telling())
    cashier.open_shift()
    if point:
        for _ in range(random.Random(seed).randrange(8)):
            cashier.step()
        step = cashier.close if point.startswith(CLOSING) else cashier.pay
        step(before_f9=lambda: lay_trap(cashier.builder.office, point.removeprefix(CLOSING)))
        return
    for _ in range(MOST_STEPS):
        cashier.step()


def rehearse(data: Path) -> None:
    """Some steps of every kind."""
    cashier = Cashier(data, "rehearsal", Telling())
    cashier.open_shift()
    for _ in range(REHEARSED):
        cashier.step()
    cashier.builder.office.close()
