"""How a process of ours loads ArcadeDB: without a log or a core, with files for their owner alone, within its memory and time."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from types import ModuleType

from graph.kept import core


def load(log: Path, *, megabytes: int, seconds: float) -> ModuleType:
    """The `arcadedb` module, set up. `log` is relative to the working folder; no seconds means no limit.

    All of this works only before the engine is first called, and only as arguments of its isolate: the same keys given to a
    server are ignored. The arguments are split at blanks, hence a relative path. The log would quote queries.
    """
    os.umask(0o077)
    core.leave_none()
    shutil.rmtree(log, ignore_errors=True)
    log.mkdir(parents=True)
    off = log / "off.properties"
    off.write_text("handlers =\n.level = OFF\n", "ascii")
    milliseconds = int(seconds * 1000)
    os.environ["ARCADEDB_LOG_DIR"], os.environ["ARCADEDB_LOG_CONSOLE"] = str(log), "0"
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = " ".join(
        (
            f"-Xmx{megabytes}m",
            f"-Djava.util.logging.config.file={off.as_posix()}",
            f"-Darcadedb.command.timeout={milliseconds}",
            f"-Darcadedb.command.regexTimeout={milliseconds}",
        )
    )
    import arcadedb

    return arcadedb  # type: ignore[no-any-return]  # ships no types
