"""Billing a month by keys: preview, run, run again, undo."""

from __future__ import annotations

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.show import show_money
from app.fees.billing import RunRow
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder
from ui.fees.runs.run_band import RunBand
from ui.fees.runs.run_lists import RunLists


def band(desk: Desk) -> RunBand:
    return desk.page.new_run.band


def lists(desk: Desk) -> RunLists:
    return desk.page.new_run.lists


def runs(desk: Desk) -> list[RunRow]:
    return desk.office.office.billing.runs()


def bill_december(desk: Desk) -> RunRow:
    desk.press("Ctrl+M")
    desk.press("F9")
    return runs(desk)[0]


def test_the_month_after_the_last_one_is_proposed_and_shown_before_anything_is_written(desk: Desk) -> None:
    desk.press("Ctrl+M")
    assert band(desk).month.currentText() == "2026-12"
    assert band(desk)._amount.text() == "¥22,382.56"
    assert column(band(desk).items, "Amount") == ["18,827.56", "855.00", "2,700.00", "0.00"]
    assert len(lists(desk).bills.rows_model.rows) == 172
    assert len(runs(desk)) == 4


def test_a_month_is_billed_and_its_run_is_shown(desk: Desk) -> None:
    run = bill_december(desk)
    assert (run.charges, show_money(run.amount)) == (172, "22,382.56")
    assert "Billed through 2026-12: 172 charges, 22,382.56 yuan" in desk.said
    assert desk.page.run.isVisible()
    assert desk.listed()[0] == "2026-12"
    assert column(desk.page.run.items, "Amount") == ["18,827.56", "855.00", "2,700.00"]


def test_every_charge_explains_itself(desk: Desk) -> None:
    desk.press("Ctrl+M", "F5")
    assert "89.50 ㎡ × 1.85 yuan/㎡·month × 1 month = 165.575" in lists(desk).explained.text()
    desk.keys.press("Down")
    assert "15.00 yuan/month × 1 month = 15.00" in lists(desk).explained.text()


def test_skipped_units_say_why_and_what_to_do(desk: Desk) -> None:
    desk.press("Ctrl+M", "F6")
    table = lists(desk).skips
    assert table.hasFocus()
    reasons = dict(zip(column(table, "Unit"), column(table, "Reason"), strict=False))
    assert {"no area", "no handover date", "not sold"} == set(reasons.values())
    assert "enter the area on the unit's page" in column(table, "What to do")


def test_units_without_any_tariff_are_a_list_of_their_own(desk: Desk) -> None:
    desk.press("Ctrl+M", "F7")
    assert column(lists(desk).bare, "Unit")[:5] == ["3-2-801", "3-2-802", "3-2-901", "3-2-902", "B1-019"]
    assert "no tariff at all (漏收) 10" in band(desk).reasons.text()


def test_billing_the_same_month_again_says_that_nothing_new_is_owed_and_writes_nothing(desk: Desk) -> None:
    bill_december(desk)
    desk.press("Ctrl+M")
    assert band(desk).month.currentText() == "2026-12"
    assert "Nothing new is owed through 2026-12" in desk.page.new_run.strip.text()
    before = len(runs(desk))
    desk.press("F9")
    assert "There is nothing to bill" in desk.page.new_run.strip.text()
    assert len(runs(desk)) == before


def test_only_the_chosen_items_are_billed(desk: Desk) -> None:
    desk.press("Ctrl+M")
    desk.tab_to(band(desk).items)
    desk.press("Space")
    assert column(band(desk).items, "Amount") == ["0.00", "855.00", "2,700.00", "0.00"]
    desk.press("F9")
    assert show_money(runs(desk)[0].amount) == "3,555.00"


def test_without_any_item_nobody_is_charged(desk: Desk) -> None:
    desk.press("Ctrl+M")
    desk.tab_to(band(desk).items)
    desk.press("Space", "Down", "Space", "Down", "Space", "Down", "Space")
    assert band(desk)._amount.text() == "¥0.00"
    before = runs(desk)
    desk.press("F9")
    assert runs(desk) == before
    assert "Nothing new was owed" in desk.said[-1]
    assert desk.page.new_run.isVisible()


def test_another_month_is_another_preview(desk: Desk) -> None:
    desk.press("Ctrl+M", "Down")
    assert band(desk).month.currentText() == "2027-01"
    assert len(lists(desk).bills.rows_model.rows) > 172


def test_a_preview_that_no_longer_holds_is_refused_and_shown_anew(desk: Desk) -> None:
    desk.press("Ctrl+M")
    tariff = next(row.tariff for row in desk.office.office.tariffs.rows() if row.tariff.name == "公共能耗分摊")
    row = desk.office.office.assignments.of_tariff(tariff.id)[0]
    desk.office.office.assignments.end(desk.office.supervisor, row.id, row.charged_until or row.first)
    desk.press("F9")
    assert "changed since the preview" in desk.page.new_run.strip.text()
    assert len(runs(desk)) == 4


def test_a_run_is_undone_after_a_yes_that_names_month_and_amount(desk: Desk) -> None:
    run = bill_december(desk)
    desk.answers.will_confirm(yes=True)
    desk.press("Ctrl+U")
    assert "Undo billing through 2026-12" in desk.answers.asked[0]
    assert "172 charges with 22,382.56 yuan" in desk.answers.asked[0]
    undone = next(row for row in runs(desk) if row.id == run.id)
    assert undone.undone_at is not None
    assert "Undone: 172 charges of 2026-12, 22,382.56 yuan" in desk.said
    desk.press("Ctrl+U")
    assert desk.said[-1] == "This run was undone already."
    assert desk.office.breaches() == []


def test_no_keeps_the_run(desk: Desk) -> None:
    run = bill_december(desk)
    desk.answers.will_confirm(yes=False)
    desk.press("Ctrl+U")
    assert next(row for row in runs(desk) if row.id == run.id).undone_at is None


def test_a_run_that_others_follow_says_which_to_undo_first(desk: Desk) -> None:
    desk.press("Alt+2", "Down", "Down", "Down")
    desk.answers.will_confirm(yes=True)
    desk.press("Ctrl+U")
    assert "Undo that run first" in desk.page.run.strip.text()


def test_a_cashier_bills_but_undoes_only_with_a_supervisors_approval(office: OfficeBuilder, desks: OpenDesk) -> None:
    def approve(permission: Permission, _what: str, reason: str, facts: dict[str, object], asked_by: Actor) -> Approval:
        people = office.office.people
        return people.approve(permission, "沈若兰", SUPERVISOR_PASSWORD, asked_by, reason, facts)

    desk = desks(office, by=office.cashier)
    run = bill_december(desk)
    assert run.by == "王敏"
    desk.answers.will_approve(None)
    desk.press("Ctrl+U")
    assert runs(desk)[0].undone_at is None
    desk.answers.will_approve(approve)
    desk.press("Ctrl+U")
    assert "22,382.56" in desk.answers.asked[-1]
    assert runs(desk)[0].undone_at is not None


def test_the_supervisor_answers_the_real_question_by_keys(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    bill_december(desk)
    with desk.keys.when_asked("Return"):
        desk.press("Ctrl+U")
    assert runs(desk)[0].undone_at is None
    with desk.keys.when_asked("Y"):
        desk.press("Ctrl+U")
    assert runs(desk)[0].undone_at is not None


def test_leaving_the_preview_writes_nothing(desk: Desk) -> None:
    desk.press("Ctrl+M", "Esc")
    assert desk.page.run.isVisible()
    assert len(runs(desk)) == 4


def test_nothing_of_the_tab_acts_while_another_tab_is_shown(desk: Desk) -> None:
    desk.press("Ctrl+M")
    desk.page.hide()
    desk.window.context.actions.show_tab("counter", ("counter", "estate", "fees"))
    names = {action.spec.name for action in desk.window.context.actions.active()}
    assert not any(name.startswith("fees.") for name in names)


def test_a_run_that_is_called_off_writes_nothing(desk: Desk) -> None:
    desk.press("Ctrl+M")
    desk.window.context.worker.started.connect(lambda task: task.cancel())
    desk.press("F9")
    assert len(runs(desk)) == 4
    assert not desk.window.context.actions["fees.run"].is_off


def test_an_undoing_tells_how_far_it_is_and_leaves_the_window_free(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    bill_december(desk)
    desk.window.context.worker.started.connect(lambda task: task.progressed.connect(lambda *at: told.append(at)))
    desk.answers.will_confirm(yes=True)
    desk.keys.press("Ctrl+U")
    assert desk.window.context.actions["fees.undo"].is_off
    desk.wait()
    assert runs(desk)[0].undone_at is not None
    assert told[-1] == (172, 172)


def test_an_undoing_that_is_called_off_changes_nothing_and_may_be_tried_again(desk: Desk) -> None:
    bill_december(desk)
    owed = desk.office.office.run_charges.of(runs(desk)[0].id)
    worker = desk.window.context.worker
    calls_off = worker.started.connect(lambda task: task.cancel())
    desk.answers.will_confirm(yes=True)
    desk.press("Ctrl+U")
    assert runs(desk)[0].undone_at is None
    assert desk.office.office.run_charges.of(runs(desk)[0].id) == owed
    assert desk.office.breaches() == []
    worker.started.disconnect(calls_off)
    desk.answers.will_confirm(yes=True)
    desk.press("Ctrl+U")
    assert runs(desk)[0].undone_at is not None


def test_alt_s_sorts_column_by_column_up_and_down_and_back(desk: Desk) -> None:
    desk.press("Ctrl+M")
    table = lists(desk).bills
    first = column(table, "Unit")[0]
    desk.press("Alt+S")
    assert desk.said[-1] == "Sorted by Unit, upward"
    desk.press("Alt+S")
    assert desk.said[-1] == "Sorted by Unit, downward"
    assert column(table, "Unit")[0] == "B1-018"
    for _ in range(16):
        desk.press("Alt+S")
    assert desk.said[-1] == "Sorted by Amount, downward"
    desk.press("Alt+S")
    assert desk.said[-1] == "In the order of the estate"
    assert column(table, "Unit")[0] == first
