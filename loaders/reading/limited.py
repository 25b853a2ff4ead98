"""What a child process begins with: its limits, then the one reader it was started for.

Started by path, with the path of the reader: no module of ours can stand in place of one of the standard library. The reader may
import its neighbours in `loaders.reading`, one by one: what the package itself would import, it does not.

On standard input comes a line of limits, then the bytes of one file. The reader has `say(data, limits, send)`,
`Stop`, whose text is one word of a fixed list, and `DAMAGED`, the word for whatever else goes wrong.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import types
from pathlib import Path
from typing import Any


def send(**message: object) -> None:
    """Write one line to the parent."""
    sys.stdout.write(json.dumps(message) + "\n")


def limit(memory: int, seconds: int) -> None:
    """Bind this process before it opens anything. Windows has no such limits: there the parent's clock remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform.startswith("linux"):  # elsewhere the limit is refused or not kept
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def open_room() -> None:
    """Let modules of `loaders.reading` be found, without the package itself and whatever it brings along."""
    here = Path(__file__).parent
    for name, folder in (("loaders", here.parent), ("loaders.reading", here)):
        package = types.ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package


def reader_at(path: str) -> Any:
    """The module that lies there."""
    spec = importlib.util.spec_from_file_location("reader", path)
    assert spec and spec.loader  # noqa: S101 - a file of ours
    module = sys.modules["reader"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Read limits and bytes, and let the reader speak."""
    limits = json.loads(sys.stdin.buffer.readline())
    open_room()
    reader = reader_at(sys.argv[1])
    limit(limits["memory"], limits["seconds"])
    data = sys.stdin.buffer.read()
    try:
        reader.say(data, limits, send)
        send(end=True)
        return
    except reader.Stop as stop:
        word = str(stop)
    except MemoryError:
        word = "memory"
    except RecursionError:
        word = "deep"
    except Exception:  # whatever a damaged or hostile file brings about, its text stays here
        word = reader.DAMAGED
    send(stop=word)


if __name__ == "__main__":
    main()
