"""Names of roles, degrees, states and answers."""

from __future__ import annotations

from app.incidents.plans.plan import Both, PlanKind, PlanRole, Severity
from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from app.incidents.running.view import CallResult

ROLES: dict[PlanRole, Both] = {
    PlanRole.LEAD: Both("指挥", "Lead"),
    PlanRole.RECORDER: Both("记录", "Recorder"),
    PlanRole.SITE: Both("现场", "On site"),
    PlanRole.RESIDENTS: Both("住户联络", "Residents' contact"),
}
SEVERITIES: dict[Severity, Both] = {
    Severity.LOW: Both("一般", "Low"),
    Severity.NORMAL: Both("较大", "Normal"),
    Severity.HIGH: Both("重大", "High"),
}
KINDS_OF_LISTS: dict[PlanKind, Both] = {
    PlanKind.READ_DO: Both("照做", "Read and do"),
    PlanKind.DO_CONFIRM: Both("做完核对", "Do and confirm"),
}
RESULTS: dict[CallResult, Both] = {
    CallResult.REACHED: Both("接通", "reached"),
    CallResult.NO_ANSWER: Both("无人接", "no answer"),
    CallResult.ENGAGED: Both("占线", "engaged"),
    CallResult.MESSAGE: Both("留言", "message"),
}
STATES: dict[StepState, Both] = {
    StepState.OPEN: Both("未做", "open"),
    StepState.DONE: Both("完成", "done"),
    StepState.DEVIATED: Both("偏离", "done differently"),
    StepState.NOT_APPLICABLE: Both("不适用", "not applicable"),
    StepState.LATER: Both("稍后", "later"),
    StepState.HIDDEN: Both("按规则免做", "not owed by rule"),
}
LINES: dict[EntryKind, Both] = {
    EntryKind.STARTED: Both("启动", "Started"),
    EntryKind.TICKED: Both("完成", "Done"),
    EntryKind.UNDONE: Both("撤销", "Undone"),
    EntryKind.NOTED: Both("备注", "Note"),
    EntryKind.DEVIATED: Both("偏离", "Differently"),
    EntryKind.NOT_APPLICABLE: Both("不适用", "Left out"),
    EntryKind.LATER: Both("稍后", "Later"),
    EntryKind.OPENED_BY_RULE: Both("转入", "Opened"),
    EntryKind.HIDDEN_BY_RULE: Both("免做", "Not owed"),
    EntryKind.TIMER_ANSWERED: Both("定时", "Timer"),
    EntryKind.WRITTEN: Both("记录", "Written"),
    EntryKind.CALLED: Both("已拨", "Called"),
    EntryKind.ASSIGNED: Both("分工", "Role"),
    EntryKind.HANDED_OVER: Both("交接", "Handed over"),
    EntryKind.NOTICE: Both("通知", "Notice"),
    EntryKind.TICKET: Both("工单", "Ticket"),
    EntryKind.PHOTO: Both("照片", "Photo"),
    EntryKind.PERSON: Both("人员", "Person"),
    EntryKind.LOSS: Both("损失", "Loss"),
    EntryKind.TAKEN_OFF: Both("更正", "Corrected"),
    EntryKind.LINKED: Both("关联", "Linked"),
    EntryKind.SEVERITY: Both("级别", "Severity"),
    EntryKind.REPORTER: Both("报告人", "Reporter"),
    EntryKind.PLACE: Both("地点", "Place"),
    EntryKind.JOINED: Both("并入", "Joined"),
    EntryKind.LOST: Both("丢失", "Lost"),
    EntryKind.GAP: Both("中断", "Off"),
    EntryKind.CLOCK_MOVED: Both("时钟", "Clock"),
    EntryKind.CLOSED: Both("结束", "Closed"),
    EntryKind.ADDED: Both("补记", "Added"),
    EntryKind.REVIEWED: Both("复盘", "Reviewed"),
}
"""The bold word before a line of a log."""
