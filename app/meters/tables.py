"""Meters, the devices that hang in their place one after another, whom they serve, and their readings."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from app.store.columns import Scaled
from app.store.schema import metadata, stamp

meter = Table(  # a place where something is measured; the device in it may be replaced
    "meter",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("public", Boolean, nullable=False),
    Column("name", String, nullable=False),
    Column("building_id", ForeignKey("building.id"), index=True),
    Column("route", Integer, nullable=False),
    Column("loss_rate", Scaled(4), nullable=False),
    Column("note", String, nullable=False),
    Column("ended_on", Date),
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
)

meter_device = Table(
    "meter_device",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("meter_id", ForeignKey("meter.id"), nullable=False, index=True),
    Column("number", String, nullable=False),
    Column("digits", Integer, nullable=False),
    Column("multiplier", Scaled(4), nullable=False),
    Column("first", Date, nullable=False),
    *stamp(),
)

meter_unit = Table(
    "meter_unit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("meter_id", ForeignKey("meter.id"), nullable=False, index=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("weight", Scaled(4), nullable=False),
    Column("first", Date, nullable=False),
    Column("until", Date),
    *stamp(),
)

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("meter_id", ForeignKey("meter.id"), nullable=False),
    Column("device_id", ForeignKey("meter_device.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("value", Scaled(4), nullable=False),
    Column("kind", String, nullable=False),
    Column("rolled_over", Boolean, nullable=False),
    Column("corrects", ForeignKey("reading.id"), unique=True),
    Column("reason", String, nullable=False),
    Column("read_by", String, nullable=False),
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
    Index("ix_reading_meter", "meter_id", "day"),
)
