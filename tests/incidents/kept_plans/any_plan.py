"""Any plan that the form allows, sound or not."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from app.incidents.plans.plan import (
    Ask,
    AskKind,
    Both,
    Branch,
    Hiding,
    Link,
    Option,
    Page,
    Place,
    Plan,
    PlanKind,
    PlanRole,
    Severity,
    Step,
    Timer,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda text: text.strip())
LOOSE = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
BOTH = st.builds(Both, WORDS, WORDS)
SEVERAL = st.lists(LOOSE, max_size=3).map(tuple)
WHOLE = st.integers(-(2**40), 2**40)


def some(of: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=most).map(tuple)


ASKS = st.builds(Ask, WORDS, st.sampled_from(AskKind), BOTH, st.none() | BOTH, some(st.builds(Option, WORDS, BOTH)))
STEPS = st.builds(
    Step,
    id=WORDS,
    text=BOTH,
    role=st.sampled_from(PlanRole),
    detail=st.none() | BOTH,
    critical=st.booleans(),
    target_minutes=st.none() | WHOLE,
    contact=st.none() | LOOSE,
    notice=st.none() | LOOSE,
    asks=some(ASKS, 2),
    opens=some(st.builds(Branch, WORDS, SEVERAL, WORDS), 2),
    starts=some(st.builds(Link, WORDS, SEVERAL, WORDS), 2),
    hidden_by=some(st.builds(Hiding, WORDS, SEVERAL), 2),
    outage=st.booleans(),
)
PAGES = st.builds(Page, WORDS, BOTH, some(STEPS), st.booleans())
TIMERS = st.builds(Timer, WORDS, WHOLE, st.booleans(), LOOSE, st.none() | LOOSE, BOTH, BOTH)
PLANS = st.builds(
    Plan,
    code=WORDS,
    version=WHOLE,
    dated=st.dates(date(1000, 1, 1)),
    review_months=WHOLE,
    digit=st.none() | WHOLE,
    letters=WORDS,
    kind=st.sampled_from(PlanKind),
    severity=st.sampled_from(Severity),
    name=BOTH,
    use_when=BOTH,
    place=st.sampled_from(Place),
    roles=some(st.sampled_from(PlanRole)),
    contacts=SEVERAL,
    never=some(BOTH),
    basis=SEVERAL,
    timers=some(TIMERS, 2),
    pages=some(PAGES),
    after=some(BOTH),
)
