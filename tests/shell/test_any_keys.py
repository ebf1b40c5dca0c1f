"""Whatever is pressed in whatever order, nothing in the real window breaks and the books stay true."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from app.core.clock import SetClock
from tests.shell.random_hand import RandomHand
from tests.shell.test_whole_window import Opened, opened, small_estate
from ui.admin.backups import backups_page
from ui.shell.window_questions import WindowQuestions

__all__ = ["opened", "small_estate"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

HANDS, PRESSES = 50, 2_000


@pytest.mark.endurance
@pytest.mark.parametrize("seed", range(HANDS))
def test_whatever_is_pressed_nothing_breaks_and_the_books_stay_true(
    opened: Opened, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    office = opened.desk.context.office
    hand = RandomHand(opened.window, opened.opening, clock, seed, tmp_path)
    for name, answer in hand.answers_for_files().items():
        monkeypatch.setattr(WindowQuestions, name, answer)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(backups_page, "start_viewing", lambda *_: True)
    hand.press_many(PRESSES)
    QTest.qWait(300)
    print("\n".join(hand.told))  # noqa: T201 - who has to repeat it needs it
    assert [finding for finding in office.verify() if finding.breaches] == []
