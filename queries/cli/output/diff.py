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
    from queries.desk.diff import Since

SHOWN = 40
"""How many of a kind are listed; --json lists all."""


def on_paper(found: Since) -> None:
    """Entries, then what came, went and reads differently; inside the house."""
    change = found.difference
    click.echo(
        f"since entry {found.sequence}: {len(found.entries):,} {'entry' if len(found.entries) == 1 else 'entries'}  (internal)"
    )
    folded = Counter(said for entry in found.entries if (said := _folded(entry)))
    told = [entry for entry in found.entries if not _folded(entry)]
    for entry in told[:SHOWN]:
        click.echo(f"  {entry.sequence}  {entry.at[:16]}  {plain(entry.who)}: {plain(_told(entry))}")
    _more(len(told))
    for said, n in sorted(folded.items()):
        click.echo(f"  {n:,} × {said}")
    for title, sign, parts in (("came", "+", change.came), ("went", "-", change.went)):
        if parts:
            table = paper("", "what", "name", "id", title=f"{title}: {len(parts):,}")
            for part in parts[:SHOWN]:
                table.row(sign, kind(part), _name(found, part), part.id)
            table.print()
            _more(len(parts))
    if change.changed:
        table = paper("what", "name", "property", "before", "now", "id", title=f"reads differently: {len(change.changed):,}")
        for one in change.changed[:SHOWN]:
            if one.moved:
                table.row(kind(one.after), _name(found, one.after), "ends", _name(found, one.before), "", one.after.id)
            for name, (before, after) in one.properties.items():
                table.row(kind(one.after), _name(found, one.after), name, _value(before), _value(after), one.after.id)
        table.print()
        _more(len(change.changed))
    if change.evidence:
        said = ", ".join(f"{what} +{came:,} −{went:,}" for what, (came, went) in change.evidence.items())
        click.echo(f"  evidence: {said}")
    for waiting in found.undecided:
        click.echo(f"  to be decided again: entry {waiting.sequence}: {waiting.why}")
    if not (change.came or change.went or change.changed or change.evidence):
        click.echo("  the graph says what it said then")


def _more(whole: int) -> None:
    if whole > SHOWN:
        click.echo(f"  … and {whole - SHOWN:,} more; --json lists all")


def _folded(entry: Entry) -> str:
    """What is counted instead of listed: what a rule decided, and what stands in the sheet of a load."""
    from graph.decided.identity import PERSON

    if str(entry.kind) == "identity":
        return "" if entry.body["rule"] == PERSON else f"joined by rule {entry.body['rule']}"
    return f"{entry.kind}, as a loaded sheet says" if "load" in entry.body else ""


def _told(entry: Entry) -> str:
    body = entry.body
    if str(entry.kind) == "load":
        return f"loaded {body.get('file_name')} by {body.get('mapping_name')}"
    if str(entry.kind) == "identity":
        return f"{body['decision']}, rule {body['rule']}: {body['reason']}"
    return f"{entry.kind}: {body.get('reason') or body.get('what') or ''}".rstrip(": ")


def _name(found: Since, part: Part) -> str:
    if isinstance(part, Link):
        return f"{found.names.get(part.begin, part.begin)} → {found.names.get(part.end, part.end)}"
    return str(part.properties.get("name", part.id))


def _value(value: object) -> str:
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, list | tuple):
        return "; ".join(_value(one) for one in value)
    return "" if value is None else str(value)


def as_json(found: Since) -> None:
    """Everything, nothing cut short."""
    change = found.difference
    whole: dict[str, Any] = {
        "since": found.sequence,
        "entries": [{"sequence": e.sequence, "at": e.at, "who": e.who, "kind": str(e.kind), **e.body} for e in found.entries],
        "came": [{"what": kind(part), "id": part.id, "name": _name(found, part)} for part in change.came],
        "went": [{"what": kind(part), "id": part.id, "name": _name(found, part)} for part in change.went],
        "changed": [
            {
                "what": kind(one.after),
                "id": one.after.id,
                "name": _name(found, one.after),
                "was": _name(found, one.before),
                "properties": {name: {"before": as_data(b), "now": as_data(a)} for name, (b, a) in one.properties.items()},
            }
            for one in change.changed
        ],
        "evidence": {what: {"came": came, "went": went} for what, (came, went) in change.evidence.items()},
        "undecided": [{"sequence": waiting.sequence, "why": waiting.why} for waiting in found.undecided],
    }
    click.echo(json_text(whole))
