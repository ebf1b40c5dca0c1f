"""A reading corrected after a cost was shared by it: the person is told, and asked whether to share anew."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.core.ids import SharedCostId
from app.core.money import Money, total
from app.core.periods import Period
from app.fees.shared.request import Bill, SharedRequest
from app.fees.shared.rule import Basis, Split
from app.meters.kinds import MeterKind
from app.meters.write_correction import Corrected
from tests.fees_screen.desk import Desk as FeesDesk
from tests.meters_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from ui.meters.correct_panel import CorrectPanel
from ui.widgets.columns import Column


@pytest.fixture
def cost_id(office: OfficeBuilder) -> SharedCostId:
    """A bill of 560.00, shared by the water of October."""
    units = [unit for meter in office.office.meters.listed() for unit in office.office.meters.page(meter.id).links]
    item = next(one for one in office.office.fee_items.all() if one.code == "energy")
    october = Period(date(2026, 10, 1), date(2026, 11, 1))
    request = SharedRequest(
        title="水泵用电",
        item_id=item.id,
        period=october,
        due_on=date(2026, 12, 5),
        source=Bill(Money(56000)),
        split=Split(Basis.USAGE, meter_kind=MeterKind.WATER),
        unit_ids=frozenset(link.unit_id for link in units),
    )
    return office.office.shared_costs.share(office.supervisor, request).row.id


def _corrects(desk: Desk, *, anew: bool) -> list[str]:
    """Correct the last reading of the first flat, and answer what is asked then; gives what the panel said before."""
    told: list[str] = []

    def correct(panel: CorrectPanel) -> Corrected:
        panel.value.setText("120")
        panel.reason.setText("抄错")
        told.append(panel.changes.text())
        assert panel.do is not None
        return panel.do(False)

    desk.press("Return", "F4")
    desk.answers.will_answer(CorrectPanel, correct)
    desk.answers.will_confirm(yes=anew)
    desk.press("F7")
    return told


def test_the_person_is_told_and_the_cost_is_shared_anew(desk: Desk, cost_id: SharedCostId) -> None:
    costs = desk.office.office.shared_costs
    (told,) = _corrects(desk, anew=True)
    assert "“水泵用电”" in told
    assert "stays the same" in desk.answers.asked[-1]
    assert costs.shares_now(cost_id) == []
    assert "is shared anew" in desk.said[-1]


def test_a_cost_that_was_posted_may_stay_as_it_is(desk: Desk, cost_id: SharedCostId) -> None:
    _corrects(desk, anew=False)
    assert desk.office.office.shared_costs.shares_now(cost_id)


def test_f6_on_the_page_of_the_cost_shares_it_anew_afterwards(
    desk: Desk, office: OfficeBuilder, cost_id: SharedCostId
) -> None:
    _corrects(desk, anew=False)
    desk.close()
    costs, fees = office.office.shared_costs, FeesDesk(office)
    before = [line.amount for line in costs.page(cost_id).lines]
    fees.press("Alt+3")
    assert "Readings were corrected since this cost was shared by them." in fees.page.shared.strip.text()
    fees.answers.will_confirm(yes=False)
    fees.press("F6")
    assert costs.shares_now(cost_id)
    fees.answers.will_confirm(yes=True)
    fees.press("F6")
    assert "Share “水泵用电” anew by the corrected usage" in fees.answers.asked[-1]
    assert costs.shares_now(cost_id) == []
    assert "is shared anew" in fees.said[-1]
    assert fees.page.shared.strip.text() == ""
    assert total(fees.page.shared.table.rows_model.sum_of(one) for one in _amounts(fees)) == total(before)
    fees.press("F6")
    assert fees.said[-1] == "The shares are what the meters say."
    fees.close()


def _amounts(fees: FeesDesk) -> list[Column[Any]]:
    return [one for one in fees.page.shared.table.rows_model.columns if one.title == "Amount"]
