"""A notice that was left half written: what was typed, and what it was for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.notices.asked import Door, NewNotice, NoticeWanted
from app.notices.templates.template import NoticeKind


@dataclass(frozen=True, slots=True)
class NoticeLeft:
    """`wanted` is with what it began."""

    wanted: NoticeWanted
    kind: NoticeKind
    values: Mapping[str, str]
    doors: tuple[Door, ...]
    follows: int | None

    @classmethod
    def of(cls, asked: NewNotice, step: str) -> NoticeLeft:
        """As it stands."""
        wanted = NoticeWanted(
            asked.code,
            asked.place,
            asked.building_id,
            incident_id=asked.incident_id,
            step=step,
            is_drill=asked.is_drill,
        )
        return cls(wanted, asked.kind, asked.values, asked.doors, asked.follows)

    def to_facts(self) -> dict[str, Any]:
        """As it is kept."""
        wanted = self.wanted
        return {
            "code": wanted.code,
            "place": wanted.place,
            "building": wanted.building_id,
            "incident": wanted.incident_id,
            "step": wanted.step,
            "drill": wanted.is_drill,
            "kind": self.kind.value,
            "values": dict(self.values),
            "doors": [[door.label, door.building_id] for door in self.doors],
            "follows": self.follows,
        }

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> NoticeLeft:
        """The same again."""
        wanted = NoticeWanted(
            facts["code"],
            facts["place"],
            facts["building"],
            incident_id=facts["incident"],
            step=facts["step"],
            is_drill=facts["drill"],
        )
        doors = tuple(Door(label, building) for label, building in facts["doors"])
        return cls(wanted, NoticeKind(facts["kind"]), facts["values"], doors, facts["follows"])
