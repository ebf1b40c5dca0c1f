"""What a row of the audit trail is about, as a person reads it; of a setting also its values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from app.access.tries import RECOVERY_SHEET
from app.core.language import mark, tr
from app.core.settings import Setting
from app.core.show import show_shift
from app.paper.documents import DocumentKind
from ui.sentences.setting_values import value_words
from ui.sentences.trail_facts import facts_words, moment_words, role_of

_SETTING = "change_setting"
_RUN = "billing run "
PAPERS: dict[str, str] = {
    DocumentKind.RECEIPT: mark("receipt"),
    DocumentKind.REFUND: mark("refund"),
    DocumentKind.Z_REPORT: mark("Z report"),
    DocumentKind.NOTICE: mark("notice"),
    DocumentKind.SLIP: mark("slip"),
}
EDITS: dict[str, str] = {
    "ChainEdit": mark("steps and times"),
    "HoursEdit": mark("opening hours"),
    "YearEdit": mark("days off of a year"),
    "NothingNew": mark("open tickets"),
}


def _run(subject: str) -> str:
    if not subject.startswith(_RUN):
        return subject
    return tr("billing run {number}").format(number=subject.removeprefix(_RUN))


_BY_ACTION: dict[str, Callable[[str], str]] = {
    "change_role_permissions": role_of,
    "wrong_passwords": lambda name: tr("recovery code") if name == RECOVERY_SHEET else name,
    "change_print_setup": lambda kind: tr(PAPERS[kind]) if kind in PAPERS else kind,
    "change_deadlines": lambda edit: tr(EDITS[edit]) if edit in EDITS else edit,
    "clock_accepted": moment_words,
    "entered_again": moment_words,
    "use_credit": _run,
    "give_credit_back": _run,
}
_OF_SHIFT = frozenset({"open_shift", "count_shift", "close_shift", "open_drawer"})


def subject_words(action: str, subject: str) -> str:
    """What it is about."""
    if action == _SETTING:
        setting = _settings().get(subject)
        return subject if setting is None else tr(setting.name)
    if action in _OF_SHIFT and subject.isdigit():
        return tr("shift {number}").format(number=show_shift(int(subject)))
    return _BY_ACTION[action](subject) if action in _BY_ACTION else subject


def row_words(action: str, subject: str, facts: Mapping[str, Any]) -> str:
    """Before → after and what else is kept; the values of a setting as its field shows them."""
    setting = _settings().get(subject) if action == _SETTING else None
    if setting is None:
        return facts_words(action, facts)
    return f"{_stored(setting, facts['old'])} → {_stored(setting, facts['new'])}"


def _stored(setting: Setting[Any], value: Any) -> str:
    try:
        return value_words(setting, setting.kind.read(value))
    except (ValueError, TypeError, KeyError):
        return str(value)


@cache
def _settings() -> Mapping[str, Setting[Any]]:
    from app.desk.settings_of_rooms import SECTIONS  # noqa: PLC0415 - the settings of all rooms, for whoever audits

    return {setting.id: setting for section in SECTIONS for setting in section.settings}
