"""Templates as rows: the shipped ones planted once, the newest version of each code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from app.access.tables import user
from app.core.ids import UserId
from app.notices.refusals import TemplateUnknown
from app.notices.tables import notice_template
from app.notices.templates.read_template import read_template
from app.notices.templates.shipped import CODES, shipped_document
from app.notices.templates.template import Template
from app.store.rows import insert_row

SHIPPED, OWN = "shipped", "office"
_T = notice_template.c


@dataclass(frozen=True, slots=True)
class KeptTemplate:
    """A version of a template; `document` is what an editor changes."""

    id: int
    version: int
    own: bool
    at: datetime
    by: str
    document: Mapping[str, Any]
    template: Template


def plant_templates(connection: Connection, at: datetime) -> None:
    """Write every shipped template of which the office has no version yet."""
    held = set(connection.execute(select(_T.code)).scalars())
    for code in CODES:
        if code not in held:
            write_version(connection, code, 1, SHIPPED, shipped_document(code), at, None)


def write_version(
    connection: Connection,
    code: str,
    version: int,
    source: str,
    document: Mapping[str, Any],
    at: datetime,
    by: UserId | None,
) -> int:
    """A version of a template; its id."""
    return insert_row(
        connection,
        notice_template,
        code=code,
        version=version,
        source=source,
        body=dict(document),
        retired_at=None,
        at=at,
        by=by,
    )


def newest_template(connection: Connection, code: str) -> KeptTemplate:
    """The version in use. Raises TemplateUnknown."""
    row = connection.execute(in_use().where(_T.code == code)).first()
    if row is None:
        raise TemplateUnknown(code)
    return kept(row)


def in_use() -> Select[Any]:
    """The newest version of every code that was not retired."""
    newest = select(_T.code, func.max(_T.version).label("version")).where(_T.retired_at.is_(None)).group_by(_T.code)
    held = newest.subquery()
    return versions().join(held, (_T.code == held.c.code) & (_T.version == held.c.version))


def versions() -> Select[Any]:
    """Every version with the name of its author."""
    return select(notice_template, user.c.name.label("person")).outerjoin(user, user.c.id == _T.by)


def kept(row: Row[Any]) -> KeptTemplate:
    """A row as it is used."""
    template = read_template(row.code, row.body)
    return KeptTemplate(row.id, row.version, row.source == OWN, row.at, row.person or "", row.body, template)
