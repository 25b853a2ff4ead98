"""Values within values become columns by their path: `properties.name[0]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

DEEPEST: Final = 20
MOST_ITEMS: Final = 100
LONG: Final = f"a list of more than {MOST_ITEMS} values"
MIXED: Final = "a list or an object where other records have a plain value"


class Pairs(list[tuple[str, object]]):
    """The keys and values of an object, repeated keys included."""


class Unfit(Exception):
    """Why an object is no record; `column` is the key concerned."""

    def __init__(self, reason: str, column: str | None = None) -> None:
        self.reason, self.column = reason, column
        super().__init__(reason)


@dataclass(slots=True)
class Flat:
    """What an object holds. `plain`: path and value, in order. `within`: paths of lists and objects. `long`: of lists that are
    too long to be columns.
    """

    plain: list[tuple[str, object]] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    long: list[str] = field(default_factory=list)


def flattened(value: Pairs) -> Flat:
    """All plain values of an object by their paths. Unfit where nested too deeply, or by a key without a name."""
    flat = Flat()
    for key, content in value:
        for path, plain in _walk(key, content, 1, flat):
            flat.plain.append((path, plain))
    return flat


def _walk(path: str, content: object, depth: int, flat: Flat) -> Iterator[tuple[str, object]]:
    if not isinstance(content, list):
        yield path, content
        return
    if depth > DEEPEST:
        raise Unfit("nested too deeply", path.split(".", 1)[0].split("[", 1)[0])
    flat.within.append(path)
    if isinstance(content, Pairs):
        for key, inner in content:
            if not key.strip():
                raise Unfit("a key without a name")
            yield from _walk(f"{path}.{key}", inner, depth + 1, flat)
    elif len(content) > MOST_ITEMS:
        flat.long.append(path)
    else:
        for at, inner in enumerate(content):
            yield from _walk(f"{path}[{at}]", inner, depth + 1, flat)


def columns(paths: Iterable[str], records: Sequence[tuple[Mapping[str, str], Flat]]) -> dict[str, int]:
    """The columns of a table, of all paths of its records. Where one record has a list or an object and another a plain value,
    there is one column, and none for what lies within; so it is for lists that are too long.
    """
    within = {path for _, flat in records for path in flat.within}
    long = dict.fromkeys(path for _, flat in records for path in flat.long)
    valued = {path for cells, _ in records for path in within & cells.keys() if cells[path]} | long.keys()
    kept = [path for path in (*paths, *long) if path in valued or path not in within]
    return {path: at for at, path in enumerate(dict.fromkeys(path for path in kept if not _lies_within(path, valued)))}


def _lies_within(column: str, paths: Iterable[str]) -> bool:
    return any(column.startswith((f"{path}.", f"{path}[")) for path in paths)
