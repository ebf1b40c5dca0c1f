"""What the payers of a busy morning want, each as the keys that a cashier presses once the room is on the screen."""

from __future__ import annotations

from collections.abc import Callable

from tests.counter_screen.answering import answering, supervisor_says_yes
from tests.counter_screen.counter_window import CounterWindow
from tests.keys import KeyDriver

Keys = Callable[[KeyDriver], None]


def exact(keys: KeyDriver) -> None:
    keys.press("F5", "F9")


def with_a_tender(keys: KeyDriver) -> None:
    keys.press("F5")
    keys.type("700")
    keys.press("F9")


def a_part(keys: KeyDriver) -> None:
    keys.press("F5")
    keys.type("400")
    keys.press("F9")


def change_kept(keys: KeyDriver) -> None:
    keys.press("F5")
    keys.type("700")
    keys.press("Ctrl+G", "F9")


def paid_ahead(keys: KeyDriver) -> None:
    keys.press("F5", "Up", "+", "+", "F9")


def with_credit(keys: KeyDriver) -> None:
    keys.press("F5", "Shift+F5", "F9")


def by(key: str, reference: int) -> Keys:
    def press(keys: KeyDriver) -> None:
        keys.press(key)
        keys.type(str(reference))
        keys.press("F9")

    return press


def split(reference: int) -> Keys:
    """300 by WeChat, the rest in cash."""

    def press(keys: KeyDriver) -> None:
        keys.press("F7")
        keys.type(str(reference))
        keys.press("Return")
        keys.type("300")
        keys.press("Ctrl+Return", "F9")

    return press


def parked_and_recalled(keys: KeyDriver) -> None:
    """The payer goes for money, and comes back before the next one."""
    keys.press("F5", "F11", "Ctrl+F11", "F9")


def wish_of(place: int) -> Keys:
    """The payers in turn; every tenth of a kind that is rare."""
    rare = {
        3: split(3000 + place),
        7: paid_ahead,
        9: change_kept,
        12: parked_and_recalled,
        15: a_part,
    }
    common = (
        exact,
        by("F7", 1000 + place),
        with_a_tender,
        by("Shift+F7", 2000 + place),
        by("F6", 4000 + place),
    )
    return rare.get(place % 20) or common[place % len(common)]


def void(counter: CounterWindow, label: str) -> None:
    """The receipt by its number, Del, a reason, and where its papers are."""
    keys = counter.keys
    keys.press("F2")
    keys.type(label)
    with answering(lambda: keys.press("Del"), lambda: keys.press("Tab", "Tab", "Down", "Ctrl+Return")):
        keys.press("Return")


def change_method_to_card(counter: CounterWindow, label: str, slip: str) -> None:
    """Cash that was a card, with a supervisor."""
    keys = counter.keys

    def card() -> None:
        keys.press("Tab")
        keys.type(slip)
        keys.press("F9")

    keys.press("F2")
    keys.type(label)
    with answering(lambda: keys.press("F5"), card, supervisor_says_yes(keys)):
        keys.press("Return")
