"""Meters from the day they are hung to the day they go: units, weights, devices, the reader's round."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from app.access.refusals import NotPermitted
from app.core.errors import Refusal
from app.core.ids import UnitId
from app.estate.refusals import UnknownUnit
from app.meters import refusals as refused
from app.meters.interval_rows import read_intervals, read_links
from app.meters.intervals import share_of
from app.meters.kinds import MeterKind, ReadingKind, parse_meter_kind
from app.meters.meter_facts import MeterFacts, MeterFilter, NewDevice, NewMeter
from app.meters.reading_refusals import ReadingBeforeLastDay, ReadingBeforePrevious, ReadingInFuture, ReadOnThatDay
from app.meters.reading_round import RoundLine
from tests.meters.conftest import JANUARY, MeterOffice

FEBRUARY, MARCH, APRIL = (date(2026, month, 1) for month in (2, 3, 4))


def test_a_meter_is_registered_with_its_unit_and_its_base(office: MeterOffice) -> None:
    unit = office.unit("3-2-501")
    page = office.meters.page(office.meter(unit, number="W-501", base="12.5", loss="0.03"))
    assert (page.meter.number, page.meter.units, page.meter.building) == ("W-501", ("3-2-501",), "3栋")
    assert [(row.kind, row.value, row.day) for row in page.readings] == [(ReadingKind.BASE, Decimal("12.5"), JANUARY)]
    assert page.meter.facts.loss_rate == Decimal("0.03")


def test_a_unit_may_have_several_meters_and_a_meter_several_units(office: MeterOffice) -> None:
    first, second = office.unit("3-2-501"), office.unit("3-2-502")
    both = office.meter(first, second, number="1")
    own = office.meter(first, number="2")
    assert [row.id for row in office.meters.listed(MeterFilter(unit_id=first))] == [both, own]
    assert [row.id for row in office.meters.listed(MeterFilter(unit_id=second))] == [both]
    assert office.meters.page(both).meter.units == ("3-2-501", "3-2-502")


def test_units_of_one_meter_share_its_usage_by_the_weights_of_the_last_day(office: MeterOffice) -> None:
    first, second = office.unit("3-2-501"), office.unit("3-2-502")
    meter = office.meter(first)
    office.meters.link(office.boss, meter, second, date(2026, 1, 15), Decimal("2.5"))
    office.reads(meter, FEBRUARY, "135")
    with office.store.reading() as connection:
        (interval,) = read_intervals(connection, [meter])[meter]
        links = read_links(connection, meter_ids=[meter])
        assert read_links(connection, unit_ids=[second]) == links[1:]
    assert [Fraction(interval.usage) * share_of(links, unit, interval) for unit in (first, second)] == [10, 25]


def test_a_unit_that_moved_off_a_meter_no_longer_shares(office: MeterOffice) -> None:
    first, second = office.unit("3-2-501"), office.unit("3-2-502")
    meter = office.meter(first, second)
    office.meters.unlink(office.boss, meter, first, date(2026, 1, 20))
    office.reads(meter, FEBRUARY, "110")
    with office.store.reading() as connection:
        (interval,) = read_intervals(connection, [meter])[meter]
        links = read_links(connection, meter_ids=[meter])
    assert [share_of(links, unit, interval) for unit in (first, second)] == [Fraction(0), Fraction(1)]
    assert office.meters.page(meter).meter.units == ("3-2-502",)
    assert [link.until for link in office.meters.page(meter).links] == [date(2026, 1, 20), None]


def test_a_unit_is_linked_again_only_after_the_last_link_ended(office: MeterOffice) -> None:
    unit = office.unit("3-2-501")
    meter = office.meter(unit)
    with pytest.raises(refused.UnitLinked):
        office.meters.link(office.boss, meter, unit, MARCH)
    office.meters.unlink(office.boss, meter, unit, MARCH)
    office.meters.link(office.boss, meter, unit, MARCH)
    with pytest.raises(refused.LinkEndsBeforeItBegins):
        office.meters.unlink(office.boss, meter, unit, MARCH)


def test_what_no_link_can_be_is_refused(office: MeterOffice) -> None:
    unit = office.unit("3-2-501")
    meter, public = office.meter(), office.meter(number="P1", public=True)
    with pytest.raises(refused.MeterIsPublic):
        office.meters.link(office.boss, public, unit, JANUARY)
    with pytest.raises(refused.WeightNotPositive):
        office.meters.link(office.boss, meter, unit, JANUARY, Decimal(0))
    with pytest.raises(UnknownUnit):
        office.meters.link(office.boss, meter, UnitId(99), JANUARY)
    with pytest.raises(refused.UnitNotLinked):
        office.meters.unlink(office.boss, meter, unit, MARCH)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (NewMeter(MeterKind.WATER, " ", NewDevice("1"), JANUARY), refused.MeterNameMissing),
        (NewMeter(MeterKind.WATER, "水表", NewDevice("1", 0), JANUARY), refused.WrongDigits),
        (NewMeter(MeterKind.WATER, "水表", NewDevice("1", 10), JANUARY), refused.WrongDigits),
        (NewMeter(MeterKind.WATER, "水表", NewDevice("1", 5, Decimal(0)), JANUARY), refused.MultiplierOutOfRange),
        (
            NewMeter(MeterKind.WATER, "水表", NewDevice("1", 5, Decimal("1.00001")), JANUARY),
            refused.MultiplierOutOfRange,
        ),
        (NewMeter(MeterKind.WATER, "水表", NewDevice("1"), JANUARY, loss_rate=Decimal(1)), refused.LossRateOutOfRange),
        (
            NewMeter(MeterKind.WATER, "水表", NewDevice("1"), JANUARY, loss_rate=Decimal("-0.1")),
            refused.LossRateOutOfRange,
        ),
        (NewMeter(MeterKind.WATER, "水表", NewDevice("TAKEN"), JANUARY), refused.MeterNumberTaken),
        (
            NewMeter(MeterKind.WATER, "水表", NewDevice("1"), date(2026, 11, 21), first_reading=Decimal(1)),
            ReadingInFuture,
        ),
    ],
)
def test_a_meter_that_cannot_be_is_refused_whole(office: MeterOffice, new: NewMeter, why: type[Refusal]) -> None:
    office.meter(number="TAKEN")
    with pytest.raises(why):
        office.meters.register(office.boss, new)
    assert len(office.meters.listed()) == 1


def test_a_device_without_a_number_replaces_none(office: MeterOffice) -> None:
    meter = office.meter(number="7")
    with pytest.raises(refused.DeviceNumberMissing):
        office.replaces(meter, MARCH, "130", number=" ")
    assert [one.number for one in office.meters.page(meter).devices] == ["7"]


def test_a_number_is_free_again_for_another_kind_and_after_the_device_went(office: MeterOffice) -> None:
    meter = office.meter(number="7")
    office.meter(number="7", kind=MeterKind.ELECTRICITY)
    office.replaces(meter, FEBRUARY, "110", number="8")
    again = office.meter(number="7")
    office.ends(again, FEBRUARY)
    office.meter(number="7")


def test_a_cashier_reads_meters_but_does_not_change_them(office: MeterOffice) -> None:
    with pytest.raises(NotPermitted):
        office.meters.register(office.reader, NewMeter(MeterKind.GAS, "气表", NewDevice("1"), JANUARY))


def test_a_replaced_device_and_its_successor_make_one_usage(office: MeterOffice) -> None:
    meter = office.meter(base="100", multiplier="2")
    office.reads(meter, FEBRUARY, "110")
    office.replaces(meter, date(2026, 2, 15), final="113", number="NEW", base="5")
    assert office.usages(meter) == ["20"]
    office.reads(meter, MARCH, "9")
    assert office.usages(meter) == ["20", "10"]
    page = office.meters.page(meter)
    assert [device.number for device in page.devices] == ["A001", "NEW"]
    assert [part.number for part in page.intervals[0].parts] == ["A001", "NEW"]


def test_a_device_may_be_replaced_on_a_day_of_reading_and_read_on_that_day(office: MeterOffice) -> None:
    meter = office.meter(base="100")
    office.reads(meter, FEBRUARY, "110")
    office.replaces(meter, FEBRUARY, final="110")
    office.reads(meter, MARCH, "4")
    assert office.usages(meter) == ["10", "4"]
    office.replaces(meter, APRIL, final="9", number="C001")
    office.reads(meter, APRIL, "0")
    assert office.usages(meter) == ["10", "4", "5"]


def test_a_replacement_before_the_last_reading_or_below_it_is_refused_whole(office: MeterOffice) -> None:
    meter = office.meter(base="100")
    office.reads(meter, MARCH, "110")
    with pytest.raises(ReadingBeforeLastDay):
        office.replaces(meter, FEBRUARY, final="111")
    with pytest.raises(ReadingBeforePrevious):
        office.replaces(meter, APRIL, final="109.9")
    assert len(office.meters.page(meter).devices) == 1


def test_a_meter_without_a_reading_has_nothing_to_replace(office: MeterOffice) -> None:
    with pytest.raises(refused.NoReadingYet):
        office.replaces(office.meter(base=None), MARCH, final="5")


def test_an_ended_meter_counts_its_last_usage_and_serves_nobody(office: MeterOffice) -> None:
    unit = office.unit("3-2-501")
    meter = office.meter(unit)
    office.ends(meter, FEBRUARY, final="107")
    assert office.usages(meter) == ["7"]
    assert office.meters.listed() == []
    assert office.meters.listed(MeterFilter(ended=True))[0].ended_on == FEBRUARY
    assert office.meters.page(meter).links[0].until == FEBRUARY
    with pytest.raises(refused.MeterEnded):
        office.meters.link(office.boss, meter, unit, MARCH)


def test_a_meter_ends_on_the_day_of_its_last_reading_with_that_value_only(office: MeterOffice) -> None:
    meter = office.meter()
    office.reads(meter, FEBRUARY, "110")
    with pytest.raises(ReadOnThatDay):
        office.ends(meter, FEBRUARY, final="111")
    with pytest.raises(ReadingBeforeLastDay):
        office.ends(meter, date(2026, 1, 31))
    office.ends(meter, FEBRUARY, final="110")
    assert office.usages(meter) == ["10"]


def test_the_loss_rate_stands_once_usage_was_counted_with_it(office: MeterOffice) -> None:
    meter = office.meter()
    facts = MeterFacts("地库总表", None, 7, Decimal("0.02"), "在泵房")
    office.meters.change(office.boss, meter, facts)
    assert office.meters.page(meter).meter.facts == facts
    office.reads(meter, FEBRUARY, "110")
    with pytest.raises(refused.LossRateInUse):
        office.meters.change(office.boss, meter, MeterFacts("地库总表", None, 7, Decimal("0.03"), ""))
    assert office.usages(meter) == ["10.2"]


def line_of(office: MeterOffice, place: int = 0, since: date = MARCH) -> RoundLine:
    return office.readings.round(since=since).lines[place]


def test_the_round_goes_in_route_order_and_knows_what_was_typed(office: MeterOffice) -> None:
    first, second = office.meter(number="1"), office.meter(number="2")
    office.meters.set_route(office.boss, [second, first])
    for meter in (first, second):
        office.reads(meter, FEBRUARY, "110")
    office.reads(first, MARCH, "125")
    found = office.readings.round(since=MARCH)
    assert [line.meter.number for line in found.lines] == ["2", "1"]
    assert found.read == 1
    unread, read = found.lines
    assert unread.last is not None
    assert (unread.last.value, unread.last.day, unread.last_usage, unread.usual) == (
        Decimal(110),
        FEBRUARY,
        Decimal(10),
        Decimal(10),
    )
    assert (unread.typed, unread.typed_usage) == (None, None)
    assert read.last is not None
    assert read.typed is not None
    assert (read.last.value, read.last_usage, read.usual) == (Decimal(110), Decimal(10), Decimal(10))
    assert (read.typed.value, read.typed_usage) == (Decimal(125), Decimal(15))


def test_the_round_shows_the_base_of_a_new_device_and_marks_an_estimate(office: MeterOffice) -> None:
    meter = office.meter()
    office.reads(meter, FEBRUARY, "110", estimated=True)
    assert line_of(office).last_estimated
    office.replaces(meter, date(2026, 2, 20), final="115", base="3")
    line = line_of(office)
    assert line.last is not None
    assert (line.last.value, line.last_usage, line.meter.number) == (Decimal(3), Decimal(10), "B001")


def test_a_meter_without_any_reading_waits_in_the_round(office: MeterOffice) -> None:
    meter = office.meter(base=None)
    assert (line_of(office).last, line_of(office).usual, line_of(office).typed) == (None, None, None)
    office.reads(meter, MARCH, "7")
    line = line_of(office)
    assert line.typed is not None
    assert (line.typed.kind, line.typed_usage) == (ReadingKind.BASE, None)


def test_the_list_is_filtered_by_kind_building_and_text(office: MeterOffice) -> None:
    unit = office.unit("3-2-501")
    water = office.meter(unit, number="W1")
    power = office.meter(number="E1", kind=MeterKind.ELECTRICITY, public=True, name="电梯用电")
    building = office.meters.page(water).meter.facts.building_id

    def found(**wanted: object) -> list[int]:
        return [row.id for row in office.meters.listed(MeterFilter(**wanted))]  # type: ignore[arg-type]

    assert found() == [water, power]
    assert found(kind=MeterKind.ELECTRICITY) == found(public=True) == found(text="电梯") == found(text="E1") == [power]
    assert found(building_id=building) == found(text="2-501") == [water]
    assert found(text="100%") == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("水费", "water"),
        (" 电 表 ", "electricity"),
        ("天然气", "gas"),
        ("代收居民水费", "water"),
        ("采暖费", "heat"),
        ("Water", "water"),
    ],
)
def test_kinds_are_understood_in_the_words_of_sheets(word: str, kind: str) -> None:
    assert parse_meter_kind(word) == kind


def test_a_word_that_means_no_meter_is_refused() -> None:
    with pytest.raises(refused.UnknownMeterKind):
        parse_meter_kind("物业费")


def test_what_is_read_since_a_day_is_the_end_of_the_whole(office: MeterOffice) -> None:
    meter = office.meter(base="100")
    quiet = office.meter(number="A002")
    wrong = office.reads(meter, FEBRUARY, "1100")
    office.readings.correct(office.boss, wrong, Decimal(110), "看错一位")
    office.reads(meter, MARCH, "120", estimated=True)
    office.replaces(meter, date(2026, 3, 15), final="118", base="7")
    office.replaces(meter, APRIL, final="9", number="C001", base="0")
    office.reads(meter, APRIL, "0")
    office.reads(meter, date(2026, 5, 1), "4")
    with office.store.reading() as connection:
        whole = read_intervals(connection, [meter])[meter]
        assert [one.usage for one in whole] == [10, 8, 2, 4]
        for since in (date(2025, 1, 1), *(one.until for one in whole)):
            late = read_intervals(connection, [meter, quiet], since)
            assert late[quiet] == ()
            assert late[meter] == whole[len(whole) - len(late[meter]) :]
            assert {one for one in whole if one.until > since} <= set(late[meter])
