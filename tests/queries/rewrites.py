"""Other texts that ask the same: an engine that answers them otherwise is wrong in one of the two.

Each keeps the meaning of a query by the rules of Cypher alone. Columns may bear other names, and a list that a query collects
may come in another order: rows are compared by place, lists by their members.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from graph.answer import NodeValue, PathValue, RelValue
from queries.tokens import Token, read
from tests.queries.mutations import DATE_TEST

CLAUSES = frozenset({"RETURN", "WITH", "MATCH", "OPTIONAL", "UNWIND", "CALL", "ORDER", "UNION", "LIMIT", "SKIP"})
OWN_WORDS = frozenset({"true", "false", "null", "localdatetime", "duration"})
"""Small words that are no variables, also before a point."""
COUNTING = frozenset({"COUNT", "COLLECT", "MAX", "MIN", "SUM", "AVG"})
HALF = "acegikmoqsuwy02468"
"""Last letters of ids: about half of all."""
OPENING, CLOSING = "([{", ")]}"
SIGNS = {"- [": "-[", "] -": "]-", "- >": "->", "< -": "<-", " . ": ".", "< =": "<=", "> =": ">=", "< >": "<>", ". .": ".."}
"""Signs of several characters, which are read one by one."""
HOP = re.compile(r"(?<![\w=\-><|(}])(?<!= )(\(\w*(?::\w+)?\))-(\[[^\[\]]*\])->(\(\w*(?::\w+)?\))(?![-<>({|)])")
"""One link between two things, alone: neither part of a longer pattern, nor of a path with a name."""
KEYED = re.compile(r"(?m)^MATCH \((\w+):(\w+) \{id: (\$?\w+)\}\)")
QUANTIFIED = re.compile(r"(<?-)(\[[^\[\]]*\])(->?)\s*(\{\s*\d+\s*,\s*\d+\s*\}|\+)")
"""A link with a quantifier of its own, which an own query may not have, in the short form."""
FILTERED = re.compile(
    r"\((\(:\w+\))(<?-)\[(\w+):(\w+)\s+WHERE\s+([^\[\]]*)\](->?)(\(:\w+\))\)(?=\{)",
)
"""A quantified path of one link, with a condition inside that link's brackets."""
TIME = re.compile(r"(?<!localdatetime\()(\$(?:on_)?(?:from|to))\b")
"""A limit that is asked about, not made a value."""
EXTREME = re.compile(r"\b(max|min)\((\w+(?:\.\w+)?)\)")
DENIED = re.compile(r"coalesce\((\w+)\.disputed, false\)")
_END, _LINK = r"\(\w*(?::\w+)?(?: \{[^{}]*\})?\)", r"<?-\[\w*:([\w|]+)\]->?"
CHAIN = re.compile(
    rf"(?<!OPTIONAL )MATCH ({_END}{_LINK}(\((\w+)(?::\w+)?\)))({_LINK}{_END})"
    r"(?=\s+(?:WHERE|RETURN|WITH|OPTIONAL|MATCH|CALL|UNWIND)\b)"
)
"""Two links in a row, of a MATCH and alone in it, with a name for what is between them."""
BEGUN = re.compile(r"(?<!OPTIONAL )MATCH \((\w+)(:\w+)( \{[^{}]*\})?\)(?=<?-\[|\(\()")
"""A path that begins with a thing of a name and a label."""


IN_PARTS = "a union of two parts"
"""The rewrite whose rows come in another order."""


@cache
def rewrites(cypher: str) -> Mapping[str, str]:
    """By what is otherwise, the text; those that change no word, or the same words as another, are left out."""
    ways: dict[str, Callable[[str], str]] = {
        "renamed": renamed,
        "patterns turned": lambda text: HOP.sub(r"\3<-\2-\1", text),
        "comparisons turned": lambda text: DATE_TEST.sub(r"\2 > \1", text),
        "filters denied twice": lambda text: filters(text, lambda told: f"NOT (NOT ({told}))"),
        "filters after a step": moved,
        "what is known looked up first": lambda text: KEYED.sub(r"MATCH (\1:\2) WHERE \1.id = \3 WITH * MATCH (\1)", text),
        "a step before the rows": before_rows,
        "denials spelt out": lambda text: DENIED.sub(r"(CASE WHEN \1.disputed IS NULL THEN false ELSE \1.disputed END)", text),
        "filters of a path beside its link": lambda text: FILTERED.sub(r"(\1\2[\3:\4]\6\7 WHERE \5)", text),
        "quantified links in full": lambda text: QUANTIFIED.sub(r"(()\1\2\3())\4", text),
        "limits made values": lambda text: TIME.sub(r"localdatetime(\1)", text),
        "the first and last by comparing": lambda text: EXTREME.sub(_compared, text),
        "a condition added that always holds": lambda text: filters(text, lambda told: f"({told}) AND 1 = 1"),
        "matches split": lambda text: BEGUN.sub(r"MATCH (\1\2\3) MATCH (\1)", CHAIN.sub(_one_by_one, text)),
        IN_PARTS: in_parts,
    }
    texts: dict[str, str] = {}
    seen = {_words(cypher)}
    for how, way in ways.items():
        text = way(cypher)
        if (words := _words(text)) not in seen:
            seen.add(words)
            texts[how] = text
    return texts


def _words(cypher: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+|[^\w\s]", cypher))


def _one_by_one(chain: re.Match[str]) -> str:
    """As it is where both links could be the same one: a MATCH takes a link once, two take it twice."""
    first, one, _, between, second, other = chain.groups()
    if set(one.split("|")) & set(other.split("|")):
        return chain[0]
    return f"MATCH {first} MATCH ({between}){second}"


def in_parts(cypher: str) -> str:
    """The rows of some things, and those of the others. As it is where a row is counted up from several, or cut off."""
    tokens = _tokens(cypher)
    outside = [*_outside(tokens)]
    last = max(at for at in outside if tokens[at].upper == "RETURN")
    end = next((at for at in outside if at > last and tokens[at].upper == "ORDER"), len(tokens))
    if any(tokens[at].upper in ("UNION", "SKIP", "LIMIT") for at in outside) or _counts(tokens[last:end]):
        return cypher
    known = {name for pair in re.findall(r"\((\w+):[A-Z]|\[(\w+):[A-Z]", cypher) for name in pair if name}
    ends = [last, *(at for at in outside if last < at < end and tokens[at].text == ","), end]
    returned = [tokens[begin + 1].text for begin in ends if tokens[min(begin + 2, len(tokens) - 1)].text in (",", "ORDER")]
    thing = next((name for name in returned if name in known), None)
    if thing is None:
        return cypher
    some = f"coalesce(right({thing}.id, 1) IN {[*HALF]}, false)"
    begun, rows = _text(tokens[:last]), _text(tokens[last:end])
    together = "UNION" if tokens[last + 1].upper == "DISTINCT" else "UNION ALL"
    return f"{begun} WITH * WHERE {some} {rows} {together} {begun} WITH * WHERE NOT {some} {rows}"


def _counts(tokens: tuple[Token, ...]) -> bool:
    """Whether something is counted up or collected over rows, outside any subquery."""
    depth = 0
    for at, token in enumerate(tokens):
        depth += (token.text == "{") - (token.text == "}") if token.kind == "sign" else 0
        if depth == 0 and token.upper in COUNTING and tokens[at + 1].text == "(":
            return True
    return False


def _outside(tokens: tuple[Token, ...]) -> Iterator[int]:
    """The places that are in no bracket."""
    depth = 0
    for at, token in enumerate(tokens):
        depth += (token.text in OPENING) - (token.text in CLOSING) if token.kind == "sign" else 0
        if depth == 0:
            yield at


def _compared(extreme: re.Match[str]) -> str:
    sign = {"max": ">", "min": "<"}[extreme[1]]
    return f"reduce(so_far = null, next IN collect({extreme[2]}) | CASE WHEN so_far {sign}= next THEN so_far ELSE next END)"


def renamed(cypher: str) -> str:
    """Every variable by another name."""
    tokens = _tokens(cypher)
    parts = [f"the_{token.text}" if _is_variable(tokens, at) else token.text for at, token in enumerate(tokens)]
    return _joined(parts)


def _is_variable(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    before, after = (tokens[place].text if 0 <= place < len(tokens) else "" for place in (at - 1, at + 1))
    if token.kind != "word" or not token.text[0].islower() or token.text in OWN_WORDS:
        return False
    return not (before == "." or after == "(" or (after == ":" and before in ("{", ",")))


def filters(cypher: str, change: Callable[[str], str]) -> str:
    """The text with what each WHERE of a clause asks changed; a WHERE inside a pattern, a list or a quantifier stays."""
    tokens = _tokens(cypher)
    out: list[str] = []
    at = 0
    while at < len(tokens):
        out.append(tokens[at].text)
        if tokens[at].upper == "WHERE" and _of_a_clause(tokens, at):
            end = _end(tokens, at + 1)
            out.append(change(filters(_text(tokens[at + 1 : end]), change)))
            at = end
        else:
            at += 1
    return _joined(out)


def moved(cypher: str) -> str:
    """`MATCH … WHERE …` as `MATCH … WITH * WHERE …`: not of an OPTIONAL MATCH, whose filter says what is found, nor inside
    braces, where nothing but the variables of the pattern may be carried on."""
    tokens = _tokens(cypher)
    out: list[str] = []
    depth, clause = 0, ""
    for at, token in enumerate(tokens):
        depth += (token.text in OPENING) - (token.text in CLOSING) if token.kind == "sign" else 0
        if depth == 0 and token.upper in CLAUSES:
            clause = (
                "OPTIONAL"
                if clause == "OPTIONAL" and token.upper == "MATCH" and tokens[at - 1].upper == "OPTIONAL"
                else token.upper
            )
        if depth == 0 and token.upper == "WHERE" and clause == "MATCH":
            out += ["WITH", "*"]
        out.append(token.text)
    return _joined(out) if "WITH * WHERE" in _joined(out) else cypher


def before_rows(cypher: str) -> str:
    """All that is known carried on once more before the rows are made."""
    tokens = _tokens(cypher)
    depth, last = 0, 0
    for at, token in enumerate(tokens):
        depth += (token.text in OPENING) - (token.text in CLOSING) if token.kind == "sign" else 0
        if depth == 0 and token.upper == "RETURN":
            last = at
    return _joined([*(token.text for token in tokens[:last]), "WITH", "*", *(token.text for token in tokens[last:])])


def _of_a_clause(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether this WHERE belongs to a MATCH or WITH: going back within its brackets, one of these comes first."""
    depth = 0
    for token in reversed(tokens[:at]):
        if token.kind == "sign" and token.text in CLOSING:
            depth += 1
        elif token.kind == "sign" and token.text in OPENING:
            if depth == 0:
                return False
            depth -= 1
        elif depth == 0 and token.upper in ("MATCH", "WITH"):
            return True
        elif depth == 0 and token.upper in ("IN", "RETURN", "UNWIND"):
            return False
    return False


def _end(tokens: tuple[Token, ...], begin: int) -> int:
    depth = 0
    for at in range(begin, len(tokens)):
        token = tokens[at]
        if token.kind == "sign" and token.text in OPENING:
            depth += 1
        elif token.kind == "sign" and token.text in CLOSING:
            if depth == 0:
                return at
            depth -= 1
        elif depth == 0 and token.upper in CLAUSES:
            return at
    return len(tokens)


@lru_cache(maxsize=100)
def _tokens(cypher: str) -> tuple[Token, ...]:
    tokens, faults = read(cypher)
    assert not faults, faults
    return tokens


def _text(tokens: Iterable[Token]) -> str:
    return _joined([token.text for token in tokens])


def _joined(parts: list[str]) -> str:
    text = " ".join(parts)
    for apart, together in SIGNS.items():
        text = text.replace(apart, together)
    return text


def rows_alike(rows: Iterable[tuple[object, ...]]) -> list[str]:
    """Rows in their order, each value as a text in which the order of a list plays no part."""
    return [repr(tuple(map(_plain, row))) for row in rows]


def _plain(value: object) -> object:
    if isinstance(value, PathValue):
        return "path", tuple(node.id for node in value.nodes), tuple(link.id for link in value.links)
    if isinstance(value, NodeValue | RelValue):
        return type(value).__name__, value.id
    if isinstance(value, list | tuple):
        return sorted(repr(_plain(item)) for item in value)
    return value
