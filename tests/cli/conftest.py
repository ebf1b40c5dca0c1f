"""Commands given to the program on a morning in November, and what came of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app import cli
from app.core.clock import SetClock
from tests.office_builder import OfficeBuilder
from ui.sentences import say


@dataclass(frozen=True)
class Answer:
    """How a command ended, and what it said on either way out."""

    code: int
    said: str
    trouble: str

    @property
    def lines(self) -> list[str]:
        return self.said.splitlines()


Command = Callable[..., Answer]


@pytest.fixture
def command(clock: SetClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Gives one command, in English unless told otherwise."""
    monkeypatch.setattr(cli, "SystemClock", lambda: clock)

    def give(*words: object, language: str = "en") -> Answer:
        try:
            code = cli.run([*map(str, words), "--lang", language], say)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 99
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Answer(code, captured.out, captured.err)

    return give


@pytest.fixture
def counter(builder: OfficeBuilder) -> OfficeBuilder:
    """An office with two homes and a property fee, nothing billed yet."""
    builder.property_fee(builder.unit("3-2-501"), builder.unit("3-2-502", "李梅"))
    return builder


@pytest.fixture
def data(counter: OfficeBuilder) -> Path:
    return counter.office.store.folder.path
