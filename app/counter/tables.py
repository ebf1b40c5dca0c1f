"""Shifts, payments with their tenders, receipt books and receipts."""

from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, String, Table, UniqueConstraint

from app.store.columns import Facts, MoneyColumn
from app.store.schema import metadata, stamp

shift = Table(
    "shift",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("drawer", String, nullable=False),
    Column("user_id", ForeignKey("user.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("opened_at", DateTime, nullable=False),
    Column("opening_float", MoneyColumn, nullable=False),
    Column("closed_at", DateTime),
    Column("closed_by", Integer),
    Column("closing", Facts),
)

payment = Table(
    "payment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("client_id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("reverses", ForeignKey("payment.id"), unique=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("payer_id", ForeignKey("person.id"), index=True),
    Column("payer_name", String, nullable=False),
    Column("shift_id", ForeignKey("shift.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("allocated", MoneyColumn, nullable=False),
    Column("rounding", MoneyColumn, nullable=False),
    Column("credited", MoneyColumn, nullable=False),
    Column("received", MoneyColumn, nullable=False),
    Column("change", MoneyColumn, nullable=False),
    Column("reason", String, nullable=False),
    Column("approval_id", ForeignKey("approval.id")),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False),
    *stamp(),
)

tender = Table(
    "tender",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("payment_id", ForeignKey("payment.id"), nullable=False, index=True),
    Column("method", String, nullable=False),
    Column("amount", MoneyColumn, nullable=False),
    Column("reference", String, nullable=False, index=True),
    Column("state", String, nullable=False),
)

receipt_book = Table(
    "receipt_book",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("prefix", String, nullable=False, unique=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("next", Integer, nullable=False),
    *stamp(),
)

receipt = Table(
    "receipt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("payment_id", ForeignKey("payment.id"), nullable=False, unique=True),
    Column("book_id", ForeignKey("receipt_book.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("label", String, nullable=False, unique=True),
    Column("code", String, nullable=False, unique=True),
    Column("facts", Facts, nullable=False),
    *stamp(),
    UniqueConstraint("book_id", "number"),
)

receipt_print = Table(
    "receipt_print",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("receipt_id", ForeignKey("receipt.id"), nullable=False, index=True),
    Column("copy_no", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("done_at", DateTime),
    *stamp(),
    UniqueConstraint("receipt_id", "copy_no"),
)

unit_opened = Table(
    "unit_opened",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("shift_id", ForeignKey("shift.id"), nullable=False, index=True),
    Column("unit_id", Integer, nullable=False),  # no key: having been looked at keeps no unit in the book
    *stamp(),
)
