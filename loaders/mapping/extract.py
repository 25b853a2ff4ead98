"""A pattern with one group, which takes a part out of a text. It is searched for in time that grows with the text, as all are.

The engine says whether a pattern matches, and not where. So what stands before the group, the group, and what stands behind it
are three patterns, and each place of the text is tried as the one where the group begins, and then as the one where it ends.
"""

from __future__ import annotations

import re
from typing import Final

from loaders.mapping.pattern import Pattern

LONGEST_CELL: Final = 2_000
"""Letters of a cell from which something is taken: each place of it is tried."""
ONE_GROUP: Final = "it takes the value out by one group in round brackets, such as '№ *(\\d+)'"
_PLAIN: Final = re.compile(r"\(\?[a-zA-Z-]*:")
_FLAGS: Final = re.compile(r"\(\?[a-zA-Z-]+\)")
_NAMED: Final = re.compile(r"\(\?P?<[A-Za-z_]\w*>")
_COUNTED: Final = ("*", "+", "?", "{")


class Extract(Pattern):
    """Such a pattern. ValueError where it has no group, or more than one, or one that is no part of its own."""

    __slots__ = ("_before", "_behind", "_inside", "_rest", "_sparing")
    _before: Pattern
    _inside: Pattern
    _behind: Pattern
    _rest: Pattern
    """The group and what stands behind it: which places need not be tried."""
    _sparing: bool
    """Whether it is to hold as little as it can."""

    def __new__(cls, text: str) -> Extract:
        """As of a pattern; and ValueError where it is not known which part is meant."""
        pattern = super().__new__(cls, text)
        assert isinstance(pattern, cls)  # noqa: S101 - for the type checker
        flags = found[0] if (found := _FLAGS.match(text)) else ""
        begin, inside, end = _group(text)
        pattern._before = Pattern(text[:begin])
        pattern._inside, pattern._behind = Pattern(flags + inside), Pattern(flags + text[end:])
        pattern._rest = Pattern(f"{flags}(?:{inside})(?:{text[end:]})")
        pattern._sparing = inside.endswith(("*?", "+?", "}?"))
        return pattern

    def taken_from(self, text: str) -> str | None:
        """What the group holds: from the left the first, and as much as it can, or as little where it ends in `+?` or `*?`.

        None where the pattern is not found. ValueError where the text is too long.
        """
        if not self.found_in(text):
            return None
        if len(text) > LONGEST_CELL:
            raise ValueError(f"nothing is taken out of more than {LONGEST_CELL:,} letters")
        ends = [at for at in range(len(text), -1, -1) if self._behind.begins_at(text, at)]
        for begin in range(len(text) + 1):
            if not self._before.ends_at(text, begin) or not self._rest.begins_at(text, begin):
                continue
            for end in reversed(ends) if self._sparing else ends:
                if end >= begin and self._inside.fits(text, begin, end):
                    return text[begin:end]
        return None


def _group(text: str) -> tuple[int, str, int]:
    """Where the one group begins, what stands in it, and where it ends."""
    depth = 0
    groups: list[tuple[int, int]] = []
    opened: list[int | None] = []
    alternatives = False
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 2
            continue
        if sign == "[":
            at = _behind_class(text, at)
            continue
        if sign == "(" and not _FLAGS.match(text, at):
            plain = _PLAIN.match(text, at)
            if not plain and depth:
                raise ValueError(f"a group in another one: {ONE_GROUP}; write (?:…) for brackets that take nothing out")
            opened.append(None if plain else at)
            depth += 1
        elif sign == ")" and opened:
            if (begin := opened.pop()) is not None:
                groups.append((begin, at + 1))
            depth -= 1
        elif sign == "|" and not depth:
            alternatives = True
        at += 1
    if len(groups) != 1:
        raise ValueError(f"{'no group' if not groups else f'{len(groups)} groups'}: {ONE_GROUP}")
    ((begin, end),) = groups
    if text[end:].startswith(_COUNTED):
        raise ValueError(f"a group that may repeat or lack: {ONE_GROUP}")
    if alternatives:
        raise ValueError(f"alternatives outside the group: {ONE_GROUP}; put them into (?:…)")
    named = _NAMED.match(text, begin)
    return begin, text[named.end() if named else begin + 1 : end - 1], end


def _behind_class(text: str, at: int) -> int:
    """Behind the square brackets that open here, which may hold others."""
    depth = 0
    begun = at
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "[":
            depth += 1
            begun = at
        elif text[at] == "]" and at > begun + 1 + (text[begun + 1 : begun + 2] == "^"):
            depth -= 1
            if not depth:
                return at + 1
        at += 1
    return at
