"""Every database that some version of the program left in an office opens in this one, with all that it held."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.core.clock import SetClock
from app.office import Office
from app.store.all_tables import whole_schema
from app.store.migrate import HEAD, MIGRATIONS, revision_of
from tests.store.keep_database import HOMES, KEPT, MORNING

REVISIONS = sorted(path.name for path in KEPT.iterdir())


@pytest.fixture(params=REVISIONS)
def old_office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "from an old computer"
    shutil.copytree(KEPT / request.param, folder)
    office = Office.open(folder, SetClock(MORNING))
    yield office
    office.close()


def test_a_database_of_every_revision_is_kept() -> None:
    scripts = {path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("*.py")}
    assert set(REVISIONS) == scripts


def test_it_stands_at_the_newest_revision_with_the_schema_that_the_rooms_declare(old_office: Office) -> None:
    with old_office.store.engine.connect() as connection:
        assert revision_of(connection) == HEAD
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, whole_schema()) == []


def test_its_books_are_in_order(old_office: Office) -> None:
    assert [finding for finding in old_office.verify() if finding.breaches] == []


def test_its_homes_are_found_and_its_receipt_can_be_read(old_office: Office) -> None:
    assert [row.code for row in old_office.estate.units()] == [code for code, _area, _owner in HOMES]
    assert [hit.code for hit in old_office.finder.find("sxl")] == ["1-1-101"]
    (row,) = [found for found in old_office.receipts.find("000001") if found.label == "R-000001"]
    assert old_office.receipts.facts(row.id).payer == "单小兰"


def test_only_an_older_one_was_backed_up_before(old_office: Office, request: pytest.FixtureRequest) -> None:
    kept_at = request.node.callspec.params["old_office"]
    backups = list(old_office.store.folder.backups.glob("before-*.db"))
    assert len(backups) == (kept_at != HEAD)
