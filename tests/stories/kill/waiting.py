"""Somebody at work in a process of its own, there to be killed: started by itself, or forked for each order."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

Work = Callable[[Path, str, str], None]
"""On this folder, with this seed, up to this point or until killed."""


def begin(work: Work) -> None:
    """As the command line says: `--wait`, or DATA SEED [POINT]."""
    if sys.argv[1] == "--wait":
        wait_for_orders(work)
    else:
        work(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "")


def wait_for_orders(work: Work) -> None:
    """Everything is loaded once; each order is carried out by a fork, which starts in no time."""
    for line in sys.stdin:
        said, data, seed, point = line.rstrip("\n").split("\t")
        pid = os.fork()
        if pid == 0:
            _work_in_fork(work, Path(said), Path(data), seed, point)
        _tell(str(pid))
        _tell(str(os.waitpid(pid, 0)[1]))


def _work_in_fork(work: Work, said: Path, data: Path, seed: str, point: str) -> None:
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
