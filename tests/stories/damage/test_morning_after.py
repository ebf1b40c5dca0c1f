"""The disk damaged a page at night: the cashier puts the backup back and enters three receipts again, by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.core.show import show_money
from tests.counter_screen.answering import answering
from tests.desk.salvage.conftest import LATER, Damaged, Night, damaged, night
from tests.office_builder import CASHIER_PASSWORD
from tests.stories.first_day_screen import words_on
from tests.stories.first_day_window import Counter, Program
from ui.shell.window_settings import WindowSettings

__all__ = ["damaged", "night"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager
ROOMS = ("1-1-301", "1-1-401", "1-1-501")


@pytest.fixture
def place(qapp: QApplication, damaged: Damaged, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter]:
    settings = WindowSettings.read(damaged.folder.path)
    settings.language = "en"
    settings.write(damaged.folder.path)
    counter = Counter(damaged.folder.path, SetClock(LATER))
    counter.stand_in(monkeypatch)
    yield counter
    counter.close_all()


def sign_in(program: Program) -> None:
    program.write("王敏")
    program.keys.press("Return")
    program.write(CASHIER_PASSWORD)
    program.keys.press("Return")


def papers_typed(program: Program, night: Night) -> Callable[[], None]:
    """Each paper as it lies on the desk: room, amount, when, by whom; F9."""

    def type_all() -> None:
        program.keys.press("Return")  # no bag was counted
        for room, (_, amount) in zip(ROOMS, night.taken, strict=True):
            program.write(room)
            program.keys.press("Return")
            program.write(show_money(amount).replace(",", ""))
            program.keys.press("Return")
            program.write("1630")
            program.keys.press("Return")
            program.write("王敏")
            program.keys.press("F9")
        seen.append(words_on(program.window))
        program.keys.press("Esc")

    seen: list[str] = []
    return type_all


def test_the_cashier_restores_and_enters_three_receipts_again(
    damaged: Damaged, night: Night, place: Counter, tmp_path: Path
) -> None:
    damaged.strike_log()
    program = Program(place)
    program.finish_work()
    assert "receipt 3" in program.screen()
    with program.naming_file(tmp_path / "newer.xlsx"):
        program.keys.press("2")
    assert (tmp_path / "newer.xlsx").exists()
    with program.naming_file(tmp_path / "newer.pdf"):
        program.keys.press("2")
    assert (tmp_path / "newer.pdf").read_bytes().startswith(b"%PDF")
    program.keys.press("1")
    program.finish_work()
    seen: list[str] = []

    def looks_at_the_list(key: str) -> Callable[[], None]:
        def look() -> None:
            seen.append(words_on(program.window))
            program.keys.press(key)

        return look

    def prints() -> None:
        """The paper is shown first."""
        program.keys.press("Return")

    with answering(
        looks_at_the_list("Ctrl+P"),
        prints,
        looks_at_the_list("F8"),
        papers_typed(program, night),
        looks_at_the_list("Esc"),
    ):
        sign_in(program)
        program.wait_until(lambda: len(seen) == 3)
    assert "4 things that were done after it" in seen[0]
    assert [title for title, _ in program.papers] == ["待补录清单"]
    assert "1 thing that was done after it" in seen[2]
    assert program.office.receipts.find("R-000005")
    assert [one for one in program.office.verify() if one.breaches] == []
