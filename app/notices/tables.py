"""Templates of notices by version, notices as they were issued, and each place where one hangs."""

from sqlalchemy import Column, DateTime, ForeignKey, Integer, LargeBinary, String, Table, UniqueConstraint

from app.store.columns import Facts
from app.store.schema import metadata, stamp

notice_template = Table(  # the newest version that is not retired counts; the shipped ones are version 1
    "notice_template",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("source", String, nullable=False),  # shipped, or the office's own
    Column("body", Facts, nullable=False),
    Column("retired_at", DateTime),
    *stamp(),
    UniqueConstraint("code", "version"),
)

notice = Table(  # never edited: a wrong one is called off and issued anew
    "notice",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("template_id", ForeignKey("notice_template.id"), nullable=False),
    Column("fields", Facts, nullable=False),  # what was filled in
    Column("paper", Facts, nullable=False),  # the words as they were printed
    Column("place", String, nullable=False),
    Column("building_id", ForeignKey("building.id"), index=True),
    Column("due_by", DateTime),  # when it has to hang, by the plan that asked for it
    Column("ends_at", DateTime),  # when it comes down
    Column("called_off_at", DateTime),
    Column("called_off_by", Integer),
    Column("called_off_for", String, nullable=False, default="", server_default=""),
    *stamp(),
)

notice_posting = Table(  # one door, one lift hall, one channel
    "notice_posting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("notice_id", ForeignKey("notice.id"), nullable=False, index=True),
    Column("place", String, nullable=False),
    Column("building_id", ForeignKey("building.id"), index=True),
    Column("unit_id", ForeignKey("unit.id"), index=True),
    Column("posted_at", DateTime),
    Column("posted_by", String, nullable=False, default="", server_default=""),
    Column("photo", LargeBinary),
    Column("photo_hash", String, nullable=False, default="", server_default=""),
    Column("taken_off_at", DateTime),  # a place that was written down by mistake
    Column("taken_off_by", Integer),
    Column("removed_at", DateTime),
    Column("removed_by", String, nullable=False, default="", server_default=""),
    *stamp(),
)
