"""The columns of a sheet of tariffs on units (建账), as it is saved and as other programs head them."""

from __future__ import annotations

from decimal import Decimal

from app.estate.unit_of_row import UNIT_COLUMNS
from app.sheets.example_rows import EXAMPLE_NOTE
from app.sheets.header import ColumnKind, HeaderFinder

_TITLES = {
    "item": "收费项目 费用名称 费用项 费用项目 收费项 fee_item item",
    "tariff": "收费标准 收费标准名称 费用标准 标准 标准名称 tariff",
    "meter": "表 表名 表名称 仪表 表号 meter",
    "made": "建账时间 建账日期 made",
    "first": "计费起始时间 计费起始日期 计费起始 计费开始时间 计费开始日期 开始时间 开始日期 起始日期 first from",
    "until": "计费结束时间 计费结束日期 计费结束 结束时间 结束日期 终止日期 until through",
    "coefficient": "系数 单户系数 计费系数 coefficient",
    "note": "备注 说明 note",
    "reasons": "错误原因 why_not_imported",
}
FINDER = HeaderFinder((*UNIT_COLUMNS, *(ColumnKind(key, tuple(heads.split())) for key, heads in _TITLES.items())))
NEEDED = ("房号", "收费项目", "计费起始时间")

SHEET_NAME = "收费标准"
HEADS = (
    *("房号", "业主", "类型", "房屋状态", "收费项目", "收费标准", "表"),
    *("建账时间", "计费起始时间", "计费结束时间", "系数"),
)
TEMPLATE_HEADS = (*HEADS, "备注")
_HOME, _SHOP = ("住宅", "已入住"), ("商铺", "出租")
_SHOP_DAYS = (None, "2026-03-15", "2028-03-14")
TEMPLATE_ROWS: tuple[tuple[object, ...], ...] = (
    ("3-2-501", "张建国", *_HOME, "物业费", "住宅物业费", None, "2026-01-01", "2026-01-01", None, None, EXAMPLE_NOTE),
    ("商铺07", "阳光便利店", *_SHOP, "物业费", "商铺物业费", None, *_SHOP_DAYS, Decimal("1.2"), EXAMPLE_NOTE),
    ("3-2-501", "张建国", *_HOME, "水费", "居民用水", "3-2-501 冷水", None, "2026-01-01", None, None, EXAMPLE_NOTE),
)
