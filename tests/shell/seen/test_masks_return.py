"""A telephone that was shown whole is masked again when its page is left, the screen is locked, or somebody else comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from app.access.tables import audit
from tests.shell.seen.walk import Walk
from ui.shell.tabs import TABS, Tab

COUNTER, TICKETS, _INCIDENTS, _DUTY, NOTICES, ESTATE = TABS[:6]


def at_the_counter(walk: Walk) -> str:
    walk.go(COUNTER)
    walk.keys.press("F2")
    walk.keys.type(walk.end_of_number)
    walk.press("Return")
    return "counter.unmask"


def at_the_unit(walk: Walk) -> str:
    walk.go(ESTATE)
    walk.keys.press("F2")
    walk.keys.type(walk.end_of_number)
    walk.press("Return")
    return "estate.unmask"


def at_the_call(walk: Walk) -> str:
    walk.go(TICKETS)
    walk.do("tickets.caller")
    walk.keys.type(walk.end_of_number)
    walk.press("Return")
    return "tickets.caller.phones"


def another_page(walk: Walk) -> None:
    walk.go(NOTICES)


def the_lock(walk: Walk) -> None:
    walk.keys.press("Ctrl+L")


PLACES = [at_the_counter, at_the_unit, at_the_call]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("leave", [another_page, the_lock])
def test_what_was_shown_is_masked_afterwards(
    walk: Walk, place: Callable[[Walk], str], leave: Callable[[Walk], None]
) -> None:
    action = walk.desk.context.actions[place(walk)]
    before = looks(walk)
    action.trigger()
    walk.look("shown")
    assert {where for where, _ in walk.found} == {"shown"}
    assert looks(walk) > before
    leave(walk)
    walk.found.clear()
    walk.go(tab_of(action.spec.name))
    assert walk.found == set()


def tab_of(action: str) -> Tab:
    return next(tab for tab in TABS if action.startswith(tab.name))


def looks(walk: Walk) -> int:
    asked = select(func.count()).where(audit.c.action == "unmask_phone")
    with walk.desk.context.office.store.reading() as connection:
        return connection.execute(asked).scalar_one()
