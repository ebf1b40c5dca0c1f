"""What must always hold of notices."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, func, or_, select

from app.core.language import mark
from app.notices.number import SERIALS, notice_number
from app.notices.tables import notice, notice_posting, notice_template
from app.store.truths import Truth

_N, _P, _T = notice.c, notice_posting.c, notice_template.c


_NUMBERS = select(_N.number).order_by(_N.number)


def _numbers(connection: Connection) -> Iterator[str]:
    by_year: dict[int, list[int]] = {}
    for number in connection.execute(_NUMBERS).scalars():
        by_year.setdefault(number // SERIALS, []).append(number % SERIALS)
    for year, serials in by_year.items():
        if serials != list(range(1, len(serials) + 1)):
            yield f"{year}: {len(serials)} / {serials[-1]}"


_PAPERS = select(_N.number, _N.paper)


def _papers(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_PAPERS):
        if row.paper.get("number") != notice_number(row.number):
            yield notice_number(row.number)


_FIELDS = select(_N.id, _N.number, _N.fields)


def _followed(connection: Connection) -> Iterator[str]:
    rows = {row.id: row for row in connection.execute(_FIELDS)}
    for row in rows.values():
        earlier = row.fields.get("follows")
        if earlier is not None and (earlier not in rows or rows[earlier].number >= row.number):
            yield f"{notice_number(row.number)}: {earlier}"


_HALF = _N.called_off_at.is_(None) != _N.called_off_by.is_(None)
_UNSAID = _N.called_off_at.is_not(None) & (_N.called_off_for == "")
_HALF_CALLED_OFF = select(_N.number).where(or_(_HALF, _UNSAID))


def _called_off(connection: Connection) -> Iterator[str]:
    for number in connection.execute(_HALF_CALLED_OFF).scalars():
        yield notice_number(number)


_NEVER = _P.posted_at.is_(None) & or_(_P.removed_at.is_not(None), _P.photo_hash != "", _P.posted_by != "")
_EARLY = _P.removed_at < _P.posted_at
_NOBODY = _P.posted_at.is_not(None) & (_P.posted_by == "")
_WRONGLY_HUNG = select(_P.id).where(or_(_NEVER, _EARLY, _NOBODY))


def _hangs(connection: Connection) -> Iterator[str]:
    for key in connection.execute(_WRONGLY_HUNG).scalars():
        yield f"posting {key}"


_WITH_PHOTO = select(_P.id).where(_P.photo_hash != "").order_by(_P.id)
_PHOTO = select(_P.photo, _P.photo_hash).where(_P.id == bindparam("key"))


def _photos(connection: Connection) -> Iterator[str]:
    for key in connection.execute(_WITH_PHOTO).scalars().all():
        row = connection.execute(_PHOTO, {"key": key}).one()
        if hashlib.sha256(row.photo or b"").hexdigest() != row.photo_hash:
            yield f"posting {key}"


_COUNTED = select(_T.code, func.count().label("held"), func.max(_T.version).label("last")).group_by(_T.code)


def _versions(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_COUNTED):
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
