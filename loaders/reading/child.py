"""A process of its own that opens a file which may be hostile: with limits, and heard only line by line.

The child knows the standard library and one reader, gets the bytes of one file on its standard input after a line of limits, and
answers in lines of JSON. It ends with `{"end": true}`, or with `{"stop": WORD}` where it cannot go on.
"""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

LIMITED: Final = Path(__file__).with_name("limited.py")
MEMORY: Final = 1536 * 1024**2
PATIENCE: Final = 60 if hasattr(signal, "SIGXCPU") else 5
"""How many seconds of the clock the parent waits for each second of processor time. A busy machine gives a child a tenth of one
core or less, and that is no fault of the file. Windows counts no processor time of a child: there the clock is the only limit."""
STALLED: Final = ("that this computer was too busy to read in time", "Load it again when less is running")
"""What is wrong where a child has `stalled`, and what to do."""
_OUT_OF_TIME: Final = {-getattr(signal, name) for name in ("SIGKILL", "SIGXCPU") if hasattr(signal, name)}
"""How a child ends whose processor time is used up; Windows has neither."""


class Stopped(Exception):
    """The child went no further: the word it gave, `overtime`, `crashed`, or `stalled`: the clock ran out first."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(word)


def messages(script: Path, data: bytes, limits: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What the child says, until its end; Stopped where it stops before. `limits`: with `seconds` of processor time."""
    # -I: neither the environment nor the working folder can put another module in place of ours.
    command = [sys.executable, "-I", "-B", str(LIMITED), str(script)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdin and child.stdout  # noqa: S101 - both are pipes
        stalled = threading.Event()

        def stop() -> None:
            stalled.set()
            child.kill()

        clock = threading.Timer(PATIENCE * limits["seconds"], stop)
        clock.start()
        try:
            with contextlib.suppress(BrokenPipeError):  # it stopped early: the exit code says more
                child.stdin.write(json.dumps(limits).encode() + b"\n")
                child.stdin.write(data)
            with contextlib.suppress(BrokenPipeError):
                child.stdin.close()
            for line in child.stdout:
                message = json.loads(line)
                if "end" in message:
                    return
                if "stop" in message:
                    raise Stopped(str(message["stop"]))
                yield message
            code = child.wait()
        finally:
            clock.cancel()
            child.kill()
    if stalled.is_set():
        raise Stopped("stalled" if hasattr(signal, "SIGXCPU") else "overtime")
    raise Stopped("overtime" if code in _OUT_OF_TIME else "crashed")
