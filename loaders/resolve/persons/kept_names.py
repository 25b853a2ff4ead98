"""What names were read to, kept inside the case until the reading itself changes: the next resolving reads new names alone.

`names.arrow` is derived and disposable. Its first line says what it was read by and what its bytes hash to; where either is
not as it should be, it counts as not there, and is made anew. It holds names, so it is its owner's alone to read.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from graph.kept.private import put_file
from loaders.resolve.persons.database import table
from loaders.resolve.persons.name_keys import NameKeys, name_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

FILE: Final = "names.arrow"
READ_BY: Final = (("loaders.names.persons", ("py", "tsv", "toml")), ("loaders.resolve.persons", ("name_keys.py",)))
"""What decides how a name is read: code and tables, by the ends of their names."""
_NAME: Final = "name"


def keys_of(names: Iterable[str], folder: Path | None) -> Mapping[str, NameKeys]:
    """The keys of each name. With a folder, only what it does not keep yet is read, and from then on it keeps all of these."""
    wanted = set(names)
    kept = load(folder) if folder else {}
    new = name_keys(wanted - kept.keys())
    keys = {name: kept[name] if name in kept else new[name] for name in sorted(wanted)}
    if folder and new:
        save(folder, keys)
    return keys


def load(folder: Path) -> dict[str, NameKeys]:
    """The keys of each name that `save` kept here. None where nothing is kept, or not by this version, or not whole."""
    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

    with suppress(OSError, ValueError):
        with (folder / FILE).open("rb") as kept:
            header, body = kept.readline(), kept.read()
        if header == _header(body):
            batch = pa.ipc.open_stream(body).read_all()
            names, *keys = (batch.column(column).to_pylist() for column in (_NAME, *NameKeys._fields))
            return dict(zip(names, map(NameKeys._make, zip(*keys, strict=True)), strict=True))
    return {}


def save(folder: Path, keys: Mapping[str, NameKeys]) -> None:
    """Keep them in place of those kept before, at once or not at all.

    Where there is no room for them they are not kept: the next resolving reads them again.
    """
    import pyarrow as pa

    kept, sink = table({_NAME: list(keys)}, keys.values(), NameKeys._fields), pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, kept.schema) as out:
        out.write_table(kept)
    body = sink.getvalue().to_pybytes()
    with suppress(OSError):
        put_file(folder / FILE, _header(body) + body)


def _header(body: bytes) -> bytes:
    return f"{read_by()} {hashlib.sha256(body).hexdigest()}\n".encode()


@cache
def read_by() -> str:
    """The SHA-256 of all that decides how a name is read: our code and tables, and what they rest on."""
    all_of_it = hashlib.sha256(f"{sys.version} {unicodedata.unidata_version} {version('rapidfuzz')}".encode())
    for package, ends in READ_BY:
        for source in sources(package, ends):
            all_of_it.update(f"{source.name} ".encode() + hashlib.sha256(source.read_bytes()).digest())
    return all_of_it.hexdigest()


def sources(package: str, ends: tuple[str, ...]) -> Iterator[Traversable]:
    """The files of a package that end so, in the order of their names."""
    yield from sorted(
        (file for file in files(package).iterdir() if file.is_file() and file.name.endswith(ends)), key=lambda file: file.name
    )
