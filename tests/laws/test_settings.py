"""Every choice of the office is declared once, stands on the settings' screen once, and is read by its declaration."""

import ast
import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.settings import OneOf, Setting
from app.desk.settings_of_rooms import SECTIONS
from app.paper.profiles import PROFILES
from tests.laws.source_tree import SourceTree, a_house, the_house

FACTS = (
    *("app/office.py", "app/counter/receipts/office_key.py", "app/store/settings.py"),
    "app/access/tries.py",  # when the last wrong passwords were, by a clock that nobody can set
    "app/access/written_rows.py",  # which tables are summed up, and by which columns
    *("app/counter/books/lost_numbers.py", "app/desk/salvage/kept_list.py"),  # what a damage left to be entered again
    "app/desk/salvage/list_place.py",  # the same, asked at every sign-in
    "app/desk/print_setups.py",  # has a page of its own: printers are named by the computer
)
"""Where bare keys are kept that are no choice: whether this is the demo estate, the key that proves papers genuine."""


def declared() -> Iterator[Setting[object]]:
    for source in the_house().within("app"):
        if source.module.endswith(".settings") and source.module not in ("app.core.settings", "app.store.settings"):
            for value in vars(importlib.import_module(source.module)).values():
                if isinstance(value, Setting):
                    yield value


def shown() -> list[Setting[object]]:
    return [setting for section in SECTIONS for setting in section.settings]


def bare_reads(house: SourceTree) -> Iterator[str]:
    for source in house.within("app"):
        for node in source.walk(ast.Name):
            assert isinstance(node, ast.Name)
            if node.id in ("read_setting", "write_setting") and source.path not in FACTS:
                yield source.at(node)


def settings_made_elsewhere(house: SourceTree) -> Iterator[str]:
    for source in house.within("app"):
        for node in source.walk(ast.Call):
            assert isinstance(node, ast.Call)
            if ast.unparse(node.func) == "Setting" and not source.module.endswith(".settings"):
                yield source.at(node)


def test_every_setting_of_every_room_is_on_the_screen_exactly_once() -> None:
    assert Counter(shown()) == dict.fromkeys(declared(), 1)


def test_no_two_settings_share_a_name_or_a_place_to_be_kept() -> None:
    assert [name for name, count in Counter(setting.id for setting in shown()).items() if count > 1] == []
    assert [name for name, count in Counter(setting.name for setting in shown()).items() if count > 1] == []


@pytest.mark.parametrize("setting", shown(), ids=lambda setting: setting.id)
def test_a_default_is_a_value_that_the_setting_takes(setting: Setting[object]) -> None:
    assert setting.kind.read(setting.kind.stored(setting.default)) == setting.default


def test_a_setting_says_in_one_sentence_what_it_does() -> None:
    assert [setting.id for setting in shown() if not setting.name or not setting.about.endswith(".")] == []


def test_a_receipt_is_offered_every_paper_that_it_can_be_laid_out_for() -> None:
    kind = next(setting for setting in shown() if setting.id == "counter.receipt_paper").kind
    assert isinstance(kind, OneOf)
    assert set(kind.words) == set(PROFILES)


def test_a_choice_is_read_by_its_declaration_and_not_by_a_bare_key() -> None:
    assert list(bare_reads(the_house())) == []


def test_settings_are_declared_in_the_settings_of_a_room() -> None:
    assert list(settings_made_elsewhere(the_house())) == []


def test_a_bare_read_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, app__fees__late="limit = read_setting(connection, 'fees.limit', 5)")
    assert len(list(bare_reads(house))) == 1


def test_a_setting_that_hides_in_another_file_is_found(tmp_path: Path) -> None:
    house = a_house(tmp_path, app__fees__late="LIMIT = Setting('fees.limit', 5, kind, 'Limit', '')")
    assert len(list(settings_made_elsewhere(house))) == 1
