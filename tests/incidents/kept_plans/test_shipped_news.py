"""A program that ships a newer plan: an office that never edited it works by it, one that did is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.incidents.kept_plans import plan_rows, shipped_news
from app.incidents.kept_plans.edits import add_step, with_step
from app.incidents.kept_plans.version import PlanState
from app.incidents.kept_plans.write_plan import plan_text
from app.incidents.plans.plan import Both, Plan
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.tables import incident_plan
from tests.office_builder import OfficeBuilder

LIFT = "lift-entrapment"


def newer() -> Plan:
    """The lift plan of a later program."""
    plan = shipped_plans()[LIFT]
    step = replace(plan.step("sign"), text=Both("挂牌并拉警戒线", "Hang the sign and rope off"))
    return replace(with_step(plan, step), version=plan.version + 1, dated=date(2027, 3, 1))


@pytest.fixture
def updated(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program was updated."""
    plans = {**shipped_plans(), LIFT: newer()}
    before = plan_rows.shipped_text
    monkeypatch.setattr(shipped_news, "shipped_plans", lambda: plans)
    monkeypatch.setattr(shipped_news, "shipped_text", lambda code: plan_text(newer()) if code == LIFT else before(code))


def edited(house: OfficeBuilder) -> None:
    """The office has a version of its own in use."""
    versions, by = house.office.plan_versions, house.supervisor
    own = add_step(house.office.plans.plan(LIFT), "first", "which-lift", Both("看一眼监控", "Look at the camera"))[0]
    versions.approve(by, versions.save(by, own, "加一步", versions.to_edit(LIFT).id))


def states(house: OfficeBuilder) -> list[tuple[int, PlanState]]:
    return [(one.plan.version, one.state) for one in house.office.plan_versions.history(LIFT)]


def test_i8_an_office_that_never_edited_it_works_by_the_newer_one(
    house: OfficeBuilder, request: pytest.FixtureRequest
) -> None:
    assert house.office.plans.plan(LIFT).version == 1
    request.getfixturevalue("updated")
    house.office.plans.plant()
    house.office.plans.plant()
    assert states(house) == [(2, PlanState.IN_USE), (1, PlanState.REPLACED)]
    assert house.office.plans.plan(LIFT).step("sign").text.zh == "挂牌并拉警戒线"


def test_i8_an_office_with_a_version_of_its_own_is_asked(house: OfficeBuilder, request: pytest.FixtureRequest) -> None:
    edited(house)
    request.getfixturevalue("updated")
    house.office.plans.plant()
    assert states(house)[:2] == [(3, PlanState.WAITING), (2, PlanState.IN_USE)]
    assert house.office.plans.plan(LIFT).version == 2
    (offered, *_) = house.office.plan_versions.history(LIFT)
    assert (offered.author, offered.note) == ("", "随程序更新（2027-03-01）")
    house.office.plan_versions.approve(house.supervisor, offered.id)
    assert house.office.plans.plan(LIFT).step("sign").text.zh == "挂牌并拉警戒线"


def test_what_was_not_wanted_is_not_offered_again(house: OfficeBuilder, request: pytest.FixtureRequest) -> None:
    edited(house)
    request.getfixturevalue("updated")
    house.office.plans.plant()
    house.office.plan_versions.take_back(house.supervisor, house.office.plan_versions.history(LIFT)[0].id)
    house.office.plans.plant()
    assert states(house)[:2] == [(3, PlanState.WITHDRAWN), (2, PlanState.IN_USE)]


def test_nothing_changes_while_an_incident_of_the_plan_runs(
    house: OfficeBuilder, request: pytest.FixtureRequest
) -> None:
    house.office.incidents.start(house.supervisor, NewIncident(new_client_id(), LIFT, "2 栋"))
    request.getfixturevalue("updated")
    house.office.plans.plant()
    assert states(house) == [(1, PlanState.IN_USE)]


def test_a_plan_that_was_put_out_of_use_stays_so(house: OfficeBuilder, request: pytest.FixtureRequest) -> None:
    house.office.plans.plant()
    with house.office.store.transaction() as connection:
        connection.execute(
            incident_plan.update().where(incident_plan.c.code == LIFT).values(retired_at=house.clock.now())
        )
    request.getfixturevalue("updated")
    house.office.plans.plant()
    assert states(house) == [(1, PlanState.WITHDRAWN)]


def test_the_plans_as_they_are_shipped_are_not_taken_in_twice(house: OfficeBuilder) -> None:
    house.office.plans.plant()
    assert {line.version.plan.version for line in house.office.plan_versions.lines()} == {1}
