"""A backup on disk: a bag (BagIt 1.0, RFC 8493), so that other programs can check it too.

data/                  the case        manifest-sha256.txt      the SHA-256 of each of its files
bag-info.txt           what it is of   tagmanifest-sha256.txt   of the files beside `data/`; written last
seal.json              where its journal stood, signed
"""

from __future__ import annotations

import errno
import hashlib
import stat
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING

from graph.errors import IntegrityError
from graph.kept.beside import FOLDER, new_file, sync
from graph.kept.private import fill_file
from graph.kept.small import MOST_BYTES, open_regular, read_small

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

DATA = "data"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INFO, MANIFEST, TAGS = "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
CHUNK = 1 << 20
MOST_LISTED = 64 * 1024**2
"""Bytes of the manifest: some 400,000 files."""
HALF = "this is no whole backup: it was cut short, or something in it was changed"


def copied(source: Path, target: Path) -> str:
    """A file, copied into a new one that is its owner's alone. Its SHA-256."""
    make_folders(target.parent)
    digest = hashlib.sha256()

    def chunks() -> Iterator[bytes]:
        with open_regular(source) as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                yield chunk

    fill_file(target, chunks())
    return digest.hexdigest()


def make_folders(path: Path) -> None:
    """With those above it, each its owner's alone."""
    if not path.is_dir():
        make_folders(path.parent)
        path.mkdir(mode=FOLDER)


def close(bag: Path, sums: Mapping[str, str], info: Mapping[str, str], more: Mapping[str, bytes]) -> None:
    """Writes what stands beside `data/`. `sums`: the SHA-256 of each of its files, by its path in it."""
    manifest = "".join(f"{sums[name]}  {_escaped(f'{DATA}/{name}')}\n" for name in sorted(sums))
    tags = {
        **more,
        "bagit.txt": DECLARATION.encode(),
        INFO: "".join(f"{name}: {value}\n" for name, value in info.items()).encode(),
        MANIFEST: manifest.encode(),
    }
    for name, content in tags.items():
        if len(content) > _most(name):  # it could not be restored
            raise OSError(errno.EFBIG, f"too many files: {name} is larger than {_most(name) // 1024} KB")
        fill_file(bag / name, content)
    listed = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(tags.items()))
    fill_file(bag / TAGS, listed.encode())
    for folder in (*(path for path in bag.rglob("*") if path.is_dir()), bag):
        sync(folder)


@dataclass(frozen=True, slots=True)
class Bag:
    """A backup whose list of files was found whole. `sums`: by path in `data/`. `info`: what `bag-info.txt` says."""

    folder: Path
    sums: Mapping[str, str]
    info: Mapping[str, str]

    @classmethod
    def read(cls, folder: Path) -> Bag:
        """IntegrityError where it is none, was cut short, or holds what is not listed."""
        try:
            for name, sha256 in _lines(_tag(folder, TAGS)).items():
                if "/" in name or hashlib.sha256(_tag(folder, name)).hexdigest() != sha256:
                    raise IntegrityError(HALF)
            listed = _lines(_tag(folder, MANIFEST))
            info = dict(line.split(": ", 1) for line in _tag(folder, INFO).decode().splitlines())
        except OSError as error:
            raise IntegrityError(f"{HALF} ({PurePath(error.filename or folder).name}: {error.strerror})") from None
        except ValueError:
            raise IntegrityError(HALF) from None
        sums = {name.removeprefix(f"{DATA}/"): sha256 for name, sha256 in listed.items()}
        there = {path.relative_to(folder / DATA).as_posix() for path in (folder / DATA).rglob("*") if not path.is_dir()}
        if there != sums.keys() or any(".." in PurePosixPath(name).parts or name.startswith("/") for name in sums):
            raise IntegrityError(HALF)
        return cls(folder, sums, info)

    def unpack(self, target: Path) -> Iterator[str]:
        """Copies every file into this folder, and yields its name. IntegrityError where one is not what was packed."""
        for name, sha256 in self.sums.items():
            packed = self.folder / DATA / name
            if not stat.S_ISREG(packed.lstat().st_mode) or copied(packed, target / name) != sha256:
                raise IntegrityError(HALF)
            yield name


def hold(path: Path) -> None:
    """A new, empty file of a folder that is being filled: its owner's alone before anything is in it."""
    make_folders(path.parent)
    new_file(path).close()


def _tag(bag: Path, name: str) -> bytes:
    """A file beside `data/`."""
    return read_small(bag / name, _most(name))


def _most(name: str) -> int:
    return MOST_LISTED if name == MANIFEST else MOST_BYTES


def _lines(content: bytes) -> dict[str, str]:
    pairs = (line.split("  ", 1) for line in content.decode().splitlines())
    return {_plain(name): sha256 for sha256, name in pairs}


def _escaped(name: str) -> str:
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _plain(name: str) -> str:
    return name.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
