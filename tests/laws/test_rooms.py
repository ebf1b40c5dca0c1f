"""Who may know whom: a room imports only the rooms below it in the house, and neither side reaches across."""

from collections.abc import Iterator
from pathlib import Path

from tests.laws.source_tree import SourceTree, a_house, the_house

ROOMS = (
    *("core", "store", "paper", "sheets", "access", "estate", "ledger", "meters", "fees", "counter", "notices"),
    *("tickets", "incidents", "duty", "desk"),
    *(
        "services",
        "office",
        "demo",
        "cli_backup",
        "cli_salvage",
        "cli_sheets",
        "cli",
    ),  # the demo estate is a client of the office, as the commands are
)
SHARED_UI = ("shell", "widgets", "printing", "sentences")
DATABASE = ("sqlalchemy", "sqlcipher3", "alembic", "sqlite3")


def against_the_order(house: SourceTree) -> Iterator[str]:
    for source in house.within("app"):
        if source.module == "app":
            continue
        own = ROOMS.index(source.room.removeprefix("app."))
        for module in source.imports(house):
            if module.startswith("app.") and ROOMS.index(module.split(".")[1]) > own:
                yield f"{source.path} imports {module}"


def imports_of(house: SourceTree, side: str, *packages: str) -> Iterator[str]:
    for source in house.within(side):
        for module in source.imports(house):
            if any(f"{module}.".startswith(f"{package}.") for package in packages):
                yield f"{source.path} imports {module}"


def between_ui_rooms(house: SourceTree) -> Iterator[str]:
    shared = {f"ui.{room}" for room in SHARED_UI}
    for source in house.within("ui"):
        if source.room in shared or source.module in ("ui", "ui.__main__"):
            continue
        for module in source.imports(house):
            room = ".".join(module.split(".")[:2])
            if room.startswith("ui.") and room not in shared | {source.room}:
                yield f"{source.path} imports {module}"


def tables_seen_by_ui(house: SourceTree) -> Iterator[str]:
    for source in house.within("ui"):
        yield from (f"{source.path} imports {module}" for module in source.imports(house) if module.endswith(".tables"))


def test_every_room_has_its_place_in_the_house() -> None:
    rooms = {source.room.removeprefix("app.") for source in the_house().within("app")} - {"app"}
    assert rooms - set(ROOMS) == set()


def test_a_room_imports_only_rooms_below_it() -> None:
    assert list(against_the_order(the_house())) == []


def test_nothing_in_app_imports_qt_or_the_windows() -> None:
    assert list(imports_of(the_house(), "app", "PySide6", "shiboken6", "ui")) == []


def test_nothing_in_ui_imports_the_database() -> None:
    assert list(imports_of(the_house(), "ui", *DATABASE)) == []


def test_nothing_in_ui_knows_a_table() -> None:
    assert list(tables_seen_by_ui(the_house())) == []


def test_the_rooms_of_the_window_do_not_import_each_other() -> None:
    assert list(between_ui_rooms(the_house())) == []


def test_the_program_imports_no_test() -> None:
    assert [*imports_of(the_house(), "app", "tests"), *imports_of(the_house(), "ui", "tests")] == []


def test_a_room_that_looks_up_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, app__fees__runs="def late():\n    from app.counter import till\n", app__counter__till="")
    assert list(against_the_order(house)) == ["app/fees/runs.py imports app.counter.till"]


def test_a_lazy_import_of_qt_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, app__core__money="def show():\n    import PySide6.QtWidgets\n")
    assert list(imports_of(house, "app", "PySide6")) == ["app/core/money.py imports PySide6.QtWidgets"]


def test_a_page_that_borrows_from_another_room_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, ui__fees__page="from ui.counter.lines import LineTable\n", ui__counter__lines="")
    assert list(between_ui_rooms(house)) == ["ui/fees/page.py imports ui.counter.lines"]


def test_a_page_that_reads_a_table_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, ui__fees__page="from app.fees.tables import charge\n", app__fees__tables="charge = 1")
    assert list(tables_seen_by_ui(house)) == ["ui/fees/page.py imports app.fees.tables"]
