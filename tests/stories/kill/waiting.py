"""Somebody at work in a process of its own, there to be killed: started by itself, or forked for each order.

`python -m tests.stories.kill.waiting TRADE DATA SEED POINT` does the `work` of a module on the folder, with this seed, up
to this point or until killed, and says every step on standard output. Without words (where processes fork) it starts
one such worker for each line `TRADE SAID DATA SEED POINT` (tabs between) that it reads, tells its id and, once it is
gone, how it ended; a line without SAID is rehearsed.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import threading
import traceback
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.compiled_statements import compile_statements_once


def wait_for_orders() -> None:
    """Everything is loaded once; each order is carried out by a fork, which starts in no time."""
    compile_statements_once(pytest.MonkeyPatch())
    for line in sys.stdin:
        trade, said, data, seed, point = line.rstrip("\n").split("\t")
        if said:
            _start(trade, Path(said), Path(data), seed, point)
        else:
            _rehearse(trade, Path(data))


def _rehearse(trade: str, data: Path) -> None:
    """Done here once on a copy, and closed: what the first steps need is read, and their statements are compiled."""
    with TemporaryDirectory() as place, redirect_stdout(StringIO()):
        import_module(trade).rehearse(shutil.copytree(data, Path(place) / "office data"))
    _tell("rehearsed")


def _start(trade: str, said: Path, data: Path, seed: str, point: str) -> None:
    work = import_module(trade).work
    assert threading.active_count() == 1, "a fork has only the thread that made it"
    gc.freeze()
    pid = os.fork()
    if pid == 0:
        with said.open("w", encoding="utf-8") as out, said.with_suffix(".err").open("w", encoding="utf-8") as troubles:
            os.dup2(out.fileno(), 1)
            os.dup2(troubles.fileno(), 2)
        try:
            work(data, seed, point)
        except BaseException:  # noqa: BLE001 - whatever it was, this fork must never read the next order
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
        os._exit(0)
    _tell(str(pid))
    _tell(str(os.waitpid(pid, 0)[1]))


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        import_module(sys.argv[1]).work(Path(sys.argv[2]), *sys.argv[3:])
    else:
        wait_for_orders()
