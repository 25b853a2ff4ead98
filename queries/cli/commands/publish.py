"""`linkage publish`: the case into a Neo4j server of the team."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="Project the case into a Neo4j server.")
@click.argument("address", metavar="bolt://HOST:PORT/DATABASE")
@click.option("--profile", required=True, metavar="PROFILE", help="internal: the whole case, nobody hidden.")
@click.pass_context
def command(ctx: click.Context, address: str, profile: str) -> None:
    """Project the whole case into a database of a Neo4j server that holds this case or nothing.

    Without a name, the server's default database is meant. Credentials: NEO4J_USER, NEO4J_PASSWORD.

    \b
    linkage publish bolt://localhost:7687 --profile internal
    """
    from queries.cli.output import publish as output
    from queries.desk.publish import publish

    with opened(ctx) as case, progress() as report:
        marker = publish(case, address, profile=profile, progress=report)
    output.on_paper(marker)
