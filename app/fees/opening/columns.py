"""The columns of a sheet of opening arrears, by the heads that offices and other programs give them."""

from __future__ import annotations

from decimal import Decimal

from app.estate.unit_of_row import UNIT_COLUMNS
from app.sheets.example_rows import EXAMPLE_NOTE
from app.sheets.header import ColumnKind, HeaderFinder

_TITLES = {
    "item": "费用名称 收费项目 费用项 费用项目 收费项 费用类型 标题 fee_item item",
    "first": "开始时间 开始日期 费用开始 费用开始时间 费用开始日期 计费开始时间 起始日期 起始时间 first from",
    "until": "结束时间 结束日期 费用结束 费用结束时间 费用结束日期 计费结束时间 终止日期 截至日期 until through",
    "amount": "收费金额 金额 费用金额 欠费金额 应收金额 应缴金额 欠费 合计 amount",
    "due": "应缴日期 到期日 到期日期 缴费截止日 缴费期限 应收日期 due_on due",
    "before": "起度 起数 上期度数 上期读数 上次读数 上次表值 before",
    "now": "止度 止数 本期度数 本期读数 本次读数 本次表值 now",
    "late_fee": "违约金 滞纳金 计违约金 是否计违约金 是否计滞纳金 late_fee",
    "note": "备注 说明 note",
    "reasons": "错误原因 why_not_imported",
}
FINDER = HeaderFinder((*UNIT_COLUMNS, *(ColumnKind(key, tuple(heads.split())) for key, heads in _TITLES.items())))
NEEDED = ("房屋编码", "费用名称", "开始时间", "结束时间", "收费金额")

TEMPLATE_NAME = "期初欠费"
TEMPLATE_HEADS = (*NEEDED, "应缴日期", "起度", "止度", "违约金", "备注")
TEMPLATE_ROWS: tuple[tuple[object, ...], ...] = (
    ("3-2-501", "物业费", "2026-01-01", "2026-06-30", Decimal("993.45"), "2026-01-05", None, None, "是", EXAMPLE_NOTE),
    ("3-2-502", "水费", "2026-04", "2026-06", Decimal("94.70"), None, 1288, Decimal("1320.5"), None, EXAMPLE_NOTE),
    ("商铺07", "公共能耗费", "2026-06", "2026-06", Decimal(35), None, None, None, "否", EXAMPLE_NOTE),
)
