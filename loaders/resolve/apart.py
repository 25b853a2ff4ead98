"""What a compiler keeps apart: things to which it gave different keys of one key space that it declares distinct."""

from __future__ import annotations


def kept_by_compiler(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether these two things, by the key spaces and keys they bear, are two in the hand of some compiler.

    A thing that bears several keys of a space, since a person joined what they stand for, is any of these.
    """
    return any(
        {key for at, key in one if at == space}.isdisjoint(key for at, key in other if at == space)
        for space in {space for space, _ in one} & {space for space, _ in other}
    )
