"""A cashier at a window in a process of its own, there to be killed: `python -m tests.stories.first_day_child DATA`.

Half a payment is typed; as soon as it is durable by itself the process says so and goes on standing.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from tests.conftest import MORNING  # which also keeps Qt from wanting a screen
from tests.stories import first_day_cashier as cashier
from tests.stories.first_day_window import Counter, Program

PROJECT = Path(__file__).resolve().parents[2]
TYPED = "typed"


def type_and_be_killed(folder: Path) -> None:
    """Start such a cashier on the folder, and kill the process as soon as it has said so."""
    command = [sys.executable, "-m", "tests.stories.first_day_child", str(folder)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.readline().strip()
        child.kill()
    assert said == TYPED


def work(folder: Path) -> None:
    """Type until killed."""
    application = QApplication(sys.argv[:1])
    counter = Counter(folder, SetClock(MORNING))
    counter.stand_in(pytest.MonkeyPatch())
    program = Program(counter)
    cashier.sign_in(program)
    cashier.type_half_a_payment(program)
    program.wait_until(lambda: cashier.half_a_payment_is_kept(program))
    sys.stdout.write(f"{TYPED}\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    work(Path(sys.argv[1]))
