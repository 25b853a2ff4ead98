"""Times of an answer, read as they are wanted.

The driver makes of each time an object of its own that counts nanoseconds, and we a `datetime` of that: more than a third of
the work of reading an answer. Days repeat, so each is made once here. The driver has no public switch for it. Where its
inside is not what we know, its own objects come, and `values.plain` reads them: the same times, later.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

_EPOCH = datetime(1970, 1, 1)
_LOCAL = b"d"
"""A time without a zone, in the protocol."""


def read_directly(found: Any) -> bool:
    """Makes a driver's result, none of whose records was read yet, give times without a zone as `datetime`s.

    False where the driver cannot do so.
    """
    known = getattr(getattr(found, "_hydration_scope", None), "_struct_hydration_functions", None)
    if not isinstance(known, dict) or _LOCAL not in known:
        return False
    known[_LOCAL] = local
    return True


@lru_cache(maxsize=65_536)
def local(seconds: int, nanoseconds: int) -> datetime:
    """The time so long after the beginning of 1970, to the microsecond, as the driver cuts it."""
    return _EPOCH + timedelta(seconds=seconds, microseconds=nanoseconds // 1000)
