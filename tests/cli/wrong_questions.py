"""Questions that cannot be answered as they were put, and what the one line about each must name."""

from __future__ import annotations

CHAIN = ("query", "command/chain_up")
EXPORT = ("export", *CHAIN[1:], "--unit", "9 Watch Company")

WRONG_QUESTIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "no such command": (("interrogate",), ("interrogate", "--help")),
    "no such query": (("query", "command/chain_sideways"), ("no such saved query", "command/chain_up")),
    "a query outside the library": (("query", "../../etc/passwd"), ("query",)),
    "no such option": ((*CHAIN, "--unti", "9 Watch Company"), ("--unti", "--help")),
    "an option without its value": ((*CHAIN, "--unit"), ("--unit", "--help")),
    "a parameter that is missing": (CHAIN, ("--unit is missing",)),
    "a name there is none of": ((*CHAIN, "--unit", "zzzz qqqq"), ("no Unit in the case has this name", "linkage search TEXT")),
    "an empty name": ((*CHAIN, "--unit", ""), ("--unit",)),
    "a blank name": ((*CHAIN, "--unit", "  "), ("--unit",)),
    "an id there is none of": ((*CHAIN, "--unit", "u-aaaaaaaaaaaaaaaa"), ("nothing in the case has this id",)),
    "no day": ((*CHAIN, "--unit", "9 Watch Company", "--on", "yesterday"), ("--on", "2014-05-01")),
    "a day of no month": (
        (*CHAIN, "--unit", "9 Watch Company", "--on", "1987-02-30"),
        ("--on", "there is no such day", "2014-05-01"),
    ),
    "an hour of no day": (
        ("query", "command/chain_down", "--unit", "9 Watch Company", "--from", "1990-01-01T24:30"),
        ("--from", "there is no such day or hour"),
    ),
    "a sample from a day of no month": (
        ("sample", "1", "--seed", "x", "--from", "2020-02-31"),
        ("--from", "there is no such day"),
    ),
    "a sample from any day": (("sample", "1", "--seed", "x", "--from", "any"), ("--from", "2014-05-01")),
    "a day twice": (
        (*CHAIN, "--unit", "9 Watch Company", "--on", "1983-01-01", "--on", "1984-01-01"),
        ("--on is given 2 times",),
    ),
    "a case three times": (("--case", "a", "--case", "b", "--case=c", "status"), ("--case is given 3 times", "linkage --help")),
    "a label twice": (
        ("search", "Watch", "--label", "Unit", "--label", "Person"),
        ("--label is given 2 times", "linkage search"),
    ),
    "a thing twice": (("page", "--thing", "a", "--thing", "b"), ("--thing is given 2 times", "linkage page --help")),
    "a day written otherwise": ((*CHAIN, "--unit", "9 Watch Company", "--on", "3/4/1987"), ("--on", "2014-05-01")),
    "a period reversed": (
        ("query", "command/chain_down", "--unit", "9 Watch Company", "--from", "1990-01-01", "--to", "1980-01-01"),
        ("--from and --to", "ends before it begins"),
    ),
    "a period of no time": (
        ("query", "command/chain_down", "--unit", "9 Watch Company", "--from", "1990-01-01T08:00", "--to", "1990-01-01T08:00"),
        ("--from and --to", "lasts no time"),
    ),
    "within no number": ((*CHAIN, "--unit", "9 Watch Company", "--within", "x"), ("--within", "a number of days, or any")),
    "within a negative number": ((*CHAIN, "--unit", "9 Watch Company", "--within", "-3"), ("--within",)),
    "within a figure of another script": ((*CHAIN, "--unit", "9 Watch Company", "--within", "²"), ("--within",)),
    "a limit of nothing": ((*CHAIN, "--unit", "9 Watch Company", "--limit", "0"), ("--limit", "--help")),
    "no certainty": ((*CHAIN, "--unit", "9 Watch Company", "--certainty", "sure"), ("--certainty", "possible")),
    "no time at all": ((*CHAIN, "--unit", "9 Watch Company", "--seconds", "0"), ("--seconds",)),
    "for ever": ((*CHAIN, "--unit", "9 Watch Company", "--seconds", "inf"), ("--seconds",)),
    "not a number of seconds": ((*CHAIN, "--unit", "9 Watch Company", "--seconds", "nan"), ("--seconds",)),
    "two kinds of output": ((*CHAIN, "--unit", "9 Watch Company", "--json", "--csv"), ("--json", "--csv")),
    "show nothing": (("show",), ("NAME|ID", "--help")),
    "show an empty name": (("show", ""), ("the name is empty",)),
    "show a link there is none of": (("show", "l-aaaaaaaaaaaaaaaa"), ("no link",)),
    "show a claim there is none of": (("show", "c-aaaaaaaaaaaaaaaa"), ("no claim in the case has this id",)),
    "why a link there is none of": (("why", "l-aaaaaaaaaaaaaaaa"), ("no link",)),
    "why a claim there is none of": (("why", "c-aaaaaaaaaaaaaaaa"), ("no claim",)),
    "why a name there is none of": (("why", "zzzz qqqq"), ("nothing in the case has this name", "linkage search TEXT")),
    "load nothing": (("load",), ("FILES", "--help")),
    "dates in no order": (("load", "roster.tsv", "--dates", "backwards"), ("--dates", "day-first")),
    "a century that is no year": (("load", "roster.tsv", "--century", "19"), ("--century", "1930", "none")),
    "in place of a load there is none of": (("load", "roster.tsv", "--replaces", "4711"), ("4711", "linkage status")),
    "in place of no number": (("load", "roster.tsv", "--replaces", "first"), ("--replaces",)),
    "two files in place of one": (("load", "roster.tsv", "roster.tsv", "--replaces", "1"), ("--replaces", "one by one")),
    "in place of a load of another kind": (
        ("load", "custody.csv", "--mapping", "custody.toml", "--replaces", "1"),
        ("load 1", "another mapping"),
    ),
    "export without a profile": ((*EXPORT, "--as", "csv", "--out", "out"), ("--profile", "--help")),
    "export under no profile": ((*EXPORT, "--as", "csv", "--profile", "vip", "--out", "out"), ("no such profile", "public")),
    "export for nobody": ((*EXPORT, "--as", "csv", "--profile", "public", "--out", "out"), ("public", "--for RECIPIENT")),
    "export for a blank": ((*EXPORT, "--as", "csv", "--profile", "public", "--for", " ", "--out", "out"), ("--for RECIPIENT",)),
    "export in no format": ((*EXPORT, "--as", "fax", "--profile", "internal", "--out", "out"), ("no such export format", "csv")),
    "export in no format at all": ((*EXPORT, "--as", "", "--profile", "internal", "--out", "out"), ("format", "csv")),
    "export over other things": ((*EXPORT, "--as", "csv", "--profile", "internal", "--out", "."), ("not empty",)),
    "export over other things, twice": (
        (*EXPORT, "--as", "csv", "--profile", "internal", "--replace", "--out", "."),
        ("another",),
    ),
    "export onto a file": ((*EXPORT, "--as", "csv", "--profile", "internal", "--out", "roster.tsv"), ("a file", "folder")),
    "export below a file": ((*EXPORT, "--as", "csv", "--profile", "internal", "--out", "roster.tsv/x"), ("folder",)),
    "publish under no profile": (("publish", "bolt://127.0.0.1:1"), ("--profile",)),
    "publish for others": (("publish", "bolt://127.0.0.1:1", "--profile", "public"), ("--profile internal",)),
    "publish to no address": (("publish", "127.0.0.1", "--profile", "internal"), ("bolt://host:7687",)),
    "publish to the case itself": (("publish", "embedded", "--profile", "internal"), ("bolt://",)),
    "publish with a password in the address": (
        ("publish", "bolt://me:canary@127.0.0.1:1", "--profile", "internal"),
        ("NEO4J_USER and NEO4J_PASSWORD",),
    ),
}
