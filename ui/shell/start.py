"""Starting the window: painted first, opened after; a second start brings the first window forward."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from pathlib import Path

from app.core.language import choose_language, tr
from app.store.folder import default_folder
from ui.shell.application import make_application
from ui.shell.one_window import OneWindow
from ui.shell.window_frame import WindowFrame
from ui.shell.window_settings import WindowSettings
from ui.widgets.colours import Light, put_on


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for; None is as it was left last time."""

    data: Path | None = None
    language: str | None = None
    theme: str | None = None
    percent: int | None = None
    view: Path | None = None


def start(options: Options) -> int:
    """Show the window and work in it until it is closed; the program's exit code."""
    gc.disable()  # nothing that is read now is waste; collected again once the window is furnished
    folder = _place_to_view() if options.view is not None else options.data or default_folder().path
    settings = _settings(folder, options)
    choose_language(settings.language)
    put_on(Light(settings.theme))
    application = make_application()
    application.setApplicationName("property-counter")
    one = OneWindow(folder)
    if not one.take():
        return _call_first(one)
    frame = WindowFrame(tr("Property Counter"), settings.geometry)
    frame.painted.connect(lambda: _go_on(frame, settings, one, folder, options.view))
    frame.show()
    code = application.exec()
    one.give_back()
    return code


def _settings(folder: Path, options: Options) -> WindowSettings:
    settings = WindowSettings.read(folder)
    settings.language = options.language or settings.language
    settings.theme = options.theme or settings.theme
    settings.percent = options.percent or settings.percent
    return settings


def _place_to_view() -> Path:
    from ui.shell.viewing.place import make_place  # noqa: PLC0415 - seldom wished

    return make_place()


def _go_on(frame: WindowFrame, settings: WindowSettings, one: OneWindow, folder: Path, view: Path | None) -> None:
    from ui.shell.work_begins import furnish, furnish_to_view  # noqa: PLC0415 - after the first paint

    if view is None:
        furnish(frame, settings, one, folder)
    else:
        furnish_to_view(frame, settings, view, folder)


def _call_first(one: OneWindow) -> int:
    if one.call_first():
        return 0
    sys.stderr.write(tr("The program is already open on this folder, but does not answer.") + "\n")
    return 1
