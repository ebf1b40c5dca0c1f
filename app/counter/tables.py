"""Shifts, payments with their tenders, deposits, receipt books, receipts, invoices and outages."""

from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, String, Table, UniqueConstraint

from app.core.money import NOTHING
from app.store.columns import Facts, MoneyColumn
from app.store.schema import metadata, partial_index, stamp

shift = Table(
    "shift",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("drawer", String, nullable=False),
    Column("user_id", ForeignKey("user.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("opened_at", DateTime, nullable=False),
    Column("opening_float", MoneyColumn, nullable=False),
    Column("opening", Facts),  # the float by denomination, beside what the last close kept, and the note
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
    Column("reverses", ForeignKey("payment.id")),
    Column("refunds", ForeignKey("payment.id")),
    Column("unit_id", ForeignKey("unit.id"), nullable=False, index=True),
    Column("payer_id", ForeignKey("person.id"), index=True),
    Column("payer_name", String, nullable=False),
    Column("shift_id", ForeignKey("shift.id"), index=True),  # none where a billing run used credit
    Column("day", Date, nullable=False),
    Column("written_at", DateTime),  # a back entry: when the paper was written by hand
    Column("collector", String, nullable=False, default="", server_default=""),  # and who took the money
    Column("allocated", MoneyColumn, nullable=False),
    Column("rounding", MoneyColumn, nullable=False),
    Column("credited", MoneyColumn, nullable=False),
    Column("deposits", MoneyColumn, nullable=False, default=NOTHING, server_default="0"),
    Column("received", MoneyColumn, nullable=False),
    Column("change", MoneyColumn, nullable=False),
    Column("reason", String, nullable=False),
    Column("approval_id", ForeignKey("approval.id")),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False),
    *stamp(),
)
partial_index("uq_payment_reverses", payment.c.reverses, where="reverses IS NOT NULL", unique=True)
partial_index("ix_payment_refunds", payment.c.refunds, where="refunds IS NOT NULL")

tender = Table(
    "tender",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("payment_id", ForeignKey("payment.id"), nullable=False, index=True),
    Column("method", String, nullable=False),
    Column("amount", MoneyColumn, nullable=False),
    Column("reference", String, nullable=False, index=True),
    Column("state", String, nullable=False),
    Column("change_id", ForeignKey("method_change.id")),  # a correction of the method wrote this row
    Column("checked_at", DateTime),
    Column("checked_by", Integer),
)

method_change = Table(
    "method_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("payment_id", ForeignKey("payment.id"), nullable=False, index=True),
    Column("shift_id", ForeignKey("shift.id"), nullable=False, index=True),
    Column("from_method", String, nullable=False),
    Column("to_method", String, nullable=False),
    Column("amount", MoneyColumn, nullable=False),
    Column("reason", String, nullable=False),
    Column("approval_id", ForeignKey("approval.id")),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False),
    *stamp(),
)

shift_count = Table(  # what was counted at a close: the first count stays when there is a second
    "shift_count",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("shift_id", ForeignKey("shift.id"), nullable=False),
    Column("round", Integer, nullable=False),
    Column("counted", Facts, nullable=False),
    *stamp(),
    UniqueConstraint("shift_id", "round"),
)

z_report = Table(
    "z_report",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("shift_id", ForeignKey("shift.id"), nullable=False, unique=True),
    Column("day", Date, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("grand_total", MoneyColumn, nullable=False),
    Column("code", String, nullable=False, unique=True),
    *stamp(),
)

cash_move = Table(  # cash without a receipt: in, out, a float, a hand-over, a difference; a drawer opened for nothing
    "cash_move",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("shift_id", ForeignKey("shift.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("amount", MoneyColumn, nullable=False),
    Column("reason", String, nullable=False),
    Column("person", String, nullable=False),
    Column("approval_id", ForeignKey("approval.id")),
    Column("entry_no", ForeignKey("journal_entry.no")),
    *stamp(),
)

deposit_move = Table(  # what became of a deposit: kept in part for a reason, or given back
    "deposit_move",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("charge_id", ForeignKey("charge.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("amount", MoneyColumn, nullable=False),
    Column("day", Date, nullable=False),
    Column("reason", String, nullable=False),
    Column("approval_id", ForeignKey("approval.id")),
    Column("payment_id", ForeignKey("payment.id"), index=True),
    Column("reverses", ForeignKey("deposit_move.id"), unique=True),
    Column("entry_no", ForeignKey("journal_entry.no"), nullable=False),
    *stamp(),
)

receipt_book = Table(
    "receipt_book",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("prefix", String, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("next", Integer, nullable=False),
    Column("kind", String, nullable=False, default="own", server_default="own"),
    Column("holder", String, nullable=False, default="", server_default=""),
    Column("issued_on", Date),
    Column("returned_at", DateTime),
    Column("returned_by", Integer),
    Column("warn_at", Integer, nullable=False, default=50, server_default="50"),  # so many left: time for a new book
    *stamp(),
    UniqueConstraint("prefix", "first"),  # forms and blocks of one prefix go on where the last ones ended
)

spoiled_number = Table(  # a number that will never carry money: spoiled, lost or left blank when the book came back
    "spoiled_number",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("book_id", ForeignKey("receipt_book.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("fate", String, nullable=False),
    Column("reason", String, nullable=False),
    *stamp(),
    UniqueConstraint("book_id", "number"),
)

receipt = Table(
    "receipt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("payment_id", ForeignKey("payment.id"), nullable=False, unique=True),
    Column("kind", String, nullable=False, default="receipt", server_default="receipt"),
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
    Column("receipt_id", ForeignKey("receipt.id"), nullable=False),
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

paper_print = Table(  # prints of papers that are not receipts: Z reports, slips, rosters
    "paper_print",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("paper", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("copy_no", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("done_at", DateTime),
    *stamp(),
    UniqueConstraint("paper", "number", "copy_no"),
)

invoice = Table(  # a tax invoice that was made out elsewhere against a receipt
    "invoice",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("receipt_id", ForeignKey("receipt.id"), nullable=False, index=True),
    Column("number", String, nullable=False, index=True),
    Column("amount", MoneyColumn, nullable=False),
    Column("day", Date, nullable=False),
    Column("reason", String, nullable=False),
    Column("reverses", ForeignKey("invoice.id"), unique=True),
    *stamp(),
)

outage = Table(
    "outage",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("began_at", DateTime, nullable=False),
    Column("reason", String, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("ended_at", DateTime),
    Column("ended_by", Integer),
    *stamp(),
)
