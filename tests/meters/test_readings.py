"""Readings as the reader brings them back: typed, estimated, rolled over, refused, corrected."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.refusals import TooManyDecimals
from app.meters import reading_refusals as refused
from app.meters.kinds import ReadingKind
from app.meters.reading_rule import TRUED_UP, TypedReading
from app.meters.refusals import MeterEnded, UnknownMeter
from tests.meters.conftest import MeterOffice

FEBRUARY, MARCH, APRIL, MAY = (date(2026, month, 1) for month in (2, 3, 4, 5))


def test_the_first_reading_is_the_base_and_counts_nothing(office: MeterOffice) -> None:
    meter = office.meter(base=None)
    office.reads(meter, FEBRUARY, "1288")
    assert office.usages(meter) == []
    office.reads(meter, MARCH, "1320.5")
    assert office.usages(meter) == ["32.5"]


def test_a_meter_of_five_digits_that_rolled_over_counted_22(office: MeterOffice) -> None:
    meter = office.meter(base="99990")
    office.reads(meter, FEBRUARY, "00012", rolled_over=True)
    assert office.usages(meter) == ["22"]


@pytest.mark.parametrize(
    ("day", "value", "why"),
    [
        (FEBRUARY, "99.9", refused.ReadingBeforePrevious),
        (FEBRUARY, "-1", refused.NegativeReading),
        (FEBRUARY, "100000", refused.ReadingBeyondDigits),
        (FEBRUARY, "100.12345", TooManyDecimals),
        (date(2025, 12, 31), "101", refused.ReadingBeforeLastDay),
        (date(2026, 1, 1), "101", refused.ReadOnThatDay),
        (date(2026, 11, 21), "101", refused.ReadingInFuture),
    ],
)
def test_a_reading_that_cannot_be_is_refused(office: MeterOffice, day: date, value: str, why: type[Refusal]) -> None:
    meter = office.meter(base="100")
    with pytest.raises(why):
        office.reads(meter, day, value)
    assert len(office.meters.page(meter).readings) == 1


def test_a_reading_of_today_is_taken(office: MeterOffice) -> None:
    meter = office.meter()
    office.reads(meter, date(2026, 11, 20), "101.1234")
    assert office.usages(meter) == ["1.1234"]


def test_who_says_rolled_over_of_a_meter_that_shows_more_is_asked_again(office: MeterOffice) -> None:
    meter = office.meter(base="100")
    with pytest.raises(refused.NotRolledOver):
        office.reads(meter, FEBRUARY, "100", rolled_over=True)


def test_an_unknown_meter_and_an_ended_one_take_no_reading(office: MeterOffice) -> None:
    meter = office.meter()
    office.ends(meter, FEBRUARY, "110")
    with pytest.raises(MeterEnded):
        office.reads(meter, MARCH, "120")
    with pytest.raises(UnknownMeter):
        office.readings.look(TypedReading(type(meter)(99), MARCH, Decimal(1)))


def test_three_times_the_usual_is_taken_and_more_must_be_confirmed(office: MeterOffice) -> None:
    meter = office.meter(base="0")
    office.reads(meter, FEBRUARY, "10", accepted=False)
    office.reads(meter, MARCH, "40", accepted=False)  # 30 against 10
    with pytest.raises(refused.ReadingUnusual) as caught:
        office.reads(meter, APRIL, "100.0001", accepted=False)  # 60.0001 against the mean of 10 and 30
    assert (caught.value.usage, caught.value.usual) == (Decimal("60.0001"), Decimal(20))
    assert office.usages(meter) == ["10", "30"]
    office.reads(meter, APRIL, "100.0001", accepted=True)
    assert office.usages(meter) == ["10", "30", "60.0001"]


def test_the_usual_is_the_mean_of_the_last_six(office: MeterOffice) -> None:
    meter = office.meter(base="0")
    for month, value in enumerate((500, 501, 502, 503, 504, 505, 506), start=2):
        office.reads(meter, date(2026, month, 1), str(value))
    looked = office.readings.look(TypedReading(meter, date(2026, 9, 1), Decimal(509)))
    assert (looked.usual, looked.usage, looked.unusual) == (Decimal(1), Decimal(3), False)
    assert office.readings.look(TypedReading(meter, date(2026, 9, 1), Decimal("509.1"))).unusual


def test_an_estimate_is_marked_and_the_next_reading_makes_up_for_it(office: MeterOffice) -> None:
    meter = office.meter()
    office.reads(meter, FEBRUARY, "120", estimated=True)
    office.reads(meter, MARCH, "135")
    assert office.usages(meter) == ["20", "15"]
    page = office.meters.page(meter)
    assert [one.estimated for one in page.intervals] == [False, True]
    assert office.followed == []


def test_a_reading_below_the_estimate_lowers_it_by_a_new_row(office: MeterOffice) -> None:
    meter = office.meter()
    estimate = office.reads(meter, FEBRUARY, "120", estimated=True)
    office.reads(meter, MARCH, "112")
    assert office.usages(meter) == ["12", "0"]
    rows = {row.id: row for row in office.meters.page(meter).readings}
    correction = next(row for row in rows.values() if row.corrects == estimate)
    assert (rows[estimate].value, rows[estimate].counts) == (Decimal(120), False)
    assert (correction.value, correction.counts, correction.reason) == (Decimal(112), True, TRUED_UP)
    assert correction.kind is ReadingKind.ESTIMATED


def test_whoever_billed_an_estimate_hears_that_it_was_lowered(office: MeterOffice) -> None:
    meter = office.meter()
    estimate = office.reads(meter, FEBRUARY, "120", estimated=True)
    office.reads(meter, MARCH, "112")
    (told,) = office.followed
    ((before, after),) = told.changes
    assert (told.meter_id, told.reading_ids, before.usage, after.usage) == (
        meter,
        (estimate,),
        Decimal(20),
        Decimal(12),
    )
    assert before.reading_id == after.reading_id == estimate


def test_two_estimates_in_a_row_are_both_lowered(office: MeterOffice) -> None:
    meter = office.meter()
    office.reads(meter, FEBRUARY, "120", estimated=True)
    office.reads(meter, MARCH, "140", estimated=True)
    office.reads(meter, APRIL, "130")
    assert office.usages(meter) == ["20", "10", "0"]


def test_a_reading_below_the_last_real_one_is_refused_though_estimates_lie_between(office: MeterOffice) -> None:
    meter = office.meter()
    office.reads(meter, FEBRUARY, "120", estimated=True)
    with pytest.raises(refused.ReadingBeforePrevious) as caught:
        office.reads(meter, MARCH, "99")
    assert caught.value.previous == 100


def test_an_estimate_that_rolled_over_too_early_is_taken_back_behind_the_turn(office: MeterOffice) -> None:
    meter = office.meter(base="99990")
    office.reads(meter, FEBRUARY, "20", estimated=True, rolled_over=True)
    office.reads(meter, MARCH, "99995")
    assert office.usages(meter) == ["5", "0"]


def test_a_reading_after_an_estimate_that_rolled_over_needs_no_word_of_it(office: MeterOffice) -> None:
    meter = office.meter(base="99990")
    office.reads(meter, FEBRUARY, "20", estimated=True, rolled_over=True)
    office.reads(meter, MARCH, "12")
    assert office.usages(meter) == ["22", "0"]


def test_a_correction_is_a_new_row_and_the_old_one_stays(office: MeterOffice) -> None:
    meter = office.meter()
    wrong = office.reads(meter, FEBRUARY, "1200")
    told = office.readings.correct(office.boss, wrong, Decimal(120), "看错一位")
    assert office.usages(meter) == ["20"]
    corrected, old, _ = office.meters.page(meter).readings
    assert (old.id, old.value, old.counts) == (wrong, Decimal(1200), False)
    assert (corrected.corrects, corrected.value, corrected.counts, corrected.reason) == (
        wrong,
        Decimal(120),
        True,
        "看错一位",
    )
    assert told.changes[0][0].usage - told.changes[0][1].usage == 1080
    assert office.followed == [told]


def test_the_last_of_several_corrections_counts(office: MeterOffice) -> None:
    meter = office.meter()
    wrong = office.reads(meter, FEBRUARY, "1200")
    office.readings.correct(office.boss, wrong, Decimal(120), "看错一位")
    office.readings.correct(office.boss, wrong, Decimal(121), "再看一次")
    assert office.usages(meter) == ["21"]
    assert [row.counts for row in office.meters.page(meter).readings] == [True, False, False, True]


def test_a_correction_above_the_next_reading_is_refused(office: MeterOffice) -> None:
    meter = office.meter()
    wrong = office.reads(meter, FEBRUARY, "110")
    office.reads(meter, MARCH, "120")
    with pytest.raises(refused.ReadingBeforeNext) as caught:
        office.readings.correct(office.boss, wrong, Decimal("120.1"), "看错")
    assert (caught.value.next_value, caught.value.next_day) == (Decimal(120), MARCH)
    told = office.readings.correct(office.boss, wrong, Decimal(120), "看错")
    assert office.usages(meter) == ["20", "0"]
    assert [(old.usage, new.usage) for old, new in told.changes] == [
        (Decimal(10), Decimal(20)),
        (Decimal(10), Decimal(0)),
    ]


def test_the_base_can_be_corrected_too(office: MeterOffice) -> None:
    meter = office.meter(base="100")
    office.reads(meter, FEBRUARY, "110")
    base = office.meters.page(meter).readings[-1]
    office.readings.correct(office.boss, base.id, Decimal("90.5"), "交接单为准")
    assert office.usages(meter) == ["19.5"]


def test_a_correction_may_say_that_the_device_rolled_over_after_all(office: MeterOffice) -> None:
    meter = office.meter(base="99990")
    wrong = office.reads(meter, FEBRUARY, "99999")
    with pytest.raises(refused.ReadingBeforePrevious):
        office.readings.correct(office.boss, wrong, Decimal(12), "已翻转")
    office.readings.correct(office.boss, wrong, Decimal(12), "已翻转", rolled_over=True)
    assert office.usages(meter) == ["22"]
    office.readings.correct(office.boss, wrong, Decimal(13), "再看一次")
    assert office.usages(meter) == ["23"]


def test_a_rollover_goes_when_the_reading_before_it_was_behind_the_turn_already(office: MeterOffice) -> None:
    meter = office.meter(base="99990")
    wrong = office.reads(meter, FEBRUARY, "99999")
    office.reads(meter, MARCH, "12", rolled_over=True)
    office.readings.correct(office.boss, wrong, Decimal(5), "已翻转", rolled_over=True)
    assert office.usages(meter) == ["15", "7"]


@pytest.mark.parametrize(
    ("value", "reason", "why"),
    [
        ("110", "看错", refused.ReadingUnchanged),
        ("99", "看错", refused.ReadingBeforePrevious),
        ("120", "  ", refused.CorrectionNeedsReason),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    office: MeterOffice, value: str, reason: str, why: type[Refusal]
) -> None:
    meter = office.meter()
    reading = office.reads(meter, FEBRUARY, "110")
    with pytest.raises(why):
        office.readings.correct(office.boss, reading, Decimal(value), reason)
    assert office.usages(meter) == ["10"]


def test_a_cashier_corrects_only_with_a_supervisors_yes(office: MeterOffice) -> None:
    meter = office.meter()
    reading = office.reads(meter, FEBRUARY, "110")
    with pytest.raises(NotPermitted):
        office.readings.correct(office.reader, reading, Decimal(120), "看错")


def test_a_reading_that_is_not_there_is_not_corrected(office: MeterOffice) -> None:
    office.meter()
    with pytest.raises(refused.UnknownReading):
        office.readings.correct(
            office.boss, type(office.reads(office.meter(number="2"), FEBRUARY, "110"))(99), Decimal(1), "错"
        )
