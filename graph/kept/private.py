"""One way to put a file or a folder in place: its owner's alone to read, and whole or not at all.

What is written lies beside its place under a name of ours, is made safe on disk, and moves there in one step. A kill, a full
disk or a power cut leaves what was there before; whatever lies beside then is cleared by the next who writes there. Errors of
the system are OSError: the caller knows what was being written. On Windows the folder's own permissions hold.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from graph.kept.beside import EARLIER, FILE, FOLDER, WINDOWS, clear, name_beside, new_file, new_folder, remove, removed, sync

Content: TypeAlias = bytes | Iterable[bytes]
PATIENCE = 1.0
"""Seconds for which a move is tried again on Windows, where a virus scanner may have the file open."""


def anything(path: Path) -> bool:
    """Whatever stands in the place is replaced."""
    return True


def nothing(path: Path) -> bool:
    """Whatever stands in the place stays: FileExistsError."""
    return False


def put_file(
    path: Path,
    content: Content,
    *,
    mode: int = FILE,
    over: Callable[[Path], bool] = anything,
    before: Callable[[], object] | None = None,
) -> Path:
    """Puts a file in place. `over`: whether what stands there may be replaced; FileExistsError where not.

    `before` is called when the file is safe on disk, and not yet in its place.
    """
    make_folder(path.parent)
    clear(path.parent)
    part = path.with_name(name_beside())
    with removed(part), new_file(part) as file:
        part.chmod(mode)
        _fill(file, content)
        if WINDOWS:
            file.close()  # what is open cannot be moved there; elsewhere it stays held until it is moved
        if before is not None:
            before()
        _move_file(part, path, over)
    sync(path.parent)
    return path


def put_folder(
    path: Path,
    contents: Mapping[str, Content],
    *,
    over: Callable[[Path], bool] = nothing,
    before: Callable[[], object] | None = None,
) -> Path:
    """Puts a folder with these files in place; `over` and `before` as for a file. An empty folder may always be replaced."""
    for name in contents:
        if name in ("", "..") or Path(name).name != name:
            raise ValueError("a file's name in a folder is no path")
    with placed_folder(path, over=over) as building:
        for name, content in contents.items():
            fill_file(building / name, content)
        sync(building)
        if before is not None:
            before()
    return path


@contextmanager
def placed_folder(path: Path, *, over: Callable[[Path], bool] = nothing) -> Iterator[Path]:
    """A folder to be filled, which then stands in its place; left by an error, nothing of it stays."""
    make_folder(path.parent)
    clear(path.parent)
    with new_folder(path.parent) as building, removed(building):
        yield building
        _move_folder(building, path, over)
    sync(path.parent)


def fill_file(path: Path, content: Content) -> None:
    """A new file of a folder that is being filled, safe on disk."""
    with new_file(path) as file:
        _fill(file, content)


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """Room for what is needed for a while: a new folder in this one, gone however it is left."""
    clear(folder)
    with new_folder(folder) as room, removed(room):
        yield room


def make_folder(path: Path) -> Path:
    """The folder, made with all that is missing above it; what is new is its owner's alone."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=FOLDER, exist_ok=True)
        sync(folder.parent)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    return path


def _fill(file: BinaryIO, content: Content) -> None:
    """Writes it, and makes it safe on disk."""
    for chunk in (content,) if isinstance(content, bytes) else content:
        file.write(chunk)
    file.flush()
    os.fsync(file.fileno())


def _move_file(part: Path, path: Path, over: Callable[[Path], bool]) -> None:
    if over is anything or (os.path.lexists(path) and over(path)):
        _rename(part, path)
        return
    if WINDOWS:
        part.rename(path)  # refuses where there is something
        return
    try:
        path.hardlink_to(part)  # as a rename, but never over anything
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: the name is taken first
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))
        try:
            _rename(part, path)
        except BaseException:
            path.unlink()
            raise


def _move_folder(building: Path, path: Path, over: Callable[[Path], bool]) -> None:
    if not os.path.lexists(path):
        _rename(building, path)
        return
    empty = path.is_dir() and not path.is_symlink() and not any(path.iterdir())
    if not empty and not over(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with new_folder(path.parent, EARLIER) as aside:
        _rename(path, aside / path.name)
        try:
            _rename(building, path)
        except BaseException:
            _rename(aside / path.name, path)
            aside.rmdir()
            raise
        remove(aside)


def _rename(one: Path, other: Path) -> None:
    begun = time.monotonic()
    while True:
        try:
            one.replace(other)
            return
        except PermissionError:
            if not WINDOWS or time.monotonic() - begun > PATIENCE:
                raise
            time.sleep(0.05)
