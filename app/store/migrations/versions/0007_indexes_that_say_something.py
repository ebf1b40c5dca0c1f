"""Indexes hold only rows that say something: a page that a payment does not write is not waited for."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    with op.batch_alter_table("journal_entry") as journal_entry:  # the chain proves its hashes; nothing looks one up
        journal_entry.drop_constraint(op.f("uq_journal_entry_hash"), type_="unique")
    with op.batch_alter_table("payment") as payment:
        payment.drop_constraint(op.f("uq_payment_reverses"), type_="unique")
    _where("uq_payment_reverses", "payment", ["reverses"], "reverses IS NOT NULL", unique=True)
    _again("ix_payment_refunds", "payment", "refunds")
    _again("ix_charge_run_id", "charge", "run_id")
    op.drop_index("uq_charge_assignment_first", "charge")
    billed_once = "cancelled_at IS NULL AND assignment_id IS NOT NULL"
    _where("uq_charge_assignment_first", "charge", ["assignment_id", "first"], billed_once, unique=True)
    op.drop_index("ix_tender_change_id", "tender")  # nothing goes from a change of method to its tenders
    op.drop_index("ix_receipt_print_receipt_id", "receipt_print")  # the unique copies of a receipt begin with it


def _again(name: str, table: str, column: str) -> None:
    op.drop_index(name, table)
    _where(name, table, [column], f"{column} IS NOT NULL")


def _where(name: str, table: str, columns: list[str], condition: str, *, unique: bool = False) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)
