"""A proof: what it shows, under which seal, and what it does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.said.claim import Claim
from graph.words import claims as in_words
from queries.cli.paper import plain
from queries.desk.seal import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from graph.sealed.proof import Proof

MOST = 4096
"""Bytes of a proof, unless its claim alone is longer than usual."""


def on_paper(proof: Proof, out: Path) -> None:
    """A proof that was made."""
    size = len(proof.text().encode())
    click.echo(f"{plain(out)} ({size:,} bytes)")
    if size > MOST:
        click.echo(f"  longer than {MOST:,} bytes, since the claim alone has {len(proof.claim.encode()):,}")
    click.echo(f"  claim {proof.id} stands under the seal of entry {proof.seal.sequence:,}")
    click.echo(f"  It is about {plain(Claim.of_text(proof.claim).about)}: who that is, the proof of the claim of the name shows.")
    click.echo("  The file shows this claim whole, with every name in it, who loaded it and when, and no other claim.")
    click.echo(
        "  Give it only to those who may read that. `linkage verify --proof FILE --against SEAL` checks it without the case."
    )


def checked(proof: Proof, *, apart: bool) -> None:
    """A proof that was checked. `apart`: against a seal that was kept apart from it."""
    claim, seal, entry = Claim.of_text(proof.claim), proof.seal, proof.entry
    click.echo(f"the proof holds: claim {proof.id} stands in the journal up to entry {seal.sequence:,}, as it was sealed")
    value = in_words.value(claim.property, claim.value)
    verb = "says" if claim.polarity == "asserts" else "denies"
    click.echo(f"  it {verb}, about {plain(claim.about)}: {plain(in_words.about(claim.property))} {plain(value)}")
    click.echo(f"  in the file's own words: {plain(in_words.original(claim.original))}")
    if claim.quote:
        click.echo(f"  quoted: {plain(claim.quote)}")
    for line in (claim.note or "").splitlines():
        click.echo(f"  beside it: {plain(line)}")
    click.echo(f"  at {plain(claim.locator)} of the file with the SHA-256 {plain(proof.file)}")
    click.echo(
        f"  loaded by {plain(entry['who'])} as entry {entry['sequence']:,}; the clock of that computer said {plain(entry['at'])}"
    )
    click.echo(f"  head {plain(seal.head)}, signed with the key {fingerprint(seal.key)}")
    if apart:
        click.echo(
            "  The seal is the one given. That the claim was in the journal when it was sealed is shown; that it is true, is not."
        )
    else:
        click.echo(
            "  Checked against the seal in the proof alone: whoever made the proof could have made that seal too."
            " `--against SEAL` holds it against the one you were given."
        )
