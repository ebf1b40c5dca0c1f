"""The columns of a sheet of meters, by the heads that offices and other programs give them."""

from __future__ import annotations

from datetime import date

from app.meters.reading_columns import PLACE_COLUMNS
from app.sheets.example_rows import EXAMPLE_NOTE
from app.sheets.header import ColumnKind, HeaderFinder

_TITLES = {
    "name": "名称 表名 表名称 仪表名称 表具名称 meter_name name",
    "number": "表号 水表号 电表号 燃气表号 气表号 热表号 表具编号 表具号 仪表编号 表编号 meter_no meter_number",
    "kind": "表类型 类型 表种 种类 仪表类型 费用类型 费用项 收费项目 meter_type kind",
    "public": "公共 是否公共 公共表 公摊表 是否公摊 性质 public",
    "multiplier": "倍率 倍数 变比 互感器倍率 multiplier",
    "digits": "位数 表位数 整数位数 量程位数 digits",
    "first_reading": "起始读数 初始读数 底数 表底 初始度数 起始度数 安装底数 first_reading",
    "since": "起始日期 安装日期 安装时间 启用日期 启用时间 起始读数日期 since installed",
    "route": "抄表顺序 顺序 路线 route",
    "loss_rate": "损耗率 线损率 损耗 线损 loss_rate",
    "note": "备注 说明 安装位置 位置 note place",
    "reasons": "错误原因 未导入原因 why_not_imported",
}
FINDER = HeaderFinder((*PLACE_COLUMNS, *(ColumnKind(key, tuple(heads.split())) for key, heads in _TITLES.items())))
NEEDED = ("表号", "表类型")

SHEET_NAME = "仪表"
TEMPLATE_HEADS = (
    *("名称", "表号", "表类型", "房屋", "公共", "倍率", "位数", "起始读数", "起始日期"),
    *("抄表顺序", "损耗率", "备注"),
)
_DAY = date(2026, 1, 1)
TEMPLATE_ROWS: tuple[tuple[object, ...], ...] = (
    ("3-2-501 冷水", "W-0001", "水表", "3-2-501", None, 1, 5, 1288, _DAY, 1, None, EXAMPLE_NOTE),
    (None, "D-0007", "电表", "商铺07、商铺08", None, 40, 6, 640, _DAY, 2, None, EXAMPLE_NOTE),
    ("3栋公共照明", "D-0100", "电表", None, "是", 1, 6, 2210, _DAY, 3, "3%", EXAMPLE_NOTE),
)
