"""Roles: one key puts the person at the keyboard into one, another name hands it over, an emptied one is refused."""

from app.incidents.plans.plan import PlanRole
from app.incidents.running.entry import EntryKind
from tests.incidents_screen.night_desk import NightDesk


def test_i17_one_key_assigns_a_role(desk: NightDesk) -> None:
    with desk.keys.when_asked("Alt+3", "F9"):
        desk.keys.press("Alt+R")
    assert desk.view().roles[PlanRole.SITE] == "王敏"
    (line,) = desk.lines(EntryKind.ASSIGNED)
    assert line.facts["roles"] == {"site": "王敏"}


def test_i17_another_name_hands_the_role_over_with_from_and_to(desk: NightDesk) -> None:
    with desk.keys.when_asked(*"chen", "F9"):
        desk.keys.press("Alt+R")
    (line,) = desk.lines(EntryKind.HANDED_OVER)
    assert line.facts == {"from": "王敏", "to": "chen", "roles": {"lead": "chen"}}


def test_i17_a_role_is_never_handed_to_nobody(desk: NightDesk) -> None:
    with desk.keys.when_asked("Delete", "F9", "Escape"):
        desk.keys.press("Alt+R")
    assert desk.lines(EntryKind.HANDED_OVER) == []
    assert desk.said == []  # the question stayed open: nothing was told as done
    assert desk.view().roles[PlanRole.LEAD] == "王敏"


def test_i17_lead_and_site_in_one_hand_is_only_a_hint(desk: NightDesk) -> None:
    with desk.keys.when_asked("Alt+3", "F9"):
        desk.keys.press("Alt+R")
    assert desk.view().lead_is_on_site
