"""What was typed and not saved is there again: for this person, for this form, in its newest state."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from app.office import Office
from tests.office_builder import OfficeBuilder

FORM = "collect"
TYPED = {"unit": 7, "received": "2000", "lines": [[1, 2], [3, 4]], "payer": "张建国", "note": None, "print": True}


def test_what_was_typed_is_found_as_it_was(counter: OfficeBuilder) -> None:
    counter.office.drafts.save(counter.cashier, FORM, TYPED)
    draft = counter.office.drafts.find(counter.cashier, FORM)
    assert draft is not None
    assert (draft.form, draft.content, draft.at) == (FORM, TYPED, datetime(2026, 11, 20, 9))


def test_the_newest_state_replaces_the_one_before(counter: OfficeBuilder) -> None:
    for typed in ("2", "20", "200"):
        counter.clock.advance(seconds=1)
        counter.office.drafts.save(counter.cashier, FORM, {"received": typed})
    draft = counter.office.drafts.find(counter.cashier, FORM)
    assert draft is not None
    assert (draft.content, draft.at) == ({"received": "200"}, datetime(2026, 11, 20, 9, 0, 3))


def test_a_draft_that_was_dropped_is_gone_and_can_be_dropped_again(counter: OfficeBuilder) -> None:
    counter.office.drafts.save(counter.cashier, FORM, TYPED)
    counter.office.drafts.drop(counter.cashier, FORM)
    counter.office.drafts.drop(counter.cashier, FORM)
    assert counter.office.drafts.find(counter.cashier, FORM) is None


def test_each_person_and_each_form_has_a_draft_of_its_own(counter: OfficeBuilder) -> None:
    drafts = counter.office.drafts
    drafts.save(counter.cashier, FORM, {"received": "1"})
    drafts.save(counter.supervisor, FORM, {"received": "2"})
    drafts.save(counter.cashier, "unit", {"code": "3-2-503"})
    drafts.drop(counter.supervisor, FORM)
    mine = drafts.find(counter.cashier, FORM)
    unit = drafts.find(counter.cashier, "unit")
    assert mine is not None
    assert unit is not None
    assert (mine.content, unit.content) == ({"received": "1"}, {"code": "3-2-503"})
    assert drafts.find(counter.supervisor, FORM) is None


def test_a_draft_is_on_the_disk_as_soon_as_it_is_saved(counter: OfficeBuilder, tmp_path: Path) -> None:
    """The files as a power cut would leave them, without the office being closed."""
    counter.office.drafts.save(counter.cashier, FORM, TYPED)
    left = shutil.copytree(counter.office.store.folder.path, tmp_path / "after the power cut")
    with closing(Office.open(left, counter.clock)) as office:
        draft = office.drafts.find(counter.cashier, FORM)
    assert draft is not None
    assert draft.content == TYPED


def test_a_payment_and_the_end_of_its_draft_are_one_step_where_the_screen_joins_them(counter: OfficeBuilder) -> None:
    unit_id = counter.office.find_units.find("3-2-501")[0].unit_id
    counter.office.drafts.save(counter.cashier, FORM, TYPED)
    with pytest.raises(ZeroDivisionError), counter.office.store.transaction():  # noqa: PT012 - the screen's one step
        counter.pays(unit_id)
        counter.office.drafts.drop(counter.cashier, FORM)
        raise ZeroDivisionError
    assert counter.office.drafts.find(counter.cashier, FORM) is not None
    assert counter.owes(unit_id).fen == 68252


def test_an_amount_is_kept_as_it_was_typed_never_as_a_float(counter: OfficeBuilder) -> None:
    with pytest.raises(StatementError, match="no float is stored"):
        counter.office.drafts.save(counter.cashier, FORM, {"received": 2000.5})
    assert counter.office.drafts.find(counter.cashier, FORM) is None


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(content=st.dictionaries(st.text(), plain))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_that_was_typed_comes_back(counter: OfficeBuilder, content: dict[str, object]) -> None:
    counter.office.drafts.save(counter.cashier, FORM, content)
    draft = counter.office.drafts.find(counter.cashier, FORM)
    assert draft is not None
    assert draft.content == content
