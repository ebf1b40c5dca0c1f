"""The invented estate as the sheet that an office would import: buildings, shops, parking, storage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from openpyxl import Workbook

from app.demo.invented_people import InventedPeople

HEADS = (
    "房屋编号", "楼层", "房屋类型", "户型", "建筑面积", "室内面积", "房屋状态", "交房日期",
    "业主名称", "手机号", "租户", "租户电话", "车牌号",
)  # fmt: skip
_LAYOUTS = (("两室两厅", 8950), ("三室两厅", 10720), ("三室两厅", 12035), ("四室两厅", 14360), ("一室一厅", 5618))
_FLOORS, _ENTRANCES, _PER_LANDING = 18, 2, 2
_HOMES_A_BUILDING = _FLOORS * _ENTRANCES * _PER_LANDING


def write_sheet(path: Path, units: int, chance: Random, opened: date) -> None:
    """Write the .xlsx of so many units; homes first, then shops, parking and storage in their shares."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("房屋与业主")
    sheet.append(list(HEADS))
    for row in _rows(units, chance, opened):
        sheet.append([row.get(head) for head in HEADS])
    workbook.save(path)


def _rows(units: int, chance: Random, opened: date) -> Iterator[dict[str, object]]:
    people = InventedPeople(chance)
    shops, parking, storage = max(units * 4 // 100, 1), max(units * 12 // 100, 1), max(units * 2 // 100, 1)
    homes = units - shops - parking - storage
    owners: list[tuple[str, str]] = []
    for number in range(homes):
        row = _home(number, chance, people, opened)
        owners.append((str(row["业主名称"]), str(row["手机号"])))
        yield row
    for number in range(shops):
        yield _shop(number, chance, people, opened)
    for number in range(parking):
        yield _space(f"B1-{number + 1:03d}", "车位", chance, owners, people)
    for number in range(storage):
        yield _space(f"C-{number + 1:03d}", "储藏室", chance, owners, people)


def _home(number: int, chance: Random, people: InventedPeople, opened: date) -> dict[str, object]:
    building, rest = divmod(number, _HOMES_A_BUILDING)
    entrance, rest = divmod(rest, _FLOORS * _PER_LANDING)
    floor, place = divmod(rest, _PER_LANDING)
    layout, area = _LAYOUTS[(building + place) % len(_LAYOUTS)]
    let = chance.random() < 0.08
    row: dict[str, object] = {
        "房屋编号": f"{building + 1}-{entrance + 1}-{floor + 1}{place + 1:02d}",
        "楼层": floor + 1,
        "房屋类型": "住宅",
        "户型": layout,
        "建筑面积": _square_metres(area),
        "室内面积": _square_metres(area * 79 // 100),
        "房屋状态": "出租" if let else chance.choice(("已入住", "已入住", "已入住", "已入住", "空置", "装修中")),
        "交房日期": opened + timedelta(days=chance.randrange(60)),
        "业主名称": people.name(),
        "手机号": people.phone() if chance.random() < 0.85 else f"{people.phone()}、{people.phone()}",
    }
    if let:
        row |= {"租户": people.name(), "租户电话": people.phone()}
    if chance.random() < 0.3:
        row["车牌号"] = people.plate()
    return row


def _shop(number: int, chance: Random, people: InventedPeople, opened: date) -> dict[str, object]:
    return {
        "房屋编号": f"商铺{number + 1:02d}",
        "房屋类型": "商铺",
        "建筑面积": _square_metres(chance.randrange(2400, 18000)),
        "房屋状态": "已入住",
        "交房日期": opened,
        "业主名称": people.name(),
        "手机号": people.phone(),
        "租户": people.company(),
        "租户电话": people.phone(),
    }


def _space(
    code: str, kind: str, chance: Random, owners: list[tuple[str, str]], people: InventedPeople
) -> dict[str, object]:
    name, phone = chance.choice(owners)
    return {
        "房屋编号": code,
        "房屋类型": kind,
        "建筑面积": "12.50",
        "房屋状态": "已交房",
        "业主名称": name,
        "手机号": phone.split("、")[0],
        "车牌号": people.plate() if kind == "车位" else None,
    }


def _square_metres(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}"
