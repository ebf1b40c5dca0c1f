"""What is done to tariffs, meters, bills and the register of the estate."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from sqlalchemy import Column, func, select

from app.core.ids import (
    AssignmentId,
    BatchId,
    BuildingId,
    MeterId,
    PersonId,
    ReadingId,
    RunId,
    TariffId,
    VacancyId,
)
from app.core.periods import month_start
from app.demo.invented_units import write_sheet
from app.estate.kinds import OccupancyRole, UnitKind
from app.estate.tables import building, occupancy, person
from app.estate.unit_facts import PersonFacts, UnitFacts
from app.fees.billing import RunRequest
from app.fees.money_of import MoneyOf
from app.fees.tables import assignment, billing_run, fee_item, tariff, vacancy
from app.fees.terms import Formula, TariffTerms
from app.meters.kinds import MeterKind
from app.meters.meter_facts import NewDevice, NewMeter, Replacement
from app.meters.reading_rule import TypedReading
from app.meters.tables import meter, reading
from app.sheets.tables import import_batch
from tests.stories.kill.use_cases.life import HOMES, Act, Life, NothingThere

JANUARY = date(2026, 1, 1)
MONTHS_AHEAD = 12
OWN_ITEM = "代办费 "


def run_bills(life: Life) -> None:
    life.office.billing.run(life.supervisor, RunRequest.through(2027, life.rng.randrange(1, MONTHS_AHEAD)))


def take_run_back(life: Life) -> None:
    life.office.billing.undo(life.supervisor, RunId(_last(life, billing_run.c.id)))


def make_tariff(life: Life) -> None:
    item = next(item for item in life.office.fee_items.all() if item.code == "energy")
    terms = TariffTerms(Formula.FIXED, Decimal(life.step))
    life.office.tariffs.create(life.supervisor, item.id, life.name("公共能耗 "), JANUARY, terms)


def change_tariff(life: Life) -> None:
    terms = TariffTerms(Formula.AREA, Decimal("1.95"))
    life.office.tariffs.new_version(life.supervisor, TariffId(life.any_row(tariff.c.id)), life.today, terms)


def lay_tariff(life: Life) -> None:
    chosen = TariffId(life.any_row(tariff.c.id))
    life.office.assignments.assign(life.supervisor, chosen, [life.one(life.units)], life.today + timedelta(days=400))


def end_assignment(life: Life) -> None:
    life.office.assignments.end(
        life.supervisor, AssignmentId(life.any_row(assignment.c.id)), life.today + timedelta(days=900)
    )


def grant_vacancy(life: Life) -> None:
    chosen = AssignmentId(life.any_row(assignment.c.id))
    first = month_start(life.today + timedelta(days=500))
    life.office.vacancies.grant(life.supervisor, chosen, first, None, Decimal("0.7"), "长期空置")


def withdraw_vacancy(life: Life) -> None:
    life.office.vacancies.withdraw(life.supervisor, VacancyId(life.any_row(vacancy.c.id)), "业主提前入住")


def add_item(life: Life) -> None:
    life.office.fee_items.add(life.supervisor, life.name(OWN_ITEM), MoneyOf.OWN)


def put_item_away(life: Life) -> None:
    added = select(fee_item.c.id).where(fee_item.c.name.startswith(OWN_ITEM))  # the others are needed
    with life.office.store.reading() as connection:
        chosen = life.one(connection.execute(added).scalars().all())
    life.office.fee_items.set_active(life.supervisor, chosen, active=bool(life.step % 2))


def register_meter(life: Life) -> None:
    name = life.name("冷水表 ")
    new = NewMeter(
        MeterKind.WATER,
        name,
        NewDevice(f"S{life.step:06d}"),
        JANUARY,
        ((life.any_home(), Decimal(1)),),
        first_reading=Decimal(100),
    )
    life.office.meters.register(life.supervisor, new)


def read_meter(life: Life) -> None:
    chosen = MeterId(life.any_row(meter.c.id))
    value = Decimal(100 + 3 * life.step)
    life.office.readings.enter(life.cashier, TypedReading(chosen, life.today, value), accepted=True)


def correct_reading(life: Life) -> None:
    life.office.readings.correct(
        life.supervisor, ReadingId(life.any_row(reading.c.id)), Decimal(101 + life.step), "抄错一位"
    )


def replace_meter(life: Life) -> None:
    chosen = MeterId(life.any_row(meter.c.id))
    what = Replacement(life.today, Decimal(400 + 3 * life.step), NewDevice(f"N{life.step:06d}"))
    life.office.meters.replace(life.supervisor, chosen, what, accepted=True)


def add_unit(life: Life) -> None:
    life.office.estate.add_unit(
        life.supervisor, UnitFacts(f"9-1-{life.step}", UnitKind.HOME, building_area=Decimal("88.10"))
    )


def add_person(life: Life) -> None:
    who = PersonFacts(life.name("赵金贵"), ("13700002222",))
    life.office.estate.add_person(life.supervisor, life.one(life.units), who, OccupancyRole.TENANT)


def change_person(life: Life) -> None:
    who = PersonFacts(life.name("周子涵"), ("13500004444",))
    life.office.estate.change_person(life.supervisor, PersonId(life.any_row(person.c.id)), who)


def end_occupancy(life: Life) -> None:
    elsewhere = select(occupancy.c.id).where(occupancy.c.unit_id.not_in(life.units[:HOMES]))  # somebody must pay
    with life.office.store.reading() as connection:
        chosen = life.one(connection.execute(elsewhere).scalars().all())
    life.office.estate.end_occupancy(life.supervisor, chosen, life.today)


def add_plate(life: Life) -> None:
    life.office.estate.add_plate(life.supervisor, life.one(life.units), f"浙A{life.step:05d}")


def import_units(life: Life) -> None:
    sheet = life.data.parent / f"units {life.step}.xlsx"
    write_sheet(sheet, 8, Random(life.seed), JANUARY)
    life.office.unit_import.run(life.supervisor, sheet)


def take_import_back(life: Life) -> None:
    life.office.unit_import.undo(life.supervisor, BatchId(_last(life, import_batch.c.id)))


def write_hint(life: Life) -> None:
    chosen = BuildingId(life.any_row(building.c.id))
    life.office.building_hints.write(life.cashier, chosen, life.name("门禁密码找值班室 "))


def _last(life: Life, column: Column[int]) -> int:
    with life.office.store.reading() as connection:
        found = connection.execute(select(func.max(column))).scalar()
    if found is None:
        raise NothingThere
    return int(found)


ACTS: tuple[Act, ...] = (
    *(run_bills, take_run_back, make_tariff, change_tariff, lay_tariff, end_assignment, grant_vacancy),
    *(withdraw_vacancy, add_item, put_item_away, register_meter, read_meter, correct_reading, replace_meter),
    *(add_unit, add_person, change_person, end_occupancy, add_plate, import_units, take_import_back, write_hint),
)
