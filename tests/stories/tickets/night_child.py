"""A call at night in a process of its own, there to be killed: `python -m tests.stories.tickets.night_child DATA`.

The report is typed but not taken down; as soon as it is durable by itself the process says how many keys that took.
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
from tests.stories.tickets.service_desk import ServiceDesk
from ui.tickets.entry.entry_draft_names import FORM

PROJECT = Path(__file__).resolve().parents[3]
TEXT = "客厅顶棚大量漏水"


def call_and_be_killed(folder: Path, when: str) -> int:
    """Let such a person type, kill the process, and give the keys beyond the free text."""
    command = [sys.executable, "-m", "tests.stories.tickets.night_child", str(folder), when]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.readline().strip()
        child.kill()
    return int(said)


def call(desk: ServiceDesk) -> int:
    """F6, four digits, Enter, what is said, Ctrl+N, two letters: the keys beyond the free text."""
    desk.keys.count = 0
    desk.keys.press("F6")
    desk.keys.type("5678")
    desk.keys.press("Return")
    before = desk.keys.count
    desk.program.write(TEXT)
    typed = desk.keys.count - before
    desk.keys.press("Ctrl+N")
    desk.keys.type("bg")
    return desk.keys.count - typed


def work(folder: Path, when: str) -> None:
    """Type until killed."""
    application = QApplication(sys.argv[:1])
    counter = Counter(folder, SetClock(datetime.fromisoformat(when)))
    counter.stand_in(pytest.MonkeyPatch())
    desk = ServiceDesk(Program(counter), SetClock(datetime.fromisoformat(when)))
    desk.sign_in(CASHIER_PASSWORD)
    keys = call(desk)
    desk.program.wait_until(lambda: is_kept(desk))
    sys.stdout.write(f"{keys}\n")
    sys.stdout.flush()
    application.exec()


def is_kept(desk: ServiceDesk) -> bool:
    """Whether all of the report is durable."""
    context = desk.program.context
    draft = context.office.drafts.find(context.actor, FORM)
    return draft is not None and draft.content["text"] == TEXT and draft.content["category_text"] == "bg"


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2])
