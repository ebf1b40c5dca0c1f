"""The sheets of a common cost: what is posted tells no household's share, what is at the desk tells them all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from app.core.ids import BuildingId, FeeItemId, RunId, SharedCostId, UnitId
from app.core.money import Money, total
from app.core.periods import Period
from app.core.show import show_money
from app.estate.office_facts import OfficeFacts
from app.fees.formulas import Areas
from app.fees.shared.desk_paper import desk_pdf
from app.fees.shared.explained import MeteredTotal
from app.fees.shared.paper import OTHERS, SharedPaper, posted_buildings
from app.fees.shared.posting_paper import posting_pdf
from app.fees.shared.request import SharedCostPage, SharedCostRow, SharedLine
from app.fees.shared.rule import Basis, NoWeight, Sharer, Split, shares_of
from tests.paper.judges import PaperOnTable

OFFICE = OfficeFacts("禾木里物业服务有限公司", "阳光花园物业服务中心", "阳光花园", "0571-5550100", "", "0571-5550199")
BILL, BY_AREA = Money(56000), Split(Basis.AREA)
AREAS = ("89.35", "101.20", "75")


def cost(
    buildings: dict[str, int],
    whole: Money = BILL,
    split: Split = BY_AREA,
    *,
    metered: MeteredTotal | None = None,
    left_out: tuple[tuple[str, NoWeight], ...] = (),
) -> SharedCostPage:
    """A cost over so many units of each building."""
    units = [(name, room) for name, count in buildings.items() for room in range(count)]
    weighed = [
        (
            Sharer(UnitId(number), f"{name}-{100 + room}", BuildingId(1), name, Areas()),
            Fraction(1) if split.basis is Basis.UNIT else Fraction(AREAS[number % 3]),
        )
        for number, (name, room) in enumerate(units)
    ]
    lines = tuple(
        SharedLine(
            one.sharer.unit_id, one.sharer.code, one.sharer.building_id, one.sharer.building, one.weight, one.amount
        )
        for one in shares_of(whole, weighed)
    )
    row = SharedCostRow(
        id=SharedCostId(1),
        run_id=RunId(1),
        title="公共照明",
        item_id=FeeItemId(2),
        item="公共能耗费",
        period=Period(date(2026, 10, 1), date(2026, 11, 1)),
        due_on=date(2026, 12, 5),
        total=whole,
        split=split,
        units=len(lines),
        made_on=date(2026, 11, 20),
        by="王敏",
        undone=False,
    )
    weights = sum((weight for _, weight in weighed), Fraction(0))
    return SharedCostPage(row, metered, "3栋公共照明表" if metered else "", weights, lines, left_out)


def paper(page: SharedCostPage) -> SharedPaper:
    return SharedPaper(OFFICE, page, date(2026, 11, 20))


@pytest.fixture
def table(tmp_path: Path) -> tuple[Path, Path]:
    places = tmp_path / "posted", tmp_path / "desk"
    for place in places:
        place.mkdir()
    return places


def test_the_posted_sheet_tells_total_base_unit_price_and_buildings(table: tuple[Path, Path]) -> None:
    sheet = PaperOnTable(posting_pdf(paper(cost({"1栋": 3, "3栋": 6}))), table[0])
    for fact in ("公共费用分摊公示", "¥560.00", "796.65㎡", "约0.702944元/㎡", "1栋3265.55", "3栋6531.10"):
        assert sheet.says(fact), fact
    assert sheet.says("2026-10-01 – 2026-10-31")
    assert sheet.says("0571-5550199")
    assert "No syntax or stream encoding errors" in sheet.sound()


def test_no_unit_stands_on_the_posted_sheet(table: tuple[Path, Path]) -> None:
    page = cost({"1栋": 3, "3栋": 6}, left_out=(("3栋-301", NoWeight.NO_AREA),))
    sheet = PaperOnTable(posting_pdf(paper(page)), table[0])
    assert [line.code for line in page.lines if sheet.says(line.code)] == []
    assert not sheet.says("3栋-301")
    assert sheet.says("无面积 1 户")


def test_both_sheets_tell_the_same_total(table: tuple[Path, Path]) -> None:
    page = cost({"1栋": 30, "3栋": 36}, Money(1234567))
    posted, inside = (
        PaperOnTable(draw(paper(page)), place) for draw, place in zip((posting_pdf, desk_pdf), table, strict=True)
    )
    assert posted.says("12,345.67")
    assert inside.says(f"66户{show_money(Money(1234567))}")
    assert total(one.amount for one in posted_buildings(page)) == page.row.total
    assert total(line.amount for line in page.lines) == page.row.total


def test_the_desk_sheet_lists_every_unit_and_is_not_for_posting(table: tuple[Path, Path]) -> None:
    page = cost({"1栋": 30, "3栋": 36}, left_out=(("3栋-301", NoWeight.UNSOLD),))
    sheet = PaperOnTable(desk_pdf(paper(page)), table[1])
    assert all(sheet.says(line.code) for line in page.lines)
    assert sheet.says("3栋-301（未售）")
    for number in range(1, sheet.page_count + 1):
        assert sheet.says("内部使用不得张贴", page=number)
        assert sheet.says(f"第{number}页共{sheet.page_count}页", page=number)


def test_a_long_desk_sheet_closes_each_page_with_its_sum(table: tuple[Path, Path]) -> None:
    sheet = PaperOnTable(desk_pdf(paper(cost({"1栋": 100}, Money(100000)))), table[1])
    assert sheet.page_count > 2
    assert sheet.says("本页小计", page=1)
    assert sheet.says("续下页", page=1)
    assert sheet.says("公共照明2026-10-01 – 2026-10-31（续）", page=2)
    assert not sheet.says("本页小计", page=sheet.page_count)
    assert sheet.says("合计", page=sheet.page_count)


def test_buildings_of_one_or_two_units_are_not_told_apart() -> None:
    page = cost({"1栋": 3, "商铺": 1, "别墅": 2})
    assert [(one.building, one.units) for one in posted_buildings(page)] == [("1栋", 3), (OTHERS, 3)]


def test_a_meter_shows_its_reckoning(table: tuple[Path, Path]) -> None:
    metered = MeteredTotal(Decimal("903.2"), Decimal("0.62"))
    sheet = PaperOnTable(posting_pdf(paper(cost({"3栋": 6}, metered.amount, metered=metered))), table[0])
    assert sheet.says("3栋公共照明表，用量 903.2 × 0.62 元 = 559.98 元")


def test_shares_by_unit_have_a_price_for_each_household(table: tuple[Path, Path]) -> None:
    sheet = PaperOnTable(posting_pdf(paper(cost({"3栋": 4}, Money(1000), Split(Basis.UNIT)))), table[0])
    assert sheet.says("2.50 元/户")
    assert sheet.says("10.00 元 ÷ 4 户")


def test_the_same_facts_make_the_same_bytes() -> None:
    page = paper(cost({"3栋": 6}))
    assert posting_pdf(page) == posting_pdf(page)
    assert desk_pdf(page) == desk_pdf(page)


def test_all_faces_are_embedded(table: tuple[Path, Path]) -> None:
    fonts = PaperOnTable(desk_pdf(paper(cost({"3栋": 6}))), table[1]).fonts()
    assert fonts
    assert all("NotoSansSC" in font[0] for font in fonts)
