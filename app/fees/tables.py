"""Fee items, tariffs in versions, assignments, billing runs, charges and what changes them."""

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, String, Table

from app.core.money import NOTHING
from app.store.columns import Facts, MoneyColumn, Scaled
from app.store.schema import metadata, partial_index, stamp

fee_item = Table(
    "fee_item",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("name", String, nullable=False, unique=True),
    Column("money_of", String, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("one_off_price", MoneyColumn),
    Column("active", Boolean, nullable=False),
    *stamp(),
)

tariff = Table(
    "tariff",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fee_item_id", ForeignKey("fee_item.id"), nullable=False),
    Column("name", String, nullable=False, unique=True),
    *stamp(),
)

tariff_version = Table(
    "tariff_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tariff_id", ForeignKey("tariff.id"), nullable=False, index=True),
    Column("first", Date, nullable=False),
    Column("until", Date),
    Column("terms", Facts, nullable=False),
    Column("basis", String, nullable=False),
    *stamp(),
)

assignment = Table(
    "assignment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tariff_id", ForeignKey("tariff.id"), nullable=False, index=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("first", Date, nullable=False),
    Column("until", Date),
    Column("modifiers", Facts, nullable=False),
    Column("meter_id", ForeignKey("meter.id")),  # metered tariffs: one assignment for each meter of a unit
    Column("batch_id", ForeignKey("import_batch.id")),
    *stamp(),
)

billing_run = Table(
    "billing_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("until", Date, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("undone_at", DateTime),
    Column("undone_by", Integer),
    *stamp(),
)

FIRST_VERSION = 1
"""Of a charge that nothing has happened to yet: whatever is paid, adjusted or taken back makes it a higher one."""

charge = Table(
    "charge",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("fee_item_id", ForeignKey("fee_item.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("assignment_id", ForeignKey("assignment.id")),
    Column("run_id", ForeignKey("billing_run.id")),
    Column("parent_id", ForeignKey("charge.id"), index=True),
    Column("payment_id", ForeignKey("payment.id"), index=True),  # the payment that made it: late fee, one-off
    Column("batch_id", ForeignKey("import_batch.id")),
    Column("first", Date),
    Column("until", Date),
    Column("due_on", Date, nullable=False),
    Column("amount", MoneyColumn, nullable=False),
    Column("explain", Facts, nullable=False),
    Column("late_fee", Facts),
    Column("in_advance", Boolean, nullable=False),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False),
    Column("outstanding", MoneyColumn, nullable=False),
    Column("late_fee_left", MoneyColumn, nullable=False, default=NOTHING),  # once the principal is paid it stands still
    Column("version", Integer, nullable=False),
    Column("cancelled_at", DateTime),
    Column("cancelled_by", Integer),
    *stamp(),
    Index("ix_charge_unit", "unit_id", "due_on"),
)
partial_index(
    "uq_charge_assignment_first",
    charge.c.assignment_id,
    charge.c.first,
    where="cancelled_at IS NULL AND assignment_id IS NOT NULL",
    unique=True,
)
partial_index("ix_charge_run_id", charge.c.run_id, where="run_id IS NOT NULL")
partial_index("ix_charge_open", charge.c.unit_id, where="outstanding <> 0 OR late_fee_left <> 0")

adjustment = Table(
    "adjustment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("charge_id", ForeignKey("charge.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("amount", MoneyColumn, nullable=False),
    Column("day", Date, nullable=False),
    Column("reason", String, nullable=False),
    Column("approval_id", ForeignKey("approval.id")),
    Column("payment_id", ForeignKey("payment.id"), index=True),
    Column("reverses", ForeignKey("adjustment.id")),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False),
    Column("facts", Facts),  # how the amount came about, where a rule made it
    *stamp(),
)

allocation = Table(  # stored here, because late fees need it; written by the counter
    "allocation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("payment_id", ForeignKey("payment.id"), nullable=False, index=True),
    Column("charge_id", ForeignKey("charge.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("amount", MoneyColumn, nullable=False),
    Column("reverses", ForeignKey("allocation.id")),
)

credit = Table(
    "credit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("payment_id", ForeignKey("payment.id")),
    Column("adjustment_id", ForeignKey("adjustment.id")),  # money that a correction found to be paid too much
    Column("amount", MoneyColumn, nullable=False),
)

recognition = Table(
    "recognition",
    metadata,
    Column("charge_id", ForeignKey("charge.id"), primary_key=True),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False),
)

shared_cost = Table(  # one common cost that a run of its own shared out
    "shared_cost",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", ForeignKey("billing_run.id"), nullable=False, unique=True),
    Column("fee_item_id", ForeignKey("fee_item.id"), nullable=False),
    Column("title", String, nullable=False),
    Column("first", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("total", MoneyColumn, nullable=False),
    Column("basis", String, nullable=False),
    Column("meter_id", ForeignKey("meter.id")),
    Column("facts", Facts, nullable=False),
    *stamp(),
)

vacancy = Table(  # a vacant discount granted by application: the factor on one assignment for some days
    "vacancy",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("assignment_id", ForeignKey("assignment.id"), nullable=False, index=True),
    Column("first", Date, nullable=False),
    Column("until", Date),
    Column("factor", Scaled(4), nullable=False),
    Column("reason", String, nullable=False),
    Column("approval_id", ForeignKey("approval.id")),
    Column("withdrawn_at", DateTime),
    Column("withdrawn_by", Integer),
    *stamp(),
)

discount_rule = Table(
    "discount_rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("fee_item_id", ForeignKey("fee_item.id"), nullable=False),
    Column("months", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("value", Scaled(4), nullable=False),
    Column("first", Date, nullable=False),
    Column("until", Date),
    Column("only_without_arrears", Boolean, nullable=False),
    *stamp(),
)

late_fee_pause = Table(
    "late_fee_pause",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("charge_id", ForeignKey("charge.id")),
    Column("first", Date, nullable=False),
    Column("until", Date),
    Column("reason", String, nullable=False),
    Column("approval_id", ForeignKey("approval.id")),
    *stamp(),
)
