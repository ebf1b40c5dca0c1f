"""The first half of a story in a process of its own, there to be killed.

`python -m tests.stories.incidents.night_child DATA WHEN STORY` works until the half is over and says so; the process
that waits kills it then.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from tests.office_builder import CASHIER_PASSWORD
from tests.stories.first_day_window import Counter, Program
from tests.stories.incidents import first_halves
from tests.stories.incidents.night_office import NightOffice

PROJECT = Path(__file__).resolve().parents[3]
OVER = "half"


def work_and_be_killed(folder: Path, when: str, story: str) -> None:
    """Let such a person work the first half of a story, and kill the process."""
    command = [sys.executable, "-m", "tests.stories.incidents.night_child", str(folder), when, story]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.readline().strip()
        child.kill()
    assert said == OVER


def work(folder: Path, when: str, story: str) -> None:
    """Work the half, say so, and stay until killed."""
    application = QApplication(sys.argv[:1])
    clock = SetClock(datetime.fromisoformat(when))
    counter = Counter(folder, clock)
    counter.stand_in(pytest.MonkeyPatch())
    night = NightOffice(Program(counter), clock)
    night.sign_in(CASHIER_PASSWORD)
    getattr(first_halves, story)(night)
    sys.stdout.write(f"{OVER}\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
