"""Labels, link types and properties that a query names and no case can have: an engine finds nothing for them, in silence.

What a variable holds is known for certain where each pattern that binds it names its labels or its link type. Its
properties are then those of these; of anything else, those of the whole schema, the keys of maps that the text makes, and
the parts of a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from graph import schema
from queries.tokens import Fault, Token, read
from queries.vocabulary import BEFORE_BRACKET, PARTS

_NOTHING = Token("sign", "", 0)
_BINDERS = frozenset({"AS"})
_ANEW = frozenset({"WITH", "RETURN", "UNION"})
"""After them a name may mean something else."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """A variable in a pattern: where, in which subqueries, and what the pattern says it is; nothing: it says nothing."""

    position: int
    braces: tuple[int, ...]
    kinds: tuple[str, ...]


def faults(text: str) -> tuple[Fault, ...]:
    """All that is named and not in the schema, by line. Nothing of a text that cannot be read: the guard says why."""
    tokens, unreadable = read(text)
    if unreadable:
        return ()
    opened = [*_opened(tokens)]
    labels = [*_labels(tokens, opened)]
    keys = [position for position in range(len(tokens)) if _is_key(tokens, opened, position)]
    return (*_types(tokens, opened, labels), *_properties(tokens, opened, labels, keys))


def nearest(word: str, known: Collection[str]) -> str:
    """`; did you mean …?`, or nothing where nothing is near."""
    by_small = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), by_small, n=1, cutoff=0.5)
    return f"; did you mean {by_small[near[0]]}?" if near else ""


def _opened(tokens: Sequence[Token]) -> Iterator[tuple[int, ...]]:
    """For each token, where the brackets around it were opened."""
    stack: list[int] = []
    for position, token in enumerate(tokens):
        if token.kind == "sign" and token.text in ")]}" and stack:
            stack.pop()
        yield tuple(stack)
        if token.kind == "sign" and token.text in "([{":
            stack.append(position)


def _at(tokens: Sequence[Token], position: int) -> Token:
    return tokens[position] if 0 <= position < len(tokens) else _NOTHING


def _is_key(tokens: Sequence[Token], opened: Sequence[tuple[int, ...]], position: int) -> bool:
    """`{id: …, name: …}`, of a pattern or a map."""
    inside = opened[position] and tokens[opened[position][-1]].text == "{"
    before, after = _at(tokens, position - 1).text, _at(tokens, position + 1).text
    return bool(inside) and tokens[position].kind == "word" and before in ("{", ",") and after == ":"


def _labels(tokens: Sequence[Token], opened: Sequence[tuple[int, ...]]) -> Iterator[int]:
    """The words of `:Unit|Person`."""
    inside = False
    for position, token in enumerate(tokens):
        if token.text == ":" and token.kind == "sign":
            inside = not _is_key(tokens, opened, position - 1) if position else False
        elif inside and token.kind == "word" and _at(tokens, position - 1).text in (":", "|", "&", "!", "("):
            yield position
        elif token.text not in ("|", "&", "!", "("):
            inside = False


def _types(tokens: Sequence[Token], opened: Sequence[tuple[int, ...]], labels: Sequence[int]) -> Iterator[Fault]:
    for position in labels:
        name = tokens[position].text
        around = opened[position][-1] if opened[position] else -1
        before = _at(tokens, around - 1)
        known: Collection[str] = {*schema.NODE, *schema.LINK}
        called = "label or link type"
        if _at(tokens, around).text == "[" and before.text == "-":
            known, called = schema.LINK, "link type"
        elif _at(tokens, around).text == "(" and (before.text in ("-", ">") or before.upper == "MATCH"):
            known, called = schema.NODE, "label"
        if name not in known:
            yield Fault(tokens[position].line, f"there is no {called} {name}{nearest(name, known)}")


def _properties(
    tokens: Sequence[Token], opened: Sequence[tuple[int, ...]], labels: Sequence[int], keys: Sequence[int]
) -> Iterator[Fault]:
    of_kind = {
        kind_name: {declared.name for declared in kind.properties} for kind_name, kind in (schema.NODE | schema.LINK).items()
    }
    anywhere = set().union(*of_kind.values())
    in_pattern = {position: _kinds_of_pattern(tokens, opened, labels, opened[position][-1]) for position in keys}
    made = {tokens[position].text for position in keys if in_pattern[position] is None}
    variables = _variables(tokens, opened, labels)
    for position, token in enumerate(tokens):
        kinds: Collection[str] = ()
        if position in in_pattern:
            if in_pattern[position] is None:
                continue
            kinds = in_pattern[position] or ()
        elif _at(tokens, position - 1).text == "." and token.kind == "word" and _at(tokens, position + 1).text != "(":
            owner = _at(tokens, position - 2)
            if owner.kind == "word" and _at(tokens, position - 3).text != ".":
                kinds = variables.get(owner.text, ())
        elif not _is_quoted_property(tokens, position):
            continue
        name = token.text.strip("'\"")
        known = set().union(*(of_kind.get(kind, anywhere) for kind in kinds)) if kinds else anywhere | made | PARTS
        if name not in known:
            whose = f"{' or '.join(kinds)} has no property" if kinds else "nothing in a case has a property"
            yield Fault(token.line, f"{whose} {name}{nearest(name, known)}")


def _is_quoted_property(tokens: Sequence[Token], position: int) -> bool:
    """`posting['rank']`."""
    before = _at(tokens, position - 2)
    held = (before.kind == "word" and before.upper not in BEFORE_BRACKET) or before.text in (")", "]")
    return (
        tokens[position].kind == "string"
        and held
        and (_at(tokens, position - 1).text, _at(tokens, position + 1).text) == ("[", "]")
    )


def _kinds_of_pattern(
    tokens: Sequence[Token], opened: Sequence[tuple[int, ...]], labels: Sequence[int], brace: int
) -> tuple[str, ...] | None:
    """What `(n:Unit {…})` and `-[r:HELD_AT {…}]-` are, none where they do not say; None where the brace opens a map."""
    around = opened[brace][-1] if opened[brace] else -1
    if not _opens_pattern(tokens, around) or _at(tokens, brace - 1).text in (",", ":", "="):
        return None
    if any(token.upper == "WHERE" for token in tokens[around:brace]):
        return None
    return _said(tokens, opened, labels, around)


def _said(tokens: Sequence[Token], opened: Sequence[tuple[int, ...]], labels: Sequence[int], around: int) -> tuple[str, ...]:
    """The labels or types that stand in a pattern's bracket, before its braces or its condition."""
    said: list[str] = []
    for position in range(around + 1, len(tokens)):
        token = tokens[position]
        if opened[position] == opened[around] or token.text in ("{", "*") or token.upper == "WHERE":
            break
        if token.text in ("!", "%"):
            return ()
        if position in labels:
            said.append(token.text)
    return tuple(said)


def _opens_pattern(tokens: Sequence[Token], position: int) -> bool:
    before = _at(tokens, position - 1)
    if _at(tokens, position).text == "[":
        return before.text == "-"
    if _at(tokens, position).text != "(" or (before.kind == "word" and before.upper not in BEFORE_BRACKET | {"SHORTESTPATH"}):
        return False
    first, second = _at(tokens, position + 1), _at(tokens, position + 2)
    return first.text in (":", ")") or (first.text == "{") or (first.kind == "word" and second.text in (":", ")", "{"))


def _variables(tokens: Sequence[Token], opened: Sequence[tuple[int, ...]], labels: Sequence[int]) -> dict[str, tuple[str, ...]]:
    """The variables of which it is certain what they are: of one of these kinds."""
    bound: dict[str, list[_Bound]] = {}
    renamed: set[str] = set()
    for position, token in enumerate(tokens):
        if token.kind != "word":
            continue
        before, after = _at(tokens, position - 1), _at(tokens, position + 1)
        if before.upper in _BINDERS or after.upper == "IN" or after.text == "=":
            renamed.add(token.text)
        elif before.text in ("(", "[") and _opens_pattern(tokens, position - 1):
            braces = tuple(place for place in opened[position] if tokens[place].text == "{")
            bound.setdefault(token.text, []).append(_Bound(position, braces, _said(tokens, opened, labels, position - 1)))
    return {
        name: tuple(sorted({kind for place in places for kind in place.kinds}))
        for name, places in bound.items()
        if name not in renamed and all(place.kinds or _is_bound_before(tokens, place, places) for place in places)
    }


def _is_bound_before(tokens: Sequence[Token], place: _Bound, places: Sequence[_Bound]) -> bool:
    """Whether a pattern says before, in what is visible from here, what this is."""
    return any(
        other.kinds
        and other.position < place.position
        and place.braces[: len(other.braces)] == other.braces
        and not any(token.upper in _ANEW for token in tokens[other.position : place.position])
        for other in places
    )
