"""An estate of any size for measuring: homes with an owner, one telephone and one tariff each, all invented."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.ids import UnitId
from app.fees.handover import HandoverMonth
from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from app.office import Office, SetUp

MORNING = datetime(2026, 11, 20, 9)
FIRST_DAY = date(2026, 1, 1)
HISTORY_FROM = date(2024, 12, 1)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕单仇解查朴翟"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲丹红玉梅华金凤健志海燕波斌宇浩凯秀珍"
HEADER = (
    *("楼号", "单元", "房间", "楼层", "房屋类型", "房屋户型", "建筑面积", "室内面积", "房屋状态"),
    *("业主名称", "手机号", "交房日期"),
)
UNITS_A_BUILDING, ROOMS_A_FLOOR = 100, 4


def open_estate(folder: Path, units: int) -> tuple[Office, Actor]:
    """A new data folder with so many homes in it and nothing billed yet."""
    office = Office.open(folder, SetClock(MORNING))
    by = office.set_up(_answers())
    if units:
        sheet = folder / "list of homes.xlsx"
        write_list(sheet, units)
        office.unit_import.run(by, sheet)
    return office, by


def write_list(path: Path, units: int) -> None:
    """A clean list in twelve columns, as an office would keep it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("房产")
    sheet.append(HEADER)
    for number in range(units):
        building, entrance, room = code_of(number).split("-")
        home = ("普通住宅", "三室二厅", str(area_of(number)), str(area_of(number) - 12), "已入住")
        owner = (name_of(number), phone_of(number), "2020-05-01")
        sheet.append((building, entrance, room, int(room[:-2]), *home, *owner))
    book.save(path)


def lay_tariff(office: Office, by: Actor, first: date = FIRST_DAY) -> None:
    """A monthly property fee by area on every unit from this day on, with the contract's late fee."""
    item = next(item for item in office.fee_items.all() if item.code == "property")
    terms = TariffTerms(Formula.AREA, Decimal("1.85"), late_fee=LateFeeTerms(Decimal("0.0005")))
    tariff = office.tariffs.create(by, item.id, "住宅物业费", first, terms)
    office.assignments.assign(by, tariff, all_units(office), first)


def all_units(office: Office) -> list[UnitId]:
    return [row.id for row in office.estate.units()]


def code_of(number: int) -> str:
    """The place of the n-th home: building, entrance, room."""
    building, place = divmod(number, UNITS_A_BUILDING)
    entrance, inside = divmod(place, UNITS_A_BUILDING // 2)
    floor, door = divmod(inside, ROOMS_A_FLOOR)
    return f"{building + 1}-{entrance + 1}-{floor + 1}{door + 1:02d}"


def name_of(number: int) -> str:
    """A name for the n-th owner, spread over surnames and given names."""
    first, second = GIVEN[number % len(GIVEN)], GIVEN[number // len(GIVEN) % len(GIVEN)]
    return f"{SURNAMES[number * 7 % len(SURNAMES)]}{first}{second if number % 3 else ''}"


def phone_of(number: int) -> str:
    return f"138{number * 7919 % 100_000_000:08d}"


def area_of(number: int) -> Decimal:
    return Decimal(6000 + number * 37 % 8000).scaleb(-2)


def _answers() -> SetUp:
    return SetUp(
        company="安和物业服务有限公司",
        service_centre="丽景花园物业服务中心",
        estate="丽景花园",
        telephone="0512-65550100",
        handover_month=HandoverMonth.FROM_HANDOVER_DAY,
        person="林安",
        password="mornings at nine",
    )
