"""Starting people at their work and killing them: by fork where the system has it, else each from nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

PROJECT = Path(__file__).resolve().parents[3]
WAITING = (sys.executable, "-m", "tests.stories.kill.waiting")


class Victim(Protocol):
    """Somebody at work."""

    def kill(self) -> None:
        """Kill at once; returns when it is gone."""

    def gone(self) -> bool:
        """Wait until it died of itself; False where it came to the end of its work instead."""


class Workers(Protocol):
    """Where people at work come from; a trade is the module that says what they do."""

    def start(self, trade: str, said: Path, data: Path, seed: str, point: str = "") -> Victim: ...

    def rehearse(self, trade: str, data: Path) -> None:
        """Whoever is started in this trade from now on is at once as quick as after a while, where that can be."""

    def send_home(self) -> None: ...


def workers() -> Workers:
    return ForkedWorkers() if hasattr(os, "fork") else FreshWorkers()


class ForkedWorkers:
    """One process that has everything loaded forks somebody for each order."""

    def __init__(self) -> None:
        self._waiting = subprocess.Popen(WAITING, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._at_work: Victim | None = None

    def start(self, trade: str, said: Path, data: Path, seed: str, point: str = "") -> Victim:
        self._order(trade, str(said), str(data), seed, point)
        self._at_work = _Forked(int(self._answer()), self._answer)
        return self._at_work

    def rehearse(self, trade: str, data: Path) -> None:
        self._order(trade, "", str(data), "", "")
        assert self._answer() == "rehearsed"

    def send_home(self) -> None:
        self._end_work()
        self._waiting.communicate()
        assert self._waiting.returncode == 0

    def _end_work(self) -> None:
        """Whom a failed test left at work would be waited for before the next order."""
        if self._at_work is not None:
            self._at_work.kill()
            self._at_work = None

    def _order(self, *words: str) -> None:
        self._end_work()
        orders = self._waiting.stdin
        assert orders is not None
        orders.write("\t".join(words) + "\n")
        orders.flush()

    def _answer(self) -> str:
        answers = self._waiting.stdout
        assert answers is not None
        return answers.readline().strip()


class _Forked:
    def __init__(self, pid: int, end: Callable[[], str]) -> None:
        self._pid = pid
        self._end = end
        self._status: int | None = None

    def kill(self) -> None:
        if self._status is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
        self.gone()

    def gone(self) -> bool:
        if self._status is None:
            self._status = int(self._end())
        return self._status != 0


class FreshWorkers:
    """A new process for each: slower, and there on every system."""

    def start(self, trade: str, said: Path, data: Path, seed: str, point: str = "") -> Victim:
        with said.open("w") as out, said.with_suffix(".err").open("w") as troubles:
            command = (*WAITING, trade, str(data), seed, point)
            return _Fresh(subprocess.Popen(command, cwd=PROJECT, stdout=out, stderr=troubles))

    def rehearse(self, trade: str, data: Path) -> None:
        """Each of them begins with nothing."""

    def send_home(self) -> None:
        """Nobody is waiting."""


class _Fresh:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def gone(self) -> bool:
        return self._process.wait() != 0
