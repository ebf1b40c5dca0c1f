from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, select, text

from app.core.money import Money
from app.store.columns import Facts, MoneyColumn, Scaled, canonical

TABLE = Table(
    "kept",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("amount", MoneyColumn),
    Column("area", Scaled(4)),
    Column("facts", Facts),
)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def keep_and_read(**values: object) -> tuple[object, ...]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        TABLE.create(connection)
        connection.execute(insert(TABLE).values(id=1, **values))
        row = connection.execute(select(TABLE.c.amount, TABLE.c.area, TABLE.c.facts)).one()
        kinds = connection.execute(text("SELECT typeof(amount), typeof(area) FROM kept")).one()
    engine.dispose()
    assert set(kinds) <= {"integer", "null"}
    return tuple(row)


@given(fen=st.integers(-(2**62), 2**62), area=st.decimals(-(10**9), 10**9, places=4))
def test_money_and_areas_come_back_exactly_as_they_went_in(fen: int, area: Decimal) -> None:
    assert keep_and_read(amount=Money(fen), area=area) == (Money(fen), area, None)


def test_nothing_stays_nothing() -> None:
    assert keep_and_read(amount=None, area=None, facts=None) == (None, None, None)


def test_an_area_finer_than_its_column_is_not_rounded_but_refused() -> None:
    with pytest.raises(Exception, match="more than 4 decimals"):
        keep_and_read(area=Decimal("89.50001"))


@given(DOCUMENTS)
def test_a_document_of_facts_comes_back_as_it_went_in(document: object) -> None:
    assert keep_and_read(facts=document)[2] == document


@given(st.dictionaries(st.text(), st.integers(), min_size=2))
def test_one_document_has_one_text_whatever_the_order_of_its_keys(document: dict[str, int]) -> None:
    assert canonical(document) == canonical(dict(reversed(document.items())))


def test_chinese_stands_in_the_text_as_it_is() -> None:
    assert canonical({"姓名": "单小兰"}) == '{"姓名":"单小兰"}'


@pytest.mark.parametrize("document", [0.1, [1, 2.0], {"rate": {"daily": 0.0005}}, (1, (2.5,))])
def test_a_float_is_refused_however_deep_it_lies(document: object) -> None:
    with pytest.raises(TypeError, match="no float"):
        canonical(document)


def test_a_date_has_to_become_text_first() -> None:
    with pytest.raises(TypeError):
        canonical({"at": datetime(2026, 11, 20)})
