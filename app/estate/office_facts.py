"""What the office says of itself on papers and in the window's head."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime

from sqlalchemy import Connection

from app.core.ids import UserId
from app.store.settings import read_setting, write_setting

_KEY = "office.facts"


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """Company over service centre on papers; `telephone` is the one that residents call about a receipt."""

    company: str = ""
    service_centre: str = ""
    estate: str = ""
    telephone: str = ""
    address: str = ""
    complaint_telephone: str = ""


def read_office_facts(connection: Connection) -> OfficeFacts:
    """The facts as last written; empty texts before the set-up."""
    stored = read_setting(connection, _KEY, {})
    known = {field.name for field in fields(OfficeFacts)}
    return replace(OfficeFacts(), **{name: value for name, value in stored.items() if name in known})


def write_office_facts(connection: Connection, facts: OfficeFacts, at: datetime, by: UserId | None) -> None:
    """Keep the facts for every paper from now on; papers already issued hold their own copy."""
    write_setting(connection, _KEY, asdict(facts), at, by)
