"""Where journal and audit trail ended when a Z report was written: on paper, out of reach of who alters the data."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any, Self

from sqlalchemy import Connection

from app.access.audit import audit_end
from app.core.typed_text import plain
from app.counter.shifts.refusals import SumUnreadable
from app.ledger.journal import journal_end

SUM_DIGITS = 16
_GROUP = 4
_SUM = re.compile(rf"[0-9a-f]{{{SUM_DIGITS}}}")
_MISREAD = str.maketrans("oil", "011", "-_./#")


@dataclass(frozen=True, slots=True)
class BookEnds:
    """Number and link (64 hex digits) of the newest entry and of the newest row of the trail."""

    journal_no: int
    journal_hash: str
    trail_no: int
    trail_hash: str

    @classmethod
    def now(cls, connection: Connection) -> Self:
        """As they end before the report itself is written."""
        journal, trail = journal_end(connection), audit_end(connection)
        return cls(journal.no, journal.hash, trail.no, trail.hash)

    def to_facts(self) -> dict[str, Any]:
        """A document for the database."""
        return asdict(self)


def short_sum(link: str) -> str:
    """What stands on paper for a link: its first sixteen hex digits in groups of four."""
    first = link[:SUM_DIGITS].upper()
    return "-".join(first[start : start + _GROUP] for start in range(0, SUM_DIGITS, _GROUP))


def read_sum(text: str) -> str:
    """The beginning of a link as it was typed from paper. Raises SumUnreadable."""
    found = plain(unicodedata.normalize("NFKC", text)).lower().translate(_MISREAD)
    if not _SUM.fullmatch(found):
        raise SumUnreadable(text.strip(), len(found))
    return found
