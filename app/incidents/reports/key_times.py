"""The four moments that a reader looks for before any prose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.core.show import show_date
from app.incidents.closing.closing import Closing
from app.incidents.reports.report_facts import KeyTime
from app.incidents.reports.step_findings import minutes_between
from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from app.incidents.running.view import CallResult, IncidentView

MOST = 4
_HOUR = 60
_LONGEST = 240  # minutes: a clock that runs longer measures the repair, not the response


def key_times(view: IncidentView, closing: Closing | None) -> tuple[KeyTime, ...]:
    """Found, what came first from outside, under control, over."""
    began = view.started_at
    found = KeyTime("发现", began, show_date(began))
    rest = [*_came(view), *_controlled(view, closing), *_over(view, closing)]
    return (found, *sorted(rest, key=lambda one: one.at)[: MOST - 1])


def _came(view: IncidentView) -> Iterator[KeyTime]:
    """The longest clock that a step ended; without one, the first call that reached somebody."""
    clocks = [timer for timer in view.plan.timers if not timer.repeats and timer.ends and timer.minutes <= _LONGEST]
    for timer in sorted(clocks, key=lambda one: -one.minutes):
        ended = view.progress.step(timer.ends or "")
        since = view.progress.step(timer.starts) if timer.starts in {step.id for step in view.plan.steps()} else None
        if ended.state is StepState.DONE and ended.settled_at is not None:
            start = view.started_at if since is None else since.settled_at or view.started_at
            took = minutes_between(start, ended.settled_at)
            yield KeyTime(timer.text.zh, ended.settled_at, f"用 {lasted(took)}，要求 {lasted(timer.minutes)}")
            return
    yield from _first_call(view)


def _first_call(view: IncidentView) -> Iterator[KeyTime]:
    calls = (entry for entry in view.entries if entry.kind is EntryKind.CALLED)
    reached = next((call for call in calls if call.facts.get("result") == CallResult.REACHED), None)
    if reached is not None:
        name = next((line.name.zh for line in view.calls if line.key == reached.facts.get("contact")), "")
        yield KeyTime(f"打通{name}", reached.happened_at, _after(view, reached.happened_at))


def _controlled(view: IncidentView, closing: Closing | None) -> Iterator[KeyTime]:
    if closing is not None and closing.contained_at is not None:
        yield KeyTime("得到控制", closing.contained_at, _after(view, closing.contained_at))


def _over(view: IncidentView, closing: Closing | None) -> Iterator[KeyTime]:
    if closing is not None:
        took = max(0, _as_printed(view.running_since, closing.over_at))
        yield KeyTime("处置结束", closing.over_at, f"共 {lasted(took)}")


def _after(view: IncidentView, moment: datetime) -> str:
    return f"发现后 {lasted(_as_printed(view.started_at, moment))}"


def _as_printed(start: datetime, end: datetime) -> int:
    """The minutes between two hours as they stand on the paper, without their seconds."""
    return minutes_between(start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))


def lasted(minutes: int) -> str:
    """`9 分`, `1 小时 9 分`, `26 小时`."""
    hours, rest = divmod(minutes, _HOUR)
    parts = (f"{hours} 小时" if hours else "", f"{rest} 分" if rest or not hours else "")
    return " ".join(part for part in parts if part)
