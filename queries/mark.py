"""A thing that is counted, as a query returns it with the link that ties it there: [link id, thing id, denied, described].

Less to carry than things and links, where thousands are counted: of the link its claims, of the thing its id. Where several
links tie it there, and one denied is enough, a list of those that are denied stands first. A fifth word says what the review
may do to it. `comes`: it is none of those now, and is one if what waits is joined. `goes`: it is one now, and may be none
then. Null, or no word: neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias, TypeGuard

Mark: TypeAlias = "list[str | bool | list[str] | None]"
LENGTH = 4
COMES: Final = "comes"
GOES: Final = "goes"
"""What the review may do to what is counted."""
WORDS = (COMES, GOES, None)


def comes(mark: Mark) -> bool:
    """Whether it is counted only if what waits is joined."""
    return COMES in mark[LENGTH:]


def links(mark: Mark) -> Iterator[str]:
    """The ids of the links that tie it there."""
    yield from map(str, mark[0] if isinstance(mark[0], list | tuple) else [mark[0]])


def is_mark(value: object) -> TypeGuard[Mark]:
    """Whether it is one."""
    return (
        isinstance(value, list | tuple)
        and len(value) in (LENGTH, LENGTH + 1)
        and isinstance(value[3], bool)
        and all(word in WORDS for word in value[LENGTH:])
    )
