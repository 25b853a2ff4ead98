"""A real file system of a size that one names: full when that much is written."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

LARGE = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Disk:
    """Mounted at `place`."""

    place: Path

    def resize(self, size: int) -> None:
        """From now on it holds so many bytes."""
        privileged("mount", "-o", f"remount,size={-(-size // 1024)}k", str(self.place))

    @property
    def used(self) -> int:
        """Bytes."""
        found = os.statvfs(self.place)
        return (found.f_blocks - found.f_bfree) * found.f_frsize

    @contextmanager
    def most(self) -> Iterator[list[int]]:
        """The most bytes that are used meanwhile, in a list of one."""
        seen, over = [self.used], threading.Event()

        def look() -> None:
            while not over.is_set():
                seen[0] = max(seen[0], self.used)
                time.sleep(0.001)

        looking = threading.Thread(target=look)
        looking.start()
        try:
            yield seen
        finally:
            over.set()
            looking.join()


@contextmanager
def mounted(place: Path) -> Iterator[Disk]:
    """A large one, to be made small. Skipped, or failed in CI, where this account may mount nothing."""
    place.mkdir()
    try:
        ours = f"size={LARGE},mode=0700,uid={os.getuid()},gid={os.getgid()}"
        privileged("mount", "-t", "tmpfs", "-o", ours, "tmpfs", str(place))
    except (OSError, subprocess.CalledProcessError):
        if os.environ.get("CI") == "true":
            pytest.fail("in CI this is no reason to skip: a small file system could not be mounted")
        pytest.skip("a small file system can be mounted by root alone, or where `sudo` asks for no password")
    try:
        yield Disk(place)
    finally:
        privileged("umount", "--lazy", str(place))


def privileged(*words: str) -> None:
    """As root."""
    subprocess.run([*([] if os.getuid() == 0 else ["sudo", "--non-interactive"]), *words], check=True, capture_output=True)
