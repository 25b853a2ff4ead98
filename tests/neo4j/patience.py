"""Waiting by load: what takes a minute on a quiet machine may take five where five programs want each core."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator


def patience(quiet_seconds: float) -> Iterator[float]:
    """Goes on until so many seconds would have passed for a program that has a core to itself; yields how many are left."""
    last = time.monotonic()
    while quiet_seconds > 0:
        yield quiet_seconds
        now = time.monotonic()
        quiet_seconds -= (now - last) * _share()
        last = now


def _share() -> float:
    """What part of a core a program gets at present."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return min(1.0, (os.cpu_count() or 1) / load) if load else 1.0
