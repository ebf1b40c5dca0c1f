"""The desk where repairs are written down and paid for."""

from __future__ import annotations

from decimal import Decimal

from app.core.money import Money
from app.tickets.materials.kinds import FreeReason, LineKind, PayState
from app.tickets.materials.line_rows import WorkLines
from app.tickets.materials.line_rule import NewLine
from tests.tickets.flow.ticket_office import TicketOffice

VALVE = NewLine(LineKind.MATERIAL, "角阀", "个", Decimal(2), Decimal("35.00"))
WORK = NewLine(LineKind.LABOUR, "工时", "小时", Decimal("1.5"), Decimal(60))
SEAL = NewLine(LineKind.MATERIAL, "密封圈", "个", Decimal(1), Decimal("4.50"), FreeReason.OFFICE)


class WorkOffice(TicketOffice):
    """Takes down material and labour."""

    def line(self, ticket_id: int, new: NewLine = VALVE) -> int:
        return self.office.ticket_lines.add(self.cashier, ticket_id, new).id

    def charged(self, ticket_id: int) -> Money:
        return self.office.ticket_lines.charge(self.cashier, ticket_id)

    def lines(self, ticket_id: int) -> WorkLines:
        return self.office.ticket_lines.of(ticket_id)

    def states(self, ticket_id: int) -> list[PayState]:
        return [line.state for line in self.lines(ticket_id).lines]

    def true(self) -> bool:
        """Every truth of the books and of tickets holds."""
        assert self.builder.breaches() == []
        return True
