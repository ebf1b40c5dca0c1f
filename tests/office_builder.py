"""Builds an office for a story in the office's own words, through the same services as real use."""

from __future__ import annotations

import atexit
import shutil
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.core.ids import TariffId, UnitId
from app.core.money import Money, total
from app.core.money_text import parse_money
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, OneOff, Taken, TakePayment, paid_by
from app.counter.payments.bill import Bill
from app.estate.kinds import OccupancyRole, UnitKind, UnitState
from app.estate.unit_facts import PersonFacts, UnitFacts
from app.fees.billing import RunRequest
from app.fees.handover import HandoverMonth
from app.fees.terms import Formula, LateFeeTerms, TariffTerms
from app.office import Office, SetUp
from app.store.folder import DataFolder
from app.store.opening import open_store

SUPERVISOR_PASSWORD = "smooth-river"
CASHIER_PASSWORD = "green-lantern"
_SET_UP_AT = datetime(2026, 1, 1, 8)
ANSWERS = SetUp(
    company="禾木里物业服务有限公司",
    service_centre="阳光花园物业服务中心",
    estate="阳光花园",
    telephone="0571-5550100",
    handover_month=HandoverMonth.FROM_HANDOVER_DAY,
    person="沈若兰",
    password=SUPERVISOR_PASSWORD,
)


@cache
def empty_folder() -> Path:
    """A data folder that nobody has answered the set-up of; built once, to be copied."""
    folder = Path(mkdtemp(prefix="empty-office-")) / "data"
    atexit.register(shutil.rmtree, folder.parent)
    open_store(DataFolder(folder), _SET_UP_AT).close()
    return folder


@cache
def set_up_folder() -> Path:
    """A data folder that was set up, with its people; built once, to be copied."""
    folder = Path(mkdtemp(prefix="set-up-office-")) / "data"
    atexit.register(shutil.rmtree, folder.parent)
    shutil.copytree(empty_folder(), folder)
    OfficeBuilder(folder, SetClock(_SET_UP_AT)).office.close()
    return folder


def another_office(folder: Path, clock: SetClock) -> OfficeBuilder:
    """An office with a key of its own: what other builders lay down are copies of one."""
    Office.open(folder, clock).close()
    return OfficeBuilder(folder, clock)


class OfficeBuilder:
    """An office on 20 November 2026 at nine, with a supervisor and a cashier; every word is a real use case."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        if not DataFolder(folder).database.exists():
            shutil.copytree(set_up_folder(), folder, dirs_exist_ok=True)
        self.clock = clock
        self.office = Office.open(folder, clock)
        if not self.office.is_set_up:
            self._set_up()
        self.supervisor = self.office.people.named("沈若兰")
        self.cashier = self.office.people.named("王敏")

    def _set_up(self) -> None:
        now = self.clock.now()
        self.clock.set(_SET_UP_AT)
        supervisor = self.office.set_up(ANSWERS)
        self.office.people.add(supervisor, "王敏", CASHIER_PASSWORD, Role.CASHIER)
        self.clock.set(now)

    def unit(self, code: str, owner: str = "张建国", area: str = "89.50", phone: str = "13800005678") -> UnitId:
        """A home that was handed over on 1 January 2020 to its owner."""
        facts = UnitFacts(
            code,
            UnitKind.HOME,
            UnitState.OCCUPIED,
            building_area=Decimal(area),
            handover_date=date(2020, 1, 1),
        )
        unit_id = self.office.estate.add_unit(self.supervisor, facts)
        self.office.estate.add_person(self.supervisor, unit_id, PersonFacts(owner, (phone,)), OccupancyRole.OWNER)
        return unit_id

    def property_fee(self, *unit_ids: UnitId, price: str = "1.85", rate: str | None = "0.0005") -> TariffId:
        """A monthly property fee by area from August 2026 on, due on the 5th, with a late fee, laid on the units."""
        item = next(item for item in self.office.fee_items.all() if item.code == "property")
        late_fee = LateFeeTerms(Decimal(rate)) if rate else None
        terms = TariffTerms(Formula.AREA, Decimal(price), late_fee=late_fee)
        tariff_id = self.office.tariffs.create(self.supervisor, item.id, f"住宅 {price}", date(2026, 1, 1), terms)
        self.office.assignments.assign(self.supervisor, tariff_id, unit_ids, date(2026, 8, 1))
        return tariff_id

    def billed_through(self, year: int, month: int) -> None:
        """A billing run through this month."""
        self.office.billing.run(self.supervisor, RunRequest.through(year, month))

    def open_shift(self, by: Actor | None = None, opening_float: str = "500") -> None:
        """The cashier opens the drawer."""
        self.office.shifts.open(by or self.cashier, parse_money(opening_float))

    def pays(
        self,
        unit_id: UnitId,
        received: str | None = None,
        method: Method = Method.CASH,
        *,
        reference: str = "",
        one_offs: tuple[OneOff, ...] = (),
        bill: Bill | None = None,
        by: Actor | None = None,
    ) -> Taken:
        """Everything due is paid at the counter, exactly or with what was handed over."""
        return self.office.payments.take(
            by or self.cashier,
            self.asked(unit_id, received, method, reference=reference, one_offs=one_offs, bill=bill),
        )

    def asked(
        self,
        unit_id: UnitId,
        received: str | None = None,
        method: Method = Method.CASH,
        *,
        reference: str = "",
        one_offs: tuple[OneOff, ...] = (),
        bill: Bill | None = None,
    ) -> TakePayment:
        """What F9 would ask for."""
        shown = bill or self.office.bills.open(unit_id)
        due = total(one.outstanding + one.late_fee_owed for one in shown.due) + total(one.amount for one in one_offs)
        return TakePayment(
            client_id=shown.client_id,
            unit_id=unit_id,
            payer_name=shown.payers[0].name,
            payer_id=shown.payers[0].person_id,
            lines=tuple(ChosenLine(one.id, one.version) for one in shown.due),
            one_offs=one_offs,
            tenders=paid_by(method, due if received is None else parse_money(received), reference),
            shown_due=due,
        )

    def owes(self, unit_id: UnitId) -> Money:
        """What the counter shows as due today."""
        bill = self.office.bills.open(unit_id)
        return total(one.outstanding + one.late_fee_owed for one in bill.due)

    def breaches(self) -> list[str]:
        """Every book-keeping truth that does not hold, with what breaks it."""
        return [f"{finding.truth}: {breach}" for finding in self.office.verify() for breach in finding.breaches]
