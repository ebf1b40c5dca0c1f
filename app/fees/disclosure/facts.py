"""What the fee disclosure sheet (收费公示) says, copied from the tariffs that are valid on its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.core.settings import Setting
from app.estate.office_facts import OfficeFacts
from app.fees.settings import (
    AUTHORITY_TELEPHONE,
    CHARGING,
    PAYERS,
    PRICE_CONTROL,
    PRICE_HOTLINE,
    SERVICE_STANDARD,
)
from app.store.settings import read_chosen

_SETTINGS = (PAYERS, SERVICE_STANDARD, PRICE_CONTROL, CHARGING, PRICE_HOTLINE, AUTHORITY_TELEPHONE)


@dataclass(frozen=True, slots=True)
class DisclosureTexts:
    """What the office itself says on the sheet; empty texts leave their line out."""

    payers: str = PAYERS.default
    service_standard: str = SERVICE_STANDARD.default
    price_control: str = PRICE_CONTROL.default
    charging: str = CHARGING.default
    price_hotline: str = PRICE_HOTLINE.default
    authority_telephone: str = AUTHORITY_TELEPHONE.default


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
    chosen = read_chosen(connection, _SETTINGS)
    return DisclosureTexts(*(chosen[setting] for setting in _SETTINGS))


def texts_as_settings(texts: DisclosureTexts) -> dict[Setting[str], str]:
    """Each text under the setting that holds it."""
    return {setting: getattr(texts, setting.part) for setting in _SETTINGS}
