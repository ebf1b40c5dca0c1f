"""Everybody's work that the program carries is named with its licence, and the text travels with the program."""

from importlib import resources

import pytest

from tests.laws.source_tree import SETTINGS

TEXTS = resources.files("resources")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("fonts/OFL.txt", "SIL OPEN FONT LICENSE"),
        ("icons/LICENSE.txt", "Lucide"),
        ("licences/Qt.txt", "LGPL-3.0.txt"),
        ("licences/LGPL-3.0.txt", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("licences/GPL-3.0.txt", "GNU GENERAL PUBLIC LICENSE"),
        ("licences/SQLCipher.txt", "ZETETIC"),
        ("licences/OpenSSL.txt", "OpenSSL Project"),
        ("licences/Apache-2.0.txt", "Apache License"),
        ("licences/sqlcipher3.txt", "Gerhard"),
        ("licences/Pillow.txt", "MIT-CMU"),
    ],
)
def test_the_licence_text_travels_with_the_program(path: str, words: str) -> None:
    assert words in (TEXTS / path).read_text(encoding="utf-8")


def asked_for() -> list[str]:
    return [line.split(">")[0].split("=")[0].lower() for line in SETTINGS["project"]["dependencies"]]


def test_every_package_that_the_program_asks_for_is_named_among_the_licences() -> None:
    listed = (TEXTS / "licences/README.md").read_text(encoding="utf-8").lower().replace(" ", "-")
    assert [name for name in asked_for() if name not in listed] == []


def test_no_part_of_qt_is_asked_for_that_may_not_be_given_away() -> None:
    assert [name for name in asked_for() if name.startswith("pyside6")] == ["pyside6-essentials"]
