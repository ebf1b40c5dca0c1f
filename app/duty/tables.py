"""The roster, the duty log with its hand-overs, the day list, inspections and hazards."""

from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, LargeBinary, String, Table, UniqueConstraint

from app.store.columns import Facts
from app.store.schema import metadata, stamp

duty_post = Table(
    "duty_post",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("begins", String, nullable=False),  # clock times of the usual turn
    Column("ends", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
)

duty_turn = Table(  # one person at one post from one moment to another; never edited but taken off and written again
    "duty_turn",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("post_id", ForeignKey("duty_post.id"), nullable=False, index=True),
    Column("person", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("begins", DateTime, nullable=False, index=True),
    Column("ends", DateTime, nullable=False),
    Column("taken_off_at", DateTime),
    Column("taken_off_by", Integer),
    *stamp(),
)

duty_entry = Table(  # the log: only ever added to
    "duty_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("text", String, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("happened_at", DateTime, nullable=False, index=True),
    Column("name", String, nullable=False),
    *stamp(),
)

duty_handover = Table(
    "duty_handover",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("giver", String, nullable=False),
    Column("taker", String, nullable=False),
    Column("left_over", Facts, nullable=False),  # what goes on: open incidents, tickets, keys, things to do
    Column("words", String, nullable=False),
    Column("signed_at", DateTime),  # by the one who takes over; the giver signs by writing it
    Column("signed_by", Integer),
    *stamp(),
)

day_task = Table(  # the rhythm of an office day
    "day_task",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("clock", String, nullable=False),
    Column("weekdays", Facts, nullable=False),
    Column("position", Integer, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
)

day_tick = Table(
    "day_tick",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task_id", ForeignKey("day_task.id"), nullable=False, index=True),
    Column("day", Date, nullable=False, index=True),
    Column("words", String, nullable=False),
    Column("taken_off_at", DateTime),
    Column("taken_off_by", Integer),
    *stamp(),
)

inspection = Table(  # a list that comes again; a round keeps the points as they were
    "inspection",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("every", Facts, nullable=False),  # so many days, or a day of each month
    Column("points", Facts, nullable=False),  # the route: where, what to look at, which value, its limits
    Column("first_on", Date, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
)

inspection_round = Table(
    "inspection_round",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("inspection_id", ForeignKey("inspection.id"), nullable=False, index=True),
    Column("due_on", Date, nullable=False, index=True),
    Column("points", Facts, nullable=False),
    Column("seen", Facts, nullable=False),
    Column("walked_by", String, nullable=False),
    Column("ended_at", DateTime),
    *stamp(),
)

hazard = Table(
    "hazard",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("place", String, nullable=False),
    Column("building_id", ForeignKey("building.id"), index=True),
    Column("what", String, nullable=False),
    Column("grade", String, nullable=False),
    Column("owner", String, nullable=False),  # who sees to it
    Column("due_on", Date, nullable=False, index=True),
    Column("round_id", ForeignKey("inspection_round.id"), index=True),
    Column("ticket_id", ForeignKey("ticket.id"), index=True),
    Column("closed_at", DateTime, index=True),
    *stamp(),
    UniqueConstraint("day", "serial"),
)

hazard_entry = Table(  # the timeline of a hazard: only ever added to
    "hazard_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hazard_id", ForeignKey("hazard.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("text", String, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("happened_at", DateTime, nullable=False),
    Column("name", String, nullable=False),
    *stamp(),
)

duty_photo = Table(  # what was seen on a round, or of a hazard
    "duty_photo",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", ForeignKey("inspection_round.id"), index=True),
    Column("hazard_id", ForeignKey("hazard.id"), index=True),
    Column("point", String, nullable=False),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("hash", String, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("thumbnail", LargeBinary, nullable=False),
    *stamp(),
)
