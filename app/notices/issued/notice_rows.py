"""Notices as rows: written once with their words, read with everywhere they hang."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.access.tables import user
from app.core.ids import UserId
from app.notices.asked import NewNotice
from app.notices.issued.standing import Hanging, Standing, Times, standing_of
from app.notices.number import SERIALS, notice_number
from app.notices.paper_facts import NoticePaper
from app.notices.refusals import NoticeUnknown
from app.notices.tables import notice, notice_posting, notice_template
from app.notices.templates.template import NoticeKind
from app.store.rows import insert_row

MESSAGE = "消息·"
"""Begins the place of what was sent by hand and hangs nowhere."""
_N, _P = notice.c, notice_posting.c


@dataclass(frozen=True, slots=True)
class IssuedNotice:
    """A notice with its words and how it stands; `posted` and `removed` count its `places`, `sent` its messages."""

    id: int
    number: str
    code: str
    kind: NoticeKind
    values: Mapping[str, str]
    paper: NoticePaper
    place: str
    building_id: int | None
    at: datetime
    by: str
    times: Times
    called_off_for: str
    follows: int | None
    followed_by: str
    incident_id: int | None
    is_drill: bool
    places: int
    posted: int
    removed: int
    sent: int
    standing: Standing

    @property
    def hanging(self) -> int:
        """At how many places it hangs now."""
        return self.posted - self.removed


@dataclass(frozen=True, slots=True)
class Written:
    """What is kept of a new notice."""

    template_id: int
    number: int
    asked: NewNotice
    paper: NoticePaper
    due_by: datetime | None
    ends_at: datetime | None


def next_number(connection: Connection, year: int) -> int:
    """The number of the next notice of a year."""
    first = year * SERIALS
    last = connection.execute(select(func.max(_N.number)).where(_N.number.between(first, first + SERIALS - 1))).scalar()
    return (last or first) + 1


def write_notice(connection: Connection, written: Written, at: datetime, by: UserId) -> int:
    """Keep a notice; its id."""
    asked = written.asked
    fields = {
        "kind": asked.kind.value,
        "values": dict(asked.values),
        "follows": asked.follows,
        "incident": asked.incident_id,
        "drill": asked.is_drill,
    }
    return insert_row(
        connection,
        notice,
        number=written.number,
        template_id=written.template_id,
        fields=fields,
        paper=written.paper.to_facts(),
        place=asked.place,
        building_id=asked.building_id,
        due_by=written.due_by,
        ends_at=written.ends_at,
        at=at,
        by=by,
    )


def read_notices(connection: Connection, now: datetime, ids: Sequence[int] | None = None) -> list[IssuedNotice]:
    """Notices with how they stand, newest first."""
    asked = (
        select(notice, notice_template.c.code, user.c.name.label("person"))
        .join(notice_template, notice_template.c.id == _N.template_id)
        .outerjoin(user, user.c.id == _N.by)
        .order_by(_N.number.desc())
    )
    if ids is not None:
        asked = asked.where(_N.id.in_(list(ids)))
    followed = _followed(connection)
    places, sent = _places(connection, ids)
    return [_issued(row, followed.get(row.id), places[row.id], sent[row.id], now) for row in connection.execute(asked)]


def seen_ids(connection: Connection, most: int) -> list[int]:
    """The newest notices, and older ones that hang somewhere."""
    newest = connection.execute(select(_N.id).order_by(_N.number.desc()).limit(most)).scalars().all()
    hangs = _P.posted_at.is_not(None) & _P.removed_at.is_(None) & _P.taken_off_at.is_(None)
    held = select(_P.notice_id).where(hangs, ~_P.place.startswith(MESSAGE, autoescape=True)).distinct()
    return list({*newest, *connection.execute(held).scalars()})


def read_notice(connection: Connection, notice_id: int, now: datetime) -> IssuedNotice:
    """One notice. Raises NoticeUnknown."""
    found = read_notices(connection, now, [notice_id])
    if not found:
        raise NoticeUnknown(notice_id)
    return found[0]


def _followed(connection: Connection) -> dict[int, tuple[datetime, str]]:
    """When a notice was followed by a later one that was not called off, and by which."""
    found: dict[int, tuple[datetime, str]] = {}
    standing = select(_N.number, _N.fields, _N.at).where(_N.called_off_at.is_(None)).order_by(_N.number)
    for row in connection.execute(standing):
        earlier = row.fields.get("follows")
        if earlier is not None:
            found[earlier] = (row.at, notice_number(row.number))
    return found


def _places(connection: Connection, ids: Sequence[int] | None) -> tuple[Mapping[int, list[Hanging]], Mapping[int, int]]:
    places: dict[int, list[Hanging]] = defaultdict(list)
    sent: dict[int, int] = defaultdict(int)
    asked = select(_P.notice_id, _P.place, _P.posted_at, _P.removed_at).where(_P.taken_off_at.is_(None))
    if ids is not None:
        asked = asked.where(_P.notice_id.in_(list(ids)))
    for row in connection.execute(asked):
        if row.place.startswith(MESSAGE):
            sent[row.notice_id] += 1
        else:
            places[row.notice_id].append(Hanging(row.posted_at, row.removed_at))
    return places, sent


def _issued(
    row: Row[Any], followed: tuple[datetime, str] | None, places: Sequence[Hanging], sent: int, now: datetime
) -> IssuedNotice:
    followed_at, followed_by = followed or (None, "")
    times = Times(row.due_by, row.ends_at, row.called_off_at, followed_at)
    return IssuedNotice(
        id=row.id,
        number=notice_number(row.number),
        code=row.code,
        kind=NoticeKind(row.fields["kind"]),
        values=row.fields["values"],
        paper=NoticePaper.from_facts(row.paper),
        place=row.place,
        building_id=row.building_id,
        at=row.at,
        by=row.person or "",
        times=times,
        called_off_for=row.called_off_for,
        follows=row.fields["follows"],
        followed_by=followed_by,
        incident_id=row.fields["incident"],
        is_drill=row.fields["drill"],
        places=len(places),
        posted=sum(place.posted_at is not None for place in places),
        removed=sum(place.removed_at is not None for place in places),
        sent=sent,
        standing=standing_of(times, places, now),
    )
