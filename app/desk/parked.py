"""Bills put aside while the payer looks for money: a few for each person, and they outlast the program.

A parked bill is only what was typed: it locks no room and counts as no payment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.access.actor import Actor
from app.core.clock import Clock
from app.core.errors import Refusal
from app.core.money import Money
from app.desk.drafts import Drafts

FORM = "counter.parked"
MOST_PARKED = 9


class TooManyParked(Refusal):
    """So many bills at most are parked at once."""

    most: int


@dataclass(frozen=True, slots=True)
class ParkedBill:
    """A bill as it stood; `due` is what was to be paid (fen), `typed` the draft."""

    code: str
    payer: str
    due: Money
    at: datetime
    typed: Mapping[str, Any]

    @property
    def client_id(self) -> str:
        """What makes its payment unique."""
        return str(self.typed["client_id"])


class ParkedBills:
    """One list for each person, the oldest first."""

    def __init__(self, drafts: Drafts, clock: Clock) -> None:
        self._drafts = drafts
        self._clock = clock

    def of(self, by: Actor) -> tuple[ParkedBill, ...]:
        """What this person parked."""
        kept = self._drafts.find(by, FORM)
        return () if kept is None else tuple(_parked(one) for one in kept.content["bills"])

    def park(self, by: Actor, typed: Mapping[str, Any], payer: str, due: Money) -> None:
        """Keep a bill; the same one again takes the place of the old. Raises TooManyParked."""
        others = [one for one in self.of(by) if one.client_id != typed["client_id"]]
        if len(others) >= MOST_PARKED:
            raise TooManyParked(MOST_PARKED)
        self._save(by, [*others, ParkedBill(str(typed["code"]), payer, due, self._clock.now(), typed)])

    def drop(self, by: Actor, client_id: str) -> None:
        """The bill is open again, or paid."""
        self._save(by, [one for one in self.of(by) if one.client_id != client_id])

    def _save(self, by: Actor, bills: list[ParkedBill]) -> None:
        if bills:
            self._drafts.save(by, FORM, {"bills": [_kept(one) for one in bills]})
        else:
            self._drafts.drop(by, FORM)


def _kept(one: ParkedBill) -> dict[str, object]:
    facts = {"code": one.code, "payer": one.payer, "due": one.due.fen, "at": one.at.isoformat()}
    return {**facts, "typed": dict(one.typed)}


def _parked(kept: Mapping[str, Any]) -> ParkedBill:
    at = datetime.fromisoformat(kept["at"])
    return ParkedBill(kept["code"], kept["payer"], Money(kept["due"]), at, kept["typed"])
