"""The lists of a common cost: what each unit pays, and what each building pays together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.core.ids import UnitId
from app.core.language import tr
from app.core.money import Money
from app.estate.unit_code import natural
from app.fees.shared.request import BuildingShare, SharedCostPage, SharedPreview
from app.fees.shared.rule import NoWeight, Split
from app.fees.shared.words import weight_words
from ui.fees.shared.words import reason_state
from ui.fees.short_table import ShortTable
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One unit's share and who lives there; a unit that gets none has a reason instead."""

    code: str
    person: str
    building: str
    split: Split
    weight: Fraction | None = None
    amount: Money | None = None
    reason: NoWeight | None = None


def preview_lines(preview: SharedPreview, people: Mapping[UnitId, str]) -> list[ShareLine]:
    """Those who are left out first, then the shares, each in unit order."""
    split = preview.request.split
    left_out = [(one.sharer, None, None, one.reason) for one in preview.left_out]
    shares = [(one.sharer, one.weight, one.amount, None) for one in preview.shares]
    return [
        ShareLine(sharer.code, people.get(sharer.unit_id, ""), sharer.building, split, weight, amount, reason)
        for sharer, weight, amount, reason in (*left_out, *shares)
    ]


def charged_lines(page: SharedCostPage, people: Mapping[UnitId, str]) -> list[ShareLine]:
    """The shares as they were charged, then those who were left out."""
    split = page.row.split
    shares = [
        ShareLine(line.code, people.get(line.unit_id, ""), line.building, split, line.weight, line.amount)
        for line in page.lines
    ]
    return [*shares, *(ShareLine(code, "", "", split, reason=reason) for code, reason in page.left_out)]


class ShareTable(TableView[ShareLine]):
    """Every unit of a common cost."""

    def __init__(self) -> None:
        columns: list[Column[ShareLine]] = [
            Column(tr("Unit"), lambda line: line.code, bold=True, sort=lambda line: natural(line.code)),
            Column(tr("Person"), lambda line: line.person, least=6, stretch=True),
            Column(tr("Building"), lambda line: line.building, tone=Tone.INK2),
            Column(tr("Remark"), _remark, Kind.STATE, stretch=True),
            Column(tr("Counts as"), _weight, Kind.NUMBER, dash=True, sort=lambda line: line.weight or Fraction(0)),
            Column(tr("Amount"), lambda line: line.amount, Kind.MONEY, total=True, dash=True, bold=True),
        ]
        super().__init__(tr("Shares of the units"), columns, key=lambda line: line.code, look=_look)

    def show_lines(self, lines: Sequence[ShareLine]) -> None:
        """Show these; the remarks only where there are any."""
        self.show_rows(lines)
        self.hide_column(tr("Remark"), hidden=not any(line.reason for line in lines))


class BuildingTable(ShortTable[BuildingShare]):
    """The sums by building, as the sheet that is posted shows them."""

    most = 6

    def __init__(self) -> None:
        self.split: Split | None = None
        columns: list[Column[BuildingShare]] = [
            Column(tr("Building"), lambda line: line.building, bold=True, stretch=True),
            Column(tr("Units"), lambda line: f"{line.units:,}", Kind.NUMBER),
            Column(tr("Counts as"), self._weight, Kind.NUMBER),
            Column(tr("Amount"), lambda line: line.amount, Kind.MONEY, bold=True),
        ]
        super().__init__(tr("Sums by building"), columns, key=lambda line: line.building, row_height=28)

    def show_cost(self, page: SharedCostPage) -> None:
        """Show the buildings of a cost."""
        self.split = page.row.split
        self.show_rows(page.buildings)

    def _weight(self, line: BuildingShare) -> str:
        return "" if self.split is None else weight_words(line.weight, self.split)


def _remark(line: ShareLine) -> object:
    return None if line.reason is None else reason_state(line.reason)


def _weight(line: ShareLine) -> str | None:
    return None if line.weight is None else weight_words(line.weight, line.split)


def _look(line: ShareLine) -> RowLook:
    return RowLook(quiet=line.reason is not None)
