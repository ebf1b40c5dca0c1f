from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import __main__ as entrance
from ui.shell.command_line import read_options
from ui.shell.one_window import OneWindow
from ui.shell.start import Options
from ui.shell.window_frame import WindowFrame
from ui.shell.window_settings import WindowSettings


def test_the_words_of_the_command_line_are_the_windows_options() -> None:
    words = ["--data", "office", "--lang", "en", "--theme", "dark", "--scale", "150"]
    assert read_options(words) == Options(Path("office"), "en", "dark", 150)
    assert read_options([]) == Options()


@pytest.mark.parametrize("words", [["--scale", "70"], ["--scale", "big"], ["--lang", "fr"], ["--colour", "red"]])
def test_a_wrong_option_ends_with_what_is_right(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read_options(words)
    assert ended.value.code == 2
    assert words[0] in capsys.readouterr().err


def test_a_command_is_told_from_the_value_of_an_option() -> None:
    assert entrance._command(["--data", "verify", "--lang", "en"]) == ""
    assert entrance._command(["--data", "office", "verify"]) == "verify"


def test_settings_are_read_back_as_written_and_nonsense_is_as_if_never_set(tmp_path: Path) -> None:
    settings = WindowSettings("en", "dark", 125, "", "Wang Min")
    settings.write(tmp_path)
    assert WindowSettings.read(tmp_path) == settings
    (tmp_path / "window.json").write_text('{"percent": "large", "theme": "dark", "colour": 1}', encoding="utf-8")
    assert WindowSettings.read(tmp_path) == WindowSettings(theme="dark")
    (tmp_path / "window.json").write_text("{half", encoding="utf-8")
    assert WindowSettings.read(tmp_path) == WindowSettings()
    WindowSettings().write(tmp_path / "nowhere")


def test_a_second_start_brings_the_first_window_forward(tmp_path: Path, qtbot: QtBot) -> None:
    first, second, elsewhere = OneWindow(tmp_path), OneWindow(tmp_path), OneWindow(tmp_path / "other")
    assert first.take()
    first.listen()
    assert not second.take()
    with qtbot.waitSignal(first.called):
        assert second.call_first()
    assert elsewhere.take()
    first.give_back()
    assert second.take()
    second.give_back()
    elsewhere.give_back()


def test_the_frame_is_painted_before_it_holds_anything_and_asks_its_content_before_closing(qtbot: QtBot) -> None:
    class Stubborn(QWidget):
        may = False

        def closeEvent(self, event: object) -> None:
            event.setAccepted(self.may)  # type: ignore[attr-defined]

    frame = WindowFrame("Property Counter")
    qtbot.addWidget(frame)
    with qtbot.waitSignal(frame.painted):
        frame.show()
    content = Stubborn()
    frame.hold(content)
    assert content.size() == frame.size()
    assert not frame.close()
    content.may = True
    assert frame.close()


LARGE = ("sqlalchemy", "app.office", "reportlab", "openpyxl", "hashlib", "PySide6.QtNetwork", "PySide6.QtPrintSupport")
OF_QUESTIONS = ("ui.shell.question_panel", "ui.shell.question_drafts", "ui.shell.page_draft", "ui.widgets.typed_texts")


@pytest.mark.parametrize(
    ("begun", "later"), [("ui.shell.start", (*LARGE, "ui.shell.main_window")), ("ui.shell.desk", OF_QUESTIONS)]
)
def test_nobody_waits_for_what_is_not_needed_yet(begun: str, later: tuple[str, ...]) -> None:
    code = f"import sys, {begun}; print(sorted(set({later}) & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
