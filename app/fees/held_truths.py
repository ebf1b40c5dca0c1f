"""Money held for others stays a liability: no charge of it, and no late fee on it, is the office's revenue."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, select

from app.core.language import mark
from app.fees.money_of import MoneyOf
from app.fees.tables import charge, fee_item
from app.ledger.accounts import revenue
from app.ledger.tables import posting
from app.store.truths import Truth

_REVENUE = revenue("")
_OF_CHARGES = (
    select(charge.c.id, posting.c.account, posting.c.entry_no)
    .join_from(charge, fee_item, fee_item.c.id == charge.c.fee_item_id)
    .join(posting, posting.c.entry_no == charge.c.entry_no)
    .where(fee_item.c.money_of != MoneyOf.OWN.value, posting.c.account.startswith(_REVENUE))
)
_HELD = select(fee_item.c.code).where(fee_item.c.money_of != MoneyOf.OWN.value)
_ON_ACCOUNTS = select(posting.c.entry_no, posting.c.account).where(
    posting.c.account.in_(bindparam("accounts", expanding=True))
)


def _never_revenue(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_OF_CHARGES):
        yield f"{row.id}: {row.entry_no} {row.account}"
    accounts = [revenue(code) for code in connection.execute(_HELD).scalars()]
    for row in connection.execute(_ON_ACCOUNTS, {"accounts": accounts}):
        yield f"{row.entry_no} {row.account}"


HELD_TRUTHS = (Truth(mark("money held for others never becomes revenue, nor does a late fee on it"), _never_revenue),)
