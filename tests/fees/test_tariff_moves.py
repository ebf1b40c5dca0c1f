"""Moving units from one tariff to another in one step, and taking the step back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import insert, select

from app.access.refusals import NotPermitted
from app.core.ids import TariffId, UnitId
from app.core.money import Money
from app.fees.assignments import AssignmentRow
from app.fees.billing import RunRequest
from app.fees.move_plan import MoveWish
from app.fees.opening.assignment_sheet import AssignmentSheet
from app.fees.opening.sheet_refusals import AssignmentsHaveCharges
from app.fees.refusals import AssignedBeforeTariff, EndsInsideCharged, MovedToAnotherKind, NoUnitsChosen
from app.fees.tables import vacancy
from app.fees.tariff_moves import TariffMove, TariffMoves
from app.fees.terms import Modifiers
from app.sheets.refusals import BatchTakenBack
from tests.fees.conftest import FeesOffice
from ui.sentences import say

DECEMBER = date(2026, 12, 1)
Lain = list[tuple[str, date, date | None]]


class Moving:
    """Two homes of one building on the old price, billed through November; a new price beside it."""

    def __init__(self, office: FeesOffice) -> None:
        office.clock.set(datetime(2026, 11, 20, 9))
        self.office = office
        self.moves, self.sheet = TariffMoves(office.store, office.clock), AssignmentSheet(office.store, office.clock)
        self.old, self.new = office.tariff("住宅甲", "1.00"), office.tariff("住宅乙", "2.00")
        self.homes = [office.unit("1-1-101", "100"), office.unit("1-1-102", "80")]
        factor = Modifiers(coefficient=Decimal("1.5"))
        for home, modifiers in zip(self.homes, (Modifiers(), factor), strict=True):
            office.assignments.assign(office.boss, self.old, [home], date(2026, 10, 1), modifiers=modifiers)
        office.bill("2026-11")

    def wish(
        self, day: date = DECEMBER, new: TariffId | None = None, units: Sequence[UnitId] | None = None
    ) -> MoveWish:
        return MoveWish(self.old, new or self.new, self.homes if units is None else units, day)

    def move(self, day: date = DECEMBER) -> TariffMove:
        return self.moves.move(self.office.boss, self.wish(day))

    def rows(self, tariff: TariffId) -> list[AssignmentRow]:
        return self.office.assignments.of_tariff(tariff)

    def lain(self, tariff: TariffId) -> Lain:
        return [(row.unit_code, row.first, row.until) for row in self.rows(tariff)]


@pytest.fixture
def moving(office: FeesOffice) -> Moving:
    return Moving(office)


def test_the_old_tariff_ends_and_the_new_one_begins_on_the_same_day(moving: Moving) -> None:
    done = moving.move()
    assert (done.old, done.new, done.units) == ("住宅甲", "住宅乙", 2)
    assert moving.lain(moving.old) == [(code, date(2026, 10, 1), DECEMBER) for code in ("1-1-101", "1-1-102")]
    assert moving.lain(moving.new) == [(code, DECEMBER, None) for code in ("1-1-101", "1-1-102")]


def test_december_is_charged_once_by_the_new_price_and_what_was_agreed_goes_on(moving: Moving) -> None:
    moving.move()
    run = moving.office.bill("2026-12")
    assert (run.charges, run.amount) == (2, Money(20000 + 80 * 200 * 3 // 2))
    assert moving.office.broken_truths() == []


def test_the_preview_shows_both_prices_and_writes_nothing(moving: Moving) -> None:
    shown = [
        (one.unit_code, one.before.charge and one.before.charge.amount, one.next.charge and one.next.charge.amount)
        for one in moving.moves.preview(moving.wish())
    ]
    assert shown == [("1-1-101", Money(10000), Money(20000)), ("1-1-102", Money(12000), Money(24000))]
    assert moving.lain(moving.new) == []


def test_a_unit_charged_beyond_the_day_is_named_and_nobody_moves(moving: Moving) -> None:
    early = date(2026, 11, 1)
    assert [one.trouble is not None for one in moving.moves.preview(moving.wish(early))] == [True, True]
    with pytest.raises(EndsInsideCharged) as refused:
        moving.move(early)
    assert (refused.value.unit, refused.value.charged_until) == ("1-1-101", DECEMBER)
    assert "Choose that day or later; or end the old tariff on this unit alone" in say(refused.value)
    assert moving.lain(moving.new) == []


def test_a_tariff_that_has_not_begun_moves_from_its_own_first_day(moving: Moving) -> None:
    late = moving.office.unit("1-1-103", "50")
    moving.office.lay(moving.old, late, first="2027-03-01", until="2028-03-01")
    moving.moves.move(moving.office.boss, moving.wish(units=[late]))
    assert moving.lain(moving.new) == [("1-1-103", date(2027, 3, 1), date(2028, 3, 1))]
    (old,) = [row for row in moving.rows(moving.old) if row.unit_id == late]
    assert old.first == old.until


def test_taken_back_all_is_as_before_and_it_may_be_done_again(moving: Moving) -> None:
    before = moving.lain(moving.old)
    done = moving.move()
    assert moving.moves.last_of(moving.old) == moving.moves.last_of(moving.new) == done
    moving.sheet.undo(moving.office.boss, done.batch_id)
    assert moving.lain(moving.old) == before
    assert all(row.first == row.until for row in moving.rows(moving.new))
    assert moving.moves.last_of(moving.old) is None
    with pytest.raises(BatchTakenBack):
        moving.sheet.undo(moving.office.boss, done.batch_id)
    assert moving.move().units == 2


def test_once_the_new_price_was_charged_the_run_has_to_be_undone_first(moving: Moving) -> None:
    done = moving.move()
    run = moving.office.bill("2026-12")
    with pytest.raises(AssignmentsHaveCharges):
        moving.sheet.undo(moving.office.boss, done.batch_id)
    moving.office.billing.undo(moving.office.boss, run.id)
    moving.sheet.undo(moving.office.boss, done.batch_id)
    assert moving.office.bill("2026-12").amount == Money(10000 + 12000)


def test_a_grant_for_an_empty_unit_goes_on_with_the_move_and_back_with_it(moving: Moving) -> None:
    office, by = moving.office, moving.office.boss
    row = moving.rows(moving.old)[0]
    grant = {"assignment_id": row.id, "first": date(2026, 10, 1), "until": None, "factor": Decimal("0.7")}
    with office.store.transaction() as connection:
        connection.execute(insert(vacancy).values(**grant, reason="空置", at=office.clock.now(), by=by.id))
    done = moving.moves.move(by, moving.wish(units=moving.homes[:1]))
    (shown,) = office.billing.preview(RunRequest.through(2026, 12)).rows[:1]
    assert (shown.tariff, shown.charge.amount) == ("住宅乙", Money(14000))
    moving.sheet.undo(by, done.batch_id)
    with office.store.reading() as connection:
        withdrawn = connection.execute(select(vacancy.c.withdrawn_at).order_by(vacancy.c.id)).scalars().all()
    assert [at is not None for at in withdrawn] == [False, True]


def test_a_tariff_of_another_item_or_before_its_first_day_is_refused(moving: Moving) -> None:
    energy = moving.office.tariff("公共能耗", "0.20", item="energy")
    later = moving.office.tariff("住宅丙", "3.00", first="2027-01-01")
    with pytest.raises(MovedToAnotherKind):
        moving.moves.preview(moving.wish(new=energy))
    with pytest.raises(AssignedBeforeTariff):
        moving.moves.preview(moving.wish(new=later))
    assert [one.id for one in moving.moves.targets(moving.old)] == [later, moving.new]


def test_only_a_supervisor_moves_and_nobody_moves_nobody(moving: Moving) -> None:
    with pytest.raises(NotPermitted):
        moving.moves.move(moving.office.cashier, moving.wish())
    with pytest.raises(NoUnitsChosen):
        moving.moves.move(moving.office.boss, moving.wish(units=[]))
