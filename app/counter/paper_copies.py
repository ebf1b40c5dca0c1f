"""Prints of papers that are not receipts: the first is the original, every later one a marked copy with its number."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select, update

from app.core.ids import UserId
from app.counter.receipts.issue_receipt import PrintState
from app.counter.tables import paper_print
from app.store.rows import insert_row


class Paper(StrEnum):
    """Which paper; the value is the stored name."""

    Z_REPORT = "z_report"
    HAND_OVER = "hand_over"
    BANKING = "banking"
    CASH_SLIP = "cash_slip"
    WORK_ORDER = "work_order"
    REPAIR_REPORT = "repair_report"
    TICKET_SLIP = "ticket_slip"


def next_print(connection: Connection, paper: Paper, number: int, at: datetime, by: UserId) -> int:
    """The print that comes next, kept as waiting: 0 until the original came out, then 1, 2 and so on.

    One that did not come out of the printer keeps its number.
    """
    own = (paper_print.c.paper == paper, paper_print.c.number == number)
    last = connection.execute(select(paper_print).where(*own).order_by(paper_print.c.copy_no.desc())).first()
    if last is not None and last.state != PrintState.PRINTED:
        connection.execute(update(paper_print).where(paper_print.c.id == last.id).values(state=PrintState.WAITING))
        return int(last.copy_no)
    copy_no = 0 if last is None else int(last.copy_no) + 1
    values = {"paper": paper.value, "number": number, "copy_no": copy_no, "state": PrintState.WAITING}
    insert_row(connection, paper_print, **values, at=at, by=by)
    return copy_no


def note_printed(connection: Connection, paper: Paper, number: int, copy_no: int, at: datetime) -> None:
    """The printer took the paper."""
    own = (paper_print.c.paper == paper, paper_print.c.number == number, paper_print.c.copy_no == copy_no)
    connection.execute(update(paper_print).where(*own).values(state=PrintState.PRINTED, done_at=at))


@dataclass(frozen=True, slots=True)
class WaitingPrint:
    """A print that was asked for and never came out; `number` is that of the paper."""

    paper: Paper
    number: int
    copy_no: int


def waiting_prints(connection: Connection, papers: Collection[Paper]) -> tuple[WaitingPrint, ...]:
    """What of these papers never came out, oldest first."""
    wanted = (paper_print.c.paper.in_(list(papers)), paper_print.c.state == PrintState.WAITING)
    rows = connection.execute(select(paper_print).where(*wanted).order_by(paper_print.c.id))
    return tuple(WaitingPrint(Paper(row.paper), row.number, row.copy_no) for row in rows)


def let_go(connection: Connection, waiting: WaitingPrint, at: datetime) -> None:
    """Nobody wants this print any more; the next one that is asked for keeps its copy number."""
    own = (paper_print.c.paper == waiting.paper, paper_print.c.number == waiting.number)
    this = (*own, paper_print.c.copy_no == waiting.copy_no)
    connection.execute(update(paper_print).where(*this).values(state=PrintState.NOT_WANTED, done_at=at))


def copies_of(connection: Connection, paper: Paper, number: int) -> int:
    """How many marked copies there are."""
    own = (paper_print.c.paper == paper, paper_print.c.number == number, paper_print.c.copy_no > 0)
    return len(connection.execute(select(paper_print.c.id).where(*own)).all())


def has_come_out(connection: Connection, paper: Paper, number: int) -> bool:
    """Whether its original was printed."""
    own = (paper_print.c.paper == paper, paper_print.c.number == number, paper_print.c.copy_no == 0)
    printed = select(paper_print.c.id).where(*own, paper_print.c.state == PrintState.PRINTED)
    return connection.execute(printed).first() is not None
