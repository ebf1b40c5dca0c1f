import pytest
from sqlalchemy import select

from app.core.ids import UserId
from app.store.settings import read_setting, write_setting
from app.store.store import Store
from app.store.tables import setting
from tests.conftest import MORNING


@pytest.mark.parametrize("value", ["从次月起", 3, True, ["cash", "card"], {"drawer": "1"}])
def test_a_setting_comes_back_as_it_was_written(store: Store, value: object) -> None:
    with store.transaction() as connection:
        write_setting(connection, "handover month", value, MORNING, UserId(1))
    with store.reading() as connection:
        assert read_setting(connection, "handover month", None) == value


def test_a_setting_never_written_has_its_default(store: Store) -> None:
    with store.reading() as connection:
        assert read_setting(connection, "handover month", "from the day") == "from the day"


def test_the_newest_value_stands_with_who_and_when(store: Store) -> None:
    with store.transaction() as connection:
        write_setting(connection, "float", 100, MORNING, UserId(1))
        write_setting(connection, "float", 200, MORNING.replace(hour=10), UserId(2))
    with store.reading() as connection:
        row = connection.execute(select(setting)).one()
    assert (row.value, row.at, row.by) == (200, MORNING.replace(hour=10), 2)
