"""Words on the office's own lists and reports of tickets: Chinese always, as all papers are."""

from __future__ import annotations

from app.tickets.kinds import ClockName, State, TicketKind
from app.tickets.lists.filters import Group, TicketFilter

KINDS = {
    TicketKind.REPAIR: "报修",
    TicketKind.COMPLAINT: "投诉",
    TicketKind.SUGGESTION: "建议",
    TicketKind.ENQUIRY: "咨询",
    TicketKind.TASK: "内部任务",
    TicketKind.FEE_DISPUTE: "费用争议",
}
CLOCKS = {
    ClockName.REVIEW: "首次评审",
    ClockName.CONTACT: "联系住户",
    ClockName.ANSWER: "答复",
    ClockName.CLOSE: "办结",
}
STATES = {
    State.REPORTED: "已受理",
    State.REVIEWED: "已评审",
    State.ASSIGNED: "已派工",
    State.CONTACTED: "已联系",
    State.ON_THE_WAY: "在途",
    State.ARRIVED: "已到场",
    State.IN_WORK: "处理中",
    State.WAITING_RESIDENT: "等住户",
    State.WAITING_PARTS: "等配件",
    State.WAITING_THIRD: "等第三方",
    State.DONE: "已完成",
    State.CONFIRMED: "住户已确认",
    State.CLOSED: "已完结",
    State.CANCELLED: "已取消",
    State.MERGED: "已合并",
}
GROUPS = {
    Group.OPEN: "未完成",
    Group.TO_ASSIGN: "待派",
    Group.IN_WORK: "处理中",
    Group.WAITING: "已暂停",
    Group.TO_CLOSE: "待完结",
    Group.TO_CALL: "待回访",
    Group.SOON: "将到期",
    Group.OVERDUE: "已超时",
    Group.CLOSED: "已完结",
    Group.GONE: "已取消或合并",
    Group.ALL: "全部工单",
}


def list_title(wanted: TicketFilter, view: str = "") -> str:
    """What list it is: the name of a saved view, or the chip, and whether it was narrowed or searched."""
    parts = [view or GROUPS[wanted.group]]
    if wanted.text.strip():
        parts.append(f"查找“{' '.join(wanted.text.split())}”")
    elif wanted.is_narrow and not view:
        parts.append("已筛选")
    return "  ".join(parts)


def span(minutes: int) -> str:
    """`8分`, `1小时10分`, `2天3小时`: beside days nobody counts minutes."""
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    parts = ((days, "天"), (hours, "小时"), (0 if days else left, "分"))
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "0分"


def in_a_line(text: str, most: int) -> str:
    """What was reported, without its line ends and no longer than `most` characters."""
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[: most - 1]}…"
