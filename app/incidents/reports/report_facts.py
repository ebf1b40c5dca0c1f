"""What stands in 《突发重大事件报告》."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.core.money import Money
from app.estate.office_facts import OfficeFacts
from app.incidents.attached.losses import LossRow
from app.incidents.attached.people import PersonRow
from app.incidents.closing.closing import Closing
from app.incidents.reports.review import Review
from app.incidents.reports.step_findings import Findings
from app.incidents.running.view import IncidentView


@dataclass(frozen=True, slots=True)
class KeyTime:
    """One of the moments that are looked for first; `note` says how long after what."""

    name: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A ticket that the incident raised: its number, what, who answers for it, and by when or how it stands."""

    number: str
    text: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Chained:
    """How many lines the log has, the last fingerprint of its chain, and the first line that does not follow."""

    lines: int
    head: str
    broken_at: int | None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """An incident as it is told afterwards; `closing` is None while it runs, `review` until it was gone over.

    `people` are masked unless the reader may see them and asked for it. `loss_total` sums what was estimated.
    """

    office: OfficeFacts
    view: IncidentView
    key_times: tuple[KeyTime, ...]
    findings: Findings
    people: tuple[PersonRow, ...]
    losses: tuple[LossRow, ...]
    loss_total: Money
    follow_ups: tuple[FollowUpLine, ...]
    photos: int
    closing: Closing | None
    review_on: date | None
    review: Review | None
    reviewed_at: datetime | None
    chained: Chained
    printed_at: datetime
    printed_by: str
    parent: str = ""
    children: tuple[str, ...] = ()
