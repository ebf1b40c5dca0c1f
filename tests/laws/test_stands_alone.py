"""The project names nothing outside itself, and its comments speak of the office and the code only."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.source_tree import PROJECT, tracked_files

OUTSIDE = re.compile(
    r"(?<![\w.])/(?:opt|root|w[o]rk)/"  # a place on one machine
    r"|\.\./"  # a folder above the project
    r"|localhost:\d|--index-url|--find-links|trusted-host",  # registries are the installer's business
)
WORKSHOP_TALK = re.compile(
    r"(?i)\b(?:issues?|tickets?)\s*(?:no\.?\s*)?#?\d+|(?<!\w)#\d{1,4}\b|\bsession\b|\bhelpers?\b"
)
PICTURES_AND_FONTS = {".png", ".ttf", ".db", ".key", ".mo", ".xlsx", ".pdf", ".icc"}
OTHERS_OWN_WORDS = ("resources/licences/", "resources/fonts/OFL.txt", "resources/icons/LICENSE.txt")


def own_texts() -> Iterator[tuple[str, str]]:
    for path in tracked_files():
        name = path.relative_to(PROJECT).as_posix()
        if path.suffix not in PICTURES_AND_FONTS and not name.startswith(OTHERS_OWN_WORDS) and path != Path(__file__):
            yield name, path.read_text(encoding="utf-8")


def places_outside(name: str, text: str) -> list[str]:
    lines = enumerate(text.splitlines(), 1)
    return [f"{name}:{number} names {found[0]}" for number, line in lines if (found := OUTSIDE.search(line))]


def workshop_talk(name: str, text: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    comments = (token for token in tokens if token.type == tokenize.COMMENT)
    return [
        f"{name}:{token.start[0]} says {found[0]}"
        for token in comments
        if (found := WORKSHOP_TALK.search(token.string.removeprefix("#")))
    ]


def test_no_file_names_a_place_outside_the_project() -> None:
    assert [line for name, text in own_texts() for line in places_outside(name, text)] == []


def test_comments_speak_of_the_office_and_the_code_only() -> None:
    assert [line for name, text in own_texts() if name.endswith(".py") for line in workshop_talk(name, text)] == []


@pytest.mark.parametrize("line", ["open('/opt/data')", "see ../notes.md", "pip --index-url x", "cd /root/x"])
def test_a_place_outside_is_found(line: str) -> None:
    assert len(places_outside("a.py", line)) == 1


@pytest.mark.parametrize("line", ["https://example.invalid/srv/", "resources/help", "1/2", "..."])
def test_what_only_looks_like_one_is_not_blamed(line: str) -> None:
    assert places_outside("a.py", line) == []


@pytest.mark.parametrize("line", ["x = 1  # see issue 12", "# fixed in #431", "# a helper for later"])
def test_talk_of_the_workshop_is_found(line: str) -> None:
    assert len(workshop_talk("a.py", line + "\n")) == 1


def test_every_picture_and_file_that_the_readme_shows_is_there() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^)#]+)\)", text)
    named = re.findall(r"`((?:packaging|resources|tests|app|ui)/[\w./-]+)`", text)
    assert linked
    assert [name for name in (*linked, *named) if not (PROJECT / name).exists()] == []
