"""Building a demo estate: the same services as in real use, in large transactions, beside the folder it is for."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from random import Random

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.periods import add_months, month_start
from app.demo.invented_contacts import try_most, write_contacts
from app.demo.invented_duty import InventedDuty
from app.demo.invented_history import InventedHistory
from app.demo.invented_incidents import InventedIncidents
from app.demo.invented_meters import InventedMeters
from app.demo.invented_tickets import InventedTickets
from app.demo.invented_units import write_sheet
from app.demo.plan import DemoPlan, FolderHoldsOffice
from app.estate.kinds import UnitKind
from app.estate.unit_facts import UnitFilter
from app.fees.handover import HandoverMonth
from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from app.office import Office, SetUp
from app.store.folder import DataFolder

Progress = Callable[[int, int], None]

SUPERVISOR, PASSWORD = "周可", "demo-estate"
_LATE_FEE = LateFeeTerms(Decimal("0.0005"), grace_days=0)
_OPENED_YEARS_AGO = 6


def build_demo(folder: Path, plan: DemoPlan, progress: Progress) -> None:
    """Build the estate in `folder`, which must hold no office yet; half a demo is never left there.

    Raises FolderHoldsOffice and the troubles of `app.store.opening`; `progress` may raise to stop.
    """
    if DataFolder(folder).holds_office:
        raise FolderHoldsOffice(str(folder))
    DataFolder(folder.parent).prepare()
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".demo-") as workshop:
        draft = Path(workshop) / "estate"
        _build(draft, plan, progress, Path(workshop) / "units.xlsx")
        folder.mkdir(exist_ok=True)
        for made in sorted(draft.iterdir()):
            shutil.move(made, folder / made.name)


def _build(folder: Path, plan: DemoPlan, progress: Progress, sheet: Path) -> None:
    chance = Random(plan.seed)  # noqa: S311 - an invented estate, not a secret
    first = add_months(month_start(plan.now.date()), 1 - plan.months)
    clock = SetClock(datetime.combine(add_months(first, -1), time(8)))
    with closing(Office.open(folder, clock)) as office:
        keeper = office.set_up(
            SetUp(
                company="禾木里物业服务有限公司",
                service_centre="阳光花园物业服务中心",
                estate="阳光花园",
                telephone="0571-5550100",
                handover_month=HandoverMonth.FROM_HANDOVER_DAY,
                person=SUPERVISOR,
                password=PASSWORD,
                demo=True,
            )
        )
        opened = date(first.year - _OPENED_YEARS_AGO, 6, 18)
        write_sheet(sheet, plan.units, chance, opened)
        office.unit_import.run(keeper, sheet)
        with office.store.transaction():
            _lay_tariffs(office, keeper, first)
            meters = InventedMeters(office, keeper, chance)
            meters.hang(first)
            write_contacts(office, keeper)
        InventedHistory(office, clock, keeper, chance, meters).pass_months(first, plan.now, progress)
        said = Random(f"{plan.seed} tickets")  # noqa: S311 - an invented estate, not a secret
        InventedTickets(office, clock, keeper, said).pass_months(first, plan.now)
        watched = Random(f"{plan.seed} duty")  # noqa: S311 - as above
        InventedDuty(office, clock, keeper, watched, PASSWORD).pass_days(plan.now)
        InventedIncidents(office, clock, keeper).pass_days(plan.now)
        with office.store.transaction():
            try_most(office, keeper)


def _lay_tariffs(office: Office, by: Actor, first: date) -> None:
    area, fixed = Formula.AREA, Formula.FIXED
    _lay(
        office,
        by,
        first,
        "property",
        "住宅物业费",
        TariffTerms(area, Decimal("1.85"), late_fee=_LATE_FEE),
        UnitKind.HOME,
    )
    shops = TariffTerms(area, Decimal("4.50"), cycle_months=3, late_fee=_LATE_FEE)
    _lay(office, by, first, "property", "商铺物业费", shops, UnitKind.SHOP)
    _lay(office, by, first, "energy", "住宅公共能耗费", TariffTerms(fixed, Decimal(12)), UnitKind.HOME)
    _lay(office, by, first, "parking", "地下车位费", TariffTerms(fixed, Decimal(150)), UnitKind.PARKING)


def _lay(office: Office, by: Actor, first: date, item_code: str, name: str, terms: TariffTerms, kind: UnitKind) -> None:
    item = next(item for item in office.fee_items.all() if item.code == item_code)
    basis = "前期物业服务合同第八条"
    tariff_id = office.tariffs.create(by, item.id, name, first, terms, basis=basis)
    units = [row.id for row in office.estate.units(UnitFilter(kinds=frozenset({kind})))]
    if units:
        office.assignments.assign(by, tariff_id, units, first)
