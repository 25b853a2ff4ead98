"""A thing that is counted, as a query returns it with the link that ties it there: [link id, thing id, denied, described].

Less to carry than things and links, where thousands are counted: of the link its claims, of the thing its id. Where several
links tie it there, and one denied is enough, a list of those that are denied stands first. A fifth word says what the review
may do to it. `comes`: it is none of those now, and is one if what waits is joined. `goes`: it is one now, and may be none
then. Null, or no word: neither. A sixth part lists the links and things that must have held together in the time asked about, so
that it is one: it is counted at least only if they surely did, and by a denial if one is denied. Left out, nothing is said of
its time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias, TypeGuard

from queries.row import Thing, things_in

Mark: TypeAlias = "list[str | bool | list[str] | list[Thing] | None]"
LENGTH = 4
TIMED = LENGTH + 1
"""Where the sixth part stands."""
COMES: Final = "comes"
GOES: Final = "goes"
"""What the review may do to what is counted."""
WORDS = (COMES, GOES, None)


def comes(mark: Mark) -> bool:
    """Whether it is counted only if what waits is joined."""
    return COMES in mark[LENGTH:]


def timed(mark: Mark) -> list[Thing]:
    """What must have held together in the time asked about; nothing where the mark says nothing of its time."""
    return [*things_in(mark[TIMED])] if len(mark) > TIMED else []


def is_denied(mark: Mark, held: Iterable[Thing]) -> bool:
    """Whether it is one only as somebody denies: by what ties it there, or by what must have held (`timed`)."""
    return bool(mark[2]) or any(thing.properties.get("disputed") for thing in held)


def denials(mark: Mark) -> Iterator[str]:
    """The ids of what is denied of it."""
    if mark[2]:
        yield from links(mark)
    yield from (thing.id for thing in timed(mark) if thing.properties.get("disputed"))


def links(mark: Mark) -> Iterator[str]:
    """The ids of the links that tie it there."""
    yield from map(str, mark[0] if isinstance(mark[0], list | tuple) else [mark[0]])


def is_mark(value: object) -> TypeGuard[Mark]:
    """Whether it is one."""
    return (
        isinstance(value, list | tuple)
        and len(value) in (LENGTH, TIMED, TIMED + 1)
        and isinstance(value[3], bool)
        and all(word in WORDS for word in value[LENGTH:TIMED])
        and all(isinstance(part, list | tuple) for part in value[TIMED:])
    )
