"""`linkage why`: what something rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from queries.cli.case import opened, progress

if TYPE_CHECKING:
    from queries.desk.why import Why


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
    from queries.desk.why import why

    with opened(ctx) as case, progress() as tell:
        found = why(case, thing, progress=tell)
    if as_json:
        from queries.cli.paper import json_text

        click.echo(json_text(_data(found)))
        return
    _print(found)


def _print(found: Why) -> None:
    from queries.cli.output import why as reasons
    from queries.cli.paper import plain
    from queries.cli.words import count

    click.echo(f"{found.what} {plain(found.name)}  {found.id}  (internal)")
    counted = (
        count(len(found.reasons), "claim"),
        count(found.origins, "independent origin"),
        count(len(found.mentions), "mention"),
    )
    click.echo("  {} of {}, in {}".format(*counted))
    reasons.on_paper(found.reasons)
    if found.decisions:
        click.echo("\n  identity decisions")
    for entry in found.decisions:
        body = entry.body
        what = body["decision"] + (f" of entry {body['retracts']}" if body.get("retracts") else "")
        members = len(body.get("members", ()))
        click.echo(f"    entry {entry.sequence}: {what}, {count(members, 'mention')}, rule {body['rule']}, by {plain(entry.who)}")
        click.echo(f"      {plain(body['reason'])}")


def _data(found: Why) -> dict[str, Any]:
    from queries.cli.output.why import as_data

    return {
        "id": found.id,
        "what": found.what,
        "name": found.name,
        "mentions": list(found.mentions),
        "origins": found.origins,
        "claims": [as_data(reason) for reason in found.reasons],
        "decisions": [{"sequence": e.sequence, "at": e.at, "who": e.who, **e.body} for e in found.decisions],
    }
