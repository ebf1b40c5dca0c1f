"""Pictures of every tab, in both languages and themes, of an estate that is built for them."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from app.core.clock import SetClock, SystemClock
from app.core.language import LANGUAGES, choose_language, tr
from app.demo.build import build_demo
from ui.shell.application import make_application
from ui.shell.demo_building import usual_plan
from ui.shell.main_window import MainWindow
from ui.shell.opening import Opening
from ui.shell.theme import Theme
from ui.shell.window_settings import WindowSettings
from ui.widgets.colours import Light

_MORNING = (10, 42)
_PAUSE = 300
_SEARCHED = ("counter", "estate")


def run_screenshots(words: Sequence[str]) -> int:
    """`screenshots --out DIR [--size WxH] [--data DIR]`: write the pictures, print their names; the exit code."""
    asked = _read(words)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    asked.out.mkdir(parents=True, exist_ok=True)
    clock = SetClock(SystemClock().now().replace(hour=_MORNING[0], minute=_MORNING[1], second=0))
    with tempfile.TemporaryDirectory() as scratch:
        source = asked.data or Path(scratch) / "demo"
        if asked.data is None:
            build_demo(source, usual_plan(clock), lambda _done, _whole: None)
        for language in asked.lang or LANGUAGES:
            for theme in asked.theme or [theme.value for theme in Light]:
                copy = Path(shutil.copytree(source, Path(scratch) / f"{language}-{theme}"))
                for picture in _pictures(application, copy, clock, asked, (language, theme)):
                    print(picture)  # noqa: T201 - a command speaks on the terminal
    return 0


def _read(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="property-counter screenshots")
    parser.add_argument("command", choices=("screenshots",))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=_size, default=(1366, 768), metavar="WxH")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--search", default="1-1-101", help=tr("what is typed into the counter's search box"))
    parser.add_argument("--scale", type=int, default=100, help=tr("text scale in percent"))
    parser.add_argument("--lang", choices=LANGUAGES, action="append")
    parser.add_argument("--theme", choices=[theme.value for theme in Light], action="append")
    return parser.parse_args(list(words))


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _pictures(
    application: QApplication, folder: Path, clock: SetClock, asked: argparse.Namespace, kind: tuple[str, str]
) -> Iterator[Path]:
    language, theme = kind
    choose_language(language)
    window = MainWindow(Theme(application, Light(theme), asked.scale), clock, WindowSettings(language, theme))
    window.resize(*asked.size)
    window.show()
    opening = Opening(window, folder, clock)
    opening.begin()
    _wait()
    window.activateWindow()
    _wait()
    yield from _tabs(window, opening, asked, f"{language}-{theme}")
    window.close()
    window.deleteLater()
    _wait()


def _tabs(window: MainWindow, opening: Opening, asked: argparse.Namespace, kind: str) -> Iterator[Path]:
    assert opening.desk is not None
    for at, name in enumerate(opening.desk.pages.names):
        window.own.tab_wished.emit(at)
        _wait()
        yield _grab(window, asked.out / f"{name}-{kind}.png")
        if name in _SEARCHED:
            window.own.search_wished.emit()
            _open_first_hit(asked.search)
            yield _grab(window, asked.out / f"{name}-open-{kind}.png")
    opening.desk.context.actions["window.settings"].trigger()
    _wait()
    yield _grab(window, asked.out / f"settings-{kind}.png")


def _open_first_hit(text: str) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.setText(text)
    _wait()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box, QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r"))
    _wait()


def _grab(window: MainWindow, target: Path) -> Path:
    window.grab().save(str(target))
    return target


def _wait() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_PAUSE, loop.quit)
    loop.exec()
