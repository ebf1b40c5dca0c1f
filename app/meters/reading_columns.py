"""The columns of a sheet of readings, by the heads that offices and other programs give them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.estate.unit_columns import COLUMNS
from app.sheets.example_rows import EXAMPLE_NOTE
from app.sheets.header import ColumnKind, HeaderFinder

_TITLES = {
    "number": """表号 水表号 电表号 燃气表号 气表号 热表号 表具编号 表具号 仪表编号 表编号 水表编号 电表编号 项目编号
        meter_no meter_number meter""",
    "name": "名称 表名 表名称 仪表名称 表具名称 meter_name name",
    "kind": "表类型 类型 表种 种类 仪表类型 费用类型 收费项目 费用名称 费用项 meter_type kind",
    "before": """上期度数 上期读数 上次读数 上次表值 上次度数 上期表值 上期表底 上期行度 上月读数 起度 起数 起码
        before previous_reading""",
    "before_day": """上期读表时间 上次读表时间 上期抄表时间 上次抄表时间 上期抄表日期 上次抄表日期 上期读表日期
        上次读表日期 previous_date""",
    "now": """本期度数 本期读数 本次读数 本次表值 本次度数 本期表值 本期表底 本期行度 本月读数 止度 止数 止码 读数
        抄表读数 now reading""",
    "day": """本期读表时间 本次读表时间 本期抄表时间 本次抄表时间 本期抄表日期 本次抄表日期 本期读表日期 本次读表日期
        抄表日期 抄表时间 读表时间 读表日期 读数日期 date day""",
    "multiplier": "倍率 倍数 变比 互感器倍率 multiplier",
    "estimated": "估抄 是否估抄 估读 是否估读 抄表方式 estimated",
    "rolled_over": "翻转 是否翻转 过零 是否过零 过圈 是否过圈 翻表 rolled_over",
    "reader": "抄表人 抄表员 读表人 reader",
    "estate": "小区 小区名称 项目 项目名称 estate",
    "note": "备注 说明 note",
    "reasons": "错误原因 未导入原因 why_not_imported",
}
_PLACE = ("code", "building", "entrance", "room")
PLACE_COLUMNS = tuple(column for column in COLUMNS if column.key in _PLACE)
FINDER = HeaderFinder((*PLACE_COLUMNS, *(ColumnKind(key, tuple(heads.split())) for key, heads in _TITLES.items())))
NEEDED = ("房屋编码", "本期度数")

SHEET_NAME = "抄表"
HEADS = (
    *("抄表顺序", "楼栋", "房屋", "名称", "表号", "表类型", "倍率", "上期度数", "上期读表时间"),
    *("本期度数", "本期读表时间", "估抄", "翻转", "抄表人", "备注"),
)
TEMPLATE_HEADS = ("楼栋编号", "单元编号", "房屋编码", "表号", "表类型", *HEADS[7:])
TEMPLATE_ROWS: tuple[tuple[object, ...], ...] = (
    (
        *("3", "2", "501", "W-0001", "水表", 1288, date(2026, 10, 1), Decimal("1320.5"), date(2026, 11, 1)),
        *(None, None, "王师傅", EXAMPLE_NOTE),
    ),
    (
        *("3", "2", "502", "W-0002", "水表", 99990, date(2026, 10, 1), 12, date(2026, 11, 1)),
        *(None, "是", None, EXAMPLE_NOTE),
    ),
    (
        *("商铺", None, "07", "D-0007", "电表", 640, date(2026, 10, 1), 655, date(2026, 11, 1)),
        *("是", None, None, EXAMPLE_NOTE),
    ),
)
