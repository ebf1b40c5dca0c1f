"""Z reports: numbered without a gap, their grand total carried, never changed; a reprint is a marked copy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from app.core.ids import ShiftId, UserId
from app.core.money import NOTHING, Money
from app.core.paper_code import CodedPaper, PaperKind, issue_code
from app.counter.receipts.office_key import office_key
from app.counter.shifts.book_ends import BookEnds
from app.counter.shifts.refusals import ZReportUnknown
from app.counter.shifts.shift_facts import ShiftFacts
from app.counter.tables import z_report

BOOK = 1
"""Z reports are one run of numbers."""


@dataclass(frozen=True, slots=True)
class ZReport:
    """One stored report."""

    no: int
    shift: ShiftId
    day: date
    facts: ShiftFacts
    grand_total: Money


def write_z(connection: Connection, facts: ShiftFacts, at: datetime, by: UserId) -> ZReport:
    """Give the report the next number, the total before it, its code, and where the books ended, and keep it."""
    last = connection.execute(select(func.max(z_report.c.no))).scalar() or 0
    numbered = replace(facts, no=last + 1, total_before=grand_total(connection), ends=BookEnds.now(connection))
    numbered = replace(numbered, code=issue_code(coded(numbered), office_key(connection)))
    values = {"no": numbered.no, "shift_id": facts.shift, "day": facts.day, "facts": numbered.to_facts()}
    connection.execute(
        insert(z_report).values(**values, grand_total=numbered.grand_total, code=numbered.code, at=at, by=by)
    )
    return ZReport(numbered.no, facts.shift, facts.day, numbered, numbered.grand_total)


def coded(facts: ShiftFacts) -> CodedPaper:
    """What the code of a report vouches for: number, day, drawer and what the shift brought."""
    return CodedPaper(PaperKind.Z_REPORT, BOOK, facts.no, facts.day, facts.drawer, facts.net)


def grand_total(connection: Connection) -> Money:
    """What all closed shifts brought since the first report."""
    newest = select(z_report.c.grand_total).order_by(z_report.c.no.desc()).limit(1)
    return connection.execute(newest).scalar() or NOTHING


def read_z(connection: Connection, number: int) -> ZReport:
    """One report. Raises ZReportUnknown."""
    row = connection.execute(select(z_report).where(z_report.c.no == number)).first()
    if row is None:
        raise ZReportUnknown(number)
    return _report(row)


def newest_z(connection: Connection, most: int) -> tuple[ZReport, ...]:
    """So many reports, the newest first."""
    rows = connection.execute(select(z_report).order_by(z_report.c.no.desc()).limit(most)).all()
    return tuple(_report(row) for row in rows)


def _report(row: Row[Any]) -> ZReport:
    return ZReport(row.no, ShiftId(row.shift_id), row.day, ShiftFacts.from_facts(row.facts), row.grand_total)


def last_z(connection: Connection) -> int:
    """The number of the newest report; 0 before the first."""
    return connection.execute(select(func.max(z_report.c.no))).scalar() or 0
