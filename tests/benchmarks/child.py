"""Work measured in a process of its own, where nothing was imported before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


def said_by(program: str, *arguments: str) -> list[float]:
    """Runs a program text in a fresh interpreter; the numbers on the last line that it prints."""
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [float(word) for word in done.stdout.splitlines()[-1].split()]


def best_of(times: int, program: str, *arguments: str) -> list[float]:
    """The quickest of several runs, number by number: what the machine can do when nothing disturbs it."""
    runs = [said_by(program, *arguments) for _ in range(times)]
    return [min(column) for column in zip(*runs, strict=True)]
