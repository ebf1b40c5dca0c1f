"""The sentences of the report that no line of the log says: Chinese always, as all papers are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core.show import show_date, show_money, show_time
from app.incidents.plans.plan import PlanRole
from app.incidents.reports.key_times import lasted
from app.incidents.reports.report_facts import ReportFacts
from app.incidents.reports.step_findings import Finding, StepFinding
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.words.lines import line_kind, line_text

FINDINGS = {
    Finding.LATE: "超时",
    Finding.TIMER_LATE: "超时",
    Finding.DEVIATED: "做法不同",
    Finding.LEFT_OUT: "不适用",
    Finding.UNDONE: "没有做",
}
_NOT_ON_PAPER = (EntryKind.HIDDEN_BY_RULE,)


def told_entries(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The lines that stand on paper, as they happened; pages that an answer left closed are in the workbook only."""
    told = (entry for entry in entries if entry.kind not in _NOT_ON_PAPER)
    return tuple(sorted(told, key=lambda entry: (entry.happened_at, entry.no)))


def line_words(facts: ReportFacts, entry: Entry) -> str:
    """`完成：打 119`, or the kind alone where it says all."""
    text = line_text(entry, facts.view.plan).zh
    kind = line_kind(entry).zh
    return f"{kind}：{text}" if text else kind


def summary(facts: ReportFacts) -> str:
    """What happened, in one paragraph."""
    return "".join(_summary(facts))


def _summary(facts: ReportFacts) -> Iterator[str]:
    view, closing = facts.view, facts.closing
    yield f"{show_time(view.started_at)}，{view.place or '本小区'}发生{view.plan.name.zh}"
    yield "（演练）" if view.is_drill else ""
    yield f"，{view.reporter}报告" if view.reporter else ""
    lead = view.roles.get(PlanRole.LEAD, "")
    yield f"。按《{view.plan.name.zh}》预案第 {view.plan.version} 版处置"
    yield f"，{lead}指挥" if lead else ""
    called = [line.name.zh for line in view.calls if line.results]
    yield f"，联系{'、'.join(called)}" if called else ""
    yield "。"
    if closing is None:
        yield f"到 {show_time(facts.printed_at)} 还在处置。"
        return
    yield f"{show_time(closing.over_at)} 处置结束：{_sentence(closing.result)}"
    yield f"初步原因：{_sentence(closing.cause)}" if closing.cause else ""


def steps_counted(facts: ReportFacts) -> str:
    """`完成 16 步，不适用 1 步；关键步骤全部完成`."""
    told = facts.findings
    parts = [f"完成 {told.done} 步"]
    parts += [f"做法不同 {told.deviated} 步"] if told.deviated else []
    parts += [f"不适用 {told.left_out} 步"] if told.left_out else []
    parts += [f"没有做 {told.undone} 步"] if told.undone else []
    critical = f"关键步骤没有做的 {told.critical_undone} 步" if told.critical_undone else "关键步骤都有交代"
    return f"{'，'.join(parts)}；{critical}"


def finding_words(one: StepFinding) -> str:
    """`19:56 下次通话：用了 8 分，要求 5 分`."""
    moment = f"{one.at:%H:%M} " if one.at is not None else ""
    mark = "▲" if one.critical else ""
    said = f"{moment}{mark}{one.text}"
    if one.kind in (Finding.LATE, Finding.TIMER_LATE):
        said += f"：用了 {lasted(one.took)}，要求 {lasted(one.allowed)}"
    return f"{said}；{one.words}" if one.words else said


def people_words(facts: ReportFacts) -> list[str]:
    """One line for each person; masked where the facts are."""
    return [
        "，".join(part for part in (_called(one.name), one.phone, one.unit, one.condition) if part)
        for one in facts.people
    ]


def _called(name: str) -> str:
    """A hidden name as it is spoken: 李某."""
    return f"{name[0]}某" if name.endswith("*") else name or "姓名未留"


def finding_lines(found: Sequence[StepFinding]) -> list[str]:
    """One line for each; of steps that nobody did, only the critical ones and those with a reason."""
    apart = [one for one in found if one.kind is not Finding.UNDONE or one.critical or one.words]
    rest = [one.text for one in found if one not in apart]
    return [*map(finding_words, apart), *(["；".join(rest)] if rest else [])]


def hurt_words(facts: ReportFacts) -> str:
    """How many were hurt."""
    if facts.closing is None:
        return "处置中"
    hurt = facts.closing.hurt
    if hurt is None:
        return "人数不详"
    return f"{hurt} 人" if hurt else "没有人受伤"


def loss_words(facts: ReportFacts) -> list[str]:
    """Each loss with whose it is and its estimate."""
    lines = []
    for loss in facts.losses:
        amount = "金额待定" if loss.amount is None else f"约 {show_money(loss.amount)} 元"
        lines.append("，".join(part for part in (loss.unit, loss.what, amount) if part))
    damage = facts.closing.damage if facts.closing is not None else ""
    if len([loss for loss in facts.losses if loss.amount is not None]) > 1:
        lines.append(f"估计合计 {show_money(facts.loss_total)} 元")
    return [*([damage] if damage else []), *lines] or ["没有记录财产损失"]


def cost_words(facts: ReportFacts) -> str:
    """What it cost the office, as far as it is known."""
    costs = facts.closing.costs if facts.closing is not None else None
    return "待定" if costs is None else f"{show_money(costs)} 元"


def call_words(facts: ReportFacts) -> list[str]:
    """`19:43 电梯维保单位 0571-…：接通`, in the order of the calls."""
    calls = [entry for entry in facts.view.entries if entry.kind is EntryKind.CALLED]
    return [f"{entry.happened_at:%H:%M}  {line_text(entry, facts.view.plan).zh}" for entry in calls]


def review_words(facts: ReportFacts) -> str:
    """When it was, or is to be, gone over."""
    if facts.review is not None:
        present = f"，参加：{facts.review.present}" if facts.review.present else ""
        return f"{show_date(facts.review.held_on)} 已复盘{present}"
    if facts.review_on is not None:
        return f"定于 {show_date(facts.review_on)}，还没有复盘"
    return "结束后定日期"


def chain_words(facts: ReportFacts) -> str:
    """How many lines the log has, and whether nobody changed one of them."""
    chained = facts.chained
    value = f"{chained.head[:4]} {chained.head[4:8]}".upper()
    if chained.broken_at is not None:
        return f"处置记录 {chained.lines} 条；第 {chained.broken_at} 条起与链值不符，请查明"
    return f"处置记录 {chained.lines} 条，链值 {value}，与程序记录一致"


def _sentence(text: str) -> str:
    """With its full stop."""
    return text if text.endswith(("。", "！", "？", ".")) else f"{text}。"
