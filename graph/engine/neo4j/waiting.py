"""Waiting no longer than one wants to, for what cannot be interrupted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def given_up_after(seconds: float, work: Callable[[], T]) -> T:
    """What the work gives or raises. TimeoutError where it takes longer: it goes on alone, and nobody hears of it."""
    found: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:
            failed.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if worker.is_alive():
        raise TimeoutError
    if failed:
        raise failed[0]
    return found[0]
