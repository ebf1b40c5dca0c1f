"""Payments down: numbered hand receipts by two people, no private code, nothing charged twice."""

from tests.incidents.plans.facts.asserted import (
    critical,
    explains,
    first_of,
    forbids,
    in_order,
    page_of,
    runs,
    says,
    shipped,
    starts,
)

PLAN = shipped("payment-system-down")


def test_time_and_emergency_lead_come_first_and_the_counter_goes_on_by_hand() -> None:
    assert first_of(PLAN)[:3] == ["note-start", "tell-lead", "by-hand"]
    assert PLAN.step("by-hand").outage
    critical(PLAN, "note-start", "by-hand")


def test_hand_receipts_have_their_own_prefix_and_run_in_order() -> None:
    says(PLAN, "numbered", "专用前缀", "按号开")
    critical(PLAN, "numbered")
    forbids(PLAN, "跳号")


def test_two_people_check_every_receipt() -> None:
    says(PLAN, "two-people", "两人", "金额", "收据号")
    critical(PLAN, "two-people")


def test_nobody_pays_to_a_private_code() -> None:
    says(PLAN, "safe-ways", "只收现金、转账", "不收个人码")
    critical(PLAN, "safe-ways")
    forbids(PLAN, "个人收款码")


def test_a_payment_in_doubt_is_not_taken_twice_and_cleared_next_day_after_ten() -> None:
    says(PLAN, "in-doubt", "不再收")
    explains(PLAN, "in-doubt", "次日 10 点后")
    says(PLAN, "merchant-bill", "次日 10 点后", "商户账单")
    critical(PLAN, "in-doubt", "merchant-bill")
    forbids(PLAN, "在途")


def test_owners_are_told_how_to_pay_and_how_it_goes() -> None:
    assert says(PLAN, "notice", "怎么交").notice == "payment-failure"
    runs(PLAN, "status", 30, "note-start", "working", again=True)


def test_trace_repair_and_full_check_come_in_this_order() -> None:
    assert page_of(PLAN, "repair") == ["trace", "helper", "train", "progress", "full-test", "working"]
    starts(PLAN, "trace", "network-down", "network")
    critical(PLAN, "full-test")


def test_receipts_are_entered_the_same_day_with_number_and_time_and_reconciled() -> None:
    assert page_of(PLAN, "books")[:4] == ["back-entry", "no-gap", "cash-count", "merchant-bill"]
    says(PLAN, "back-entry", "当天", "原收据号", "原时间")
    says(PLAN, "no-gap", "一张不缺", "一张不重")
    in_order(PLAN, "cash-count", "merchant-bill", "restored")
    critical(PLAN, "back-entry", "no-gap", "cash-count")
