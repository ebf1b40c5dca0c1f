"""Words that are typed while nobody has signed in lie in nobody's draft: the lock hides whose it would be."""

from __future__ import annotations

from tests.counter_screen.answering import answering
from tests.incidents_screen.real_window import Open, when_shown
from tests.incidents_screen.unsigned.front import works_unsigned
from tests.keys import stop_typing
from tests.office_builder import CASHIER_PASSWORD
from ui.incidents.asked.words_panel import WordsPanel
from ui.incidents.unsigned.unsigned_panel import UnsignedPanel
from ui.shell.left_questions import DRAFT
from ui.shell.lock_panel import LockPanel


def test_a_note_that_was_left_behind_the_lock_comes_up_at_no_other_step(open_window: Open) -> None:
    real = open_window()
    with real.keys.when_asked("1", "3", "Return"):
        real.keys.press("Ctrl+E")
    seen: list[str] = []

    def leaves() -> None:
        real.keys.type("the guard of block 3 has a cough")
        stop_typing()
        real.keys.press("Esc")

    def looks() -> None:
        (panel,) = real.window.findChildren(WordsPanel)
        seen.append(panel.words.text())
        real.keys.press("Esc")

    def at_work(panel: UnsignedPanel) -> None:
        for step in (leaves, looks):
            panel.main.focus_step()
            with answering(step):
                real.keys.press("Alt+N")
            real.keys.press("Down")

    def at_lock(_lock: LockPanel) -> None:
        works_unsigned(real.window, real.keys, ("Return",), at_work)
        real.keys.type(CASHIER_PASSWORD)
        real.keys.press("Return")

    when_shown(real.window, LockPanel, at_lock)
    real.keys.press("Ctrl+L")
    assert seen == [""]
    assert real.builder.office.drafts.find(real.builder.cashier, DRAFT) is None
