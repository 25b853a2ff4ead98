"""What a case lies on: whether its disk is encrypted, where memory may be written to, where a crash is written to.

Read from what Linux shows to everybody; None wherever it does not show it. Another system shows nothing here.
"""

from __future__ import annotations

import os
from pathlib import Path

PROC, SYS = Path("/proc"), Path("/sys")
ENCRYPTING = frozenset({"ecryptfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs", "fuse.veracrypt"})
"""File systems that encrypt by themselves."""


def mounted(path: Path, proc: Path = PROC) -> tuple[str, str, str] | None:
    """The file system a path lies on: its kind, its source, and its device as `major:minor`."""
    wanted, best = path.resolve(), ("", "", "", "")
    for line in _read(proc / "self" / "mountinfo").splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(), after.split()
        place = fields[4].encode().decode("unicode_escape") if "\\" in fields[4] else fields[4]
        if wanted.is_relative_to(place) and len(place) >= len(best[0]):
            best = (place, kind[0], kind[1], fields[2])
    return best[1:] if best[0] else None


def encrypted(path: Path, proc: Path = PROC, sys: Path = SYS) -> bool | None:
    """Whether what is written there is encrypted on the disk. A disk that encrypts inside itself does not show it: False."""
    if (mount := mounted(path, proc)) is None:
        return None
    kind, source, device = mount
    if kind in ENCRYPTING:
        return True
    return _device_encrypted(_number(source) or device, sys)


def swap(proc: Path = PROC, sys: Path = SYS) -> dict[str, bool | None] | None:
    """Each place that memory may be written to, and whether it is encrypted; None where that cannot be known.

    What is compressed within memory itself is no such place.
    """
    text = _read(proc / "swaps")
    if not text:
        return None
    places: dict[str, bool | None] = {}
    for line in text.splitlines()[1:]:
        name, kind = line.split()[:2]
        if "zram" in name:
            continue
        number = _number(name)
        places[name] = encrypted(Path(name), proc, sys) if kind == "file" else number and _device_encrypted(number, sys)  # type: ignore[assignment]
    return places


def crash_handler(proc: Path = PROC) -> str | None:
    """The program that is given the memory of whatever crashes, or an empty text; None where that cannot be known."""
    text = _read(proc / "sys" / "kernel" / "core_pattern")
    if not text:
        return None
    return text[1:].split()[0] if text.startswith("|") else ""


def _device_encrypted(number: str, sys: Path) -> bool | None:
    """Of a block device: whether every disk it is made of lies under dm-crypt."""
    place = sys / "dev" / "block" / number
    if number.startswith("0:") or not place.exists():
        return None
    if _read(place / "dm" / "uuid").startswith("CRYPT-"):
        return True
    below = [_read(slave / "dev").strip() for slave in sorted((place / "slaves").glob("*"))]
    if not below:
        return False
    return None if None in (found := [_device_encrypted(one, sys) for one in below]) else all(found)


def _number(name: str) -> str | None:
    """Of a file under /dev."""
    if not name.startswith("/dev/"):
        return None
    try:
        device = Path(name).stat().st_rdev
    except OSError:
        return None
    return f"{os.major(device)}:{os.minor(device)}"


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
