"""What is said of a meter: frozen rows for forms, lists and pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.core.ids import BuildingId, DeviceId, MeterId, ReadingId, UnitId, UserId
from app.meters.intervals import Device, Interval
from app.meters.kinds import MeterKind, ReadingKind


@dataclass(frozen=True, slots=True)
class NewDevice:
    """A device to hang in a meter's place; `digits` are its figures before the point."""

    number: str
    digits: int = 5
    multiplier: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class NewMeter:
    """A meter as a form or a sheet describes it.

    `first_reading` is the base from which usage is counted; without it the first reading that is entered becomes the
    base. Without `building_id` it stands in the building of its first unit, without `route` it is read last.
    `loss_rate` is a fraction: 0.03 for 3 %.
    """

    kind: MeterKind
    name: str
    device: NewDevice
    since: date
    units: tuple[tuple[UnitId, Decimal], ...] = ()
    public: bool = False
    building_id: BuildingId | None = None
    route: int | None = None
    loss_rate: Decimal = Decimal(0)
    note: str = ""
    first_reading: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """Another device from `day` on: what the old one showed last, what the new one showed first."""

    day: date
    final: Decimal
    device: NewDevice
    base: Decimal = Decimal(0)
    rolled_over: bool = False
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class MeterEnd:
    """A meter that is no longer read from `day` on, with what it showed last where somebody looked."""

    day: date
    final: Decimal | None = None
    rolled_over: bool = False
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class MeterFacts:
    """What may change of a meter without a new device."""

    name: str
    building_id: BuildingId | None
    route: int
    loss_rate: Decimal
    note: str


@dataclass(frozen=True, slots=True)
class MeterFilter:
    """Which meters a list holds; None leaves that question open. `text` is part of a name, number or unit's code."""

    kind: MeterKind | None = None
    building_id: BuildingId | None = None
    public: bool | None = None
    unit_id: UnitId | None = None
    ended: bool | None = False
    text: str = ""
    meter_id: MeterId | None = None


@dataclass(frozen=True, slots=True)
class MeterRow:
    """A meter in a list, in route order, with the device that hangs there and the codes of the units it serves now."""

    id: MeterId
    kind: MeterKind
    public: bool
    facts: MeterFacts
    building: str
    device: Device
    units: tuple[str, ...]
    ended_on: date | None

    @property
    def name(self) -> str:
        """The meter's name."""
        return self.facts.name

    @property
    def number(self) -> str:
        """The number of its device."""
        return self.device.number


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A unit that a meter serves or served in `[first, until)`."""

    unit_id: UnitId
    unit: str
    weight: Decimal
    first: date
    until: date | None


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A reading in a meter's history; `corrects` names the row it stands for now, `counts` is false for one corrected.

    `first_id` is the reading as it was first entered, by which corrections and intervals name it.
    """

    id: ReadingId
    first_id: ReadingId
    device_id: DeviceId
    day: date
    value: Decimal
    kind: ReadingKind
    rolled_over: bool
    corrects: ReadingId | None
    counts: bool
    reason: str
    read_by: str
    at: datetime
    by: UserId


@dataclass(frozen=True, slots=True)
class MeterPage:
    """Everything about one meter; devices and links in order of time, readings and intervals the latest first."""

    meter: MeterRow
    devices: tuple[Device, ...]
    links: tuple[LinkRow, ...]
    readings: tuple[ReadingRow, ...]
    intervals: tuple[Interval, ...]
    usual: Decimal | None
