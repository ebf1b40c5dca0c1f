"""What is typed at the counter or brought in from the books before is owed to the fen, on whatever day that is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.core.money_text import parse_money
from app.fees.charges import OpenCharge, open_charges
from app.fees.opening.arrears import OpeningArrears
from tests.fees.charging import d, yuan
from tests.fees.conftest import FeesOffice
from tests.fees.formula_tables.table import Row, rows_of
from tests.fees.sheets import sheet_of

LATER = date(2028, 1, 1)
TYPED = """
    case                              | on         | typed        | owed
    whole yuan                        | 2026-11-20 | 20           |      20.00
    jiao                              | 2026-11-20 | 1862.4       |    1862.40
    thousands with a comma            | 2026-11-20 | 1,862.43     |    1862.43
    as a Chinese keyboard types it    | 2026-11-20 | ２０．５０   |      20.50
    a sum of two                      | 2026-11-20 | 1800+62.4    |    1862.40
    with its unit                     | 2026-11-20 | 700元        |     700.00
    the least                         | 2026-11-20 | 0.01         |       0.01
    the most                          | 2026-11-20 | 9,999,999.99 | 9999999.99
    on 29 February                    | 2024-02-29 | 15           |      15.00
    on the first day of a month       | 2026-03-01 | 15.10        |      15.10
    on the last day of a month of 31  | 2026-01-31 | 15.01        |      15.01
    on the last day of a month of 30  | 2026-04-30 | .5           |       0.50
    on the last day of the year       | 2025-12-31 | 1000         |    1000.00
"""
BROUGHT = """
    case                              | from       | to         | typed    | ends       | owed
    a half year                       | 2026-01-01 | 2026-06-30 | 993.45   | 2026-07-01 |  993.45
    29 February alone                 | 2024-02-29 | 2024-02-29 | 5.71     | 2024-03-01 |    5.71
    until 29 February                 | 2024-02-01 | 2024-02-29 | 165.58   | 2024-03-01 |  165.58
    from 29 February                  | 2024-02-29 | 2024-03-31 | 171.29   | 2024-04-01 |  171.29
    from 29 to 28 February            | 2024-02-29 | 2025-02-28 | 1986.90  | 2025-03-01 | 1986.90
    28 February of a common year      | 2025-02-28 | 2025-02-28 | 5.91     | 2025-03-01 |    5.91
    the last day of a month of 31     | 2026-01-31 | 2026-01-31 | 5.34     | 2026-02-01 |    5.34
    the last day of a month of 30     | 2026-04-30 | 2026-04-30 | 5.5      | 2026-05-01 |    5.50
    the last day of the year          | 2025-12-31 | 2025-12-31 | 5.34     | 2026-01-01 |    5.34
    over the end of the year          | 2025-11-15 | 2026-02-14 | 1,253.88 | 2026-02-15 | 1253.88
    a whole year                      | 2025-01-01 | 2025-12-31 | 1986.9   | 2026-01-01 | 1986.90
    one fen                           | 2026-01-01 | 2026-01-31 | 0.01     | 2026-02-01 |    0.01
"""


def owed_by(office: FeesOffice, code: str) -> OpenCharge:
    with office.store.reading() as connection:
        (one,) = open_charges(connection, [office.estate.unit_named(code)], LATER)
    return one


@pytest.mark.parametrize("row", rows_of(TYPED), ids=lambda row: row.name)
def test_what_is_typed_at_the_counter_is_owed_that_day(office: FeesOffice, row: Row) -> None:
    (line,) = row.lines
    office.clock.set(d(line["on"]))
    unit, card = office.unit("3-2-501"), office.item("access-card")
    office.one_offs.add(office.cashier, unit, card.id, "门禁卡", parse_money(line["typed"]))
    one = owed_by(office, "3-2-501")
    assert (one.outstanding, one.due_on) == (yuan(line["owed"]), d(line["on"]))
    assert office.broken_truths() == []


@pytest.mark.parametrize("row", rows_of(BROUGHT), ids=lambda row: row.name)
def test_what_was_owed_in_the_books_before_is_owed_for_its_days(office: FeesOffice, tmp_path: Path, row: Row) -> None:
    (line,) = row.lines
    office.unit("3-2-501")
    sheet = sheet_of(tmp_path / "欠费.xlsx", ("3-2-501", "物业费", line["from"], line["to"], line["typed"]))
    assert OpeningArrears(office.store, office.clock).run(office.cashier, sheet).bad == ()
    one = owed_by(office, "3-2-501")
    assert (one.outstanding, one.first, one.until) == (yuan(line["owed"]), d(line["from"]), d(line["ends"]))
    assert office.broken_truths() == []
