"""The program on a terminal, as somebody sees it who sits in front of one."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.cli.program import COMMAND, SECONDS, environment

ROWS = 40


def on_terminal(
    *arguments: object, case: Path | None = None, columns: int = 120, env: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Exit code and everything the terminal was sent, line ends as a file has them."""
    ours, process = _started(arguments, case, columns, env)
    sent = b""
    while chunk := _more(ours):
        sent += chunk
    os.close(ours)
    return process.wait(SECONDS), sent.decode().replace("\r\n", "\n")


def _started(
    arguments: Sequence[object], case: Path | None, columns: int, env: Mapping[str, str] | None
) -> tuple[int, subprocess.Popen[bytes]]:
    """The program on a terminal of its own, and our end of that terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        env=environment(case, {"TERM": "xterm-256color", **(env or {})}),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    return ours, process


def _more(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux says so when the other end is closed
        return b""


class Sitting:
    """Somebody at a terminal: waits for what it shows, then types. Ends with the program, or ends it."""

    def __init__(self, *arguments: object, case: Path, columns: int = 120, env: Mapping[str, str] | None = None) -> None:
        self._ours, self._process = _started(arguments, case, columns, env)
        self._sent = b""
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        self._process.kill()
        self._process.wait(SECONDS)
        os.close(self._ours)

    def sees(self, text: str) -> str:
        """Waits until this text was shown after all that was waited for before; what was shown up to it, itself included."""
        shown = self.may_see(text)
        assert shown is not None, f"{text!r} was never shown; on the terminal stood:\n{self._text(self._read)}"
        return shown

    def may_see(self, text: str) -> str | None:
        """The same; None where the program ends without showing it."""
        wanted = text.encode()
        end = time.monotonic() + SECONDS
        while (found := self._sent.find(wanted, self._read)) < 0:
            ready, _, _ = select.select([self._ours], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"{text!r} is waited for in vain; on the terminal stands:\n{self._text(self._read)}"
            chunk = _more(self._ours)
            if not chunk:
                return None
            self._sent += chunk
        before, self._read = self._read, found + len(wanted)
        return self._text(before, self._read)

    def types(self, keys: str) -> None:
        """As if each key were pressed, one after the other."""
        os.write(self._ours, keys.encode())

    def ends(self) -> tuple[int, str]:
        """Waits for the program. Its exit code, and what it showed since it was last waited for."""
        while chunk := _more(self._ours):
            self._sent += chunk
        return self._process.wait(SECONDS), self._text(self._read)

    def _text(self, begin: int, end: int | None = None) -> str:
        return self._sent[begin:end].decode(errors="replace").replace("\r\n", "\n")
