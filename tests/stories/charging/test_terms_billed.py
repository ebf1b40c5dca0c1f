"""Every further term of a tariff: typed into the real form, saved, read back, laid on a home of 100 ㎡, and billed.

The amounts are reckoned by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.stories.charging.steps import bill, lay, make_tariff, reads_back
from tests.stories.first_day_window import Program

BY_AREA = {"Formula": "by building area", "Price": "2.00"}
FIXED = {"Formula": "fixed amount", "Price": "100"}
OCTOBER = {"Formula": "fixed amount", "Price": "310"}


@dataclass(frozen=True)
class Case:
    """A tariff as it is typed, how it is laid, and the charges (period, due day, amount) of a run through 2026-11."""

    name: str
    answers: Mapping[str, str]
    more: Mapping[str, str]
    charges: Sequence[tuple[str, str, str]]
    first: str = "2026-11-01"
    until: str = ""
    agreed: Mapping[str, str] = field(default_factory=dict)


def november(amount: str) -> list[tuple[str, str, str]]:
    return [("2026-11", "2026-11-05", amount)]


ADDED = [
    Case("surcharge", BY_AREA, {"Surcharge": "5"}, november("205.00")),  # 100 × 2.00 + 5
    Case("minimum", BY_AREA, {"At least": "260"}, november("260.00")),  # more than 200.00
    Case("coefficient", BY_AREA, {}, november("240.00"), agreed={"Coefficient": "1.2"}),
    Case("vacant", BY_AREA, {}, november("140.00"), agreed={"Vacant factor": "0.7"}),
    Case(
        "rent",
        {"Formula": "fixed amount", "Price": "1,000", "Cycle": "yearly"},
        {"Rises by": "5%", "Rises every so many months": "12", "Counted in": "the unit's own months"},
        [
            ("2024-11 – 2025-10", "2024-11-05", "12,000.00"),
            ("2025-11 – 2026-10", "2025-11-05", "12,600.00"),
            ("2026-11 – 2027-10", "2026-11-05", "13,230.00"),
        ],
        first="2024-11-01",
    ),
    Case(
        "all of them at once",  # the last: (100 × 2.10 × 2) × 1.2 × 0.7 + 2 × 10, against 2 × 150
        BY_AREA | {"Cycle": "quarterly"},
        {"Surcharge": "10", "At least": "150", "Rises by": "5%", "Rises every so many months": "12"},
        [
            ("2025-10 – 2025-12", "2025-10-05", "534.00"),
            ("2026-01 – 2026-03", "2026-01-05", "534.00"),
            ("2026-04 – 2026-06", "2026-04-05", "534.00"),
            ("2026-07 – 2026-09", "2026-07-05", "534.00"),
            ("2026-10 – 2026-11", "2026-10-05", "372.80"),
        ],
        first="2025-10-01",
        until="2026-12-01",
        agreed={"Coefficient": "1.2", "Vacant factor": "0.7"},
    ),
]
ROUNDED = [
    Case(rounding, {"Formula": "by building area", "Price": "1.65476"}, {"Rounding": rounding}, november(amount))
    for rounding, amount in (  # 165.476 before it is rounded
        ("half up to the fen", "165.48"),
        ("up to the fen", "165.48"),
        ("down to the fen", "165.47"),
        ("half up to the jiao", "165.50"),
        ("up to the jiao", "165.50"),
        ("down to the jiao", "165.40"),
        ("half up to the yuan", "165.00"),
        ("up to the yuan", "166.00"),
        ("down to the yuan", "165.00"),
    )
]
COUNTED = [
    Case("six months first", FIXED, {"First payment": "6 months"}, [("2026-11 – 2027-04", "2026-11-05", "600.00")]),
    Case("a year first", FIXED, {"First payment": "12 months"}, [("2026-11 – 2027-10", "2026-11-05", "1,200.00")]),
    Case(
        "six months to the day",  # 21/30 + 5 + 9/31 months
        FIXED,
        {"First payment": "6 months"},
        [("2026-11-10 – 2027-05-09", "2026-12-05", "599.03")],
        first="2026-11-10",
    ),
    Case(
        "billed ahead",
        FIXED,
        {"Days ahead": "30"},
        [*november("100.00"), ("2026-12", "2026-12-05", "100.00")],
    ),
    Case(
        "paid after use",
        FIXED,
        {"Paid": "after use"},
        [("2026-10", "2026-11-05", "100.00"), ("2026-11", "2026-12-05", "100.00")],
        first="2026-10-01",
    ),
    Case("due on the last day", FIXED | {"Due day": "the last day"}, {}, [("2026-11", "2026-11-30", "100.00")]),
    Case(
        "own months",
        FIXED,
        {"Counted in": "the unit's own months"},
        [
            ("2026-10-18 – 2026-11-17", "2026-11-05", "100.00"),
            ("2026-11-18 – 2026-12-17", "2026-12-05", "100.00"),
        ],
        first="2026-10-18",
    ),
    *(
        Case(
            convention,
            OCTOBER,
            {"Part months": convention},
            [("2026-10-01 – 2026-10-10", "2026-10-05", amount)],
            first="2026-10-01",
            until="2026-10-11",
        )
        for convention, amount in (
            ("by exact days", "100.00"),  # 10/31
            ("months of 30 days", "103.33"),  # 10/30
            ("half months", "155.00"),
            ("whole months", "310.00"),
        )
    ),
]


def rooms() -> Iterator[str]:
    return (f"4-1-{floor}01" for floor in range(1, 13))


def billed(program: Program, cases: Sequence[Case]) -> dict[str, list[tuple[str, str, str]]]:
    """Make and lay each tariff on a home of its own, then run once; the charges by tariff."""
    for case, room in zip(cases, rooms(), strict=False):
        make_tariff(program, case.name, case.answers, case.more)
        typed = dict(case.answers) | dict(case.more)
        said = reads_back(program, typed)
        assert {name: plain(text) for name, text in said.items()} == {n: plain(text) for n, text in typed.items()}
        lay(program, case.first, room, until=case.until, terms=case.agreed)
    found: dict[str, list[tuple[str, str, str]]] = {case.name: [] for case in cases}
    for row in bill(program, "2026-11"):
        found[row["Tariff"]].append((row["Period"], row["Due"], row["Amount"]))
    return found


def plain(text: str) -> str:
    """A figure without its last noughts: 2.00 and 2 are the same answer."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def expected(cases: Sequence[Case]) -> dict[str, list[tuple[str, str, str]]]:
    return {case.name: list(case.charges) for case in cases}


def test_what_is_added_to_an_amount_is_charged_as_it_was_typed(program: Program) -> None:
    assert billed(program, ADDED) == expected(ADDED)


def test_each_rounding_is_charged_as_it_was_typed(program: Program) -> None:
    assert billed(program, ROUNDED) == expected(ROUNDED)


def test_each_way_of_counting_months_is_charged_as_it_was_typed(program: Program) -> None:
    assert billed(program, COUNTED) == expected(COUNTED)
