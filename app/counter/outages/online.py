"""Online payment is down: said once, shown at the counter, counted, and over again. Nothing else changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.money import NOTHING, Money, total
from app.counter.methods import ON_PAPER, Method
from app.counter.outages.notice_facts import OnlineNotice
from app.counter.outages.outage_rows import OutageKind, begin_outage, end_outage, outage_row, standing_outages
from app.counter.outages.refusals import OnlineDownAlready, OnlineNotDown
from app.counter.outages.settings import ONLINE_DOWN_NOTICE, ONLINE_DOWN_WORDS
from app.counter.tables import payment, tender
from app.estate.office_facts import read_office_facts
from app.store.settings import read_choice
from app.store.store import Store

OPEN_METHODS = (Method.CASH, Method.TRANSFER)
"""What the notice offers instead: neither needs the office's network."""


@dataclass(frozen=True, slots=True)
class OnlineDown:
    """Online payment is down since then; `words` are what staff say."""

    id: int
    since: datetime
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class MethodCount:
    """Payments of the time by one method, in fen, less change."""

    method: Method
    payments: int
    amount: Money


@dataclass(frozen=True, slots=True)
class OnlineSummary:
    """What was taken at the counter from `since` to `until`."""

    since: datetime
    until: datetime
    methods: tuple[MethodCount, ...]

    @property
    def payments(self) -> int:
        """How many payments; one with two tenders counts with each method."""
        return sum(one.payments for one in self.methods)

    @property
    def amount(self) -> Money:
        """What they brought together."""
        return total(one.amount for one in self.methods)


class OnlinePayment:
    """The switch."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def down(self) -> OnlineDown | None:
        """Since when it is down, if it is."""
        with self._store.reading() as connection:
            return _down(connection)

    def is_down(self, by: Actor, reason: str = "") -> OnlineDown:
        """Somebody says that it is down. Raises NotPermitted, OnlineDownAlready."""
        by.require(Permission.TAKE_PAYMENT)
        with self._store.transaction() as connection:
            before = _down(connection)
            if before is not None:
                raise OnlineDownAlready(before.since)
            begin_outage(connection, by, OutageKind.ONLINE, self._clock.now(), reason, {})
            audit.record(connection, "online_down", reason.strip(), {}, self._clock.now(), by.id)
            told = _down(connection)
            assert told is not None
            return told

    def is_back(self, by: Actor) -> OnlineSummary:
        """It works again: what was taken meanwhile. Raises NotPermitted, OnlineNotDown."""
        by.require(Permission.TAKE_PAYMENT)
        with self._store.transaction() as connection:
            before = _down(connection)
            if before is None:
                raise OnlineNotDown
            now = self._clock.now()
            end_outage(connection, by, before.id, now)
            audit.record(connection, "online_back", before.reason, {"outage": before.id}, now, by.id)
            return _summary(connection, before.since, now)

    def so_far(self) -> OnlineSummary | None:
        """What was taken since it is down, if it is."""
        with self._store.reading() as connection:
            before = _down(connection)
            return None if before is None else _summary(connection, before.since, self._clock.now())

    def summary(self, outage_id: int) -> OnlineSummary:
        """What was taken while an outage lasted, or has lasted so far."""
        with self._store.reading() as connection:
            row = outage_row(connection, outage_id)
            return _summary(connection, row.began_at, row.ended_at or self._clock.now())

    def notice(self) -> OnlineNotice:
        """What is posted at the counter. Raises OnlineNotDown."""
        with self._store.reading() as connection:
            before = _down(connection)
            if before is None:
                raise OnlineNotDown
            facts = read_office_facts(connection)
            words = read_choice(connection, ONLINE_DOWN_NOTICE)
            ways = tuple(ON_PAPER[method] for method in OPEN_METHODS)
            return OnlineNotice(facts.service_centre, facts.telephone, words, ways, before.since)


def _down(connection: Connection) -> OnlineDown | None:
    rows = standing_outages(connection, OutageKind.ONLINE)
    if not rows:
        return None
    return OnlineDown(rows[0].id, rows[0].began_at, rows[0].reason, read_choice(connection, ONLINE_DOWN_WORDS))


def _summary(connection: Connection, since: datetime, until: datetime) -> OnlineSummary:
    back = payment.alias("back")
    standing = (
        payment.c.kind == "payment",
        payment.c.at.between(since, until),
        payment.c.written_at.is_(None),
        ~select(back.c.id).where(back.c.reverses == payment.c.id).exists(),
    )
    sums = (
        select(tender.c.method, func.count(payment.c.id.distinct()).label("payments"), func.sum(tender.c.amount))
        .join_from(tender, payment, tender.c.payment_id == payment.c.id)
        .where(*standing, tender.c.change_id.is_(None))
        .group_by(tender.c.method)
    )
    change = connection.execute(select(func.sum(payment.c.change)).where(*standing)).scalar() or NOTHING
    counts = {Method(row[0]): (int(row[1]), row[2]) for row in connection.execute(sums)}
    return OnlineSummary(
        since,
        until,
        tuple(
            MethodCount(method, counts[method][0], counts[method][1] - (change if method.is_cash else NOTHING))
            for method in Method
            if method in counts and method.brings_money
        ),
    )
