"""The program opens no connection of its own, and the tests would notice."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import NetworkTouched
from tests.laws.source_tree import SourceTree, a_house, the_house

TALKATIVE = (
    *("socket", "ssl", "asyncio", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc"),
    *("webbrowser", "requests", "httpx", "aiohttp", "urllib3", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"),
)
BETWEEN_WINDOWS = {"QLocalServer", "QLocalSocket"}  # a second start calls the first window on the same machine


def talkers(house: SourceTree) -> Iterator[str]:
    for source in house:
        for module, name in source.imported_names():
            qt_network = module == "PySide6.QtNetwork" and name not in BETWEEN_WINDOWS
            if qt_network or any(f"{module}.".startswith(f"{talker}.") for talker in TALKATIVE):
                yield f"{source.path} imports {module}"


def test_no_file_of_the_program_can_open_a_connection() -> None:
    assert list(talkers(the_house())) == []


@pytest.mark.parametrize("line", ["import urllib.request", "from http import client", "import PySide6.QtNetwork"])
def test_a_file_that_could_is_found(tmp_path: Path, line: str) -> None:
    assert len(list(talkers(a_house(tmp_path, app__core__news=line)))) == 1


def test_a_test_that_connects_is_stopped() -> None:
    with socket.socket() as outside, pytest.raises(NetworkTouched):
        outside.connect(("192.0.2.1", 80))


def test_a_test_that_connects_quietly_is_stopped() -> None:
    with socket.socket() as outside, pytest.raises(NetworkTouched):
        outside.connect_ex(("192.0.2.1", 80))


def test_a_test_that_sends_a_datagram_is_stopped() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as outside, pytest.raises(NetworkTouched):
        outside.sendto(b"hello", ("192.0.2.1", 53))


def test_a_test_that_asks_for_an_address_is_stopped() -> None:
    with pytest.raises(NetworkTouched):
        socket.getaddrinfo("example.invalid", 80)
