"""Bytes into the queue of a Windows printer, by the system's own calls."""

from __future__ import annotations

import sys

from app.paper.refusals import PrinterMissing, PrintingFailed

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Document(ctypes.Structure):
        _fields_ = (
            ("name", wintypes.LPWSTR),
            ("output", wintypes.LPWSTR),
            ("kind", wintypes.LPWSTR),
        )

    def spool(printer: str, data: bytes, title: str) -> None:
        """Hand the bytes over as one document. Raises PrinterMissing or PrintingFailed."""
        calls = ctypes.WinDLL("winspool.drv", use_last_error=True)
        handle = wintypes.HANDLE()
        name = printer or _default(calls)
        if not name or not calls.OpenPrinterW(name, ctypes.byref(handle), None):
            raise PrinterMissing(printer)
        try:
            _write(calls, handle, data, title, name)
        finally:
            calls.ClosePrinter(handle)

    def _write(calls: ctypes.WinDLL, handle: wintypes.HANDLE, data: bytes, title: str, name: str) -> None:
        document, written = _Document(title, None, "RAW"), wintypes.DWORD()
        if not calls.StartDocPrinterW(handle, 1, ctypes.byref(document)):
            raise PrintingFailed(name, 1)
        whole = calls.WritePrinter(handle, data, len(data), ctypes.byref(written)) and written.value == len(data)
        ended = calls.EndDocPrinter(handle)
        if not (whole and ended):
            raise PrintingFailed(name, 1)

    def _default(calls: ctypes.WinDLL) -> str:
        length = wintypes.DWORD(0)
        calls.GetDefaultPrinterW(None, ctypes.byref(length))
        if not length.value:
            return ""
        name = ctypes.create_unicode_buffer(length.value)
        return name.value if calls.GetDefaultPrinterW(name, ctypes.byref(length)) else ""
