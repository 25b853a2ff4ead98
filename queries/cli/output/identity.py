"""Who a thing is made of, on the terminal and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from graph.words import count
from queries.cli.output.entries import by_whom
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from graph.decided.entry import Entry
    from queries.desk.identity import Bond, Figure, Identified, Other

HOW = {
    "different": "kept apart",
    "parted": "parted from it",
    "unsure": "left open",
    "waiting": "waits for review",
    "alert": "joined, with an alert",
}

MOST = 100
"""Mentions that are listed on the terminal."""


def on_paper(identified: Identified) -> None:
    """Rows, the decisions that join them, and what it was not joined with; internal, so nothing is withheld."""
    click.echo(f"{identified.label} {plain(identified.name)}  {identified.id}  (internal)")
    table = paper("named", "file", "where", "mention", "joined by entry", title=f"{count(len(identified.rows), 'mention')}")
    for row in identified.rows[:MOST]:
        by = ", ".join(map(str, row.joined_by))
        table.row("; ".join(row.names), row.file_name, row.locator, row.mention, by)
    table.print()
    if len(identified.rows) > MOST:
        click.echo(f"  the first {MOST} mentions; --json lists all {len(identified.rows):,}")
    click.echo("joined" if identified.bonds else "joined with nothing")
    for bond in identified.bonds:
        _bond(bond)
    click.echo("not joined with" if identified.others else "nothing else was thought to be the same")
    for other in identified.others:
        _other(other)


def as_json(identified: Identified) -> None:
    """Everything `on_paper` shows, and all members of each decision."""
    rows = [
        {"mention": r.mention, "names": r.names, "file_name": r.file_name, "locator": r.locator, "joined_by": r.joined_by}
        for r in identified.rows
    ]
    bonds = [
        {**_entry(bond.entry), "members": bond.members, "bits": bond.bits, "evidence": _evidence(bond.evidence)}
        for bond in identified.bonds
    ]
    others = [
        {
            "how": other.how,
            "id": other.thing,
            "name": other.name,
            "why": other.why,
            "bits": other.bits,
            "evidence": _evidence(other.evidence),
            "entry": _entry(other.entry) if other.entry else None,
        }
        for other in identified.others
    ]
    whole = {
        "id": identified.id,
        "label": identified.label,
        "name": identified.name,
        "mentions": rows,
        "joined": bonds,
        "not_joined": others,
    }
    click.echo(json_text(whole))


def _bond(bond: Bond) -> None:
    entry = bond.entry
    members = " ".join(bond.members[:4]) + (f" and {len(bond.members) - 4:,} more" if len(bond.members) > 4 else "")
    click.echo(f"  entry {entry.sequence}: {members}")
    click.echo(f"    rule {plain(entry.body['rule'])}, {by_whom(entry)}: {plain(entry.body['reason'])}")
    _figures(bond.evidence, bond.bits)


def _other(other: Other) -> None:
    decided = f", entry {other.entry.sequence}, {by_whom(other.entry)}" if other.entry else ""
    click.echo(f"  {plain(other.name)}  {other.thing}  {HOW[other.how]}{decided}: {plain(other.why)}")
    _figures(other.evidence, other.bits)


def _figures(evidence: tuple[Figure, ...], bits: float | None) -> None:
    from queries.cli.output.review.screen import figures

    for line in figures(evidence, bits) if evidence else []:
        click.echo(f"    {line}")


def _entry(entry: Entry) -> dict[str, Any]:
    body = entry.body
    return {"sequence": entry.sequence, "at": entry.at, "who": entry.who, "rule": body["rule"], "reason": body["reason"]}


def _evidence(figures: tuple[Figure, ...]) -> list[dict[str, Any]]:
    return [{"field": field, "says": says, "bits": bits} for field, says, bits in figures]
