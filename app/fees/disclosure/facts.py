"""What the fee disclosure sheet (收费公示) says, copied from the tariffs that are valid on its day."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime

from sqlalchemy import Connection

from app.core.ids import UserId
from app.estate.office_facts import OfficeFacts
from app.store.settings import read_setting, write_setting

PRICE_HOTLINE = "12315"
_KEY = "fees.disclosure"


@dataclass(frozen=True, slots=True)
class DisclosureTexts:
    """What the office itself says on the sheet; empty texts leave their line out."""

    payers: str = "业主（未售出的房屋由建设单位交纳）"
    service_standard: str = ""
    price_control: str = "市场调节价"
    charging: str = "包干制"
    price_hotline: str = PRICE_HOTLINE
    authority_telephone: str = ""


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """One line: what is charged, its standard, how it is counted, and what it rests on; lines parted by line feeds."""

    name: str
    standard: str
    counting: str
    basis: str


@dataclass(frozen=True, slots=True)
class DisclosureGroup:
    """Lines under one head."""

    title: str
    rows: tuple[DisclosureRow, ...]


@dataclass(frozen=True, slots=True)
class DisclosureFacts:
    """The whole sheet: valid from `day`, printed on `printed_on`."""

    office: OfficeFacts
    texts: DisclosureTexts
    day: date
    printed_on: date
    begins: str
    groups: tuple[DisclosureGroup, ...]
    notes: tuple[str, ...]


def read_texts(connection: Connection) -> DisclosureTexts:
    """The texts as last written; the usual ones before."""
    stored = read_setting(connection, _KEY, {})
    known = {field.name for field in fields(DisclosureTexts)}
    return DisclosureTexts(**{name: value for name, value in stored.items() if name in known})


def write_texts(connection: Connection, texts: DisclosureTexts, at: datetime, by: UserId) -> None:
    """Keep the texts for every later sheet."""
    write_setting(connection, _KEY, {name: value.strip() for name, value in asdict(texts).items()}, at, by)
