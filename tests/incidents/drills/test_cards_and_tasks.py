"""On which card a drill was played, and whose each task is that it found."""

from dataclasses import replace

from app.incidents.drills.drills import NewDrill
from app.incidents.drills.evaluation import Becomes, Finding
from app.incidents.drills.scenarios import scenario_cards
from app.incidents.running.asked import new_client_id
from tests.incidents.drills.played import GOOD, over, played
from tests.office_builder import OfficeBuilder

FIRE = scenario_cards()["fire"]


def plan_card(house: OfficeBuilder, card: str) -> int:
    return house.office.drills.plan(house.supervisor, NewDrill("fire", house.clock.now().date(), scenario=card))


def test_two_tasks_in_the_same_words_are_two_tickets(house: OfficeBuilder) -> None:
    found = (Finding("灯不亮", Becomes.TASK, "李工"), Finding("灯不亮", Becomes.TASK, "王工"))
    drill = played(house)
    house.office.drills.evaluate(house.supervisor, drill, replace(GOOD, findings=found))
    said = " ".join(one.text for one in house.office.incidents.tickets(drill))
    assert "李工" in said
    assert "王工" in said


def test_the_card_of_a_drill_that_was_begun_is_not_drawn_before_the_others(house: OfficeBuilder) -> None:
    for card in FIRE[:-1]:
        begun = house.office.drills.begin(house.supervisor, plan_card(house, card.zh), new_client_id(), "1 栋")
        over(house, begun)
    assert {house.office.drills.draw_scenario("fire") for _ in range(12)} == {FIRE[-1]}


def test_a_card_that_was_drawn_in_english_counts_as_played(house: OfficeBuilder) -> None:
    for card in FIRE[:-1]:
        plan_card(house, card.en)
    assert {house.office.drills.draw_scenario("fire") for _ in range(12)} == {FIRE[-1]}


def test_a_drill_that_was_taken_off_has_played_no_card(house: OfficeBuilder) -> None:
    for card in FIRE[1:]:
        plan_card(house, card.zh)
    house.office.drills.take_off(house.supervisor, plan_card(house, FIRE[0].zh))
    assert {house.office.drills.draw_scenario("fire") for _ in range(12)} == {FIRE[0]}


def test_a_graded_drill_keeps_the_card_of_its_plan_and_no_other_line_of_the_log(house: OfficeBuilder) -> None:
    by, drills = house.supervisor, house.office.drills
    begun = drills.begin(by, plan_card(house, FIRE[0].zh), new_client_id(), "1 栋")
    over(house, begun)
    assert drills.evaluate(by, begun, GOOD).scenario == FIRE[0].zh
    bare = played(house)
    house.office.incidents.add(by, bare, "补充一句")
    assert drills.evaluate(by, bare, GOOD).scenario == ""
    assert [one.evaluation.scenario for one in drills.played() if one.evaluation is not None] == ["", FIRE[0].zh]
