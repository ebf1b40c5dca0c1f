"""Templates are worded by the office: seen as they are typed, refused in words, kept as versions."""

from __future__ import annotations

from app.access.actor import Approval
from app.access.permissions import Permission
from app.notices.templates.template import NoticeKind
from app.notices.templates.worded import Worded
from tests.keys import stop_typing
from tests.notices_screen.conftest import OpenDesk
from tests.notices_screen.desk import Desk
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder
from ui.notices.keys import TEMPLATES
from ui.notices.templates.templates_page import TemplatesPage


def wording(desk: Desk) -> TemplatesPage:
    desk.press("Ctrl+T")
    assert desk.page.templates is not None
    return desk.page.templates


def writes(desk: Desk, what: Worded, text: str) -> None:
    page = desk.page.templates
    assert page is not None
    assert page.form is not None
    page.form.editor(what).setFocus()
    desk.keys.press("Ctrl+A", "Del")
    desk.keys.commit(text)
    page.strip.check()


def test_a_text_is_changed_and_kept_as_a_new_version(desk: Desk) -> None:
    page = wording(desk)
    assert page.strip.text() == "Nothing is changed yet."
    writes(desk, Worded.TITLE, "停电预告")
    assert "version 2" in page.strip.text()
    page.paper.draw()
    assert page.paper.view.page_count == 1
    desk.press("F9")
    held = desk.office.office.notice_templates.newest("planned-power-cut")
    assert (held.version, held.own, held.template.titles[NoticeKind.PLANNED]) == (2, True, "停电预告")
    desk.press("Esc")
    assert desk.page.currentWidget() is desk.page.board


def test_code_an_unknown_field_and_pressure_are_refused_in_words(desk: Desk) -> None:
    page = wording(desk)
    for text, words in (
        ("停电{place.upper()}", "is no field"),
        ("停电{who}", "there is no field “who”"),
        ("欠费停电", "nothing is cut off to press for fees"),
    ):
        writes(desk, Worded.TITLE, text)
        assert words in page.strip.text()
        page.paper.draw()
        assert words in page.paper.problem.text()
        desk.press("F9")
        assert desk.office.office.notice_templates.newest("planned-power-cut").version == 1


def test_the_texts_of_another_kind_are_worded_too_and_nothing_is_lost(desk: Desk) -> None:
    page = wording(desk)
    writes(desk, Worded.TITLE, "停电预告")
    page.kind.setFocus()
    desk.press("Down")
    writes(desk, Worded.TITLE, "停电改期了")
    desk.press("F9")
    titles = desk.office.office.notice_templates.newest("planned-power-cut").template.titles
    assert (titles[NoticeKind.PLANNED], titles[NoticeKind.POSTPONED]) == ("停电预告", "停电改期了")


def test_what_is_changed_is_not_left_without_asking(desk: Desk) -> None:
    page = wording(desk)
    writes(desk, Worded.TITLE, "停电预告")
    desk.answers.will_confirm(yes=False)
    desk.press("Esc")
    assert desk.page.currentWidget() is page
    desk.answers.will_confirm(yes=False)
    page.template.setFocus()
    desk.press("Down")
    assert page.template.value() == "planned-power-cut"
    desk.answers.will_confirm(yes=True)
    desk.press("Down")
    assert page.template.value() == "sudden-power-cut"


def test_a_cashier_needs_a_supervisor_to_word_a_template(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    wording(desk)
    writes(desk, Worded.TITLE, "停电预告")
    desk.answers.will_approve(None)
    desk.press("F9")
    assert office.office.notice_templates.newest("planned-power-cut").version == 1
    people, boss = office.office.people, office.supervisor

    def agreed(permission: Permission, what: str, reason: str, facts: object, asked_by: object) -> Approval:
        assert permission is Permission.MANAGE_NOTICES
        return people.approve(permission, boss.name, SUPERVISOR_PASSWORD, office.cashier, reason, {"what": what})

    desk.answers.will_approve(agreed)
    desk.press("F9")
    assert office.office.notice_templates.newest("planned-power-cut").version == 2


def test_texts_that_were_not_kept_yet_stand_there_again_after_a_crash(
    desk: Desk, office: OfficeBuilder, desks: OpenDesk
) -> None:
    page = wording(desk)
    page.template.setFocus()
    desk.keys.press("Down")
    code = page.template.value()
    writes(desk, Worded.TITLE, "停水预告")
    stop_typing()
    second = desks(office)
    again = wording(second)
    assert again.template.value() == code
    assert again.form is not None
    assert again.form.editor(Worded.TITLE).text() == "停水预告"
    assert second.said[-1] == "The texts stand as they were when the program ended."
    second.answers.will_confirm(yes=True)
    second.press("Esc")
    assert wording(third := desks(office)).strip.text() == "Nothing is changed yet."
    assert third.said == []


def test_texts_that_another_version_of_the_program_left_are_let_go(desk: Desk) -> None:
    drafts, by = desk.office.office.drafts, desk.office.supervisor
    held = desk.office.office.notice_templates.newest("planned-power-cut").version
    drafts.save(by, TEMPLATES, {"template": "planned-power-cut", "version": held, "texts": ["停水预告"]})
    assert wording(desk).strip.text() == "Nothing is changed yet."
    assert desk.said == []
