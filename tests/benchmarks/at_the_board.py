"""From a key to the last paint at the board of twenty thousand tickets: what is typed, which list, and one opened."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from app.access.actor import Actor
from app.core.clock import SetClock
from app.office import Office
from tests.benchmarks.big_estate import code_of, name_of, phone_of
from tests.benchmarks.figures import Figure, percentile, seconds_of
from tests.benchmarks.screen import on_screen
from tests.keys import KeyDriver

SEED = 20261120
SEARCHES, TURNS, OPENED = 40, 40, 60
CHIPS = ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+0")


def measure(office: Office, by: Actor, units: int) -> Iterator[Figure]:
    """Each figure is of single keys, the window painted after each; the rows of `office` are those of ManyTickets."""
    from tests.page_window import open_page
    from ui.tickets.tickets_page import TicketsPage

    with on_screen():
        clock = office.clock
        assert isinstance(clock, SetClock)
        window = open_page(TicketsPage, "tickets", office, by, clock)
        page, keys = window.page, window.keys
        page.focus_search()
        press = keys.press
        press("Alt+0")
        typed = [took for text in _texts(units) for took in _typed(keys, page.focus_search, text)]
        turns = [seconds_of(lambda key=key: press(key)) for key in CHIPS * (TURNS // len(CHIPS))]  # type: ignore[misc]
        press("Alt+0", "Return")
        steps = [_opened(keys) for _ in range(OPENED)]
        assert page.detail.page is not None, "no ticket was opened"
        window.close()
    yield Figure("a letter typed over the board (p95)", percentile(typed, 95), at_most_seconds=0.050)
    yield Figure("a letter typed over the board (median)", percentile(typed, 50))
    yield Figure("another list by its key (p95)", percentile(turns, 95), at_most_seconds=0.050)
    yield Figure("the next ticket opened by Enter (p95)", percentile(steps, 95), at_most_seconds=0.200)


def _typed(keys: KeyDriver, to_search: Callable[[], None], text: str) -> list[float]:
    """Letter by letter, characters as an input method gives them; then the box is emptied."""
    to_search()
    type_one = keys.type if text.isascii() else keys.commit
    times = [seconds_of(lambda sign=sign: type_one(sign)) for sign in text]  # type: ignore[misc]
    keys.press("Esc")
    return times


def _opened(keys: KeyDriver) -> float:
    """Enter on the next ticket of the list; Esc goes back to the list."""
    keys.press("Down")
    took = seconds_of(lambda: keys.press("Return"))
    keys.press("Esc")
    return took


def _texts(units: int) -> list[str]:
    """What people type: names, the last figures of a telephone, rooms."""
    chance = random.Random(SEED)
    found = []
    for _ in range(SEARCHES // 4):
        number = chance.randrange(units)
        found += [name_of(number), phone_of(number)[-4:], code_of(number), "渗水"]
    return found
