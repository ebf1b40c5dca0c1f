"""How opening arrears explain themselves: which sheet they came from, and the readings that it named."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.core.language import tr
from app.core.show import show_decimal

OPENING = "opening"


def explain_opening(file: str, row: int, readings: tuple[Decimal, Decimal] | None, note: str) -> dict[str, Any]:
    """The facts of one row; amounts taken over are not computed anew."""
    facts: dict[str, Any] = {"kind": OPENING, "file": file, "row": row}
    if readings is not None:
        facts["readings"] = [str(one) for one in readings]
    return facts | ({"note": note} if note else {})


def opening_words(explain: Mapping[str, Any]) -> list[str]:
    """Where the amount comes from, and what else the sheet said."""
    words = [tr("taken over from the books before: “{file}”, row {row}").format(**explain)]
    readings = readings_of(explain)
    if readings is not None:
        before, now = readings
        said = tr("meter from {before} to {now}: {usage} used")
        words.append(said.format(before=show_decimal(before, 0), now=show_decimal(now, 0), usage=_usage(before, now)))
    return [*words, explain["note"]] if "note" in explain else words


def readings_of(explain: Mapping[str, Any]) -> tuple[Decimal, Decimal] | None:
    """The readings that the sheet named."""
    if "readings" not in explain:
        return None
    before, now = explain["readings"]
    return Decimal(before), Decimal(now)


def _usage(before: Decimal, now: Decimal) -> str:
    return show_decimal(now - before, 0)
