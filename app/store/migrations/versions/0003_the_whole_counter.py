"""Deposits, refunds, changes of method, counts and Z reports, books handed out, invoices, outages, notes on units."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "outage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outage")),
    )
    op.create_table(
        "paper_print",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("copy_no", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_print")),
        sa.UniqueConstraint("paper", "number", "copy_no", name=op.f("uq_paper_print_paper_number_copy_no")),
    )
    op.create_table(
        "spoiled_number",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("book_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("fate", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["book_id"], ["receipt_book.id"], name=op.f("fk_spoiled_number_book_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spoiled_number")),
        sa.UniqueConstraint("book_id", "number", name=op.f("uq_spoiled_number_book_id_number")),
    )
    op.create_table(
        "cash_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("approval_id", sa.Integer(), nullable=True),
        sa.Column("entry_no", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["approval_id"], ["approval.id"], name=op.f("fk_cash_move_approval_id")),
        sa.ForeignKeyConstraint(["entry_no"], ["journal_entry.no"], name=op.f("fk_cash_move_entry_no")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_cash_move_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash_move")),
    )
    op.create_index(op.f("ix_cash_move_shift_id"), "cash_move", ["shift_id"], unique=False)

    op.create_table(
        "shift_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_shift_count_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_count")),
        sa.UniqueConstraint("shift_id", "round", name=op.f("uq_shift_count_shift_id_round")),
    )
    op.create_table(
        "z_report",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("grand_total", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_z_report_shift_id")),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_z_report")),
        sa.UniqueConstraint("code", name=op.f("uq_z_report_code")),
        sa.UniqueConstraint("shift_id", name=op.f("uq_z_report_shift_id")),
    )
    op.create_table(
        "unit_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at_counter", sa.Boolean(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_note_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_note")),
    )
    op.create_index(op.f("ix_unit_note_unit_id"), "unit_note", ["unit_id"], unique=False)

    op.create_table(
        "method_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("shift_id", sa.Integer(), nullable=False),
        sa.Column("from_method", sa.String(), nullable=False),
        sa.Column("to_method", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("approval_id", sa.Integer(), nullable=True),
        sa.Column("entry_no", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["approval_id"], ["approval.id"], name=op.f("fk_method_change_approval_id")),
        sa.ForeignKeyConstraint(["entry_no"], ["journal_entry.no"], name=op.f("fk_method_change_entry_no")),
        sa.ForeignKeyConstraint(["payment_id"], ["payment.id"], name=op.f("fk_method_change_payment_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_method_change_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_method_change")),
    )
    op.create_index(op.f("ix_method_change_payment_id"), "method_change", ["payment_id"], unique=False)
    op.create_index(op.f("ix_method_change_shift_id"), "method_change", ["shift_id"], unique=False)

    op.create_table(
        "note_read",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["note_id"], ["unit_note.id"], name=op.f("fk_note_read_note_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_note_read_user_id")),
        sa.PrimaryKeyConstraint("note_id", "user_id", "day", name=op.f("pk_note_read")),
    )
    op.create_table(
        "deposit_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("charge_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("approval_id", sa.Integer(), nullable=True),
        sa.Column("payment_id", sa.Integer(), nullable=True),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.Column("entry_no", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["approval_id"], ["approval.id"], name=op.f("fk_deposit_move_approval_id")),
        sa.ForeignKeyConstraint(["charge_id"], ["charge.id"], name=op.f("fk_deposit_move_charge_id")),
        sa.ForeignKeyConstraint(["entry_no"], ["journal_entry.no"], name=op.f("fk_deposit_move_entry_no")),
        sa.ForeignKeyConstraint(["payment_id"], ["payment.id"], name=op.f("fk_deposit_move_payment_id")),
        sa.ForeignKeyConstraint(["reverses"], ["deposit_move.id"], name=op.f("fk_deposit_move_reverses")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deposit_move")),
        sa.UniqueConstraint("reverses", name=op.f("uq_deposit_move_reverses")),
    )
    op.create_index(op.f("ix_deposit_move_charge_id"), "deposit_move", ["charge_id"], unique=False)
    op.create_index(op.f("ix_deposit_move_payment_id"), "deposit_move", ["payment_id"], unique=False)

    op.create_table(
        "invoice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("receipt_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["receipt_id"], ["receipt.id"], name=op.f("fk_invoice_receipt_id")),
        sa.ForeignKeyConstraint(["reverses"], ["invoice.id"], name=op.f("fk_invoice_reverses")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sa.UniqueConstraint("reverses", name=op.f("uq_invoice_reverses")),
    )
    op.create_index(op.f("ix_invoice_number"), "invoice", ["number"], unique=False)
    op.create_index(op.f("ix_invoice_receipt_id"), "invoice", ["receipt_id"], unique=False)

    with op.batch_alter_table("payment") as payment:
        payment.add_column(sa.Column("refunds", sa.Integer(), nullable=True))
        payment.add_column(sa.Column("written_at", sa.DateTime(), nullable=True))
        payment.add_column(sa.Column("collector", sa.String(), server_default="", nullable=False))
        payment.add_column(sa.Column("deposits", sa.Integer(), server_default="0", nullable=False))
        payment.alter_column("shift_id", existing_type=sa.Integer(), nullable=True)
        payment.create_foreign_key(op.f("fk_payment_refunds"), "payment", ["refunds"], ["id"])
    op.create_index(op.f("ix_payment_refunds"), "payment", ["refunds"], unique=False)
    op.add_column("receipt", sa.Column("kind", sa.String(), server_default="receipt", nullable=False))
    with op.batch_alter_table("receipt_book") as book:
        book.add_column(sa.Column("kind", sa.String(), server_default="own", nullable=False))
        book.add_column(sa.Column("holder", sa.String(), server_default="", nullable=False))
        book.add_column(sa.Column("issued_on", sa.Date(), nullable=True))
        book.add_column(sa.Column("returned_at", sa.DateTime(), nullable=True))
        book.add_column(sa.Column("returned_by", sa.Integer(), nullable=True))
        book.add_column(sa.Column("warn_at", sa.Integer(), server_default="50", nullable=False))
        book.drop_constraint(op.f("uq_receipt_book_prefix"), type_="unique")
        book.create_unique_constraint(op.f("uq_receipt_book_prefix_first"), ["prefix", "first"])
    op.add_column("shift", sa.Column("opening", sa.Text(), nullable=True))
    op.execute("ALTER TABLE tender ADD COLUMN change_id INTEGER REFERENCES method_change (id)")
    op.add_column("tender", sa.Column("checked_at", sa.DateTime(), nullable=True))
    op.add_column("tender", sa.Column("checked_by", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_tender_change_id"), "tender", ["change_id"], unique=False)
