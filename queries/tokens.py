"""A Cypher text in words and signs, comments gone: what the guard and the header's checks look at.

Stricter than Cypher on purpose: no backslash, no backtick, no character outside ASCII but in quotes and comments. What
two parsers could read in two ways is refused, not interpreted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["word", "number", "string", "parameter", "sign"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which line of the file."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, quoted string, `$parameter` or sign."""

    kind: Kind
    text: str
    line: int

    @property
    def upper(self) -> str:
        """As a keyword is compared; a string is never a keyword."""
        return self.text.upper() if self.kind == "word" else self.text


_PIECE = re.compile(
    r"""(?P<space>[ \t\n]+)
      | (?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>'[^']*'|"[^"]*")
      | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
      | (?P<parameter>\$[A-Za-z_][A-Za-z0-9_]*)
      | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<sign>\.\.|[()\[\]{}<>=+\-*/%^.,:|&!~])""",
    re.VERBOSE | re.DOTALL,
)
_PASSAGE = re.compile(r"(?P<comment>//[^\n]*|/\*.*?\*/)|'[^']*'|\"[^\"]*\"", re.DOTALL)
_BUT_ENDS = re.compile(r"[^\n]")
_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
_RUNS_ON = re.compile("[A-Za-z_]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""They make a line read otherwise than it runs."""
_ESCAPE = re.compile(r"\\[uU]")
_NAMES = {"'": "an unbalanced quote", '"': "an unbalanced quote", "`": "a backtick", "\\": "a backslash", ";": "a semicolon"}


@lru_cache(maxsize=16)
def read(text: str) -> tuple[tuple[Token, ...], tuple[Fault, ...]]:
    """The tokens, or what makes the text unreadable. With faults the tokens end at the first of them.

    A text is read once, though each check of it asks.
    """
    faults = [*_hidden(text)]
    tokens: list[Token] = []
    at, line = 0, 1
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None or (text.startswith("/*", at) and piece.lastgroup != "comment"):
            faults.append(Fault(line, _unreadable(text, at)))
            break
        word = piece.group()
        if piece.lastgroup == "string" and "\\" in word:
            faults.append(Fault(line, "a backslash in quotes: give such a text as a parameter"))
            break
        if piece.lastgroup == "number" and _RUNS_ON.match(text, piece.end()):
            faults.append(Fault(line, "a number that runs into a word"))
            break
        if kind := _KINDS.get(str(piece.lastgroup)):
            tokens.append(Token(kind, word, line))
        line += word.count("\n")
        at = piece.end()
    return tuple(tokens), tuple(faults)


def without_comments(text: str) -> str:
    """The same text with blanks for comments, line by line in the same place: what the engine gets."""
    return _PASSAGE.sub(lambda passage: _BUT_ENDS.sub(" ", passage[0]) if passage["comment"] else passage[0], text)


def _hidden(text: str) -> list[Fault]:
    faults = []
    for number, line in enumerate(text.split("\n"), start=1):
        if _CONTROL.search(line):
            faults.append(Fault(number, "a control character"))
        if _BIDI.search(line):
            faults.append(Fault(number, "a character that turns the direction of writing"))
        if _ESCAPE.search(line):
            faults.append(Fault(number, "a \\u escape: Neo4j would read it before anything else"))
    return faults


def _unreadable(text: str, at: int) -> str:
    char = text[at]
    if char == "/":
        return "an unbalanced comment"
    if not char.isascii():
        return "a character outside ASCII, outside quotes"
    return f"{_NAMES.get(char, 'a sign unknown to Cypher')} outside quotes"
