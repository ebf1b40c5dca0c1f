from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.office import Office
from tests.keys import KeyDriver
from tests.shell.conftest import MakeWindow, Work
from tests.shell.two_pages import DRAFTS, CounterPage
from ui.shell.opening import Opening
from ui.shell.sign_in import SignInPage

LI = [*"li fang", "Tab", *"battery staple"]
LI_KEYS = ["Space" if key == " " else key for key in LI]


def test_a_supervisor_registers_a_cashier(work: Work) -> None:
    work.keys.press("Ctrl+Shift+P")
    with work.keys.when_asked(*LI_KEYS[:7], "Tab", "Tab", *LI_KEYS[8:], "F9"):
        work.keys.press("F8")
    people = work.desk.context.office.people.listed()
    assert [(person.name, person.role) for person in people] == [
        ("Wang Min", Role.SUPERVISOR),
        ("li fang", Role.CASHIER),
    ]


def test_a_name_that_is_taken_is_told_in_the_form_itself(work: Work) -> None:
    work.desk.context.office.people.add(work.desk.context.actor, "li fang", "battery staple", Role.CASHIER)
    work.keys.press("Ctrl+Shift+P")
    with work.keys.when_asked(*LI_KEYS[:7], "Tab", "Tab", *LI_KEYS[8:], "F9", "Esc"):
        work.keys.press("F8")
    assert len(work.desk.context.office.people.listed()) == 2


def test_one_person_signs_out_and_the_next_begins_with_keys_of_their_own(opened: tuple[Opening, KeyDriver]) -> None:
    begun, keys = opened
    DRAFTS.clear()
    keys.press("Tab")
    keys.type("tap drips")
    keys.press("Ctrl+Shift+Q")
    assert DRAFTS[0] == "counter tap drips"
    assert isinstance(begun._window.body.currentWidget(), SignInPage)
    assert begun.desk is None
    keys.press(*LI_KEYS[:7], "Return", *LI_KEYS[8:], "Return")
    QApplication.processEvents()
    later: Opening = begun
    assert later.desk is not None
    assert later.desk.context.actor.name == "li fang"
    assert later._window.top_bar.tabs.count() == 2
    keys.press("Ctrl+2", "F9", "Ctrl+Shift+P", "F8")
    assert later.desk.pages.shown == "admin"
    assert "may not register people of the office" in later._window.status.message
    keys.press("Ctrl+Shift+P")
    assert later.desk.pages.shown == "estate"


def test_the_front_pages_answer_f1_and_f2_too(opened: tuple[Opening, KeyDriver]) -> None:
    begun, keys = opened
    keys.press("Ctrl+Shift+Q", "Tab", "F2")
    page = begun._window.body.currentWidget()
    assert isinstance(page, SignInPage)
    assert page._name.hasFocus()
    with keys.when_asked("Esc"):
        keys.press("F1")
    assert keys.asked == ["Keys of this screen"]


def test_the_window_is_handed_over_in_two_keys_besides_name_and_password(opened: tuple[Opening, KeyDriver]) -> None:
    begun, keys = opened
    with keys.when_asked(*LI_KEYS[:7], "Return", *LI_KEYS[8:], "Return"):
        keys.press("Ctrl+Shift+H")
    QApplication.processEvents()
    assert begun.desk is not None
    assert begun.desk.context.actor.name == "li fang"


def test_the_next_person_opens_a_tab_that_the_one_before_never_looked_at(
    make_window: MakeWindow, office: Office, actor: Actor, clock: SetClock, two_tabs: None
) -> None:
    office.people.add(actor, "li fang", "battery staple", Role.CASHIER)
    window = make_window()
    window.settings.tab = "estate"
    begun = Opening(window, office.store.folder.path, clock)
    begun.begin()
    begun.bring_tabs(actor)
    keys = KeyDriver(window, clock)
    with keys.when_asked(*LI_KEYS[:7], "Return", *LI_KEYS[8:], "Return"):
        keys.press("Ctrl+Shift+H")
    QApplication.processEvents()
    keys.press("Ctrl+2", "Ctrl+1", "F9")
    assert begun.desk is not None
    assert begun.desk.context.actor.name == "li fang"
    page = begun.desk.pages.currentWidget()
    assert isinstance(page, CounterPage)
    assert page.heard == ["take"]
