"""Counting a shift: what there is to count, the counts as they are kept, and what was expected once they are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.counter.cash.denominations import denominations
from app.counter.methods import Method
from app.counter.rules import read_rules
from app.counter.shifts.comparison import ROUNDS, MethodClose
from app.counter.shifts.counted import Counted
from app.counter.shifts.counts import compared, counts_of, expected_now, keep_count
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.references import Reference, references_of_shift
from app.counter.shifts.refusals import NotCountedYet
from app.counter.shifts.settings import DIFFERENCE_LIMIT
from app.counter.shifts.shifts import standing_shift
from app.counter.shifts.takings import takings_of, to_count
from app.fees.cash_rounding import CashRounding
from app.store.settings import read_choice
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class ToCount:
    """What a close counts: denominations, methods with a total, references to tick; nothing says what is expected."""

    shift: OpenShift
    pieces: tuple[Money, ...]
    methods: tuple[Method, ...]
    references: tuple[Reference, ...]
    last: Counted | None
    may_recount: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Expected, counted and the difference by method after a count; `limit` is what a cashier may book alone."""

    shift: OpenShift
    lines: tuple[MethodClose, ...]
    round: int
    may_recount: bool
    limit: Money
    usual_float: Money


class ShiftCounts:
    """Counts of open shifts; none is ever changed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def pieces(self) -> tuple[Money, ...]:
        """The denominations that a drawer of this office is counted by."""
        with self._store.reading() as connection:
            return _pieces(connection)

    def to_count(self, shift_id: ShiftId) -> ToCount:
        """What there is to count; the last count stands beside. Raises ShiftNotOpen."""
        with self._store.reading() as connection:
            standing = standing_shift(connection, shift_id)
            counts = counts_of(connection, standing)
            return ToCount(
                standing,
                _pieces(connection),
                to_count(takings_of(connection, shift_id)),
                references_of_shift(connection, shift_id),
                counts[-1].counted if counts else None,
                _may_recount(connection, standing),
            )

    def count(self, by: Actor, shift_id: ShiftId, counted: Counted) -> Comparison:
        """Keep a count; only now what is expected is told.

        Raises NotPermitted, ShiftNotOpen, PiecesMissing, NotCounted, ReferencesNotLookedAt, ReferenceNotOfShift,
        CountedTwice.
        """
        by.require(Permission.WORK_SHIFT)
        with self._store.transaction() as connection:
            standing = standing_shift(connection, shift_id)
            methods = to_count(takings_of(connection, shift_id))
            counted.check(methods, _pieces(connection), references_of_shift(connection, shift_id))
            keep_count(connection, by, standing, counted, self._clock)
            return self._comparison(connection, standing)

    def comparison(self, shift_id: ShiftId) -> Comparison:
        """The last count beside what is expected. Raises ShiftNotOpen, NotCountedYet."""
        with self._store.reading() as connection:
            return self._comparison(connection, standing_shift(connection, shift_id))

    def is_counted(self, shift_id: ShiftId) -> bool:
        """Whether the shift was counted and no money moved since. Raises ShiftNotOpen."""
        with self._store.reading() as connection:
            standing = standing_shift(connection, shift_id)
            counts = counts_of(connection, standing)
            return bool(counts) and counts[-1].expected == expected_now(connection, standing)

    def expected(self, by: Actor, shift_id: ShiftId, approval: Approval | None = None) -> tuple[MethodClose, ...]:
        """What should be there, before anything was counted. Raises NotPermitted, ShiftNotOpen."""
        by.require(Permission.SEE_EXPECTED, approval)
        with self._store.reading() as connection:
            return compared(connection, standing_shift(connection, shift_id), None)

    def _comparison(self, connection: Connection, standing: OpenShift) -> Comparison:
        counts = counts_of(connection, standing)
        if not counts:
            raise NotCountedYet(standing.id)
        counted = counts[-1].counted
        usual = min(standing.opening_float, counted.cash.amount)
        return Comparison(
            standing,
            compared(connection, standing, counted),
            len(counts),
            _may_recount(connection, standing),
            read_choice(connection, DIFFERENCE_LIMIT),
            max(usual, NOTHING),
        )


def _pieces(connection: Connection) -> tuple[Money, ...]:
    return denominations(fen=read_rules(connection).cash_rounding is CashRounding.OFF)


def _may_recount(connection: Connection, standing: OpenShift) -> bool:
    """One recount, and another count whenever money moved after the last."""
    counts = counts_of(connection, standing)
    return len(counts) < ROUNDS or counts[-1].expected != expected_now(connection, standing)
