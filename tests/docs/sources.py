"""The page on special sources: what is printed on it is what happens.

uv run python -m tests.docs.sources     writes `.github/docs/sources.md` anew
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import loaders.sources
from loaders.sources import special_sources
from tests.cli.program import inside
from tests.docs.blocks import fence, fenced, renewed
from tests.docs.mapping import DOCS

PAGE = DOCS / "sources.md"


@contextmanager
def installed(name: str, text: str) -> Iterator[None]:
    """A module that stands among the special sources for a while."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"{name}.py").write_text(text, "utf-8")
        loaders.sources.__path__.append(folder)
        special_sources.cache_clear()
        try:
            yield
        finally:
            loaders.sources.__path__.remove(folder)
            sys.modules.pop(f"loaders.sources.{name}", None)
            special_sources.cache_clear()


def sources(page: str, given: list[str]) -> str:
    """Every special source there is."""
    rows = ["| module | reads | files |", "|---|---|---|"]
    for source in special_sources():
        endings = ", ".join(f"`{suffix}`" for suffix in source.suffixes)
        rows.append(f"| `{source.name.replace('-', '_')}` | {source.title} | {endings} |")
    return "\n".join(rows)


def gatelog(page: str, given: list[str]) -> str:
    """What loading the log above prints, with the module above in its place."""
    with installed("gate_log", fence(page, "python")), tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "north.gatelog").write_text(fence(page, "text"), "utf-8")
        assert inside("init", folder / "case", "--zone", "Europe/Lisbon").code == 0
        ran = inside("load", "north.gatelog", "--dry-run", case=folder / "case", cwd=folder)
        return fenced((ran.out + ran.err).replace("would be loaded", "load 1"))


MAKERS = {"sources": sources, "gatelog": gatelog}


def main() -> None:
    """Writes it anew."""
    PAGE.write_text(renewed(PAGE.read_text("utf-8"), MAKERS), "utf-8")


if __name__ == "__main__":
    main()
