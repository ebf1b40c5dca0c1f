"""One search box finds units and receipts, and says what each unit owes."""

from __future__ import annotations

from app.core.money import NOTHING, Money
from tests.office_builder import OfficeBuilder


def found(counter: OfficeBuilder, text: str) -> list[tuple[str, str]]:
    return [(hit.code, hit.receipt.label if hit.receipt else "") for hit in counter.office.finder.find(text)]


def test_a_unit_is_found_by_its_room_its_owner_and_a_phone_with_what_it_owes(counter: OfficeBuilder) -> None:
    for text in ("3-2-502", "李梅", "lm", "1111"):
        (hit,) = counter.office.finder.find(text)
        assert (hit.code, hit.person, hit.receipt_id) == ("3-2-502", "李梅", None)
        assert (hit.arrears.amount, hit.arrears.charges) == (Money(68252), 4)


def test_a_unit_that_owes_nothing_says_so(counter: OfficeBuilder) -> None:
    counter.pays(counter.office.finder.find("3-2-501")[0].unit_id)
    paid, owing = counter.office.finder.find("3-2-50")
    assert (paid.arrears.amount, paid.arrears.charges) == (NOTHING, 0)
    assert owing.arrears.amount == Money(68252)


def test_a_receipt_is_found_by_its_number_in_any_case_and_by_its_code(counter: OfficeBuilder) -> None:
    taken = counter.pays(counter.office.finder.find("3-2-501")[0].unit_id)
    code = counter.office.receipts.facts(taken.receipt_id).code
    spaced = " ".join(code[start : start + 4] for start in range(0, len(code), 4))
    for text in ("R-000001", "r-000001", "000001", code, spaced):
        assert found(counter, text) == [("3-2-501", "R-000001")]


def test_units_stand_before_receipts_that_the_same_text_finds(counter: OfficeBuilder) -> None:
    home = counter.unit("1-1-001", "曾单", phone="13700002222")
    counter.pays(counter.office.finder.find("3-2-501")[0].unit_id)
    hits = counter.office.finder.find("001")
    assert [hit.receipt is None for hit in hits] == sorted((hit.receipt is None for hit in hits), reverse=True)
    assert hits[-1].receipt is not None
    assert home in [hit.unit_id for hit in hits]


def test_two_letters_find_no_receipt(counter: OfficeBuilder) -> None:
    counter.pays(counter.office.finder.find("3-2-501")[0].unit_id)
    assert all(receipt == "" for _, receipt in found(counter, "01"))


def test_what_stands_for_anything_in_the_database_stands_for_itself(counter: OfficeBuilder) -> None:
    counter.pays(counter.office.finder.find("3-2-501")[0].unit_id)
    for text in ("%%%", "___", "R-%", "'--", "R_0"):
        assert found(counter, text) == []
