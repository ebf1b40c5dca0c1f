"""What must always hold of notices."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, func, or_, select

from app.core.language import mark
from app.notices.number import SERIALS, notice_number
from app.notices.tables import notice, notice_posting, notice_template
from app.store.truths import Truth

_N, _P, _T = notice.c, notice_posting.c, notice_template.c


def _numbers(connection: Connection) -> Iterator[str]:
    by_year: dict[int, list[int]] = {}
    for number in connection.execute(select(_N.number).order_by(_N.number)).scalars():
        by_year.setdefault(number // SERIALS, []).append(number % SERIALS)
    for year, serials in by_year.items():
        if serials != list(range(1, len(serials) + 1)):
            yield f"{year}: {len(serials)} / {serials[-1]}"


def _papers(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(_N.number, _N.paper)):
        if row.paper.get("number") != notice_number(row.number):
            yield notice_number(row.number)


def _followed(connection: Connection) -> Iterator[str]:
    rows = {row.id: row for row in connection.execute(select(_N.id, _N.number, _N.fields))}
    for row in rows.values():
        earlier = row.fields.get("follows")
        if earlier is not None and (earlier not in rows or rows[earlier].number >= row.number):
            yield f"{notice_number(row.number)}: {earlier}"


def _called_off(connection: Connection) -> Iterator[str]:
    half = _N.called_off_at.is_(None) != _N.called_off_by.is_(None)
    unsaid = _N.called_off_at.is_not(None) & (_N.called_off_for == "")
    for number in connection.execute(select(_N.number).where(or_(half, unsaid))).scalars():
        yield notice_number(number)


def _hangs(connection: Connection) -> Iterator[str]:
    never = _P.posted_at.is_(None) & or_(_P.removed_at.is_not(None), _P.photo_hash != "", _P.posted_by != "")
    early = _P.removed_at < _P.posted_at
    nobody = _P.posted_at.is_not(None) & (_P.posted_by == "")
    for key in connection.execute(select(_P.id).where(or_(never, early, nobody))).scalars():
        yield f"posting {key}"


def _photos(connection: Connection) -> Iterator[str]:
    for key in connection.execute(select(_P.id).where(_P.photo_hash != "").order_by(_P.id)).scalars().all():
        row = connection.execute(select(_P.photo, _P.photo_hash).where(_P.id == key)).one()
        if hashlib.sha256(row.photo or b"").hexdigest() != row.photo_hash:
            yield f"posting {key}"


def _versions(connection: Connection) -> Iterator[str]:
    counted = select(_T.code, func.count().label("held"), func.max(_T.version).label("last")).group_by(_T.code)
    for row in connection.execute(counted):
        if row.held != row.last:
            yield f"{row.code}: {row.held} / {row.last}"


TRUTHS = (
    Truth(mark("the numbers of notices run through each year without a gap"), _numbers),
    Truth(mark("every notice bears its own number on its papers"), _papers),
    Truth(mark("a notice that follows another one was issued after it"), _followed),
    Truth(mark("a notice that was called off says when, by whom and why"), _called_off),
    Truth(mark("nothing was taken down that never hung, and somebody hung it"), _hangs),
    Truth(mark("photos of notices are as they were kept"), _photos),
    Truth(mark("the versions of a template of notices run without a gap"), _versions),
)
