"""The tries to sign in: kept, counted, and made to wait where too many were wrong."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, insert, select, true

from app.access import audit
from app.access.refusals import WaitAfterWrongPasswords
from app.access.tables import sign_in
from app.access.waits import FREE_OF_ALL, FREE_OF_ONE, seconds_left, wait_after


def must_not_wait(connection: Connection, name: str, now: datetime) -> None:
    """Refuse to look at a password while the name, or whoever tries all names, has to wait.

    Raises WaitAfterWrongPasswords.
    """
    left = max(_left(connection, sign_in.c.name == name.strip(), now, FREE_OF_ONE), _of_all(connection, now))
    if left:
        raise WaitAfterWrongPasswords(left)


def keep_try(connection: Connection, name: str, now: datetime, *, succeeded: bool) -> None:
    """Keep a try; from where it costs a wait, in the audit trail too."""
    connection.execute(insert(sign_in).values(name=name.strip(), at=now, succeeded=succeeded))
    if succeeded:
        return
    tries, _ = _wrong(connection, sign_in.c.name == name.strip())
    if wait_after(tries):
        facts = {"tries": tries, "seconds": wait_after(tries)}
        audit.record(connection, "wrong_passwords", name.strip(), facts, now, None)


def _of_all(connection: Connection, now: datetime) -> int:
    return _left(connection, true(), now, FREE_OF_ALL)


def _left(connection: Connection, whose: ColumnElement[bool], now: datetime, free: int) -> int:
    tries, last = _wrong(connection, whose)
    return seconds_left(tries, last, now, free)


def _wrong(connection: Connection, whose: ColumnElement[bool]) -> tuple[int, datetime | None]:
    """How many in a row were wrong since the last right one, and when the last of them was."""
    right = select(func.coalesce(func.max(sign_in.c.id), 0)).where(whose, sign_in.c.succeeded).scalar_subquery()
    rows = select(func.count(), func.max(sign_in.c.at)).where(whose, sign_in.c.id > right)
    found = connection.execute(rows).tuples().one()
    return found[0], found[1]
