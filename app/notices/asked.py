"""What a page asks for: a notice to issue, and what another page knows already when it leads here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.notices.templates.template import NoticeKind


@dataclass(frozen=True, slots=True)
class Door:
    """A place where a notice hangs: a unit's door, a lift hall, a board."""

    label: str
    building_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewNotice:
    """What is issued; `follows` is the id of the earlier notice, `incident_id` the incident that asked for it.

    That of a drill says so on every paper.
    """

    code: str
    kind: NoticeKind
    values: Mapping[str, str]
    place: str = ""
    building_id: int | None = None
    doors: tuple[Door, ...] = ()
    follows: int | None = None
    incident_id: int | None = None
    is_drill: bool = False


@dataclass(frozen=True, slots=True)
class NoticeWanted:
    """What leads to the page of notices: the plan's template, where and since when, and the incident with its step.

    `values` are filled in besides; the log of the incident is told when the notice is issued.
    """

    code: str
    place: str = ""
    building_id: int | None = None
    began: datetime | None = None
    incident_id: int | None = None
    step: str = ""
    is_drill: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
