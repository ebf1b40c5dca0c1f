"""A sheet as real offices keep it: spellings, serials, blank lines, heads over two rows, a few rows that are wrong.

Everything in it is invented and follows from the seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

TITLE = "阳光花园房屋及业主信息表"
UPPER = (
    *("楼号", "单元", "房间", "楼层", "总层数", "是否有电梯", "房屋类型", "房屋户型", "面积", None, "租金", "房屋状态"),
    *("交房日期", "业主信息", None, None, None, None, "车牌号", "已缴至", None, "备注"),
)
LOWER = (
    *(None, None, None, None, None, None, None, None, "建筑面积（㎡）", "室内面积", None, None),
    *(None, "业主名称", "性别", "手机号", "身份证号", "业主类型", None, "物业费已缴至", "车位费已缴至", None),
)
HEADS = tuple(str(two or one) for one, two in zip(UPPER, LOWER, strict=True))
MERGES = ("A1:V1", *(f"{letter}2:{letter}3" for letter in "ABCDEFGHKLMSV"), "I2:J2", "N2:R2", "T2:U2")
FIRST_ROW = 4
SURNAMES = (
    *"张王李赵陈刘杨黄周吴徐孙马朱胡郭何高林罗",
    *"曾单仇解查区朴翟乐盖缪任华葛种覃",
    "尉迟",
    "单于",
    "欧阳",
    "万俟",
)
GIVEN = "建国明华志强小芳丽娟伟军秀英俊杰雨涵梓轩思远嘉怡晓东海燕玉兰文博" + "𠮷㐂"
EPOCH = date(1899, 12, 30)
Row = dict[str, Any]


@dataclass
class MessySheet:
    """What was written, so that a test knows what must come of it."""

    path: Path
    areas: dict[str, Decimal] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    phones: dict[str, tuple[str, ...]] = field(default_factory=dict)
    handed_over: dict[str, date] = field(default_factory=dict)
    bad_rows: list[int] = field(default_factory=list)
    repeated: int = 0

    @property
    def codes(self) -> list[str]:
        """Every unit that has a good row, as the program writes its code."""
        return list(self.owners)

    @property
    def rows(self) -> int:
        """Filled rows below the heads."""
        return len(self.owners) + self.repeated + len(self.bad_rows)


def write_messy_sheet(path: Path, homes: int = 60, shops: int = 4, parking: int = 6, seed: int = 7) -> MessySheet:
    """Write the sheet and say what is in it."""
    made = MessySheet(path)
    rows: list[Row | None] = []
    for row in _Rows(random.Random(seed), made).all(homes, shops, parking):
        if row is not None and row.pop("wrong", False):
            made.bad_rows.append(FIRST_ROW + len(rows))
        rows.append(row)
    _write(path, rows)
    return made


def _write(path: Path, rows: list[Row | None]) -> None:
    book = Workbook()
    worksheet = book.active
    assert isinstance(worksheet, Worksheet)
    for top in ((TITLE,), UPPER, LOWER):
        worksheet.append(top)
    for merge in MERGES:
        worksheet.merge_cells(merge)
    for row in rows:
        worksheet.append([] if row is None else [row.get(head) for head in HEADS])
    book.save(path)


class _Rows:
    def __init__(self, rng: random.Random, made: MessySheet) -> None:
        self._rng = rng
        self._made = made
        self._number = 0

    def all(self, homes: int, shops: int, parking: int) -> Iterator[Row | None]:
        wrong = iter(self._wrong())
        for place in range(homes):
            yield self._home(place)
            if place % 17 == 16:
                yield None
            if place % 9 == 8:
                yield from (row for row in [next(wrong, None)] if row)
        yield from (self._shop(number) for number in range(1, shops + 1))
        yield None
        yield from (self._parking(number) for number in range(1, parking + 1))
        yield from wrong
        yield self._co_owner()
        yield {"楼号": "合计", "建筑面积（㎡）": 12345.67, "wrong": True}

    def _home(self, place: int) -> Row:
        building, entrance, floor, room = place // 48 + 1, place // 24 % 2 + 1, place // 4 % 6 + 1, place % 4 + 1
        code = f"{building}-{entrance}-{floor}0{room}"
        return (
            self._spelled(building, entrance, f"{floor}0{room}")
            | self._said(code)
            | {"楼层": floor, "房屋类型": "住宅"}
        )

    def _spelled(self, building: int, entrance: int, room: str) -> Row:
        return self._rng.choice(
            (
                {"楼号": building, "单元": entrance, "房间": int(room)},
                {"楼号": f"{building}栋", "单元": f"{entrance}单元", "房间": f"{room}室"},
                {"楼号": f"{building:02d}#", "单元": str(entrance), "房间": room},
                {"楼号": f"{building}号楼", "单元": f"{entrance} 单元", "房间": room},
                {"楼号": "", "单元": None, "房间": f"{building}-{entrance}-{room}"},
                {"房间": f"{building}栋{entrance}单元{room}"},
                {"房间": f"{building:02d}#{entrance}-{room}"},
            )
        )

    def _shop(self, number: int) -> Row:
        code = f"商铺{number:02d}"
        said = self._said(code)
        return said | {"楼号": "商铺", "单元": 0, "房间": f"{number:02d}", "房屋类型": "商铺", "业主类型": "租户"}

    def _parking(self, number: int) -> Row:
        code = f"地库B1-{number:03d}"
        said = self._said(code) | {"建筑面积（㎡）": None, "室内面积": None, "房屋状态": None}
        self._made.areas.pop(code)
        return said | {"楼号": "地库B1", "房间": f"{number:03d}", "房屋类型": "车位", "车牌号": f"浙A·{number:05d}"}

    def _said(self, code: str) -> Row:
        area = Decimal(self._rng.randrange(4500, 16000)).scaleb(-2)
        day = date(2018, 1, 1) + timedelta(days=self._rng.randrange(2500))
        name = self._rng.choice(SURNAMES) + "".join(self._rng.sample(GIVEN, self._rng.choice((1, 2, 2))))
        numbers = tuple(self._mobile() for _ in range(self._rng.choice((1, 1, 1, 2))))
        made = self._made
        made.areas[code], made.owners[code], made.phones[code], made.handed_over[code] = area, name, numbers, day
        return {
            "总层数": 18,
            "是否有电梯": "是",
            "房屋户型": "三室两厅",
            "建筑面积（㎡）": self._rng.choice((float(area), str(area), f"{area}㎡")),
            "室内面积": float(area) * 0.8 // 0.01 / 100,
            "租金": 0,
            "房屋状态": self._rng.choice(("已入住", "空置", "出租", "装修中", "已交房")),
            "交房日期": self._day(day),
            "业主名称": self._rng.choice((name, f" {name} ", name)),
            "性别": self._rng.choice("男女"),
            "手机号": self._numbers(numbers),
            "身份证号": f"33010019{self._rng.randrange(60, 99)}0101{self._rng.randrange(1000, 9999)}",
            "业主类型": self._rng.choice(("业主", "产权人", None)),
            "物业费已缴至": self._rng.choice(("2026-06-30", "2026年6月", 46203, date(2026, 6, 30), None)),
            "备注": self._rng.choice((None, None, "晚上联系")),
        }

    def _mobile(self) -> str:
        self._number += 1
        return f"1{self._rng.choice('35789')}{self._rng.randrange(10)}{self._number:08d}"

    def _numbers(self, numbers: tuple[str, ...]) -> object:
        if len(numbers) > 1:
            return self._rng.choice("、,/; ").join(numbers)
        return self._rng.choice((int(numbers[0]), numbers[0], f"{numbers[0][:3]} {numbers[0][3:7]} {numbers[0][7:]}"))

    def _day(self, day: date) -> object:
        spelled = (f"{day.year}-{day.month}-{day.day}", f"{day:%Y/%m/%d}", f"{day.year}年{day.month}月{day.day}日")
        typed = ((day - EPOCH).days, datetime(day.year, day.month, day.day), f"{day:%Y%m%d}", int(f"{day:%Y%m%d}"))
        return self._rng.choice((*spelled, *typed))

    def _co_owner(self) -> Row:
        self._made.repeated += 1
        return {"房间": "1栋1单元101", "建筑面积（㎡）": 99, "业主名称": "乐正子安", "手机号": "13300000001"}

    def _wrong(self) -> Iterator[Row]:
        good: Row = {"楼号": 9, "单元": 9, "建筑面积（㎡）": 80, "业主名称": "李雷", "wrong": True}
        yield good | {"房间": None}
        yield good | {"房间": 901, "建筑面积（㎡）": "八十"}
        yield good | {"房间": 902, "手机号": "1381234567"}
        yield good | {"房间": 903, "交房日期": "2024-13-45"}
        yield good | {"房间": 904, "房屋状态": "闹鬼", "业主类型": "邻居"}
        yield good | {"房间": 905, "建筑面积（㎡）": "=I4*2"}
        yield good | {"房间": 906, "建筑面积（㎡）": "#N/A"}
        yield good | {"房间": 907, "建筑面积（㎡）": None}
