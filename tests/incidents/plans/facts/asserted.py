"""What a safety fact says of a shipped plan: which step comes when, what it says, and what is forbidden."""

from functools import cache
from pathlib import Path

from app.incidents.plans.plan import Both, Branch, Plan, Step, Timer
from app.incidents.plans.read_plan import read_plan
from tests.laws.source_tree import PROJECT

FOLDER: Path = PROJECT / "resources" / "incidents"


@cache
def shipped(code: str) -> Plan:
    return read_plan(f"{code}.toml", (FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def page_of(plan: Plan, page: str) -> list[str]:
    return [step.id for step in plan.page(page).steps]


def first_of(plan: Plan) -> list[str]:
    return [step.id for step in plan.pages[0].steps]


def in_order(plan: Plan, *steps: str) -> None:
    """These steps follow one another, whatever stands between them."""
    order = [step.id for step in plan.steps()]
    places = [order.index(step) for step in steps]
    assert places == sorted(places), steps


def says(plan: Plan, step: str, *words: str) -> Step:
    """The step's own line holds the words, so that nobody has to open the detail."""
    found = plan.step(step)
    for word in words:
        assert word in found.text.zh, found.text.zh
    return found


def explains(plan: Plan, step: str, *words: str) -> Step:
    found = plan.step(step)
    assert isinstance(found.detail, Both)
    for word in words:
        assert word in found.detail.zh, found.detail.zh
    return found


def critical(plan: Plan, *steps: str) -> None:
    for step in steps:
        assert plan.step(step).critical, step


def forbids(plan: Plan, *words: str) -> None:
    """One line of the red bar holds all the words."""
    assert any(all(word in act.zh for word in words) for act in plan.never), words


def calls(plan: Plan, step: str, contact: str) -> None:
    assert plan.step(step).contact == contact
    assert contact in plan.contacts


def opens(plan: Plan, step: str, page: str, *answers: str) -> None:
    """Each of these answers opens the page."""
    branches: tuple[Branch, ...] = plan.step(step).opens
    opening = {answer for branch in branches if branch.page == page for answer in branch.answers}
    assert opening == set(answers), opening


def starts(plan: Plan, step: str, other: str, *answers: str) -> None:
    starting = {answer for link in plan.step(step).starts if link.plan == other for answer in link.answers}
    assert starting == set(answers), starting


def clock(plan: Plan, timer: str) -> Timer:
    return {one.id: one for one in plan.timers}[timer]


def runs(plan: Plan, timer: str, minutes: int, starts: str, ends: str | None, *, again: bool = False) -> None:
    """The clock has these minutes and lies between these two moments."""
    found = clock(plan, timer)
    assert (found.minutes, found.starts, found.ends, found.repeats) == (minutes, starts, ends, again)


def hides(plan: Plan, step: str, ask: str, *answers: str) -> None:
    """Each of these answers takes the step away, and no other answer of that ask does."""
    hiding = {answer for by in plan.step(step).hidden_by if by.ask == ask for answer in by.answers}
    assert hiding == set(answers), hiding


def answer(plan: Plan, step: str, option: str) -> str:
    """The words of one answer of a step."""
    return next(one.text.zh for ask in plan.step(step).asks for one in ask.options if one.id == option)
