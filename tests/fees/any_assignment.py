"""Any assignment that an office may lay, for what holds for all of them: every cycle, anchor, convention and formula."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import strategies as st

from app.core.periods import Convention
from app.fees.billing_plan import Assigned, BillableUnit, Vacancy, ValidTerms
from app.fees.formulas import Areas
from app.fees.terms import Anchor, AreaBase, Escalation, Formula, Modifiers, Pays, TariffTerms, TierSpan
from tests.fees.charging import METER, readings, tiers

BEGIN, END = date(2023, 11, 1), date(2025, 7, 1)
HOME = BillableUnit(Areas(Decimal("89.50"), Decimal("70.25"), Decimal("80.1234")), floor=7, headcount=3)
TIERS = tiers(("6", "1.1"), ("25", "1.7"), (None, "2.3"))
BY_MONTHS = (Formula.AREA, Formula.FIXED, Formula.TIERED_AREA, Formula.EXPRESSION)
BY_METER = (Formula.METERED, Formula.TIERED_METERED)
awkward = st.sampled_from([date.fromisoformat(day) for day in ("2024-02-29", "2024-01-31", "2024-12-31", "2025-03-01")])
days = st.dates(BEGIN, END - timedelta(days=1)) | awkward
factors = st.sampled_from(["1", "0.7", "0", "0.333"]).map(Decimal)


@st.composite
def any_terms(draw: st.DrawFn, formulas: tuple[Formula, ...] = BY_MONTHS) -> TariffTerms:
    """Terms of one of these formulas, with everything else as it comes."""
    formula = draw(st.sampled_from(formulas))
    growing = st.builds(Escalation, st.sampled_from(["5", "-3.5"]).map(Decimal), st.integers(1, 14))
    return TariffTerms(
        formula=formula,
        price=draw(st.sampled_from(["0.01", "1.85", "9", "3.333333"]).map(Decimal)),
        area_base=draw(st.sampled_from(AreaBase)),
        cycle_months=draw(st.sampled_from([1, 3, 6, 12])),
        anchor=draw(st.sampled_from(Anchor)),
        convention=draw(st.sampled_from(Convention)),
        due_day=draw(st.integers(1, 31)),
        pays=draw(st.sampled_from(Pays)),
        surcharge=draw(st.sampled_from(["0", "5", "0.333"]).map(Decimal)),
        tiers=TIERS if formula.is_tiered else (),
        tier_span=draw(st.sampled_from(TierSpan)),
        meter_kind="water" if formula.is_metered else "",
        expression="inner_area / 3 + price × coefficient" if formula is Formula.EXPRESSION else "",
        escalation=draw(st.none() | growing),
        first_payment_months=draw(st.sampled_from([0, 0, 6, 12])),
        lead_days=draw(st.integers(0, 92)),
    )


@st.composite
def any_versions(draw: st.DrawFn, formulas: tuple[Formula, ...] = BY_MONTHS) -> list[ValidTerms]:
    """Terms that change on any days, once or twice or never; now and then the last of them ends."""
    cuts = sorted(draw(st.sets(days, max_size=2)))
    edges: list[date | None] = [date(1990, 1, 1), *cuts, draw(st.none() | st.none() | st.just(END))]
    return [ValidTerms(first, until, draw(any_terms(formulas))) for first, until in pairwise(edges) if first]


@st.composite
def any_assignment(draw: st.DrawFn) -> Assigned:
    """Months of any formula from any day; a handover, months paid before, vacancies and an end as they come."""
    first = draw(days)
    vacancy = st.builds(
        lambda day, length, factor: Vacancy(day, day + timedelta(length), factor), days, st.integers(1, 400), factors
    )
    return Assigned(
        unit=BillableUnit(HOME.areas, draw(st.none() | days), floor=7, headcount=3),
        versions=draw(any_versions()),
        first=first,
        until=draw(st.none() | st.integers(1, 900).map(lambda length: first + timedelta(length))),
        modifiers=Modifiers(Decimal("1.2"), draw(factors)),
        paid_until=draw(st.none() | days),
        vacancies=tuple(draw(st.lists(vacancy, max_size=2))),
    )  # fmt: skip


@st.composite
def any_metered(draw: st.DrawFn) -> Assigned:
    """A tariff by meter on a unit from any day: one to four readings of any values, some with nothing used."""
    first, value = draw(days), Decimal(0)
    day = first - timedelta(draw(st.integers(0, 40)))
    read = [(str(day), "0")]
    for _ in range(draw(st.integers(1, 4))):
        day += timedelta(draw(st.integers(1, 120)))
        value += draw(st.sampled_from(["0", "0.0001", "7", "31.5", "150"]).map(Decimal))
        read.append((str(day), str(value)))
    return Assigned(
        unit=HOME,
        versions=draw(any_versions(BY_METER)),
        first=first,
        modifiers=Modifiers(Decimal("1.2"), draw(factors)),
        meter_id=METER,
        intervals=readings(*read, loss=draw(st.sampled_from(["0", "0.05"])), share=draw(st.sampled_from(["1", "1/3"]))),
    )
