"""Which formats there are: the modules of this folder that have `files`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from viz.release import Released


class Format(Protocol):
    """What a module of this folder offers to be a format."""

    MEANS: str
    """One line for the help text."""

    def files(self, released: Released) -> Iterator[tuple[str, bytes]]:
        """Files by name. Names are fixed, never from data; bytes the same each time."""
        ...


@cache
def formats() -> Mapping[str, Format]:
    """All formats by name, which is the module's."""
    here = str(Path(__file__).parent)
    modules = {found.name: importlib.import_module(f"viz.export.{found.name}") for found in pkgutil.iter_modules([here])}
    return {name: cast("Format", module) for name, module in sorted(modules.items()) if hasattr(module, "files")}
