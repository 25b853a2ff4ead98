"""`linkage followthemoney`: the whole case for another house, claim by claim."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import opened


@click.command(short_help="Write the whole case as FollowTheMoney, claim by claim.")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FOLDER", help="New or empty.")
@click.option("--replace", is_flag=True, help="The folder holds an earlier export; replace it.")
@click.pass_context
def command(ctx: click.Context, out: Path, replace: bool) -> None:
    """Write everything that sources claim into FOLDER, as entities and as statements of FollowTheMoney.

    Nothing is redacted: it is for somebody who may have all of it. Linkage reads either file back without a loss; who is who
    is then asked again. An answer for others: `linkage export … --as followthemoney`.

    \b
    linkage followthemoney --out /media/safe/for-partner
    linkage load /media/safe/for-partner/entities.ftm.json     # in another case
    """
    from queries.cli.output import followthemoney as output
    from queries.desk.followthemoney import followthemoney

    with opened(ctx) as case:
        written = followthemoney(case, out, replace=replace)
    output.on_paper(written)
