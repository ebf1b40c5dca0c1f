"""A plan's file is read whole or refused with the page, the step and the word that is wrong."""

from datetime import date

import pytest

from app.incidents.plans.plan import Ask, AskKind, Both, Branch, Hiding, Link, Option, PlanRole
from app.incidents.plans.refusals import PlanNotRead, Unread
from tests.incidents.plans.small_plan import HEAD, SOUND, plan_of, step


def refused(text: str) -> PlanNotRead:
    with pytest.raises(PlanNotRead) as told:
        plan_of(text)
    return told.value


def test_a_sound_file_becomes_a_plan() -> None:
    plan = plan_of()
    assert (plan.code, plan.version, plan.dated, plan.review_months) == ("small-plan", 1, date(2026, 11, 23), 12)
    assert plan.name == Both("小预案", "Small plan")
    assert [page.id for page in plan.pages] == ["first", "last"]
    assert [one.id for one in plan.steps()] == ["one", "two", "three", "four", "five", "six"]
    assert plan.step("one").role is PlanRole.SITE
    assert plan.after == (Both("用了几分钟？", "How many minutes?"),)
    assert (plan.digit, plan.timers[0].minutes, plan.timers[0].repeats) == (None, 30, False)


def test_a_repeating_timer_may_run_until_the_close() -> None:
    timer = plan_of(SOUND.replace("minutes = 30", "every = 5").replace('ends = "five"\n', "")).timers[0]
    assert (timer.minutes, timer.repeats, timer.ends) == (5, True, None)


def test_values_answers_branches_and_links_are_read() -> None:
    more = """critical = true
ask = [{ id = "ill", kind = "choice", text = { zh = "身体", en = "How" }, options = [{ id = "no", zh = "好", en = "Well" }] }]
opens = [{ ask = "ill", is = ["no"], page = "last" }]
starts = [{ ask = "ill", is = ["no"], plan = "fire" }]
hidden_by = [{ ask = "ill", is = ["no"] }]"""
    one = plan_of(SOUND.replace(step("one"), step("one", more))).step("one")
    assert one.asks == (Ask("ill", AskKind.CHOICE, Both("身体", "How"), None, (Option("no", Both("好", "Well")),)),)
    assert one.opens == (Branch("ill", ("no",), "last"),)
    assert one.starts == (Link("ill", ("no",), "fire"),)
    assert one.hidden_by == (Hiding("ill", ("no",)),)
    assert one.critical


def test_a_file_that_is_no_toml_is_refused() -> None:
    assert refused("code = ").fault is Unread.NOT_TOML


def test_an_unknown_key_is_refused_with_page_and_step() -> None:
    told = refused(SOUND.replace(step("three"), step("three", "colour = 3")))
    assert (told.file, told.page, told.step) == ("small-plan.toml", "first", "three")
    assert (told.fault, told.what) == (Unread.UNKNOWN_KEY, "colour")


def test_a_missing_text_is_refused_with_page_and_step() -> None:
    told = refused(SOUND.replace(step("six"), '[[page.step]]\nid = "six"\nrole = "site"\n'))
    assert (told.page, told.step, told.fault, told.what) == ("last", "six", Unread.MISSING, "text")


def test_a_text_in_one_language_only_is_refused() -> None:
    assert refused(SOUND.replace(', en = "Small plan"', "")).what == "en"


@pytest.mark.parametrize(
    ("written", "instead", "fault", "what"),
    [
        ('zh = "小预案"', 'zh = " "', Unread.EMPTY_TEXT, "zh"),
        ("version = 1", 'version = "1"', Unread.WRONG_FORM, "version"),
        ("version = 1", "version = true", Unread.WRONG_FORM, "version"),
        ('kind = "read-do"', 'kind = "do-it"', Unread.UNKNOWN_WORD, "do-it"),
        ('place = "lift"', 'place = "moon"', Unread.UNKNOWN_WORD, "moon"),
        ('["lead", "site"]', '["lead", "cook"]', Unread.UNKNOWN_WORD, "cook"),
        ('["lead", "site"]', '["lead", 3]', Unread.WRONG_FORM, "roles"),
        ("never = [{", "never = [3, {", Unread.WRONG_FORM, "never"),
        ("minutes = 30", "colour = 30", Unread.MISSING, "minutes"),
        ("basis = []", "basis = []\nsince = 3", Unread.UNKNOWN_KEY, "since"),
    ],
)
def test_what_has_not_the_form_is_named(written: str, instead: str, fault: Unread, what: str) -> None:
    told = refused(SOUND.replace(written, instead))
    assert (told.fault, told.what) == (fault, what)


def test_a_plan_without_pages_is_refused() -> None:
    assert refused(HEAD).what == "page"
