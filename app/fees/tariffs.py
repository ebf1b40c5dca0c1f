"""Tariffs: made with a first version, changed only by a new one from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, insert, or_, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import FeeItemId, TariffId
from app.fees.items import read_items
from app.fees.refusals import (
    DatesReversed,
    TariffExists,
    TariffNeedsName,
    VersionLeavesHole,
    VersionNotLater,
)
from app.fees.tables import assignment, tariff, tariff_version
from app.fees.terms import TariffTerms
from app.fees.terms_check import check_terms, check_versions_agree
from app.fees.terms_trial import must_give_an_amount
from app.fees.versions import Tariff, TariffVersion, read_tariffs
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class TariffRow:
    """A tariff in the list: its version valid today, and on how many units it lies."""

    tariff: Tariff
    now: TariffVersion
    units: int


class Tariffs:
    """The office's tariffs."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def rows(self) -> list[TariffRow]:
        """All tariffs in the order of fee items, then names."""
        today = self._clock.now().date()
        with self._store.reading() as connection:
            units = _units_now(connection, today)
            tariffs = read_tariffs(connection)
        return [TariffRow(one, one.version_on(today), units.get(one.id, 0)) for one in tariffs.values()]

    def get(self, tariff_id: TariffId) -> Tariff:
        """One tariff with its versions, oldest first."""
        with self._store.reading() as connection:
            return read_tariffs(connection)[tariff_id]

    def create(
        self,
        by: Actor,
        item_id: FeeItemId,
        name: str,
        first: date,
        terms: TariffTerms,
        until: date | None = None,
        basis: str = "",
    ) -> TariffId:
        """A tariff with its first version, valid on `[first, until)`.

        Raises NotPermitted, TariffNeedsName, TariffExists, DatesReversed, MandateMissing, and what `check_terms` and
        `must_give_an_amount` refuse.
        """
        by.require(Permission.MANAGE_TARIFFS)
        name = name.strip()
        if not name:
            raise TariffNeedsName
        if until is not None and until <= first:
            raise DatesReversed(first, until)
        with self._store.transaction() as connection:
            item = next(item for item in read_items(connection) if item.id == item_id)
            check_terms(item, terms, self._clock.now().date())
            must_give_an_amount(connection, terms)
            if connection.execute(select(tariff.c.id).where(tariff.c.name == name)).first():
                raise TariffExists(name)
            row = {"fee_item_id": item_id, "name": name, "at": self._clock.now(), "by": by.id}
            key = connection.execute(insert(tariff).values(row)).inserted_primary_key
            assert key is not None
            self._write_version(connection, by, TariffId(key[0]), first, until, terms, basis)
        return TariffId(key[0])

    def new_version(
        self, by: Actor, tariff_id: TariffId, first: date, terms: TariffTerms, basis: str = ""
    ) -> TariffVersion:
        """Other terms from `first` on; the version before ends there and is never changed.

        Raises NotPermitted, VersionNotLater, VersionLeavesHole, VersionOfOtherKind, MandateMissing, and what
        `check_terms` and `must_give_an_amount` refuse.
        """
        by.require(Permission.MANAGE_TARIFFS)
        with self._store.transaction() as connection:
            one = read_tariffs(connection)[tariff_id]
            check_terms(one.item, terms, self._clock.now().date())
            must_give_an_amount(connection, terms)
            newest = one.versions[-1]
            check_versions_agree(one.name, newest.terms, terms)
            if first <= newest.first:
                raise VersionNotLater(one.name, newest.first, first)
            if newest.until is not None and first > newest.until:
                raise VersionLeavesHole(one.name, newest.until, first)
            self._end_version(connection, newest, first)
            self._write_version(connection, by, tariff_id, first, None, terms, basis)
            return read_tariffs(connection)[tariff_id].versions[-1]

    def close(self, by: Actor, tariff_id: TariffId, until: date) -> None:
        """No price any more from `until` on. Raises NotPermitted, DatesReversed."""
        by.require(Permission.MANAGE_TARIFFS)
        with self._store.transaction() as connection:
            newest = read_tariffs(connection)[tariff_id].versions[-1]
            if until <= newest.first:
                raise DatesReversed(newest.first, until)
            self._end_version(connection, newest, until)

    def _end_version(self, connection: Connection, version: TariffVersion, until: date) -> None:
        connection.execute(update(tariff_version).where(tariff_version.c.id == version.id).values(until=until))

    def _write_version(
        self,
        connection: Connection,
        by: Actor,
        tariff_id: TariffId,
        first: date,
        until: date | None,
        terms: TariffTerms,
        basis: str,
    ) -> None:
        row = {
            "tariff_id": tariff_id,
            "first": first,
            "until": until,
            "terms": terms.to_facts(),
            "basis": basis.strip(),
            "at": self._clock.now(),
            "by": by.id,
        }
        connection.execute(insert(tariff_version).values(row))


def _units_now(connection: Connection, today: date) -> dict[TariffId, int]:
    lying = or_(assignment.c.until.is_(None), assignment.c.until > today)
    units = func.count(assignment.c.unit_id.distinct()).label("units")
    counted = select(assignment.c.tariff_id, units).where(lying).group_by(assignment.c.tariff_id)
    return {TariffId(row.tariff_id): row.units for row in connection.execute(counted)}
