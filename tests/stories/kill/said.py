"""What a cashier said before the kill: every step when it begins, and again once the program has confirmed it."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Step = tuple[str, ...]
PATIENCE = 60  # seconds


class Telling:
    """Says each step on standard output, line by line, before the next one is begun."""

    def begin(self, *step: str) -> None:
        self._line("begin", *step)

    def done(self, *step: str) -> None:
        self._line("done", *step)

    def _line(self, *words: str) -> None:
        sys.stdout.write(" ".join(words) + "\n")
        sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Said:
    """The confirmed steps in their order, and the one that was begun and is in doubt."""

    confirmed: tuple[Step, ...]
    in_doubt: Step

    @property
    def doubtful(self) -> str:
        return self.in_doubt[0] if self.in_doubt else ""

    @property
    def paid(self) -> dict[str, str]:
        """Receipt label by client id."""
        return {step[1]: step[2] for step in self.confirmed if step[0] == "pay"}

    @property
    def draft(self) -> str:
        """The client id in the draft that stood; empty if it was dropped."""
        last = deque((step for step in self.confirmed if step[0] in ("draft", "drop")), maxlen=1)
        return last[0][1] if last and last[0][0] == "draft" else ""

    def labels(self, word: str) -> set[str]:
        """Receipts to which this was done."""
        return {step[1] for step in self.confirmed if step[0] == word}


def wait_until_said(path: Path, words: str) -> None:
    """Look for these words in the file until they are there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if path.exists() and words in path.read_text(encoding="utf-8"):
            return
        time.sleep(0.002)
    raise AssertionError(f"nobody said {words!r}")


def read_said(path: Path) -> Said:
    lines = list(_whole_lines(path))
    confirmed = tuple(line[1:] for line in lines if line[0] == "done")
    in_doubt = lines[-1][1:] if lines and lines[-1][0] == "begin" else ()
    return Said(confirmed, in_doubt)


def _whole_lines(path: Path) -> Iterator[Step]:
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            yield tuple(line.split())
