"""`linkage prove`: one claim under a seal."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import opened


@click.command(short_help="Show one claim under a seal, and nothing else.")
@click.argument("claim")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A new file for the proof.")
@click.option(
    "--under",
    type=click.Path(path_type=Path),
    metavar="SEAL",
    help="The seal, or a backup. Otherwise the first seal made after the claim came.",
)
@click.pass_context
def command(ctx: click.Context, claim: str, out: Path, under: Path | None) -> None:
    """Write a proof that CLAIM, by its id, stands in the sealed journal. `linkage why` lists the ids of claims.

    The proof holds this one claim whole, with the names in it, and no other. `linkage verify --proof` checks it without the case.

    \b
    linkage prove c-mbq3kd5sylx2v7ah --out proof.json
    """
    from queries.cli.output import prove as output
    from queries.desk.prove import prove

    with opened(ctx) as case:
        proof = prove(case, claim, out, under=under)
    output.on_paper(proof, out)
