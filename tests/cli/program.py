"""The program as its user meets it: as a process of its own, inside this process (quicker), or on a terminal."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from queries.cli import main

COMMAND = [sys.executable, "-c", "from queries.cli import main; main()"]
"""What the installed command `linkage` runs."""

SECONDS = 300
"""How long a command may take on a busy machine; how long it should take is for tests/bench."""

OURS = ("LINKAGE_CASE", "LINKAGE_DEBUG", "NEO4J_")
LOOKS = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "PYTHONIOENCODING")
"""What would change how a command prints. Readline, which pytest loads, sets the first two for every process it starts."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The first line on standard error, without the program's name."""
        return self.err.split("\n", 1)[0].removeprefix("linkage: ")


def environment(case: Path | None, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's, with the case that is meant, nothing else of ours, and nothing that says what a terminal looks like."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS) and name not in LOOKS}
    meant = {"LINKAGE_CASE": str(case)} if case else {}
    return {**kept, "LINKAGE_USER": "a tester", **meant, **(more or {})}


def outside(
    *arguments: object,
    case: Path | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    seconds: float = SECONDS,
) -> Ran:
    """As a process of its own, its output in pipes."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=environment(case, env),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def inside(*arguments: object, case: Path | None = None, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Ran:
    """The same without starting a process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True) for _ in range(2))
    with (
        mock.patch.dict(os.environ, environment(case, env), clear=True),
        mock.patch.object(sys, "argv", ["linkage", *map(str, arguments)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.chdir(cwd or Path.cwd()),
    ):
        try:
            main()
            code: object = 0
        except SystemExit as left:
            code = left.code
    said = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return Ran(code if isinstance(code, int) else 1 if code else 0, *said)
