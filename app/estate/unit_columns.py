"""The columns of a sheet of units and owners, by the heads that offices and other programs give them."""

from __future__ import annotations

import re
from decimal import Decimal

from app.sheets.example_rows import EXAMPLE_NOTE
from app.sheets.header import ColumnKind, HeaderFinder

_PAID = re.compile(r"(?P<detail>.*?)(?:费用)?(?:已?[缴交](?:费)?[至到]|缴费截止|paidthrough)(?:日期|时间|月份)?")
_TITLES = {
    "code": """房屋编号 房屋编码 房产编号 资产编号 单位编号 房号全称 完整房号 房间编号 房产 房屋
        unit_code unit code""",
    "building": "楼号 楼栋 栋号 楼栋号 楼栋编号 楼栋单元 楼宇 幢号 幢 栋 楼 座 building",
    "entrance": "单元 单元号 单元编号 门栋 梯 entrance",
    "room": "房间 房号 房间号 室号 门牌号 户号 车位号 铺号 商铺号 room",
    "floor": "楼层 房屋楼层 所在楼层 层 floor",
    "kind": "房屋类型 房产类型 资产类型 物业类型 业态 用途 房屋用途 unit_type kind",
    "layout": "房屋户型 户型 layout",
    "building_area": "建筑面积 面积 房屋面积 产权面积 building_area area",
    "inner_area": "室内面积 套内面积 使用面积 套内建筑面积 inner_area",
    "billing_area": "计费面积 收费面积 billing_area",
    "state": "房屋状态 房产状态 状态 入住状态 入住情况 state",
    "handover_date": """交房日期 交房时间 收房日期 收房时间 接房日期 接房时间 交付日期 交付时间 入伙日期
        handover_date""",
    "headcount": "人数 居住人数 常住人口 家庭人口 headcount",
    "name": """业主名称 业主姓名 业主 姓名 户主 户主姓名 产权人 住户姓名 住户 客户名称 客户姓名 业主信息姓名
        owner owner_name name full_name""",
    "phone": """手机号 手机 手机号码 电话 联系电话 电话号码 联系方式 业主电话 业主手机 业主手机号 业主联系电话
        手机号1 手机号2 电话1 电话2 固定电话 座机 phone phones""",
    "role": "业主类型 人员角色 人员类型 身份 与业主关系 关系 role",
    "tenant": "租户 租户姓名 租户名称 租户信息姓名 租客 租客姓名 承租人 商户名称 店名 tenant",
    "tenant_phone": """租户电话 租户手机 租户手机号 租户联系电话 租户信息电话 租户信息手机号 租客电话 承租人电话
        tenant_phone""",
    "contact": "联系人 联系人姓名 紧急联系人 紧急联系人姓名 contact",
    "contact_phone": "联系人电话 联系人手机 联系人手机号 紧急联系人电话 contact_phone",
    "plate": "车牌号 车牌 车牌号码 plate plates",
    "note": "备注 说明 备注信息 note notes",
    "paid_through": "已缴至 paid_through",
    "id_number": "身份证号 身份证号码 身份证 证件号 证件号码 业主身份证号 业主身份证 id_number id_no",
    "reasons": "错误原因 why_not_imported",
}

COLUMNS = tuple(
    ColumnKind(key, tuple(titles.split()), _PAID if key == "paid_through" else None) for key, titles in _TITLES.items()
)
FINDER = HeaderFinder(COLUMNS)
NEEDED = ("楼号", "单元", "房间", "建筑面积")
NEVER_KEPT = frozenset({"id_number"})

TEMPLATE_NAME = "房屋与业主"
TEMPLATE_EXAMPLES: tuple[dict[str, object], ...] = (
    {
        "楼号": "3",
        "单元": "2",
        "房间": "501",
        "楼层": 5,
        "房屋类型": "住宅",
        "房屋户型": "三室两厅",
        "建筑面积": Decimal("89.50"),
        "室内面积": Decimal("71.60"),
        "房屋状态": "已入住",
        "交房日期": "2019-06-18",
        "业主名称": "张建国",
        "手机号": "13800000000、0571-80000000",
        "业主类型": "业主",
        "车牌号": "浙A·00000",
        "物业费已缴至": "2026-06-30",
        "备注": EXAMPLE_NOTE,
    },
    {
        "楼号": "商铺",
        "单元": "0",
        "房间": "07",
        "房屋类型": "商铺",
        "建筑面积": Decimal(120),
        "房屋状态": "出租",
        "业主名称": "阳光便利店",
        "手机号": "13900000000",
        "业主类型": "租户",
        "物业费已缴至": "2026-06",
        "备注": EXAMPLE_NOTE,
    },
    {
        "楼号": "地库B1",
        "房间": "073",
        "房屋类型": "车位",
        "业主名称": "张建国",
        "手机号": "13800000000",
        "车牌号": "浙A·00000",
        "备注": EXAMPLE_NOTE,
    },
)

TEMPLATE_HEADS = tuple(TEMPLATE_EXAMPLES[0])
