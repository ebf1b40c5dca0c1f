"""Plans together: unlike keys, links to plans that exist, no circle; and a broken file is named."""

import pytest

from app.incidents.plans.link_checks import faults_between
from app.incidents.plans.plan import Plan
from app.incidents.plans.refusals import PlanBreaksRules, PlanFault, PlanRule
from app.incidents.plans.shipped_plans import checked_plans
from tests.incidents.plans.small_plan import SOUND, plan_of, step


def text_of(code: str, *linked: str, digit: int | None = None) -> str:
    options = ", ".join(f'{{ id = "{plan}", zh = "是", en = "Yes" }}' for plan in (*linked, "no", "other"))
    links = ", ".join(f'{{ ask = "a", is = ["{plan}"], plan = "{plan}" }}' for plan in linked)
    ask = f'ask = [{{ id = "a", kind = "choice", text = {{ zh = "看", en = "See" }}, options = [{options}] }}]'
    text = SOUND.replace(step("one"), step("one", f"{ask}\nstarts = [{links}]"))
    number = "" if digit is None else f"\ndigit = {digit}"
    return text.replace('"small-plan"', f'"{code}"{number}').replace('letters = "xx"', f'letters = "{code}"')


def plans(**links: tuple[str, ...]) -> list[Plan]:
    return [plan_of(text_of(code, *linked)) for code, linked in links.items()]


def test_links_that_lead_on_are_taken() -> None:
    assert faults_between(plans(a=("b", "c"), b=("c",), c=())) == ()


def test_plans_that_start_each_other_in_a_circle_are_refused_with_the_way_round() -> None:
    (fault,) = faults_between(plans(a=("b",), b=("c",), c=("a",), d=("a",)))
    assert fault == PlanFault(PlanRule.LINK_LOOP, "", "", "a → b → c → a")


def test_a_plan_that_starts_itself_is_a_circle() -> None:
    assert faults_between(plans(a=("a",)))[0].what == "a → a"


def test_a_link_to_no_plan_is_refused_with_page_and_step() -> None:
    assert faults_between(plans(a=("moon",))) == (PlanFault(PlanRule.UNKNOWN_PLAN, "first", "one", "moon"),)


def test_codes_letters_and_digits_are_each_ones_own() -> None:
    twice = [plan_of(text_of("a", digit=3)), plan_of(text_of("a", digit=3))]
    assert [fault.rule for fault in faults_between(twice)] == [
        PlanRule.SAME_CODE,
        PlanRule.SAME_LETTERS,
        PlanRule.SAME_DIGIT,
    ]


def test_plans_stand_by_digit_and_then_by_letters() -> None:
    files = {f"{code}.toml": text_of(code, digit=digit) for code, digit in (("b", None), ("z", 1), ("a", None))}
    assert list(checked_plans(files)) == ["z", "a", "b"]


@pytest.mark.parametrize(
    ("files", "file", "rule"),
    [
        ({"a.toml": text_of("a").replace('"manager"]', '"plumber"]')}, "a.toml", PlanRule.UNKNOWN_CONTACT),
        ({"b.toml": text_of("a")}, "b.toml", PlanRule.FILE_NAME),
        ({"a.toml": text_of("a", "a")}, "", PlanRule.LINK_LOOP),
    ],
)
def test_a_plan_that_breaks_a_rule_is_refused_by_its_file(files: dict[str, str], file: str, rule: PlanRule) -> None:
    with pytest.raises(PlanBreaksRules) as told:
        checked_plans(files)
    assert (told.value.file, told.value.faults[0].rule) == (file, rule)


def test_a_warning_does_not_keep_a_plan_from_its_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.incidents.plans.plan_checks.LONGEST_READING", 1)
    assert list(checked_plans({"a.toml": text_of("a")})) == ["a"]
