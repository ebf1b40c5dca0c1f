"""Tickets with reporters, clocks, timeline, files, material lines, ratings and merges, and what an office edits."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from app.core.money import NOTHING
from app.store.columns import Facts, MoneyColumn, Scaled
from app.store.schema import metadata, stamp

team = Table(
    "team",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("retired_at", DateTime),
    *stamp(),
)

worker = Table(  # who does the work; need not sign in
    "worker",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("team_id", ForeignKey("team.id"), index=True),
    Column("name", String, nullable=False),
    Column("initials", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("left_on", Date),
    *stamp(),
)

ticket_category = Table(
    "ticket_category",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("parent_id", ForeignKey("ticket_category.id"), index=True),
    Column("name", String, nullable=False),
    Column("initials", String, nullable=False),
    Column("kind", String, nullable=False),  # the kind of ticket that it means
    Column("priority", String, nullable=False),
    Column("service_class", String, nullable=False),
    Column("team_id", ForeignKey("team.id")),
    Column("checklist", Facts, nullable=False),  # texts
    Column("position", Integer, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
)

deadline_rule = Table(  # the newest row of a kind and class counts; older ones say what was promised before
    "deadline_rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("service_class", String, nullable=False),
    Column("clocks", Facts, nullable=False),
    *stamp(),
)

service_hours = Table(  # the newest row of a calendar counts
    "service_hours",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("calendar", String, nullable=False),
    Column("windows", Facts, nullable=False),  # by weekday: pairs of clock times
    *stamp(),
)

holiday_year = Table(  # an office's own table of one year; the newest row counts, the shipped table where there is none
    "holiday_year",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("year", Integer, nullable=False, index=True),
    Column("days", Facts, nullable=False),
    Column("source", String, nullable=False),
    *stamp(),
)

ticket = Table(
    "ticket",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("client_id", String, nullable=False, unique=True),
    Column("day", Date, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("category_id", ForeignKey("ticket_category.id"), index=True),
    Column("service_class", String, nullable=False),
    Column("priority", String, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("unit_id", ForeignKey("unit.id"), index=True),
    Column("building_id", ForeignKey("building.id"), index=True),
    Column("place_id", ForeignKey("place.id"), index=True),
    Column("place", String, nullable=False),  # typed, where neither unit nor public place is known
    Column("text", String, nullable=False),
    Column("source", String, nullable=False),
    Column("reported_at", DateTime, nullable=False, index=True),
    Column("assignee_id", ForeignKey("user.id"), index=True),  # answers for it
    Column("team_id", ForeignKey("team.id"), index=True),
    Column("worker_id", ForeignKey("worker.id"), index=True),  # does it
    Column("appointment", DateTime),
    Column("checklist", Facts, nullable=False),
    Column("complaint", Facts, nullable=False),  # department, plan, major, mediation, improvement: of complaints only
    Column("closing", Facts),  # cause, action, minutes, how the resident confirmed
    Column("closed_at", DateTime, index=True),
    Column("reopened", Integer, nullable=False, default=0, server_default="0"),
    Column("parent_id", ForeignKey("ticket.id"), index=True),  # of a mass event
    Column("say", String, nullable=False, default="", server_default=""),  # of a mass event: what staff tell callers
    Column("merged_into", ForeignKey("ticket.id"), index=True),
    Column("follows_id", ForeignKey("ticket.id"), index=True),  # an older case that came back too late to be reopened
    Column("warranty", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    *stamp(),
    UniqueConstraint("day", "serial"),
)

ticket_reporter = Table(
    "ticket_reporter",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("unit_id", ForeignKey("unit.id"), index=True),
    Column("name", String, nullable=False),
    Column("phone", String, nullable=False, index=True),
    Column("words", String, nullable=False),
    Column("taken_off_at", DateTime),
    Column("taken_off_by", Integer),
    *stamp(),
)

ticket_entry = Table(  # the timeline: only ever added to
    "ticket_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),  # in which the ticket is after it
    Column("text", String, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("happened_at", DateTime, nullable=False),
    Column("undoes", ForeignKey("ticket_entry.id")),
    *stamp(),
)

ticket_clock = Table(  # where each promise stands now; how it came to that is in the timeline
    "ticket_clock",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("rule", Facts, nullable=False),  # limit and calendar as they were promised
    Column("started_at", DateTime, nullable=False),
    Column("pauses", Facts, nullable=False),  # ended ones, each from and until: the due time can be explained
    Column("due_at", DateTime, nullable=False, index=True),
    Column("soon_at", DateTime, nullable=False),
    Column("paused_at", DateTime),
    Column("met_at", DateTime),
    Column("dropped_at", DateTime),  # no longer owed: cancelled, merged, or another class
    *stamp(),
    UniqueConstraint("ticket_id", "name"),
)

ticket_told = Table(  # one step of an escalation was told to a person
    "ticket_told",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("clock_id", ForeignKey("ticket_clock.id"), nullable=False, index=True),
    Column("step", String, nullable=False),
    Column("due_at", DateTime, nullable=False),
    Column("told", String, nullable=False),
    *stamp(),
    UniqueConstraint("clock_id", "step", "due_at"),
)

ticket_file = Table(
    "ticket_file",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("entry_id", ForeignKey("ticket_entry.id"), nullable=False),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("hash", String, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("thumbnail", LargeBinary, nullable=False),
    *stamp(),
)

ticket_line = Table(  # material and labour; never edited: a mistake is taken off and written again
    "ticket_line",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("unit_name", String, nullable=False),
    Column("quantity", Scaled(4), nullable=False),
    Column("price", Scaled(6), nullable=False),
    Column("amount", MoneyColumn, nullable=False, default=NOTHING),
    Column("free", String, nullable=False),  # why the resident pays nothing: warranty, office's cost
    Column("charge_id", ForeignKey("charge.id"), index=True),
    Column("taken_off_at", DateTime),
    Column("taken_off_by", Integer),
    *stamp(),
)

ticket_rating = Table(
    "ticket_rating",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),  # of the resident at a call back, or a check by staff
    Column("attitude", Integer),
    Column("quality", Integer),
    Column("result", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("words", String, nullable=False),
    *stamp(),
)

ticket_merge = Table(
    "ticket_merge",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("target_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("before", Facts, nullable=False),  # what the source was, to be restored exactly
    Column("undone_at", DateTime),
    Column("undone_by", Integer),
    *stamp(),
)

ticket_words = Table(  # all texts of a ticket in one, for the search
    "ticket_words",
    metadata,
    Column("ticket_id", ForeignKey("ticket.id"), primary_key=True),
    Column("words", String, nullable=False),
)

ticket_view = Table(
    "ticket_view",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("filter", Facts, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
)

ticket_macro = Table(
    "ticket_macro",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("changes", Facts, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
)
