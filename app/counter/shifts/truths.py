"""What must hold of shifts and drawers: cash, chains of floats, Z reports, and money by method in the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, func, select

from app.core.ids import ShiftId
from app.core.language import mark
from app.core.money import NOTHING, Money, total
from app.core.paper_code import is_genuine
from app.counter.cash.cash_reasons import MoveKind
from app.counter.cash.cash_rows import CASH, moves_of_shift
from app.counter.methods import Method
from app.counter.receipts.office_key import office_key
from app.counter.shifts.end_truths import TRUTHS as OF_ENDS
from app.counter.shifts.item_takings import item_takings
from app.counter.shifts.report_truths import TRUTHS as OF_REPORTS
from app.counter.shifts.shift_facts import ShiftFacts
from app.counter.shifts.takings import takings_of
from app.counter.shifts.z_reports import coded
from app.counter.tables import cash_move, payment, shift, shift_count, tender, z_report
from app.ledger.accounts import OVER_SHORT, money_in
from app.ledger.tables import posting
from app.store.truths import Truth

_BANK = money_in("bank")
_REPORTS = select(z_report).order_by(z_report.c.no)
_BALANCES = select(posting.c.account, func.sum(posting.c.amount)).group_by(posting.c.account)


def _money_in_journal(connection: Connection) -> Iterator[str]:
    """By method, what tenders, rows of cash and differences say came in stands in the journal."""
    booked: dict[str, Money] = {row[0]: row[1] for row in connection.execute(_BALANCES)}
    told: defaultdict[str, Money] = defaultdict(lambda: NOTHING)
    for account, amount in (*_tendered(connection), *_moved(connection), *_differences(connection)):
        told[account] += amount
    for account, amount in told.items():
        if account.startswith("assets:") and booked.get(account, NOTHING) != amount:
            yield f"{account}: {booked.get(account, NOTHING)} / {amount}"


_BY_METHOD = select(tender.c.method, func.sum(tender.c.amount)).group_by(tender.c.method)
_CHANGE = select(func.sum(payment.c.change))


def _tendered(connection: Connection) -> Iterator[tuple[str, Money]]:
    yield from ((Method(method).account, amount) for method, amount in connection.execute(_BY_METHOD))
    yield CASH, -(connection.execute(_CHANGE).scalar() or NOTHING)


_BOOKED_MOVES = select(cash_move).where(cash_move.c.entry_no.is_not(None))


def _moved(connection: Connection) -> Iterator[tuple[str, Money]]:
    banked = {facts.shift for facts in _facts(connection) if facts.cash.to_bank}
    for row in connection.execute(_BOOKED_MOVES):
        yield CASH, row.amount
        to_bank = row.kind == MoveKind.HAND_OVER and row.shift_id in banked
        if row.kind == MoveKind.BANKED or to_bank:
            yield _BANK, -row.amount


def _differences(connection: Connection) -> Iterator[tuple[str, Money]]:
    for facts in _facts(connection):
        yield from ((line.method.account, line.difference) for line in facts.methods if not line.method.is_cash)


_BOOKED = select(func.sum(posting.c.amount)).where(posting.c.account == OVER_SHORT)


def _over_short(connection: Connection) -> Iterator[str]:
    """Every difference, and nothing else, stands on the account of over and short."""
    booked = connection.execute(_BOOKED).scalar() or NOTHING
    told = -total(line.difference for facts in _facts(connection) for line in facts.methods)
    if booked != told:
        yield f"{booked} / {told}"


def _cash_expected(connection: Connection) -> Iterator[str]:
    """Expected cash is the float with the rows of cash; what was counted was kept or handed over."""
    for facts in _facts(connection):
        moves = moves_of_shift(connection, facts.shift)
        cash = takings_of(connection, facts.shift)[Method.CASH]
        line = next(line for line in facts.methods if line.method.is_cash)
        counted = line.counted or NOTHING
        if line.expected != facts.cash.opening_float + cash.net + moves.together:
            yield f"{facts.label}: {line.expected}"
        if counted != facts.cash.kept + facts.cash.handed_over:
            yield f"{facts.label}: {counted} / {facts.cash.kept} + {facts.cash.handed_over}"
        rows = _rows_of_close(connection, facts.shift)
        if rows != (line.difference, -facts.cash.handed_over):
            yield f"{facts.label}: {rows}"


_OF_KIND = select(func.sum(cash_move.c.amount)).where(
    cash_move.c.shift_id == bindparam("shift"), cash_move.c.kind == bindparam("kind")
)


def _rows_of_close(connection: Connection, shift_id: ShiftId) -> tuple[Money, Money]:
    def of(kind: MoveKind) -> Money:
        return connection.execute(_OF_KIND, {"shift": shift_id, "kind": kind}).scalar() or NOTHING

    return of(MoveKind.DIFFERENCE), of(MoveKind.HAND_OVER)


_FLOATS = (
    select(cash_move.c.shift_id, func.sum(cash_move.c.amount))
    .where(cash_move.c.kind == MoveKind.FLOAT)
    .group_by(cash_move.c.shift_id)
)
_SHIFTS = select(shift).order_by(shift.c.id)


def _floats(connection: Connection) -> Iterator[str]:
    """A float is what the last close of its drawer kept, with the difference that was booked."""
    kept: dict[str, Money] = {}
    booked: dict[int, Money] = {row[0]: row[1] for row in connection.execute(_FLOATS)}
    for row in connection.execute(_SHIFTS):
        before = kept.pop(row.drawer, NOTHING)
        if row.opening is not None and row.opening_float != before + booked.get(row.id, NOTHING):
            yield f"shift {row.id}: {row.opening_float} / {before} + {booked.get(row.id, NOTHING)}"
        if row.closing is not None and "kept" in row.closing:
            kept[row.drawer] = Money(row.closing["kept"])


_CLOSINGS = select(shift.c.id, shift.c.closing, z_report.c.no).join_from(
    shift, z_report, z_report.c.shift_id == shift.c.id, isouter=True
)


def _z_numbers(connection: Connection) -> Iterator[str]:
    """Numbers follow one another, each total carries the one before, each closed shift has its report."""
    before = NOTHING
    for place, row in enumerate(connection.execute(_REPORTS), start=1):
        facts = ShiftFacts.from_facts(row.facts)
        if (row.no, facts.no, facts.total_before) != (place, place, before) or row.grand_total != facts.grand_total:
            yield f"{facts.label}: {place}, {facts.total_before} / {before}"
        before = row.grand_total
    for row in connection.execute(_CLOSINGS):
        told = None if row.closing is None else row.closing.get("z")
        if told != row.no:
            yield f"shift {row.id}: {told} / {row.no}"


def _z_facts(connection: Connection) -> Iterator[str]:
    """A report says what the rows of its shift say, and carries a genuine code."""
    key = office_key(connection)
    for row in connection.execute(_REPORTS).all():
        facts = ShiftFacts.from_facts(row.facts)
        as_before = facts.papers.refunds_voided is None
        found = takings_of(connection, facts.shift, as_before=as_before)
        told = {line.method: (line.payments, line.taken, line.returned) for line in facts.methods}
        read = {method: (one.payments, one.taken, one.returned) for method, one in found.items() if method in told}
        if told != read or facts.items != item_takings(connection, facts.shift, as_before=as_before):
            yield f"{facts.label}: {told} / {read}"
        if total(item.net for item in facts.items) != facts.net:
            yield f"{facts.label}: {total(item.net for item in facts.items)} / {facts.net}"
        if not is_genuine(row.code, coded(facts), key) or facts.code != row.code:
            yield f"{facts.label}: {row.code}"


_ROUNDS = select(shift_count.c.shift_id, func.count(), func.max(shift_count.c.round)).group_by(shift_count.c.shift_id)


def _counts(connection: Connection) -> Iterator[str]:
    """Every report rests on its counts; their rounds have no gap."""
    counts = {row[0]: (row[1], row[2]) for row in connection.execute(_ROUNDS)}
    for shift_id, (count, last) in counts.items():
        if count != last:
            yield f"shift {shift_id}: {count} / {last}"
    for facts in _facts(connection):
        if counts.get(facts.shift, (0, 0))[1] != facts.cash.rounds:
            yield f"{facts.label}: {facts.cash.rounds}"


def _facts(connection: Connection) -> Iterator[ShiftFacts]:
    for row in connection.execute(_REPORTS).all():
        yield ShiftFacts.from_facts(row.facts)


TRUTHS = (
    Truth(mark("money by method equals the journal"), _money_in_journal),
    Truth(mark("over and short is exactly what closes were over and short by"), _over_short),
    Truth(mark("expected cash equals float plus cash rows"), _cash_expected),
    Truth(mark("a float is what the last close kept"), _floats),
    Truth(mark("Z reports are numbered without a gap and carry their total"), _z_numbers),
    Truth(mark("every Z report says what the rows of its shift say"), _z_facts),
    Truth(mark("every close rests on its count"), _counts),
    *OF_REPORTS,
    *OF_ENDS,
)
