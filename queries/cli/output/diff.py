"""What changed since an entry, on the terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from graph import schema, words
from graph.project.difference import kind
from graph.projection import Link
from graph.words.cells import with_last
from queries.cli.data import as_data
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.decided.entry import Entry
    from graph.project.difference import Changed, Part
    from queries.desk.diff import Changes

SPAN = frozenset(prop.name for prop in schema.SPAN)
SHOWN = 40
"""How many of a kind are listed; --json lists all."""


def on_paper(changes: Changes) -> None:
    """Entries, then what came, went and reads differently; internal."""
    difference = changes.difference
    entries = "entry" if len(changes.entries) == 1 else "entries"
    click.echo(f"since entry {changes.sequence}: {len(changes.entries):,} {entries}  (internal)")
    counted = Counter(kind_ for entry in changes.entries if (kind_ := _folded(entry)))
    listed = [entry for entry in changes.entries if not _folded(entry)]
    for entry in listed[:SHOWN]:
        click.echo(f"  {entry.sequence}  {entry.at[:16]}  {plain(entry.who)}: {plain(_sentence(entry))}")
    _more(len(listed))
    for kind_, n in sorted(counted.items()):
        click.echo(f"  {n:,} × {kind_}")
    if any(str(entry.kind) == "erasure" for entry in changes.entries):
        click.echo("  what was erased is compared on neither side: it is not in the journal any more")
    for title, sign, parts in (("came", "+", difference.came), ("went", "-", difference.went)):
        if parts:
            table = paper("", "what", "name", "id", title=f"{title}: {len(parts):,}")
            for part in parts[:SHOWN]:
                table.row(sign, _what(part), _called(changes, part), part.id)
            table.print()
            _more(len(parts))
    if difference.changed:
        table = paper("what", "name", "property", "before", "now", "id", title=f"reads differently: {len(difference.changed):,}")
        for change in difference.changed[:SHOWN]:
            if change.moved:
                before, now = (_name(changes, part) for part in (change.before, change.after))
                table.row(_what(change.after), _called(changes, change.after), "ends", before, now, change.after.id)
            for name, before, now in _properties(change):
                table.row(_what(change.after), _called(changes, change.after), name, before, now, change.after.id)
        table.print()
        _more(len(difference.changed))
    if difference.evidence:
        counts = ", ".join(f"{what} +{came:,} −{went:,}" for what, (came, went) in difference.evidence.items())
        click.echo(f"  evidence: {counts}")
    for waiting in changes.undecided:
        click.echo(f"  to be decided again: entry {waiting.sequence}: {waiting.why}")
    if not (difference.came or difference.went or difference.changed or difference.evidence):
        click.echo("  the graph is as it was then")


def _properties(change: Changed) -> Iterator[tuple[str, str, str]]:
    """What reads differently, before and now. The properties of a span are one thing to a reader: when it held."""
    if any(name in SPAN for name in change.properties):
        parts = (change.before, change.after)
        before, now = (words.briefly(part.properties) for part in parts)
        if before == now:
            before, now = ("; ".join(map(" ".join, words.line_by_line(part.properties))) for part in parts)
        yield "when", before, now
    for name, values in change.properties.items():
        if name not in SPAN:
            before, now = (words.value(value, many="; ") for value in values)
            yield words.name(kind(change.after), name), before, now


def _more(whole: int) -> None:
    if whole > SHOWN:
        click.echo(f"  … and {whole - SHOWN:,} more; --json lists all")


def _folded(entry: Entry) -> str:
    """What is counted instead of listed: what a rule decided, and what stands in the sheet of a load."""
    from graph.decided.decision import PERSON

    if str(entry.kind) == "identity":
        return "" if entry.body["rule"] == PERSON else f"joined by rule {entry.body['rule']}"
    return f"{entry.kind}, as a loaded sheet says" if "load" in entry.body else ""


def _sentence(entry: Entry) -> str:
    body = entry.body
    if str(entry.kind) == "load":
        return f"loaded {body.get('file_name')} by {body.get('mapping_name')}"
    if str(entry.kind) == "identity":
        return f"{body['decision']}, rule {body['rule']}: {body['reason']}"
    return f"{entry.kind}: {body.get('reason') or body.get('what') or ''}".rstrip(": ")


def _what(part: Part) -> str:
    return "link" if isinstance(part, Link) else words.thing(part.label)


def _called(changes: Changes, part: Part) -> str:
    """A thing by its name; a link with its ends, as a reader says it."""
    if not isinstance(part, Link):
        return _name(changes, part)
    begin, end = (changes.names.get(end, end) for end in (part.begin, part.end))
    return f"{begin} {words.link(part.type, part.properties)} {end}"


def _name(changes: Changes, part: Part) -> str:
    if isinstance(part, Link):
        return f"{changes.names.get(part.begin, part.begin)} → {changes.names.get(part.end, part.end)}"
    return str(part.properties.get("name", part.id))


def _values(change: Changed) -> dict[str, Any]:
    """Each property before and now; beside an end the last that it includes."""
    before, now = (with_last({name: pair[at] for name, pair in change.properties.items()}) for at in (0, 1))
    return {name: {"before": as_data(before.get(name)), "now": as_data(now.get(name))} for name in before | now}


def as_json(changes: Changes) -> None:
    """Everything, nothing cut short."""
    difference = changes.difference
    whole: dict[str, Any] = {
        "since": changes.sequence,
        "entries": [{"sequence": e.sequence, "at": e.at, "who": e.who, "kind": str(e.kind), **e.body} for e in changes.entries],
        "came": [{"what": kind(part), "id": part.id, "name": _name(changes, part)} for part in difference.came],
        "went": [{"what": kind(part), "id": part.id, "name": _name(changes, part)} for part in difference.went],
        "changed": [
            {
                "what": kind(change.after),
                "id": change.after.id,
                "name": _name(changes, change.after),
                "was": _name(changes, change.before),
                "properties": _values(change),
            }
            for change in difference.changed
        ],
        "evidence": {what: {"came": came, "went": went} for what, (came, went) in difference.evidence.items()},
        "undecided": [{"sequence": waiting.sequence, "why": waiting.why} for waiting in changes.undecided],
    }
    click.echo(json_text(whole))
