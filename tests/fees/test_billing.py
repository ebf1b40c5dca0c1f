from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.core.ids import UnitId
from app.core.money import Money
from app.estate.kinds import UnitKind, UnitState
from app.fees.billing import RunRequest
from app.fees.billing_plan import SkipReason
from app.fees.refusals import (
    BilledTooFarAhead,
    NothingToBill,
    RunChanged,
    RunHasPayments,
    RunNotLast,
    RunUndoneBefore,
)
from app.fees.tables import adjustment, charge
from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from app.ledger.tables import posting
from app.store.store import Store
from tests.fees.conftest import FeesOffice


def balances(office: FeesOffice) -> dict[str, int]:
    sums: defaultdict[str, int] = defaultdict(int)
    with office.store.reading() as connection:
        for line in connection.execute(select(posting.c.account, posting.c.amount)):
            sums[line.account] += line.amount.fen
    return {account: fen for account, fen in sums.items() if fen}


def a_home(office: FeesOffice, **terms: Any) -> UnitId:
    unit = office.unit("3-2-501")
    office.lay(office.tariff("住宅物业费", "1.85", **terms), unit)
    return unit


def test_a_run_charges_each_unit_and_explains_it(office: FeesOffice) -> None:
    unit = a_home(office)
    run = office.bill("2026-11")
    assert (run.charges, run.units, run.amount, run.by) == (2, 1, Money(33116), "赵敏")
    assert office.owes(unit) == [("物业费", "2026-10-01", Money(16558)), ("物业费", "2026-11-01", Money(16558))]
    assert balances(office) == {"assets:receivable:property": 33116, "revenue:property": -33116}
    assert office.broken_truths() == []


def test_the_preview_is_what_the_run_writes(office: FeesOffice) -> None:
    a_home(office)
    space = office.unit("B1-073", None, kind=UnitKind.PARKING)
    office.lay(office.tariff("车位费", "150", "parking", formula=Formula.FIXED), space)
    office.unit("3-2-502")
    office.unit("3-2-503", state=UnitState.UNSOLD)
    preview = office.billing.preview(RunRequest.through(2026, 11))
    assert [(one.item.code, one.charges, one.amount.fen) for one in preview.totals()] == [
        ("property", 2, 33116),
        ("parking", 2, 30000),
    ]
    assert [one.unit_code for one in preview.without_tariff] == ["3-2-502"]
    run = office.billing.run(office.boss, preview.request, shown=preview)
    assert (run.charges, run.units, run.amount) == (len(preview.rows), preview.units, preview.amount)


def test_a_run_that_would_differ_from_its_preview_writes_nothing(office: FeesOffice) -> None:
    a_home(office)
    preview = office.billing.preview(RunRequest.through(2026, 11))
    office.bill("2026-10")
    with pytest.raises(RunChanged) as refused:
        office.billing.run(office.boss, preview.request, shown=preview)
    assert (refused.value.shown, refused.value.now) == (2, 1)
    assert len(office.billing.runs()) == 1


def test_running_twice_charges_once(office: FeesOffice) -> None:
    unit = a_home(office)
    office.bill("2026-11")
    owed = office.owes(unit)
    with pytest.raises(NothingToBill):
        office.bill("2026-11")
    assert office.owes(unit) == owed
    preview = office.billing.preview(RunRequest.through(2026, 11))
    assert (preview.rows, preview.billed_already) == ((), 1)


def test_every_skipped_unit_has_its_reason(office: FeesOffice) -> None:
    homes = office.tariff("住宅物业费", "1.85")
    units = {
        office.unit("1-1-101", None): SkipReason.NO_AREA,
        office.unit("1-1-102", state=UnitState.UNSOLD): SkipReason.UNSOLD,
        office.unit("1-1-103", state=UnitState.NOT_HANDED_OVER): SkipReason.NO_HANDOVER_DATE,
        office.unit("1-1-104", handover=date(2027, 3, 1)): SkipReason.NOT_BEGUN,
    }
    office.lay(homes, *units)
    billed = office.unit("1-1-105")
    office.lay(homes, billed)
    preview = office.billing.preview(RunRequest.through(2026, 11))
    assert {row.unit_id: row.reason for row in preview.skipped} == units
    assert {row.unit_id for row in preview.rows} == {billed}


def test_a_run_takes_only_the_items_and_units_asked_for(office: FeesOffice) -> None:
    one, other = a_home(office), office.unit("3-2-502")
    energy = office.tariff("公共能耗费", "0.3", "energy")
    office.lay(energy, one, other)
    office.bill("2026-10", items=frozenset({office.item("energy").id}), units=frozenset({other}))
    assert (office.owes(one), office.owes(other)) == ([], [("公共能耗费", "2026-10-01", Money(2685))])
    assert office.bill("2026-10").charges == 2


def test_a_price_change_later_leaves_what_was_charged_alone(office: FeesOffice) -> None:
    unit = a_home(office)
    office.bill("2026-11")
    owed = office.owes(unit)
    (row,) = office.tariffs.rows()
    dearer = TariffTerms(Formula.AREA, Decimal(3))
    office.tariffs.new_version(office.boss, row.tariff.id, date(2026, 10, 16), dearer)
    office.bill("2026-12")
    assert office.owes(unit) == [*owed, ("物业费", "2026-12-01", Money(26850))]
    assert office.broken_truths() == []


def test_money_for_a_supplier_is_a_liability(office: FeesOffice) -> None:
    unit = office.unit("3-2-501")
    office.lay(office.tariff("水费包月", "30", "water", formula=Formula.FIXED), unit)
    office.bill("2026-12")
    assert office.owes(unit)[0][0] == "代收水费"
    assert balances(office) == {"assets:receivable:water": 9000, "liabilities:supplier:water": -9000}


def test_a_period_that_has_not_begun_is_received_in_advance_until_its_run(office: FeesOffice, clock: SetClock) -> None:
    a_home(office)
    office.bill("2026-12")
    assert balances(office) == {
        "assets:receivable:property": 49674,
        "revenue:property": -33116,
        "liabilities:in-advance": -16558,
    }
    clock.set(date(2026, 12, 1))
    office.bill("2026-12")
    assert balances(office) == {"assets:receivable:property": 49674, "revenue:property": -49674}
    with pytest.raises(NothingToBill):
        office.bill("2026-12")
    assert office.broken_truths() == []


def test_a_period_that_begins_today_is_earned_at_once(office: FeesOffice, clock: SetClock) -> None:
    a_home(office)
    clock.set(date(2026, 12, 1))
    office.bill("2026-12")
    assert balances(office) == {"assets:receivable:property": 49674, "revenue:property": -49674}


def test_undoing_a_run_leaves_every_balance_as_before_and_the_rows_in_place(office: FeesOffice) -> None:
    unit = a_home(office)
    office.bill("2026-10")
    before, owed = balances(office), office.owes(unit)
    run = office.bill("2026-12")
    assert office.billing.undo(office.boss, run.id) == 2
    assert (balances(office), office.owes(unit)) == (before, owed)
    with office.store.reading() as connection:
        cancelled = connection.execute(select(charge).where(charge.c.run_id == run.id)).all()
    assert [(row.outstanding.fen, row.version, row.cancelled_by) for row in cancelled] == [(0, 2, 1), (0, 2, 1)]
    assert office.billing.runs()[0].undone_at is not None
    assert office.broken_truths() == []


def test_what_was_undone_is_billed_again(office: FeesOffice) -> None:
    unit = a_home(office)
    first = office.bill("2026-11")
    owed = office.owes(unit)
    office.billing.undo(office.boss, first.id)
    assert office.bill("2026-11").amount == first.amount
    assert office.owes(unit) == owed
    with pytest.raises(RunUndoneBefore):
        office.billing.undo(office.boss, first.id)


def test_undoing_takes_back_what_had_moved_to_revenue(office: FeesOffice, clock: SetClock) -> None:
    a_home(office)
    run = office.bill("2026-12")
    clock.set(date(2026, 12, 1))
    office.bill("2026-12")
    office.billing.undo(office.boss, run.id)
    assert balances(office) == {}
    assert office.broken_truths() == []


def test_a_run_with_an_adjusted_charge_is_not_undone(office: FeesOffice) -> None:
    unit = a_home(office)
    run = office.bill("2026-10")
    with office.store.transaction() as connection:
        (row,) = connection.execute(select(charge).where(charge.c.unit_id == unit))
        waiver = {"charge_id": row.id, "kind": "waiver", "amount": Money(-58), "day": date(2026, 11, 20)}
        stamp = {"reason": "协商", "entry_no": row.entry_no, "at": office.clock.now(), "by": 1}
        connection.execute(insert(adjustment), [{**waiver, **stamp}])
    with pytest.raises(RunHasPayments) as refused:
        office.billing.undo(office.boss, run.id)
    assert (refused.value.charges, refused.value.units) == (1, ("3-2-501",))


def test_a_run_is_not_undone_before_the_one_that_follows_on_it(office: FeesOffice) -> None:
    a_home(office)
    october, november = office.bill("2026-10"), office.bill("2026-11")
    with pytest.raises(RunNotLast) as refused:
        office.billing.undo(office.boss, october.id)
    assert refused.value.later == november.id
    office.billing.undo(office.boss, november.id)
    office.billing.undo(office.boss, october.id)
    assert balances(office) == {}


def test_a_run_that_is_called_off_leaves_nothing(office: FeesOffice) -> None:
    unit = a_home(office)
    heard: list[tuple[int, int]] = []

    class CalledOffError(Exception):
        pass

    def progress(done: int, whole: int) -> None:
        heard.append((done, whole))
        if done == whole:
            raise CalledOffError

    with pytest.raises(CalledOffError):
        office.billing.run(office.boss, RunRequest.through(2026, 11), progress=progress)
    assert heard[0] == (0, 2)
    assert (office.owes(unit), office.billing.runs()) == ([], [])
    assert office.broken_truths() == []


def test_a_run_reaches_a_year_ahead_and_no_further(office: FeesOffice) -> None:
    a_home(office)
    assert office.bill("2027-11").charges == 14
    with pytest.raises(BilledTooFarAhead):
        office.bill("2027-12")


def test_late_fee_terms_are_copied_to_the_charge(office: FeesOffice) -> None:
    unit = a_home(office, late_fee=LateFeeTerms(Decimal("0.0005"), 7))
    office.bill("2026-10")
    with office.store.reading() as connection:
        (row,) = connection.execute(select(charge.c.late_fee).where(charge.c.unit_id == unit))
    assert row.late_fee == {"daily_rate": "0.0005", "grace_days": 7, "cap": "1"}


def test_billing_needs_its_permissions(office: FeesOffice) -> None:
    a_home(office)
    run = office.billing.run(office.cashier, RunRequest.through(2026, 11))
    with pytest.raises(NotPermitted):
        office.billing.undo(office.cashier, run.id)


@pytest.mark.parametrize(
    ("change", "truth"),
    [
        ({"outstanding": Money(1)}, "every charge owes its amount"),
        ({"amount": Money(1), "outstanding": Money(1)}, "every charge stands in the journal"),
        ({"until": date(2026, 11, 2)}, "the periods charged by an assignment"),
        ({"cancelled_at": date(2026, 11, 20)}, "a cancelled charge owes nothing"),
        ({"explain": {"kind": "computed"}}, "every charge is explained"),
    ],
)
def test_a_tampered_charge_breaks_a_truth(office: FeesOffice, change: dict[str, object], truth: str) -> None:

    a_home(office)
    office.bill("2026-11")
    if "cancelled_at" in change:
        change = {"cancelled_at": datetime(2026, 11, 20)}
    with office.store.transaction() as connection:
        connection.execute(update(charge).where(charge.c.first == date(2026, 10, 1)).values(**change))
    assert [line for line in office.broken_truths() if line.startswith(truth)]


def test_a_large_run_writes_every_charge_in_portions(office: FeesOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.fees.run_rows._AT_ONCE", 3)
    monkeypatch.setattr("app.fees.charge_rows._AT_ONCE", 2)
    monkeypatch.setattr("app.fees.assigned_rows._AT_ONCE", 2)
    units = [office.unit(f"3-1-{room}") for room in range(101, 106)]
    office.lay(office.tariff("住宅物业费", "1.85"), *units)
    run = office.bill("2026-11", units=frozenset(units))
    assert run.charges == 10
    office.billing.undo(office.boss, run.id)
    assert balances(office) == {}
    assert office.broken_truths() == []


def test_the_head_of_the_journal_is_kept_after_a_run(office: FeesOffice, store: Store) -> None:
    a_home(office)
    office.bill("2026-11")
    assert '"no": 2' in store.folder.head.read_text(encoding="utf-8")
