"""The clocks follow from the log: started by a step or an answer, answered, ended, and the same after a restart."""

from __future__ import annotations

from datetime import timedelta

from app.incidents.running.timers import TimerState
from tests.incidents.running.test_progress import asked_about
from tests.incidents.running.worked import BEGAN, Worked


def called(work: Worked) -> Worked:
    return asked_about(work).tick("calm").tick_somehow("call-maintainer")


def test_i15_the_maintainer_has_thirty_minutes_from_the_tick_of_the_call() -> None:
    work = called(Worked())
    timer = work.timers["maintainer"]
    assert timer.due_at == work.progress.step("call-maintainer").settled_at + timedelta(minutes=30)  # type: ignore[operator]
    assert timer.state is TimerState.RUNS
    assert work.wait(25).timers["maintainer"].state is TimerState.SOON
    assert work.wait(5).timers["maintainer"].state is TimerState.DUE
    assert "maintainer" not in work.tick_somehow("maintainer-in").timers


def test_i14_a_repeating_clock_begins_anew_with_each_answer() -> None:
    work = Worked()
    assert work.timers["talk"].due_at == BEGAN + timedelta(minutes=5)
    work.wait(7)
    assert work.timers["talk"].state is TimerState.DUE
    again = work.answer_timer("talk").timers["talk"]
    assert (again.began, again.answered, again.state) == (work.now, 1, TimerState.RUNS)


def test_a_call_taken_back_stops_its_clock() -> None:
    work = called(Worked())
    assert "maintainer" in work.timers
    assert "maintainer" not in work.undo("call-maintainer").timers


def test_a_clock_of_a_page_runs_from_the_answer_that_opened_it() -> None:
    work = Worked("power-cut")
    assert "patrol" not in {name for name, one in work.timers.items() if one.timer.starts == "fire-patrol"}
    step = next(step for step in work.plan.steps() for branch in step.opens if branch.page == "fire-patrol")
    answers = {ask.id: next(iter(ask.options)).id if ask.options else "2" for ask in step.asks}
    branch = next(branch for branch in step.opens if branch.page == "fire-patrol")
    work.tick(step.id, **answers | {branch.ask: branch.answers[0]})
    (timer,) = [one for one in work.timers.values() if one.timer.starts == "fire-patrol"]
    assert timer.began == work.progress.step(step.id).settled_at


def test_nothing_runs_after_the_close() -> None:
    work = asked_about(Worked())
    work.close(**{one.step.id.replace("-", "_"): "误报" for one in work.progress.unsettled_critical})
    assert work.timers == {}
