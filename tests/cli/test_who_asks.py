"""A command on an office whose key is wrapped asks for name and password, and acts as whoever gave them."""

from __future__ import annotations

import io
import os
import sys

import pytest
from sqlalchemy import select

from app.access.tables import sign_in
from app.core.clock import SetClock
from app.office import Office
from app.store.folder import DataFolder
from tests.cli.conftest import Command


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_the_right_password_carries_the_command_out(
    command: Command, locked: DataFolder, monkeypatch: pytest.MonkeyPatch, clock: SetClock
) -> None:
    typed(monkeypatch, "沈若兰", "smooth-river")
    answer = command("verify", "--data", locked.path)
    assert (answer.code, answer.trouble) == (0, "")
    assert "smooth-river" not in answer.said
    office, _ = Office.enter(locked.path, clock, "沈若兰", "smooth-river")
    with office.store.reading() as connection:
        assert list(connection.execute(select(sign_in.c.name)).scalars()) == ["沈若兰", "沈若兰"]
    office.close()


@pytest.mark.parametrize("lines", [("沈若兰", "wrong"), ("nobody", "smooth-river"), ("", ""), ()])
def test_a_wrong_one_is_refused_and_nothing_is_opened(
    command: Command, locked: DataFolder, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...]
) -> None:
    before = locked.database.read_bytes()
    typed(monkeypatch, *lines)
    answer = command("verify", "--data", locked.path)
    assert (answer.code, answer.said) == (2, "")
    assert answer.trouble.startswith("Name or password is not right")
    assert locked.database.read_bytes() == before


def test_neither_options_nor_environment_give_a_password(
    command: Command, locked: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch)
    for name in ("PASSWORD", "PROPERTY_COUNTER_PASSWORD"):
        monkeypatch.setitem(os.environ, name, "smooth-river")
    assert command("verify", "--data", locked.path, "--password", "smooth-river").code == 2
    assert command("verify", "--data", locked.path).code == 2


def test_a_terminal_asks_without_showing_the_password(
    command: Command, locked: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def hidden(prompt: str, _stream: object) -> str:
        asked.append(prompt)
        return "smooth-river"

    typed(monkeypatch, "沈若兰")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("app.core.terminal.getpass.getpass", hidden)
    answer = command("verify", "--data", locked.path)
    assert (answer.code, answer.trouble, asked) == (0, "Name: ", ["Password: "])
