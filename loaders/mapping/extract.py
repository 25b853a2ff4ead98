"""A pattern with one group, which takes a part out of a text. It is searched for in time that grows with the text, as all are.

The engine says whether a pattern matches, and not where. So what stands before the group, the group, and what stands behind it
are three patterns. The match begins as early as it can; then each place behind that is tried as the one where the group begins,
and each as the one where it ends.
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
_SPARING: Final = re.compile(r"[*+?}]\?")
"""A count that is to be as little as it can."""


class Extract(Pattern):
    """Such a pattern. ValueError where it has no group, or more than one, or one that is no part of its own."""

    __slots__ = ("_before", "_behind", "_inside", "_rest", "_soon", "_sparing")
    _before: Pattern
    _inside: Pattern
    _behind: Pattern
    _rest: Pattern
    """The group and what stands behind it: which places need not be tried."""
    _soon: bool
    """Whether it is to begin as soon as it can: what stands before it is sparing."""
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
        pattern._soon = bool(_SPARING.search(_unescaped(text[:begin])))
        pattern._sparing = inside.endswith(("*?", "+?", "}?", "??"))
        return pattern

    def taken_from(self, text: str) -> str | None:
        """What the group holds: from the left the first, and as much as it can, or as little where it ends in `+?` or `*?`.

        None where the pattern is not found. ValueError where the text is too long.
        """
        if not self.found_in(text):
            return None
        if len(text) > LONGEST_CELL:
            raise ValueError(f"nothing is taken out of more than {LONGEST_CELL:,} letters")
        places = range(len(text) + 1)
        begun = next((at for at in places if self.begins_at(text, at)), len(text))
        begins = places[begun:] if self._soon else places[begun:][::-1]
        for begin in begins:
            if not self._rest.begins_at(text, begin) or not self._before.fits(text, begun, begin):
                continue
            ends = places[begin:] if self._sparing else places[begin:][::-1]
            for end in ends:
                if self._behind.begins_at(text, end) and self._inside.fits(text, begin, end):
                    return text[begin:end]
        return None


def _unescaped(text: str) -> str:
    """Without the signs that a backslash makes letters."""
    return re.sub(r"\\.", "x", text)


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
