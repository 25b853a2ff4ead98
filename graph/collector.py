"""Python's collector of cycles, held still where millions of lasting objects are made and none of them is a cycle."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_still() -> Iterator[None]:
    """Until it is left, nobody looks for garbage: going through what lasts again and again takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
