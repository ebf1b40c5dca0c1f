"""Meters: registered, linked to units, their devices replaced, ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import MeterId, UnitId
from app.estate.tables import unit
from app.meters import meter_rows
from app.meters.interval_rows import read_links
from app.meters.intervals import MeterLink
from app.meters.kinds import ReadingKind
from app.meters.meter_checks import check_end, check_loss_rate, check_name
from app.meters.meter_facts import MeterEnd, MeterFacts, MeterFilter, MeterPage, MeterRow, NewMeter, Replacement
from app.meters.meter_pages import read_meter_page, read_meter_rows
from app.meters.meter_rows import Stamp
from app.meters.meter_state import read_meter
from app.meters.reading_rule import MeterSoFar, TypedReading
from app.meters.refusals import (
    DeviceNumberMissing,
    LinkEndsBeforeItBegins,
    LossRateInUse,
    MeterEnded,
    MeterIsPublic,
    NoReadingYet,
    UnitNotLinked,
    UnknownMeter,
)
from app.meters.tables import meter, meter_unit
from app.meters.take_reading import take_reading
from app.meters.write_correction import Follower
from app.store.store import Store

ONE = Decimal(1)


class Meters:
    """Keeps the meters of the estate; `followers` act on what a real reading made of estimates before it."""

    def __init__(self, store: Store, clock: Clock, followers: Sequence[Follower] = ()) -> None:
        self._store = store
        self._clock = clock
        self._followers = followers

    def register(self, by: Actor, new: NewMeter) -> MeterId:
        """Enter a meter with its device, the units it serves since `new.since`, and its base.

        Raises NotPermitted, MeterNameMissing, WrongDigits, MultiplierOutOfRange, LossRateOutOfRange, MeterNumberTaken,
        MeterIsPublic, WeightNotPositive, UnknownUnit, UnitLinked and the refusals of a reading.
        """
        by.require(Permission.MANAGE_METERS)
        with self._store.transaction() as connection:
            meter_id = meter_rows.insert_meter(connection, new, self._stamp(by))
            if new.first_reading is not None:
                base = TypedReading(meter_id, new.since, new.first_reading, ReadingKind.BASE)
                self._take(connection, by, base, accepted=True)
            facts = {"kind": new.kind, "number": new.device.number, "since": str(new.since)}
            self._record(connection, by, "register_meter", new.name.strip(), facts)
            return meter_id

    def change(self, by: Actor, meter_id: MeterId, facts: MeterFacts) -> None:
        """Write other facts; the loss rate only while no usage was counted with it.

        Raises NotPermitted, UnknownMeter, MeterNameMissing, LossRateOutOfRange, LossRateInUse.
        """
        by.require(Permission.MANAGE_METERS)
        name = check_name(facts.name)
        check_loss_rate(facts.loss_rate)
        with self._store.transaction() as connection:
            before = read_meter(connection, meter_id)
            if before.intervals and facts.loss_rate != before.loss_rate:
                raise LossRateInUse(before.name)
            written: dict[str, object] = {"name": name, "building_id": facts.building_id, "route": facts.route}
            written |= {"loss_rate": facts.loss_rate, "note": facts.note.strip()}
            connection.execute(update(meter).where(meter.c.id == meter_id).values(written))
            self._record(connection, by, "change_meter", name, {key: str(value) for key, value in written.items()})

    def set_route(self, by: Actor, meter_ids: Sequence[MeterId]) -> None:
        """Read these meters in this order from now on. Raises NotPermitted."""
        by.require(Permission.MANAGE_METERS)
        with self._store.transaction() as connection:
            meter_rows.write_route(connection, meter_ids)
            self._record(connection, by, "set_meter_route", "", {"meters": list(meter_ids)})

    def move(self, by: Actor, meter_id: MeterId, place_of: MeterId) -> None:
        """Read a meter where another was read so far; those between move up. Raises NotPermitted, UnknownMeter."""
        by.require(Permission.MANAGE_METERS)
        with self._store.transaction() as connection:
            before = read_meter(connection, meter_id)
            order = meter_rows.read_route(connection)
            if place_of not in order or meter_id not in order:
                raise UnknownMeter(str(place_of))
            place = order.index(place_of)
            order.remove(meter_id)
            order.insert(place, meter_id)
            meter_rows.write_route(connection, order)
            self._record(connection, by, "move_meter", before.name, {"meter": meter_id, "place": place + 1})

    def link(self, by: Actor, meter_id: MeterId, unit_id: UnitId, first: date, weight: Decimal = ONE) -> None:
        """Let the meter serve a unit from `first` on, with its weight among the units of the meter.

        Raises NotPermitted, UnknownMeter, MeterEnded, MeterIsPublic, WeightNotPositive, UnknownUnit, UnitLinked.
        """
        by.require(Permission.MANAGE_METERS)
        with self._store.transaction() as connection:
            so_far = self._in_use(connection, meter_id)
            if connection.execute(select(meter.c.public).where(meter.c.id == meter_id)).scalar_one():
                raise MeterIsPublic(so_far.name)
            link = MeterLink(meter_id, unit_id, weight, first, None)
            meter_rows.insert_link(connection, so_far.name, link, self._stamp(by))
            facts = {"unit": unit_id, "weight": str(weight), "first": str(first)}
            self._record(connection, by, "link_meter", so_far.name, facts)

    def unlink(self, by: Actor, meter_id: MeterId, unit_id: UnitId, until: date) -> None:
        """Let the meter no longer serve the unit from `until` on.

        Raises NotPermitted, UnknownMeter, UnitNotLinked, LinkEndsBeforeItBegins.
        """
        by.require(Permission.MANAGE_METERS)
        with self._store.transaction() as connection:
            name = read_meter(connection, meter_id).name
            code = connection.execute(select(unit.c.code).where(unit.c.id == unit_id)).scalar() or str(unit_id)
            links = read_links(connection, meter_ids=[meter_id])
            link = next((one for one in links if one.unit_id == unit_id and one.until is None), None)
            if link is None:
                raise UnitNotLinked(name, code)
            if until <= link.first:
                raise LinkEndsBeforeItBegins(code, link.first, until)
            end = update(meter_unit).where(meter_unit.c.meter_id == meter_id, meter_unit.c.unit_id == unit_id)
            connection.execute(end.where(meter_unit.c.until.is_(None)).values(until=until))
            self._record(connection, by, "unlink_meter", name, {"unit": unit_id, "until": str(until)})

    def replace(self, by: Actor, meter_id: MeterId, what: Replacement, *, accepted: bool = False) -> None:
        """Hang another device on the day of the old one's last reading; what both count is one usage.

        Raises NotPermitted, UnknownMeter, MeterEnded, NoReadingYet, DeviceNumberMissing, WrongDigits,
        MultiplierOutOfRange, MeterNumberTaken, ReadingUnusual unless `accepted`, and the refusals of a reading.
        """
        by.require(Permission.MANAGE_METERS)
        with self._store.transaction() as connection:
            so_far = self._in_use(connection, meter_id)
            if not so_far.readings:
                raise NoReadingYet(so_far.name)
            if not what.device.number.strip():
                raise DeviceNumberMissing(so_far.name)
            final = TypedReading(meter_id, what.day, what.final, ReadingKind.FINAL, what.rolled_over, what.read_by)
            self._take(connection, by, final, accepted=accepted)
            meter_rows.insert_device(connection, meter_id, what.device, what.day, self._stamp(by))
            base = TypedReading(meter_id, what.day, what.base, ReadingKind.BASE, read_by=what.read_by)
            self._take(connection, by, base, accepted=accepted)
            facts = {"day": str(what.day), "final": str(what.final), "base": str(what.base)}
            self._record(connection, by, "replace_device", so_far.name, facts | {"number": what.device.number})

    def end(self, by: Actor, meter_id: MeterId, what: MeterEnd, *, accepted: bool = False) -> None:
        """Read the meter no longer from a day on; its last reading, where there is one, ends the last usage.

        Raises NotPermitted, UnknownMeter, MeterEnded, NoReadingYet, ReadingBeforeLastDay, ReadOnThatDay,
        ReadingUnusual unless `accepted`, and the refusals of a reading.
        """
        by.require(Permission.MANAGE_METERS)
        with self._store.transaction() as connection:
            so_far = self._in_use(connection, meter_id)
            check_end(so_far, what, self._clock.now().date())
            if what.final is not None and so_far.interval_begins_with.day < what.day:
                final = TypedReading(meter_id, what.day, what.final, ReadingKind.FINAL, what.rolled_over, what.read_by)
                self._take(connection, by, final, accepted=accepted)
            meter_rows.end_meter(connection, meter_id, what.day)
            self._record(connection, by, "end_meter", so_far.name, {"day": str(what.day)})

    def listed(self, wanted: MeterFilter | None = None) -> list[MeterRow]:
        """The meters of a filter in route order; without one all that are in use."""
        with self._store.reading() as connection:
            return read_meter_rows(connection, wanted or MeterFilter(), self._clock.now().date())

    def page(self, meter_id: MeterId) -> MeterPage:
        """Everything about one meter. Raises UnknownMeter."""
        with self._store.reading() as connection:
            return read_meter_page(connection, meter_id, self._clock.now().date())

    def _take(self, connection: Connection, by: Actor, typed: TypedReading, *, accepted: bool) -> None:
        so_far = read_meter(connection, typed.meter_id)
        take_reading(connection, by, so_far, typed, self._stamp(by), self._followers, accepted=accepted)

    def _in_use(self, connection: Connection, meter_id: MeterId) -> MeterSoFar:
        so_far = read_meter(connection, meter_id)
        if so_far.ended_on is not None:
            raise MeterEnded(so_far.name, so_far.ended_on)
        return so_far

    def _stamp(self, by: Actor) -> Stamp:
        return Stamp(self._clock.now(), by.id)

    def _record(self, connection: Connection, by: Actor, action: str, name: str, facts: Mapping[str, object]) -> None:
        audit.record(connection, action, name, facts, self._clock.now(), by.id)
