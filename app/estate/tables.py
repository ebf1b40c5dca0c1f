"""Buildings, units, people, who lives where, and the terms by which they are found."""

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from app.store.columns import Scaled
from app.store.schema import metadata, stamp

estate = Table(
    "estate",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    *stamp(),
)

building = Table(
    "building",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("estate_id", ForeignKey("estate.id"), nullable=False),
    Column("code", String, nullable=False),
    Column("name", String, nullable=False),
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
    UniqueConstraint("estate_id", "code"),
)

unit = Table(
    "unit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("building_id", ForeignKey("building.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("code", String, nullable=False, unique=True),
    Column("entrance", String, nullable=False),
    Column("room", String, nullable=False),
    Column("floor", Integer),
    Column("building_area", Scaled(4)),
    Column("inner_area", Scaled(4)),
    Column("billing_area", Scaled(4)),
    Column("state", String, nullable=False),
    Column("handover_date", Date),
    Column("headcount", Integer),
    Column("layout", String, nullable=False),
    Column("note", String, nullable=False),
    Column("sort_key", String, nullable=False, index=True),
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("initials", String),
    Column("note", String, nullable=False),
    Column("forgotten_at", DateTime),
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
)

phone = Table(
    "phone",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("number", String, nullable=False),
    Column("position", Integer, nullable=False),
    *stamp(),
)

occupancy = Table(
    "occupancy",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("since", Date),
    Column("until", Date),
    Column("note", String, nullable=False),
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
)

plate = Table(
    "plate",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("number", String, nullable=False),
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
)

paid_through = Table(
    "paid_through",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("fee_item", String, nullable=False),
    Column("until", Date, nullable=False),
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
)

search_term = Table(
    "search_term",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("term", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("sort_key", String, nullable=False),
    Index("ix_search_term_lookup", "term", "kind", "sort_key", "unit_id", "person_id"),
)

unit_note = Table(
    "unit_note",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("text", String, nullable=False),
    Column("at_counter", Boolean, nullable=False),  # shown above the total, and read before money is taken
    Column("ended_at", DateTime),
    Column("ended_by", Integer),
    *stamp(),
)

note_read = Table(
    "note_read",
    metadata,
    Column("note_id", ForeignKey("unit_note.id"), primary_key=True),
    Column("user_id", ForeignKey("user.id"), primary_key=True),
    Column("day", Date, primary_key=True),
)

place = Table(  # a public place of the estate: a lobby, a gate, a plant room
    "place",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("building_id", ForeignKey("building.id"), index=True),
    Column("name", String, nullable=False),
    Column("initials", String, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
)

building_hint = Table(  # what staff must know of a building; the newest row counts
    "building_hint",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("building_id", ForeignKey("building.id"), nullable=False, index=True),
    Column("text", String, nullable=False),
    *stamp(),
)
