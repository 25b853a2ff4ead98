"""What changed since an entry, on the terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from graph.project.difference import kind
from graph.projection import Link
from queries.cli.output.query import as_data, when
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from graph.decided.entry import Entry
    from graph.project.difference import Part
    from queries.desk.diff import Changes

SHOWN = 40
"""How many of a kind are listed; --json lists all."""


def on_paper(changes: Changes) -> None:
    """Entries, then what came, went and reads differently; inside the house."""
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
    for title, sign, parts in (("came", "+", difference.came), ("went", "-", difference.went)):
        if parts:
            table = paper("", "what", "name", "id", title=f"{title}: {len(parts):,}")
            for part in parts[:SHOWN]:
                table.row(sign, kind(part), _name(changes, part), part.id)
            table.print()
            _more(len(parts))
    if difference.changed:
        table = paper("what", "name", "property", "before", "now", "id", title=f"reads differently: {len(difference.changed):,}")
        for one in difference.changed[:SHOWN]:
            if one.moved:
                table.row(kind(one.after), _name(changes, one.after), "ends", _name(changes, one.before), "", one.after.id)
            for name, (before, after) in one.properties.items():
                table.row(kind(one.after), _name(changes, one.after), name, _value(before), _value(after), one.after.id)
        table.print()
        _more(len(difference.changed))
    if difference.evidence:
        counts = ", ".join(f"{what} +{came:,} −{went:,}" for what, (came, went) in difference.evidence.items())
        click.echo(f"  evidence: {counts}")
    for waiting in changes.undecided:
        click.echo(f"  to be decided again: entry {waiting.sequence}: {waiting.why}")
    if not (difference.came or difference.went or difference.changed or difference.evidence):
        click.echo("  the graph says what it said then")


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


def _name(changes: Changes, part: Part) -> str:
    if isinstance(part, Link):
        return f"{changes.names.get(part.begin, part.begin)} → {changes.names.get(part.end, part.end)}"
    return str(part.properties.get("name", part.id))


def _value(value: object) -> str:
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, list | tuple):
        return "; ".join(_value(one) for one in value)
    return "" if value is None else str(value)


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
                "what": kind(one.after),
                "id": one.after.id,
                "name": _name(changes, one.after),
                "was": _name(changes, one.before),
                "properties": {name: {"before": as_data(b), "now": as_data(a)} for name, (b, a) in one.properties.items()},
            }
            for one in difference.changed
        ],
        "evidence": {what: {"came": came, "went": went} for what, (came, went) in difference.evidence.items()},
        "undecided": [{"sequence": waiting.sequence, "why": waiting.why} for waiting in changes.undecided],
    }
    click.echo(json_text(whole))
