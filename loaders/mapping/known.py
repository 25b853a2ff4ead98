"""Which mapping reads a file: the one named, or the one whose columns the header has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph import words
from graph.errors import MappingError
from graph.kept.small import read_small
from loaders.mapping.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaders.mapping.form import Mapping
    from loaders.reading import Table

SHIPPED = Path(__file__).parent / "shipped"


@cache
def shipped() -> tuple[Mapping, ...]:
    """All mappings that come with Linkage: read once, for files by the dozen are held against them."""
    return tuple(_read(path) for path in sorted(SHIPPED.glob("*.toml")))


def named(given: str) -> Mapping:
    """A mapping by the path of its file, or by the name of one that comes with Linkage."""
    path = Path(given)
    if path.suffix == ".toml":
        return _read(path)
    known = {mapping.name: mapping for mapping in shipped()}
    if given not in known:
        raise MappingError(f"no mapping is called {given!r}: name a .toml file, or one of {', '.join(known)}")
    return known[given]


def choose(tables: Sequence[Table], mappings: Iterable[Mapping]) -> Mapping:
    """The mapping that takes a file by itself, by the headers of the tables that it takes. MappingError where none does.

    It fits the first of these, and of all columns none is left that it neither reads nor names as unread: a column that nobody
    reads may turn the meaning of those beside it. Of several, the one that asks for all the columns of the others and more.
    """
    fitting = [mapping for mapping in mappings if _fits(mapping, tables)]
    if not fitting:
        raise MappingError(
            "no known mapping fits its header: write one (.github/docs/mapping.md shows how) and name it by --mapping FILE.toml"
        )
    whole = [mapping for mapping in fitting if not _left_over(mapping, tables)]
    if not whole:
        nearest = min(fitting, key=lambda mapping: len(_left_over(mapping, tables)))
        left = words.columns(_left_over(nearest, tables))
        raise MappingError(
            f"mapping {nearest.name} would fit its header, but neither reads nor names as unread {left}: look whether they "
            f"change what a row means, and load it all the same with --mapping {nearest.name}, or write a mapping that reads "
            "them (.github/docs/mapping.md shows how)"
        )
    best = max(whole, key=lambda mapping: len(mapping.recognised_by))
    rivals = [m.name for m in whole if m is not best and not set(m.recognised_by) < set(best.recognised_by)]
    if rivals:
        raise MappingError(f"the mappings {', '.join(sorted([best.name, *rivals]))} fit its header: name one by --mapping")
    return best


def _taken(mapping: Mapping, tables: Iterable[Table]) -> Iterator[Table]:
    """Those that are not in a sheet that the mapping leaves out. A text file has no sheets."""
    return (table for table in tables if not table.sheet or mapping.layout.takes(table.sheet))


def _fits(mapping: Mapping, tables: Iterable[Table]) -> bool:
    first = next(_taken(mapping, tables), None)
    return first is not None and set(first.header).issuperset(mapping.recognised_by)


def _left_over(mapping: Mapping, tables: Iterable[Table]) -> tuple[str, ...]:
    """Columns of these tables that the mapping does not account for. A column without a name holds nothing."""
    named = (name for table in _taken(mapping, tables) for name in table.header if name.strip())
    return tuple(dict.fromkeys(name for name in named if name not in mapping.accounted))


def _read(path: Path) -> Mapping:
    try:
        return parse(read_small(path).decode("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise MappingError(f"{path.name}: {reason}") from None
