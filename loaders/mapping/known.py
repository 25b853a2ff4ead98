"""Which mapping reads a file: the one named, or the one whose columns the header has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import MappingError
from graph.kept.small import read_small
from loaders.mapping.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.mapping.form import Mapping

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


def choose(header: Sequence[str], mappings: Iterable[Mapping]) -> Mapping:
    """The mapping this header fits. Of several, the one that asks for all the columns of the others and more."""
    columns = set(header)
    fitting = [mapping for mapping in mappings if columns.issuperset(mapping.recognised_by)]
    if not fitting:
        raise MappingError(
            "no known mapping fits its header: write one (.github/docs/mapping.md shows how) and name it by --mapping FILE.toml"
        )
    best = max(fitting, key=lambda mapping: len(mapping.recognised_by))
    rivals = [m.name for m in fitting if m is not best and not set(m.recognised_by) < set(best.recognised_by)]
    if rivals:
        raise MappingError(f"the mappings {', '.join(sorted([best.name, *rivals]))} fit its header: name one by --mapping")
    return best


def _read(path: Path) -> Mapping:
    try:
        return parse(read_small(path).decode("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise MappingError(f"{path.name}: {reason}") from None
