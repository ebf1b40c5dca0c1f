"""What a person may do: named permissions, and roles as sets of them."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """One thing that a service checks before it acts."""

    TAKE_PAYMENT = "take_payment"
    VOID_RECEIPT = "void_receipt"
    VOID_RECEIPT_OF_OTHERS = "void_receipt_of_others"
    REPRINT = "reprint"
    REFUND = "refund"
    REVERSE_PAYMENT = "reverse_payment"
    KEEP_DEPOSIT = "keep_deposit"
    WORK_SHIFT = "work_shift"
    CLOSE_SHIFT_OF_OTHERS = "close_shift_of_others"
    SEE_EXPECTED = "see_expected"
    BOOK_DIFFERENCE = "book_difference"
    MOVE_CASH = "move_cash"
    MOVE_MUCH_CASH = "move_much_cash"
    ADD_CHARGE = "add_charge"
    WAIVE_SMALL = "waive_small"
    WAIVE = "waive"
    REPEAT_REFERENCE = "repeat_reference"
    ROUND_OFF = "round_off"
    CHANGE_METHOD = "change_method"
    CHECK_TENDERS = "check_tenders"
    ENTER_BACK = "enter_back"
    MANAGE_BOOKS = "manage_books"
    RECORD_INVOICE = "record_invoice"
    MANAGE_TARIFFS = "manage_tariffs"
    RUN_BILLING = "run_billing"
    ENTER_READINGS = "enter_readings"
    CORRECT_READING = "correct_reading"
    MANAGE_METERS = "manage_meters"
    GRANT_DISCOUNT = "grant_discount"
    PAUSE_LATE_FEE = "pause_late_fee"
    UNDO_BILLING = "undo_billing"
    MANAGE_ESTATE = "manage_estate"
    LOG_TICKET = "log_ticket"
    WORK_TICKET = "work_ticket"
    CLOSE_TICKET = "close_ticket"
    MERGE_TICKETS = "merge_tickets"
    MANAGE_TICKETS = "manage_tickets"
    RUN_INCIDENT = "run_incident"
    REVIEW_INCIDENT = "review_incident"
    MANAGE_PLANS = "manage_plans"
    ISSUE_NOTICE = "issue_notice"
    MANAGE_NOTICES = "manage_notices"
    KEEP_DUTY = "keep_duty"
    MANAGE_DUTY = "manage_duty"
    RUN_DRILL = "run_drill"
    IMPORT = "import"
    UNDO_IMPORT = "undo_import"
    UNMASK_PHONE = "unmask_phone"
    HANDLE_PERSONAL_DATA = "handle_personal_data"
    MANAGE_PEOPLE = "manage_people"
    CHANGE_SETTINGS = "change_settings"
    SEE_AUDIT = "see_audit"
    MANAGE_BACKUPS = "manage_backups"


class Role(StrEnum):
    """A set of permissions under one name."""

    CASHIER = "cashier"
    SERVICE_DESK = "service_desk"
    DUTY = "duty"
    SUPERVISOR = "supervisor"
    FINANCE = "finance"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


_SERVICE_DESK = frozenset(
    {
        Permission.ENTER_READINGS,
        Permission.MANAGE_ESTATE,
        Permission.LOG_TICKET,
        Permission.WORK_TICKET,
        Permission.CLOSE_TICKET,
        Permission.MERGE_TICKETS,
        Permission.RUN_INCIDENT,
        Permission.RUN_DRILL,
        Permission.ISSUE_NOTICE,
        Permission.KEEP_DUTY,
        Permission.UNMASK_PHONE,
    },
)

_CASHIER = _SERVICE_DESK | {
    Permission.TAKE_PAYMENT,
    Permission.VOID_RECEIPT,
    Permission.REPRINT,
    Permission.RECORD_INVOICE,
    Permission.CHECK_TENDERS,
    Permission.ENTER_BACK,
    Permission.WORK_SHIFT,
    Permission.MOVE_CASH,
    Permission.ADD_CHARGE,
    Permission.WAIVE_SMALL,
    Permission.RUN_BILLING,
    Permission.IMPORT,
}

_DUTY = frozenset(
    {
        Permission.ENTER_READINGS,
        Permission.LOG_TICKET,
        Permission.WORK_TICKET,
        Permission.RUN_INCIDENT,
        Permission.RUN_DRILL,
        Permission.KEEP_DUTY,
        Permission.UNMASK_PHONE,
    },
)

_MONEY = frozenset(
    {
        Permission.TAKE_PAYMENT,
        Permission.VOID_RECEIPT,
        Permission.VOID_RECEIPT_OF_OTHERS,
        Permission.REPRINT,
        Permission.REFUND,
        Permission.REVERSE_PAYMENT,
        Permission.KEEP_DEPOSIT,
        Permission.WORK_SHIFT,
        Permission.CLOSE_SHIFT_OF_OTHERS,
        Permission.SEE_EXPECTED,
        Permission.BOOK_DIFFERENCE,
        Permission.MOVE_CASH,
        Permission.MOVE_MUCH_CASH,
        Permission.ADD_CHARGE,
        Permission.WAIVE_SMALL,
        Permission.WAIVE,
        Permission.REPEAT_REFERENCE,
        Permission.ROUND_OFF,
        Permission.CHANGE_METHOD,
        Permission.CHECK_TENDERS,
        Permission.ENTER_BACK,
        Permission.MANAGE_BOOKS,
        Permission.RECORD_INVOICE,
        Permission.MANAGE_TARIFFS,
        Permission.RUN_BILLING,
        Permission.UNDO_BILLING,
        Permission.GRANT_DISCOUNT,
        Permission.PAUSE_LATE_FEE,
    },
)

_FINANCE = _MONEY | {
    Permission.ENTER_READINGS,
    Permission.CORRECT_READING,
    Permission.IMPORT,
    Permission.UNDO_IMPORT,
    Permission.RUN_INCIDENT,
    Permission.UNMASK_PHONE,
}

ROLES: dict[Role, frozenset[Permission]] = {
    Role.CASHIER: _CASHIER,
    Role.SERVICE_DESK: _SERVICE_DESK,
    Role.DUTY: _DUTY,
    Role.SUPERVISOR: frozenset(Permission),
    Role.FINANCE: _FINANCE,
    Role.MANAGER: frozenset(Permission) - {Permission.MANAGE_PEOPLE},
    Role.ADMINISTRATOR: frozenset(Permission) - _MONEY,
}
"""What each role may do until the office edits it: who looks after the program touches no money."""
