"""How long a large load takes to be appended to a journal, and to be verified. Run by hand; no test.

uv run python -m tests.bench.journal [CLAIMS ...]

Seconds of this process at work, the median of five journals each; ten claims a mention.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from graph.decided.journal import Journal
from graph.said.claim import Claim, Mention
from tests.bench.demo import machine

CLAIMS = (100_000,)
RUNS = 5


def main(*given: str) -> None:
    """Prints the machine, and a line for each number of claims."""
    print(machine())
    for number in map(int, given or map(str, CLAIMS)):
        mentions = [Mention(f"p-{at:016}", "Person", "row", f"row {at}") for at in range(number // 10)]
        claims = [
            Claim(mention.id, "aliases", f"Vade {at}", f"Vade {at}, as the clerk wrote", mention.locator, mentions[0].id)
            for mention in mentions
            for at in range(10)
        ]
        took = [once(mentions, claims) for _ in range(RUNS)]
        appended, verified = (statistics.median(seconds) for seconds in zip(*took, strict=True))
        print(f"{number:>9,} claims: appended in {appended:.2f} s, verified in {verified:.2f} s", flush=True)


def once(mentions: list[Mention], claims: list[Claim]) -> tuple[float, float]:
    """Seconds to append, and to verify."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal.create(Path(folder) / "journal.db")
        begun = time.process_time()
        with journal.appending() as appender:
            appender.load({"file": "f" * 64, "mapping": "m", "series": "s"}, mentions, claims, "bench")
        appended = time.process_time()
        journal.verify()
        done = time.process_time()
        journal.close()
        return appended - begun, done - appended


if __name__ == "__main__":
    main(*sys.argv[1:])
