"""The office's own versions: written, refused, approved, compared with the shipped one, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.access.permissions import Permission, Role
from app.access.refusals import NotPermitted
from app.incidents.kept_plans.edits import add_step, move_step, remove_step, with_step, with_timer
from app.incidents.kept_plans.losses import Loss
from app.incidents.kept_plans.refusals import (
    PlanEditedMeanwhile,
    PlanFileTooBig,
    PlanIsShipped,
    PlanNeedsAnother,
    PlanNoteMissing,
    PlanNotRetired,
    PlanNotWaiting,
    PlanReasonMissing,
    PlanRetireReasonMissing,
    PlanStillLinked,
    PlanUnchanged,
)
from app.incidents.kept_plans.version import PlanState, Review
from app.incidents.plans.plan import Both, Link, Plan
from app.incidents.plans.refusals import PlanBreaksRules, PlanNotRead, PlanRule, Unread
from app.incidents.refusals import PlanUnknown
from app.incidents.running.asked import NewIncident
from tests.office_builder import OfficeBuilder

LIFT = "lift-entrapment"
LOOK = Both("看一眼监控", "Look at the camera")
NOTE = "加一步看监控"


def shipped(house: OfficeBuilder, code: str = LIFT) -> Plan:
    return house.office.plans.plan(code)


def with_a_look(house: OfficeBuilder) -> Plan:
    return add_step(shipped(house), "first", "which-lift", LOOK)[0]


def saved(house: OfficeBuilder, plan: Plan, reason: str = "") -> int:
    versions = house.office.plan_versions
    return versions.save(house.supervisor, plan, NOTE, versions.to_edit(plan.code).id, reason)


def rules_refused(act: Callable[[], object]) -> list[tuple[PlanRule, str, str]]:
    with pytest.raises(PlanBreaksRules) as refused:
        act()
    return [(fault.rule, fault.page, fault.step) for fault in refused.value.faults]


def test_i8_a_version_waits_until_it_is_approved_and_says_who_wrote_and_who_approved_it(house: OfficeBuilder) -> None:
    second = house.office.people.add(house.supervisor, "林岚", "quiet-meadow", Role.SUPERVISOR)
    written = saved(house, with_a_look(house))
    assert shipped(house).version == 1
    house.office.plan_versions.approve(second, written)
    version = house.office.plan_versions.in_use(LIFT)
    assert (version.plan.version, version.author, version.approved_by) == (2, "沈若兰", "林岚")
    assert (version.note, version.alone, version.plan.dated) == (NOTE, False, house.clock.now().date())
    assert LOOK in [step.text for step in house.office.plans.plan(LIFT).steps()]


def test_i8_a_running_incident_stays_on_the_version_with_which_it_began(house: OfficeBuilder) -> None:
    running = house.office.incidents.start(house.cashier, NewIncident("a", LIFT, "3 栋"))
    house.office.plan_versions.approve(house.supervisor, saved(house, with_a_look(house)))
    after = house.office.incidents.start(house.cashier, NewIncident("b", LIFT, "5 栋"))
    numbers = [house.office.incidents.standing(one).plan.version for one in (running, after)]
    assert numbers == [1, 2]


def test_the_author_approves_alone_only_where_nobody_else_may(house: OfficeBuilder) -> None:
    alone = saved(house, with_a_look(house))
    house.office.plan_versions.approve(house.supervisor, alone)
    assert house.office.plan_versions.version(alone).alone
    house.office.people.add(house.supervisor, "林岚", "quiet-meadow", Role.SUPERVISOR)
    again = saved(house, add_step(shipped(house), "after", None, LOOK)[0])
    with pytest.raises(PlanNeedsAnother) as refused:
        house.office.plan_versions.approve(house.supervisor, again)
    assert refused.value.others == ("林岚",)


def test_another_ones_yes_may_be_lent_on_the_authors_screen(house: OfficeBuilder) -> None:
    people, by = house.office.people, house.supervisor
    people.add(by, "林岚", "quiet-meadow", Role.SUPERVISOR)
    written = saved(house, with_a_look(house))
    own = people.approve(Permission.MANAGE_PLANS, "沈若兰", "smooth-river", by, "看过", {})
    with pytest.raises(PlanNeedsAnother):
        house.office.plan_versions.approve(by, written, own)
    lent = people.approve(Permission.MANAGE_PLANS, "林岚", "quiet-meadow", by, "看过", {})
    house.office.plan_versions.approve(by, written, lent)
    assert house.office.plan_versions.in_use(LIFT).approved_by == "林岚"


def test_x12_what_ships_as_critical_is_taken_away_with_a_reason_only_and_the_reason_is_kept(
    house: OfficeBuilder,
) -> None:
    without = replace(
        remove_step(shipped(house), "power-off"),
        timers=tuple(timer for timer in shipped(house).timers if timer.ends != "power-off"),
    )
    with pytest.raises(PlanReasonMissing) as refused:
        saved(house, without)
    assert [(lost.loss, lost.step) for lost in refused.value.lost] == [(Loss.DROPPED, "power-off")]
    written = saved(house, without, "本小区电梯自带断电放人装置")
    version = house.office.plan_versions.version(written)
    assert (version.note, version.reason) == (NOTE, "本小区电梯自带断电放人装置")


def test_x12_a_critical_step_that_only_moved_needs_a_reason_too(house: OfficeBuilder) -> None:
    with pytest.raises(PlanReasonMissing):
        saved(house, move_step(shipped(house), "power-off", 1))


def test_i5_every_fault_is_named_at_its_page_and_step(house: OfficeBuilder) -> None:
    plan = shipped(house)
    while len(plan.page("first").steps) < 10:
        plan, _ = add_step(plan, "first", None, LOOK)
    plan = with_step(plan, replace(plan.step("guard"), contact="plumber"))
    plan = with_step(plan, replace(plan.step("sign"), text=Both("<b>挂牌</b>", "Sign")))
    assert rules_refused(lambda: saved(house, plan)) == [
        (PlanRule.TOO_MANY_STEPS, "first", ""),
        (PlanRule.UNKNOWN_CONTACT, "first", "guard"),
        (PlanRule.CODE_IN_TEXT, "first", "sign"),
    ]


def test_a_circle_of_plans_is_refused_where_it_would_close(house: OfficeBuilder) -> None:
    fire = shipped(house, "fire")
    step = next(step for step in fire.steps() if step.asks and step.asks[0].options)
    answers = (step.asks[0].options[0].id,)
    circle = with_step(fire, replace(step, starts=(*step.starts, Link(step.asks[0].id, answers, LIFT))))
    assert [rule for rule, _, _ in rules_refused(lambda: saved(house, circle))] == [PlanRule.LINK_LOOP]


def test_a_long_page_is_warned_of_and_kept(house: OfficeBuilder) -> None:
    plan = shipped(house)
    for name in ("guard", "sign", "manager"):
        asks = tuple(replace(ask, text=Both("很长的一句话要读很久" * 6, "long")) for ask in plan.step(name).asks)
        plan = with_step(plan, replace(plan.step(name), asks=asks))
    found = house.office.plan_versions.assess(plan)
    assert [(fault.rule, fault.page) for fault in found.faults] == [(PlanRule.LONG_READING, "first")]
    assert not found.hinders
    saved(house, plan)


def test_two_people_who_edit_one_plan_do_not_write_over_each_other(house: OfficeBuilder) -> None:
    versions = house.office.plan_versions
    seen = versions.to_edit(LIFT).id
    versions.save(house.supervisor, with_a_look(house), NOTE, seen)
    with pytest.raises(PlanEditedMeanwhile) as refused:
        versions.save(house.supervisor, add_step(shipped(house), "after", None, LOOK)[0], NOTE, seen)
    assert (refused.value.version, refused.value.author) == (2, "沈若兰")


def test_a_version_says_what_changed_and_has_something_to_say(house: OfficeBuilder) -> None:
    versions = house.office.plan_versions
    with pytest.raises(PlanNoteMissing):
        versions.save(house.supervisor, with_a_look(house), "  ", versions.to_edit(LIFT).id)
    with pytest.raises(PlanUnchanged):
        saved(house, shipped(house))


def test_a_newer_version_that_waits_replaces_the_one_before(house: OfficeBuilder) -> None:
    first = saved(house, with_a_look(house))
    saved(house, add_step(with_a_look(house), "after", None, LOOK)[0])
    states = [(one.plan.version, one.state) for one in house.office.plan_versions.history(LIFT)]
    assert states == [(3, PlanState.WAITING), (2, PlanState.WITHDRAWN), (1, PlanState.IN_USE)]
    with pytest.raises(PlanNotWaiting):
        house.office.plan_versions.approve(house.supervisor, first)


def test_back_to_the_shipped_one_and_on_from_there(house: OfficeBuilder) -> None:
    versions, by = house.office.plan_versions, house.supervisor
    with pytest.raises(PlanIsShipped):
        versions.back_to_shipped(by, LIFT)
    versions.approve(by, saved(house, with_a_look(house)))
    versions.back_to_shipped(by, LIFT)
    assert (versions.in_use(LIFT).is_shipped, shipped(house).version) == (True, 1)
    versions.approve(by, saved(house, with_a_look(house)))
    assert shipped(house).version == 3


def test_a_version_that_is_not_wanted_is_taken_back(house: OfficeBuilder) -> None:
    written = saved(house, with_a_look(house))
    house.office.plan_versions.take_back(house.supervisor, written)
    assert house.office.plan_versions.to_edit(LIFT).is_shipped
    with pytest.raises(PlanNotWaiting):
        house.office.plan_versions.take_back(house.supervisor, written)


def test_a_retired_plan_is_started_by_nobody_and_may_come_back(house: OfficeBuilder) -> None:
    versions, by = house.office.plan_versions, house.supervisor
    with pytest.raises(PlanRetireReasonMissing):
        versions.retire(by, "unable-to-pay", " ")
    with pytest.raises(PlanNotRetired):
        versions.use_again(by, "unable-to-pay")
    versions.retire(by, "unable-to-pay", "由公司财务统一处理")
    with pytest.raises(PlanUnknown):
        house.office.plans.plan("unable-to-pay")
    assert versions.lines()[-1].is_retired
    versions.use_again(by, "unable-to-pay")
    assert house.office.plans.plan("unable-to-pay").version == 1


def test_a_plan_that_others_start_is_not_retired(house: OfficeBuilder) -> None:
    with pytest.raises(PlanStillLinked) as refused:
        house.office.plan_versions.retire(house.supervisor, "fire", "不要")
    assert "电梯困人" in [name.zh for name in refused.value.plans]


def test_i8_a_review_is_announced_a_month_before_and_overdue_the_day_after(house: OfficeBuilder) -> None:
    versions = house.office.plan_versions
    due = versions.in_use(LIFT).review_due
    assert versions.reviews() == ()
    for days, review in ((-30, Review.SOON), (0, Review.SOON), (1, Review.OVERDUE)):
        house.clock.set(house.clock.now().replace(year=due.year, month=due.month, day=due.day) + timedelta(days=days))
        assert {line.review for line in versions.reviews()} == {review}
        assert versions.overdue() == (23 if review is Review.OVERDUE else 0)
    versions.confirm_review(house.supervisor, LIFT)
    assert versions.overdue() == 22
    assert LIFT not in [line.version.plan.code for line in versions.reviews()]
    assert versions.in_use(LIFT).review_due == date(due.year + 1, due.month, due.day + 1)


def test_facts_of_the_town_are_counted_until_the_office_has_confirmed_them(house: OfficeBuilder) -> None:
    def left() -> int:
        return next(line for line in house.office.plan_versions.lines() if line.version.plan.code == LIFT).to_confirm

    plan, before = shipped(house), left()
    step = plan.to_confirm()[0]
    confirmed = with_step(plan, replace(step, detail=Both("15 秒内应答。", "Answer within 15 seconds.")))
    house.office.plan_versions.approve(house.supervisor, saved(house, confirmed))
    assert left() == before - 1


def test_minutes_of_a_clock_are_the_offices_own(house: OfficeBuilder) -> None:
    plan = shipped(house)
    timer = next(timer for timer in plan.timers if timer.id == "maintainer")
    house.office.plan_versions.approve(house.supervisor, saved(house, with_timer(plan, replace(timer, minutes=15))))
    assert {one.id: one.minutes for one in shipped(house).timers}["maintainer"] == 15


@pytest.mark.parametrize(
    ("spoil", "fault", "what"),
    [
        (lambda text: text.replace("severity =", "colour = 1\nseverity ="), Unread.UNKNOWN_KEY, "colour"),
        (lambda text: text.replace('kind = "read-do"', 'kind = "read"'), Unread.UNKNOWN_WORD, "read"),
        (lambda _text: "<html>", Unread.NOT_TOML, None),
    ],
)
def test_a_bad_file_is_refused_and_named(
    house: OfficeBuilder, spoil: Callable[[str], str], fault: Unread, what: str | None
) -> None:
    text = house.office.plan_versions.in_use(LIFT).text
    with pytest.raises(PlanNotRead) as refused:
        house.office.plan_versions.read_file("ours.toml", spoil(text).encode())
    assert (refused.value.file, refused.value.fault) == ("ours.toml", fault)
    assert what in (None, refused.value.what)


def test_bytes_that_are_no_text_and_files_that_are_too_big_are_refused(house: OfficeBuilder) -> None:
    versions = house.office.plan_versions
    with pytest.raises(PlanNotRead):
        versions.read_file("photo.toml", b"\xff\xd8\xff\xe0")
    with pytest.raises(PlanFileTooBig):
        versions.read_file("photo.toml", b" " * (256 * 1024 + 1))


def test_a_plan_of_the_offices_own_comes_as_a_file_and_runs(house: OfficeBuilder) -> None:
    versions, by = house.office.plan_versions, house.supervisor
    text = versions.in_use("unable-to-pay").text.replace('"unable-to-pay"', '"pet-bite"').replace('"wf"', '"cw"')
    plan = versions.read_file("pet-bite.toml", text.encode("utf-8-sig"))
    assert versions.newest_id("pet-bite") is None
    versions.approve(by, versions.save(by, plan, "宠物伤人", versions.newest_id("pet-bite")))
    assert house.office.incidents.start(by, NewIncident("a", "pet-bite", "2 栋前"))


def test_a_file_with_the_letters_of_another_plan_is_refused(house: OfficeBuilder) -> None:
    versions = house.office.plan_versions
    text = versions.in_use("unable-to-pay").text.replace('"unable-to-pay"', '"pet-bite"')
    plan = versions.read_file("pet-bite.toml", text.encode())
    refused = rules_refused(lambda: versions.save(house.supervisor, plan, "宠物伤人", None))
    assert refused == [(PlanRule.SAME_LETTERS, "", "")]


def test_only_who_keeps_the_plans_changes_them(house: OfficeBuilder) -> None:
    versions, by = house.office.plan_versions, house.cashier
    written = saved(house, with_a_look(house))
    for act in (
        lambda: versions.save(by, with_a_look(house), NOTE, written),
        lambda: versions.approve(by, written),
        lambda: versions.take_back(by, written),
        lambda: versions.back_to_shipped(by, LIFT),
        lambda: versions.retire(by, LIFT, "不要"),
        lambda: versions.use_again(by, LIFT),
        lambda: versions.confirm_review(by, LIFT),
    ):
        with pytest.raises(NotPermitted):
            act()
