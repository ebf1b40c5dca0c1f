"""G12: words for the next person are there again after the program ended before anybody signed."""

from __future__ import annotations

from tests.duty_screen.desk import Desk
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab
from ui.duty.handover.handover_page import HandoverPage
from ui.duty.handover.sign_panel import SignPanel

WORDS = "the pump of block 3 runs hot, look at it every hour"


def handover(desk: Desk) -> HandoverPage:
    (page,) = desk.page.findChildren(HandoverPage)
    return page


def test_what_the_next_person_must_know_is_kept_until_it_is_handed_over(
    desk: Desk, office: OfficeBuilder, desks: OpenTab
) -> None:
    desk.window.context.actions["duty.home.hand_over"].trigger()
    page = handover(desk)
    page.words.setFocus()
    desk.keys.type(WORDS)
    stop_typing()
    second = desks(office)
    second.window.context.actions["duty.home.hand_over"].trigger()
    assert handover(second).words.text() == WORDS
    assert handover(second).things.text() == page.things.text()
    second.answers.will_answer(SignPanel, None)
    second.keys.press("F9")
    assert any(words.startswith("Handed over") for words in second.said)
    assert office.office.drafts.find(office.cashier, "duty.handover") is None
