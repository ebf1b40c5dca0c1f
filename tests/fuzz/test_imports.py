"""Whatever sheet somebody brings: it comes in, or it is refused with a sentence, and nothing of it stays behind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.clock import SetClock
from tests.conftest import MORNING
from tests.fuzz.importers import IMPORTS, HalfWritten, Import, Importing
from tests.fuzz.way_in import Way, let_in
from tests.fuzz.workbooks import workbook
from tests.office_builder import OfficeBuilder

FEW, MANY = 12, 300


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Iterator[OfficeBuilder]:
    data = tmp_path_factory.mktemp("imports") / "office data"
    shutil.copytree(set_up_office, data)
    story = OfficeBuilder(data, SetClock(MORNING))
    homes = (story.unit("3-2-501"), story.unit("3-2-502", "李梅"), story.unit("商铺07", "阳光便利店"))
    story.property_fee(*homes)
    yield story
    story.office.close()


@pytest.fixture(scope="module")
def importing(story: OfficeBuilder, tmp_path_factory: pytest.TempPathFactory) -> Importing:
    importing = Importing(story, tmp_path_factory.mktemp("sheets"))
    for kind in ("units", "meters"):
        one = IMPORTS[kind]
        importing.brings_in(one, workbook([one.heads, *one.good]))
    return importing


def way_of(one: Import, importing: Importing) -> Way:
    return Way(one.kind, one.files(), lambda file: importing.brings_in(one, file))


def let_sheets_in(one: Import, importing: Importing, story: OfficeBuilder, cases: int) -> None:
    assert let_in([way_of(one, importing)], cases) >= cases
    assert story.breaches() == []


@pytest.mark.parametrize("kind", IMPORTS)
def test_a_sheet_comes_in_or_is_refused(kind: str, importing: Importing, story: OfficeBuilder) -> None:
    let_sheets_in(IMPORTS[kind], importing, story, FEW)


@pytest.mark.endurance
@pytest.mark.parametrize("kind", IMPORTS)
def test_hundreds_of_sheets_come_in_or_are_refused(kind: str, importing: Importing, story: OfficeBuilder) -> None:
    let_sheets_in(IMPORTS[kind], importing, story, MANY)


def test_rows_that_are_left_behind_are_seen(importing: Importing, story: OfficeBuilder) -> None:
    class LeavesOneBehind:
        def preview(self, _path: Path) -> None:
            story.office.drafts.save(story.cashier, "left", {})

    broken = Import("units", lambda _office: LeavesOneBehind(), (), ())
    with pytest.raises(HalfWritten, match="draft"):
        importing.brings_in(broken, b"")
