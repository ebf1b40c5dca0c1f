"""Whatever is done in whatever order: no tick is lost, no step is doubled, and the chain tells every change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import hypothesis.strategies as st
from hypothesis import given, settings

from app.core.errors import Refusal
from app.incidents.plans.plan import AskKind, Step
from app.incidents.running.chain import fingerprint, first_broken
from app.incidents.running.entry import SETTLES_A_STEP, Entry, EntryKind
from app.incidents.running.progress import StepState, progress
from tests.incidents.running.worked import FILES, Worked, some_answers

CODES = sorted(file.name.removesuffix(".toml") for file in FILES.iterdir() if file.name.endswith(".toml"))
DOINGS = ("tick", "undo", "deviate", "leave out", "put off", "note", "timer", "close")


@st.composite
def worked(draw: st.DrawFn) -> Worked:
    work = Worked(draw(st.sampled_from(CODES)))
    steps = list(work.plan.steps())
    for _ in range(draw(st.integers(0, 25))):
        step, doing = draw(st.sampled_from(steps)), draw(st.sampled_from(DOINGS))
        try:
            _do(work, doing, step, draw)
        except Refusal:
            continue
    return work


def _do(work: Worked, doing: str, step: Step, draw: st.DrawFn) -> None:
    if doing == "tick":
        work.tick(step.id, **some_answers(step) | _choices(step, draw))
    elif doing == "undo":
        work.undo(step.id)
    elif doing in ("deviate", "leave out"):
        work.settle(EntryKind.DEVIATED if doing == "deviate" else EntryKind.NOT_APPLICABLE, step.id, "另有安排")
    elif doing == "put off":
        work.put_off(step.id)
    elif doing == "note":
        work.note(step.id, "已转告")
    elif doing == "timer" and work.plan.timers:
        work.answer_timer(draw(st.sampled_from(work.plan.timers)).id)
    elif doing == "close" and draw(st.booleans()):
        work.close(**{one.step.id.replace("-", "_"): "原因" for one in work.progress.unsettled_critical})


def _choices(step: Step, draw: st.DrawFn) -> dict[str, str]:
    choices = [ask for ask in step.asks if ask.kind is AskKind.CHOICE]
    return {ask.id: draw(st.sampled_from(ask.options)).id for ask in choices}


@given(worked())
@settings(max_examples=60, deadline=None)
def test_every_step_stands_once_and_a_page_right_behind_the_answer_that_opened_it(work: Worked) -> None:
    now_is = work.progress
    given = {ask: answer for one in now_is.steps for ask, answer in one.answers.items()}
    assert sorted(one.step.id for one in now_is.steps) == sorted(step.id for step in work.plan.steps())
    for one in now_is.steps:
        made_wrong = any(given.get(by.ask) in by.answers for by in one.step.hidden_by) and one.settled_at is None
        assert (one.state is StepState.HIDDEN) == (one.page not in now_is.pages or made_wrong)


@given(worked())
@settings(max_examples=60, deadline=None)
def test_the_newest_line_of_a_step_is_what_it_says(work: Worked) -> None:
    for one in work.progress.steps:
        lines = [entry for entry in work.entries if entry.step == one.step.id and entry.kind is not EntryKind.NOTED]
        settled = bool(lines) and lines[-1].kind in SETTLES_A_STEP
        assert (one.settled_at is not None) == settled
        assert not settled or one.state.is_settled
        ticks = [entry.happened_at for entry in lines if entry.kind is EntryKind.TICKED]
        assert one.first_at == (ticks[0] if ticks else None)


@given(worked())
@settings(max_examples=60, deadline=None)
def test_the_lines_by_rule_tell_which_steps_are_hidden(work: Worked) -> None:
    told: dict[str, EntryKind] = {}
    for entry in work.entries:
        if "step" in entry.facts:
            told[entry.facts["step"]] = entry.kind
    hidden = {step for step, kind in told.items() if kind is EntryKind.HIDDEN_BY_RULE}
    shown = {one.step.id for one in work.progress.steps if one.page in work.progress.pages}
    assert set(work.progress.hidden_by_answer) == hidden & shown


@given(worked())
@settings(max_examples=50, deadline=None)
def test_a_close_accounts_for_every_critical_step(work: Worked) -> None:
    if work.progress.closed_at is None:
        return
    reasons = work.entries[-1].facts["reasons"]
    for one in work.progress.steps:
        assert not one.step.critical or one.state.is_settled or reasons[one.step.id]


@given(worked(), st.integers(0, 10_000))
@settings(max_examples=50, deadline=None)
def test_a_log_read_up_to_any_line_is_the_state_of_that_moment(work: Worked, cut: int) -> None:
    part = work.entries[: 1 + cut % len(work.entries)]
    again = progress(work.plan, part)
    assert {one.step.id for one in again.steps if one.first_at} <= {
        one.step.id for one in work.progress.steps if one.first_at
    }


@given(worked(), st.integers(0, 10_000), st.sampled_from(["text", "time", "kind", "step", "gone", "swapped"]))
@settings(max_examples=60, deadline=None)
def test_i29_any_change_of_a_line_breaks_the_chain_at_that_line(work: Worked, at: int, how: str) -> None:
    chain, previous = list[tuple[Entry, str]](), ""
    for entry in work.entries:
        previous = fingerprint(previous, entry)
        chain.append((entry, previous))
    assert first_broken(chain) is None
    place = at % len(chain)
    entry, stored = chain[place]
    if how == "gone" and place < len(chain) - 1:
        del chain[place]
    elif how == "swapped" and place < len(chain) - 1:
        chain[place], chain[place + 1] = chain[place + 1], chain[place]
    elif how == "time":
        chain[place] = (replace(entry, happened_at=entry.happened_at + timedelta(seconds=1)), stored)
    elif how == "kind":
        other = EntryKind.GAP if entry.kind is not EntryKind.GAP else EntryKind.NOTED
        chain[place] = (replace(entry, kind=other), stored)
    elif how == "step":
        chain[place] = (replace(entry, step=f"{entry.step}x"), stored)
    else:
        chain[place] = (replace(entry, text=f"{entry.text}。"), stored)
    assert first_broken(chain) == place + 1
