"""A cashier in a process of its own, there to be killed.

`python -m tests.stories.kill.child DATA SEED [POINT]` works on the folder and says every step on standard output;
with a POINT it dies there of itself. `--wait` (where processes fork) starts one such cashier for each line
`SAID DATA SEED POINT` (tabs between) that it reads, tells its id and, once it is gone, how it ended.
"""

from __future__ import annotations

import os
import random
import sys
import traceback
from pathlib import Path

from tests.stories.kill.cashier import Cashier
from tests.stories.kill.points import lay_trap
from tests.stories.kill.said import Telling

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


def wait_for_orders() -> None:
    """Everything is loaded once; each order is carried out by a fork, which starts in no time."""
    for line in sys.stdin:
        said, data, seed, point = line.rstrip("\n").split("\t")
        pid = os.fork()
        if pid == 0:
            _work_in_fork(Path(said), Path(data), seed, point)
        _tell(str(pid))
        _tell(str(os.waitpid(pid, 0)[1]))


def _work_in_fork(said: Path, data: Path, seed: str, point: str) -> None:
    with said.open("w", encoding="utf-8") as out, said.with_suffix(".err").open("w", encoding="utf-8") as troubles:
        os.dup2(out.fileno(), 1)
        os.dup2(troubles.fileno(), 2)
    try:
        work(data, seed, point)
    except BaseException:  # noqa: BLE001 - whatever it was, this fork must never read the next order
        traceback.print_exc()
        sys.stderr.flush()
    os._exit(1)


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1] == "--wait":
        wait_for_orders()
    else:
        work(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "")
