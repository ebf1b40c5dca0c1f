"""What the office chose, in one place: read, changed by a supervisor only, with who, when and what before."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from app.access.refusals import NotPermitted
from app.core.money import Money
from app.core.setting_refusals import SettingAmountOutOfBounds, SettingTextMissing
from app.core.settings import Amount, Section, Setting
from app.counter.methods import Method
from app.counter.settings import CASH_ROUNDING, DEFAULT_METHOD, REFERENCE_REQUIRED, DefaultMethod
from app.desk.office_settings import OfficeSettings, SettingLine
from app.desk.settings_of_rooms import joined
from app.estate.settings import COMPANY, TELEPHONE
from app.fees.cash_rounding import CashRounding
from app.fees.settings import DISCOUNT_LIMIT, WAIVE_LIMIT
from app.store.settings import read_choice, read_setting, write_setting
from tests.office_builder import OfficeBuilder


def line_of(office: OfficeBuilder, setting: Setting[Any]) -> SettingLine:
    sections = office.office.settings.read()
    return next(line for section in sections for line in section.lines if line.setting is setting)


def change(office: OfficeBuilder, **kept: object) -> None:
    """Put a value under a key past all declarations, as an older or newer program might have."""
    with office.office.store.transaction() as connection:
        for key, value in kept.items():
            write_setting(connection, key.replace("__", "."), value, office.clock.now(), None)


def test_before_any_choice_every_default_holds(counter: OfficeBuilder) -> None:
    lines = [line for section in counter.office.settings.read() for line in section.lines]
    assert all(line.readable and line.last is None for line in lines)
    chosen = [line for line in lines if line.setting.key not in ("office.facts", "fees.handover_month")]
    assert [line.value for line in chosen] == [line.setting.default for line in chosen]


def test_a_supervisor_changes_several_settings_at_once(counter: OfficeBuilder) -> None:
    changes: dict[Setting[Any], Any] = {
        WAIVE_LIMIT: Money(20_00),
        CASH_ROUNDING: CashRounding.OFF,
        TELEPHONE: " 0571-55550111 ",
    }
    assert counter.office.settings.change(counter.supervisor, changes) == 3
    assert counter.office.adjustments.limit() == Money(20_00)
    assert counter.office.facts().telephone == "0571-55550111"
    with counter.office.store.reading() as connection:
        assert read_choice(connection, CASH_ROUNDING) is CashRounding.OFF


def test_a_cashier_changes_nothing(counter: OfficeBuilder) -> None:
    with pytest.raises(NotPermitted):
        counter.office.settings.change(counter.cashier, {WAIVE_LIMIT: Money(1_000_00)})
    assert counter.office.adjustments.limit() == WAIVE_LIMIT.default


def test_one_value_out_of_bounds_keeps_all_others_out(counter: OfficeBuilder) -> None:
    with pytest.raises(SettingTextMissing) as refused:
        counter.office.settings.change(counter.supervisor, {WAIVE_LIMIT: Money(1), COMPANY: ""})
    assert refused.value.name == "Company"
    with pytest.raises(SettingAmountOutOfBounds):
        counter.office.settings.change(counter.supervisor, {WAIVE_LIMIT: Money(1), DISCOUNT_LIMIT: Money(-1)})
    assert counter.office.adjustments.limit() == WAIVE_LIMIT.default
    assert counter.office.settings.history(WAIVE_LIMIT) == ()


def test_every_change_stays_with_who_when_before_and_after(counter: OfficeBuilder) -> None:
    counter.office.settings.change(counter.supervisor, {WAIVE_LIMIT: Money(20_00)})
    first = counter.clock.now()
    counter.clock.advance(hours=1)
    counter.office.settings.change(counter.supervisor, {WAIVE_LIMIT: Money(80_00), DEFAULT_METHOD: DefaultMethod.CASH})
    newest, oldest = counter.office.settings.history(WAIVE_LIMIT)
    assert (oldest.at, oldest.by, oldest.old, oldest.new) == (
        first,
        counter.supervisor.name,
        Money(50_00),
        Money(20_00),
    )
    assert (newest.old, newest.new) == (Money(20_00), Money(80_00))
    assert line_of(counter, WAIVE_LIMIT).last == newest
    assert line_of(counter, DISCOUNT_LIMIT).last is None


def test_a_value_that_holds_already_is_no_change(counter: OfficeBuilder) -> None:
    changes: dict[Setting[Any], Any] = {WAIVE_LIMIT: WAIVE_LIMIT.default, TELEPHONE: counter.office.facts().telephone}
    assert counter.office.settings.change(counter.supervisor, changes) == 0
    assert counter.office.settings.history(WAIVE_LIMIT) == ()


def test_one_fact_of_the_office_leaves_the_others_as_they_are(counter: OfficeBuilder) -> None:
    before = counter.office.facts()
    counter.office.settings.change(counter.supervisor, {COMPANY: "江畔物业"})
    after = counter.office.facts()
    assert (after.company, after.estate, after.telephone) == ("江畔物业", before.estate, before.telephone)


@pytest.mark.parametrize("kept", ["upwards", 5, ["down"]])
def test_what_cannot_be_read_leaves_the_default_holding_and_is_said(
    counter: OfficeBuilder, kept: object, caplog: pytest.LogCaptureFixture
) -> None:
    change(counter, counter__cash_rounding=kept)
    with caplog.at_level(logging.WARNING):
        line = line_of(counter, CASH_ROUNDING)
    assert (line.value, line.readable) == (CashRounding.DOWN, False)
    assert "counter.cash_rounding" in caplog.text


def test_saving_the_default_mends_what_cannot_be_read(counter: OfficeBuilder) -> None:
    change(counter, counter__cash_rounding="upwards")
    assert counter.office.settings.change(counter.supervisor, {CASH_ROUNDING: CashRounding.DOWN}) == 1
    assert line_of(counter, CASH_ROUNDING).readable


def test_a_mapping_that_is_none_leaves_its_parts_unreadable_and_is_mended_part_by_part(counter: OfficeBuilder) -> None:
    change(counter, office__facts="阳光里")
    assert not line_of(counter, TELEPHONE).readable
    counter.office.settings.change(counter.supervisor, {TELEPHONE: "0571-55550111"})
    assert counter.office.facts().telephone == "0571-55550111"


def test_a_list_of_methods_is_kept_in_the_order_in_which_they_are_offered(counter: OfficeBuilder) -> None:
    counter.office.settings.change(
        counter.supervisor, {REFERENCE_REQUIRED: frozenset({Method.CHEQUE, Method.CARD, Method.WECHAT})}
    )
    with counter.office.store.reading() as connection:
        assert read_setting(connection, "counter.reference_required", None) == ["card", "wechat", "cheque"]


def test_settings_of_two_rooms_stand_in_one_section_of_one_name(counter: OfficeBuilder) -> None:
    more = Setting("counter.more", Money(0), Amount(), "More", "One more.")
    other = Setting("counter.other", Money(0), Amount(), "Other", "Another room's.")
    sections = joined(Section("Printing", (more,)), Section("Office", ()), Section("Printing", (other,)))
    read = OfficeSettings(counter.office.store, counter.clock, sections).read()
    assert [(one.name, [line.setting for line in one.lines]) for one in read] == [
        ("Printing", [more, other]),
        ("Office", []),
    ]
