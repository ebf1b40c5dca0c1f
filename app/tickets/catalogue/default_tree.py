"""The tree of categories and the teams with which an office begins; it edits them as it likes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.core.ids import UserId
from app.estate.words_pinyin import word_initials
from app.store.rows import insert_row
from app.tickets.kinds import Priority, ServiceClass, TicketKind
from app.tickets.tables import team, ticket_category

ENGINEERING, SECURITY, CLEANING, SERVICE, FINANCE = "工程维修", "秩序维护", "环境保洁", "客户服务", "收费财务"
TEAMS = (ENGINEERING, SECURITY, CLEANING, SERVICE, FINANCE)

_REPAIR, _COMPLAINT, _ENQUIRY = TicketKind.REPAIR, TicketKind.COMPLAINT, TicketKind.ENQUIRY
_SUGGESTION, _TASK, _DISPUTE = TicketKind.SUGGESTION, TicketKind.TASK, TicketKind.FEE_DISPUTE
_PAID, _EMERGENCY, _WARRANTY = ServiceClass.PAID, ServiceClass.EMERGENCY, ServiceClass.WARRANTY
_MAJOR = ServiceClass.MAJOR
_HIGH, _URGENT = Priority.HIGH, Priority.URGENT


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A category under its branch; what it does not say is as in the branch."""

    name: str
    service_class: ServiceClass = ServiceClass.NORMAL
    priority: Priority = Priority.NORMAL
    letters: str = ""
    checklist: tuple[str, ...] = ()
    team: str = ""


@dataclass(frozen=True, slots=True)
class _Branch:
    name: str
    kind: TicketKind
    team: str
    leaves: tuple[_Leaf, ...]
    letters: str = ""


_WATER_FOUND = ("关闭相关阀门", "查看楼上、楼下是否受影响", "拍照留存", "恢复后复查渗漏点")
_TREE = (
    _Branch(
        "给排水",
        _REPAIR,
        ENGINEERING,
        (
            _Leaf("水管", letters="sg", checklist=("关闭入户总阀", "更换或修补", "通水试压 10 分钟")),
            _Leaf("爆管", _EMERGENCY, _URGENT, "bg", ("关闭上级阀门", "通知受影响楼层", "拍照留存", "修复后试压")),
            _Leaf("渗漏", letters="sl", priority=_HIGH, checklist=_WATER_FOUND),
            _Leaf("管道堵塞", letters="gdds ds", priority=_HIGH),
            _Leaf("污水反水", _EMERGENCY, _URGENT, "wsfs fs", ("立管先止水", "疏通主管", "清洁消毒", "拍照留存")),
            _Leaf("水龙头角阀", _PAID, letters="sltjf lt jf"),
            _Leaf("马桶洁具", _PAID, letters="mtjj mt jj"),
            _Leaf("停水水压", letters="tssy ts sy"),
        ),
        "gps jps",
    ),
    _Branch(
        "电气照明",
        _REPAIR,
        ENGINEERING,
        (
            _Leaf("户内停电", letters="hntd td", priority=_HIGH),
            _Leaf("公区停电", _EMERGENCY, _URGENT, "gqtd td"),
            _Leaf("开关插座", _PAID, letters="kgcz kg cz"),
            _Leaf("户内灯具", _PAID, letters="hndj dj"),
            _Leaf("公共照明", letters="ggzm zm", checklist=("核对灯具型号", "断电更换", "记录更换数量")),
            _Leaf("电线打火异味", _EMERGENCY, _URGENT, "dxdhyw dh yw", ("先断电", "远离可燃物", "查明原因后送电")),
        ),
    ),
    _Branch(
        "电梯",
        _REPAIR,
        ENGINEERING,
        (
            _Leaf("电梯困人", _EMERGENCY, _URGENT, "dtkr kr", ("安抚被困人员", "通知维保单位", "救出后确认有无受伤")),
            _Leaf("电梯停运", letters="dtty ty", priority=_HIGH, checklist=("张贴停运告示", "通知维保单位")),
            _Leaf("电梯异响抖动", letters="dtyxdd yx dd", priority=_HIGH),
            _Leaf("电梯按钮显示", letters="dtanxs an"),
        ),
    ),
    _Branch(
        "门窗锁具",
        _REPAIR,
        ENGINEERING,
        (
            _Leaf("单元门禁", letters="dymj mj"),
            _Leaf("对讲", letters="dj"),
            _Leaf("入户门锁", _PAID, letters="rhms ms"),
            _Leaf("窗户", _PAID, letters="ch"),
            _Leaf("防火门", letters="fhm", priority=_HIGH),
        ),
    ),
    _Branch(
        "房屋本体",
        _REPAIR,
        ENGINEERING,
        (
            _Leaf("外墙渗水", _WARRANTY, _HIGH, "wqss wq", _WATER_FOUND),
            _Leaf("屋面漏水", _WARRANTY, _HIGH, "wmls wm", _WATER_FOUND),
            _Leaf("外墙脱落", _EMERGENCY, _URGENT, "wqtl tl", ("拉警戒线", "移走车辆", "拍照留存", "报告负责人")),
            _Leaf("墙面地面", _WARRANTY, letters="qmdm qm dm"),
            _Leaf("空调孔雨棚", letters="ktkyp kt yp"),
        ),
    ),
    _Branch(
        "消防监控",
        _REPAIR,
        ENGINEERING,
        (
            _Leaf("火灾报警误报", letters="hzbjwb wb", priority=_HIGH),
            _Leaf("消火栓喷淋", letters="xhspl xhs pl", priority=_HIGH),
            _Leaf("应急灯疏散标志", letters="yjdssbz yjd"),
            _Leaf("监控", letters="jk"),
        ),
    ),
    _Branch(
        "公共设施",
        _REPAIR,
        ENGINEERING,
        (
            _Leaf("道闸车辆识别", letters="dzclsb dz"),
            _Leaf("道路井盖", letters="dljg jg", priority=_HIGH, checklist=("先设围挡和警示",)),
            _Leaf("儿童健身设施", letters="etjsss js", priority=_HIGH),
            _Leaf("充电桩", letters="cdz"),
            _Leaf("信报箱快递柜", letters="xbxkdg kdg"),
        ),
    ),
    _Branch(
        "环境绿化",
        _REPAIR,
        CLEANING,
        (
            _Leaf("楼道保洁", letters="ldbj bj"),
            _Leaf("垃圾清运", letters="ljqy lj"),
            _Leaf("绿化养护", letters="lhyh lh"),
            _Leaf("消杀虫鼠", letters="xscs xs"),
            _Leaf("积水积雪", letters="jsjx jx", priority=_HIGH),
        ),
    ),
    _Branch(
        "投诉服务",
        _COMPLAINT,
        SERVICE,
        (
            _Leaf("工作人员态度", letters="gzrytd td"),
            _Leaf("保安门岗", letters="bamg ba mg", team=SECURITY),
            _Leaf("保洁质量", letters="bjzl bj", team=CLEANING),
            _Leaf("维修质量", letters="wxzl wx", team=ENGINEERING),
            _Leaf("维修不及时", letters="wxbjs bjs", team=ENGINEERING),
            _Leaf("人身财产损失", _MAJOR, _URGENT, "rsccss ss"),
            _Leaf("多户集中投诉", _MAJOR, _HIGH, "dhjzts dh"),
        ),
    ),
    _Branch(
        "投诉环境秩序",
        _COMPLAINT,
        SECURITY,
        (
            _Leaf("邻里噪声", letters="llzs zs"),
            _Leaf("装修扰民", letters="zxrm zx"),
            _Leaf("车辆乱停", letters="cllt lt"),
            _Leaf("占用消防通道", letters="zyxftd xftd", priority=_HIGH),
            _Leaf("电动车入楼充电", letters="ddcrlcd ddc", priority=_HIGH),
            _Leaf("高空抛物", letters="gkpw pw", priority=_HIGH),
            _Leaf("宠物扰民", letters="cwrm cw"),
            _Leaf("违章搭建", letters="wzdj wz", team=SERVICE),
        ),
    ),
    _Branch(
        "收费争议",
        _DISPUTE,
        FINANCE,
        (
            _Leaf("物业费金额", letters="wyfje wyf"),
            _Leaf("违约金", letters="wyj"),
            _Leaf("水电费用量", letters="sdfyl sdf"),
            _Leaf("车位费", letters="cwf"),
            _Leaf("公摊费用", letters="gtfy gt"),
            _Leaf("以服务为由拒缴", letters="yfwwyjj jj", team=SERVICE),
        ),
    ),
    _Branch(
        "咨询",
        _ENQUIRY,
        SERVICE,
        (
            _Leaf("缴费咨询", letters="jfzx jf", team=FINANCE),
            _Leaf("装修办理", letters="zxbl zx"),
            _Leaf("车位车证", letters="cwcz cz"),
            _Leaf("门禁卡办理", letters="mjkbl mjk"),
            _Leaf("过户入住", letters="ghrz gh rz"),
            _Leaf("其他咨询", letters="qtzx"),
        ),
    ),
    _Branch(
        "建议",
        _SUGGESTION,
        SERVICE,
        (
            _Leaf("设施改进", letters="ssgj gj"),
            _Leaf("服务改进", letters="fwgj"),
            _Leaf("社区活动", letters="sqhd hd"),
            _Leaf("表扬", letters="by"),
        ),
    ),
    _Branch(
        "内部任务",
        _TASK,
        ENGINEERING,
        (
            _Leaf("巡查整改", letters="xczg xc", priority=_HIGH),
            _Leaf("设备保养", letters="sbby by"),
            _Leaf("公告张贴", letters="ggzt gg", team=SERVICE),
            _Leaf("空置房检查", letters="kzfjc kzf", team=SERVICE),
            _Leaf("钥匙借还", letters="ysjh ys", team=SERVICE),
        ),
    ),
)


def plant_tree(connection: Connection, at: datetime, by: UserId | None) -> None:
    """Enter the teams that are not there yet, and the whole tree."""
    teams = _teams(connection, at, by)
    for place, branch in enumerate(_TREE):
        top = _Leaf(branch.name, letters=branch.letters)
        parent = _plant(connection, branch, top, None, place, teams, at, by)
        for inner, leaf in enumerate(branch.leaves):
            _plant(connection, branch, leaf, parent, inner, teams, at, by)


def _plant(
    connection: Connection,
    branch: _Branch,
    leaf: _Leaf,
    parent: int | None,
    position: int,
    teams: dict[str, int],
    at: datetime,
    by: UserId | None,
) -> int:
    return insert_row(
        connection,
        ticket_category,
        parent_id=parent,
        name=leaf.name,
        initials=leaf.letters or word_initials(leaf.name),
        kind=branch.kind.value,
        priority=leaf.priority.value,
        service_class=leaf.service_class.value,
        team_id=teams[leaf.team or branch.team],
        checklist=list(leaf.checklist),
        position=position,
        retired_at=None,
        at=at,
        by=by,
    )


def _teams(connection: Connection, at: datetime, by: UserId | None) -> dict[str, int]:
    known = {row.name: row.id for row in connection.execute(select(team.c.id, team.c.name))}
    for name in TEAMS:
        if name not in known:
            known[name] = insert_row(connection, team, name=name, retired_at=None, at=at, by=by)
    return known
