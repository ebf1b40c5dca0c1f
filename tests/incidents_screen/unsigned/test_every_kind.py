"""I1, G14: each of the kinds runs after five keys and a place, from the sign-in and from behind the lock."""

from __future__ import annotations

from tests.incidents_screen.kinds import FIRST_STEP, SHORTEST
from tests.incidents_screen.real_window import Open
from tests.incidents_screen.unsigned.front import Front, unlocks_after, works_unsigned
from tests.keys import KeyDriver
from ui.incidents.unsigned.unsigned_panel import UnsignedPanel
from ui.shell.main_window import MainWindow

KINDS = list(SHORTEST.values())


def starts_each(window: MainWindow, keys: KeyDriver) -> list[str]:
    """The kinds that ran, each after its own keys and a place, and showed their first step."""
    ran: list[str] = []

    def see(panel: UnsignedPanel) -> None:
        main = panel.main
        if main.view is not None and main.view.place == "3" and main.current.step_id == FIRST_STEP[main.view.plan.code]:
            ran.append(main.view.plan.code)

    for typed in SHORTEST:
        before = keys.count
        works_unsigned(window, keys, (*typed, "3", "Return"), see)
        assert keys.count - before - len("3") <= 5, typed
    return ran


def test_i1_each_kind_starts_before_anybody_has_signed_in_and_joins_the_log(front: Front) -> None:
    assert starts_each(front.window, front.keys) == KINDS
    front.signs_in()
    assert front.opening.desk is not None
    office = front.opening.desk.context.office
    assert [office.incidents.view(line.id).plan.code for line in office.running_incidents()] == KINDS


def test_g14_each_kind_starts_behind_the_lock_and_joins_the_log(open_window: Open) -> None:
    real, ran = open_window(), list[str]()

    unlocks_after(real, lambda _lock: ran.extend(starts_each(real.window, real.keys)))
    assert ran == KINDS
    office = real.builder.office
    assert [office.incidents.view(line.id).plan.code for line in real.running()] == ran
