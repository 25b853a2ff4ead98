"""Every loaded file stays as it came."""

from __future__ import annotations

import hashlib
import stat
import sys
from pathlib import Path

import pytest

from graph.errors import IntegrityError
from graph.kept.originals import Originals

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions as POSIX has them")
CONTENT = b"name,unit\nAda Brum,Northern Guard\n"
HASH = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    (tmp_path / "originals").mkdir()
    return Originals(tmp_path / "originals")


def damage(path: Path, content: bytes) -> None:
    path.chmod(0o600)
    path.write_bytes(content)


def test_a_file_is_filed_under_its_hash(originals: Originals) -> None:
    assert originals.keep(CONTENT) == HASH
    assert originals.path(HASH) == originals.folder / HASH[:2] / HASH[2:]
    assert originals.path(HASH).read_bytes() == originals.read(HASH) == CONTENT
    assert list(originals.all()) == [HASH]


@posix
def test_what_is_kept_is_read_only(originals: Originals) -> None:
    originals.keep(CONTENT)
    assert stat.S_IMODE(originals.path(HASH).stat().st_mode) == 0o400
    assert stat.S_IMODE(originals.path(HASH).parent.stat().st_mode) == 0o700


def test_kept_again_it_is_not_written_again(originals: Originals) -> None:
    originals.keep(CONTENT)
    before = originals.path(HASH).stat()
    assert originals.keep(CONTENT) == HASH
    after = originals.path(HASH).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert [path.name for path in originals.folder.glob("*/*")] == [HASH[2:]]


@pytest.mark.parametrize("changed", [b"", CONTENT[:-1], CONTENT.replace(b"Ada", b"Ida")])
def test_a_changed_original_stops_everything_and_is_not_repaired(originals: Originals, changed: bytes) -> None:
    originals.keep(CONTENT)
    damage(originals.path(HASH), changed)
    with pytest.raises(IntegrityError, match=r"was changed: restore it from a backup"):
        originals.read(HASH)
    with pytest.raises(IntegrityError, match="changed after it was kept"):
        originals.keep(CONTENT)
    assert originals.path(HASH).read_bytes() == changed


def test_a_missing_original_is_named(originals: Originals) -> None:
    with pytest.raises(IntegrityError, match=f"{HASH[:12]}… is missing"):
        originals.read(HASH)


def test_what_a_dead_writer_left_is_swept_and_never_listed(originals: Originals) -> None:
    originals.keep(CONTENT)
    left = originals.path(HASH).with_name(".linkage-0123456789abcdef")
    left.write_bytes(CONTENT[:5])
    assert list(originals.all()) == [HASH]
    originals.clear()
    assert not left.exists()
    assert originals.read(HASH) == CONTENT


def test_a_writer_that_fails_leaves_nothing(originals: Originals, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space left"):
        patched.setattr("os.fsync", full_disk)
        originals.keep(CONTENT)
    assert not list(originals.folder.glob("*/*"))
    assert originals.keep(CONTENT) == HASH
