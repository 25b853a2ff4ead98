"""What something rests on: each claim with its words, its place, its file and its source, and who joined its mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from graph.words import certainty, claims, count, custody, line_by_line
from queries.cli.output.entries import by_whom
from queries.cli.paper import json_text, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.desk.why import Reason, Why


def on_paper(why: Why) -> None:
    """Claims by property, then decisions; internal, so nothing is withheld."""
    click.echo(f"{plain(why.title)}  {why.id}  (internal)")
    claims, mentions = count(len(why.reasons), "claim"), count(len(why.mentions), "mention")
    click.echo(f"  {claims} of {count(why.origins, 'independent origin')}, in {mentions}")
    if why.support.denied_by:
        click.echo(f"  {plain(certainty.denied(why.support.denied_by))}")
    for name, dates in line_by_line(why.dated):
        click.echo(f"  {name}: {dates}")
    reasons_on_paper(why.reasons)
    if why.decisions:
        click.echo("\n  identity decisions")
    for entry in why.decisions:
        body = entry.body
        what = body["decision"] + (f" of entry {body['retracts']}" if body.get("retracts") else "")
        members = len(body.get("members", ()))
        click.echo(f"    entry {entry.sequence}: {what}, {count(members, 'mention')}, rule {body['rule']}, {by_whom(entry)}")
        click.echo(f"      {plain(body['reason'])}")


def as_json(why: Why) -> None:
    """The same, with the mentions it is made of."""
    whole = {
        "id": why.id,
        "what": why.what,
        "name": why.name,
        "mentions": list(why.mentions),
        "origins": why.origins,
        "denied_by": list(why.support.denied_by),
        "claims": [reason_as_data(reason) for reason in why.reasons],
        "decisions": [{"sequence": e.sequence, "at": e.at, "who": e.who, **e.body} for e in why.decisions],
    }
    click.echo(json_text(whole))


def reasons_on_paper(reasons: Iterable[Reason]) -> None:
    """By property; then, each once, who had the sources in hand, and who brought the files into the case."""
    reasons = list(reasons)
    shown = None
    for reason in reasons:
        claim = reason.claim
        if claim.property != shown:
            shown = claim.property
            click.echo(f"\n  {claims.about(shown)}")
        verb = "denies" if claim.polarity == "denies" else "says"
        grade = f", graded “{plain(claim.graded)}” by its compiler" if claim.graded else ""
        click.echo(f"    {reason.id} {verb} {plain(claims.value(claim.property, claim.value))}{grade}")
        click.echo(f"      {plain(reason.file_name)}, {plain(claim.locator)}: {plain(claims.original(claim.original))}")
        if claim.quote:
            click.echo(f"      “{plain(claim.quote)}”")
        for line in (claim.note or "").splitlines():
            click.echo(f"      {plain(line)}")
        held = f"held, {str(reason.source.get('sha256', ''))[:12]}…" if reason.source.get("held") else "not held"
        click.echo(f"      source: {plain(reason.source.get('name'))} ({held}); file {reason.file[:12]}…, load {reason.load}")
        if reason.status:
            click.echo(f"      issue: {plain(reason.status)}")
    _custody(reasons)
    _loads(reasons)


def _custody(reasons: Iterable[Reason]) -> None:
    """What registers say of each source; who entered it in the case, and when, is another thing."""
    sources = {str(reason.source["id"]): reason for reason in reasons if reason.custody or reason.source.get("acquired")}
    if sources:
        click.echo("\n  custody")
    for reason in sources.values():
        click.echo(f"    {plain(reason.source.get('name'))}")
        if acquired := reason.source.get("acquired"):
            click.echo(f"      acquired: {plain(acquired)}")
        for entry in reason.custody:
            click.echo(f"      {plain(custody.step(entry.body))} (entry {entry.sequence}, loaded {by_whom(entry)})")


def _loads(reasons: Iterable[Reason]) -> None:
    click.echo("\n  files")
    for load, reason in sorted({reason.load: reason for reason in reasons}.items()):
        click.echo(f"    {plain(reason.file_name)} ({reason.file[:12]}…): load {load}, loaded {by_whom(reason.loaded)}")


def reason_as_data(reason: Reason) -> dict[str, Any]:
    """A reason as JSON has it."""
    claim = reason.claim
    return {
        "id": reason.id,
        "property": claim.property,
        "value": claim.value,
        "original": claim.original,
        "polarity": claim.polarity,
        "basis": claim.basis,
        "graded": claim.graded,
        "quote": claim.quote,
        "note": claim.note,
        "file": reason.file,
        "file_name": reason.file_name,
        "locator": claim.locator,
        "load": reason.load,
        "loaded_by": reason.loaded.who,
        "loaded_at": reason.loaded.at,
        "source": {"id": reason.source["id"], "name": reason.source.get("name"), "held": reason.source.get("held", False)},
        "origin": reason.origin,
        "custody": [
            {name: entry.body.get(name) for name in custody.STEP}
            | {"entry": entry.sequence, "loaded_by": entry.who, "loaded_at": entry.at}
            for entry in reason.custody
        ],
        "issue": reason.status,
    }
