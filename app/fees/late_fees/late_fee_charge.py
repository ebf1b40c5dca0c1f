"""A late fee becomes a charge of its own, naming its parent and its days, when it is let go of."""

from __future__ import annotations

from sqlalchemy import Connection

from app.core.ids import ChargeId
from app.core.money import NOTHING, Money
from app.fees.charge_rows import LATE_FEE, Occasion
from app.fees.charges import OpenCharge
from app.fees.items import late_fee_account, read_items
from app.fees.late_fees.late_fee_rows import late_fee_name
from app.fees.tables import FIRST_VERSION, charge
from app.ledger.accounts import receivable
from app.ledger.entry import Entry, Posting
from app.ledger.journal import post
from app.store.rows import insert_row


def write_late_fee(connection: Connection, parent: OpenCharge, amount: Money, occasion: Occasion) -> ChargeId:
    """Write `amount` fen of the late fee that `parent` owes as a charge, with its entry."""
    fee = parent.late_fee
    assert fee is not None
    name = late_fee_name(parent.name)
    item = next(item for item in read_items(connection) if item.id == parent.item_id)
    postings = (
        Posting(receivable(parent.item_code), amount, parent.unit_id),
        Posting(late_fee_account(item), -amount, parent.unit_id),
    )
    (number,) = post(connection, [Entry(occasion.day, LATE_FEE, name, postings, occasion.at, occasion.by)])
    key = insert_row(
        connection,
        charge,
        unit_id=parent.unit_id,
        fee_item_id=parent.item_id,
        kind=LATE_FEE,
        name=name,
        parent_id=parent.id,
        first=fee.period.first,
        until=fee.period.until,
        due_on=occasion.day,
        amount=amount,
        explain=fee.to_facts(amount),
        in_advance=False,
        entry_no=number,
        outstanding=amount,
        late_fee_left=NOTHING,
        version=FIRST_VERSION,
        at=occasion.at,
        by=occasion.by,
    )
    return ChargeId(key)
