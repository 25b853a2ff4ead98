"""What a case lies on, read from a /proc and a /sys that were made up: encrypted, not, or unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.kept import machine


@pytest.fixture
def linux(tmp_path: Path) -> Path:
    """A disk 8:0 with a partition 8:1; 253:0 under dm-crypt on it; 253:1 a volume on both 253:0; 9:0 of 253:0 and 8:1."""
    blocks = tmp_path / "sys" / "dev" / "block"
    for number, uuid, below in (
        ("8:1", "", ()),
        ("253:0", "CRYPT-LUKS2-4711", ("8:1",)),
        ("253:1", "LVM-4711", ("253:0",)),
        ("9:0", "", ("253:0", "8:1")),
    ):
        (blocks / number / "slaves").mkdir(parents=True)
        (blocks / number / "dm").mkdir()
        (blocks / number / "dm" / "uuid").write_text(f"{uuid}\n", "utf-8")
        for one in below:
            (blocks / number / "slaves" / one.replace(":", "-")).mkdir()
            (blocks / number / "slaves" / one.replace(":", "-") / "dev").write_text(f"{one}\n", "utf-8")
    (tmp_path / "proc" / "self").mkdir(parents=True)
    return tmp_path


def mounts(linux: Path, *lines: tuple[str, str, str, str]) -> None:
    """Device, place, kind and source of each."""
    text = "".join(f"1 2 {device} / {place} rw - {kind} {source} rw\n" for device, place, kind, source in lines)
    (linux / "proc" / "self" / "mountinfo").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("device", "kind", "known"),
    [
        ("8:1", "ext4", False),
        ("253:0", "ext4", True),
        ("253:1", "xfs", True),
        ("9:0", "ext4", False),
        ("0:40", "overlay", None),
        ("0:41", "nfs4", None),
        ("0:42", "fuse.gocryptfs", True),
        ("7:7", "ext4", None),
    ],
)
def test_whether_a_disk_is_encrypted(linux: Path, device: str, kind: str, known: bool | None) -> None:
    mounts(linux, ("0:1", "/", "rootfs", "none"), (device, str(linux), kind, "none"))
    assert machine.encrypted(linux / "case", linux / "proc", linux / "sys") is known


def test_the_nearest_mount_counts(linux: Path) -> None:
    """Also where its name has a blank, and where a longer name only begins alike."""
    (linux / "a b").mkdir()
    inner = str(linux / "a b").replace(" ", "\\040")
    mounts(linux, ("8:1", "/", "ext4", "none"), ("253:0", inner, "ext4", "none"), ("8:1", f"{inner}c", "ext4", "none"))
    assert machine.encrypted(linux / "a b" / "case", linux / "proc", linux / "sys") is True
    assert machine.encrypted(linux / "a", linux / "proc", linux / "sys") is False


def test_what_shows_nothing_is_unknown(tmp_path: Path) -> None:
    assert machine.encrypted(tmp_path, tmp_path, tmp_path) is None
    assert machine.swap(tmp_path, tmp_path) is None
    assert machine.crash_handler(tmp_path) is None


def test_each_place_memory_may_be_written_to(linux: Path) -> None:
    mounts(linux, ("253:0", "/", "ext4", "none"))
    lines = (
        "Filename Type Size Used Priority\n/dev/zram0 partition 1 0 -2\n/swapfile file 1 0 -3\n/dev/nowhere partition 1 0 -4\n"
    )
    (linux / "proc" / "swaps").write_text(lines, "utf-8")
    assert machine.swap(linux / "proc", linux / "sys") == {"/swapfile": True, "/dev/nowhere": None}
    (linux / "proc" / "swaps").write_text(lines.splitlines()[0] + "\n", "utf-8")
    assert machine.swap(linux / "proc", linux / "sys") == {}


@pytest.mark.parametrize(("pattern", "handler"), [("core\n", ""), ("|/usr/lib/keeper %P\n", "/usr/lib/keeper")])
def test_who_is_given_a_crash(linux: Path, pattern: str, handler: str) -> None:
    (linux / "proc" / "sys" / "kernel").mkdir(parents=True)
    (linux / "proc" / "sys" / "kernel" / "core_pattern").write_text(pattern, "utf-8")
    assert machine.crash_handler(linux / "proc") == handler
