"""The tries to sign in: kept, counted, and made to wait where too many were wrong."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, insert, select, true

from app.access import audit
from app.access.refusals import WaitAfterWrongCodes, WaitAfterWrongPasswords
from app.access.tables import sign_in, user
from app.access.waits import FREE_OF_ALL, FREE_OF_ONE, seconds_by_clock, seconds_gone, seconds_left, wait_after
from app.core.clock import Clock
from app.store.settings import read_setting, write_setting

RECOVERY_SHEET = "#"
"""Stands in the list of sign-ins for the recovery code, which nobody's name is."""
_LAST_WRONG = "access.last_wrong"
"""When the last wrong tries were, in seconds that nobody can set: of all, and by name of a person."""
_ANYBODY = ""


def must_not_wait(connection: Connection, name: str, clock: Clock) -> None:
    """Refuse to look at a password while the name, or whoever tries all names, has to wait.

    Raises WaitAfterWrongPasswords, WaitAfterWrongCodes.
    """
    whose = name.strip()
    left = max(_left(connection, whose, clock, FREE_OF_ONE), _left(connection, _ANYBODY, clock, FREE_OF_ALL))
    if left:
        raise WaitAfterWrongCodes(left) if whose == RECOVERY_SHEET else WaitAfterWrongPasswords(left)


def keep_try(connection: Connection, name: str, clock: Clock, *, succeeded: bool) -> None:
    """Keep a try; from where it costs a wait, in the audit trail too."""
    whose, now = name.strip(), clock.now()
    connection.execute(insert(sign_in).values(name=whose, at=now, succeeded=succeeded))
    if succeeded:
        return
    keep_wrong(connection, {whose: clock.ran()}, now)
    tries, _ = _wrong(connection, sign_in.c.name == whose)
    if wait_after(tries):
        facts = {"tries": tries, "seconds": wait_after(tries)}
        audit.record(connection, "wrong_passwords", whose, facts, now, None)


def keep_wrong(connection: Connection, last: dict[str, int], now: datetime) -> None:
    """Keep when these names were last tried in vain; of names that nobody has, that somebody tried."""
    known = {RECOVERY_SHEET, *connection.execute(select(user.c.name).where(user.c.name.in_(last))).scalars()}
    marks = read_setting(connection, _LAST_WRONG, {})
    marks |= {name: ran for name, ran in last.items() if name in known} | {_ANYBODY: max(last.values())}
    write_setting(connection, _LAST_WRONG, marks, now, None)


def _left(connection: Connection, whose: str, clock: Clock, free: int) -> int:
    tries, last = _wrong(connection, sign_in.c.name == whose if whose else true())
    if last is None or not wait_after(tries, free):
        return 0
    marks = read_setting(connection, _LAST_WRONG, {})
    ran = marks.get(whose, marks.get(_ANYBODY))
    gone = seconds_by_clock(last, clock.now()) if ran is None else seconds_gone(ran, clock.ran())
    return seconds_left(tries, gone, free)


def _wrong(connection: Connection, whose: ColumnElement[bool]) -> tuple[int, datetime | None]:
    """How many in a row were wrong since the last right one, and when the last of them was."""
    right = select(func.coalesce(func.max(sign_in.c.id), 0)).where(whose, sign_in.c.succeeded).scalar_subquery()
    rows = select(func.count(), func.max(sign_in.c.at)).where(whose, sign_in.c.id > right)
    found = connection.execute(rows).tuples().one()
    return found[0], found[1]
