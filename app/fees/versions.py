"""Tariffs and their versions as rows: each version with its terms and the days on which it is valid."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access.tables import user
from app.core.ids import FeeItemId, TariffId, VersionId
from app.fees.billing_plan import ValidTerms
from app.fees.items import FeeItem, read_items
from app.fees.tables import tariff, tariff_version
from app.fees.terms import TariffTerms


@dataclass(frozen=True, slots=True)
class TariffVersion:
    """One version: valid on `[first, until)`, or from `first` until further notice; `basis` is what it rests on.

    `by` is the name of the person who recorded it, empty where nobody is known.
    """

    id: VersionId
    first: date
    until: date | None
    terms: TariffTerms
    basis: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Tariff:
    """One tariff with all its versions, oldest first."""

    id: TariffId
    item: FeeItem
    name: str
    versions: tuple[TariffVersion, ...]

    @property
    def first(self) -> date:
        """The first day on which it has a price."""
        return self.versions[0].first

    @property
    def until(self) -> date | None:
        """The day from which it has no price any more; None until further notice."""
        return self.versions[-1].until

    def valid_terms(self) -> tuple[ValidTerms, ...]:
        """The versions as the billing plan reads them."""
        return tuple(ValidTerms(one.first, one.until, one.terms) for one in self.versions)

    def version_on(self, day: date) -> TariffVersion:
        """The version valid on `day`, else the first (before it) or the last (after it)."""
        begun = [version for version in self.versions if version.first <= day]
        return begun[-1] if begun else self.versions[0]


_VERSIONS = (
    select(tariff_version, user.c.name.label("by_name"))
    .join_from(tariff_version, user, user.c.id == tariff_version.c.by, isouter=True)
    .order_by(tariff_version.c.first)
)


def read_tariffs(connection: Connection) -> dict[TariffId, Tariff]:
    """Every tariff by its id, in the order of fee items and names."""
    items = {item.id: item for item in read_items(connection)}
    versions: defaultdict[int, list[TariffVersion]] = defaultdict(list)
    for row in connection.execute(_VERSIONS):
        versions[row.tariff_id].append(_version(row))
    found = [
        Tariff(TariffId(row.id), items[FeeItemId(row.fee_item_id)], row.name, tuple(versions[row.id]))
        for row in connection.execute(select(tariff).order_by(tariff.c.name))
    ]
    return {one.id: one for one in sorted(found, key=_item_order)}


def _item_order(one: Tariff) -> int:
    return one.item.priority


def _version(row: Row[Any]) -> TariffVersion:
    terms = TariffTerms.from_facts(row.terms)
    return TariffVersion(VersionId(row.id), row.first, row.until, terms, row.basis, row.at, row.by_name or "")
