"""The plans that ship: all 23 of them, with the keys that never move, within every rule, in plain words."""

from collections.abc import Iterator

import pytest

from app.incidents.plans.contacts import FIXED, KNOWN_CONTACTS
from app.incidents.plans.link_checks import faults_between
from app.incidents.plans.plan import CHECK_LOCALLY, Both, Plan, Severity, Step
from app.incidents.plans.plan_checks import plan_faults
from app.incidents.plans.shipped_plans import shipped_plans
from tests.incidents.plans.facts.asserted import FOLDER, shipped

KEYS: dict[str, tuple[str, int | None, str]] = {
    "lift-entrapment": ("电梯困人", 1, "dt"),
    "fire": ("火警", 2, "hj"),
    "acute-illness": ("急症病人", 3, "jz"),
    "power-cut": ("突发停电", 4, "td"),
    "flooding": ("水浸", 5, "sj"),
    "gas-leak": ("燃气泄漏", 6, "rq"),
    "theft-robbery": ("盗窃、匪警", 7, "dq"),
    "falling-object": ("高空坠物", 8, "gk"),
    "payment-system-down": ("缴费系统故障", 9, "sf"),
    "self-harm-or-missing": ("轻生、走失", None, "qs"),
    "natural-disaster": ("自然灾害", None, "zr"),
    "data-leak": ("数据泄漏、电脑故障", None, "xl"),
    "electric-shock": ("触电", None, "cd"),
    "planned-power-cut": ("计划停电", None, "jh"),
    "water-cut": ("停水", None, "sh"),
    "intoxicated-or-disturbed": ("醉酒、精神障碍", None, "zj"),
    "public-health": ("疫情、公共卫生", None, "yq"),
    "dispute-intrusion": ("纠纷、强行闯入", None, "jc"),
    "storm": ("台风、暴雨", None, "tf"),
    "network-down": ("网络中断", None, "wl"),
    "internal-fault": ("内部管理问题", None, "nb"),
    "unable-to-pay": ("业主无法按时缴费", None, "wf"),
    "crowd-complaint": ("投诉升级、群体事件", None, "qt"),
}
LOOKS = ("看", "问", "清点", "逐人问", "写下", "记几点", "记人数")
EMPTY_WORDS = ("及时", "加强", "做好", "工作", "高度重视", "妥善", "积极")
EMERGENCY = {"110", "119", "120"}


@pytest.fixture(params=KEYS)
def plan(request: pytest.FixtureRequest) -> Plan:
    return shipped(request.param)


def texts(plan: Plan) -> Iterator[Both]:
    yield from (plan.name, plan.use_when, *plan.never, *plan.after)
    yield from (text for timer in plan.timers for text in (timer.text, timer.when_due))
    for page in plan.pages:
        yield page.title
        for step in page.steps:
            yield from texts_of(step)


def texts_of(step: Step) -> Iterator[Both]:
    yield step.text
    if step.detail is not None:
        yield step.detail
    for ask in step.asks:
        yield ask.text
        yield from (option.text for option in ask.options)


def test_all_twenty_three_plans_ship_and_no_other_file() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{code}.toml" for code in KEYS}
    assert len(KEYS) == 23


def test_digits_letters_and_names_are_those_of_the_table() -> None:
    found = {code: (plan.name.zh, plan.digit, plan.letters) for code, plan in shipped_plans().items()}
    assert found == KEYS


def test_letters_are_each_plans_own() -> None:
    letters = [plan.letters for plan in shipped_plans().values()]
    assert len(set(letters)) == len(letters)


def test_the_nine_with_a_digit_come_first_in_the_picker() -> None:
    digits = [plan.digit for plan in shipped_plans().values()]
    assert digits == [*range(1, 10), *[None] * 14]


def test_no_plan_breaks_a_rule_and_none_takes_too_long_to_read(plan: Plan) -> None:
    assert plan_faults(plan) == ()


def test_plans_start_each_other_without_a_circle() -> None:
    assert faults_between(list(shipped_plans().values())) == ()


def test_every_plan_has_critical_steps_forbidden_acts_and_questions_for_afterwards(plan: Plan) -> None:
    assert any(step.critical for step in plan.steps())
    assert len(plan.never) >= 3
    assert len(plan.after) >= 2


def test_a_step_that_looks_at_the_world_asks_what_was_seen(plan: Plan) -> None:
    blind = [step.text.zh for step in plan.steps() if step.text.zh.startswith(LOOKS) and not step.asks]
    assert blind == []


def test_severe_incidents_know_at_least_one_emergency_number(plan: Plan) -> None:
    assert plan.severity is not Severity.HIGH or EMERGENCY & set(plan.contacts)


def test_the_government_line_never_stands_in_for_an_emergency_number(plan: Plan) -> None:
    numbers = [contact for contact in plan.contacts if contact in {*EMERGENCY, "12345"}]
    assert "12345" not in numbers[:-1]
    assert numbers != ["12345"]
    assert [step.id for step in plan.steps() if step.contact == "12345" and step.critical] == []


def test_a_step_that_dials_an_emergency_number_offers_it_on_the_call_list(plan: Plan) -> None:
    for step in plan.steps():
        for number in EMERGENCY:
            if f"打 {number}" in step.text.zh:
                assert number in plan.contacts, step.id


def test_what_the_town_decides_is_marked_in_both_languages(plan: Plan) -> None:
    for text in texts(plan):
        assert (CHECK_LOCALLY in text.zh) == ("heck locally" in text.en), text.zh


def test_words_are_plain(plan: Plan) -> None:
    assert [text.zh for text in texts(plan) for word in EMPTY_WORDS if word in text.zh] == []


def test_each_text_is_in_its_own_language(plan: Plan) -> None:
    for text in texts(plan):
        assert any("一" <= sign <= "鿿" for sign in text.zh), text.zh
        assert not any("一" <= sign <= "鿿" for sign in text.en), text.en


def test_the_review_is_due_within_a_year(plan: Plan) -> None:
    assert 1 <= plan.review_months <= 12


def test_the_countrys_emergency_numbers_are_fixed() -> None:
    assert [(contact.key, contact.fixed) for contact in FIXED] == [("119", "119"), ("120", "120"), ("110", "110")]
    assert [key for key, contact in KNOWN_CONTACTS.items() if contact.fixed] == ["119", "120", "110"]


def test_every_known_contact_is_called_by_a_plan() -> None:
    called = {contact for plan in shipped_plans().values() for contact in plan.contacts}
    assert set(KNOWN_CONTACTS) - called == set()
