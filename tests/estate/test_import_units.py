"""From the spreadsheet of a real office to units, people and plates in the book."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Table, event, func, select

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.core.errors import Refusal
from app.core.ids import UserId
from app.estate import import_new_units
from app.estate.find_units import FindUnits
from app.estate.import_plan import DuplicatePolicy
from app.estate.import_results import ImportPreview
from app.estate.import_units import UnitImport
from app.estate.kinds import OccupancyRole, UnitKind, UnitState
from app.estate.refusals import NoEstate
from app.estate.registry import Estate
from app.estate.search_index import index_units
from app.estate.tables import occupancy, person, search_term, unit
from app.estate.unit_facts import PersonFacts, UnitFacts
from app.sheets.refusals import ExampleRow, WrongColumns
from app.store.faults import DiskFull
from app.store.store import Store
from tests.estate.builders import HEADS, sheet_of
from tests.sheets.filled_template import make_own
from tests.sheets.messy_sheet import MessySheet, write_messy_sheet


@pytest.fixture
def imports(store: Store, clock: SetClock, book: Estate) -> UnitImport:
    return UnitImport(store, clock)


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory) -> MessySheet:
    return write_messy_sheet(tmp_path_factory.mktemp("sheet") / "房屋业主.xlsx")


def said(refusal: Refusal) -> str:
    return type(refusal).__name__


def count(store: Store, *tables: Table) -> list[int]:
    with store.reading() as connection:
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]


def test_a_messy_sheet_comes_in_whole_but_for_its_bad_rows(
    imports: UnitImport, book: Estate, cashier: Actor, messy: MessySheet
) -> None:
    result = imports.run(cashier, messy.path)
    assert [bad.row.number for bad in result.bad] == messy.bad_rows
    assert (result.counts.new, result.counts.skipped) == (len(messy.codes), messy.repeated)
    rows = {row.code: row for row in book.units()}
    assert set(rows) == set(messy.codes)
    assert {code: row.facts.building_area for code, row in rows.items() if row.facts.building_area} == messy.areas
    assert {code: row.facts.handover_date for code, row in rows.items()} == messy.handed_over
    assert {code: row.person for code, row in rows.items()} == messy.owners


def test_every_resident_of_the_sheet_is_found_by_name_and_telephone(
    imports: UnitImport, finder: FindUnits, cashier: Actor, messy: MessySheet
) -> None:
    imports.run(cashier, messy.path)
    for code in messy.codes[::7]:
        assert code in [hit.code for hit in finder.find(messy.owners[code])]
        assert code in [hit.code for hit in finder.find(messy.phones[code][-1][-8:])]
        assert finder.find(code)[0].code == code


def test_the_terms_written_at_once_are_those_written_one_by_one(
    imports: UnitImport, book: Estate, store: Store, cashier: Actor, messy: MessySheet
) -> None:
    imports.run(cashier, messy.path)
    columns = (search_term.c.term, search_term.c.kind, search_term.c.unit_id, search_term.c.person_id)
    with store.transaction() as connection:
        at_once = set(connection.execute(select(*columns, search_term.c.sort_key)))
        index_units(connection, [row.id for row in book.units()])
        assert set(connection.execute(select(*columns, search_term.c.sort_key))) == at_once


def test_shops_parking_and_what_was_paid_before_are_understood(
    imports: UnitImport, book: Estate, cashier: Actor, messy: MessySheet
) -> None:
    imports.run(cashier, messy.path)
    shop = book.unit_page(book.unit_named("商铺1"))
    assert (shop.facts.kind, shop.people[0].role) == (UnitKind.SHOP, OccupancyRole.TENANT)
    place = book.unit_page(book.unit_named("地库B1-1"))
    assert (place.facts.kind, place.facts.building_area, len(place.plates)) == (UnitKind.PARKING, None, 1)
    paid = {row.until for code in messy.codes for row in book.unit_page(book.unit_named(code)).paid_through}
    assert paid == {date(2026, 7, 1)}


def test_the_preview_writes_nothing_and_names_what_will_not_be_kept(
    imports: UnitImport, book: Estate, messy: MessySheet
) -> None:
    preview = imports.preview(messy.path)
    assert (preview.new, preview.known, preview.repeated) == (len(messy.codes), 0, messy.repeated)
    assert preview.never_kept == ("身份证号",)
    assert preview.unused == ("总层数", "是否有电梯", "租金", "性别")
    assert preview.paid_items == ("物业费",)
    assert book.units() == []


def test_no_id_number_reaches_the_database(
    imports: UnitImport, store: Store, cashier: Actor, messy: MessySheet
) -> None:
    imports.run(cashier, messy.path)
    with store.reading() as connection:
        for table in (unit, person, occupancy, search_term):
            for row in connection.execute(select(table)):
                assert "33010019" not in str(row)


def test_bad_rows_come_back_as_the_same_sheet_and_can_be_imported_when_corrected(
    imports: UnitImport, book: Estate, cashier: Actor, messy: MessySheet, tmp_path: Path
) -> None:
    result = imports.run(cashier, messy.path)
    result.write_bad_rows(tmp_path / "errors.xlsx", said)
    errors = load_workbook(tmp_path / "errors.xlsx")
    worksheet = errors.worksheets[0]
    rows = list(worksheet.iter_rows(values_only=True))
    assert len(rows) == 3 + len(messy.bad_rows)
    assert rows[2][-1] == "Why not imported"
    assert rows[4][-1] == "建筑面积（㎡）: NotANumber"
    corrected: dict[int, Any] = {1: 9, 2: 9, 9: 80, 12: "空置", 13: None, 14: "李雷", 16: None, 18: None}
    for row in range(4, worksheet.max_row + 1):
        for column, value in (corrected | {3: 800 + row}).items():
            worksheet.cell(row=row, column=column).value = value
    errors.save(tmp_path / "corrected.xlsx")
    again = imports.run(cashier, tmp_path / "corrected.xlsx")
    assert (again.counts.new, again.bad) == (len(messy.bad_rows), ())
    assert len(book.units()) == len(messy.codes) + len(messy.bad_rows)


def test_columns_that_are_missing_are_named(imports: UnitImport, tmp_path: Path) -> None:
    path = sheet_of(tmp_path / "a.xlsx", ["3", "张"], heads=("楼号", "业主名称"))
    with pytest.raises(WrongColumns) as refused:
        imports.preview(path)
    assert refused.value.missing == ("房间", "建筑面积")
    assert refused.value.found == ("楼号", "业主名称")


def test_a_sheet_of_parking_places_needs_no_area(imports: UnitImport, cashier: Actor, tmp_path: Path) -> None:
    path = sheet_of(tmp_path / "a.xlsx", ["B1-073", "车位"], heads=("房屋编号", "房屋类型"))
    assert imports.run(cashier, path).counts.new == 1


def test_one_person_with_two_units_is_one_person(
    imports: UnitImport, store: Store, cashier: Actor, tmp_path: Path
) -> None:
    rows = [
        ["3", "2", "501", 89.5, "张建国", "13812345678"],
        ["3", "2", "502", 90, "张建国", "13812345678、13912345678"],
    ]
    namesake = ["3", "2", "503", 90, "张建国", None]
    imports.run(cashier, sheet_of(tmp_path / "a.xlsx", *rows, namesake))
    assert count(store, person, occupancy) == [2, 3]
    imports.run(cashier, sheet_of(tmp_path / "b.xlsx", ["3", "2", "601", 90, "张建国", "13912345678"]))
    assert count(store, person, occupancy) == [2, 4]


def test_two_owners_in_a_cell_get_a_telephone_each_where_the_numbers_fit(
    imports: UnitImport, book: Estate, cashier: Actor, tmp_path: Path
) -> None:
    path = sheet_of(tmp_path / "a.xlsx", ["3", "2", "501", 89.5, "张建国、李梅", "13812345678、13912345678"])
    imports.run(cashier, path)
    people = book.unit_page(book.unit_named("3-2-501")).people
    assert [(one.name, one.phones) for one in people] == [("张建国", ("138****5678",)), ("李梅", ("139****5678",))]


@pytest.fixture
def known(book: Estate, cashier: Actor) -> UnitFacts:
    facts = UnitFacts("3-2-501", building_area=Decimal(80), floor=5, state=UnitState.VACANT, note="旧")
    unit_id = book.add_unit(cashier, facts)
    book.add_person(cashier, unit_id, PersonFacts("陈立新", ("13700000000",)), OccupancyRole.OWNER)
    return facts


NEWER = ["3栋", "2单元", "501室", 89.5, "张建国", "13812345678"]


def test_a_known_unit_is_left_alone_by_default(
    imports: UnitImport, book: Estate, cashier: Actor, known: UnitFacts, tmp_path: Path
) -> None:
    result = imports.run(cashier, sheet_of(tmp_path / "a.xlsx", NEWER))
    assert (result.counts.new, result.counts.changed, result.counts.skipped) == (0, 0, 1)
    assert book.unit_page(book.unit_named("3-2-501")).facts == known


def test_replacing_takes_over_what_the_sheet_says_and_nothing_else(
    imports: UnitImport, book: Estate, cashier: Actor, known: UnitFacts, tmp_path: Path
) -> None:
    result = imports.run(cashier, sheet_of(tmp_path / "a.xlsx", NEWER), DuplicatePolicy.REPLACE)
    assert (result.counts.new, result.counts.changed) == (0, 1)
    page = book.unit_page(book.unit_named("3-2-501"))
    assert (page.facts.building_area, page.facts.floor, page.facts.note) == (Decimal("89.5"), 5, "旧")
    assert [(one.name, one.former) for one in page.people] == [("张建国", False), ("陈立新", True)]


def test_replacing_and_adding_keeps_the_people_who_were_there(
    imports: UnitImport, book: Estate, finder: FindUnits, cashier: Actor, known: UnitFacts, tmp_path: Path
) -> None:
    imports.run(cashier, sheet_of(tmp_path / "a.xlsx", NEWER), DuplicatePolicy.REPLACE_AND_ADD)
    page = book.unit_page(book.unit_named("3-2-501"))
    assert [(one.name, one.former) for one in page.people] == [("陈立新", False), ("张建国", False)]
    assert [hit.person for hit in finder.find("zjg")] == ["张建国"]


def test_a_replaced_telephone_is_found_and_the_old_one_no_more(
    imports: UnitImport, finder: FindUnits, cashier: Actor, known: UnitFacts, tmp_path: Path
) -> None:
    path = sheet_of(tmp_path / "a.xlsx", ["3", "2", "501", 80, "陈立新", "13700001111"])
    imports.run(cashier, path, DuplicatePolicy.REPLACE)
    assert finder.find("0000") == []
    assert [hit.person for hit in finder.find("1111")] == ["陈立新"]


@pytest.mark.parametrize(
    ("policy", "owners"),
    [
        (DuplicatePolicy.SKIP, ["张建国"]),
        (DuplicatePolicy.REPLACE, ["李梅"]),
        (DuplicatePolicy.REPLACE_AND_ADD, ["张建国", "李梅"]),
    ],
)
def test_a_unit_named_twice_in_the_sheet_follows_the_same_policy(
    imports: UnitImport, book: Estate, cashier: Actor, tmp_path: Path, policy: DuplicatePolicy, owners: list[str]
) -> None:
    path = sheet_of(tmp_path / "a.xlsx", NEWER, ["3", "2", "501", 89.5, "李梅", "13912345678"])
    imports.run(cashier, path, policy)
    assert [one.name for one in book.unit_page(book.unit_named("3-2-501")).people] == owners


def test_the_same_sheet_twice_changes_nothing(
    imports: UnitImport, store: Store, cashier: Actor, messy: MessySheet
) -> None:
    imports.run(cashier, messy.path, DuplicatePolicy.REPLACE_AND_ADD)
    before = count(store, unit, person, occupancy, search_term)
    again = imports.run(cashier, messy.path, DuplicatePolicy.REPLACE_AND_ADD)
    assert (again.counts.new, again.counts.changed, again.counts.people) == (0, 0, 0)
    assert count(store, unit, person, occupancy, search_term) == before


def test_an_import_that_is_stopped_or_breaks_leaves_nothing(
    imports: UnitImport, store: Store, cashier: Actor, messy: MessySheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(Exception):  # noqa: N818 - an answer, not an error
        pass

    def stop_late(done: int, total: int) -> None:
        if done >= total:
            raise Stopped

    with pytest.raises(Stopped):
        imports.run(cashier, messy.path, progress=stop_late)
    monkeypatch.setattr(import_new_units, "code_terms", None)
    with pytest.raises(TypeError):
        imports.run(cashier, messy.path)
    assert count(store, unit, person, occupancy, search_term) == [0, 0, 0, 0]
    assert imports.batches() == []


def test_a_full_disk_leaves_nothing_of_an_import(
    imports: UnitImport, store: Store, cashier: Actor, messy: MessySheet
) -> None:
    store.engine.dispose()
    with store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda bare, _: bare.execute(f"PRAGMA max_page_count = {pages + 5}"))
    with pytest.raises(DiskFull):
        imports.run(cashier, messy.path)
    assert count(store, unit, person, occupancy, search_term) == [0, 0, 0, 0]


def test_a_sheet_with_bad_rows_only_gives_them_back_and_leaves_no_batch(
    imports: UnitImport, cashier: Actor, tmp_path: Path
) -> None:
    result = imports.run(cashier, sheet_of(tmp_path / "a.xlsx", ["3", "2", "501", "很大", None, None]))
    assert (result.batch_id, len(result.bad)) == (None, 1)
    assert imports.batches() == []


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (["3", "2", "501", 80, "？", None], "NameNeeded"),
        (["3", "2", "501", 80, None, "13812345678"], "PhoneWithoutName"),
        (["3", "2", "501", 0, "张", None], "NotPositive"),
        (["3", "2", "501", "89.12345", "张", None], "TooManyDecimals"),
        ([None, None, "501", 80, "张", None], "NotAUnitCode"),
    ],
)
def test_each_kind_of_wrong_row_is_named(imports: UnitImport, tmp_path: Path, row: list[object], refusal: str) -> None:
    [bad] = imports.preview(sheet_of(tmp_path / "a.xlsx", row)).bad
    assert [said(fault.why) for fault in bad.faults] == [refusal]


def test_progress_runs_from_reading_to_the_end(imports: UnitImport, cashier: Actor, messy: MessySheet) -> None:
    told: list[tuple[int, int]] = []
    imports.run(cashier, messy.path, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    assert all(done <= total for done, total in told)


def test_the_template_filled_in_comes_in_and_its_examples_do_not(
    imports: UnitImport, book: Estate, cashier: Actor, tmp_path: Path
) -> None:
    imports.write_template(tmp_path / "模板.xlsx")
    examples = imports.run(cashier, tmp_path / "模板.xlsx")
    assert (examples.counts.bad, book.units()) == (3, [])
    assert [type(fault.why) for one in examples.bad for fault in one.faults] == [ExampleRow] * 3
    make_own(tmp_path / "模板.xlsx")
    preview: ImportPreview = imports.preview(tmp_path / "模板.xlsx")
    assert (preview.bad, preview.unused, preview.never_kept) == ((), (), ())
    imports.run(cashier, tmp_path / "模板.xlsx")
    assert [row.code for row in book.units()] == ["3-2-501", "商铺07", "地库B1-073"]


def test_units_need_an_estate(store: Store, clock: SetClock, messy: MessySheet) -> None:
    with pytest.raises(NoEstate):
        UnitImport(store, clock).run(Actor(UserId(1), "赵敏", Role.SUPERVISOR), messy.path)


def test_every_fact_of_a_unit_can_come_from_a_sheet() -> None:
    assert set(import_new_units.BLANK) == {field.name for field in fields(UnitFacts)} - {"code"}
    assert len(HEADS) == 6
