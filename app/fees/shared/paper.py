"""What the two sheets of a common cost say, and the words they share: Chinese always, as papers are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.core.money import total
from app.core.show import show_date, show_days, show_decimal, show_money
from app.estate.office_facts import OfficeFacts
from app.fees.shared.request import BuildingShare, SharedCostPage
from app.fees.shared.rule import Basis, NoWeight, Split
from app.fees.shared.words import paper_unit, paper_weight
from app.fees.terms import AreaBase
from app.meters.kinds import MeterKind

_AREAS = {AreaBase.BUILDING: "建筑面积", AreaBase.INNER: "套内面积", AreaBase.BILLING: "计费面积"}
_METERS = {
    MeterKind.WATER: "水表",
    MeterKind.ELECTRICITY: "电表",
    MeterKind.GAS: "燃气表",
    MeterKind.HEAT: "热量表",
}
_REASONS = {
    NoWeight.UNSOLD: "未售",
    NoWeight.NO_AREA: "无面积",
    NoWeight.NO_HEADCOUNT: "无人数",
    NoWeight.NO_METER: "无表",
    NoWeight.NO_USAGE: "无用量",
}
_FEWEST = 3
OTHERS = "其他"


@dataclass(frozen=True, slots=True)
class SharedPaper:
    """One common cost on paper, printed on a day."""

    office: OfficeFacts
    cost: SharedCostPage
    printed_on: date


def split_words(split: Split) -> str:
    """`按建筑面积`, `按户`, `按人数`, `按分户水表用量`."""
    if split.basis is Basis.AREA:
        return f"按{_AREAS[split.area_base]}"
    if split.basis is Basis.USAGE:
        return f"按分户{_METERS[split.meter_kind]}用量"
    return "按户" if split.basis is Basis.UNIT else "按人数"


def facts_of_cost(paper: SharedPaper) -> list[tuple[str, str]]:
    """The head's facts, label and words; a meter's reckoning last."""
    cost = paper.cost
    row = cost.row
    facts = [
        ("费用名称", row.title),
        ("收费项目", row.item),
        ("费用期间", show_days(row.period.first, row.period.until)),
        ("缴费截止", show_date(row.due_on)),
        ("分摊方式", f"{split_words(row.split)}分摊"),
        ("分摊户数", f"{row.units:,} 户"),
    ]
    if cost.metered is not None:
        usage = f"用量 {show_decimal(cost.metered.usage, 0)} × {show_decimal(cost.metered.price)} 元"
        facts.append(("公共仪表", f"{cost.meter}，{usage} = {show_money(row.total)} 元"))
    return facts


def unit_price_words(cost: SharedCostPage) -> str:
    """`2.50 元/㎡`, `约 2.108831 元/㎡`."""
    exact = cost.unit_price * 10**6
    shown = show_decimal(Decimal(int(exact + Fraction(1, 2))).scaleb(-6))
    return f"{'' if exact.denominator == 1 else '约 '}{shown} 元/{paper_unit(cost.row.split)}"


def reckoning_words(cost: SharedCostPage) -> str:
    """`560.00 元 ÷ 265.55 ㎡`."""
    return f"{show_money(cost.row.total)} 元 ÷ {paper_weight(cost.weights, cost.row.split)}"


def posted_buildings(cost: SharedCostPage) -> list[BuildingShare]:
    """The buildings for a sheet that is posted: those of one or two units stand together, so that none can be told."""
    buildings = cost.buildings
    small = [one for one in buildings if one.units < _FEWEST]
    if len(buildings) == 1 or not small:
        return list(buildings)
    others = BuildingShare(
        OTHERS,
        sum(one.units for one in small),
        sum((one.weight for one in small), Fraction(0)),
        total(one.amount for one in small),
    )
    return [*(one for one in buildings if one.units >= _FEWEST), others]


def left_out_counts(cost: SharedCostPage) -> str:
    """`无面积 1 户、未售 2 户`; empty where nobody was left out."""
    reasons = [reason for _, reason in cost.left_out]
    return "、".join(f"{_REASONS[one]} {reasons.count(one)} 户" for one in NoWeight if one in reasons)


def left_out_units(cost: SharedCostPage) -> str:
    """`3-1-301（无面积）、3-1-302（未售）`."""
    return "、".join(f"{code}（{_REASONS[reason]}）" for code, reason in cost.left_out)


def texts_of(paper: SharedPaper) -> Sequence[str]:
    """Every text that people typed, to look for characters that the face lacks."""
    return list(_typed(paper))


def _typed(paper: SharedPaper) -> Iterator[str]:
    office, cost = paper.office, paper.cost
    yield from (office.company, office.service_centre, cost.row.title, cost.row.item, cost.meter)
    yield from dict.fromkeys(line.building for line in cost.lines)
    yield from (line.code for line in cost.lines)
