"""A row of back entry as it is kept in a draft, and taken up again after a kill."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.core.ids import BookId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.outages.back_entries import Written

FORM = "counter.back_entry"


def kept(paper: Written) -> dict[str, object]:
    return {
        "client_id": paper.client_id,
        "book": paper.book_id,
        "number": paper.number,
        "unit": paper.unit_id,
        "amount": paper.amount.fen,
        "method": paper.method.value,
        "reference": paper.reference,
        "written": paper.written_at.isoformat(),
        "collector": paper.collector,
    }


def restored(content: Mapping[str, Any]) -> Written:
    return Written(
        content["client_id"],
        BookId(content["book"]),
        content["number"],
        UnitId(content["unit"]),
        Money(content["amount"]),
        Method(content["method"]),
        content["reference"],
        datetime.fromisoformat(content["written"]),
        content["collector"],
    )
