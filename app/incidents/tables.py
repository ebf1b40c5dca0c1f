"""Plans by version, telephone numbers, incidents with their log, photos, people and losses, and drills."""

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

from app.store.columns import Facts, MoneyColumn
from app.store.schema import metadata, stamp

incident_plan = Table(  # a running incident keeps the version with which it began
    "incident_plan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("source", String, nullable=False),  # shipped, or the office's own
    Column("text", String, nullable=False),  # the file as it was read
    Column("note", String, nullable=False),  # what changed since the version before
    Column("review_due", Date, nullable=False),
    Column("approved_at", DateTime),
    Column("approved_by", Integer),
    Column("retired_at", DateTime),
    *stamp(),
    UniqueConstraint("code", "version"),
)

plan_contact = Table(  # 110, 119 and 120 are no rows: they are the same everywhere and cannot be edited
    "plan_contact",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("number", String, nullable=False),
    Column("deputy", String, nullable=False),
    Column("deputy_number", String, nullable=False),
    Column("private", Boolean, nullable=False),  # a person's own number: on paper only by choice
    Column("position", Integer, nullable=False),
    Column("confirmed_on", Date),
    Column("confirmed_by", Integer),
    Column("retired_at", DateTime),
    *stamp(),
)

office_post = Table(  # command group, teams, reporting line
    "office_post",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("group", String, nullable=False),
    Column("post", String, nullable=False),
    Column("person", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("deputy", String, nullable=False),
    Column("deputy_phone", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
)

incident = Table(
    "incident",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("client_id", String, nullable=False, unique=True),
    Column("day", Date, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("plan_id", ForeignKey("incident_plan.id"), nullable=False),
    Column("parent_id", ForeignKey("incident.id"), index=True),  # whose answer started this one beside it
    Column("place", String, nullable=False),
    Column("building_id", ForeignKey("building.id"), index=True),
    Column("unit_id", ForeignKey("unit.id"), index=True),
    Column("place_id", ForeignKey("place.id"), index=True),
    Column("reporter", String, nullable=False, default="", server_default=""),
    Column("is_drill", Boolean, nullable=False),
    Column("severity", String, nullable=False),
    Column("started_at", DateTime, nullable=False, index=True),
    Column("closed_at", DateTime, index=True),
    Column("closing", Facts),  # result, contained, over, hurt, damage, bodies called, costs, cause
    Column("review_on", Date),
    Column("reviewed_at", DateTime),
    Column("review", Facts),
    Column("head_no", Integer, nullable=False),  # the newest line of the log, and its fingerprint
    Column("head", String, nullable=False),
    *stamp(),
    UniqueConstraint("day", "serial"),
)

incident_entry = Table(  # only ever added to; `by` is none for what was ticked before anybody signed in
    "incident_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("incident_id", ForeignKey("incident.id"), nullable=False, index=True),
    Column("no", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("step", String, nullable=False),
    Column("text", String, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("happened_at", DateTime, nullable=False),
    Column("name", String, nullable=False),  # whose hand it was, as it was then called
    Column("fingerprint", String, nullable=False),
    *stamp(),
    UniqueConstraint("incident_id", "no"),
)

incident_photo = Table(
    "incident_photo",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("incident_id", ForeignKey("incident.id"), nullable=False, index=True),
    Column("entry_no", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("hash", String, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("thumbnail", LargeBinary, nullable=False),
    *stamp(),
)

incident_ticket = Table(  # the follow-up work that an incident raised
    "incident_ticket",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("incident_id", ForeignKey("incident.id"), nullable=False, index=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, unique=True),
    *stamp(),
)

incident_person = Table(  # trapped, injured, missing: masked on screens, on no paper that hangs anywhere
    "incident_person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("incident_id", ForeignKey("incident.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("unit_id", ForeignKey("unit.id"), index=True),
    Column("condition", String, nullable=False),
    Column("consents", Boolean, nullable=False),
    Column("taken_off_at", DateTime),
    Column("taken_off_by", Integer),
    *stamp(),
)

incident_loss = Table(
    "incident_loss",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("incident_id", ForeignKey("incident.id"), nullable=False, index=True),
    Column("unit_id", ForeignKey("unit.id"), index=True),
    Column("what", String, nullable=False),
    Column("amount", MoneyColumn),  # estimated; none where nobody can say
    Column("taken_off_at", DateTime),
    Column("taken_off_by", Integer),
    *stamp(),
)

drill_rule = Table(  # how often a plan is drilled; the newest row of a code counts
    "drill_rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("months", Integer, nullable=False),
    *stamp(),
)

drill_planned = Table(  # a drill with its day; one that residents take part in is announced to them before
    "drill_planned",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("on", Date, nullable=False),
    Column("with_residents", Boolean, nullable=False),
    Column("scenario", String, nullable=False),
    Column("notice_id", ForeignKey("notice.id")),
    Column("incident_id", ForeignKey("incident.id"), index=True),
    Column("taken_off_at", DateTime),
    Column("taken_off_by", Integer),
    *stamp(),
)

drill_evaluation = Table(
    "drill_evaluation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("incident_id", ForeignKey("incident.id"), nullable=False, unique=True),
    Column("scenario", String, nullable=False),
    Column("grades", Facts, nullable=False),
    Column("findings", Facts, nullable=False),  # each with what became of it: a task, a change of the plan
    *stamp(),
)

drill_attendance = Table(
    "drill_attendance",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("incident_id", ForeignKey("incident.id"), nullable=False, index=True),
    Column("person", String, nullable=False),
    Column("role", String, nullable=False),
    *stamp(),
)
