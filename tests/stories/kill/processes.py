"""Starting cashiers and killing them: by fork where the system has it, else each from nothing."""

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
CASHIER = "tests.stories.kill.child"
"""Who takes payments; others at work are named by their module."""


class Victim(Protocol):
    """One cashier at work."""

    def kill(self) -> None:
        """Kill at once; returns when it is gone."""

    def gone(self) -> None:
        """Wait until it died of itself."""


class Cashiers(Protocol):
    """Where cashiers come from."""

    def start(self, said: Path, data: Path, seed: str, point: str = "") -> Victim: ...

    def send_home(self) -> None: ...


def cashiers(child: str = CASHIER) -> Cashiers:
    return ForkedCashiers(child) if hasattr(os, "fork") else FreshCashiers(child)


class ForkedCashiers:
    """One process that has everything loaded forks a cashier for each order."""

    def __init__(self, child: str = CASHIER) -> None:
        self._waiting = subprocess.Popen(
            [sys.executable, "-m", child, "--wait"],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, said: Path, data: Path, seed: str, point: str = "") -> Victim:
        orders, answers = self._waiting.stdin, self._waiting.stdout
        assert orders is not None
        assert answers is not None
        orders.write("\t".join((str(said), str(data), seed, point)) + "\n")
        orders.flush()
        return _Forked(int(answers.readline()), answers.readline)

    def send_home(self) -> None:
        self._waiting.communicate()
        assert self._waiting.returncode == 0


class _Forked:
    def __init__(self, pid: int, gone: Callable[[], str]) -> None:
        self._pid = pid
        self._wait = gone

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        self.gone()

    def gone(self) -> None:
        self._wait()


class FreshCashiers:
    """A new process for each cashier: slower, and there on every system."""

    def __init__(self, child: str = CASHIER) -> None:
        self._child = [sys.executable, "-m", child]

    def start(self, said: Path, data: Path, seed: str, point: str = "") -> Victim:
        with said.open("w") as out, said.with_suffix(".err").open("w") as troubles:
            command = [*self._child, str(data), seed, *([point] if point else [])]
            return _Fresh(subprocess.Popen(command, cwd=PROJECT, stdout=out, stderr=troubles))

    def send_home(self) -> None:
        """Nobody is waiting."""


class _Fresh:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def gone(self) -> None:
        self._process.wait()
