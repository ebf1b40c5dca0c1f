"""Words on papers of duty: Chinese always."""

from __future__ import annotations

from app.duty.hazards.flow import Grade, State
from app.duty.inspections.inspection_facts import Sighting
from app.duty.inspections.points import Asks, Point, Verdict
from app.duty.inspections.rhythm import EveryDays, MonthDay, Rhythm
from app.duty.log.entry_rows import LogLine
from app.duty.log.handover_facts import Left
from app.duty.log.kinds import EntryKind

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
GRADES = {Grade.MAJOR: "重大", Grade.GENERAL: "一般", Grade.MINOR: "轻微"}
STATES = {
    State.FOUND: "待指派",
    State.OWNED: "整改中",
    State.FIXED: "待复查",
    State.CHECKED: "复查合格",
    State.CLOSED: "已关闭",
    State.RAISED: "已转工单",
}
LEFT = {
    Left.INCIDENT: "处置中事件",
    Left.EMERGENCY: "未结急修",
    Left.OVERDUE: "超时工单",
    Left.HAZARD: "到期隐患",
    Left.ROUND: "未巡查",
    Left.TASK: "未完成事项",
}
_TOLD = {
    EntryKind.CORRECTED: "更正 {written} 的记录：{text}",
    EntryKind.HANDED_OVER: "交班给 {taker}",
    EntryKind.SIGNED: "接班，交班人 {giver}",
    EntryKind.WITHDRAWN: "撤回给 {taker} 的交班：{text}",
    EntryKind.ROUND_BEGUN: "开始巡查：{name}",
    EntryKind.HAZARD: "发现隐患 {number}（{place}）：{text}",
    EntryKind.TICK_OFF: "取消勾选“{task}”（{ticked} 勾选）",
}


def line_words(line: LogLine) -> str:
    """A line of the log, whatever wrote it."""
    facts = line.facts
    if line.kind in _TOLD:
        return _TOLD[line.kind].format(text=line.text, **facts)
    if line.kind is EntryKind.ROUND_ENDED:
        bad = f"异常 {facts['not_good']} 项" if facts["not_good"] else "全部正常"
        return f"完成巡查：{facts['name']}，{facts['points']} 项，{bad}"
    if line.kind is EntryKind.SWAPPED:
        one, other = facts["one"], facts["other"]
        return f"换班：{one['person']}（{one['begins']}）与 {other['person']}（{other['begins']}），原因：{line.text}"
    if line.kind is EntryKind.TURN_CHANGED:
        before, after = facts["before"], facts["after"]
        who = f"{before['person']}（{before['begins']}）改为 {after['person']}（{after['begins']}）"
        return f"改班：{who}，原因：{line.text}"
    if line.kind is EntryKind.TURN_OFF:
        before = facts["before"]
        return f"取消值班：{before['person']}（{before['begins']}），原因：{line.text}"
    return line.text


def rhythm_words(rhythm: Rhythm) -> str:
    """`每日`, `每 3 日`, `每月 5 日`, `周一、周三`."""
    if isinstance(rhythm, EveryDays):
        return "每日" if rhythm.days == 1 else f"每 {rhythm.days} 日"
    if isinstance(rhythm, MonthDay):
        return f"每月 {rhythm.day} 日"
    return "、".join(WEEKDAYS[day] for day in sorted(rhythm.days))


def standard(point: Point) -> str:
    """What a point asks for: limits, or boxes to tick."""
    if point.asks is Asks.NUMBER:
        return point.limits or point.unit
    return "" if point.asks is Asks.TEXT else "  ".join(f"□{choice}" for choice in point.choices)


def seen_words(point: Point, sighting: Sighting | None) -> str:
    """What was seen."""
    if sighting is None:
        return ""
    if sighting.seen.verdict is Verdict.LEFT_OUT:
        return "未查"
    words = f"{sighting.seen.value} {point.unit}".strip()
    return f"{words}  ▲" if sighting.seen.verdict is Verdict.NOT_GOOD else words
