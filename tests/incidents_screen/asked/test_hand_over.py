"""The shift changes while the lift is stuck: the page is read by both, both say yes, and the roles go with it."""

from app.incidents.plans.plan import PlanRole
from app.incidents.running.entry import EntryKind
from app.incidents.running.hand_over import hand_over_page
from tests.incidents_screen.lift_at_night import NOW
from tests.incidents_screen.night_desk import NightDesk
from ui.incidents.asked.hand_over_panel import clock_lines, last_lines, open_lines

_BOTH = ("Return", *"chen", "Tab", "Tab", "Space", "Tab", "Space")


def test_i18_name_and_two_ticks_hand_everything_over(desk: NightDesk) -> None:
    with desk.keys.when_asked(*_BOTH, "F9"):
        desk.keys.press("Alt+H")
    (line,) = desk.lines(EntryKind.HANDED_OVER)
    assert (line.facts["from"], line.facts["to"]) == ("王敏", "chen")
    assert desk.view().roles[PlanRole.LEAD] == desk.view().roles[PlanRole.RECORDER] == "chen"
    assert desk.said[-1] == "chen has taken over"


def test_i18_without_both_ticks_nothing_is_handed_over(desk: NightDesk) -> None:
    with desk.keys.when_asked(*_BOTH[:-2], "F9", "Escape"):
        desk.keys.press("Alt+H")
    assert desk.lines(EntryKind.HANDED_OVER) == []


def test_i18_without_a_name_nothing_is_handed_over(desk: NightDesk) -> None:
    with desk.keys.when_asked("F9", "Escape"):
        desk.keys.press("Alt+H")
    assert desk.lines(EntryKind.HANDED_OVER) == []


def test_i18_the_page_tells_open_steps_clocks_and_the_last_ten_lines(desk: NightDesk) -> None:
    view = desk.view()
    page = hand_over_page(view, NOW)
    assert next(open_lines(page)) == "Call the lift maintainer at once, note who answers (critical)"
    assert "Maintainer reached: is due since 19:46" in list(clock_lines(page))
    last = list(last_lines(page, view.plan))
    assert len(last) == min(10, len(view.entries))
    assert last[0].startswith("19:44 Done Ask them to stay calm")
