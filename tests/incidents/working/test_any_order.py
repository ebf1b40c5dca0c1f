"""Whatever is done through the service in whatever order: the log only grows, its chain holds, the row follows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shutil import copytree

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from app.core.clock import SetClock
from app.core.errors import Refusal
from app.incidents.closing.closing import Closing
from app.incidents.plans.plan import PlanRole, Severity, Step
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.running.asked import Call
from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import progress
from app.incidents.running.read_view import read_view
from app.incidents.running.view import CallResult
from app.incidents.truths import TRUTHS
from app.store.folder import DataFolder
from app.store.truths import check_truths
from tests.incidents.working.incident_office import IncidentOffice, any_answers

DOINGS = st.sampled_from(
    ("tick", "undo", "differently", "later", "note", "call", "role", "grave", "timer", "close", "add")
)


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Iterator[IncidentOffice]:
    path = tmp_path_factory.mktemp("any order") / "data"
    copytree(set_up_office, path)
    opened = IncidentOffice(DataFolder(path), SetClock(datetime(2026, 11, 20, 19, 41)))
    yield opened
    opened.office.close()


@given(code=st.sampled_from(sorted(shipped_plans())), data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_keeps_the_log_the_chain_and_the_critical_steps(
    night: IncidentOffice, code: str, data: st.DataObject
) -> None:
    number = night.started(code)
    steps = list(night.incidents.view(number).plan.steps())
    before = night.log(number)
    for doing in data.draw(st.lists(DOINGS, max_size=25)):
        try:
            _do(night, doing, number, data.draw(st.sampled_from(steps)))
        except Refusal:
            assert night.log(number) == before, "what is refused writes nothing"
        after = night.log(number)
        assert after[: len(before)] == before, "nothing that was written changes"
        before = after
    _check(night, number)


def _do(night: IncidentOffice, doing: str, number: int, step: Step) -> None:
    work, by, now = night.incidents, night.cashier, night.clock.now()
    critical = work.standing(number).progress.unsettled_critical
    acts = {
        "tick": lambda: work.tick(by, number, step.id, any_answers(step)),
        "undo": lambda: work.undo(by, number, step.id),
        "differently": lambda: work.deviate(by, number, step.id, "另有安排"),
        "later": lambda: work.put_off(by, number, step.id),
        "note": lambda: work.note(by, number, "已转告", step.id),
        "call": lambda: work.call(by, number, Call("119", CallResult.REACHED)),
        "role": lambda: work.assign(by, number, PlanRole.SITE, "陈队长"),
        "grave": lambda: work.change_severity(by, number, Severity.HIGH),
        "timer": lambda: work.answer_timer(by, number, "talk"),
        "close": lambda: work.close(by, number, Closing("结束", now), {one.step.id: "原因" for one in critical}),
        "add": lambda: work.add(by, number, "补一句"),
    }
    acts[doing]()


def _check(night: IncidentOffice, number: int) -> None:
    view = night.incidents.view(number)
    with night.office.store.reading() as connection:
        assert read_view(connection, number) == view, "what is remembered is what stands in the file"
        assert [found for found in check_truths(connection, TRUTHS) if found.breaches] == []
    assert view.progress == progress(view.plan, view.entries)
    if view.closed_at is not None:
        closed = next(entry for entry in view.entries if entry.kind is EntryKind.CLOSED)
        for one in view.progress.unsettled_critical:
            assert closed.facts["reasons"][one.step.id]
