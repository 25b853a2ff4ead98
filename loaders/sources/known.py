"""Which special sources there are: every module of this folder that has `SUFFIXES` and `read`."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from graph.errors import SourceError
from loaders.sources.mention import Hint, Mention, Refused, Taken

Read: TypeAlias = Callable[[Path], Iterator[Mention | Taken | Refused | Hint]]


@dataclass(frozen=True, slots=True)
class Source:
    """A special source. Its module stands in the journal as a mapping does: a corrected reader supersedes what it read."""

    name: str
    title: str
    text: str = field(repr=False)
    suffixes: tuple[str, ...]
    recognises: Callable[[Path], bool]
    read: Read
    reasons: Mapping[str, str]
    """Key spaces, and why their keys may be trusted."""

    @property
    def of_file(self) -> dict[str, str]:
        """What the file itself is, as a source."""
        return {"kind": self.title}

    @property
    def sha256(self) -> str:
        """Of the module's text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @classmethod
    def of(cls, module: ModuleType) -> Source:
        """The source that a module is."""
        name = module.__name__.rpartition(".")[2]
        return cls(
            name.replace("_", "-"),
            getattr(module, "TITLE", name),
            Path(str(module.__file__)).read_text("utf-8"),
            tuple(module.SUFFIXES),
            getattr(module, "recognises", lambda _: True),
            module.read,
            getattr(module, "KEY_SPACES", {}),
        )


@cache
def special_sources() -> tuple[Source, ...]:
    """All of them, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(sys.modules[__package__].__path__))
    modules = [importlib.import_module(f"loaders.sources.{name}") for name in names if not name.startswith("_")]
    return tuple(Source.of(module) for module in modules if hasattr(module, "SUFFIXES") and hasattr(module, "read"))


def recognised(path: Path) -> Source | None:
    """The special source that this file is one of. SourceError where several say so."""
    name = path.name.casefold()
    fitting = [source for source in special_sources() if name.endswith(source.suffixes) and path.is_file()]
    fitting = [source for source in fitting if source.recognises(path)]
    if len(fitting) > 1:
        names = ", ".join(source.name for source in fitting)
        raise SourceError(f"several special sources read it: {names}", file=path.name, remedy="Narrow what they recognise")
    return fitting[0] if fitting else None
