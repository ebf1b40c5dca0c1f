"""What is asked for when an incident is over, as its row and its last line keep it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.core.money import Money


@dataclass(frozen=True, slots=True)
class Closing:
    """How it ended; `contained_at` is when it spread no further, `over_at` when nothing was left to do at the place.

    `hurt` is how many people, None where nobody can say; `bodies` are the outside bodies that were called; `costs` are
    none where they are not known yet; `review_on` is the day on which it is gone over with all who took part.
    """

    result: str
    over_at: datetime
    contained_at: datetime | None = None
    hurt: int | None = None
    damage: str = ""
    bodies: str = ""
    costs: Money | None = None
    cause: str = ""
    review_on: date | None = None

    def facts(self) -> dict[str, Any]:
        """As the log keeps it: moments and days in ISO, money in fen."""
        return {
            "result": self.result,
            "contained_at": None if self.contained_at is None else self.contained_at.isoformat(),
            "over_at": self.over_at.isoformat(),
            "hurt": self.hurt,
            "damage": self.damage,
            "bodies": self.bodies,
            "costs": None if self.costs is None else self.costs.fen,
            "cause": self.cause,
            "review_on": None if self.review_on is None else self.review_on.isoformat(),
        }


def closing_of(facts: Mapping[str, Any]) -> Closing:
    """What `facts` kept."""
    return Closing(
        result=facts.get("result", ""),
        over_at=datetime.fromisoformat(facts["over_at"]),
        contained_at=_moment(facts.get("contained_at")),
        hurt=facts.get("hurt"),
        damage=facts.get("damage", ""),
        bodies=facts.get("bodies", ""),
        costs=None if facts.get("costs") is None else Money(facts["costs"]),
        cause=facts.get("cause", ""),
        review_on=None if not facts.get("review_on") else date.fromisoformat(facts["review_on"]),
    )


def _moment(kept: str | None) -> datetime | None:
    return None if not kept else datetime.fromisoformat(kept)
