"""One key press. Nothing that was typed before the question stood on the screen answers it, nor does a key pressed twice."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAVE = "q"
BY_PLACE = dict(zip("нтгыяй.,", "ynuszq/?", strict=True))
"""The same keys where a Russian layout is on: by their place, not by what they type."""


def pressed(prompt: str) -> str:
    """The key pressed after this was shown, in lower case; an interrupt or an end of input leaves."""
    with _listening():
        try:
            click.secho(prompt, dim=True)
            typed = _typed()
        except (KeyboardInterrupt, EOFError):
            return LEAVE
    key = typed[:1].lower()
    return BY_PLACE.get(key, key) if key not in ("", "\x04") else LEAVE


if sys.platform == "win32":  # pragma: no cover - tried on Windows by hand
    import msvcrt

    @contextmanager
    def _listening() -> Iterator[None]:
        while msvcrt.kbhit():
            msvcrt.getwch()
        yield

    def _typed() -> str:
        return click.getchar()

else:
    import os
    import termios
    import tty

    @contextmanager
    def _listening() -> Iterator[None]:
        """Keys come one by one and unseen; what was typed before and what is left over after is dropped.

        Not click.getchar: it drops what is typed while it begins, after the question was shown.
        """
        before = termios.tcgetattr(sys.stdin)
        tty.setcbreak(sys.stdin, termios.TCSAFLUSH)
        try:
            yield
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSAFLUSH, before)

    def _typed() -> str:
        return os.read(sys.stdin.fileno(), 32).decode(errors="replace")
