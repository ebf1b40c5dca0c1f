"""Taking an import back: what nobody has used goes, what is in use stays, and the record remains."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.core.ids import ApprovalId, BatchId, UnitId
from app.estate.building_hints import BuildingHints
from app.estate.find_units import FindUnits
from app.estate.import_plan import DuplicatePolicy
from app.estate.import_units import UnitImport
from app.estate.kinds import OccupancyRole, UnitState
from app.estate.registry import Estate
from app.estate.tables import building, occupancy, paid_through, person, phone, plate, search_term, unit
from app.estate.unit_facts import PersonFacts, UnitFacts, UnitPage
from app.sheets.refusals import BatchTakenBack
from app.store.store import Store
from tests.estate.builders import sheet_of
from tests.sheets.messy_sheet import write_messy_sheet

TABLES = (building, unit, person, phone, occupancy, plate, paid_through, search_term)


@pytest.fixture
def imports(store: Store, clock: SetClock, book: Estate) -> UnitImport:
    return UnitImport(store, clock)


def everything(store: Store) -> list[set[tuple[object, ...]]]:
    """All rows of the book, without the search terms' own numbers and the telephones' ids and times."""
    with store.reading() as connection:
        found = []
        for table in TABLES:
            columns = [column for column in table.c if column.name not in ("at", "by") and not _is_own_number(column)]
            found.append({tuple(row) for row in connection.execute(select(*columns))})
        return found


def _is_own_number(column: object) -> bool:
    return str(column) in ("search_term.id", "phone.id")


def run(imports: UnitImport, by: Actor, path: Path, policy: DuplicatePolicy = DuplicatePolicy.SKIP) -> BatchId:
    batch_id = imports.run(by, path, policy).batch_id
    assert batch_id is not None
    return batch_id


def test_an_import_taken_back_leaves_only_its_record(
    imports: UnitImport, store: Store, supervisor: Actor, clock: SetClock, tmp_path: Path
) -> None:
    before = everything(store)
    batch_id = run(imports, supervisor, write_messy_sheet(tmp_path / "a.xlsx").path)
    clock.advance(days=1)
    taken = imports.undo(supervisor, batch_id)
    assert (taken.removed, taken.restored, taken.kept) == (70, 0, ())
    assert everything(store) == before
    [batch] = imports.batches()
    assert (batch.id, batch.file, batch.counts.new, batch.undone_at) == (batch_id, "a.xlsx", 70, clock.now())


@pytest.mark.parametrize("policy", [DuplicatePolicy.REPLACE, DuplicatePolicy.REPLACE_AND_ADD])
def test_replaced_facts_people_and_telephones_come_back(
    imports: UnitImport,
    store: Store,
    book: Estate,
    supervisor: Actor,
    clock: SetClock,
    tmp_path: Path,
    policy: DuplicatePolicy,
) -> None:
    first = ["3", "2", "501", 80, "陈立新", "13700000000", "2020-01-01", "空置", "2025-12", "浙A·11111"]
    second = ["3", "2", "501", 89.5, "张建国", "13812345678", "2021-01-01", "装修", "2026-06", "浙A·22222"]
    third = ["3", "2", "502", 89.5, "陈立新", "13700000000、13700001111", None, None, None, None]
    heads = ("楼号", "单元", "房间", "建筑面积", "业主名称", "手机号", "交房日期", "房屋状态", "已缴至", "车牌号")
    run(imports, supervisor, sheet_of(tmp_path / "a.xlsx", first, heads=heads))
    before, page = everything(store), _page(book)
    clock.advance(days=30)
    batch_id = run(imports, supervisor, sheet_of(tmp_path / "b.xlsx", second, third, heads=heads), policy)
    assert _page(book) != page
    clock.advance(days=30)
    taken = imports.undo(supervisor, batch_id)
    assert (taken.removed, taken.restored, taken.kept) == (1, 1, ())
    assert everything(store) == before
    assert _page(book) == page


def _page(book: Estate) -> UnitPage:
    return book.unit_page(book.unit_named("3-2-501"))


def test_units_in_use_stay_and_are_named(
    imports: UnitImport,
    store: Store,
    book: Estate,
    finder: FindUnits,
    supervisor: Actor,
    clock: SetClock,
    tmp_path: Path,
) -> None:
    rows = [["3", "2", f"50{number}", 80, f"张{number}", f"1370000000{number}"] for number in range(1, 4)]
    began = clock.now()
    batch_id = run(imports, supervisor, sheet_of(tmp_path / "a.xlsx", *rows))
    billed = book.unit_named("3-2-502")
    asked: list[datetime] = []

    def guard(_: Connection, units: Sequence[UnitId], since: datetime) -> set[UnitId]:
        asked.append(since)
        return {billed} & set(units)

    imports.add_guard(guard)
    taken = imports.undo(supervisor, batch_id)
    assert (taken.removed, taken.kept, asked) == (2, ("3-2-502",), [began])
    assert [row.code for row in book.units()] == ["3-2-502"]
    assert [hit.person for hit in finder.find("0002")] == ["张2"]
    assert finder.find("0001") == []


def test_a_building_of_which_something_was_written_down_stays(
    imports: UnitImport, store: Store, book: Estate, supervisor: Actor, clock: SetClock, tmp_path: Path
) -> None:
    batch_id = run(imports, supervisor, sheet_of(tmp_path / "a.xlsx", ["3", "2", "501", 80], ["4", "1", "201", 90]))
    first, _ = (node.id for node in book.tree())
    BuildingHints(store, clock).write(supervisor, first, "门禁密码找值班室")
    assert imports.undo(supervisor, batch_id).removed == 2
    with store.reading() as connection:
        assert connection.execute(select(building.c.id)).scalars().all() == [first]


def test_what_somebody_entered_by_hand_since_is_not_lost(
    imports: UnitImport, book: Estate, supervisor: Actor, clock: SetClock, tmp_path: Path
) -> None:
    rows = [["3", "2", f"50{number}", 80, "张", None] for number in range(1, 5)]
    batch_id = run(imports, supervisor, sheet_of(tmp_path / "a.xlsx", *rows))
    clock.advance(minutes=5)
    book.add_person(supervisor, book.unit_named("3-2-501"), PersonFacts("李梅"), OccupancyRole.TENANT)
    book.change_unit(supervisor, book.unit_named("3-2-502"), UnitFacts("3-2-502", state=UnitState.LET))
    book.add_plate(supervisor, book.unit_named("3-2-503"), "浙A12345")
    taken = imports.undo(supervisor, batch_id)
    assert (taken.removed, taken.kept) == (1, ("3-2-501", "3-2-502", "3-2-503"))


def test_what_a_later_import_changed_stays_until_that_one_is_taken_back(
    imports: UnitImport, book: Estate, supervisor: Actor, clock: SetClock, tmp_path: Path
) -> None:
    first = run(imports, supervisor, sheet_of(tmp_path / "a.xlsx", ["3", "2", "501", 80, "张", None]))
    path = sheet_of(tmp_path / "b.xlsx", ["3", "2", "501", 90, "张", None])
    second = run(imports, supervisor, path, DuplicatePolicy.REPLACE)
    assert imports.undo(supervisor, first).kept == ("3-2-501",)
    assert imports.undo(supervisor, second).restored == 1
    assert _page(book).facts.building_area == Decimal(80)


def test_an_import_is_taken_back_once_and_with_a_supervisors_yes(
    imports: UnitImport, supervisor: Actor, cashier: Actor, tmp_path: Path
) -> None:
    batch_id = run(imports, cashier, sheet_of(tmp_path / "a.xlsx", ["3", "2", "501", 80, "张", None]))
    with pytest.raises(NotPermitted):
        imports.undo(cashier, batch_id)
    approval = Approval(ApprovalId(1), Permission.UNDO_IMPORT, supervisor.name)
    imports.undo(cashier, batch_id, approval)
    with pytest.raises(BatchTakenBack):
        imports.undo(supervisor, batch_id)
