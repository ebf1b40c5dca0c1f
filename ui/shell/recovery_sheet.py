"""The recovery sheet on its way to paper: shown on its page, printed or saved, and noted as kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.sentences import say
from ui.shell.recovery_page import RecoveryPage

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Founded, Office
    from ui.shell.main_window import MainWindow

TITLE = "数据恢复码"


def show_recovery(window: MainWindow, office: Office, founded: Founded, done: Callable[[], None]) -> None:
    """Show the code in the window; `done` is called once a group of it was typed from the paper."""
    page = RecoveryPage(window.actions_known, founded.recovery_code)

    def on_proven() -> None:
        office.keys.sheet_is_proven(founded.first)
        done()

    def on_print() -> None:
        from app.paper.profiles import A4  # noqa: PLC0415 - once in the life of an office
        from ui.printing.printer_queue import PrintQueue  # noqa: PLC0415

        queue = PrintQueue(parent=window)
        queue.submit(TITLE, A4, lambda: office.recovery_sheet(founded.recovery_code, founded.first))
        page.say(tr("The sheet went to the printer. Lock it away once it is out."))

    def on_save() -> None:
        path = window.questions.file_to_save(tr("Save as PDF"), f"{TITLE}.pdf", tr("PDF (*.pdf)"))
        if path is not None:
            page.say(_save(path, office.recovery_sheet(founded.recovery_code, founded.first)))

    page.proven.connect(on_proven)
    page.print_wished.connect(on_print)
    page.save_wished.connect(on_save)
    window.show_body(page)


def _save(path: Path, pdf: bytes) -> str:
    try:
        path.write_bytes(pdf)
    except (Refusal, Trouble) as error:
        return say(error)
    except OSError as error:
        return tr("“{file}” was not written: {reason}").format(file=path.name, reason=error.strerror or str(error))
    return tr("The sheet is in {file}. Print it, and then delete the file.").format(file=path)
