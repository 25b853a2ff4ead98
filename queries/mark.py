"""A thing that is counted, as a query returns it with the link that ties it there: [link id, thing id, denied, described].

Less to carry than things and links, where thousands are counted: of the link its claims, of the thing its id.
"""

from __future__ import annotations

from typing import TypeAlias, TypeGuard

Mark: TypeAlias = "list[str | bool]"
LENGTH = 4


def is_mark(value: object) -> TypeGuard[Mark]:
    """Whether it is one."""
    return isinstance(value, list | tuple) and len(value) == LENGTH and isinstance(value[3], bool)
