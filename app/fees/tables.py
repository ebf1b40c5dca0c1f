"""Fee items, tariffs in versions, assignments, billing runs, charges and what changes them."""

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, String, Table

from app.core.money import NOTHING
from app.store.columns import Facts, MoneyColumn
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

charge = Table(
    "charge",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("fee_item_id", ForeignKey("fee_item.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("assignment_id", ForeignKey("assignment.id")),
    Column("run_id", ForeignKey("billing_run.id"), index=True),
    Column("parent_id", ForeignKey("charge.id"), index=True),
    Column("payment_id", ForeignKey("payment.id"), index=True),  # the payment that made it: late fee, one-off
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
    where="cancelled_at IS NULL",
    unique=True,
)
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
    Column("payment_id", ForeignKey("payment.id"), nullable=False),
    Column("amount", MoneyColumn, nullable=False),
)

recognition = Table(
    "recognition",
    metadata,
    Column("charge_id", ForeignKey("charge.id"), primary_key=True),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False),
)
