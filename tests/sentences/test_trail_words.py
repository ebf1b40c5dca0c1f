"""A row of the audit trail reads as a sentence of the office: no bare fen, no raw names, before and after."""

from __future__ import annotations

from typing import Any

import pytest

from app.core.settings import Amount, Setting
from app.desk.settings_of_rooms import SECTIONS
from tests.laws.recorded_facts import recorded
from tests.laws.source_tree import the_house
from ui.sentences.trail import ACTIONS
from ui.sentences.trail_facts import FACTS, facts_words
from ui.sentences.trail_subjects import row_words, subject_words

LOOSE = {
    "_facts(changes)": (),  # rows_written, which nobody is shown
    "unit_rows.update_unit(connection, unit_id, facts, now, by.id)": ("code", "kind", "note"),
    "{key: str(value) for key, value in written.items()}": ("name", "note"),
    "edit_facts(connection, edit)": ("kind", "class", "old", "new", "calendar", "year", "source"),
    "f'undo_{self._kind}'": (),
    "self._kind": ("meters", "readings"),
}
"""What cannot be read from the code alone, with the names that it brings."""
RECORDED = recorded(the_house())


def test_every_action_that_the_code_records_has_words() -> None:
    assert {action: where for action, where in RECORDED.actions.items() if action not in ACTIONS} == {}


def test_every_fact_that_the_code_records_has_words() -> None:
    assert {name: where for name, where in RECORDED.facts.items() if name not in FACTS} == {}


def test_what_the_code_does_not_tell_is_named_here() -> None:
    assert RECORDED.loose.keys() == LOOSE.keys()
    assert {name for names in LOOSE.values() for name in names} <= FACTS.keys()


def test_no_words_stand_for_actions_that_nobody_records() -> None:
    assert len(RECORDED.actions) > 100
    assert {"undo_meters", "undo_readings"} <= ACTIONS.keys()


@pytest.mark.parametrize(
    ("action", "facts", "words"),
    [
        ("void_receipt", {"reason": "wrong room", "copies_returned": True}, "reason wrong room; paper came back yes"),
        ("close_shift", {"counted": 118240, "kept": 50000}, "counted 1,182.40 yuan; kept in the drawer 500.00 yuan"),
        ("change_role", {"id": 2, "old": "cashier", "new": "finance"}, "cashier → finance"),
        ("change_method", {"from": "cash", "to": "wechat", "amount": 5}, "from Cash; to WeChat; amount 0.05 yuan"),
        ("take_payment", {"written_at": "2026-11-20T09:05:00"}, "written by hand 2026-11-20 09:05"),
        ("end_pause", {"until": "2026-11-30"}, "until 2026-11-30"),
        ("change_unit", {"building_area": ["89.50", "90.00"]}, "building area 89.50 → 90.00"),
        ("change_unit", {"kind": ["home", "shop"]}, "kind home → shop"),
        ("change_category", {"changed": ["parent_id", "name"]}, "changed category above, called"),
        ("change_worker", {"before": {"name": "何静", "team": 3}}, "before called 何静, team 3"),
        ("rows_written", {"seal": "ab", "blocks": {"x": 1}}, ""),
        ("a_later_act", {"of_a_later_version": 3}, "of a later version 3"),
    ],
)
def test_facts_read_as_a_person_says_them(action: str, facts: dict[str, Any], words: str) -> None:
    assert facts_words(action, facts) == words


def test_of_a_role_it_says_what_came_and_what_went() -> None:
    facts = {"old": ["take_payment", "waive"], "new": ["take_payment", "refund"]}
    assert facts_words("change_role_permissions", facts) == "may now: give money back; may no longer: waive amounts"
    assert subject_words("change_role_permissions", "duty") == "duty"


def test_a_setting_is_called_by_its_name_and_shows_its_values() -> None:
    money = next(one for one in _settings() if isinstance(one.kind, Amount))
    assert subject_words("change_setting", money.id) == money.name
    assert row_words("change_setting", money.id, {"old": 100, "new": 250}) == "1.00 yuan → 2.50 yuan"
    assert row_words("change_setting", "gone.setting", {"old": 1, "new": 2}) == "1 → 2"


@pytest.mark.parametrize(
    ("action", "subject", "words"),
    [
        ("open_shift", "7", "shift 0007"),
        ("wrong_passwords", "#", "recovery code"),
        ("wrong_passwords", "王敏", "王敏"),
        ("use_credit", "billing run 12", "billing run 12"),
        ("change_deadlines", "HoursEdit", "opening hours"),
        ("clock_accepted", "2026-11-20T09:05:07", "2026-11-20 09:05"),
        ("take_payment", "3-2-501", "3-2-501"),
    ],
)
def test_what_a_row_is_about_is_said(action: str, subject: str, words: str) -> None:
    assert subject_words(action, subject) == words


def _settings() -> list[Setting[Any]]:
    return [setting for section in SECTIONS for setting in section.settings]
