"""Every command explains itself in both languages, and says calmly what it did not understand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.laws.source_tree import PROJECT

COMMANDS: tuple[tuple[str, ...], ...] = ((), ("demo",), ("verify",), ("import",), ("bill",), ("booklet",))
CHINESE = range(0x4E00, 0x9FFF)


@pytest.mark.parametrize("words", COMMANDS, ids="-".join)
def test_a_command_explains_itself_in_english(command: Command, words: tuple[str, ...]) -> None:
    answer = command(*words, "--help")
    assert (answer.code, answer.trouble) == (0, "")
    assert answer.said.startswith(" ".join(("usage: property-counter", *words)))
    assert not any(ord(letter) in CHINESE for letter in answer.said)


@pytest.mark.parametrize("words", COMMANDS, ids="-".join)
def test_a_command_explains_itself_in_chinese(command: Command, words: tuple[str, ...]) -> None:
    answer = command(*words, "-h", language="zh_CN")
    assert (answer.code, answer.trouble) == (0, "")
    explained = [line.split(maxsplit=1)[-1] for line in answer.lines if line.startswith("  ")]
    assert explained
    for english in ("usage:", "options:", "show this help", "positional", "the data folder"):
        assert english not in answer.said


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("verify", "now"),
        ("bill",),
        ("import",),
        ("import", "cats", "sheet.xlsx"),
        ("import", "units", "sheet.xlsx", "--duplicates", "perhaps"),
        ("demo", "--units", "many"),
        ("demo", "--units", "11"),
        ("demo", "--units", "20001"),
        ("demo", "--months", "0"),
        ("demo", "--seed", "green"),
        ("verify", "--data"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_words_that_are_not_understood_are_said_in_one_sentence(
    command: Command, words: tuple[str, ...], language: str
) -> None:
    answer = command("--lang", language, *words, language=language)
    assert (answer.code, answer.said) == (2, "")
    assert "--help" in answer.trouble.splitlines()[-1]
    assert ("_count" in answer.trouble, "not understood" in answer.trouble) == (False, language == "en")


@pytest.mark.parametrize("ending", [("--lang", "klingon"), ("--lang",)], ids=" ".join)
def test_a_language_that_nobody_speaks_is_refused(ending: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    from app.cli import run
    from ui.sentences import say

    with pytest.raises(SystemExit) as end:
        run(["verify", *ending], say)
    assert end.value.code == 2
    assert "--lang" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_terminal_without_the_letters_stops_no_command(tmp_path: Path, encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", "verify", "--data", str(tmp_path / "乐")],
        cwd=PROJECT,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
