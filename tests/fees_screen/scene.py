"""A believable estate for the tab of tariffs, built through the same services as real use."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from app.core.ids import TariffId, UnitId
from app.core.rounding import Rounding
from app.estate.kinds import OccupancyRole, UnitKind, UnitState
from app.estate.unit_facts import PersonFacts, UnitFacts
from app.fees.billing import RunRequest
from app.fees.terms import AreaBase, Formula, LateFeeTerms, TariffTerms
from tests.office_builder import OfficeBuilder

TODAY = datetime(2026, 11, 20, 14, 35)
_AREAS = ("89.50", "104.32", "127.88", "89.50", "142.06", "75.40")
_FAMILIES = "张李王何崔赵宋潘傅沈邓曾单仇解查朴翟周吴郑孙马秦丁蔡陆"
_GIVEN = ("建国", "秀兰", "明", "子涵", "海燕", "金贵", "丽华", "志远", "佳", "晓燕", "伟", "琳", "玉兰", "俊杰")
_HIGH_RISE = "住宅物业费（高层）"


class Scene:
    """Three buildings of homes, a row of shops, a garage; tariffs for most of them; three runs."""

    def __init__(self, office: OfficeBuilder) -> None:
        self.office = office
        self.tariffs: dict[str, TariffId] = {}
        self.homes: list[UnitId] = []
        self.shops: list[UnitId] = []
        self.spaces: list[UnitId] = []
        self._people = 0

    def build(self, *, floors: int = 9) -> Scene:
        """Everything; `floors` of two homes in each of six entrances."""
        with self.office.office.store.transaction():
            self._build_units(floors)
            self._make_tariffs()
            self._assign()
        self._bill()
        self.office.clock.set(TODAY)
        return self

    def _build_units(self, floors: int) -> None:
        for building in (1, 2, 3):
            for entrance in (1, 2):
                for floor in range(1, floors + 1):
                    for door in (1, 2):
                        self.homes.append(self._home(f"{building}-{entrance}-{floor}0{door}", floor))
        for number in range(1, 9):
            area = Decimal(38 + 7 * number)
            facts = UnitFacts(f"商铺{number:02}", UnitKind.SHOP, UnitState.LET, building_area=area)
            self.shops.append(self._unit(facts))
        for number in range(1, 25):
            self.spaces.append(self._unit(UnitFacts(f"B1-{number:03}", UnitKind.PARKING, UnitState.HANDED_OVER)))

    def _home(self, code: str, floor: int) -> UnitId:
        number = len(self.homes)
        area = None if number in (17, 40) else Decimal(_AREAS[number % len(_AREAS)])
        state = UnitState.OCCUPIED
        handover: date | None = date(2019, 6, 18)
        if number in (30, 31, 66):
            state, handover = UnitState.NOT_HANDED_OVER, None
        elif number in (8, 71):
            state, handover = UnitState.UNSOLD, None
        elif number == 52:
            handover = date(2026, 11, 12)
        facts = UnitFacts(code, UnitKind.HOME, state, floor, building_area=area, handover_date=handover)
        return self._unit(facts, with_owner=state is not UnitState.UNSOLD)

    def _unit(self, facts: UnitFacts, *, with_owner: bool = True) -> UnitId:
        estate, by = self.office.office.estate, self.office.supervisor
        unit_id = estate.add_unit(by, facts)
        if with_owner:
            self._people += 1
            name = _FAMILIES[self._people % len(_FAMILIES)] + _GIVEN[self._people * 5 % len(_GIVEN)]
            estate.add_person(by, unit_id, PersonFacts(name), OccupancyRole.OWNER)
        return unit_id

    def _make_tariffs(self) -> None:
        late = LateFeeTerms(Decimal("0.0005"), grace_days=7)
        self._tariff(
            "property",
            _HIGH_RISE,
            TariffTerms(Formula.AREA, Decimal("1.65"), late_fee=late),
            "前期物业服务合同第十二条",
        )
        self._tariff(
            "property",
            "商铺物业费",
            TariffTerms(Formula.AREA, Decimal("3.20"), cycle_months=3, late_fee=LateFeeTerms(Decimal("0.001"))),
            "商铺租赁及物业服务协议",
        )
        self._tariff("energy", "公共能耗分摊", TariffTerms(Formula.FIXED, Decimal(15)), "2025 年业主大会决议")
        self._tariff("parking", "地下固定车位", TariffTerms(Formula.FIXED, Decimal(150)), "车位管理协议")
        inner = TariffTerms(
            Formula.AREA,
            Decimal("0.25"),
            area_base=AreaBase.INNER,
            cycle_months=12,
            rounding=Rounding.HALF_UP,
            rounding_unit_fen=100,
        )
        self._tariff("repair-fund", "维修基金续筹", inner, "")
        risen = TariffTerms(Formula.AREA, Decimal("1.85"), late_fee=late)
        office, by = self.office.office, self.office.supervisor
        office.tariffs.new_version(
            by, self.tariffs[_HIGH_RISE], date(2026, 4, 1), risen, "2026-03-08 业主大会决议（同意 71%）"
        )

    def _tariff(self, code: str, name: str, terms: TariffTerms, basis: str) -> None:
        office = self.office.office
        item = next(item for item in office.fee_items.all() if item.code == code)
        made = office.tariffs.create(self.office.supervisor, item.id, name, date(2025, 1, 1), terms, basis=basis)
        self.tariffs[name] = made

    def _assign(self) -> None:
        assign, by, first = self.office.office.assignments.assign, self.office.supervisor, date(2026, 9, 1)
        assign(by, self.tariffs[_HIGH_RISE], self.homes[:-4], first)
        assign(by, self.tariffs["商铺物业费"], self.shops, date(2026, 7, 1))
        assign(by, self.tariffs["公共能耗分摊"], self.homes[:60], first)
        assign(by, self.tariffs["地下固定车位"], self.spaces[:18], first)

    def _bill(self) -> None:
        office = self.office
        for month, day in ((9, 1), (10, 8), (11, 2)):
            office.clock.set(datetime(2026, month, day, 9, 12 + month))
            run = office.office.billing.run(office.supervisor, RunRequest.through(2026, month))
            if month == 10:
                office.office.billing.undo(office.supervisor, run.id)
                office.clock.advance(minutes=20)
                office.office.billing.run(office.supervisor, RunRequest.through(2026, month))
