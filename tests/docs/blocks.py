"""Pages of which parts are made: what stands between `<!-- made: WORDS -->` and `<!-- /made -->` is written by a program.

A test holds that making it anew changes nothing; so what a page shows is what happens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

Maker: TypeAlias = Callable[[str, list[str]], str]
"""From the page as far as the block, and the words after the maker's name, to what stands in the block."""

BLOCK = re.compile(r"(<!-- made: (?P<name>[\w-]+)(?P<words>[^\n]*?) -->\n).*?(?=<!-- /made -->)", re.DOTALL)


def renewed(page: str, makers: Mapping[str, Maker]) -> str:
    """The page with every made block made anew."""

    def made(found: re.Match[str]) -> str:
        text = makers[found["name"]](page[: found.start()], found["words"].split())
        return f"{found[1]}{text.strip()}\n"

    return BLOCK.sub(made, page)


def fence(before: str, language: str) -> str:
    """What stands in the last fenced block of this language."""
    found = re.findall(rf"^```{language}\n(.*?)^```$", before, re.DOTALL | re.MULTILINE)
    return str(found[-1])


def fences(page: str, language: str) -> list[str]:
    """What stands in every fenced block of this language."""
    return [str(text) for text in re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)]


def fenced(text: str, language: str = "") -> str:
    """Text as a fenced block."""
    return f"```{language}\n{text.rstrip()}\n```"
