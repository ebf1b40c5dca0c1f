"""Meters and their readings, and what follows from them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.estate import EstateServices

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.access.actor import Actor
    from app.fees.adjustments.correction_preview import CorrectionPreview
    from app.fees.charges_of_meter import ChargesOfMeter
    from app.meters.import_meters import MeterImport
    from app.meters.import_readings import ReadingImport
    from app.meters.meters import Meters
    from app.meters.readings import Readings
    from app.meters.write_correction import Corrected


class MeterServices(EstateServices):
    """What is read, and what a corrected reading changes."""

    @cached_property
    def meters(self) -> Meters:
        """Meters, their devices and whom they serve."""
        from app.meters.meters import Meters

        return Meters(self.store, self.clock, [self._follow_readings])

    @cached_property
    def readings(self) -> Readings:
        """What the meters show."""
        from app.meters.readings import Readings

        return Readings(self.store, self.clock, [self._follow_readings])

    @cached_property
    def meter_import(self) -> MeterImport:
        """The import of sheets of meters."""
        from app.fees.meters_in_use import meters_charged
        from app.meters.import_meters import MeterImport

        return MeterImport(self.store, self.clock, meters_charged)

    @cached_property
    def reading_import(self) -> ReadingImport:
        """The import of sheets of readings, and the sheet of the reader's round."""
        from app.fees.meters_in_use import billed_through
        from app.meters.import_readings import ReadingImport

        return ReadingImport(self.store, self.clock, [self._follow_readings], billed_through)

    @cached_property
    def charges_of_meter(self) -> ChargesOfMeter:
        """What was charged for the usage of a meter."""
        from app.fees.charges_of_meter import ChargesOfMeter

        return ChargesOfMeter(self.store)

    @cached_property
    def correction_preview(self) -> CorrectionPreview:
        """What a correction of a reading would adjust."""
        from app.fees.adjustments.correction_preview import CorrectionPreview

        return CorrectionPreview(self.store, self.clock, self._follow_readings)

    def _follow_readings(self, connection: Connection, by: Actor, corrected: Corrected) -> None:
        from app.fees.adjustments.reading_correction import ReadingCorrections

        ReadingCorrections(self.clock).follow(connection, by, corrected)
