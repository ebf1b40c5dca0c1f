"""The truths of the estate's book hold after real work, and each is named when it is broken."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, update
from sqlalchemy.sql.dml import UpdateBase

from app.access.actor import Actor
from app.estate.kinds import OccupancyRole
from app.estate.registry import Estate
from app.estate.search_terms import HitField
from app.estate.tables import occupancy, search_term, unit
from app.estate.truths import TRUTHS
from app.estate.unit_facts import PersonFacts, UnitFacts
from app.store.store import Store
from app.store.truths import check_truths


def broken(store: Store) -> list[str]:
    with store.reading() as connection:
        return [finding.truth for finding in check_truths(connection, TRUTHS) if finding.breaches]


@pytest.fixture
def worked(book: Estate, cashier: Actor) -> Estate:
    unit_id = book.add_unit(cashier, UnitFacts("3-2-501"))
    book.add_unit(cashier, UnitFacts("商铺07"))
    span = (date(2020, 1, 1), date(2021, 1, 1))
    book.add_person(cashier, unit_id, PersonFacts("张建国", ("13812345678",)), OccupancyRole.OWNER, span)
    return book


def test_they_hold_after_real_work(worked: Estate, store: Store) -> None:
    assert broken(store) == []


@pytest.mark.parametrize(
    ("damage", "truth"),
    [
        (update(unit).where(unit.c.code == "3-2-501").values(room="502"), 0),
        (update(unit).where(unit.c.code == "3-2-501").values(code="x"), 0),
        (delete(search_term).where(search_term.c.kind == HitField.CODE.value), 1),
        (delete(search_term).where(search_term.c.person_id.is_not(None)), 2),
        (update(occupancy).values(until=date(2019, 1, 1)), 4),
    ],
)
def test_each_is_named_when_it_is_broken(worked: Estate, store: Store, damage: UpdateBase, truth: int) -> None:
    with store.transaction() as connection:
        connection.execute(damage)
    assert broken(store) == [TRUTHS[truth].name]
