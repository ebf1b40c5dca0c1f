"""Sentences about people of the office and what they may do."""

from __future__ import annotations

from app.access.permissions import Permission
from app.access.refusals import (
    ApprovalForSomethingElse,
    NameMissing,
    NameTaken,
    NotPermitted,
    PasswordTooShort,
    WorkUnderWay,
    WrongPassword,
)
from app.core.language import mark, tr
from app.ledger.head import TrailBehindHead
from ui.sentences import sentence

PERMISSIONS: dict[Permission, str] = {
    Permission.TAKE_PAYMENT: mark("take payments"),
    Permission.VOID_RECEIPT: mark("void receipts"),
    Permission.VOID_RECEIPT_OF_OTHERS: mark("void another cashier's receipts"),
    Permission.REPRINT: mark("reprint receipts"),
    Permission.REFUND: mark("give money back"),
    Permission.REVERSE_PAYMENT: mark("reverse payments that never arrived"),
    Permission.KEEP_DEPOSIT: mark("keep a deposit or use it"),
    Permission.WORK_SHIFT: mark("open and close a shift"),
    Permission.CLOSE_SHIFT_OF_OTHERS: mark("close another person's shift"),
    Permission.SEE_EXPECTED: mark("see what is expected before the count"),
    Permission.BOOK_DIFFERENCE: mark("book a large difference"),
    Permission.MOVE_CASH: mark("move cash in and out of the drawer"),
    Permission.MOVE_MUCH_CASH: mark("move much cash in or out of the drawer"),
    Permission.ADD_CHARGE: mark("add charges by hand"),
    Permission.WAIVE_SMALL: mark("waive small amounts"),
    Permission.WAIVE: mark("waive amounts"),
    Permission.REPEAT_REFERENCE: mark("take the same reference twice"),
    Permission.ROUND_OFF: mark("round off more"),
    Permission.CHANGE_METHOD: mark("change the method of a payment"),
    Permission.CHECK_TENDERS: mark("check off transfers and slips"),
    Permission.ENTER_BACK: mark("enter receipts written by hand"),
    Permission.MANAGE_BOOKS: mark("register receipt books and hand them out"),
    Permission.RECORD_INVOICE: mark("record tax invoices"),
    Permission.MANAGE_TARIFFS: mark("change tariffs"),
    Permission.RUN_BILLING: mark("run the billing"),
    Permission.UNDO_BILLING: mark("undo a billing run"),
    Permission.ENTER_READINGS: mark("enter meter readings"),
    Permission.CORRECT_READING: mark("correct meter readings"),
    Permission.MANAGE_METERS: mark("change meters"),
    Permission.GRANT_DISCOUNT: mark("grant discounts"),
    Permission.PAUSE_LATE_FEE: mark("pause late fees"),
    Permission.MANAGE_ESTATE: mark("change units and people"),
    Permission.LOG_TICKET: mark("take tickets"),
    Permission.WORK_TICKET: mark("move tickets on"),
    Permission.CLOSE_TICKET: mark("close tickets"),
    Permission.MERGE_TICKETS: mark("merge tickets"),
    Permission.MANAGE_TICKETS: mark("change categories, teams, deadlines and calendars of tickets"),
    Permission.RUN_INCIDENT: mark("run an incident"),
    Permission.REVIEW_INCIDENT: mark("review incidents"),
    Permission.MANAGE_PLANS: mark("change plans, contacts and the command group"),
    Permission.RUN_DRILL: mark("plan and evaluate drills"),
    Permission.ISSUE_NOTICE: mark("issue notices"),
    Permission.MANAGE_NOTICES: mark("change templates of notices"),
    Permission.KEEP_DUTY: mark("keep the duty log and walk rounds"),
    Permission.MANAGE_DUTY: mark("change rosters, day lists and rounds"),
    Permission.IMPORT: mark("import sheets"),
    Permission.UNDO_IMPORT: mark("undo an import"),
    Permission.UNMASK_PHONE: mark("see whole phone numbers and photos"),
    Permission.HANDLE_PERSONAL_DATA: mark("show, hand out, correct and remove personal data"),
    Permission.MANAGE_PEOPLE: mark("register people of the office"),
    Permission.MANAGE_BACKUPS: mark("look into backups and put them back"),
    Permission.SEE_AUDIT: mark("look through the audit trail"),
    Permission.CHANGE_SETTINGS: mark("change the office's settings"),
}


@sentence(NotPermitted)
def _not_permitted(refusal: NotPermitted) -> str:
    return tr("{person} may not {step}. Ask a supervisor to approve it here.").format(
        person=refusal.person, step=tr(PERMISSIONS[refusal.permission])
    )


@sentence(WrongPassword)
def _wrong_password(_: WrongPassword) -> str:
    return tr("Name or password is not right. Check Caps Lock and the input method, then type both again.")


@sentence(NameTaken)
def _name_taken(refusal: NameTaken) -> str:
    return tr("Somebody is already registered as {name}. Add something that tells the two apart.").format(
        name=refusal.name
    )


@sentence(NameMissing)
def _name_missing(_: NameMissing) -> str:
    return tr("The name is empty. Type the name that receipts should show.")


@sentence(PasswordTooShort)
def _password_too_short(refusal: PasswordTooShort) -> str:
    return tr("The password is too short. Use at least {least} characters.").format(least=refusal.least)


@sentence(ApprovalForSomethingElse)
def _approval_for_something_else(refusal: ApprovalForSomethingElse) -> str:
    return tr("The approval was given to {given}, not to {wanted}. Ask for it again.").format(
        given=tr(PERMISSIONS[refusal.given]), wanted=tr(PERMISSIONS[refusal.wanted])
    )


@sentence(WorkUnderWay)
def _work_under_way(refusal: WorkUnderWay) -> str:
    return tr(
        "Long work of {person} is still under way. Wait until it has finished, "
        "or let {person} unlock the screen and stop it.",
    ).format(person=refusal.person)


@sentence(TrailBehindHead)
def _trail_behind_head(trouble: TrailBehindHead) -> str:
    return tr(
        "The audit trail ends at row {found}, but row {expected} had been saved. "
        "Do not work on. Keep the data folder as it is and restore the newest backup."
    ).format(found=trouble.found, expected=trouble.expected)
