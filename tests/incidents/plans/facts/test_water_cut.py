"""Water cut: bad water is stopped first, fire water is reported, the weak are told one by one."""

from tests.incidents.plans.facts.asserted import (
    calls,
    critical,
    explains,
    first_of,
    forbids,
    in_order,
    opens,
    page_of,
    says,
    shipped,
    starts,
)

PLAN = shipped("water-cut")


def test_water_that_may_be_contaminated_is_asked_for_and_stopped_first() -> None:
    assert first_of(PLAN) == ["dirty", "which"]
    opens(PLAN, "dirty", "bad-water", "bad")
    assert page_of(PLAN, "bad-water")[:2] == ["stop-supply", "no-drinking"]
    says(PLAN, "stop-supply", "马上停供")
    says(PLAN, "no-drinking", "别喝")
    critical(PLAN, "dirty", "stop-supply", "no-drinking", "sample", "tested")
    says(PLAN, "tested", "检测合格才供水")
    forbids(PLAN, "污染")


def test_the_health_authority_is_told_and_its_number_left_to_the_office() -> None:
    calls(PLAN, "health", "health-authority")
    says(PLAN, "health", "12345")
    assert {step.id for step in PLAN.to_confirm()} == {"health", "water-point"}


def test_a_planned_cut_has_notice_with_time_area_reason_and_advice() -> None:
    opens(PLAN, "which", "planned", "planned")
    explains(PLAN, "supplier-notice", "24 小时", "边修边通知")
    assert says(PLAN, "post-notice", "存水", "关好龙头").notice == "water-cut"
    explains(PLAN, "post-notice", "时间", "范围", "原因", "高层来水晚", "3–5 分钟")


def test_lost_fire_water_is_told_to_the_fire_authority_in_both_cases() -> None:
    calls(PLAN, "fire-water", "fire-authority")
    calls(PLAN, "fire-authority", "fire-authority")
    critical(PLAN, "fire-water", "fire-authority")
    forbids(PLAN, "消防水")


def test_a_sudden_cut_goes_from_cause_to_report_to_leak_to_telling() -> None:
    opens(PLAN, "which", "sudden", "sudden")
    assert page_of(PLAN, "sudden")[:5] == ["cause", "tell-manager", "leak", "channels", "one-each"]
    says(PLAN, "cause", "市政", "自家")
    starts(PLAN, "cause", "flooding", "leak")
    says(PLAN, "one-each", "老人、残疾人逐户")
    critical(PLAN, "cause", "one-each")


def test_pumps_do_not_run_dry() -> None:
    says(PLAN, "pumps", "停泵防空转", "关相关阀门")
    critical(PLAN, "pumps")
    forbids(PLAN, "泵空转")


def test_water_returns_slowly_vented_flushed_and_after_a_look_into_the_tank() -> None:
    assert page_of(PLAN, "back")[:5] == ["tested", "slow", "check-tank", "flow", "advise"]
    says(PLAN, "slow", "慢慢", "排气", "冲洗")
    says(PLAN, "advise", "3–5 分钟")
    critical(PLAN, "slow", "check-tank")
    in_order(PLAN, "leak", "slow")
