"""What the kept Z reports prove of journal and audit trail: neither ends before what they name, nor says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from app.access.tables import audit
from app.core.language import mark, tr
from app.counter.shifts.book_ends import BookEnds
from app.counter.shifts.shift_facts import z_label
from app.counter.tables import z_report
from app.ledger.tables import journal_entry
from app.store.truths import Truth

_REPORTS = select(z_report.c.no, z_report.c.facts).order_by(z_report.c.no)
_OF_JOURNAL = select(journal_entry.c.hash).where(journal_entry.c.no == bindparam("no"))
_OF_TRAIL = select(audit.c.hash).where(audit.c.id == bindparam("no"))


def _journal(connection: Connection) -> Iterator[str]:
    for no, ends in _kept_ends(connection):
        found = _link_at(connection, _OF_JOURNAL, ends.journal_no)
        if ends.journal_no and found is None:
            yield tr("{report} names journal entry {no}, which is gone").format(report=z_label(no), no=ends.journal_no)
        elif ends.journal_no and found != ends.journal_hash:
            yield tr("{report} names journal entry {no}, which is another one now").format(
                report=z_label(no), no=ends.journal_no
            )


def _trail(connection: Connection) -> Iterator[str]:
    for no, ends in _kept_ends(connection):
        found = _link_at(connection, _OF_TRAIL, ends.trail_no)
        if ends.trail_no and found is None:
            yield tr("{report} names row {no} of the audit trail, which is gone").format(
                report=z_label(no), no=ends.trail_no
            )
        elif ends.trail_no and found != ends.trail_hash:
            yield tr("{report} names row {no} of the audit trail, which is another one now").format(
                report=z_label(no), no=ends.trail_no
            )


def _kept_ends(connection: Connection) -> Iterator[tuple[int, BookEnds]]:
    for no, facts in connection.execute(_REPORTS).tuples().all():
        if facts.get("ends"):
            yield no, BookEnds(**facts["ends"])


def _link_at(connection: Connection, link: Select[Any], no: int) -> str | None:
    found: str | None = connection.execute(link, {"no": no}).scalar()
    return found


TRUTHS = (
    Truth(mark("the journal reaches as far as every Z report names, unaltered"), _journal),
    Truth(mark("the audit trail reaches as far as every Z report names, unaltered"), _trail),
)
