"""The program on a terminal, as somebody sees it who sits in front of one."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios
from collections.abc import Mapping
from pathlib import Path

from tests.cli.program import COMMAND, SECONDS, environment

ROWS = 40


def on_terminal(
    *arguments: object, case: Path | None = None, columns: int = 120, env: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Exit code and everything the terminal was sent, line ends as a file has them."""
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
    sent = b""
    while chunk := _more(ours):
        sent += chunk
    os.close(ours)
    return process.wait(SECONDS), sent.decode().replace("\r\n", "\n")


def _more(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux says so when the other end is closed
        return b""
