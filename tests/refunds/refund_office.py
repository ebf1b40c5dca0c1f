"""The office of the stories, with the words that refunds and deposits need."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from sqlalchemy import func, select

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.ids import ReceiptId, UnitId
from app.core.money import Money
from app.core.money_text import parse_money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.deposits.held import HeldDeposit
from app.counter.methods import Method
from app.counter.payments.asked import OneOff, Taken
from app.counter.refunds.asked import AskedRefund, Refunded, RefundKind, ReturnLine
from app.ledger.tables import posting
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder

_NUMBERS = count(1)


class RefundOffice(OfficeBuilder):
    """Asks a supervisor where one is needed."""

    def approval(self, permission: Permission = Permission.REFUND) -> Approval:
        return self.office.people.approve(permission, "沈若兰", SUPERVISOR_PASSWORD, self.cashier, "agreed", {})

    def deposit(self, unit_id: UnitId, amount: str = "2000", received: str | None = None) -> tuple[Taken, HeldDeposit]:
        item = next(item for item in self.office.fee_items.one_offs() if item.code == "renovation-deposit")
        taken = self.pays(unit_id, received, one_offs=(OneOff(item.id, item.paper_name, parse_money(amount)),))
        return taken, self.office.deposits.of_unit(unit_id)[-1]

    def whole(self, receipt_id: ReceiptId, method: Method = Method.CASH) -> AskedRefund:
        """Everything that is left of a receipt, as wrong money."""
        original = self.office.refunds.original(receipt_id)
        lines = [ReturnLine(line.charge_id, line.rest) for line in original.lines if line.rest]
        return self.asks_back(receipt_id, RefundKind.OWED_AGAIN, tuple(lines), method)

    def asks_back(
        self,
        receipt_id: ReceiptId,
        kind: RefundKind,
        lines: tuple[ReturnLine, ...] = (),
        method: Method = Method.CASH,
        *,
        unserved_from: date | None = None,
        reference: str = "",
        shown: Money | None = None,
    ) -> AskedRefund:
        """What the refund screen would ask for; the sum that it shows is the one that it would show."""
        asked = AskedRefund(
            client_id=f"refund {next(_NUMBERS)}",
            receipt_id=receipt_id,
            kind=kind,
            lines=lines,
            method=method,
            reason="收错房间",
            taker="张建国",
            shown=Money(0) if shown is None else shown,
            unserved_from=unserved_from,
            reference=reference or ("1234" if method is Method.TRANSFER else ""),
        )
        if shown is not None:
            return asked
        return self._with_sum(asked)

    def _with_sum(self, asked: AskedRefund) -> AskedRefund:
        return replace(asked, shown=self.office.refunds.plan(asked).back)

    def refunds(self, asked: AskedRefund) -> Refunded:
        return self.office.refunds.refund(self.cashier, asked, self.approval())

    def asked_again(self, client_id: str, receipt_id: ReceiptId) -> AskedRefund:
        """A refund that was asked for before, under the same id."""
        asked = self.asks_back(receipt_id, RefundKind.OWED_AGAIN, shown=Money(0))
        return replace(asked, client_id=client_id)

    def change_from_the_safe(self) -> None:
        """A thousand yuan more in the drawer."""
        lent = self.approval(Permission.MOVE_MUCH_CASH)
        self.office.cash_box.move(self.cashier, MoveCash(CashReason.CHANGE, Money.yuan(1000), "沈若兰"), lent)

    def balance(self, account: str) -> Money:
        """What an account of the journal holds: debits positive."""
        question = select(func.sum(posting.c.amount)).where(posting.c.account == account)
        with self.office.store.reading() as connection:
            return connection.execute(question).scalar() or Money(0)
