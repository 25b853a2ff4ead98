"""`linkage show`: one thing and what is linked to it."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="One thing, with everything linked to it.")
@click.argument("thing", metavar="NAME|ID")
@click.option("--identity", is_flag=True, help="Instead: the rows joined in it, by whose word, and what it was not joined with.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, thing: str, identity: bool, as_json: bool) -> None:
    """Show a person, unit, station … by name or id, or a link by its id.

    \b
    linkage show "7 Division"
    linkage show "7 Division" --identity
    """
    if identity:
        _identity(ctx, thing, as_json)
        return
    from queries.cli.output import show as output
    from queries.desk.show import show

    with opened(ctx) as case, progress() as report:
        shown = show(case, thing, progress=report)
    (output.as_json if as_json else output.on_paper)(shown)


def _identity(ctx: click.Context, thing: str, as_json: bool) -> None:
    from queries.cli.output import identity
    from queries.desk.identity import identify

    with opened(ctx) as case, progress() as report:
        identified = identify(case, thing, progress=report)
    (identity.as_json if as_json else identity.on_paper)(identified)
