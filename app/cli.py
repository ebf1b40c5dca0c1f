"""The commands for whoever keeps the machine: build a demo, verify the books, import a sheet, bill a month."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from app.access.windows import act_from
from app.cli_sheets import options as sheet_options
from app.core.clock import SystemClock
from app.core.command_words import SpeakingParser, language_in
from app.core.errors import Refusal, Trouble
from app.core.language import LANGUAGES, choose_language, tr, tr_n
from app.core.show import show_money
from app.core.terminal import ask_name_and_password
from app.store.folder import DataFolder, NoOfficeHere, default_folder

if TYPE_CHECKING:
    from app.access.actor import Actor
    from app.office import Office
    from app.store.truths import Finding

REFUSED, BROKEN, STOPPED = 2, 1, 130

Say = Callable[[Refusal | Trouble], str]


def run(argv: Sequence[str], say: Say) -> int:
    """Carry out one command; 0 done, 1 a truth is broken, 2 refused or in trouble (said on standard error)."""
    choose_language(language_in(argv, LANGUAGES))
    _write_what_the_terminal_can()
    asked = _parser().parse_args(argv)
    asked.say = say
    act_from("command")
    try:
        return int(asked.do(asked))
    except (Refusal, Trouble) as error:
        _print(say(error), sys.stderr)
    except KeyboardInterrupt:
        return STOPPED
    return REFUSED


def _write_what_the_terminal_can() -> None:
    """A name that the terminal has no letters for is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> SpeakingParser:
    about = tr("The counter of a property office. Without a command its window opens.")
    window = tr(
        "Of the window: --theme light or dark, --scale 80 to 200 (percent of the text), --view FILE to look at a "
        "backup in it, where nothing can be written. "
        "“screenshots --out FOLDER” draws every page into a picture."
    )
    parser = SpeakingParser(prog="property-counter", description=about, epilog=window)
    _common(parser)
    commands = parser.add_subparsers(title=tr("commands"), dest="command", required=True, metavar=tr("COMMAND"))
    _demo_options(_command(commands, "demo", tr("build an invented estate to look around in"), _demo))
    verify = _command(commands, "verify", tr("check every book-keeping truth"), _verify)
    verify.options.add_argument(
        "--backup", type=Path, metavar=tr("FILE"), help=tr("look into this backup instead; nothing is written")
    )
    backup = _command(commands, "backup", tr("make a proven backup"), _backup)
    backup.given.add_argument("to", type=Path, nargs="?", metavar=tr("FOLDER"), help=tr("one more folder to put it in"))
    what = tr("put a backup in the place of the data; nobody may have it open")
    restore = _command(commands, "restore", what, _restore)
    restore.given.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("a backup of this program"))
    what = tr("damaged data: list what is newer than the last backup")
    _salvage_options(_command(commands, "salvage", what, _salvage))
    sheet = _command(commands, "import", tr("read a sheet of units, tariffs, arrears, meters or readings"), _import)
    sheet_options(sheet)
    _dry_run(sheet)
    bill = _command(commands, "bill", tr("write the charges through a month"), _bill)
    bill.options.add_argument(
        "--through", required=True, type=_month, metavar="YYYY-MM", help=tr("the last month to bill")
    )
    _dry_run(bill)
    booklet = _command(commands, "booklet", tr("write all incident plans and numbers as one PDF"), _booklet)
    booklet.options.add_argument(
        "--out", type=Path, metavar=tr("FOLDER"), help=tr("where to; without it, where the office chose")
    )
    return parser


def _command(
    commands: argparse._SubParsersAction[SpeakingParser],
    name: str,
    what: str,
    do: Callable[[argparse.Namespace], int],
) -> SpeakingParser:
    parser = commands.add_parser(name, help=what, description=what)
    _common(parser)
    parser.set_defaults(do=do)
    return parser


def _common(parser: SpeakingParser) -> None:
    add = parser.options.add_argument
    add("--data", type=Path, default=argparse.SUPPRESS, metavar=tr("FOLDER"), help=tr("the data folder"))
    add("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=tr("language of all words"))


def _demo_options(parser: SpeakingParser) -> None:
    add, number = parser.options.add_argument, tr("NUMBER")
    add("--units", type=_count, default=300, metavar=number, help=tr("how many units (12 to 20000)"))
    add("--months", type=int, default=12, choices=range(1, 37), metavar="1-36", help=tr("months of history"))
    add("--seed", type=int, default=1, metavar=number, help=tr("the same seed invents the same estate"))


def _dry_run(parser: SpeakingParser) -> None:
    parser.options.add_argument("--dry-run", action="store_true", help=tr("only say what would happen"))


def _salvage_options(parser: SpeakingParser) -> None:
    add, file = parser.options.add_argument, tr("FILE")
    add("--to", type=Path, required=True, metavar=file, help=tr("the sheet (.xlsx) that the list goes into"))
    add("--backup", type=Path, metavar=file, help=tr("compare with this backup instead of the last one"))
    add("--restore", action="store_true", help=tr("then put the backup back, with the list of what is to be entered"))


def _count(text: str) -> int:
    if not text.isdecimal() or not 12 <= int(text) <= 20_000:
        raise argparse.ArgumentTypeError(tr("between 12 and 20000"))
    return int(text)


def _month(text: str) -> tuple[int, int]:
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise argparse.ArgumentTypeError(tr("a month like 2026-11")) from error
    return day.year, day.month


def _folder(asked: argparse.Namespace) -> Path:
    chosen: Path = getattr(asked, "data", default_folder().path)
    return chosen


@contextmanager
def _office(asked: argparse.Namespace) -> Iterator[Office]:
    """The office of the folder; a command never makes one by mistake. Raises NoOfficeHere and what opening raises."""
    from app.access.early_door import is_locked  # noqa: PLC0415 - commands load only what they need
    from app.office import Office  # noqa: PLC0415

    folder = DataFolder(_folder(asked))
    if not folder.holds_office:
        raise NoOfficeHere(folder.path)
    if is_locked(folder):
        office, asked.person = Office.enter(folder.path, SystemClock(), *ask_name_and_password())
    else:
        office, asked.person = Office.open(folder.path, SystemClock()), None
    with closing(office):
        if not office.is_set_up:
            raise NoOfficeHere(folder.path)
        yield office


def _person(asked: argparse.Namespace, office: Office) -> Actor:
    """Who gave the command: whose password opened the data, or the keeper of an office that lies open."""
    return asked.person or office.people.first_supervisor()


def _print(line: str, stream: TextIO | None = None) -> None:
    print(line, file=stream, flush=True)


class _Bar:
    """A bar on one line of the terminal; silent where output goes to a file."""

    def __call__(self, done: int, whole: int) -> None:
        if sys.stderr.isatty() and whole:
            filled = 40 * done // whole
            end = "\n" if done >= whole else ""
            print(f"\r[{'#' * filled}{'.' * (40 - filled)}] {done}/{whole}", end=end, file=sys.stderr, flush=True)  # noqa: T201


def _demo(asked: argparse.Namespace) -> int:
    from app.demo.build import build_demo  # noqa: PLC0415 - commands load only what they need
    from app.demo.plan import DemoPlan  # noqa: PLC0415

    DataFolder(_folder(asked)).prepare()
    now = SystemClock().now()
    plan = DemoPlan(units=asked.units, months=asked.months, seed=asked.seed, now=now)
    build_demo(_folder(asked), plan, _Bar())
    _print(tr("The demo estate stands in {folder}.").format(folder=_folder(asked)))
    return 0


def _backup(asked: argparse.Namespace) -> int:
    from app.cli_backup import make  # noqa: PLC0415 - commands load only what they need

    with _office(asked) as office:
        return 0 if make(office, _person(asked, office), asked.to, _print, _Bar()) else REFUSED


def _restore(asked: argparse.Namespace) -> int:
    from app.cli_backup import restore  # noqa: PLC0415 - as above

    restore(DataFolder(_folder(asked)), asked.file, _print, _Bar())
    return 0


def _salvage(asked: argparse.Namespace) -> int:
    from app.cli_salvage import salvage  # noqa: PLC0415 - as above

    salvage(_folder(asked), asked.to, asked.backup, _print, _Bar(), restore=asked.restore)
    return 0


def _findings(asked: argparse.Namespace) -> Sequence[Finding]:
    if asked.backup is not None:
        from app.cli_backup import findings_in  # noqa: PLC0415 - as above
        from app.office import all_truths  # noqa: PLC0415 - as above

        return findings_in(asked.backup, DataFolder(_folder(asked)), all_truths(), _print, _Bar())
    with _office(asked) as office:
        return office.verify()


def _verify(asked: argparse.Namespace) -> int:
    findings = _findings(asked)
    for finding in findings:
        _print(f"{'×' if finding.breaches else '√'} {tr(finding.truth)}")
        for breach in finding.breaches:
            _print(f"    {breach}")
    _print(_verdict(findings))
    return BROKEN if any(finding.breaches for finding in findings) else 0


def _verdict(findings: Sequence[Finding]) -> str:
    broken = sum(len(finding.breaches) for finding in findings)
    if broken:
        words = tr_n(
            "{n} thing is not as the program wrote it.", "{n} things are not as the program wrote them.", broken
        )
        return words.format(n=broken)
    return tr("All {n} checks hold: nothing was altered, added or removed.").format(n=len(findings))


def _import(asked: argparse.Namespace) -> int:
    from app.cli_sheets import Sheet, bring_in  # noqa: PLC0415 - as above

    with _office(asked) as office:
        sheet = Sheet(asked, office, _person(asked, office), _print, _Bar())
        return 0 if bring_in(sheet) else REFUSED


def _bill(asked: argparse.Namespace) -> int:
    from app.fees.billing import RunRequest  # noqa: PLC0415
    from app.fees.refusals import NothingToBill  # noqa: PLC0415
    from app.fees.words.run_words import run_lines  # noqa: PLC0415

    with _office(asked) as office:
        preview = office.billing.preview(RunRequest.through(*asked.through))
        said = tr("{charges} charges on {units} units, {amount} in all")
        amount = show_money(preview.amount, sign=True)
        _print(said.format(charges=len(preview.rows), units=preview.units, amount=amount))
        for line in run_lines(preview):
            _print(line)
        if not asked.dry_run:
            with suppress(NothingToBill):  # a second run on the same day finds all written, which is as it should be
                office.billing.run(_person(asked, office), preview.request, preview, _Bar())
    return 0


def _booklet(asked: argparse.Namespace) -> int:
    from app.incidents.papers.booklet_copy import write_copy  # noqa: PLC0415
    from app.incidents.papers.copy_words import copy_words  # noqa: PLC0415

    with _office(asked) as office:
        if asked.out is None:
            copied = office.daily_booklet.keep()
        else:
            copied = (write_copy(asked.out.resolve(), office.incident_papers.booklet().pdf),)
    for one in copied:
        _print(copy_words(one))
    if not copied:
        _print(tr("The office has chosen no folder for the booklet: name one with --out, or in the settings."))
    return REFUSED if not copied or any(one.state.is_trouble for one in copied) else 0
