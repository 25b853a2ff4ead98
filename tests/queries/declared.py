"""Headers that are right, with every key that a header can have, and how one of them is made wrong."""

from __future__ import annotations

import re

GRADE = """
[grade]
members = ["one", "other"]
others  = ["named"]
beside  = ["spoken"]
near    = ["one"]
asked   = "event"
slack   = "days"
covers  = "one"
doubted = "derived"
every   = "derived"
order   = ["certainty", "-count", "event"]
[columns]
event   = { type = "node", is = "what happened" }
one     = "rel"
other   = "path"
named   = "rel"
spoken  = { type = "texts", hidden = true }
derived = { type = "bool", hidden = true }
kind    = { type = "text", of = "event.kind" }
count   = { type = "int", count = "event", by = ["one"], grade = "assumed" }
least   = { type = "int", least_days = ["event", "one"] }
most    = { type = "int", most_days = ["event", "one"] }
"""
GROUPS = """
[grade.first]
groups  = "ways"
parts   = ["one", "event"]
members = ["one", "event"]
asked   = "period"
surest  = true
[grade.second]
before  = ["here", "there"]
[columns]
ways  = "groups"
here  = "node"
there = "node"
one   = { type = "rel", of = "ways.one" }
kind  = { type = "text", of = "ways.event.kind" }
count = { type = "int", count = "ways.event" }
"""
BETWEEN = """
[grade]
members = ["ends"]
between = ["begin", "end"]
[columns]
ends  = "things"
begin = "time"
end   = "time"
"""
LEVEL = """
[grade]
groups  = "ways"
parts   = ["chain"]
members = ["chain"]
asked   = "period"
[nearest]
of    = "superior"
over  = ["unit"]
level = "level"
cycle = true
each  = ["method"]
[columns]
superior = "node"
unit     = "node"
level    = "int"
method   = "texts"
ways     = "groups"
"""
CHAIN = """
[grade]
members = ["chain"]
asked   = "on"
[nearest]
of    = "superior"
over  = ["unit"]
chain = "chain"
among = "units"
[columns]
superior = "node"
unit     = "node"
chain    = "path"
"""
PAIRS = """
[grade]
groups  = "ways"
parts   = ["tie", "thing"]
members = ["tie", "thing"]
asked   = "period"
order   = ["later", "-all"]
[pairs]
side    = "side"
thing   = "what"
earlier = "notice"
later   = "event"
first   = ["event.what"]
[columns]
side  = { type = "text", hidden = true }
what  = { type = "node", hidden = true }
ways  = "groups"
later = { type = "node", of = "event.what" }
tie   = { type = "rel", of = "notice.ways.tie" }
since_when = { type = "time", of = "event.what.possible_from" }
all   = { type = "int", of = "pairs.count" }
notice = { type = "node", of = "notice.what" }
least = { type = "int", least_days = ["notice", "later"] }
"""
EVIDENCE = """
evidence = ["one"]
related  = ["command/chain_up"]
[columns]
one   = "rel"
kind  = { type = "text", of = "one.post" }
"""
HEADS = {
    "one grading": GRADE,
    "combinations": GROUPS,
    "a gap": BETWEEN,
    "nearest by level": LEVEL,
    "nearest by chain": CHAIN,
    "pairs": PAIRS,
    "without a grade": EVIDENCE,
}
KEY = re.compile(r"(\w+)\s*=\s*(.*)")


def keys(head: str) -> list[tuple[str, str]]:
    """Every key outside `[columns]`, with its table."""
    found: list[tuple[str, str]] = []
    table = ""
    for line in head.strip().split("\n"):
        if line.startswith("["):
            table = line.strip("[]")
        elif table != "columns" and (key := KEY.match(line)):
            found.append((table, key[1]))
    return found


def changed(head: str, table: str, key: str, *instead: str) -> str:
    """The head with other lines in place of that of this key."""
    lines: list[str] = []
    inside = ""
    for line in head.strip().split("\n"):
        if line.startswith("["):
            inside = line.strip("[]")
        found = KEY.match(line)
        lines += instead if inside == table and found and found[1] == key else [line]
    return "\n".join(lines)
