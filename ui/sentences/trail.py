"""The audit trail in plain words: what was done, from where, and what was before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.language import mark, tr

ACTIONS: dict[str, str] = {
    "take_payment": mark("took a payment"),
    "void_receipt": mark("voided a receipt"),
    "reprint_receipt": mark("printed a receipt again"),
    "refund": mark("gave money back"),
    "reverse_payment": mark("reversed a payment"),
    "change_method": mark("changed the method of a payment"),
    "open_shift": mark("opened a shift"),
    "count_shift": mark("counted the drawer"),
    "close_shift": mark("closed a shift"),
    "open_drawer": mark("opened the drawer without a sale"),
    "keep_deposit": mark("kept a deposit"),
    "use_deposit": mark("used a deposit"),
    "register_book": mark("registered a receipt book"),
    "take_back_book": mark("took a receipt book back"),
    "record_invoice": mark("recorded an invoice number"),
    "reverse_invoice": mark("took an invoice number back"),
    "undo_billing": mark("took a billing run back"),
    "reverse_waiver": mark("took a waiver back"),
    "pause_late_fee": mark("paused the late fee"),
    "end_pause": mark("ended a pause of the late fee"),
    "correct_reading": mark("corrected a reading"),
    "register_meter": mark("registered a meter"),
    "change_meter": mark("changed a meter"),
    "replace_device": mark("replaced a meter"),
    "unmask_phone": mark("looked at a phone number"),
    "unmask_incident_people": mark("looked at people of an incident"),
    "change_person": mark("changed a person's data"),
    "forget_person": mark("removed a person's data"),
    "change_unit": mark("changed a unit"),
    "new_recovery_sheet": mark("made a new recovery sheet"),
    "password_by_recovery_sheet": mark("set a password by the recovery sheet"),
    "add_person": mark("registered a person of the office"),
    "change_role_permissions": mark("changed what a role may do"),
    "change_setting": mark("changed a setting"),
    "export_tickets": mark("saved a list of tickets"),
    "export_ticket_figures": mark("saved figures of tickets"),
    "export_incident": mark("saved an incident"),
    "export_drills": mark("saved the drills"),
    "export_hazards": mark("saved the hazards"),
    "save_file": mark("saved a file"),
    "search_trail": mark("searched the audit trail"),
    "compare_printed_sum": mark("compared a printed Z report"),
    "change_category": mark("changed a ticket category"),
    "change_deadlines": mark("changed the deadlines"),
    "change_inspection": mark("changed an inspection list"),
    "change_print_setup": mark("changed how a paper is printed"),
    "check_tenders": mark("checked non-cash payments"),
    "export_personal_data": mark("saved a person's data"),
    "show_personal_data": mark("looked at a person's data"),
    "take_off_drill": mark("took a drill off"),
    "write_booklet": mark("wrote the booklet"),
    "move_cash": mark("moved cash in or out of the drawer"),
    "change_worker": mark("changed a worker"),
    "confirm_contact": mark("confirmed a number"),
    "write_contact": mark("wrote a number"),
    "rows_written": mark("what was written was noted"),
    "rows_begun": mark("the count of rows began"),
    "wrong_passwords": mark("wrong passwords"),
    "change_notice_template": mark("changed a notice template"),
    "change_place": mark("changed a place"),
    "end_discount": mark("ended a discount"),
    "end_note": mark("ended a note"),
    "end_occupancy": mark("ended a role on a unit"),
    "end_meter": mark("ended a meter"),
    "link_meter": mark("linked a meter to a unit"),
    "unlink_meter": mark("took a meter off a unit"),
    "move_meter": mark("moved a meter"),
    "set_meter_route": mark("changed the reading route"),
    "online_down": mark("online payment was down"),
    "online_back": mark("online payment was back"),
    "prepare_outage": mark("prepared for a power cut"),
    "remove_plate": mark("removed a plate"),
    "tariff_ended_inside": mark("ended a tariff inside a period"),
    "undo_arrears": mark("took imported arrears back"),
    "undo_assignments": mark("took assignments back"),
    "vacancy": mark("began or ended a vacancy"),
    "clock_accepted": mark("accepted the clock"),
}
WINDOWS: dict[str, str] = {
    "command": mark("command line"),
    "counter": mark("Fee collection"),
    "estate": mark("Estate"),
    "fees": mark("Tariffs"),
    "tickets": mark("Tickets"),
    "incidents": mark("Incidents"),
    "meters": mark("Meters"),
    "notices": mark("Notices"),
    "duty": mark("Duty"),
    "admin": mark("Administration"),
    "settings": mark("Settings"),
    "window": mark("main window"),
    "set-up": mark("Set up the office"),
    "sign-in": mark("Sign in"),
}
_OF_SEALS = frozenset({"rows", "seal"})


def action_words(action: str) -> str:
    """What was done; an act without words of its own says its name."""
    return tr(ACTIONS[action]) if action in ACTIONS else action.replace("_", " ")


def window_words(window: str) -> str:
    """From where; empty where it is not known."""
    return tr(WINDOWS[window]) if window in WINDOWS else window


def facts_words(facts: Mapping[str, Any]) -> str:
    """Before → after, and what else is kept of the act."""
    change = f"{_plain(facts['old'])} → {_plain(facts['new'])}" if {"old", "new"} <= facts.keys() else ""
    rest = {name: value for name, value in facts.items() if name not in _OF_SEALS}
    if "seal" not in facts and "rows" in facts:
        rest["rows"] = facts["rows"]
    if change:
        del rest["old"], rest["new"]
    others = (f"{name} {_plain(value)}" for name, value in rest.items() if value not in ("", None, [], {}))
    return tr("; ").join(part for part in (change, *others) if part)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(inner) for inner in value)
    return "—" if value in ("", None) else str(value)
