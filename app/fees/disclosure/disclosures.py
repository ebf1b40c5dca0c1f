"""The fee disclosure sheet (收费公示): the tariffs that lie on units on a day, with standard and basis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, or_, select

from app.access.actor import Actor
from app.access.change_settings import change_settings
from app.core.clock import Clock
from app.core.ids import FeeItemId
from app.core.periods import add_months
from app.core.show import show_money
from app.estate.office_facts import read_office_facts
from app.estate.settings import COMPLAINT_TELEPHONE
from app.fees.disclosure.facts import (
    DisclosureFacts,
    DisclosureGroup,
    DisclosureRow,
    DisclosureTexts,
    read_texts,
    texts_as_settings,
)
from app.fees.disclosure.words import basis_words, counting_words, late_fee_note, standard_words
from app.fees.handover import HandoverMonth
from app.fees.items import FeeItem, read_items
from app.fees.money_of import MoneyOf
from app.fees.settings import HANDOVER_MONTH
from app.fees.shared.paper import split_words
from app.fees.shared.reads import read_costs
from app.fees.shared.refusals import BasisMissing, NothingToDisclose
from app.fees.tables import assignment
from app.fees.versions import Tariff, read_tariffs
from app.store.settings import read_choice
from app.store.store import Store

_BEGINS = {
    HandoverMonth.FROM_HANDOVER_DAY: "自房屋交付之日起",
    HandoverMonth.FROM_NEXT_MONTH: "自房屋交付次月起",
    HandoverMonth.WHOLE_MONTH: "自房屋交付当月起",
}
_SUPPLIER, _OWNERS, _ONE_OFF = "代收（不收手续费）", "代管（不属于物业收入）", "按次服务与押金"
_REMEMBERED_MONTHS = 12


class Disclosures:
    """Puts the sheet together, and keeps what the office says on it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def texts(self) -> DisclosureTexts:
        """What the office says on the sheet."""
        with self._store.reading() as connection:
            return read_texts(connection)

    def keep(self, by: Actor, texts: DisclosureTexts, complaint_telephone: str) -> None:
        """Keep the office's words and its complaint number for every later sheet.

        Raises NotPermitted, SettingTextTooLong.
        """
        changes = texts_as_settings(texts) | {COMPLAINT_TELEPHONE: complaint_telephone}
        with self._store.transaction() as connection:
            change_settings(connection, by, changes, self._clock.now())

    def facts(self, day: date) -> DisclosureFacts:
        """The sheet of a day. Raises BasisMissing, NothingToDisclose."""
        with self._store.reading() as connection:
            tariffs = _in_force(connection, day)
            bare = tuple(one.name for one in tariffs if not one.version_on(day).basis)
            if bare:
                raise BasisMissing(bare)
            groups = tuple(_groups(connection, tariffs, day))
            if not groups:
                raise NothingToDisclose(day)
            rule = read_choice(connection, HANDOVER_MONTH)
            return DisclosureFacts(
                office=read_office_facts(connection),
                texts=read_texts(connection),
                day=day,
                printed_on=self._clock.now().date(),
                begins=_BEGINS[rule],
                groups=groups,
                notes=tuple(_notes(tariffs, day)),
            )

    def changes_too_soon(self, day: date) -> list[str]:
        """The tariffs whose price changes on or after `day` within a month from today: to be posted a month before."""
        today = self._clock.now().date()
        with self._store.reading() as connection:
            tariffs = _in_force(connection, day)
        return [
            one.name
            for one in tariffs
            if any(today < version.first < add_months(today, 1) for version in one.versions if version.first <= day)
        ]


def _in_force(connection: Connection, day: date) -> list[Tariff]:
    """The tariffs with a price on the day that lie on some unit then."""
    lying = or_(assignment.c.until.is_(None), assignment.c.until > day)
    laid = set(connection.execute(select(assignment.c.tariff_id).where(lying)).scalars())
    return [one for one in read_tariffs(connection).values() if one.id in laid and _has_price(one, day)]


def _has_price(one: Tariff, day: date) -> bool:
    version = one.version_on(day)
    return version.first <= day and (version.until is None or day < version.until)


def _groups(connection: Connection, tariffs: list[Tariff], day: date) -> Iterator[DisclosureGroup]:
    rows: dict[str, list[DisclosureRow]] = {}
    with_tariff = {one.item.id for one in tariffs}
    shared = _shared_items(connection, day)
    for item in read_items(connection):
        of_item = [one for one in tariffs if one.item.id == item.id]
        found = [_tariff_row(one, day) for one in of_item]
        if item.id in shared and item.id not in with_tariff:
            found.append(_shared_row(item, shared[item.id]))
        if item.active and item.money_of is MoneyOf.DEPOSIT:
            found.append(_deposit_row(item))
        elif item.active and item.one_off_price:
            found.append(_one_off_row(item))
        rows.setdefault(_head_of(item), []).extend(found)
    late = (_SUPPLIER, _OWNERS, _ONE_OFF)
    for title in [*(title for title in rows if title not in late), *late]:
        if rows.get(title):
            yield DisclosureGroup(title, tuple(rows[title]))


def _head_of(item: FeeItem) -> str:
    if item.one_off_price is not None:  # deposits too
        return _ONE_OFF
    return {MoneyOf.OWN: item.name, MoneyOf.SUPPLIER: _SUPPLIER, MoneyOf.OWNERS: _OWNERS}[item.money_of]


def _tariff_row(one: Tariff, day: date) -> DisclosureRow:
    version = one.version_on(day)
    terms = version.terms
    basis = basis_words(version.basis, terms.mandate)
    return DisclosureRow(one.name, standard_words(terms), counting_words(terms), basis)


def _shared_items(connection: Connection, day: date) -> dict[FeeItemId, str]:
    """The items that were shared out in the year before the day, each with how."""
    since = add_months(day, -_REMEMBERED_MONTHS)
    standing = [row for row in read_costs(connection) if not row.undone and row.period.until > since]
    ways: dict[FeeItemId, dict[str, None]] = {}
    for row in standing:
        ways.setdefault(row.item_id, {})[f"{split_words(row.split)}分摊"] = None
    return {item: "、".join(words) for item, words in ways.items()}


def _shared_row(item: FeeItem, how: str) -> DisclosureRow:
    return DisclosureRow(item.name, "按实际发生费用分摊", f"{how}，每期公布明细", "费用票据、公共仪表读数")


def _one_off_row(item: FeeItem) -> DisclosureRow:
    assert item.one_off_price is not None
    return DisclosureRow(item.name, f"{show_money(item.one_off_price)} 元/次", "业主自愿，按次收取", "双方约定")


def _deposit_row(item: FeeItem) -> DisclosureRow:
    agreed = f"{show_money(item.one_off_price)} 元" if item.one_off_price else "按协议约定金额"
    return DisclosureRow(item.name, f"{agreed}，可退", "押金，不属于收费；约定事项办结后凭收据退还", "双方书面协议")


def _notes(tariffs: list[Tariff], day: date) -> Iterator[str]:
    yield "交费一律开具收款收据，需要发票的凭收据到服务中心开具；请勿向个人收款码付款。"
    of_rate: dict[str, list[str]] = {}
    for one in tariffs:
        late_fee = one.version_on(day).terms.late_fee
        if late_fee is not None:
            of_rate.setdefault(late_fee_note(late_fee), []).append(one.name)
    for note, names in of_rate.items():
        yield note if len(of_rate) == 1 else f"{'、'.join(names)}：{note}"
    yield "收费标准调整的，提前一个月公示。"
