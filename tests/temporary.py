"""Where programs and libraries put temporary files while tests run: a folder of its own, in which nothing is left at the end."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

NAMES = ("TMPDIR", "TEMP", "TMP")
SECONDS = 60
"""How long what has just been ended, a browser or a server, may take to tidy up."""


@contextmanager
def nothing_left(folder: Path) -> Iterator[None]:
    """Here and in every process that is started meanwhile, temporary files go into this folder.

    AssertionError where one stays.
    """
    with mock.patch.dict(os.environ, dict.fromkeys(NAMES, str(folder))), mock.patch.object(tempfile, "tempdir", str(folder)):
        yield
    end = time.monotonic() + SECONDS
    while (left := sorted(path.name for path in folder.iterdir())) and time.monotonic() < end:
        time.sleep(0.1)
    assert not left, f"temporary files were left behind: {', '.join(left)}"
