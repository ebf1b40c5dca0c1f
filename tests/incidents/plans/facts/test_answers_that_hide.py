"""Answers that make a step dangerous or senseless take it away, and an answer for who does not know is always there."""

import pytest

from tests.incidents.plans.facts.asserted import (
    answer,
    calls,
    critical,
    explains,
    hides,
    opens,
    runs,
    says,
    shipped,
    starts,
)


def test_nobody_goes_near_or_offers_a_room_to_an_armed_person() -> None:
    plan = shipped("dispute-intrusion")
    for step in ("two", "low-voice", "room"):
        hides(plan, step, "signs", "danger")
    assert "看不清" in answer(plan, "look", "danger")


def test_a_crowd_that_hits_is_not_asked_into_a_room() -> None:
    hides(shipped("crowd-complaint"), "room", "danger-state", "violence")


def test_no_valve_is_opened_and_no_notice_taken_down_while_the_test_is_out() -> None:
    for step in ("slow", "check-tank", "advise", "notice-down"):
        hides(shipped("water-cut"), step, "test-result", "waiting")


def test_the_interlock_is_asked_for_only_with_a_generator_but_the_open_air_always() -> None:
    hides(shipped("power-cut"), "interlock", "generator-state", "none")
    assert shipped("power-cut").step("open-air").hidden_by == ()


def test_no_patrol_is_owed_where_the_fire_supply_stays_on() -> None:
    hides(shipped("planned-power-cut"), "no-fire-supply", "fire-told", "not-hit")


def test_who_still_thinks_about_it_signs_nothing() -> None:
    hides(shipped("unable-to-pay"), "signed", "way", "thinking")
    hides(shipped("unable-to-pay"), "service-first", "reason", "illness")


def test_who_does_not_breathe_or_wake_is_not_told_to_have_the_heart_looked_at_later() -> None:
    hides(shipped("electric-shock"), "hospital", "look", "not-breathing", "unconscious")


@pytest.mark.parametrize(
    ("code", "step", "option", "word"),
    [
        ("lift-entrapment", "how-many", "shaft-unknown", "问不到"),
        ("fire", "seen", "signal", "只有烟味"),
        ("fire", "look", "nobody", "只有我一个"),
        ("fire", "lifts", "unclear-lift", "按有人报 119"),
        ("flooding", "call-out", "unclear-inside", "当作有人"),
        ("flooding", "lift-people", "unclear-lift", "当作有人"),
        ("flooding", "wire", "down", "看不清"),
        ("power-cut", "fire-backup", "missing", "看不出"),
        ("power-cut", "lifts-again", "unclear-after", "当作有人"),
        ("planned-power-cut", "fire-first", "told", "说不准"),
        ("water-cut", "cause", "not-known", "不知道"),
        ("falling-object", "what", "what-unclear", "看不清"),
        ("storm", "level", "red", "说不准"),
        ("storm", "garage", "wet", "看不清"),
        ("storm", "lines", "down", "看不清"),
        ("natural-disaster", "lifts", "unclear-lift", "当作有人"),
        ("natural-disaster", "gas", "smell", "说不准"),
        ("self-harm-or-missing", "which", "missing", "说不准"),
        ("data-leak", "which", "both", "说不准"),
    ],
)
def test_who_does_not_know_finds_an_answer_and_it_is_the_safer_one(
    code: str, step: str, option: str, word: str
) -> None:
    assert word in answer(shipped(code), step, option)


def test_what_is_not_known_opens_the_safer_page() -> None:
    opens(shipped("power-cut"), "fire-backup", "fire-patrol", "missing")
    opens(shipped("self-harm-or-missing"), "which", "missing", "missing")
    starts(shipped("storm"), "garage", "flooding", "wet")
    starts(shipped("natural-disaster"), "gas", "gas-leak", "smell")


def test_an_alarm_that_nobody_judges_within_two_minutes_counts_as_fire() -> None:
    runs(shipped("fire"), "undecided", 2, "", "seen")


def test_the_exception_comes_before_the_leave_to_fight_a_fire_and_the_live_circuits_before_the_cut() -> None:
    order = [step.id for step in shipped("fire").page("evacuate").steps]
    assert order.index("battery") < order.index("small-fire")
    assert order.index("keep-power") < order.index("cut-power")


@pytest.mark.parametrize(("code", "step"), [("power-cut", "grid-back"), ("planned-power-cut", "power-back")])
def test_the_generator_is_off_before_the_grid_comes_on(code: str, step: str) -> None:
    said = says(shipped(code), step, "先停发电机", "送电").text.zh
    assert said.index("停发电机") < said.index("送电")
    critical(shipped(code), step)


def test_who_lies_hit_and_does_not_wake_has_the_illness_plan_at_hand() -> None:
    starts(shipped("falling-object"), "injured", "acute-illness", "no-answer")
    hides(shipped("falling-object"), "press", "injured-state", "nobody-hurt")


def test_the_drowned_and_the_gassed_are_compressed_when_they_do_not_breathe() -> None:
    explains(shipped("flooding"), "call-120", "没有正常呼吸", "100–120")
    explains(shipped("gas-leak"), "poisoned", "到外面后", "100–120")
    critical(shipped("flooding"), "call-120")


def test_the_breath_is_watched_every_two_minutes_after_a_shock() -> None:
    runs(shipped("electric-shock"), "breath", 2, "breathing", "handed-over", again=True)


def test_who_is_ill_from_the_water_gets_120() -> None:
    calls(shipped("water-cut"), "ill-120", "120")
    critical(shipped("water-cut"), "ill-120")


def test_a_fault_that_concerns_the_manager_is_reported_to_the_company() -> None:
    explains(shipped("internal-fault"), "report-up", "牵涉经理", "公司")


def test_a_backup_never_goes_into_an_infected_computer() -> None:
    explains(shipped("data-leak"), "proven-backup", "不插中毒的电脑")


def test_nothing_has_to_be_typed_before_119_can_be_ticked_or_reached() -> None:
    assert shipped("fire").step("call-119").asks == ()
    assert [ask.id for ask in shipped("fire").step("look").asks] == ["found"]


def test_the_call_to_the_supplier_is_ticked_before_the_power_is_off() -> None:
    assert [ask.id for ask in shipped("flooding").step("call-95598").asks] == ["supplier-person"]
    assert [ask.id for ask in shipped("flooding").step("hold-off").asks] == ["supplier-time"]


def test_no_lift_is_switched_off_in_a_storm_before_it_is_surely_empty() -> None:
    explains(shipped("storm"), "lifts-up", "先看清", "没有人", "119")
    explains(shipped("storm"), "barrier", "站不稳就不出去")


def test_the_unconscious_drunk_is_not_watched_from_afar() -> None:
    says(shipped("intoxicated-or-disturbed"), "stay", "守到有人接手", "有危险就远远看")
