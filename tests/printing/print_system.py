"""A print system of the tests' own: a private CUPS with its own folders, a cups-pdf queue and a raw one.

CUPS is Debian's; without it these tests fail and name what to install. cups-pdf itself may be started by root only:
for anybody else the same queue, driver and filters end in a tray of the tests, and Ghostscript makes the PDF.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

PACKAGES = "cups-daemon cups-client printer-driver-cups-pdf"
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
SHIPPED = Path("/usr/lib/cups")
ANONYMOUS = Path("/var/spool/cups-pdf/ANONYMOUS")
NOBODY = "counter-tests"  # no user of the machine, so that cups-pdf leaves homes alone
PATIENCE = 60.0

_TRAY = """#!/bin/sh
[ $# -ge 5 ] || { echo 'file tray "tests" "tests"'; exit 0; }
exec >"${DEVICE_URI#tray:}/$1.part"
if [ -n "$6" ]; then cat "$6"; else cat; fi
mv "${DEVICE_URI#tray:}/$1.part" "${DEVICE_URI#tray:}/$1.out"
"""
_SERVER = """Listen {folder}/sock
LogLevel info
WebInterface No
Browsing No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """ServerRoot {folder}/root
ServerBin {folder}/bin
CacheDir {folder}/cache
RequestRoot {folder}/spool
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
"""


class PrintSystem:
    """Queues `counter` (cups-pdf), `fixed` (the same without custom sizes) and `thermal` (raw); close it at the end."""

    def __init__(self) -> None:
        server = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
        if server is None or not PPD.exists():
            pytest.fail(f"a print system is missing: apt-get install --no-install-recommends {PACKAGES}")
        self.folder = Path(tempfile.mkdtemp(prefix="cups-"))  # short: a socket's path has 107 letters at most
        self.is_root = os.geteuid() == 0
        self._prepare()
        command = [server, "-f", "-c", str(self.folder / "cupsd.conf"), "-s", str(self.folder / "cups-files.conf")]
        self._server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait(lambda: "is running" in self.ask("lpstat", "-r"), "cupsd did not start")
        self._add_queues()

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "CUPS_SERVER": str(self.folder / "sock"), "CUPS_USER": NOBODY}

    def ask(self, *command: str) -> str:
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=PATIENCE
        ).stdout

    def printed(self, title: str) -> bytes:
        """The PDF that came out of the queue `counter` for a title that no other paper has."""
        if self.is_root:
            self._wait(lambda: self._idle() and bool(list(ANONYMOUS.glob(f"{title}*.pdf"))), "cups-pdf made nothing")
            file = next(ANONYMOUS.glob(f"{title}*.pdf"))
            pdf = file.read_bytes()
            file.unlink()
            return pdf
        self._wait(lambda: bool(self._trayed()), "nothing came out")
        script = self._trayed()[-1]
        pdf_file = script.with_suffix(".pdf")
        subprocess.run(["ps2pdf", str(script), str(pdf_file)], check=True, timeout=PATIENCE)
        script.unlink()
        return pdf_file.read_bytes()

    def wait_until_idle(self) -> None:
        """Let every paper that earlier tests sent come out."""
        self._wait(self._idle, "papers stayed in the queue")

    def raw(self) -> bytes:
        """The bytes that came out of the queue `thermal`."""
        self._wait(lambda: bool(self._trayed()), "no bytes came out")
        file = self._trayed()[-1]
        data = file.read_bytes()
        file.unlink()
        return data

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _prepare(self) -> None:
        self.folder.chmod(0o755)
        for name in ("root", "cache", "spool", "state", "tmp", "log", "out", "bin/backend"):
            (self.folder / name).mkdir(parents=True)
            (self.folder / name).chmod(0o777)
        for part in ("filter", "daemon", "driver", "monitor", "notifier", "cgi-bin"):
            (self.folder / "bin" / part).symlink_to(SHIPPED / part)
        if self.is_root:
            shutil.copy2(SHIPPED / "backend/cups-pdf", self.folder / "bin/backend/cups-pdf")
        for name, mode in (("bin", 0o755), ("bin/backend", 0o755)):
            (self.folder / name).chmod(mode)  # CUPS runs nothing out of a folder that all may write
        self._write("bin/backend/tray", _TRAY).chmod(0o755)
        self._write("cupsd.conf", _SERVER.format(folder=self.folder))
        user = "User lp\nGroup lp\n" if self.is_root else ""
        self._write("cups-files.conf", _FILES.format(folder=self.folder) + user)
        narrow = [line for line in PPD.read_text(encoding="latin-1").splitlines() if "CustomPageSize" not in line]
        self._write("fixed.ppd", "\n".join(_without_rest_of_custom(narrow)) + "\n")

    def _add_queues(self) -> None:
        device = "cups-pdf:/" if self.is_root else f"tray:{self.folder}/out"
        self.ask("lpadmin", "-p", "counter", "-E", "-v", device, "-P", str(PPD))
        self.ask("lpadmin", "-p", "fixed", "-E", "-v", device, "-P", str(self.folder / "fixed.ppd"))
        self.ask("lpadmin", "-p", "thermal", "-E", "-v", f"tray:{self.folder}/out", "-m", "raw")
        queues = self.ask("lpstat", "-p")
        assert all(f"printer {name} " in queues for name in ("counter", "fixed", "thermal")), queues

    def _write(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def _idle(self) -> bool:
        return not self.ask("lpstat", "-o").strip()

    def _trayed(self) -> list[Path]:
        return sorted((self.folder / "out").glob("*.out"))

    def _wait(self, come_true: object, trouble: str) -> None:
        assert callable(come_true)
        end = time.monotonic() + PATIENCE
        while not come_true():
            if time.monotonic() > end:
                log = self.folder / "log/error"
                words = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else ""
                pytest.fail(f"{trouble}\n{words}")
            time.sleep(0.1)


def _without_rest_of_custom(lines: list[str]) -> list[str]:
    """Leave out the second line of the PostScript that belonged to the custom size."""
    return [line for line in lines if not line.startswith("<</PageSize [ 5 -2 roll ]")]
