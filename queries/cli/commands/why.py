"""`linkage why`: what something rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from queries.cli.opened import opened, progress

if TYPE_CHECKING:
    from queries.desk.explaining import Reason, Why


@click.command(short_help="Every claim, source and decision behind it.")
@click.argument("thing", metavar="NAME|ID")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, thing: str, as_json: bool) -> None:
    """Say why a thing, link or claim stands in the graph: each claim with its words, its place, file and source.

    \b
    linkage why "7 Division"
    linkage why l-mbq3kd5sylx2v7ah
    """
    from queries.desk.explaining import why

    with opened(ctx) as case, progress() as tell:
        found = why(case, thing, progress=tell)
    if as_json:
        from queries.cli.paper import json_text

        click.echo(json_text(_data(found)))
        return
    _print(found)


def _print(found: Why) -> None:
    from queries.cli.paper import plain
    from queries.cli.words import count

    click.echo(f"{found.what} {plain(found.name)}  {found.id}  (internal)")
    counted = (
        count(len(found.reasons), "claim"),
        count(found.origins, "independent origin"),
        count(len(found.mentions), "mention"),
    )
    click.echo("  {} of {}, in {}".format(*counted))
    shown = None
    for reason in found.reasons:
        claim = reason.claim
        if claim.property != shown:
            shown = claim.property
            click.echo(f"\n  {shown}")
        verb = "denies" if claim.polarity == "denies" else "says"
        grade = f", graded “{plain(claim.graded)}” by its compiler" if claim.graded else ""
        click.echo(f"    {reason.id} {verb} {plain(_value(claim.value))}{grade}")
        click.echo(f"      {plain(reason.file_name)}, {plain(claim.locator)}: {plain(claim.original)}")
        if claim.quote:
            click.echo(f"      “{plain(claim.quote)}”")
        held = f"held, {str(reason.source.get('sha256', ''))[:12]}…" if reason.source.get("held") else "not held"
        click.echo(f"      source: {plain(reason.source.get('name'))} ({held}); file {reason.file[:12]}…, load {reason.load}")
        if reason.status:
            click.echo(f"      issue: {plain(reason.status)}")
        for entry in reason.custody:
            click.echo(f"      custody: {entry.at} {plain(entry.who)}: {plain(entry.body.get('action'))}")
    if found.decisions:
        click.echo("\n  identity decisions")
    for entry in found.decisions:
        body = entry.body
        what = body["decision"] + (f" of entry {body['retracts']}" if body.get("retracts") else "")
        members = len(body.get("members", ()))
        click.echo(f"    entry {entry.sequence}: {what}, {count(members, 'mention')}, rule {body['rule']}, by {plain(entry.who)}")
        click.echo(f"      {plain(body['reason'])}")


def _value(value: object) -> str:
    if isinstance(value, dict):
        from graph.span import Span
        from queries.cli.words import span

        return span(Span.of_text(value).as_properties())
    return str(value)


def _reason(reason: Reason) -> dict[str, Any]:
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
        "file": reason.file,
        "file_name": reason.file_name,
        "locator": claim.locator,
        "load": reason.load,
        "source": {"id": reason.source["id"], "name": reason.source.get("name"), "held": reason.source.get("held", False)},
        "origin": reason.origin,
        "issue": reason.status,
    }


def _data(found: Why) -> dict[str, Any]:
    return {
        "id": found.id,
        "what": found.what,
        "name": found.name,
        "mentions": list(found.mentions),
        "origins": found.origins,
        "claims": [_reason(reason) for reason in found.reasons],
        "decisions": [{"sequence": e.sequence, "at": e.at, "who": e.who, **e.body} for e in found.decisions],
    }
