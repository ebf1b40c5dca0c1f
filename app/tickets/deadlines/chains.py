"""Reads and writes which chain of clocks a kind and class has; the newest row counts, the shipped chain before it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from app.core.ids import UserId
from app.store.rows import insert_row
from app.tickets.deadlines.promise_facts import rule_facts, rule_of
from app.tickets.deadlines.rule import ClockRule, shipped_chain
from app.tickets.kinds import ServiceClass, TicketKind
from app.tickets.tables import deadline_rule

Chain = tuple[ClockRule, ...]
Key = tuple[TicketKind, ServiceClass]

_NEWEST_LAST = select(deadline_rule.c.kind, deadline_rule.c.service_class, deadline_rule.c.clocks).order_by(
    deadline_rule.c.id
)

_OF_ONE = (
    select(deadline_rule.c.clocks)
    .where(deadline_rule.c.kind == bindparam("kind"), deadline_rule.c.service_class == bindparam("service_class"))
    .order_by(deadline_rule.c.id.desc())
    .limit(1)
)


def read_chains(connection: Connection) -> dict[Key, Chain]:
    """The chain of every kind and class."""
    shipped = {(kind, one): shipped_chain(kind, one) for kind in TicketKind for one in ServiceClass}
    return {**shipped, **read_own_chains(connection)}


def read_chain(connection: Connection, key: Key) -> Chain:
    """The chain of one kind and class."""
    kind, service_class = key
    rows = connection.execute(_OF_ONE, {"kind": kind.value, "service_class": service_class.value})
    newest = rows.scalars().first()
    return shipped_chain(kind, service_class) if newest is None else tuple(map(rule_of, newest))


def read_own_chains(connection: Connection) -> Mapping[Key, Chain]:
    """The chains that the office changed."""
    return {
        (TicketKind(row.kind), ServiceClass(row.service_class)): tuple(map(rule_of, row.clocks))
        for row in connection.execute(_NEWEST_LAST)
    }


def write_chain(connection: Connection, key: Key, chain: Chain, at: datetime, by: UserId) -> None:
    """Let a chain count from now on."""
    kind, service_class = (one.value for one in key)
    clocks = [rule_facts(rule) for rule in chain]
    insert_row(connection, deadline_rule, kind=kind, service_class=service_class, clocks=clocks, at=at, by=by)
