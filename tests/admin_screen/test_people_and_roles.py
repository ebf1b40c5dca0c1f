"""People and roles by keys: another role, out and in, a password set and replaced, a role edited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.access.permissions import ROLES, Permission, Role
from app.access.refusals import WrongPassword
from app.core.clock import SetClock
from app.core.ids import UserId
from app.core.language import choose_language
from tests.accessibility import check_at_every_text_size
from tests.counter_screen.answering import answering
from tests.office_builder import CASHIER_PASSWORD, OfficeBuilder
from tests.page_desk import PageDesk, column
from tests.stories.first_day_screen import words_on
from ui.admin.admin_page import AdminPage
from ui.admin.parts import PARTS
from ui.admin.people.new_person_panel import NewPersonPanel
from ui.admin.people.people_page import PeoplePart
from ui.admin.people.person_panels import PersonPanel, SetPasswordPanel
from ui.admin.roles.role_panel import RolePanel
from ui.admin.roles.roles_page import RolesPart
from ui.shell.context import Context
from ui.shell.password_panels import ChoosePasswordPanel, OwnPasswordPanel

OURS = tuple(part for part in PARTS if part.name in ("people", "roles"))


def page(context: Context) -> AdminPage:
    return AdminPage(context, OURS)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeBuilder]:
    built = OfficeBuilder(tmp_path / "data", SetClock(datetime(2026, 11, 20, 9)))
    yield built
    built.office.close()


@pytest.fixture
def desk(qapp: QApplication, office: OfficeBuilder) -> Iterator[PageDesk[AdminPage]]:
    opened = PageDesk(page, "admin", office, office.supervisor, (1366, 620), panels=False)
    opened.page.begin()
    yield opened
    opened.close()


def people_of(desk: PageDesk[AdminPage]) -> PeoplePart:
    part = desk.page.page
    assert isinstance(part, PeoplePart)
    return part


def roles_of(desk: PageDesk[AdminPage]) -> RolesPart:
    desk.press("Alt+2")
    part = desk.page.page
    assert isinstance(part, RolesPart)
    return part


def test_a_new_person_chooses_their_own_password_unless_the_tick_is_taken_away(
    desk: PageDesk[AdminPage], office: OfficeBuilder
) -> None:
    def fill(panel: NewPersonPanel) -> UserId:
        panel.name.setText("何静")
        panel.role.set_value(Role.SERVICE_DESK)
        panel.password.setText("quiet-garden")
        return panel._keep()

    desk.answers.will_answer(NewPersonPanel, fill)
    desk.press("F8")
    assert "何静" in column(people_of(desk).table, "Person")
    person = office.office.people.sign_in("何静", "quiet-garden")
    assert person.role is Role.SERVICE_DESK
    assert office.office.people.must_choose_password(person)


def test_name_and_role_are_changed_together(desk: PageDesk[AdminPage], office: OfficeBuilder) -> None:
    def change(panel: PersonPanel) -> bool:
        panel.name.setText("王敏敏")
        panel.role.set_value(Role.FINANCE)
        return panel._keep()

    people_of(desk).table.choose_key(office.cashier.id)
    desk.answers.will_answer(PersonPanel, change)
    desk.press("Return")
    assert office.office.people.sign_in("王敏敏", CASHIER_PASSWORD).role is Role.FINANCE


def test_somebody_is_taken_out_and_let_in_again(desk: PageDesk[AdminPage], office: OfficeBuilder) -> None:
    def set_password(panel: SetPasswordPanel) -> bool:
        panel.password.setText("new-garden")
        return panel._keep()

    people_of(desk).table.choose_key(office.cashier.id)
    desk.answers.will_confirm(yes=True)
    desk.press("F6")
    assert "may not sign in" in column(people_of(desk).table, "State")
    with pytest.raises(WrongPassword):
        office.office.people.sign_in("王敏", CASHIER_PASSWORD)
    desk.answers.will_answer(SetPasswordPanel, set_password)
    desk.press("F6")
    assert "chooses a password" in column(people_of(desk).table, "State")


def test_the_last_who_may_register_people_is_told_on_the_page(desk: PageDesk[AdminPage], office: OfficeBuilder) -> None:
    people_of(desk).table.choose_key(office.supervisor.id)
    desk.answers.will_confirm(yes=True)
    desk.press("F6")
    assert "Nobody would be left who may register people" in people_of(desk).strip.text()


LAST = {"en": "Nobody would be left who may register people", "zh_CN": "没有人可以登记人员"}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_last_keeper_of_people_keeps_the_role_and_the_role_keeps_the_right(
    qapp: QApplication, office: OfficeBuilder, language: str
) -> None:
    choose_language(language)
    one = PageDesk(page, "admin", office, office.supervisor, (1366, 620), panels=True)
    one.page.begin()
    said: list[str] = []

    def gives_a_lower_role() -> None:
        one.keys.press("Tab", "Down", "F9")
        said.append(words_on(one.window.window))
        one.keys.press("Esc")

    def takes_the_right() -> None:
        (panel,) = one.window.window.findChildren(RolePanel)
        box = panel.boxes[Permission.MANAGE_PEOPLE]
        for _ in panel.boxes:
            if not box.hasFocus():
                one.keys.press("Tab")
        one.keys.press("Space", "F9")
        said.append(words_on(one.window.window))
        one.keys.press("Esc")

    people_of(one).table.choose_key(office.supervisor.id)
    with answering(gives_a_lower_role):
        one.press("Return")
    roles_of(one).table.choose_key(office.supervisor.role)
    one.page.page.table.setFocus()  # type: ignore[attr-defined]  # both parts have one
    with answering(takes_the_right):
        one.press("Return")
    one.close()
    assert [LAST[language] in words for words in said] == [True, True]
    kept = office.office.people.named("沈若兰")
    assert (kept.role, kept.may(Permission.MANAGE_PEOPLE)) == (office.supervisor.role, True)


def test_a_role_is_edited_and_put_back_as_shipped(desk: PageDesk[AdminPage], office: OfficeBuilder) -> None:
    def tick(panel: RolePanel) -> bool:
        panel.boxes[Permission.WAIVE].setChecked(True)
        return panel._keep()

    part = roles_of(desk)
    part.table.choose_key(Role.CASHIER)
    part.table.setFocus()
    desk.answers.will_answer(RolePanel, tick)
    desk.press("Return")
    assert office.office.people.sign_in("王敏", CASHIER_PASSWORD).may(Permission.WAIVE)
    assert "edited" in column(part.table, "State")
    desk.answers.will_confirm(yes=True)
    desk.press("F6")
    assert office.office.people.named("王敏").permissions == ROLES[Role.CASHIER]


def test_what_another_administrator_changed_meanwhile_stays(desk: PageDesk[AdminPage], office: OfficeBuilder) -> None:
    def rename_only(panel: PersonPanel) -> bool:
        office.office.staff.change_role(office.supervisor, office.cashier.id, Role.FINANCE)
        panel.name.setText("王小敏")
        return panel._keep()

    people_of(desk).table.choose_key(office.cashier.id)
    desk.answers.will_answer(PersonPanel, rename_only)
    desk.press("Return")
    assert [(one.name, one.role) for one in office.office.people.listed() if one.id == office.cashier.id] == [
        ("王小敏", Role.FINANCE)
    ]


def test_ticks_that_another_administrator_set_meanwhile_stay(desk: PageDesk[AdminPage], office: OfficeBuilder) -> None:
    def allow_refunds(panel: RolePanel) -> bool:
        office.office.roles.give_and_take(office.supervisor, Role.CASHIER, {Permission.WAIVE}, ())
        panel.boxes[Permission.REFUND].setChecked(True)
        return panel._keep()

    roles_of(desk).table.choose_key(Role.CASHIER)
    desk.answers.will_answer(RolePanel, allow_refunds)
    desk.press("Return")
    held = next(one.permissions for one in office.office.roles.listed() if one.role is Role.CASHIER)
    assert held == ROLES[Role.CASHIER] | {Permission.REFUND, Permission.WAIVE}


def test_two_new_passwords_have_to_be_the_same(qapp: QApplication) -> None:
    changed: list[tuple[str, str]] = []
    panel = OwnPasswordPanel(lambda old, new: changed.append((old, new)))
    panel.old.setText("old-word")
    panel.new.setText("new-word")
    panel.again.setText("new-world")
    assert panel._keep() is None
    panel.again.setText("new-word")
    assert panel._keep()
    assert changed == [("old-word", "new-word")]


def test_an_own_password_is_chosen_before_work(qapp: QApplication) -> None:
    chosen: list[str] = []
    panel = ChoosePasswordPanel("王敏", chosen.append)
    assert panel.covers
    panel.new.setText("my-own-word")
    panel.again.setText("my-own-word")
    assert panel._keep()
    assert chosen == ["my-own-word"]


def test_who_may_not_register_people_finds_only_their_own_password(qapp: QApplication, office: OfficeBuilder) -> None:
    one = PageDesk(page, "admin", office, office.cashier, (1366, 620), panels=False)
    one.page.begin()
    assert [part.name for part in one.page.parts] == ["people"]
    one.press("F8")
    assert "may not register people" in one.said[-1]
    one.answers.will_answer(OwnPasswordPanel, None)
    one.press("F9")
    assert one.answers.all_used()
    one.close()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_parts_can_be_read_at_every_text_size(qapp: QApplication, office: OfficeBuilder, language: str) -> None:
    choose_language(language)
    one = PageDesk(page, "admin", office, office.supervisor, (1366, 620), panels=False)
    for part in one.page.parts:
        one.page.begin(part)
        check_at_every_text_size(one)
        one.window.context.theme.scale(100)
    one.close()
