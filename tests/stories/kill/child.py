"""A cashier in a process of its own, there to be killed.

`python -m tests.stories.kill.child DATA SEED [POINT]` works on the folder and says every step on standard output;
with a POINT it dies there of itself. `--wait` (where processes fork) starts one such cashier for each line
`SAID DATA SEED POINT` (tabs between) that it reads, tells its id and, once it is gone, how it ended.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.stories.kill.cashier import Cashier
from tests.stories.kill.points import lay_trap
from tests.stories.kill.said import Telling
from tests.stories.kill.waiting import begin

MOST_STEPS = 1_000
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


if __name__ == "__main__":
    begin(work)
